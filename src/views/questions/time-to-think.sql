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
WITH unit AS (
  SELECT d.municipality, d.team, y.quarter, d.kind, d.dossier, d.taken_day - d.options_day AS days
  FROM decisions AS d
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = d.taken_day
  WHERE d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
    AND d.options_day IS NOT NULL
    AND (asked.municipality IS NULL OR d.municipality = asked.municipality)
      AND (asked.team IS NULL OR d.team = asked.team)
    AND (asked.kind IS NULL OR d.kind = asked.kind)
)
SELECT 'days' AS measure, municipality, team, quarter, kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator, 1 AS denominator, CAST(days AS DOUBLE) AS value, 0 AS missing
FROM unit
UNION ALL
SELECT 'same_day' AS measure, municipality, team, quarter, kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN days = 0 THEN 1 ELSE 0 END AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
