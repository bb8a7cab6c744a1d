-- code: Q31
-- name: pressing-letters
-- title.nl: Welke brieven zetten mensen onder druk?
-- title.en: Which letters put people under pressure?
-- asks: PO
-- source: 003
-- events: letter_sent
-- shape: answer
-- numerator.nl: brieven met weinig tijd (norm: 2 dagen), of met een gevolg zonder vijfsecondencheck, of zonder dat de begeleider het wist
-- numerator.en: letters with little time (norm: 2 days), or a consequence without five-second check, or without the counsellor knowing
-- denominator.nl: alle brieven
-- denominator.en: all letters
-- unit: letter
-- groups: municipality team quarter author_unit
-- by: author_unit
-- measure: pressing ratio | Brief met druk | Letter with pressure
-- measure: short ratio | Weinig tijd | Little time
-- measure: unchecked ratio | Gevolg genoemd zonder vijfsecondencheck | Consequence named without five-second check
-- measure: uninformed ratio | Begeleider wist het niet | Counsellor did not know
WITH unit AS (
  SELECT l.municipality, l.team, y.quarter, l.author_unit, l.dossier,
    CASE WHEN l.days_given <= n.number THEN 1 WHEN n.number IS NOT NULL THEN 0 END AS short_time,
    CASE WHEN l.consequence_named = 1 AND l.five_second_check = 0 THEN 1 ELSE 0 END AS unchecked,
    CASE WHEN l.counsellor_informed = 'nee' THEN 1 WHEN l.counsellor_informed = 'ja' THEN 0 END AS uninformed
  FROM letters AS l
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = l.occurred_day
  LEFT JOIN norms AS n
      ON n.key = 'brief_dagen' AND n.valid_from_day <= l.occurred_day AND l.occurred_day < n.valid_until_day
  WHERE l.occurred_day >= asked.from_day AND l.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR l.municipality = asked.municipality)
    AND (asked.team IS NULL OR l.team = asked.team)
),
judged AS (
  SELECT municipality, team, quarter, author_unit, dossier,
    CASE WHEN short_time = 1 OR unchecked = 1 OR uninformed = 1 THEN 1
      WHEN short_time IS NULL OR uninformed IS NULL THEN NULL ELSE 0 END AS pressing
  FROM unit
)
SELECT 'pressing' AS measure, municipality, team, quarter, author_unit,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(pressing, 0) AS numerator,
  CASE WHEN pressing IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN pressing IS NULL THEN 1 ELSE 0 END AS missing
FROM judged
UNION ALL
SELECT 'short' AS measure, municipality, team, quarter, author_unit,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(short_time, 0) AS numerator,
  CASE WHEN short_time IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN short_time IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'unchecked' AS measure, municipality, team, quarter, author_unit,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  unchecked AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
UNION ALL
SELECT 'uninformed' AS measure, municipality, team, quarter, author_unit,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(uninformed, 0) AS numerator,
  CASE WHEN uninformed IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN uninformed IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
