-- code: Q14
-- name: skills-only
-- title.nl: Krijgen mensen met weinig vertrouwen in zichzelf alleen training?
-- title.en: Do people with little self-efficacy get training only?
-- asks: LG
-- source: 004; Blonk, oratie Tilburg (2018)
-- events: trajectory_opened behaviour_picture_made instrument_started
-- shape: answer
-- numerator.nl: van die trajecten: alle instrumenten werken aan vaardigheid
-- numerator.en: of those trajectories: all instruments work on skill
-- denominator.nl: trajecten met een laag geloof in eigen kunnen bij de start (norm: 2 of lager)
-- denominator.en: trajectories with low self-efficacy at the start (norm: 2 or lower)
-- unit: trajectory
-- groups: municipality team half_year
-- by: team
-- measure: skills_only ratio | Alleen training van vaardigheid | Skills training only
-- sensitive: yes
WITH used AS (
  SELECT i.dossier, COUNT(*) AS instruments, SUM(CASE WHEN i.lever = 'vaardigheid' THEN 1 ELSE 0 END) AS skills
  FROM instruments AS i
  GROUP BY i.dossier
),
unit AS (
  SELECT t.municipality, t.team, y.half_year, t.dossier, t.self_efficacy_start AS start_score, n.number AS norm_score,
    CASE WHEN u.skills = u.instruments THEN 1 ELSE 0 END AS skills_only
  FROM trajectories AS t
  CROSS JOIN asked
  LEFT JOIN used AS u ON u.dossier = t.dossier
  LEFT JOIN days AS y ON y.day = t.opened_day
  LEFT JOIN norms AS n
      ON n.key = 'laag_geloof_score' AND n.valid_from_day <= t.opened_day AND t.opened_day < n.valid_until_day
  WHERE t.imported = 0
    AND t.opened_day >= asked.from_day AND t.opened_day < asked.until_day
    AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
)
SELECT 'skills_only' AS measure, municipality, team, half_year,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  skills_only AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
WHERE start_score <= norm_score
UNION ALL
SELECT 'skills_only' AS measure, municipality, team, half_year,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator, 0 AS denominator, CAST(NULL AS DOUBLE) AS value, 1 AS missing
FROM unit
WHERE start_score IS NULL OR norm_score IS NULL
