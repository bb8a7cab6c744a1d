-- code: Q15
-- name: early-success
-- title.nl: Wat verandert er na een vroeg succes?
-- title.en: What changes after an early success?
-- asks: LG
-- source: 004, P7
-- events: trajectory_opened learning_experience_noted effect_measured behaviour_picture_made
-- shape: answer
-- numerator.nl: laatste meting van geloof in eigen kunnen, min de nulmeting
-- numerator.en: last measurement of self-efficacy, minus the baseline
-- denominator.nl: trajecten, met en zonder een leerervaring kort na de start (norm: 60 dagen)
-- denominator.en: trajectories, with and without a learning experience shortly after the start (norm: 60 days)
-- unit: trajectory
-- groups: municipality team half_year early_success
-- by: early_success
-- measure: change mean | Verandering van geloof in eigen kunnen | Change of self-efficacy
WITH success AS (
  SELECT l.dossier, MIN(l.occurred_day) AS first_day
  FROM learning_experiences AS l
  GROUP BY l.dossier
),
measured AS (
  SELECT m.dossier, m.change,
    ROW_NUMBER() OVER (PARTITION BY m.dossier ORDER BY m.occurred_day DESC, m.position DESC) AS latest
  FROM measurements AS m
  CROSS JOIN asked
  WHERE m.what = 'geloof_in_eigen_kunnen' AND m.source = 'meting' AND m.moment <> 'nul'
    AND m.occurred_day <= asked.on_day
),
unit AS (
  SELECT t.municipality, t.team, y.half_year, t.dossier, m.change,
    CASE WHEN s.first_day - t.opened_day <= n.number THEN 'ja' ELSE 'nee' END AS early_success
  FROM trajectories AS t
  CROSS JOIN asked
  LEFT JOIN success AS s ON s.dossier = t.dossier
  LEFT JOIN measured AS m ON m.dossier = t.dossier AND m.latest = 1
  LEFT JOIN days AS y ON y.day = t.opened_day
  LEFT JOIN norms AS n
      ON n.key = 'vroeg_succes_dagen' AND n.valid_from_day <= t.opened_day AND t.opened_day < n.valid_until_day
  WHERE t.imported = 0
    AND t.opened_day >= asked.from_day AND t.opened_day < asked.until_day
    AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
)
SELECT 'change' AS measure, municipality, team, half_year, early_success,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator,
  CASE WHEN change IS NULL THEN 0 ELSE 1 END AS denominator,
  change AS value,
  CASE WHEN change IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
