-- code: Q19
-- name: real-choice
-- title.nl: Had de cliënt echt iets te kiezen?
-- title.en: Did the client have a real choice?
-- asks: CC
-- source: 002, Samen Beslissen; domain.md §4
-- events: decision_taken options_offered
-- shape: answer
-- numerator.nl: besluiten met vooraf minstens twee keuzes en niets doen
-- numerator.en: decisions with at least two options and doing nothing beforehand
-- denominator.nl: besluiten
-- denominator.en: decisions
-- unit: decision
-- groups: team municipality quarter kind
-- by: team
-- measure: real ratio | Echte keuze | Real choice
SELECT 'real' AS measure, x.team, x.municipality, d.quarter, x.kind, x.dossier AS client,
       NULL AS person, SUM(x.real_choice) AS numerator, COUNT(*) AS denominator, NULL AS value,
       0 AS missing
FROM decisions x
CROSS JOIN asked
JOIN days d ON d.day = x.taken_day
WHERE x.taken_day >= asked.from_day AND x.taken_day < asked.until_day
  AND (asked.team IS NULL OR x.team = asked.team)
  AND (asked.municipality IS NULL OR x.municipality = asked.municipality)
  AND (asked.kind IS NULL OR x.kind = asked.kind)
GROUP BY x.team, x.municipality, d.quarter, x.kind, x.dossier
