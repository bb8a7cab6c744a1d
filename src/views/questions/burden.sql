-- code: Q08
-- name: burden
-- title.nl: Hoeveel tijd kost het opschrijven?
-- title.en: How much time does recording take?
-- asks: TL
-- source: 004; TNO 2017 (minder administratie)
-- events: trajectory_opened trajectory_closed conversation_held decision_taken effect_measured
-- shape: answer
-- numerator.nl: minuten die het opschrijven kostte
-- numerator.en: minutes that recording took
-- denominator.nl: weken waarin een traject open was; bij de minuten per stap: het aantal stappen
-- denominator.en: weeks in which a trajectory was open; for the minutes per entry: the number of entries
-- unit: entry
-- groups: municipality team role event_type
-- by: team
-- measure: per_week ratio | Minuten per open traject per week | Minutes per open trajectory per week
-- measure: minutes ratio | Minuten per stap | Minutes per entry
-- measure: timed ratio | Stappen waarbij de tijd is opgeschreven | Entries with their time written down
-- measure: weeks_above ratio | Weken boven de norm | Weeks above the norm
-- Team is the team of the trajectory. `alle` stands where a measure has no role or type of event
-- of its own. A week of a team is a fact about the organisation and belongs to no client.
WITH work AS (
  SELECT e.dossier, e.role, e.event_type, SUM(e.minutes_spent) AS minutes,
    COUNT(e.minutes_spent) AS timed
  FROM entries AS e
  CROSS JOIN asked
  WHERE e.occurred_day >= asked.from_day AND e.occurred_day < asked.until_day
  GROUP BY e.dossier, e.role, e.event_type
),
unit AS (
  SELECT t.municipality, t.team, w.role, w.event_type, w.dossier, COALESCE(w.minutes, 0) AS minutes, w.timed
  FROM work AS w
  CROSS JOIN asked
  JOIN trajectories AS t ON t.dossier = w.dossier AND t.imported = 0
  WHERE (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
),
total AS (
  SELECT t.municipality, t.team, t.dossier, COALESCE(d.minutes, 0) AS minutes, d.timed, d.entries
  FROM (
    SELECT e.dossier, SUM(e.minutes_spent) AS minutes, COUNT(e.minutes_spent) AS timed, COUNT(*) AS entries
    FROM entries AS e
    CROSS JOIN asked
    WHERE e.occurred_day >= asked.from_day AND e.occurred_day < asked.until_day
    GROUP BY e.dossier
  ) AS d
  CROSS JOIN asked
  JOIN trajectories AS t ON t.dossier = d.dossier AND t.imported = 0
  WHERE (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
),
span AS (
  SELECT MIN(y.day) AS from_day, MAX(y.day) + 1 AS until_day
  FROM days AS y
  CROSS JOIN asked
  WHERE y.day >= asked.from_day AND y.day < asked.until_day AND y.day <= asked.on_day
),
open_time AS (
  SELECT t.municipality, t.team, t.dossier,
    CAST(CASE WHEN t.closed_day < s.until_day THEN t.closed_day ELSE s.until_day END
      - CASE WHEN t.opened_day > s.from_day THEN t.opened_day ELSE s.from_day END AS DOUBLE) / 7.0 AS weeks
  FROM trajectories AS t
  CROSS JOIN asked
  JOIN span AS s ON t.opened_day < s.until_day AND (t.closed_day IS NULL OR t.closed_day > s.from_day)
  WHERE t.imported = 0
    AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
),
week AS (
  SELECT y.week, MIN(y.day) AS from_day, MAX(y.day) + 1 AS until_day
  FROM days AS y
  CROSS JOIN span AS s
  WHERE y.day >= s.from_day AND y.day < s.until_day
  GROUP BY y.week
),
flow AS (
  SELECT t.municipality, t.team, 1 AS opened, 0 AS closed,
    CASE WHEN t.opened_day < s.from_day THEN s.from_day ELSE t.opened_day END AS on_day
  FROM trajectories AS t
  CROSS JOIN asked
  CROSS JOIN span AS s
  WHERE t.imported = 0 AND (t.closed_day IS NULL OR t.closed_day >= s.from_day)
    AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
  UNION ALL
  SELECT t.municipality, t.team, 0, 1, t.closed_day
  FROM trajectories AS t
  CROSS JOIN asked
  CROSS JOIN span AS s
  WHERE t.imported = 0 AND t.closed_day >= s.from_day
    AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
),
weekly AS (
  SELECT d.municipality, d.team, y.week, SUM(d.opened) AS opened, SUM(d.closed) AS closed
  FROM flow AS d
  JOIN days AS y ON y.day = d.on_day
  GROUP BY d.municipality, d.team, y.week
),
teams AS (
  SELECT DISTINCT municipality, team FROM weekly
),
open_in_week AS (
  SELECT t.municipality, t.team, w.week, w.from_day,
    SUM(COALESCE(f.opened, 0)) OVER (PARTITION BY t.municipality, t.team ORDER BY w.from_day)
      - SUM(COALESCE(f.closed, 0)) OVER (PARTITION BY t.municipality, t.team ORDER BY w.from_day)
      + COALESCE(f.closed, 0) AS open_count
  FROM teams AS t
  CROSS JOIN week AS w
  LEFT JOIN weekly AS f
    ON f.municipality = t.municipality AND COALESCE(f.team, '') = COALESCE(t.team, '') AND f.week = w.week
),
dossier_day AS (
  SELECT e.dossier, e.occurred_day, SUM(e.minutes_spent) AS minutes
  FROM entries AS e
  CROSS JOIN asked
  WHERE e.occurred_day >= asked.from_day AND e.occurred_day < asked.until_day
  GROUP BY e.dossier, e.occurred_day
),
team_week AS (
  SELECT t.municipality, t.team, y.week, SUM(d.minutes) AS minutes
  FROM dossier_day AS d
  JOIN trajectories AS t ON t.dossier = d.dossier
  JOIN days AS y ON y.day = d.occurred_day
  GROUP BY t.municipality, t.team, y.week
),
judged AS (
  SELECT o.municipality, o.team, o.open_count, COALESCE(m.minutes, 0) AS minutes, n.number AS norm_minutes
  FROM open_in_week AS o
  LEFT JOIN team_week AS m
    ON m.municipality = o.municipality AND COALESCE(m.team, '') = COALESCE(o.team, '') AND m.week = o.week
  LEFT JOIN norms AS n
      ON n.key = 'registratielast_minuten' AND n.valid_from_day <= o.from_day AND o.from_day < n.valid_until_day
  WHERE o.open_count > 0
)
SELECT 'per_week' AS measure, municipality, team, 'alle' AS role, 'alle' AS event_type,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  minutes AS numerator, 0 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM total
UNION ALL
SELECT 'per_week' AS measure, municipality, team, 'alle' AS role, 'alle' AS event_type,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator, weeks AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM open_time
UNION ALL
SELECT 'minutes' AS measure, municipality, team, role, event_type,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  minutes AS numerator, timed AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
UNION ALL
SELECT 'timed' AS measure, municipality, team, 'alle' AS role, 'alle' AS event_type,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  timed AS numerator, entries AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM total
UNION ALL
SELECT 'weeks_above' AS measure, municipality, team, 'alle' AS role, 'alle' AS event_type,
  CAST(NULL AS BIGINT) AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN minutes > norm_minutes * open_count THEN 1 ELSE 0 END AS numerator,
  CASE WHEN norm_minutes IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN norm_minutes IS NULL THEN 1 ELSE 0 END AS missing
FROM judged
