-- code: Q42
-- name: room-in-the-law
-- title.nl: Hoeveel ruimte in de wet gebruiken we?
-- title.en: How much room in the law do we use?
-- asks: BM
-- source: 003; V14; Maatwerk met de Awb (BZK 2019)
-- events: decision_taken decision_reconsidered
-- shape: answer
-- numerator.nl: besluiten zonder genoemde rechtsbron
-- numerator.en: decisions without a named legal source
-- denominator.nl: alle besluiten
-- denominator.en: all decisions
-- unit: decision
-- groups: municipality team quarter kind room_used
-- by: room_used
-- measure: decisions count | Besluiten per gebruikte ruimte | Decisions per room used
-- measure: without_source ratio | Zonder genoemde bron | Without a named source
WITH unit AS (
  SELECT d.position, d.municipality, d.team, y.quarter, d.kind, d.dossier, d.law_sources
  FROM decisions AS d
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = d.taken_day
  WHERE d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
    AND (asked.municipality IS NULL OR d.municipality = asked.municipality)
    AND (asked.team IS NULL OR d.team = asked.team)
    AND (asked.kind IS NULL OR d.kind = asked.kind)
),
room AS (
  SELECT DISTINCT u.position, u.municipality, u.team, u.quarter, u.kind, COALESCE(l.room_used, 'geen_basis') AS room_used, u.dossier
  FROM unit AS u
  LEFT JOIN decision_legal AS l ON l.decision = u.position
)
SELECT 'decisions' AS measure, municipality, team, quarter, kind, room_used,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  1 AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM room
UNION ALL
SELECT 'without_source' AS measure, municipality, team, quarter, kind, 'alle' AS room_used,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN law_sources = 0 THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
