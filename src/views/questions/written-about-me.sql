-- code: Q52
-- name: written-about-me
-- title.nl: Wat staat er over mij, en wie schreef het?
-- title.en: What is written about me, and who wrote it?
-- asks: CL
-- source: AVG; 000
-- events: entry_corrected entry_shielded client_voice_recorded
-- shape: list
-- numerator.nl: alles wat in mijn dossier staat, met wat verbeterd of afgeschermd is en wat ik erover zei
-- numerator.en: everything in my dossier, with what was corrected or shielded and what I said about it
-- denominator.nl: geen: dit is een lijst over één dossier
-- denominator.en: none: this is a list about one dossier
-- unit: entry
-- groups:
WITH corrected AS (
  SELECT c.target, COUNT(*) AS corrections
  FROM corrections AS c
  CROSS JOIN asked
  WHERE c.dossier = asked.dossier
  GROUP BY c.target
),
shielded AS (
  SELECT s.target, SUM(s.fields) AS fields
  FROM shieldings AS s
  CROSS JOIN asked
  WHERE s.dossier = asked.dossier
  GROUP BY s.target
),
answered AS (
  SELECT v.about, COUNT(*) AS voices
  FROM voices AS v
  CROSS JOIN asked
  WHERE v.dossier = asked.dossier
  GROUP BY v.about
)
SELECT e.dossier AS client, e.position AS entry, e.occurred_day, e.event_type, e.role AS written_by_role, e.initiated_by,
  COALESCE(c.corrections, 0) AS corrections, COALESCE(s.fields, 0) AS shielded_fields, COALESCE(a.voices, 0) AS my_statements
FROM entries AS e
CROSS JOIN asked
LEFT JOIN corrected AS c ON c.target = e.position
LEFT JOIN shielded AS s ON s.target = e.position
LEFT JOIN answered AS a ON a.about = e.position
WHERE e.dossier = asked.dossier AND e.occurred_day >= asked.from_day AND e.occurred_day < asked.until_day
ORDER BY entry
