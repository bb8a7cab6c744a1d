-- code: Q51
-- name: what-was-promised
-- title.nl: Wat is mij beloofd, en voor wanneer?
-- title.en: What was promised to me, and by when?
-- asks: CL
-- source: 001, 004 P10
-- events: decision_taken instrument_started stabilisation_agreed goal_set case_handed_over
-- shape: list
-- numerator.nl: wat nog openstaat: beloften, grenzen, dagen van bespreken, hulp bij iets urgents
-- numerator.en: what is still open: promises, limits, review days, help with something urgent
-- denominator.nl: geen: dit is een lijst over één dossier
-- denominator.en: none: this is a list about one dossier
-- unit: term
-- groups:
SELECT t.dossier AS client, t.position AS entry, t.item, t.term, t.occurred_day AS agreed_day, t.due_day,
  asked.on_day - t.due_day AS days_late
FROM terms AS t
CROSS JOIN asked
WHERE t.dossier = asked.dossier
  AND t.occurred_day <= asked.on_day
  AND (t.settled_day IS NULL OR t.settled_day > asked.on_day)
ORDER BY due_day, entry, item
