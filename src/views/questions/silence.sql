-- code: Q07
-- name: silence
-- title.nl: Bij welke trajecten is het te lang stil?
-- title.en: Which trajectories have been silent too long?
-- asks: TL
-- source: 004, P9; FIP Amersfoort 2019
-- events: trajectory_opened trajectory_closed conversation_held
-- shape: answer
-- numerator.nl: open trajecten waarvan het laatste gesprek langer geleden is dan de norm; zonder gesprek telt de start
-- numerator.en: open trajectories whose last conversation is longer ago than the norm; without one the start counts
-- denominator.nl: trajecten die op de rapportagedatum open zijn
-- denominator.en: trajectories open on the reporting date
-- unit: trajectory
-- groups: municipality team
-- by: team
-- measure: silent ratio | Te lang stil | Silent too long
-- measure: weeks median | Weken sinds het laatste gesprek | Weeks since the last conversation
-- measure: open count | Open trajecten (achtergrond, geen doel) | Open trajectories (context, not a target)
WITH contact AS (
  SELECT c.dossier, MAX(c.occurred_day) AS last_day
  FROM conversations AS c
  CROSS JOIN asked
  WHERE c.occurred_day <= asked.on_day
  GROUP BY c.dossier
),
unit AS (
  SELECT t.municipality, t.team, t.dossier, n.number AS norm_weeks,
    CAST(asked.on_day - COALESCE(c.last_day, t.opened_day) AS DOUBLE) / 7.0 AS weeks
  FROM trajectories AS t
  CROSS JOIN asked
  LEFT JOIN contact AS c ON c.dossier = t.dossier
  LEFT JOIN norms AS n
      ON n.key = 'stilte_weken' AND n.valid_from_day <= asked.on_day AND asked.on_day < n.valid_until_day
  WHERE t.imported = 0 AND t.opened_day <= asked.on_day
    AND (t.closed_day IS NULL OR t.closed_day > asked.on_day)
    AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
)
SELECT 'silent' AS measure, municipality, team,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN weeks > norm_weeks THEN 1 ELSE 0 END AS numerator,
  CASE WHEN norm_weeks IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN norm_weeks IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'weeks' AS measure, municipality, team,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator, 1 AS denominator, weeks AS value, 0 AS missing
FROM unit
UNION ALL
SELECT 'open' AS measure, municipality, team,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  1 AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
