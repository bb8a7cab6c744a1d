-- code: Q47
-- name: knowing-and-believing
-- title.nl: Weten we het, of vinden we het?
-- title.en: Do we know it, or do we believe it?
-- asks: BM
-- source: 002; V04
-- events: decision_taken
-- shape: answer
-- numerator.nl: besluiten die rusten op weten, met een bron
-- numerator.en: decisions that rest on knowing, with a source
-- denominator.nl: alle besluiten waarin staat of het weten of vinden is
-- denominator.en: all decisions that say whether it is knowing or believing
-- unit: decision
-- groups: municipality team quarter kind
-- by: kind
-- measure: knowing ratio | Weten, met een bron | Knowing, with a source
WITH unit AS (
  SELECT d.municipality, d.team, y.quarter, d.kind, d.dossier, d.knowledge_basis, d.knowledge_source
  FROM decisions AS d
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = d.taken_day
  WHERE d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
    AND (asked.municipality IS NULL OR d.municipality = asked.municipality)
    AND (asked.team IS NULL OR d.team = asked.team)
    AND (asked.kind IS NULL OR d.kind = asked.kind)
)
SELECT 'knowing' AS measure, municipality, team, quarter, kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN knowledge_basis = 'weten' AND knowledge_source = 1 THEN 1 ELSE 0 END AS numerator,
  CASE WHEN knowledge_basis IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN knowledge_basis IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
