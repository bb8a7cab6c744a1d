-- code: Q46
-- name: political-wind
-- title.nl: Verandert de wind, en veranderen de besluiten mee?
-- title.en: Does the wind change, and do the decisions change with it?
-- asks: BM
-- source: 001, 000
-- events: decision_taken decision_reconsidered exception_made options_presented policy_context_noted
-- shape: answer
-- numerator.nl: besluiten met een maatregel, met een uitzondering, of met een echte keuze
-- numerator.en: decisions with a measure, with an exception, or with a real choice
-- denominator.nl: alle besluiten van de maand; voor de echte keuze alleen de soorten waarbij iets te kiezen is
-- denominator.en: all decisions of the month; for the real choice only the kinds in which there is something to choose
-- unit: decision
-- groups: municipality team month direction
-- by: month
-- measure: measures ratio | Maatregel | Measure
-- measure: exceptions ratio | Uitzondering | Exception
-- measure: choices ratio | Echte keuze | Real choice
-- measure: wind count | Nieuw beleid (streep op de lijn) | New policy (mark on the line)
WITH excepted AS (
  SELECT DISTINCT e.decision FROM exceptions AS e WHERE e.decision IS NOT NULL
),
unit AS (
  SELECT d.municipality, d.team, y.month, d.kind, d.dossier, d.real_choice,
    CASE WHEN e.decision IS NULL THEN 0 ELSE 1 END AS is_exception
  FROM decisions AS d
  CROSS JOIN asked
  LEFT JOIN excepted AS e ON e.decision = d.position
  LEFT JOIN days AS y ON y.day = d.taken_day
  WHERE d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
    AND (asked.municipality IS NULL OR d.municipality = asked.municipality)
    AND (asked.team IS NULL OR d.team = asked.team)
),
wind AS (
  SELECT p.municipality, p.team, y.month, p.direction
  FROM policy_context AS p
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = p.from_day
  WHERE p.from_day >= asked.from_day AND p.from_day < asked.until_day
    AND (asked.municipality IS NULL OR p.municipality = asked.municipality)
)
SELECT 'measures' AS measure, municipality, team, month, 'alle' AS direction,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN kind = 'maatregel' THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
UNION ALL
SELECT 'exceptions' AS measure, municipality, team, month, 'alle' AS direction,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  is_exception AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
UNION ALL
SELECT 'choices' AS measure, municipality, team, month, 'alle' AS direction,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(real_choice, 0) AS numerator,
  CASE WHEN real_choice IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN real_choice IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
WHERE kind NOT IN ('maatregel', 'waarschuwing', 'toekenning', 'weigering')
UNION ALL
SELECT 'wind' AS measure, municipality, team, month, direction,
  CAST(NULL AS BIGINT) AS client, CAST(NULL AS BIGINT) AS person,
  1 AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM wind
