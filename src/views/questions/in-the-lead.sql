-- code: Q28
-- name: in-the-lead
-- title.nl: Wie heeft de regie bij een besluit?
-- title.en: Who is in the lead at a decision?
-- asks: PO
-- source: 002
-- events: decision_taken decision_reconsidered lead_assigned trajectory_opened
-- shape: answer
-- numerator.nl: besluiten onder leiding van wie op dat moment de regie had
-- numerator.en: decisions led by the one who had the lead at the time
-- denominator.nl: alle besluiten; zonder toegewezen regie telt als onbekend
-- denominator.en: all decisions; without an assigned lead counts as unknown
-- unit: decision
-- groups: municipality team month role kind
-- by: month
-- measure: by_lead ratio | Door wie de regie heeft | By the one in the lead
-- measure: decisions count | Besluiten per rol | Decisions per role
WITH unit AS (
  SELECT d.municipality, d.team, y.month, d.led_by_role AS role, d.kind, d.dossier, d.led_by_lead
  FROM decisions AS d
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = d.taken_day
  WHERE d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
    AND (asked.municipality IS NULL OR d.municipality = asked.municipality)
    AND (asked.team IS NULL OR d.team = asked.team)
    AND (asked.kind IS NULL OR d.kind = asked.kind)
)
SELECT 'by_lead' AS measure, municipality, team, month, role, kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(led_by_lead, 0) AS numerator,
  CASE WHEN led_by_lead IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN led_by_lead IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'decisions' AS measure, municipality, team, month, role, kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  1 AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
