-- code: Q11
-- name: set-aside-together
-- title.nl: Welke principes gaan samen opzij, en waarvoor?
-- title.en: Which principles are set aside together, and for what?
-- asks: LG
-- source: 004; V15
-- events: decision_taken decision_reconsidered
-- shape: answer
-- numerator.nl: besluiten die twee principes samen opzij zetten
-- numerator.en: decisions that set two principles aside together
-- denominator.nl: besluiten die minstens één principe bewust opzij zetten
-- denominator.en: decisions that set at least one principle aside on purpose
-- unit: decision
-- groups: municipality team quarter pair weightier_value
-- by: pair
-- measure: together ratio | Meer dan één principe opzij | More than one principle set aside
-- measure: pairs count | Paren van principes | Pairs of principles
-- measure: values count | Waarde die zwaarder woog | Value that weighed more
-- `alle` stands where a measure is not about one pair; in `values` the pair is one principle.
WITH aside AS (
  SELECT d.position, d.municipality, d.team, y.quarter, d.dossier, s.principle, s.weightier_value
  FROM decision_principles AS s
  CROSS JOIN asked
  JOIN decisions AS d ON d.position = s.decision
  LEFT JOIN days AS y ON y.day = d.taken_day
  WHERE s.stance = 'bewust_opzij'
    AND d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
    AND (asked.municipality IS NULL OR d.municipality = asked.municipality)
    AND (asked.team IS NULL OR d.team = asked.team)
),
unit AS (
  SELECT position, municipality, team, quarter, dossier, COUNT(*) AS aside_count
  FROM aside
  GROUP BY position, municipality, team, quarter, dossier
),
pairs AS (
  SELECT a.municipality, a.team, a.quarter, a.dossier, a.principle || '+' || b.principle AS pair,
    CASE WHEN a.weightier_value = b.weightier_value THEN a.weightier_value
      ELSE a.weightier_value || ' + ' || b.weightier_value END AS weightier_value
  FROM aside AS a
  JOIN aside AS b ON b.position = a.position AND a.principle < b.principle
)
SELECT 'together' AS measure, municipality, team, quarter, 'alle' AS pair, 'alle' AS weightier_value,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN aside_count > 1 THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
UNION ALL
SELECT 'pairs' AS measure, municipality, team, quarter, pair, weightier_value,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  1 AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM pairs
UNION ALL
SELECT 'values' AS measure, municipality, team, quarter, principle AS pair, weightier_value,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  1 AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM aside
