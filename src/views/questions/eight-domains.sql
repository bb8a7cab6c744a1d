-- code: Q24
-- name: eight-domains
-- title.nl: Kijken we naar het hele leven?
-- title.en: Do we look at the whole of life?
-- asks: CC
-- source: 004, P9
-- events: trajectory_opened life_domain_assessed trajectory_closed
-- shape: answer
-- numerator.nl: trajecten waarin alle leefgebieden zijn bekeken (norm: acht)
-- numerator.en: trajectories in which all life domains were discussed (norm: eight)
-- denominator.nl: trajecten die in de periode liepen en ouder zijn dan de norm (60 dagen)
-- denominator.en: trajectories that ran in the period and are older than the norm (60 days)
-- unit: trajectory
-- groups: municipality team life_domain
-- by: team
-- measure: complete ratio | Alle leefgebieden bekeken | All life domains discussed
-- measure: missed ratio | Leefgebied niet bekeken | Life domain not discussed
WITH eight AS (
  SELECT 'huisvesting' AS life_domain
  UNION ALL SELECT 'financien'
  UNION ALL SELECT 'sociaal_functioneren'
  UNION ALL SELECT 'psychisch_functioneren'
  UNION ALL SELECT 'motivatie'
  UNION ALL SELECT 'lichamelijk_functioneren'
  UNION ALL SELECT 'praktisch_functioneren'
  UNION ALL SELECT 'dagbesteding'
),
seen AS (
  SELECT DISTINCT l.dossier, l.domain
  FROM life_domains AS l
  CROSS JOIN asked
  WHERE l.occurred_day <= asked.on_day
),
counted AS (
  SELECT dossier, COUNT(*) AS domains
  FROM seen
  GROUP BY dossier
),
unit AS (
  SELECT t.municipality, t.team, t.dossier, COALESCE(c.domains, 0) AS domains, k.number AS norm_domains
  FROM trajectories AS t
  CROSS JOIN asked
  LEFT JOIN counted AS c ON c.dossier = t.dossier
  LEFT JOIN norms AS n
      ON n.key = 'leefgebieden_dagen' AND n.valid_from_day <= asked.on_day AND asked.on_day < n.valid_until_day
  LEFT JOIN norms AS k
      ON k.key = 'leefgebieden_aantal' AND k.valid_from_day <= asked.on_day AND asked.on_day < k.valid_until_day
  WHERE t.imported = 0 AND t.opened_day < asked.until_day
    AND (t.closed_day IS NULL OR t.closed_day >= asked.from_day)
    AND asked.on_day - t.opened_day > n.number
    AND (t.closed_day IS NULL OR t.closed_day - t.opened_day > n.number)
    AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
),
cell AS (
  SELECT u.municipality, u.team, e.life_domain, u.dossier, CASE WHEN s.dossier IS NULL THEN 1 ELSE 0 END AS missed
  FROM unit AS u
  CROSS JOIN eight AS e
  LEFT JOIN seen AS s ON s.dossier = u.dossier AND s.domain = e.life_domain
)
SELECT 'complete' AS measure, municipality, team, 'alle' AS life_domain,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN domains >= norm_domains THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
UNION ALL
SELECT 'missed' AS measure, municipality, team, life_domain,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  missed AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM cell
