-- code: Q04
-- name: past-the-limit
-- title.nl: Welke instrumenten lopen over de grens?
-- title.en: Which instruments run past their limit?
-- asks: TL
-- source: 004 P10; domain.md §4
-- events: instrument_started instrument_extended instrument_ended
-- shape: answer
-- numerator.nl: instrumenten die na hun laatste grensdag nog liepen
-- numerator.en: instruments that still ran after their last limit day
-- denominator.nl: instrumenten die in de periode begonnen
-- denominator.en: instruments started in the period
-- unit: instrument
-- groups: team municipality quarter instrument
-- by: team
-- measure: over ratio | Over de grens | Past the limit
-- measure: days_over median | Dagen over de grens | Days past the limit
WITH chosen AS (
  SELECT i.team, i.municipality, d.quarter, i.instrument, i.dossier,
         COALESCE(i.ended_day, asked.on_day) - i.limit_day AS days_over
  FROM instruments i
  CROSS JOIN asked
  JOIN days d ON d.day = i.started_day
  WHERE i.started_day >= asked.from_day AND i.started_day < asked.until_day
    AND (asked.team IS NULL OR i.team = asked.team)
    AND (asked.municipality IS NULL OR i.municipality = asked.municipality)
)
SELECT 'over' AS measure, team, municipality, quarter, instrument, dossier AS client,
       NULL AS person,
       SUM(CASE WHEN days_over > 0 THEN 1 ELSE 0 END) AS numerator, COUNT(*) AS denominator,
       NULL AS value, 0 AS missing
FROM chosen
GROUP BY team, municipality, quarter, instrument, dossier
UNION ALL
SELECT 'days_over', team, municipality, quarter, instrument, dossier, NULL, 0, 0,
       CAST(days_over AS DOUBLE), 0
FROM chosen
WHERE days_over > 0
