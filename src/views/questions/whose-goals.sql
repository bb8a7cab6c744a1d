-- code: Q17
-- name: whose-goals
-- title.nl: Van wie zijn de doelen?
-- title.en: Whose goals are they?
-- asks: CC
-- source: 004, P4; 003
-- events: goal_set entry_corrected
-- shape: answer
-- numerator.nl: doelen in woorden van de cliënt, van beiden samen, of van de professional
-- numerator.en: goals worded by the client, by both together, or by the professional
-- denominator.nl: alle doelen
-- denominator.en: all goals
-- unit: goal
-- groups: municipality team quarter
-- by: team
-- measure: client ratio | Van de cliënt | By the client
-- measure: together ratio | Samen verwoord | Worded together
-- measure: professional ratio | Van de professional | By the professional
WITH unit AS (
  SELECT g.municipality, g.team, y.quarter, g.dossier, g.formulated_by
  FROM goals AS g
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = g.occurred_day
  WHERE g.occurred_day >= asked.from_day AND g.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR g.municipality = asked.municipality)
    AND (asked.team IS NULL OR g.team = asked.team)
)
SELECT 'client' AS measure, municipality, team, quarter,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN formulated_by = 'client' THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
UNION ALL
SELECT 'together' AS measure, municipality, team, quarter,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN formulated_by = 'samen' THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
UNION ALL
SELECT 'professional' AS measure, municipality, team, quarter,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN formulated_by = 'professional' THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
