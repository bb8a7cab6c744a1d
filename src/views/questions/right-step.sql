-- code: Q02
-- name: right-step
-- title.nl: Was dit echt de juiste stap?
-- title.en: Was this really the right step?
-- asks: TL LG
-- source: 004; domain.md §1.10 (Amersfoort: 95 %)
-- events: review_held
-- shape: answer
-- numerator.nl: stappen met het oordeel: ja, dit was de juiste stap
-- numerator.en: steps with the verdict: yes, this was the right step
-- denominator.nl: alle stappen die in een toetssessie zijn bekeken
-- denominator.en: all steps looked at in a review session
-- unit: step
-- groups: municipality team half_year principle
-- by: team
-- measure: right ratio | Juiste stap | Right step
-- measure: doubt ratio | Twijfel over de stap | Doubt about the step
WITH unit AS (
  SELECT s.municipality, s.team, y.half_year, s.principle, s.dossier, s.verdict
  FROM review_steps AS s
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = s.occurred_day
  WHERE s.occurred_day >= asked.from_day AND s.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR s.municipality = asked.municipality)
    AND (asked.team IS NULL OR s.team = asked.team)
)
SELECT 'right' AS measure, municipality, team, half_year, principle,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN verdict = 'ja' THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
UNION ALL
SELECT 'doubt' AS measure, municipality, team, half_year, principle,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN verdict = 'twijfel' THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
