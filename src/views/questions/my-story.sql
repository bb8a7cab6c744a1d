-- code: Q50
-- name: my-story
-- title.nl: Wat is er over mij besloten, en wat zei ik?
-- title.en: What was decided about me, and what did I say?
-- asks: CL
-- source: 000, 002; AVG
-- events: decision_taken decision_reconsidered client_voice_recorded decision_contested
-- shape: list
-- numerator.nl: besluiten over mij, en wat ik erover zei
-- numerator.en: decisions about me, and what I said about them
-- denominator.nl: geen: dit is een lijst over één dossier
-- denominator.en: none: this is a list about one dossier
-- unit: entry
-- groups:
-- The words themselves (why, what I said, what it should bring) are not in the tables:
-- `weegboek dossier show` opens them. You may disagree at any time: ask for the entry
-- `decision_contested`; it is never refused for its form.
SELECT d.dossier AS client, d.position AS entry, 'besluit' AS what, d.taken_day AS on_day, d.kind,
  d.led_by_role, d.client_position, d.client_words AS my_words_stand_in_it, d.chosen_is_preferred AS my_choice_followed,
  d.lever, d.expected AS says_what_it_should_bring, d.review_day, d.until_day, d.contested, d.reconsidered,
  CAST(NULL AS BIGINT) AS helped, CAST(NULL AS BIGINT) AS not_helped
FROM decisions AS d
CROSS JOIN asked
WHERE d.dossier = asked.dossier AND d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
UNION ALL
SELECT v.dossier, v.position, 'stem', v.occurred_day, v.about_type, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  v.helped, v.not_helped
FROM voices AS v
CROSS JOIN asked
WHERE v.dossier = asked.dossier AND v.occurred_day >= asked.from_day AND v.occurred_day < asked.until_day
ORDER BY on_day, entry
