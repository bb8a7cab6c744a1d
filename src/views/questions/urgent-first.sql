-- code: Q25
-- name: urgent-first
-- title.nl: Gaat wat urgent is voor?
-- title.en: Does what is urgent come first?
-- asks: CC
-- source: 004, P8
-- events: urgent_obstacle_reported obstacle_stabilised instrument_started decision_taken
-- shape: answer
-- numerator.nl: dagen tot de belemmering is opgelost of beheersbaar
-- numerator.en: days until the obstacle is solved or manageable
-- denominator.nl: gemelde urgente belemmeringen; nog niet opgelost telt als onbekend
-- denominator.en: urgent obstacles reported; not yet settled counts as unknown
-- unit: urgent obstacle
-- groups: municipality team quarter life_domain
-- by: team
-- measure: days median | Dagen tot het opgelost of beheersbaar is | Days until solved or manageable
-- measure: demand ratio | Toch ingezet op werk, of een maatregel | Work or a measure demanded all the same
-- What counts as a demand is what the signal `demand_during_urgency` (F09) counts.
WITH unit AS (
  SELECT o.position, o.municipality, o.team, y.quarter, o.domain AS life_domain, o.dossier, o.occurred_day AS from_day,
    CASE WHEN o.settled_day <= asked.on_day THEN o.settled_day END AS settled_day, asked.on_day
  FROM urgent_obstacles AS o
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = o.occurred_day
  WHERE o.occurred_day >= asked.from_day AND o.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR o.municipality = asked.municipality)
    AND (asked.team IS NULL OR o.team = asked.team)
),
demanded AS (
  SELECT DISTINCT u.position
  FROM unit AS u
  JOIN signals AS s ON s.dossier = u.dossier
  WHERE s.signal = 'demand_during_urgency' AND s.since_day >= u.from_day
    AND s.since_day < COALESCE(u.settled_day, u.on_day + 1)
),
judged AS (
  SELECT u.municipality, u.team, u.quarter, u.life_domain, u.dossier,
    CASE WHEN d.position IS NULL THEN 0 ELSE 1 END AS demanded
  FROM unit AS u
  LEFT JOIN demanded AS d ON d.position = u.position
)
SELECT 'days' AS measure, municipality, team, quarter, life_domain,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator,
  CASE WHEN settled_day IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(settled_day - from_day AS DOUBLE) AS value,
  CASE WHEN settled_day IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'demand' AS measure, municipality, team, quarter, life_domain,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  demanded AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM judged
