-- code: Q49
-- name: cases-to-learn-from
-- title.nl: Van welke besluiten kunnen we leren?
-- title.en: From which decisions can we learn?
-- asks: LE
-- source: 000, 004
-- events: decision_taken decision_contested finding_recorded
-- shape: list
-- numerator.nl: besluiten met een principe dat opzij ging, een betwisting of een bevinding
-- numerator.en: decisions with a principle set aside, a contest or a finding
-- denominator.nl: geen: dit is een lijst zonder namen of nummers van dossiers
-- denominator.en: none: this is a list without names or dossier numbers
-- unit: decision
-- groups:
WITH unit AS (
  SELECT d.position, d.municipality, d.team, d.kind, d.taken_day, d.dossier
  FROM decisions AS d
  CROSS JOIN asked
  WHERE (asked.municipality IS NULL OR d.municipality = asked.municipality)
    AND (asked.team IS NULL OR d.team = asked.team)
    AND (asked.kind IS NULL OR d.kind = asked.kind)
    AND d.taken_day >= asked.from_day AND d.taken_day < asked.until_day
)
SELECT u.dossier AS client, u.position AS decision, u.taken_day, u.kind, u.municipality, u.team,
  'opzij' AS reason, s.principle AS about
FROM unit AS u
JOIN decision_principles AS s ON s.decision = u.position AND s.stance = 'bewust_opzij'
UNION ALL
SELECT u.dossier, u.position, u.taken_day, u.kind, u.municipality, u.team, 'betwist', c.by_role
FROM unit AS u
JOIN contests AS c ON c.decision = u.position
UNION ALL
SELECT u.dossier, u.position, u.taken_day, u.kind, u.municipality, u.team, 'bevinding', COALESCE(f.principle, f.corner)
FROM unit AS u
JOIN findings AS f ON f.event = u.position
ORDER BY taken_day, decision, reason, about
