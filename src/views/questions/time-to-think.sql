-- code: Q21
-- name: time-to-think
-- title.nl: Hoeveel tijd krijgt iemand om na te denken?
-- title.en: How much time does somebody get to think?
-- asks: CC
-- source: 002
-- events: options_presented decision_taken decision_reconsidered
-- shape: answer
-- numerator.nl: dagen tussen het voorleggen van de keuzes en het besluit
-- numerator.en: days between presenting the options and the decision
-- denominator.nl: besluiten na voorgelegde keuzes
-- denominator.en: decisions after options were presented
-- unit: decision
-- groups: municipality team quarter kind
-- by: team
-- measure: days median | Dagen om na te denken | Days to think
-- measure: same_day ratio | Keuzes en besluit op één dag | Options and decision on one day
-- Where the options came after the first decision, they belong to its reconsideration.
WITH changed AS (
  SELECT r.decision, MAX(r.occurred_day) AS on_day
  FROM reconsiderations AS r
  WHERE r.outcome <> 'blijft'
  GROUP BY r.decision
),
unit AS (
  SELECT d.municipality, d.team, y.quarter, d.kind, d.dossier,
    CASE WHEN d.options_day <= d.taken_day THEN d.taken_day ELSE r.on_day END - d.options_day AS days
  FROM decisions AS d
  CROSS JOIN asked
  LEFT JOIN changed AS r ON r.decision = d.position
  LEFT JOIN days AS y ON y.day = d.taken_day
  WHERE d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
    AND d.options_day IS NOT NULL
    AND (asked.municipality IS NULL OR d.municipality = asked.municipality)
    AND (asked.team IS NULL OR d.team = asked.team)
    AND (asked.kind IS NULL OR d.kind = asked.kind)
)
SELECT 'days' AS measure, municipality, team, quarter, kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator,
  CASE WHEN days IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(days AS DOUBLE) AS value,
  CASE WHEN days IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'same_day' AS measure, municipality, team, quarter, kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN days = 0 THEN 1 ELSE 0 END AS numerator,
  CASE WHEN days IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN days IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
