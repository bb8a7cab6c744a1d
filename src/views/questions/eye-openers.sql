-- code: Q37
-- name: eye-openers
-- title.nl: Verandert een andere blik het besluit?
-- title.en: Does another view change the decision?
-- asks: SC
-- source: 003
-- events: experience_perspective_given
-- shape: answer
-- numerator.nl: afwijkende ervaringsperspectieven die iets veranderden
-- numerator.en: differing experience perspectives that changed something
-- denominator.nl: ervaringsperspectieven die afwijken van de blik van het team
-- denominator.en: experience perspectives that differ from the view of the team
-- unit: perspective
-- groups: municipality team half_year
-- by: municipality
-- measure: changed ratio | Veranderde iets | Changed something
WITH unit AS (
  SELECT p.municipality, p.team, y.half_year, p.dossier, p.changed_something
  FROM experience_perspectives AS p
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = p.occurred_day
  WHERE p.occurred_day >= asked.from_day AND p.occurred_day < asked.until_day
    AND p.differs = 1
    AND (asked.municipality IS NULL OR p.municipality = asked.municipality)
    AND (asked.team IS NULL OR p.team = asked.team)
)
SELECT 'changed' AS measure, municipality, team, half_year,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(changed_something, 0) AS numerator,
  CASE WHEN changed_something IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN changed_something IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
