-- code: Q19
-- name: real-choice
-- title.nl: Was er echt iets te kiezen?
-- title.en: Was there a real choice?
-- asks: CC
-- source: 002, P5; Samen Beslissen
-- events: decision_taken decision_reconsidered options_presented
-- shape: answer
-- numerator.nl: besluiten na een keuze uit ten minste twee mogelijkheden en niets doen
-- numerator.en: decisions after a choice of at least two options and doing nothing
-- denominator.nl: besluiten van een soort waarbij de cliënt kan kiezen; dus geen maatregel, waarschuwing, toekenning of weigering
-- denominator.en: decisions of a kind in which the client can choose; so no measure, warning, grant or denial
-- unit: decision
-- groups: municipality team quarter kind
-- by: team
-- measure: real ratio | Echte keuze | Real choice
WITH unit AS (
  SELECT d.municipality, d.team, y.quarter, d.kind, d.dossier, d.real_choice
  FROM decisions AS d
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = d.taken_day
  WHERE d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
    AND d.kind NOT IN ('maatregel', 'waarschuwing', 'toekenning', 'weigering')
    AND (asked.municipality IS NULL OR d.municipality = asked.municipality)
    AND (asked.team IS NULL OR d.team = asked.team)
    AND (asked.kind IS NULL OR d.kind = asked.kind)
)
SELECT 'real' AS measure, municipality, team, quarter, kind,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(real_choice, 0) AS numerator,
  CASE WHEN real_choice IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN real_choice IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
