-- code: Q30
-- name: is-it-allowed
-- title.nl: Mag het echt niet?
-- title.en: Is it really not allowed?
-- asks: PO
-- source: 003, 000
-- events: organisational_obstacle_raised organisation_answered
-- shape: answer
-- numerator.nl: antwoorden van de organisatie: het mag wel
-- numerator.en: answers of the organisation: it is allowed
-- denominator.nl: alle antwoorden op een gemelde belemmering
-- denominator.en: all answers to an obstacle that was raised
-- unit: obstacle
-- groups: municipality team quarter kind
-- by: kind
-- measure: allowed ratio | Mag wel | Allowed
-- measure: days median | Dagen tot het antwoord | Days until the answer
-- measure: unanswered ratio | Nog zonder antwoord | Still without an answer
WITH unit AS (
  SELECT o.position, o.municipality, o.team, y.quarter, o.kind, o.dossier,
    CASE WHEN o.answered_day <= asked.on_day THEN o.answered_day - o.occurred_day END AS days
  FROM obstacles AS o
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = o.occurred_day
  WHERE o.occurred_day >= asked.from_day AND o.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR o.municipality = asked.municipality)
    AND (asked.team IS NULL OR o.team = asked.team)
    AND (asked.kind IS NULL OR o.kind = asked.kind)
),
answer AS (
  SELECT u.municipality, u.team, u.quarter, u.kind, u.dossier, CASE WHEN a.verdict = 'mag_wel' THEN 1 ELSE 0 END AS allowed
  FROM unit AS u
  CROSS JOIN asked
  JOIN organisation_answers AS a ON a.about = u.position
  WHERE a.occurred_day <= asked.on_day
)
SELECT 'allowed' AS measure, municipality, team, quarter, kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  allowed AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM answer
UNION ALL
SELECT 'days' AS measure, municipality, team, quarter, kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator,
  CASE WHEN days IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(days AS DOUBLE) AS value,
  CASE WHEN days IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'unanswered' AS measure, municipality, team, quarter, kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN days IS NULL THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
