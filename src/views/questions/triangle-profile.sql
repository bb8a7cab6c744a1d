-- code: Q41
-- name: triangle-profile
-- title.nl: Op welke hoek van de driehoek knelt het?
-- title.en: At which corner of the triangle does it pinch?
-- asks: BM
-- source: 003; V06–V08
-- events: decision_taken decision_reconsidered
-- shape: answer
-- numerator.nl: besluiten met drie keer ja: wet, middelen en zelfregie
-- numerator.en: decisions with three times yes: law, means and self-direction
-- denominator.nl: alle besluiten
-- denominator.en: all decisions
-- unit: decision
-- groups: municipality team quarter kind triangle corner where_it_failed
-- by: triangle
-- measure: three_yes ratio | Drie keer ja | Three times yes
-- measure: decisions count | Besluiten per driehoek | Decisions per triangle
-- measure: failing count | Hoek waarop iets afviel | Corner on which something failed
-- `failing` counts the corner of each alternative that failed (doing nothing left out) and of
-- each *no* that was taken with permission.
WITH unit AS (
  SELECT d.position, d.municipality, d.team, y.quarter, d.kind, d.triangle, d.dossier
  FROM decisions AS d
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = d.taken_day
  WHERE d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
    AND (asked.municipality IS NULL OR d.municipality = asked.municipality)
    AND (asked.team IS NULL OR d.team = asked.team)
    AND (asked.kind IS NULL OR d.kind = asked.kind)
),
failing AS (
  SELECT u.municipality, u.team, u.quarter, u.kind, u.triangle, a.failing_corner AS corner,
    'alternatief' AS where_it_failed, u.dossier
  FROM unit AS u
  JOIN decision_alternatives AS a ON a.decision = u.position
  WHERE a.failing_corner IS NOT NULL AND COALESCE(a.option_kind, 'optie') <> 'niets_doen'
  UNION ALL
  SELECT u.municipality, u.team, u.quarter, u.kind, u.triangle, c.corner, 'toestemming', u.dossier
  FROM unit AS u
  JOIN decision_corners AS c ON c.decision = u.position
  WHERE c.overridden = 1
)
SELECT 'three_yes' AS measure, municipality, team, quarter, kind, triangle, 'alle' AS corner, 'alle' AS where_it_failed,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN triangle = 'ja/ja/ja' THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
UNION ALL
SELECT 'decisions' AS measure, municipality, team, quarter, kind, triangle, 'alle' AS corner, 'alle' AS where_it_failed,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  1 AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
UNION ALL
SELECT 'failing' AS measure, municipality, team, quarter, kind, triangle, corner, where_it_failed,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  1 AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM failing
