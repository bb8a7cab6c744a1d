-- code: Q09
-- name: lost-promises
-- title.nl: Welke beloften raken kwijt bij een overdracht?
-- title.en: Which promises get lost at a handover?
-- asks: TL PO
-- source: 001; Movisie
-- events: case_handed_over
-- shape: answer
-- numerator.nl: beloften die open waren bij een overdracht en na de norm (30 dagen) nog niet waren ingelost
-- numerator.en: promises open at a handover and not kept after the norm (30 days)
-- denominator.nl: alle beloften die open waren bij een overdracht; nog binnen de norm telt als onbekend
-- denominator.en: all promises open at a handover; those still within the norm count as unknown
-- unit: promise
-- groups: municipality team quarter
-- by: team
-- measure: lost ratio | Niet op tijd ingelost | Not kept in time
WITH unit AS (
  SELECT h.municipality, h.team, y.quarter, p.dossier,
    CASE WHEN p.kept_day <= h.occurred_day + n.number AND p.kept_day <= asked.on_day THEN 0
      WHEN asked.on_day > h.occurred_day + n.number THEN 1 END AS lost
  FROM promises AS p
  CROSS JOIN asked
  JOIN handovers AS h ON h.position = p.handover
  LEFT JOIN days AS y ON y.day = h.occurred_day
  LEFT JOIN norms AS n
      ON n.key = 'belofte_dagen' AND n.valid_from_day <= h.occurred_day AND h.occurred_day < n.valid_until_day
  WHERE h.occurred_day >= asked.from_day AND h.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR h.municipality = asked.municipality)
    AND (asked.team IS NULL OR h.team = asked.team)
)
SELECT 'lost' AS measure, municipality, team, quarter,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(lost, 0) AS numerator,
  CASE WHEN lost IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN lost IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
