-- code: Q34
-- name: strict-or-lenient
-- title.nl: Streng of soepel in dezelfde situatie?
-- title.en: Strict or lenient in the same situation?
-- asks: PO BM
-- source: 001; Binnenlands Bestuur (geen overzicht van verschillen)
-- events: decision_taken decision_reconsidered
-- shape: answer
-- numerator.nl: besluiten met een maatregel, een waarschuwing, of waarbij een gesprek is overwogen
-- numerator.en: decisions with a measure, a warning, or in which a talk was considered
-- denominator.nl: besluiten over dezelfde situatie
-- denominator.en: decisions about the same situation
-- unit: decision
-- groups: municipality team quarter situation_key
-- by: situation_key team
-- measure: measures ratio | Maatregel | Measure
-- measure: warnings ratio | Waarschuwing | Warning
-- measure: talks ratio | Gesprek overwogen | Talk considered
-- sensitive: yes
-- A talk is no kind of decision; it counts where it stands among the alternatives.
WITH unit AS (
  SELECT d.municipality, d.team, y.quarter, d.situation_key, d.dossier, d.kind, d.talk_considered
  FROM decisions AS d
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = d.taken_day
  WHERE d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
    AND d.situation_key IS NOT NULL
    AND (asked.municipality IS NULL OR d.municipality = asked.municipality)
    AND (asked.team IS NULL OR d.team = asked.team)
)
SELECT 'measures' AS measure, municipality, team, quarter, situation_key,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN kind = 'maatregel' THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
UNION ALL
SELECT 'warnings' AS measure, municipality, team, quarter, situation_key,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN kind = 'waarschuwing' THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
UNION ALL
SELECT 'talks' AS measure, municipality, team, quarter, situation_key,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(talk_considered, 0) AS numerator,
  CASE WHEN talk_considered IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN talk_considered IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
