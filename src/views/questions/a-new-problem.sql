-- code: Q27
-- name: a-new-problem
-- title.nl: Heeft iemand na een gesprek een probleem erbij?
-- title.en: Does somebody have a new problem after a conversation?
-- asks: CC
-- source: 003
-- events: client_voice_recorded conversation_held
-- shape: answer
-- numerator.nl: stemmen van cliënten die zeggen: nu heb ik een probleem erbij
-- numerator.en: voices of clients who say: now I have a problem I did not have
-- denominator.nl: stemmen van cliënten na een gesprek waarbij dit is gevraagd
-- denominator.en: voices of clients after a conversation, where this was asked
-- unit: voice
-- groups: municipality team quarter participants
-- by: participants
-- measure: new_problem ratio | Een probleem erbij | A new problem
-- sensitive: yes
WITH unit AS (
  SELECT v.municipality, v.team, y.quarter, v.dossier, v.new_problem_after,
    CASE WHEN v.conversation_participants >= 3 THEN '3_of_meer' ELSE CAST(v.conversation_participants AS VARCHAR(20)) END AS participants
  FROM voices AS v
  CROSS JOIN asked
  LEFT JOIN days AS y ON y.day = v.occurred_day
  WHERE v.occurred_day >= asked.from_day AND v.occurred_day < asked.until_day
    AND v.conversation_participants IS NOT NULL
    AND (asked.municipality IS NULL OR v.municipality = asked.municipality)
    AND (asked.team IS NULL OR v.team = asked.team)
)
SELECT 'new_problem' AS measure, municipality, team, quarter, participants,
  dossier AS client, CAST(NULL AS BIGINT) AS person,
  COALESCE(new_problem_after, 0) AS numerator,
  CASE WHEN new_problem_after IS NULL THEN 0 ELSE 1 END AS denominator,
  CAST(NULL AS DOUBLE) AS value,
  CASE WHEN new_problem_after IS NULL THEN 1 ELSE 0 END AS missing
FROM unit
