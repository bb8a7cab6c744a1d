-- code: Q40
-- name: reward-for-experience
-- title.nl: Wordt ervaringswerk beloond, zonder risico voor de uitkering?
-- title.en: Is experience work rewarded, without risk for the benefit?
-- asks: SC
-- source: 000; nietsoveronszonderons.nl; ervaringsdeskundige.info
-- events: experience_perspective_given tandem_formed
-- shape: answer
-- numerator.nl: bijdragen waarbij het risico voor de uitkering is bekeken
-- numerator.en: contributions for which the risk for the benefit was checked
-- denominator.nl: ervaringsperspectieven met een beloning; niet ingevuld telt als onbekend
-- denominator.en: experience perspectives with a reward; not filled in counts as unknown
-- unit: contribution
-- groups: municipality team half_year compensation
-- by: compensation
-- measure: checked ratio | Risico bekeken | Risk checked
-- measure: contributions count | Bijdragen per beloning | Contributions per reward
WITH work AS (
  SELECT p.municipality, p.team, p.occurred_day, p.compensation, p.dossier, p.benefit_risk_checked, 1 AS is_perspective
  FROM experience_perspectives AS p
  UNION ALL
  SELECT d.municipality, d.team, d.occurred_day, d.compensation, d.dossier, NULL, 0
  FROM tandems AS d
),
unit AS (
  SELECT w.municipality, w.team, y.half_year, w.compensation, w.dossier, w.benefit_risk_checked, w.is_perspective
  FROM work AS w
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = w.occurred_day
  WHERE w.occurred_day >= asked.from_day AND w.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR w.municipality = asked.municipality)
    AND (asked.team IS NULL OR w.team = asked.team)
)
SELECT 'checked' AS measure, municipality, team, half_year, compensation,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(benefit_risk_checked, 0) AS numerator,
  CASE WHEN benefit_risk_checked IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN benefit_risk_checked IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
WHERE is_perspective = 1 AND compensation <> 'geen'
UNION ALL
SELECT 'contributions' AS measure, municipality, team, half_year, compensation,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  1 AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
