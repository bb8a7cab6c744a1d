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
-- A week is known by its Monday, a team by the first dossier it had: numbers group more quickly
-- than names do over a million entries. Day 4 is a Monday (1970-01-05).
WITH span AS (
  SELECT MIN(y.day) AS from_day, MAX(y.day) + 1 AS until_day
  FROM days AS y
  CROSS JOIN asked
  WHERE y.day >= asked.from_day AND y.day < asked.until_day AND y.day <= asked.on_day
),
teams AS (
  SELECT t.municipality, t.team, MIN(t.dossier) AS team_key
  FROM trajectories AS t
  CROSS JOIN asked
  WHERE t.imported = 0
    AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
  GROUP BY t.municipality, t.team
),
case_file AS (
  SELECT t.dossier, t.municipality, t.team, m.team_key, t.opened_day, t.closed_day
  FROM teams AS m
  JOIN trajectories AS t
    ON t.municipality = m.municipality AND COALESCE(t.team, '') = COALESCE(m.team, '') AND t.imported = 0
),
total AS (
  SELECT e.dossier, SUM(e.minutes_spent) AS minutes, COUNT(e.minutes_spent) AS timed, COUNT(*) AS entries
  FROM entries AS e
  CROSS JOIN asked
  WHERE e.occurred_day >= asked.from_day AND e.occurred_day < asked.until_day
  GROUP BY e.dossier
),
open_time AS (
  SELECT t.municipality, t.team, t.dossier,
    CAST(CASE WHEN t.closed_day < s.until_day THEN t.closed_day ELSE s.until_day END
      - CASE WHEN t.opened_day > s.from_day THEN t.opened_day ELSE s.from_day END AS DOUBLE) / 7.0 AS weeks
  FROM case_file AS t
  JOIN span AS s ON t.opened_day < s.until_day AND (t.closed_day IS NULL OR t.closed_day > s.from_day)
),
week AS (
  SELECT MIN(y.day) AS from_day, y.day - (y.day + 3) % 7 AS monday
  FROM days AS y
  JOIN span AS s ON y.day >= s.from_day AND y.day < s.until_day
  GROUP BY y.day - (y.day + 3) % 7
),
flow AS (
  SELECT t.team_key, 1 AS opened, 0 AS closed,
    CASE WHEN t.opened_day < s.from_day THEN s.from_day ELSE t.opened_day END AS on_day
  FROM case_file AS t
  CROSS JOIN span AS s
  WHERE t.closed_day IS NULL OR t.closed_day >= s.from_day
  UNION ALL
  SELECT t.team_key, 0, 1, t.closed_day
  FROM case_file AS t
  CROSS JOIN span AS s
  WHERE t.closed_day >= s.from_day
),
weekly AS (
  SELECT f.team_key, f.on_day - (f.on_day + 3) % 7 AS monday, SUM(f.opened) AS opened, SUM(f.closed) AS closed
  FROM flow AS f
  GROUP BY f.team_key, f.on_day - (f.on_day + 3) % 7
),
open_in_week AS (
  SELECT m.municipality, m.team, m.team_key, w.monday, w.from_day,
    SUM(COALESCE(f.opened, 0) - COALESCE(f.closed, 0)) OVER (PARTITION BY m.team_key ORDER BY w.monday)
      + COALESCE(f.closed, 0) AS open_count
  FROM teams AS m
  CROSS JOIN week AS w
  LEFT JOIN weekly AS f ON f.team_key = m.team_key AND f.monday = w.monday
),
team_week AS (
  SELECT t.team_key, e.occurred_day - (e.occurred_day + 3) % 7 AS monday, SUM(e.minutes_spent) AS minutes
  FROM case_file AS t
  CROSS JOIN span AS s
  JOIN entries AS e ON e.dossier = t.dossier
  WHERE e.minutes_spent > 0 AND e.occurred_day >= s.from_day AND e.occurred_day < s.until_day
  GROUP BY t.team_key, e.occurred_day - (e.occurred_day + 3) % 7
),
judged AS (
  SELECT o.municipality, o.team, o.open_count, COALESCE(m.minutes, 0) AS minutes, n.number AS norm_minutes
  FROM open_in_week AS o
  LEFT JOIN team_week AS m ON m.team_key = o.team_key AND m.monday = o.monday
  LEFT JOIN norms AS n
      ON n.key = 'registratielast_minuten' AND n.valid_from_day <= o.from_day AND o.from_day < n.valid_until_day
  WHERE o.open_count > 0
)
SELECT 'per_week' AS measure, t.municipality, t.team, 'alle' AS role, 'alle' AS event_type,
  t.dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(d.minutes, 0) AS numerator, 0 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM total AS d
JOIN case_file AS t ON t.dossier = d.dossier
UNION ALL
SELECT 'per_week' AS measure, municipality, team, 'alle' AS role, 'alle' AS event_type,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator, weeks AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM open_time
UNION ALL
SELECT 'minutes' AS measure, t.municipality, t.team, e.role, e.event_type,
  e.dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(e.minutes_spent, 0) AS numerator,
  CASE WHEN e.minutes_spent IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM case_file AS t
CROSS JOIN asked
JOIN entries AS e ON e.dossier = t.dossier
WHERE e.occurred_day >= asked.from_day AND e.occurred_day < asked.until_day
UNION ALL
SELECT 'timed' AS measure, t.municipality, t.team, 'alle' AS role, 'alle' AS event_type,
  t.dossier AS client, CAST(NULL AS BIGINT) AS person,
  d.timed AS numerator, d.entries AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM total AS d
JOIN case_file AS t ON t.dossier = d.dossier
UNION ALL
SELECT 'weeks_above' AS measure, municipality, team, 'alle' AS role, 'alle' AS event_type,
  CAST(NULL AS BIGINT) AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN minutes > norm_minutes * open_count THEN 1 ELSE 0 END AS numerator,
  CASE WHEN norm_minutes IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN norm_minutes IS NULL THEN 1 ELSE 0 END AS missing
FROM judged
