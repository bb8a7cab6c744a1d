-- code: Q10
-- name: stance-per-principle
-- title.nl: Hoe gaan besluiten om met de principes?
-- title.en: How do decisions deal with the principles?
-- asks: LG
-- source: 004, principes 1–10
-- events: decision_taken decision_reconsidered catalogue_adopted
-- shape: answer
-- numerator.nl: besluiten die het principe toepassen, bewust opzij zetten of niet noemen
-- numerator.en: decisions that apply the principle, set it aside on purpose, or do not name it
-- denominator.nl: alle besluiten, keer elk principe dat op die dag gold
-- denominator.en: all decisions, times every principle in force that day
-- unit: decision
-- groups: municipality team quarter kind principle stance
-- by: principle stance
-- measure: decisions count | Besluiten per houding | Decisions per stance
WITH unit AS (
  SELECT d.position, d.municipality, d.team, y.quarter, d.kind, d.dossier, d.taken_day
  FROM decisions AS d
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = d.taken_day
  WHERE d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
    AND (asked.municipality IS NULL OR d.municipality = asked.municipality)
    AND (asked.team IS NULL OR d.team = asked.team)
    AND (asked.kind IS NULL OR d.kind = asked.kind)
),
known AS (
  SELECT c.key, c.valid_from_day, c.valid_until_day
  FROM catalogue_entries AS c
  WHERE c.catalogue = 'principes'
),
stand AS (
  SELECT u.municipality, u.team, u.quarter, u.kind, k.key AS principle,
    COALESCE(s.stance, 'niet_genoemd') AS stance, u.dossier
  FROM unit AS u
  JOIN known AS k ON k.valid_from_day <= u.taken_day AND u.taken_day < k.valid_until_day
  LEFT JOIN decision_principles AS s ON s.decision = u.position AND s.principle = k.key
)
SELECT 'decisions' AS measure, municipality, team, quarter, kind, principle, stance,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  1 AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM stand
