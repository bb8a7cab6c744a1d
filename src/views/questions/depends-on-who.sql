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
-- denominator.nl: besluiten over dezelfde situatie, per begeleider met genoeg cliënten (norm); de uitkomst is hoogste min laagste aandeel
-- denominator.en: decisions about the same situation, per counsellor with enough clients (norm); the outcome is highest minus lowest share
-- unit: decision
-- groups: municipality team situation_key
-- by: team situation_key
-- measure: measures spread | Verschil in aandeel maatregelen | Difference in share of measures
-- measure: choices spread | Verschil in aandeel echte keuze | Difference in share of real choice
-- sensitive: yes
-- The only question with `person`: for the spread, never to show who it was. Who has fewer
-- clients than the smallest group stays out of it.
WITH unit AS (
  SELECT d.municipality, d.team, d.situation_key, d.dossier, d.led_by, d.real_choice,
    CASE WHEN d.kind = 'maatregel' THEN 1 ELSE 0 END AS measure_taken
  FROM decisions AS d
  CROSS JOIN asked
  WHERE d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
    AND d.situation_key IS NOT NULL AND d.led_by IS NOT NULL
    AND (asked.municipality IS NULL OR d.municipality = asked.municipality)
    AND (asked.team IS NULL OR d.team = asked.team)
)
SELECT 'measures' AS measure, municipality, team, situation_key,
  dossier AS client, led_by AS person,
  measure_taken AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
UNION ALL
SELECT 'choices' AS measure, municipality, team, situation_key,
  dossier AS client, led_by AS person,
  COALESCE(real_choice, 0) AS numerator,
  CASE WHEN real_choice IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN real_choice IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
