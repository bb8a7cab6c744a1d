-- code: Q20
-- name: choice-followed
-- title.nl: Volgt het besluit de voorkeur van de cliënt?
-- title.en: Does the decision follow the client's preference?
-- asks: CC
-- source: 002, P5
-- events: decision_taken decision_reconsidered client_preference_voiced options_presented
-- shape: answer
-- numerator.nl: besluiten waarin de keuze gelijk is aan de voorkeur
-- numerator.en: decisions in which the choice equals the preference
-- denominator.nl: besluiten waarvoor de cliënt een voorkeur uitsprak; *weet ik nog niet* telt als onbekend
-- denominator.en: decisions for which the client voiced a preference; *I do not know yet* counts as unknown
-- unit: decision
-- groups: municipality team quarter kind failing_corner
-- by: team
-- measure: followed ratio | Voorkeur gevolgd | Preference followed
-- measure: reasons count | Niet gevolgd: waarop de andere keuzes afvielen | Not followed: the corner on which the other options failed
-- The book does not say which alternative was the preferred one; `reasons` counts the corner on
-- which each option that was not chosen failed, doing nothing left out.
WITH unit AS (
  SELECT d.position, d.municipality, d.team, y.quarter, d.kind, d.dossier, d.chosen_is_preferred
  FROM decisions AS d
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = d.taken_day
  WHERE d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
    AND (d.preferred IS NOT NULL OR d.preferred_undecided = 1)
    AND (asked.municipality IS NULL OR d.municipality = asked.municipality)
    AND (asked.team IS NULL OR d.team = asked.team)
    AND (asked.kind IS NULL OR d.kind = asked.kind)
),
reason AS (
  SELECT u.municipality, u.team, u.quarter, u.kind, a.failing_corner, u.dossier
  FROM unit AS u
  JOIN decision_alternatives AS a ON a.decision = u.position
  WHERE u.chosen_is_preferred = 0 AND COALESCE(a.option_kind, 'optie') <> 'niets_doen'
)
SELECT 'followed' AS measure, municipality, team, quarter, kind, 'alle' AS failing_corner,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(chosen_is_preferred, 0) AS numerator,
  CASE WHEN chosen_is_preferred IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN chosen_is_preferred IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'reasons' AS measure, municipality, team, quarter, kind, failing_corner,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  1 AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM reason
