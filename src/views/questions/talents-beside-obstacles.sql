-- code: Q12
-- name: talents-beside-obstacles
-- title.nl: Zien we talenten naast belemmeringen?
-- title.en: Do we see talents beside obstacles?
-- asks: LG
-- source: 004, P2
-- events: life_domain_assessed
-- shape: answer
-- numerator.nl: leefgebieden met een talent of mogelijkheid
-- numerator.en: life domains with a talent or possibility
-- denominator.nl: leefgebieden met een belemmering
-- denominator.en: life domains with an obstacle
-- unit: life domain
-- groups: municipality team quarter life_domain
-- by: team
-- measure: talents ratio | Talenten per belemmering | Talents for each obstacle
-- measure: beside ratio | Belemmeringen met een talent ernaast | Obstacles with a talent beside them
WITH unit AS (
  SELECT l.municipality, l.team, y.quarter, l.domain AS life_domain, l.dossier, l.talent, l.obstacle
  FROM life_domains AS l
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = l.occurred_day
  WHERE l.occurred_day >= asked.from_day AND l.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR l.municipality = asked.municipality)
    AND (asked.team IS NULL OR l.team = asked.team)
)
SELECT 'talents' AS measure, municipality, team, quarter, life_domain,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(talent, 0) AS numerator,
  COALESCE(obstacle, 0) AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
UNION ALL
SELECT 'beside' AS measure, municipality, team, quarter, life_domain,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(talent, 0) AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
WHERE obstacle = 1
