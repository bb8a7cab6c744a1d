-- code: Q23
-- name: coloured-yes
-- title.nl: Zegt iemand ja omdat hij afhankelijk is?
-- title.en: Does somebody say yes out of dependence?
-- asks: CC
-- source: 002, 003
-- events: client_preference_voiced decision_taken decision_reconsidered client_voice_recorded
-- shape: answer
-- numerator.nl: uitspraken waarbij de cliënt zich afhankelijk voelde
-- numerator.en: statements at which the client felt dependent
-- denominator.nl: uitspraken waarbij dit is gevraagd en de cliënt ja of nee zei
-- denominator.en: statements at which this was asked and the client said yes or no
-- unit: statement
-- groups: municipality team quarter statement
-- by: team
-- measure: coloured ratio | Voelde zich afhankelijk | Felt dependent
-- sensitive: yes
WITH statements AS (
  SELECT p.municipality, p.team, p.occurred_day AS on_day, 'voorkeur' AS statement, p.dossier, p.dependence_felt
  FROM preferences AS p
  UNION ALL
  SELECT d.municipality, d.team, d.taken_day, 'besluit', d.dossier, d.dependence_felt
  FROM decisions AS d
  UNION ALL
  SELECT v.municipality, v.team, v.occurred_day, 'stem', v.dossier, v.dependence_felt
  FROM voices AS v
),
unit AS (
  SELECT s.municipality, s.team, y.quarter, s.statement, s.dossier,
    CASE WHEN s.dependence_felt = 'ja' THEN 1 WHEN s.dependence_felt = 'nee' THEN 0 END AS dependent
  FROM statements AS s
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = s.on_day
  WHERE s.on_day >= asked.from_day AND s.on_day < asked.until_day
    AND (asked.municipality IS NULL OR s.municipality = asked.municipality)
    AND (asked.team IS NULL OR s.team = asked.team)
)
SELECT 'coloured' AS measure, municipality, team, quarter, statement,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(dependent, 0) AS numerator,
  CASE WHEN dependent IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN dependent IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
