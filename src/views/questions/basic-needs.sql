-- code: Q26
-- name: basic-needs
-- title.nl: Vragen we naar autonomie, kunnen en verbinding?
-- title.en: Do we ask about autonomy, competence and relatedness?
-- asks: CC
-- source: 000; zelfdeterminatietheorie; RWI 2010
-- events: trajectory_opened needs_voiced effect_measured trajectory_closed
-- shape: answer
-- numerator.nl: open trajecten waarin de basisbehoeften zijn besproken
-- numerator.en: open trajectories in which the basic needs were discussed
-- denominator.nl: trajecten die op de rapportagedatum open zijn
-- denominator.en: trajectories open on the reporting date
-- unit: trajectory
-- groups: municipality team need place
-- by: team
-- measure: asked ratio | Besproken | Discussed
-- measure: change mean | Verandering per behoefte | Change per need
-- `change` takes each dossier and need once: the last measurement minus the first. Its group
-- `place` is where the client landed; `nog_open` and `meer_dan_een` say what they say.
WITH voiced AS (
  SELECT n.dossier, n.need, MIN(n.municipality) AS municipality, MIN(n.team) AS team, MIN(n.occurred_day) AS first_day
  FROM needs AS n
  CROSS JOIN asked
  WHERE n.occurred_day <= asked.on_day
  GROUP BY n.dossier, n.need
),
asked_about AS (
  SELECT DISTINCT dossier FROM voiced
),
unit AS (
  SELECT t.municipality, t.team, t.dossier, CASE WHEN v.dossier IS NULL THEN 0 ELSE 1 END AS discussed
  FROM trajectories AS t
  CROSS JOIN asked
  LEFT JOIN asked_about AS v ON v.dossier = t.dossier
  WHERE t.imported = 0 AND t.opened_day <= asked.on_day
    AND (t.closed_day IS NULL OR t.closed_day > asked.on_day)
    AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
),
measured AS (
  SELECT m.dossier, m.what, m.change,
    ROW_NUMBER() OVER (PARTITION BY m.dossier, m.what ORDER BY m.occurred_day DESC, m.position DESC) AS latest
  FROM measurements AS m
  CROSS JOIN asked
  WHERE m.what IN ('autonomie', 'competentie', 'verbinding') AND m.change IS NOT NULL
    AND m.occurred_day <= asked.on_day
),
landed AS (
  SELECT p.dossier, CASE WHEN COUNT(DISTINCT p.place) > 1 THEN 'meer_dan_een' ELSE MIN(p.place) END AS place
  FROM closing_places AS p
  CROSS JOIN asked
  WHERE p.occurred_day <= asked.on_day
  GROUP BY p.dossier
),
changed AS (
  SELECT v.municipality, v.team, v.need, COALESCE(l.place, 'nog_open') AS place, v.dossier, m.change
  FROM voiced AS v
  CROSS JOIN asked
  LEFT JOIN measured AS m ON m.dossier = v.dossier AND m.what = v.need AND m.latest = 1
  LEFT JOIN landed AS l ON l.dossier = v.dossier
  WHERE v.first_day >= asked.from_day AND v.first_day < asked.until_day
    AND (asked.municipality IS NULL OR v.municipality = asked.municipality)
    AND (asked.team IS NULL OR v.team = asked.team)
)
SELECT 'asked' AS measure, municipality, team, 'alle' AS need, 'alle' AS place,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  discussed AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
UNION ALL
SELECT 'change' AS measure, municipality, team, need, place,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator,
  CASE WHEN change IS NULL THEN 0 ELSE 1 END AS denominator,
  change AS value,
  CASE WHEN change IS NULL THEN 1 ELSE 0 END AS missing
FROM changed
