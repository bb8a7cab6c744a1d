-- code: Q45
-- name: where-people-land
-- title.nl: Waar komen mensen terecht?
-- title.en: Where do people land?
-- asks: BM
-- source: 001, 004; V01; VNG Participatieladder
-- events: trajectory_closed trajectory_opened effect_measured
-- shape: answer
-- numerator.nl: afgesloten trajecten waarin de cliënt zegt: ik deed het zelf (norm: 4 of hoger)
-- numerator.en: closed trajectories in which the client says: I did it myself (norm: 4 or higher)
-- denominator.nl: afgesloten trajecten waarin dit is gevraagd; werk en andere plekken tellen gelijk
-- denominator.en: closed trajectories in which this was asked; work and other places count alike
-- unit: closing
-- groups: municipality team half_year place
-- by: place
-- measure: places count | Plekken (een traject kan er meer hebben) | Places (a trajectory may have more than one)
-- measure: self ratio | Zelf gedaan | Done oneself
-- measure: ladder mean | Verandering op de ladder, alleen met nulmeting | Change on the ladder, with a baseline only
-- measure: still_there ratio | Later nog op de plek | Still in place later
-- sensitive: yes
WITH unit AS (
  SELECT c.position, c.municipality, c.team, y.half_year, c.dossier, c.self_attribution, n.number AS norm_score
  FROM closings AS c
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = c.occurred_day
  LEFT JOIN norms AS n
      ON n.key = 'zelf_gedaan_score' AND n.valid_from_day <= c.occurred_day AND c.occurred_day < n.valid_until_day
  WHERE c.occurred_day >= asked.from_day AND c.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR c.municipality = asked.municipality)
    AND (asked.team IS NULL OR c.team = asked.team)
),
placed AS (
  SELECT u.municipality, u.team, u.half_year, p.place, u.dossier
  FROM unit AS u
  JOIN closing_places AS p ON p.closing = u.position
),
ladder AS (
  SELECT m.dossier, m.change,
    ROW_NUMBER() OVER (PARTITION BY m.dossier ORDER BY m.occurred_day DESC, m.position DESC) AS latest
  FROM measurements AS m
  CROSS JOIN asked
  WHERE m.what = 'ladder' AND m.source <> 'opening' AND m.occurred_day <= asked.on_day
    AND (m.moment IS NULL OR m.moment <> 'nul')
),
later AS (
  SELECT m.dossier, m.value AS in_place,
    ROW_NUMBER() OVER (PARTITION BY m.dossier ORDER BY m.occurred_day DESC, m.position DESC) AS latest
  FROM measurements AS m
  CROSS JOIN asked
  WHERE m.what = 'op_zijn_plek' AND m.moment = 'na' AND m.occurred_day <= asked.on_day
),
judged AS (
  SELECT u.municipality, u.team, u.half_year, u.dossier, l.change, a.in_place
  FROM unit AS u
  LEFT JOIN ladder AS l ON l.dossier = u.dossier AND l.latest = 1
  LEFT JOIN later AS a ON a.dossier = u.dossier AND a.latest = 1
)
SELECT 'places' AS measure, municipality, team, half_year, place,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  1 AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM placed
UNION ALL
SELECT 'self' AS measure, municipality, team, half_year, 'alle' AS place,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN self_attribution >= norm_score THEN 1 ELSE 0 END AS numerator,
  CASE WHEN self_attribution IS NULL OR norm_score IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN self_attribution IS NULL OR norm_score IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'ladder' AS measure, municipality, team, half_year, 'alle' AS place,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator,
  CASE WHEN change IS NULL THEN 0 ELSE 1 END AS denominator,
  change AS value,
  CASE WHEN change IS NULL THEN 1 ELSE 0 END AS missing
FROM judged
UNION ALL
SELECT 'still_there' AS measure, municipality, team, half_year, 'alle' AS place,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN in_place >= 1 THEN 1 ELSE 0 END AS numerator,
  CASE WHEN in_place IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN in_place IS NULL THEN 1 ELSE 0 END AS missing
FROM judged
