-- code: Q29
-- name: unexpected-visit
-- title.nl: Komt een onderzoek onverwacht?
-- title.en: Does an investigation come unexpected?
-- asks: PO
-- source: 002; VNG Huisbezoek 2021
-- events: investigation_visit_recorded enforcement_coordinated conversation_held client_voice_recorded
-- shape: answer
-- numerator.nl: bezoeken zonder afstemming vooraf en zonder bericht aan de regie
-- numerator.en: visits without alignment beforehand and without notice to the lead
-- denominator.nl: alle bezoeken
-- denominator.en: all visits
-- unit: visit
-- groups: municipality team quarter
-- by: municipality
-- measure: unexpected ratio | Onverwacht voor de regie | Unexpected for the lead
-- measure: trust mean | Vertrouwen na het bezoek, min ervoor | Trust after the visit, minus before
WITH unit AS (
  SELECT v.municipality, v.team, y.quarter, v.dossier,
    CASE WHEN v.coordinated_before = 1 OR v.lead_informed = 'ja' THEN 0 WHEN v.lead_informed = 'nee' THEN 1 END AS unexpected,
    CAST(v.trust_after - v.trust_before AS DOUBLE) AS trust_change
  FROM visits AS v
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = v.visited_day
  WHERE v.visited_day >= asked.from_day AND v.visited_day < asked.until_day
    AND (asked.municipality IS NULL OR v.municipality = asked.municipality)
    AND (asked.team IS NULL OR v.team = asked.team)
)
SELECT 'unexpected' AS measure, municipality, team, quarter,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(unexpected, 0) AS numerator,
  CASE WHEN unexpected IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN unexpected IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'trust' AS measure, municipality, team, quarter,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator,
  CASE WHEN trust_change IS NULL THEN 0 ELSE 1 END AS denominator,
  trust_change AS value,
  CASE WHEN trust_change IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
