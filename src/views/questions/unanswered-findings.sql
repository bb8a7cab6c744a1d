-- code: Q03
-- name: unanswered-findings
-- title.nl: Welke bevindingen wachten te lang op antwoord?
-- title.en: Which findings wait too long for an answer?
-- asks: TL
-- source: 004; domain.md §4
-- events: finding_recorded finding_answered
-- shape: answer
-- numerator.nl: bevindingen die na de norm van de rapportagedatum nog geen antwoord hebben
-- numerator.en: findings without an answer after the days of the norm on the reporting date
-- denominator.nl: alle bevindingen uit de periode
-- denominator.en: all findings of the period
-- unit: finding
-- groups: municipality team quarter kind
-- by: team kind
-- measure: unanswered ratio | Te lang zonder antwoord | Too long without an answer
-- measure: days median | Dagen tot het antwoord | Days until the answer
WITH unit AS (
  SELECT f.municipality, f.team, y.quarter, f.kind, f.dossier, asked.on_day - f.occurred_day AS age,
    CASE WHEN f.answered_day <= asked.on_day THEN f.answered_day - f.occurred_day END AS days,
    n.number AS norm_days
  FROM findings AS f
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = f.occurred_day
  LEFT JOIN norms AS n
      ON n.key = 'bevinding_antwoord_dagen' AND n.valid_from_day <= asked.on_day AND asked.on_day < n.valid_until_day
  WHERE f.occurred_day >= asked.from_day AND f.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR f.municipality = asked.municipality)
    AND (asked.team IS NULL OR f.team = asked.team)
    AND (asked.kind IS NULL OR f.kind = asked.kind)
)
SELECT 'unanswered' AS measure, municipality, team, quarter, kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN days IS NULL AND age > norm_days THEN 1 ELSE 0 END AS numerator,
  CASE WHEN norm_days IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN norm_days IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'days' AS measure, municipality, team, quarter, kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator,
  CASE WHEN days IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(days AS DOUBLE) AS value,
  CASE WHEN days IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
