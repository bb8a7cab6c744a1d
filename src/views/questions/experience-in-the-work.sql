-- code: Q36
-- name: experience-in-the-work
-- title.nl: Werkt ervaringskennis mee in de trajecten?
-- title.en: Does experience knowledge work along in the trajectories?
-- asks: SC
-- source: 003; VN-verdrag art. 4 lid 3; College voor de Rechten van de Mens
-- events: trajectory_opened tandem_formed experience_perspective_given trajectory_closed
-- shape: answer
-- numerator.nl: open trajecten met een tandem of een ervaringsperspectief
-- numerator.en: open trajectories with a tandem or an experience perspective
-- denominator.nl: trajecten die op de rapportagedatum open zijn
-- denominator.en: trajectories open on the reporting date
-- unit: trajectory
-- groups: municipality team
-- by: municipality
-- measure: involved ratio | Met ervaringskennis | With experience knowledge
-- measure: moment median | Dagen na de start | Days after the start
-- measure: feedback ratio | Teruggehoord wat het veranderde | Heard back what it changed
-- Feedback was given when the book says whether the perspective changed something.
WITH work AS (
  SELECT d.dossier, d.municipality, d.team, d.occurred_day
  FROM tandems AS d
  UNION ALL
  SELECT p.dossier, p.municipality, p.team, p.occurred_day
  FROM experience_perspectives AS p
),
first_work AS (
  SELECT w.dossier, MIN(w.occurred_day) AS first_day
  FROM work AS w
  CROSS JOIN asked
  WHERE w.occurred_day <= asked.on_day
  GROUP BY w.dossier
),
unit AS (
  SELECT t.municipality, t.team, t.dossier, CASE WHEN f.dossier IS NULL THEN 0 ELSE 1 END AS involved
  FROM trajectories AS t
  CROSS JOIN asked
  LEFT JOIN first_work AS f ON f.dossier = t.dossier
  WHERE t.imported = 0 AND t.opened_day <= asked.on_day
    AND (t.closed_day IS NULL OR t.closed_day > asked.on_day)
    AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
),
moment AS (
  SELECT t.municipality, t.team, t.dossier, f.first_day - t.opened_day AS days
  FROM first_work AS f
  CROSS JOIN asked
  JOIN trajectories AS t ON t.dossier = f.dossier
  WHERE t.imported = 0
    AND f.first_day >= asked.from_day AND f.first_day < asked.until_day
    AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
),
perspective AS (
  SELECT p.municipality, p.team, p.dossier, CASE WHEN p.changed_something IS NULL THEN 0 ELSE 1 END AS heard_back
  FROM experience_perspectives AS p
  CROSS JOIN asked
  WHERE p.occurred_day >= asked.from_day AND p.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR p.municipality = asked.municipality)
    AND (asked.team IS NULL OR p.team = asked.team)
)
SELECT 'involved' AS measure, municipality, team,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  involved AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
UNION ALL
SELECT 'moment' AS measure, municipality, team,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator, 1 AS denominator, CAST(days AS DOUBLE) AS value, 0 AS missing
FROM moment
UNION ALL
SELECT 'feedback' AS measure, municipality, team,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  heard_back AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM perspective
