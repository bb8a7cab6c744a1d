-- code: Q44
-- name: sensible-with-money
-- title.nl: Wat kost een besluit, en wat kost niets doen?
-- title.en: What does a decision cost, and what does doing nothing cost?
-- asks: BM
-- source: 003; V17; IPW
-- events: decision_taken decision_reconsidered
-- shape: answer
-- numerator.nl: kosten van de besluiten, in centen
-- numerator.en: cost of the decisions, in cents
-- denominator.nl: geschatte kosten van niets doen bij dezelfde besluiten, in centen; alleen waar beide bekend zijn
-- denominator.en: estimated cost of doing nothing for the same decisions, in cents; only where both are known
-- unit: decision
-- groups: municipality team quarter kind
-- by: kind
-- measure: money sums | Kosten, naast kosten van niets doen | Cost, beside cost of doing nothing
-- measure: unknown ratio | Bedragen onbekend | Amounts unknown
WITH unit AS (
  SELECT d.municipality, d.team, y.quarter, d.kind, d.dossier, d.cost, d.doing_nothing_cost,
    CASE WHEN d.cost IS NULL OR d.doing_nothing_cost IS NULL THEN 1 ELSE 0 END AS unknown
  FROM decisions AS d
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = d.taken_day
  WHERE d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
    AND (asked.municipality IS NULL OR d.municipality = asked.municipality)
    AND (asked.team IS NULL OR d.team = asked.team)
    AND (asked.kind IS NULL OR d.kind = asked.kind)
)
SELECT 'money' AS measure, municipality, team, quarter, kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN unknown = 0 THEN cost ELSE 0 END AS numerator,
  CASE WHEN unknown = 0 THEN doing_nothing_cost ELSE 0 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  unknown AS missing
FROM unit
UNION ALL
SELECT 'unknown' AS measure, municipality, team, quarter, kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  unknown AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
