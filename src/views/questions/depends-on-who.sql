-- code: Q33
-- name: depends-on-who
-- title.nl: Maakt het uit wie u treft?
-- title.en: Does it matter whom you get?
-- asks: PO
-- source: Omgekeerde Toets; 001
-- events: decision_taken decision_reconsidered
-- shape: answer
-- numerator.nl: besluiten met een maatregel, of met een echte keuze
-- numerator.en: decisions with a measure, or with a real choice
-- denominator.nl: besluiten over dezelfde situatie, per begeleider met genoeg zaken (norm); de uitkomst is hoogste min laagste aandeel
-- denominator.en: decisions about the same situation, per counsellor with enough cases (norm); the outcome is highest minus lowest share
-- unit: decision
-- groups: municipality team situation_key
-- by: team situation_key
-- measure: measures spread | Verschil in aandeel maatregelen | Difference in share of measures
-- measure: choices spread | Verschil in aandeel echte keuze | Difference in share of real choice
-- The only question with `person`: to take the spread, never to show who it was. A counsellor
-- with fewer clients than the smallest group stays out.
WITH unit AS (
  SELECT d.municipality, d.team, d.situation_key, d.dossier, d.led_by, d.real_choice,
    CASE WHEN d.kind = 'maatregel' THEN 1 ELSE 0 END AS measure_taken
  FROM decisions AS d
  CROSS JOIN asked
  WHERE d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
    AND d.situation_key IS NOT NULL
    AND (asked.municipality IS NULL OR d.municipality = asked.municipality)
      AND (asked.team IS NULL OR d.team = asked.team)
),
cell AS (
  SELECT u.municipality, u.team, u.situation_key, u.led_by, COUNT(DISTINCT u.dossier) AS clients
  FROM unit AS u
  GROUP BY u.municipality, u.team, u.situation_key, u.led_by
),
enough AS (
  SELECT u.municipality, u.team, u.situation_key, u.dossier, u.led_by, u.measure_taken, u.real_choice
  FROM unit AS u
  CROSS JOIN asked
  JOIN cell AS c ON c.municipality = u.municipality AND COALESCE(c.team, '') = COALESCE(u.team, '')
    AND c.situation_key = u.situation_key AND c.led_by = u.led_by
  LEFT JOIN norms AS n
      ON n.key = 'kleinste_groep' AND n.valid_from_day <= asked.on_day AND asked.on_day < n.valid_until_day
  WHERE c.clients >= COALESCE(n.number, 5)
)
SELECT 'measures' AS measure, municipality, team, situation_key,
  dossier AS client, led_by AS person,
  measure_taken AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM enough
UNION ALL
SELECT 'choices' AS measure, municipality, team, situation_key,
  dossier AS client, led_by AS person,
  COALESCE(real_choice, 0) AS numerator, CASE WHEN real_choice IS NULL THEN 0 ELSE 1 END AS denominator, CAST(NULL AS DOUBLE) AS value, CASE WHEN real_choice IS NULL THEN 1 ELSE 0 END AS missing
FROM enough
