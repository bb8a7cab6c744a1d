-- code: Q04
-- name: past-the-limit
-- title.nl: Welke instrumenten lopen over de grens?
-- title.en: Which instruments run past their limit?
-- asks: TL
-- source: 004, P10
-- events: instrument_started instrument_extended instrument_ended
-- shape: answer
-- numerator.nl: instrumenten die eindigden, of nu nog lopen, na de laatst afgesproken grens
-- numerator.en: instruments that ended, or still run, after the last agreed limit
-- denominator.nl: alle instrumenten die in de periode begonnen
-- denominator.en: all instruments that started in the period
-- unit: instrument
-- groups: municipality team quarter instrument
-- by: team
-- measure: over ratio | Over de grens | Past the limit
-- measure: days_over median | Dagen over de grens | Days past the limit
WITH unit AS (
  SELECT i.municipality, i.team, y.quarter, i.instrument, i.dossier,
    CASE WHEN i.ended_day <= asked.on_day THEN i.ended_day ELSE asked.on_day END - i.limit_day AS days_over
  FROM instruments AS i
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = i.started_day
  WHERE i.started_day >= asked.from_day AND i.started_day < asked.until_day
    AND (asked.municipality IS NULL OR i.municipality = asked.municipality)
    AND (asked.team IS NULL OR i.team = asked.team)
)
SELECT 'over' AS measure, municipality, team, quarter, instrument,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN days_over > 0 THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
UNION ALL
SELECT 'days_over' AS measure, municipality, team, quarter, instrument,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator, 1 AS denominator, CAST(days_over AS DOUBLE) AS value, 0 AS missing
FROM unit
WHERE days_over > 0
