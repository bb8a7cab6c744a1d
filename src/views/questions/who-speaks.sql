-- code: Q39
-- name: who-speaks
-- title.nl: Wie spreekt er mee uit ervaring?
-- title.en: Who speaks from experience?
-- asks: SC
-- source: 003, 000
-- events: experience_perspective_given case_discussion_held
-- shape: answer
-- numerator.nl: besprekingen met een vrijwilliger, of met een ervaringsdeskundige
-- numerator.en: discussions with a volunteer, or with an experience expert
-- denominator.nl: alle casuïstiekbesprekingen; bij de perspectieven: het aantal per rol en opleiding
-- denominator.en: all case discussions; for the perspectives: the number by role and training
-- unit: discussion
-- groups: municipality team half_year speaker
-- by: speaker
-- measure: volunteer ratio | Vrijwilliger bij de bespreking | Volunteer in the discussion
-- measure: expert ratio | Ervaringsdeskundige bij de bespreking | Experience expert in the discussion
-- measure: perspectives count | Ervaringsperspectieven | Experience perspectives
WITH unit AS (
  SELECT c.municipality, c.team, y.half_year, c.dossier, c.volunteer_present, c.expert_present
  FROM case_discussions AS c
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = c.occurred_day
  WHERE c.occurred_day >= asked.from_day AND c.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR c.municipality = asked.municipality)
    AND (asked.team IS NULL OR c.team = asked.team)
),
spoken AS (
  SELECT p.municipality, p.team, y.half_year, p.dossier,
    p.role || CASE WHEN p.trained = 1 THEN ' opgeleid' ELSE ' niet opgeleid' END AS speaker
  FROM experience_perspectives AS p
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = p.occurred_day
  WHERE p.occurred_day >= asked.from_day AND p.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR p.municipality = asked.municipality)
    AND (asked.team IS NULL OR p.team = asked.team)
)
SELECT 'volunteer' AS measure, municipality, team, half_year, 'alle' AS speaker,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(volunteer_present, 0) AS numerator,
  CASE WHEN volunteer_present IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN volunteer_present IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'expert' AS measure, municipality, team, half_year, 'alle' AS speaker,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(expert_present, 0) AS numerator,
  CASE WHEN expert_present IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN expert_present IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'perspectives' AS measure, municipality, team, half_year, speaker,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  1 AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM spoken
