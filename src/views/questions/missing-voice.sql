-- code: Q38
-- name: missing-voice
-- title.nl: Wiens stem missen we?
-- title.en: Whose voice is missing?
-- asks: SC
-- source: 000
-- events: client_voice_recorded trajectory_opened trajectory_closed
-- shape: answer
-- numerator.nl: aandeel van een groep in de stemmen van cliënten
-- numerator.en: share of a group in the voices of clients
-- denominator.nl: aandeel van dezelfde groep in de trajecten die in de periode liepen; onder 0,5 (norm) missen we de stem
-- denominator.en: share of the same group in the trajectories that ran in the period; below 0.5 (norm) the voice is missing
-- unit: voice
-- groups: municipality team benefit_band
-- by: benefit_band
-- measure: voice relative | Aandeel in stemmen gedeeld door aandeel in trajecten | Share of voices divided by share of trajectories
WITH voiced AS (
  SELECT v.municipality, v.team, v.benefit_band, v.dossier
  FROM voices AS v
  CROSS JOIN asked
  WHERE v.occurred_day >= asked.from_day AND v.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR v.municipality = asked.municipality)
    AND (asked.team IS NULL OR v.team = asked.team)
),
ran AS (
  SELECT t.municipality, t.team, t.benefit_band, t.dossier
  FROM trajectories AS t
  CROSS JOIN asked
  WHERE t.imported = 0 AND t.opened_day < asked.until_day
    AND (t.closed_day IS NULL OR t.closed_day >= asked.from_day)
    AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
)
SELECT 'voice' AS measure, municipality, team, benefit_band,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN benefit_band IS NULL THEN 0 ELSE 1 END AS numerator,
  0 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN benefit_band IS NULL THEN 1 ELSE 0 END AS missing
FROM voiced
UNION ALL
SELECT 'voice' AS measure, municipality, team, benefit_band,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator,
  CASE WHEN benefit_band IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN benefit_band IS NULL THEN 1 ELSE 0 END AS missing
FROM ran
