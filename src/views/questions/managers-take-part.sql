-- code: Q35
-- name: managers-take-part
-- title.nl: Doen teammanagers mee aan toetsing en casuïstiek?
-- title.en: Do team managers take part in reviews and case discussions?
-- asks: PO
-- source: 004
-- events: review_held case_discussion_held
-- shape: answer
-- numerator.nl: toetssessies en casuïstiekbesprekingen met de teammanager erbij
-- numerator.en: review sessions and case discussions with the team manager present
-- denominator.nl: alle toetssessies en casuïstiekbesprekingen
-- denominator.en: all review sessions and case discussions
-- unit: session
-- groups: municipality team two_months session
-- by: team
-- measure: present ratio | Teammanager erbij | Team manager present
-- measure: sessions count | Sessies (norm: elke twee maanden één) | Sessions (norm: one every two months)
WITH sessions AS (
  SELECT r.municipality, r.team, r.occurred_day, 'toetssessie' AS session, r.dossier, r.manager_present
  FROM reviews AS r
  UNION ALL
  SELECT c.municipality, c.team, c.occurred_day, 'casuistiek', c.dossier, c.manager_present
  FROM case_discussions AS c
),
unit AS (
  SELECT s.municipality, s.team, s.session, s.dossier, s.manager_present,
    CASE
      WHEN y.month LIKE '%-01' OR y.month LIKE '%-02' THEN SUBSTR(y.month, 1, 4) || '-01..02'
      WHEN y.month LIKE '%-03' OR y.month LIKE '%-04' THEN SUBSTR(y.month, 1, 4) || '-03..04'
      WHEN y.month LIKE '%-05' OR y.month LIKE '%-06' THEN SUBSTR(y.month, 1, 4) || '-05..06'
      WHEN y.month LIKE '%-07' OR y.month LIKE '%-08' THEN SUBSTR(y.month, 1, 4) || '-07..08'
      WHEN y.month LIKE '%-09' OR y.month LIKE '%-10' THEN SUBSTR(y.month, 1, 4) || '-09..10'
      ELSE SUBSTR(y.month, 1, 4) || '-11..12' END AS two_months
  FROM sessions AS s
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = s.occurred_day
  WHERE s.occurred_day >= asked.from_day AND s.occurred_day < asked.until_day
    AND (asked.municipality IS NULL OR s.municipality = asked.municipality)
    AND (asked.team IS NULL OR s.team = asked.team)
)
SELECT 'present' AS measure, municipality, team, two_months, session,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(manager_present, 0) AS numerator,
  CASE WHEN manager_present IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN manager_present IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
UNION ALL
SELECT 'sessions' AS measure, municipality, team, two_months, session,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  1 AS numerator, 1 AS denominator, CAST(NULL AS DOUBLE) AS value, 0 AS missing
FROM unit
