# Vastleggen met vlaggen of met vragen, en het terugkijken stap voor stap.

cli-help-record = Legt een stap vast in een dossier: met opties, met JSON of met vragen.
cli-help-record-dossier = Het nummer van het dossier, zoals ZAAK-001.
cli-help-record-guided = Stelt de vragen één voor één.
cli-help-record-dry-run = Laat zien wat er wordt vastgelegd, en schrijft niets.
cli-help-record-id = Een eigen naam voor deze stap. Met dezelfde naam wordt niets dubbel vastgelegd.
cli-help-record-expected-version = De versie van de zaak die u zag. Is de zaak verder, dan wordt er niets vastgelegd.
cli-help-record-form = Het hele formulier als JSON, uit een bestand. Met - leest u van de standaardinvoer. Opties gaan vóór.
cli-help-record-more = Een streepje mag ook waar een laag streepje staat: --review-on is hetzelfde als --review_on.
    Een eerdere stap noemt u met #3. Geef een optie vaker bij een lijst.
record-heading-fields = Velden van deze stap
record-heading-common = Velden van elke stap
record-help-items = Als JSON of zo: { $fields }, met = achter elke naam.
record-value-text = TEKST
record-value-choice = KEUZE
record-value-number = GETAL
record-value-euro = BEDRAG
record-value-flag = JA/NEE
record-value-day = DATUM
record-value-moment = MOMENT
record-value-step = STAP
record-value-code = CODE
record-value-record = VELDEN
record-help-today = Zonder datum telt vandaag.
record-today = U gaf geen datum op. Vandaag telt: { $day }.
record-in-dossier = in { $dossier } als stap { $step }
record-in-dossier-closed = in dossier { $dossier }. Het blijft dicht tot de oordelen worden geopend
record-in-organisation = bij de organisatie
record-done = { $event } is vastgelegd { $place }. Versie { $version }, plaats { $position } in het log, id { $id }.
record-was-there = { $event } stond er al { $place }. Er is niets dubbel vastgelegd. Versie { $version }, plaats { $position } in het log, id { $id }.
record-dry-run = Dit zou worden vastgelegd: { $event }, versie { $version }.
record-stopped = Gestopt. Er is niets vastgelegd. Uw antwoorden zijn bewaard; met dezelfde opdracht gaat u verder.

because-not-key-value = Schrijf dit als JSON, of als naam=waarde met een puntkomma ertussen: { $detail }.
    .plain = Schrijf dit als JSON, of als naam=waarde met een puntkomma ertussen.
because-other-event = Het formulier is voor een andere stap: { $detail }.
    .plain = Het formulier is voor een andere stap.

guided-keys = Enter neemt het voorstel of slaat over.  ? meer uitleg   < terug   ! stoppen en bewaren
guided-stands = = neemt over wat in stap { $step } staat: ‘{ $words }’
guided-how-behind = U mag de woorden er meteen achter zetten, na een dubbele punt. Bijvoorbeeld: ja: het mag van de wet.
guided-first = Dit is de eerste vraag.
guided-dossier = Nummer van het dossier
guided-dossier-or-team = Nummer van het dossier (leeg: het signaal gaat over een heel team of een hele gemeente)
guided-dossier-or-none = Nummer van het dossier (leeg: iets van de organisatie zelf)
guided-draft = Er is een concept met { $count ->
    [one] { $count } antwoord
   *[other] { $count } antwoorden
    }. Verdergaan? ja of nee [ja]
guided-more = Wilt u ook nog iets anders vastleggen?
guided-more-help = Kies één of meer nummers. Enter: nee, dit is genoeg.
guided-again = Nog een?
guided-again-help = Enter: nee.
guided-some = wel, namelijk
guided-or = Of typ: { $word }
guided-why = Welk effect wilt u, en waarom dan dit besluit?
guided-chosen = Welke keuze is het geworden?
guided-chosen-help = Dit zijn de keuzes van stap { $step }.
guided-chosen-preferred = Dit zijn de keuzes van stap { $step }. De cliënt wil het liefst keuze { $preferred }.
guided-chosen-none = geen van deze
guided-applied = Welke principes past u toe?
guided-applied-help = Kies één of meer nummers, zoals 3 5.
guided-applied-reason = Hoe past u dit principe hier toe?
guided-aside-reason = Waarom zet u dit principe hier opzij?
guided-aside-value = Welke waarde woog hier zwaarder?
guided-aside = Zet u een principe bewust opzij?
guided-aside-help = Kies nummers. Enter: nee. Bij elk noemt u straks welke waarde zwaarder woog.
guided-permission = ‘Nee’ bij { $corner }
guided-is-applied = past u al toe
guided-other = Is er nog iets anders afgewogen?
guided-other-help = Typ de andere mogelijkheid. Enter: nee.
guided-unclear-choice = Dit is geen keuze uit de lijst. Typ het nummer of het begin van het woord.
guided-how-one = Typ een nummer uit de lijst, of het begin van het woord.
guided-how-one-free = Typ een nummer uit de lijst, of iets anders.
guided-how-many = Typ één of meer nummers uit de lijst, met een spatie ertussen.
guided-how-many-free = Typ nummers of eigen woorden, met een komma ertussen.
guided-how-step = Typ het nummer van een eerdere stap, zoals 3.
guided-how-day = Typ een datum, zoals 20-1-2025 of 2025-01-20. Ook vandaag, +3d (over drie dagen) en +8w (over acht weken) kan.
guided-how-words = Typ uw tekst op één regel en druk op Enter.
guided-how-value = Typ de waarde en druk op Enter.
guided-summary = Samengevat: { $event } op { $day }, vastgelegd door { $actor }
guided-confirm = Vastleggen? ja of nee [ja]
guided-confirm-help = Typ ja of nee. Met < past u het laatste antwoord aan.
guided-not-yet = Zo kan het nog niet. U krijgt deze vragen nog een keer:

cli-help-replay = Loopt een dossier stap voor stap na, zoals het toen te lezen was.
cli-help-replay-from = Het nummer van de eerste stap.
cli-help-replay-to = Het nummer van de laatste stap.
cli-help-replay-all = Toont alles achter elkaar, zonder te wachten.
replay-title = { $number }, stap voor stap ({ $count } stappen)
replay-changed = Wat dit veranderde: { $changes }
replay-same = Regie, instrumenten, doelen en besluiten bleven gelijk.
replay-nobody = niemand
replay-lead = regie van { $before } naar { $after }
replay-instrument-added = instrument loopt ({ $steps })
replay-instrument-gone = instrument beëindigd ({ $steps })
replay-goal-added = doel erbij ({ $steps })
replay-goal-gone = doel klaar ({ $steps })
replay-decision-added = besluit geldt ({ $steps })
replay-decision-gone = besluit geldt niet meer ({ $steps })
replay-keys = Enter verder · b terug · q stoppen >
replay-keys-last = Dit was de laatste stap. Enter klaar · b terug >
replay-no-steps = Zo’n stap is er niet. Dit dossier heeft { $given } stappen.
