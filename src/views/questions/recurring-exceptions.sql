-- code: Q43
-- name: recurring-exceptions
-- title.nl: Welke uitzonderingen komen steeds terug?
-- title.en: Which exceptions keep coming back?
-- asks: BM
-- source: 003
-- events: exception_made exceptions_bundled organisation_answered
-- shape: answer
-- numerator.nl: uitzonderingen op een regel of gewoonte die vaak voorkomt (norm: 3) en niet is gebundeld
-- numerator.en: exceptions to a rule or habit that occurs often (norm: 3) and is not bundled
-- denominator.nl: alle uitzonderingen
-- denominator.en: all exceptions
-- unit: exception
-- groups: municipality team quarter departs_from rule
-- by: rule
-- measure: exceptions count | Uitzonderingen | Exceptions
-- measure: unbundled ratio | Steeds terug en niet gebundeld | Recurring and not bundled
-- measure: answered ratio | Bundels met antwoord binnen de norm (90 dagen) | Bundles answered within the norm (90 days)
-- A bundle is a fact about the organisation and belongs to no client; one that is still within
-- the norm without an answer counts as unknown.
WITH bundled AS (
  SELECT DISTINCT b.exception FROM bundle_exceptions AS b WHERE b.exception IS NOT NULL
),
unit AS (
  SELECT e.municipality, e.team, y.quarter, e.departs_from, e.norm AS rule, e.dossier, n.number AS norm_count,
    COUNT(*) OVER (PARTITION BY e.municipality, e.norm) AS occurrences,
    CASE WHEN b.exception IS NULL THEN 0 ELSE 1 END AS is_bundled
  FROM exceptions AS e
  CROSS JOIN asked
  LEFT JOIN bundled AS b ON b.exception = e.position
  LEFT JOIN days AS y ON y.day = e.occurred_day
  LEFT JOIN norms AS n
      ON n.key = 'uitzondering_aantal' AND n.valid_from_day <= asked.on_day AND asked.on_day < n.valid_until_day
  WHERE e.occurred_day >= asked.from_day AND e.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR e.municipality = asked.municipality)
    AND (asked.team IS NULL OR e.team = asked.team)
),
reply AS (
  SELECT a.about, MIN(a.occurred_day) AS first_day
  FROM organisation_answers AS a
  CROSS JOIN asked
  WHERE a.occurred_day <= asked.on_day
  GROUP BY a.about
),
bundle AS (
  SELECT b.municipality, b.team, y.quarter,
    CASE WHEN r.first_day <= b.occurred_day + n.number THEN 1
      WHEN asked.on_day > b.occurred_day + n.number THEN 0 END AS in_time
  FROM bundles AS b
  CROSS JOIN asked
  LEFT JOIN reply AS r ON r.about = b.position
  LEFT JOIN days AS y ON y.day = b.occurred_day
  LEFT JOIN norms AS n
      ON n.key = 'bundel_antwoord_dagen' AND n.valid_from_day <= b.occurred_day AND b.occurred_day < n.valid_until_day
  WHERE b.occurred_day >= asked.from_day AND b.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR b.municipality = asked.municipality)
    AND (asked.team IS NULL OR b.team = asked.team)
)
SELECT 'exceptions' AS measure, municipality, team, quarter, departs_from, rule,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  1 AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
UNION ALL
SELECT 'unbundled' AS measure, municipality, team, quarter, departs_from, rule,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN occurrences >= norm_count AND is_bundled = 0 THEN 1 ELSE 0 END AS numerator,
  CASE WHEN norm_count IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN norm_count IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'answered' AS measure, municipality, team, quarter, 'alle' AS departs_from, 'alle' AS rule,
  CAST(NULL AS BIGINT) AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(in_time, 0) AS numerator,
  CASE WHEN in_time IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN in_time IS NULL THEN 1 ELSE 0 END AS missing
FROM bundle
