-- code: Q05
-- name: reviewed-in-time
-- title.nl: Welke instrumenten zijn op tijd besproken?
-- title.en: Which instruments were reviewed in time?
-- asks: TL
-- source: 004, P10
-- events: instrument_started instrument_reviewed instrument_ended
-- shape: answer
-- numerator.nl: instrumenten die op of vóór de afgesproken dag zijn besproken
-- numerator.en: instruments reviewed on or before the agreed day
-- denominator.nl: instrumenten waarvan de dag van bespreken in de periode valt en voorbij is; een instrument dat eerder ophield zonder bespreking telt niet mee
-- denominator.en: instruments whose review day lies in the period and has passed; an instrument that ended earlier without a review does not count
-- unit: instrument
-- groups: municipality team quarter instrument
-- by: instrument
-- measure: in_time ratio | Op tijd besproken | Reviewed in time
WITH unit AS (
  SELECT i.municipality, i.team, y.quarter, i.instrument, i.dossier, i.review_day, i.first_reviewed_day
  FROM instruments AS i
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = i.review_day
  WHERE i.review_day >= asked.from_day AND i.review_day < asked.until_day
    AND i.review_day < asked.on_day
    AND (i.first_reviewed_day IS NOT NULL OR i.ended_day IS NULL OR i.ended_day >= i.review_day)
    AND (asked.municipality IS NULL OR i.municipality = asked.municipality)
    AND (asked.team IS NULL OR i.team = asked.team)
)
SELECT 'in_time' AS measure, municipality, team, quarter, instrument,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN first_reviewed_day <= review_day THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
