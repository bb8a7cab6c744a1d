-- code: Q48
-- name: learners-choice
-- title.nl: Wat zou een ander doen met dezelfde kennis?
-- title.en: What would another do with the same knowledge?
-- asks: LE
-- source: 000, 004
-- events: replay_completed
-- shape: answer
-- numerator.nl: herhalingen waarin de lerende dezelfde soort besluit koos
-- numerator.en: replays in which the learner chose the same kind of decision
-- denominator.nl: herhalingen waarvan beide keuzes bekend zijn
-- denominator.en: replays of which both choices are known
-- unit: replay
-- groups: municipality team half_year actual_kind step
-- by: team
-- measure: same ratio | Dezelfde keuze | The same choice
-- measure: differences count | Een andere keuze, per stap | Another choice, per step
-- What was known at a step is no table: `weegboek dossier show --known-at` and `weegboek replay`
-- show the case as it stood then. `step` is the position of the entry at which the learner stopped.
WITH unit AS (
  SELECT r.municipality, r.team, y.half_year, r.actual_kind, CAST(r.stop AS VARCHAR(20)) AS step, r.dossier,
    CASE WHEN r.choice_kind = r.actual_kind THEN 1 WHEN r.choice_kind <> r.actual_kind THEN 0 END AS same
  FROM replays AS r
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = r.occurred_day
  WHERE r.occurred_day >= asked.from_day AND r.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR r.municipality = asked.municipality)
    AND (asked.team IS NULL OR r.team = asked.team)
)
SELECT 'same' AS measure, municipality, team, half_year, actual_kind, step,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(same, 0) AS numerator,
  CASE WHEN same IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN same IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'differences' AS measure, municipality, team, half_year, actual_kind, step,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  1 AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
WHERE same = 0
