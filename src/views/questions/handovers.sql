-- code: Q32
-- name: handovers
-- title.nl: Hoe dragen we een zaak over?
-- title.en: How do we hand over a case?
-- asks: PO
-- source: 001; Movisie
-- events: case_handed_over trajectory_opened
-- shape: answer
-- numerator.nl: warme overdrachten: met een gesprek waar de cliënt bij is
-- numerator.en: warm handovers: with a conversation in which the client takes part
-- denominator.nl: alle overdrachten
-- denominator.en: all handovers
-- unit: handover
-- groups: municipality team
-- by: team
-- measure: warm ratio | Warm overgedragen | Handed over warmly
-- measure: informed ratio | Cliënt vooraf ingelicht | Client informed beforehand
-- measure: per_trajectory mean | Overdrachten per lopend traject | Handovers per running trajectory
WITH unit AS (
  SELECT h.municipality, h.team, h.dossier, h.manner, h.client_informed
  FROM handovers AS h
  CROSS JOIN asked
  WHERE h.occurred_day >= asked.from_day AND h.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR h.municipality = asked.municipality)
    AND (asked.team IS NULL OR h.team = asked.team)
),
per_dossier AS (
  SELECT h.dossier, COUNT(*) AS handovers
  FROM handovers AS h
  CROSS JOIN asked
  WHERE h.occurred_day >= asked.from_day AND h.occurred_day < asked.until_day
  GROUP BY h.dossier
),
ran AS (
  SELECT t.municipality, t.team, t.dossier, CAST(COALESCE(p.handovers, 0) AS DOUBLE) AS handovers
  FROM trajectories AS t
  CROSS JOIN asked
  LEFT JOIN per_dossier AS p ON p.dossier = t.dossier
  WHERE t.imported = 0 AND t.opened_day < asked.until_day
    AND (t.closed_day IS NULL OR t.closed_day >= asked.from_day)
    AND (asked.municipality IS NULL OR t.municipality = asked.municipality)
    AND (asked.team IS NULL OR t.team = asked.team)
)
SELECT 'warm' AS measure, municipality, team,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN manner = 'warm' THEN 1 ELSE 0 END AS numerator,
  1 AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  0 AS missing
FROM unit
UNION ALL
SELECT 'informed' AS measure, municipality, team,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  CASE WHEN client_informed = 'ja' THEN 1 ELSE 0 END AS numerator,
  CASE WHEN client_informed IN ('ja', 'nee') THEN 1 ELSE 0 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN client_informed IN ('ja', 'nee') THEN 0 ELSE 1 END AS missing
FROM unit
UNION ALL
SELECT 'per_trajectory' AS measure, municipality, team,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  0 AS numerator, 1 AS denominator, handovers AS value, 0 AS missing
FROM ran
