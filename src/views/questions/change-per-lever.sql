-- code: Q13
-- name: change-per-lever
-- title.nl: Wat verandert er tijdens een instrument?
-- title.en: What changes during an instrument?
-- asks: LG
-- source: 002; 004; SEO/TNO 2008 (verandering is geen effect)
-- events: instrument_started effect_measured behaviour_picture_made needs_voiced
-- shape: answer
-- numerator.nl: laatste meting tijdens of aan het eind, min de nulmeting
-- numerator.en: last measurement during or at the end, minus the baseline
-- denominator.nl: instrumenten met een meting, per ding dat is gemeten; zonder nulmeting telt als onbekend
-- denominator.en: instruments with a measurement, for each thing measured; without a baseline counts as unknown
-- unit: instrument
-- groups: municipality team half_year lever instrument what
-- by: lever what
-- measure: change mean | Verandering | Change
-- measure: no_baseline ratio | Zonder nulmeting | Without a baseline
WITH measured AS (
  SELECT m.instrument_started, m.what, m.dossier, m.change, m.occurred_day,
    ROW_NUMBER() OVER (PARTITION BY m.instrument_started, m.what
      ORDER BY m.occurred_day DESC, m.position DESC) AS latest
  FROM measurements AS m
  CROSS JOIN asked
  WHERE m.source = 'meting' AND m.moment IN ('tussen', 'eind') AND m.instrument_started IS NOT NULL
    AND m.occurred_day >= asked.from_day AND m.occurred_day < asked.until_day
),
unit AS (
  SELECT i.municipality, i.team, y.half_year, i.lever, i.instrument, m.what, m.dossier, m.change
  FROM measured AS m
  CROSS JOIN asked
  JOIN instruments AS i ON i.position = m.instrument_started
  LEFT JOIN days AS y ON y.day = m.occurred_day
  WHERE m.latest = 1
    AND (asked.municipality IS NULL OR i.municipality = asked.municipality)
    AND (asked.team IS NULL OR i.team = asked.team)
)
SELECT 'change' AS measure, municipality, team, half_year, lever, instrument, what,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator,
  CASE WHEN change IS NULL THEN 0 ELSE 1 END AS denominator,
  change AS value,
  CASE WHEN change IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'no_baseline' AS measure, municipality, team, half_year, lever, instrument, what,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN change IS NULL THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
