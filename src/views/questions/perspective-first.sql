-- code: Q18
-- name: perspective-first
-- title.nl: Vragen we eerst waar iemand heen wil?
-- title.en: Do we first ask where somebody wants to go?
-- asks: CC
-- source: 004, P3; 000
-- events: trajectory_opened future_perspective_voiced instrument_started
-- shape: answer
-- numerator.nl: trajecten waarin het toekomstperspectief er was vóór of op de dag van het eerste instrument
-- numerator.en: trajectories in which the future perspective was there on or before the day of the first instrument
-- denominator.nl: trajecten waarvan het eerste instrument in de periode begon
-- denominator.en: trajectories whose first instrument started in the period
-- unit: trajectory
-- groups: municipality team quarter
-- by: team
-- measure: first ratio | Eerst het perspectief | Perspective first
WITH unit AS (
  SELECT t.municipality, t.team, y.quarter, t.dossier, t.first_perspective_day, t.first_instrument_day
  FROM trajectories AS t
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = t.first_instrument_day
  WHERE t.first_instrument_day >= asked.from_day AND t.first_instrument_day < asked.until_day
    AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
)
SELECT 'first' AS measure, municipality, team, quarter,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN first_perspective_day <= first_instrument_day THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
