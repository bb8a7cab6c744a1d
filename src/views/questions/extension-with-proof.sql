-- code: Q06
-- name: extension-with-proof
-- title.nl: Is er gemeten vóór een verlenging?
-- title.en: Was there a measurement before an extension?
-- asks: TL
-- source: 004, P10; 002
-- events: instrument_extended effect_measured
-- shape: answer
-- numerator.nl: verlengingen met een meting van dat instrument kort ervoor (norm: 42 dagen)
-- numerator.en: extensions with a measurement of that instrument shortly before (norm: 42 days)
-- denominator.nl: alle verlengingen
-- denominator.en: all extensions
-- unit: extension
-- groups: municipality team quarter instrument
-- by: team
-- measure: measured ratio | Gemeten vóór de verlenging | Measured before the extension
WITH unit AS (
  SELECT e.municipality, e.team, y.quarter, i.instrument, e.dossier, e.measured_before
  FROM instrument_extensions AS e
  CROSS JOIN asked
  LEFT JOIN instruments AS i ON i.position = e.instrument_started
  LEFT JOIN days AS y ON y.day = e.occurred_day
  WHERE e.occurred_day >= asked.from_day AND e.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR e.municipality = asked.municipality)
    AND (asked.team IS NULL OR e.team = asked.team)
)
SELECT 'measured' AS measure, municipality, team, quarter, instrument,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(measured_before, 0) AS numerator,
  CASE WHEN measured_before IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN measured_before IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
