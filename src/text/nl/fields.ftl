# Velden die elke gebeurtenis heeft, velden van een regel in een uitwisselbestand, en velden met overal dezelfde naam.

field-occurred_on = Gebeurd op
field-occurred_on-help = Op welke dag gebeurde dit? Vul de dag zelf in, ook als u het later vastlegt.

field-actor = Persoon
field-actor-help = Wat is de code van deze persoon? Gebruik nooit een naam.

field-common-actor = Vastgelegd door
field-common-actor-help = Wat is uw code? Zo is later duidelijk wie dit vastlegde, zonder uw naam.

field-role = Rol
field-role-help = Welke rol heeft deze persoon? Zo is te zien vanuit welke positie iemand meedoet.

field-common-role = In de rol van
field-common-role-help = In welke rol legt u dit vast? Niet elke rol mag elke stap vastleggen.

field-municipality = Gemeente
field-municipality-help = In welke gemeente speelt dit?

field-team = Team
field-team-help = Welk team is het? Zo kunnen teams van elkaar leren.

field-caused_by = Volgt op
field-caused_by-help = Op welke eerdere stap volgt dit? Zo blijft te zien hoe het één tot het ander leidde.

field-minutes_spent = Minuten besteed
field-minutes_spent-help = Hoeveel minuten kostte het vastleggen? Zo houden we in de gaten of het werkbaar blijft.

field-initiated_by = Op initiatief van
field-initiated_by-help = Van wie kwam het initiatief? Zo is te zien hoeveel regie de cliënt zelf neemt.

field-promises = Beloften
field-promises-help = Wat belooft u of iemand anders hiermee? Een belofte die er staat, raakt niet kwijt.

field-keeps = Ingeloste beloften
field-keeps-help = Welke eerdere beloften zijn hiermee nagekomen?

field-promise-what = Wat is beloofd
field-promise-what-help = Wat is er precies beloofd?

field-promise-by = Beloofd door
field-promise-by-help = Wie komt de belofte na? Vul de code van die persoon in.

field-promise-by_when = Uiterlijk op
field-promise-by_when-help = Wanneer is de belofte uiterlijk nagekomen?

field-kept_promise-event = Stap met de belofte
field-kept_promise-event-help = In welke stap is dit beloofd?

field-kept_promise-number = Nummer van de belofte
field-kept_promise-number-help = De hoeveelste belofte van die stap is het? Tel vanaf 1.

field-line-event = Soort gebeurtenis
field-line-event-help = Wat voor gebeurtenis is dit? Gebruik de vaste naam.

field-line-id = Kenmerk
field-line-id-help = Welk vast kenmerk heeft deze gebeurtenis? Hetzelfde kenmerk twee keer inlezen telt één keer.

field-line-dossier = Dossier
field-line-dossier-help = Bij welk dossiernummer hoort dit? Gebruik nooit een burgerservicenummer.

field-line-recorded_at = Vastgelegd op
field-line-recorded_at-help = Wanneer is dit vastgelegd? Het weegboek vult dit zelf in.

field-line-schema_version = Versie van het schema
field-line-schema_version-help = Volgens welke versie van het schema is dit opgeschreven? Leeg betekent de nieuwste.

field-line-position = Positie
field-line-position-help = Op welke plaats in het hele weegboek staat dit? Tel vanaf 0.

field-line-version = Versie
field-line-version-help = Op welke plaats in de eigen stroom staat dit? Tel vanaf 0.

field-line-data = Inhoud
field-line-data-help = Wat is er vastgelegd? Deze velden horen bij de soort gebeurtenis.

field-about = Gaat over
field-about-help = Over welke stap gaat dit?

field-by = Door
field-by-help = Door wie?

field-by_when = Uiterlijk op
field-by_when-help = Wat is de laatste dag waarop dit klaar is?

field-from = Vanaf
field-from-help = Vanaf welke dag?

field-until = Tot en met
field-until-help = Tot en met welke dag? Leeg betekent: er is geen einddatum.

field-on = Op
field-on-help = Op welke dag?

field-event = Stap
field-event-help = Welke stap bedoelt u?

field-number = Nummer
field-number-help = Welk nummer is het?

field-what = Wat
field-what-help = Wat is het?

field-to = Naar
field-to-help = Naar wie of naar wat?

field-kind = Soort
field-kind-help = Welke soort is het?

field-reason = Reden
field-reason-help = Waarom? Schrijf het zo op dat ook een ander het begrijpt.

field-source = Bron
field-source-help = Waar komt dit vandaan? Met een bron kan iedereen het nakijken.

field-sources = Bronnen
field-sources-help = Op welke bronnen rust dit?

field-words = Eigen woorden
field-words-help = Wat zegt de cliënt, in eigen woorden?

