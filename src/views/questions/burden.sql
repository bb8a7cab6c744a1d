-- code: Q08
-- name: burden
-- title.nl: Hoeveel tijd kost het opschrijven?
-- title.en: How much time does recording take?
-- asks: TL
-- source: 004; TNO 2017 (minder administratie)
-- events: trajectory_opened trajectory_closed decision_taken conversation_held effect_measured
-- shape: answer
-- numerator.nl: minuten die het opschrijven kostte
-- numerator.en: minutes that recording took
-- denominator.nl: weken waarin een traject open was; bij de minuten per stap: het aantal stappen
-- denominator.en: weeks in which a trajectory was open; for the minutes per entry: the number of entries
-- unit: entry
-- groups: municipality team quarter role event_type
-- by: team
-- measure: per_week ratio | Minuten per open traject per week | Minutes per open trajectory per week
-- measure: minutes sums | Minuten, naast het aantal stappen | Minutes, beside the number of entries
-- measure: weeks_above ratio | Weken boven de norm | Weeks above the norm
-- `alle` stands where a measure has no role or type of event of its own. A week of a team is a
-- fact about the organisation and belongs to no client.
WITH unit AS (
  SELECT e.municipality, e.team, y.quarter, y.week, e.role, e.event_type, e.dossier, e.minutes_spent
  FROM entries AS e
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = e.occurred_day
  WHERE e.occurred_day >= asked.from_day AND e.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR e.municipality = asked.municipality)
      AND (asked.team IS NULL OR e.team = asked.team)
),
span AS (
  SELECT y.quarter, MIN(y.day) AS from_day, MAX(y.day) + 1 AS until_day
  FROM days AS y
  CROSS JOIN asked
  WHERE y.day >= asked.from_day AND y.day < asked.until_day AND y.day <= asked.on_day
  GROUP BY y.quarter
),
open_time AS (
  SELECT t.municipality, t.team, s.quarter, t.dossier,
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
  SELECT y.week, MIN(y.quarter) AS quarter, MIN(y.day) AS from_day
  FROM days AS y
  CROSS JOIN asked
  WHERE y.day >= asked.from_day AND y.day < asked.until_day AND y.day <= asked.on_day
  GROUP BY y.week
),
flow AS (
  SELECT t.municipality, t.team, y.week, 1 AS opened, 0 AS closed
  FROM trajectories AS t
  CROSS JOIN asked
  JOIN days AS y ON y.day = CASE WHEN t.opened_day < asked.from_day THEN asked.from_day ELSE t.opened_day END
  WHERE t.imported = 0 AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
      AND (asked.team IS NULL OR t.team = asked.team)
  UNION ALL
  SELECT t.municipality, t.team, y.week, 0, 1
  FROM trajectories AS t
  CROSS JOIN asked
  JOIN days AS y ON y.day = CASE WHEN t.closed_day < asked.from_day THEN asked.from_day ELSE t.closed_day END
  WHERE t.imported = 0 AND t.closed_day IS NOT NULL AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
      AND (asked.team IS NULL OR t.team = asked.team)
),
team_change AS (
  SELECT municipality, team, week, SUM(opened) AS opened, SUM(closed) AS closed
  FROM flow
  GROUP BY municipality, team, week
),
teams AS (
  SELECT DISTINCT municipality, team FROM team_change
),
team_minutes AS (
  SELECT municipality, team, week, SUM(minutes_spent) AS minutes
  FROM unit
  GROUP BY municipality, team, week
),
team_week AS (
  SELECT t.municipality, t.team, w.quarter, w.from_day, COALESCE(m.minutes, 0) AS minutes,
    SUM(COALESCE(c.opened, 0)) OVER (PARTITION BY t.municipality, t.team ORDER BY w.from_day)
      - SUM(COALESCE(c.closed, 0)) OVER (PARTITION BY t.municipality, t.team ORDER BY w.from_day)
      + COALESCE(c.closed, 0) AS open_count
  FROM teams AS t
  CROSS JOIN week AS w
  LEFT JOIN team_change AS c
    ON c.municipality = t.municipality AND COALESCE(c.team, '') = COALESCE(t.team, '') AND c.week = w.week
  LEFT JOIN team_minutes AS m
    ON m.municipality = t.municipality AND COALESCE(m.team, '') = COALESCE(t.team, '') AND m.week = w.week
),
judged AS (
  SELECT w.municipality, w.team, w.quarter, w.minutes, w.open_count, n.number AS norm_minutes
  FROM team_week AS w
  LEFT JOIN norms AS n
      ON n.key = 'registratielast_minuten' AND n.valid_from_day <= w.from_day AND w.from_day < n.valid_until_day
  WHERE w.open_count > 0
)
SELECT 'per_week' AS measure, municipality, team, quarter, 'alle' AS role, 'alle' AS event_type,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  SUM(COALESCE(minutes_spent, 0)) AS numerator, 0 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
GROUP BY municipality, team, quarter, dossier
UNION ALL
SELECT 'per_week' AS measure, municipality, team, quarter, 'alle' AS role, 'alle' AS event_type,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator, weeks AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM open_time
UNION ALL
SELECT 'minutes' AS measure, municipality, team, quarter, role, event_type,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  SUM(COALESCE(minutes_spent, 0)) AS numerator, SUM(CASE WHEN minutes_spent IS NULL THEN 0 ELSE 1 END) AS denominator, CAST(NULL AS DOUBLE) AS value, SUM(CASE WHEN minutes_spent IS NULL THEN 1 ELSE 0 END) AS missing
FROM unit
GROUP BY municipality, team, quarter, role, event_type, dossier
UNION ALL
SELECT 'weeks_above' AS measure, municipality, team, quarter, 'alle' AS role, 'alle' AS event_type,
  CAST(NULL AS BIGINT) AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN minutes > norm_minutes * open_count THEN 1 ELSE 0 END AS numerator, CASE WHEN norm_minutes IS NULL THEN 0 ELSE 1 END AS denominator, CAST(NULL AS DOUBLE) AS value, CASE WHEN norm_minutes IS NULL THEN 1 ELSE 0 END AS missing
FROM judged
