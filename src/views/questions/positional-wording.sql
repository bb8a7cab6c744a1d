-- code: Q16
-- name: positional-wording
-- title.nl: Schrijven we over standpunten in plaats van belangen?
-- title.en: Do we write about positions instead of interests?
-- asks: LG PO
-- source: 003, 002
-- events: conversation_held decision_taken decision_reconsidered entry_corrected
-- shape: answer
-- numerator.nl: teksten van een professional met een woord dat een etiket plakt
-- numerator.en: texts of a professional with a word that labels somebody
-- denominator.nl: alle gesprekken en besluiten waarvan de tekst is bekeken
-- denominator.en: all conversations and decisions whose text was looked at
-- unit: text
-- groups: municipality team quarter text_kind
-- by: team
-- measure: positional ratio | Met een etiket geschreven | Written with a label
-- measure: corrected ratio | Daarvan later verbeterd | Of those corrected later
WITH texts AS (
  SELECT c.position, c.municipality, c.team, 'gesprek' AS text_kind, c.dossier, c.occurred_day, c.wording_terms
  FROM conversations AS c
  UNION ALL
  SELECT d.position, d.municipality, d.team, 'besluit', d.dossier, d.taken_day, d.wording_terms
  FROM decisions AS d
),
repaired AS (
  SELECT c.target, MAX(c.wording_before) AS terms_before, MIN(c.wording_after) AS terms_after
  FROM corrections AS c
  WHERE c.wording_before > 0
    AND (c.field IN ('note', 'subject', 'why') OR c.field LIKE 'assumptions.%'
      OR c.field LIKE '%.reason' OR c.field LIKE '%.why_not' OR c.field LIKE '%.option')
  GROUP BY c.target
),
unit AS (
  SELECT t.municipality, t.team, y.quarter, t.text_kind, t.dossier, t.wording_terms, r.terms_after,
    CASE WHEN t.wording_terms > 0 OR r.terms_before > 0 THEN 1 ELSE 0 END AS labelled
  FROM texts AS t
  CROSS JOIN asked
  LEFT JOIN repaired AS r ON r.target = t.position
  LEFT JOIN days AS y ON y.day = t.occurred_day
  WHERE t.occurred_day >= asked.from_day AND t.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
)
SELECT 'positional' AS measure, municipality, team, quarter, text_kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN wording_terms IS NULL THEN 0 ELSE labelled END AS numerator,
  CASE WHEN wording_terms IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN wording_terms IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'corrected' AS measure, municipality, team, quarter, text_kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN terms_after = 0 THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
WHERE labelled = 1 AND wording_terms IS NOT NULL