field-voiced_by = Verwoord door
field-voiced_by-help = Wie bracht dit onder woorden: de cliënt zelf, met hulp, of iemand namens de cliënt?

field-topic = Onderwerp
field-topic-help = Waar gaat het over?

field-text = Tekst
field-text-help = Wat is de tekst?

field-verdict = Oordeel
field-verdict-help = Wat is het oordeel?

field-outcome = Uitkomst
field-outcome-help = Wat is de uitkomst?

field-result = Resultaat
field-result-help = Wat is het resultaat?

field-effect = Gevolg
field-effect-help = Wat doet dit met iemand?

field-purpose = Doel
field-purpose-help = Waarvoor is dit?

field-principle = Principe
field-principle-help = Over welk leidend gedragsprincipe gaat het? Vul de sleutel in, zoals P5.

field-corner = Hoek
field-corner-help = Om welke hoek van de waardendriehoek gaat het?

field-weight = Gewicht
field-weight-help = Hoe zwaar weegt dit?

field-position = Standpunt
field-position-help = Bent u het eens?

field-trust = Vertrouwen
field-trust-help = Hoeveel vertrouwen heeft de cliënt in de begeleiding, van 1 (weinig) tot 5 (veel)? Vraag het aan de cliënt zelf.

field-dependence_felt = Voelde zich afhankelijk
field-dependence_felt-help = Voelde de cliënt zich afhankelijk? Wie bang is voor de uitkering, zegt sneller ja.

field-client_view = Mening van de cliënt
field-client_view-help = Wat vindt de cliënt ervan, in eigen woorden?

field-client_words = Woorden van de cliënt
field-client_words-help = Wat zegt de cliënt zelf? Schrijf het op zoals het is gezegd.

field-client_informed = Cliënt geïnformeerd
field-client_informed-help = Weet de cliënt dit? Niemand hoort zoiets achteraf te ontdekken.

field-compensation = Vergoeding
field-compensation-help = Hoe wordt de inzet van ervaring beloond? Wie meewerkt, hoort eerlijk te worden beloond.

field-cost_eur = Kosten
field-cost_eur-help = Hoeveel kost dit, in euro’s?

field-lever = Aangrijpingspunt
field-lever-help = Waar begint u: bij motivatie, bij een vaardigheid, of door een obstakel weg te halen?

field-generality = Voor één of voor meer
field-generality-help = Is dit alleen hier goed, vaker, of voor iedereen? Zo leren we van uitzonderingen.

field-helped = Wat hielp
field-helped-help = Wat heeft geholpen? Zo weten we wat echt werkt.

field-lesson = Geleerd
field-lesson-help = Wat hebben u en de cliënt hiervan geleerd?

field-ladder = Trede participatieladder
field-ladder-help = Op welke trede van de participatieladder staat de cliënt nu, van 1 (geïsoleerd) tot 6 (betaald werk)?

field-lead = Regie
field-lead-help = Wie heeft de regie? Vul de code van die persoon in.

field-goal = Doel
field-goal-help = Om welk doel gaat het?

field-instrument = Instrument
field-instrument-help = Om welk instrument gaat het? Noem de stap waarin het is ingezet.

field-decision = Besluit
field-decision-help = Om welk besluit gaat het?

field-obstacle = Belemmering
field-obstacle-help = Welke belemmering is het?

field-domain = Leefgebied
field-domain-help = Over welk leefgebied gaat het?

field-talent = Talent
field-talent-help = Welk talent ziet u? Kijk eerst naar wat er wél is.

field-question = Vraag
field-question-help = Wat is de vraag?

field-limit = Grens
field-limit-help = Wat is de laatste dag?

field-review_on = Bespreken op
field-review_on-help = Op welke dag bespreekt u dit weer?

field-useful = Nuttig volgens de cliënt
field-useful-help = Hoe nuttig vindt de cliënt dit, van 1 (niet) tot 5 (heel)? Vraag het aan de cliënt zelf.

field-options = Keuzes
field-options-help = Om welke keuzes gaat het?

field-option = Keuze
field-option-help = Wat is de keuze?

field-perspective = Perspectief
field-perspective-help = Om welk perspectief gaat het?

field-ground = Grond
field-ground-help = Wat is de grond?

field-target = Waarop gericht
field-target-help = Waarop is dit gericht?

field-expected = Verwacht effect
field-expected-help = Wat moet er veranderen, van wat naar wat?

field-action = Actie
field-action-help = Wat gebeurt er?

field-valid_from = Geldt vanaf
field-valid_from-help = Vanaf welke dag geldt dit?

field-key = Sleutel
field-key-help = Wat is de sleutel?

field-attributes = Kenmerken
field-attributes-help = Welke kenmerken stonden erbij in het andere systeem?
