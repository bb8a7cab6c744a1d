-- code: Q22
-- name: useful-for-the-client
-- title.nl: Vindt de cliënt het instrument nuttig?
-- title.en: Does the client find the instrument useful?
-- asks: CC
-- source: 004, P5; Brenninkmeijer e.a. 2004 (tevredenheid is geen effect)
-- events: instrument_started instrument_reviewed effect_measured
-- shape: answer
-- numerator.nl: antwoorden van de cliënt van 4 of hoger (norm)
-- numerator.en: answers of the client of 4 or higher (norm)
-- denominator.nl: alle keren dat de cliënt antwoord gaf
-- denominator.en: all times the client answered
-- unit: answer
-- groups: municipality team half_year lever instrument
-- by: instrument
-- measure: useful ratio | Nuttig volgens de cliënt | Useful according to the client
-- measure: change mean | Verandering op wat het instrument moest brengen | Change in what the instrument should bring
WITH said AS (
  SELECT i.position, i.municipality, i.team, i.started_day AS on_day, i.lever, i.instrument, i.dossier, i.useful
  FROM instruments AS i
  UNION ALL
  SELECT i.position, r.municipality, r.team, r.occurred_day, i.lever, i.instrument, r.dossier, r.useful
  FROM instrument_reviews AS r
  JOIN instruments AS i ON i.position = r.instrument_started
),
unit AS (
  SELECT s.municipality, s.team, y.half_year, s.lever, s.instrument, s.dossier, s.useful, n.number AS norm_score
  FROM said AS s
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = s.on_day
  LEFT JOIN norms AS n
      ON n.key = 'nuttig_score' AND n.valid_from_day <= s.on_day AND s.on_day < n.valid_until_day
  WHERE s.on_day >= asked.from_day AND s.on_day < asked.until_day
    AND (asked.municipality IS NULL OR s.municipality = asked.municipality)
    AND (asked.team IS NULL OR s.team = asked.team)
),
measured AS (
  SELECT m.instrument_started, m.occurred_day, m.change, i.municipality, i.team, i.lever, i.instrument, i.dossier,
    ROW_NUMBER() OVER (PARTITION BY m.instrument_started ORDER BY m.occurred_day DESC, m.position DESC) AS latest
  FROM measurements AS m
  CROSS JOIN asked
  JOIN instruments AS i ON i.position = m.instrument_started AND i.expected_what = m.what
  WHERE m.source = 'meting' AND m.moment IN ('tussen', 'eind')
    AND m.occurred_day >= asked.from_day AND m.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR i.municipality = asked.municipality)
    AND (asked.team IS NULL OR i.team = asked.team)
),
changed AS (
  SELECT m.municipality, m.team, y.half_year, m.lever, m.instrument, m.dossier, m.change
  FROM measured AS m
  LEFT JOIN days AS y ON y.day = m.occurred_day
  WHERE m.latest = 1
)
SELECT 'useful' AS measure, municipality, team, half_year, lever, instrument,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN useful >= norm_score THEN 1 ELSE 0 END AS numerator,
  CASE WHEN useful IS NULL OR norm_score IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN useful IS NULL OR norm_score IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'change' AS measure, municipality, team, half_year, lever, instrument,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator,
  CASE WHEN change IS NULL THEN 0 ELSE 1 END AS denominator,
  change AS value,
  CASE WHEN change IS NULL THEN 1 ELSE 0 END AS missing
FROM changed
