-- code: Q01
-- name: complete-weighing
-- title.nl: Welk deel van de besluiten is volledig afgewogen?
-- title.en: Which share of the decisions is weighed completely?
-- asks: TL
-- source: domain.md §3.2; 003, 004
-- events: decision_taken decision_reconsidered
-- shape: answer
-- numerator.nl: besluiten waarin elk blok van de afweging is ingevuld, ook wat niet verplicht is
-- numerator.en: decisions in which every block of the weighing is filled in, beyond the minimum
-- denominator.nl: alle besluiten, met de uitleg die nu geldt
-- denominator.en: all decisions, with the justification in force
-- unit: decision
-- groups: municipality team month quarter kind
-- by: team
-- measure: complete ratio | Volledig afgewogen | Weighed completely
WITH unit AS (
  SELECT d.municipality, d.team, y.month, y.quarter, d.kind, d.dossier, d.complete
  FROM decisions AS d
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = d.taken_day
  WHERE d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
    AND (asked.municipality IS NULL OR d.municipality = asked.municipality)
    AND (asked.team IS NULL OR d.team = asked.team)
    AND (asked.kind IS NULL OR d.kind = asked.kind)
)
SELECT 'complete' AS measure, municipality, team, month, quarter, kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(complete, 0) AS numerator,
  CASE WHEN complete IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN complete IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
