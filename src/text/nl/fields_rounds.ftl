# Rondes: plannen, trekken, beoordelen, openen, afsluiten.

field-round = Ronde
field-round-help = Bij welke ronde hoort dit? Vul de naam van de ronde in.

field-round_planned-round = Naam van de ronde
field-round_planned-round-help = Hoe heet deze ronde? Een naam wordt maar één keer gebruikt.

field-round_planned-kind = Soort ronde
field-round_planned-kind-help = Is het een audit, een toets op een thema, of leren?

field-theme = Thema
field-theme-help = Over welk van de vier thema’s gaat het? Een toets op een thema heeft er één.

field-round_planned-question = Vraag van de ronde
field-round_planned-question-help = Wat wilt u met deze ronde te weten komen?

field-round_planned-team = Team
field-round_planned-team-help = Van welk team zijn de zaken? Leeg betekent: van alle teams.

field-read_from = Gelezen vanaf
field-read_from-help = Vanaf welke dag wordt in de zaken gelezen?

field-read_until = Gelezen tot en met
field-read_until-help = Tot en met welke dag wordt in de zaken gelezen?

field-judged_from = Beoordeeld vanaf
field-judged_from-help = Vanaf welke dag wordt geoordeeld?

field-judged_until = Beoordeeld tot en met
field-judged_until-help = Tot en met welke dag wordt geoordeeld?

field-round_planned-instrument = Toetsinstrument
field-round_planned-instrument-help = Met welke uitgave van het toetsinstrument wordt beoordeeld?

field-double_percent = Dubbel beoordeeld
field-double_percent-help = Welk deel van de zaken beoordeelt ook een tweede persoon? Geef een percentage.

field-raters = Beoordelaars
field-raters-help = Wie beoordelen? Vul de code van elke persoon in.

field-moderator = Moderator
field-moderator-help = Wie opent de oordelen? Deze persoon ziet dubbele oordelen pas daarna.

field-indicators = Vragen met cijfers
field-indicators-help = Bij welke vragen bekijkt u de cijfers? Gebruik de namen van ‘vraag’, zoals juiste-stap.

field-learning_goal = Leerdoel
field-learning_goal-help = Wat valt er te leren?

field-ends_on = Klaar op
field-ends_on-help = Op welke dag is de ronde klaar?

field-repeats = Kijkt terug op
field-repeats-help = Naar welke eerdere ronde kijkt u opnieuw?

field-seed = Begingetal
field-seed-help = Met welk begingetal is getrokken? Het zijn 16 tekens, zodat iedereen de trekking kan herhalen.

field-cases_drawn-method = Manier van trekken
field-cases_drawn-method-help = Op welke manier zijn de zaken getrokken?

field-frame_until = Stand van het boek
field-frame_until-help = Vóór welke positie van het boek zijn de zaken verzameld?

field-frame_digest = Kenmerk van de lijst
field-frame_digest-help = Wat is het controlegetal van de hele lijst met zaken? Het heeft 64 tekens.

field-frame_size = Zaken in de lijst
field-frame_size-help = Hoeveel zaken konden worden getrokken?

field-certainty = Zekerheid
field-certainty-help = Hoe zeker wilt u zijn, in procenten?

field-tolerable = Wat u nog aanvaardt
field-tolerable-help = Welk deel mag hoogstens anders zijn, in procenten?

field-cases_drawn-expected = Wat u verwacht
field-cases_drawn-expected-help = Welk deel verwacht u dat anders is, in procenten?

field-advised = Aanbevolen aantal
field-advised-help = Hoeveel zaken bevelen de tabellen aan?

field-strata = Groepen
field-strata-help = In welke groepen is de lijst verdeeld?

field-excluded = Niet te trekken
field-excluded-help = Welke zaken konden niet worden getrokken, en waarom?

field-cases = Getrokken zaken
field-cases-help = Welke zaken zijn getrokken?

field-targeted = Zaken met een signaal
field-targeted-help = Welke zaken kijkt u ook na, omdat een signaal erop wees? Ze tellen niet mee in de cijfers van de trekking.

field-drawn_stratum-key = Groep
field-drawn_stratum-key-help = Hoe heet deze groep?

field-size = Zaken erin
field-size-help = Hoeveel zaken zitten erin?

field-drawn = Getrokken
field-drawn-help = Hoeveel zaken zijn eruit getrokken?

field-excluded_case-case = Zaak
field-excluded_case-case-help = Welke zaak? Noem de eerste stap ervan.

field-drawn_case-case = Zaak
field-drawn_case-case-help = Welke zaak? Noem de eerste stap ervan.

field-targeted_case-case = Zaak
field-targeted_case-case-help = Welke zaak? Noem de eerste stap ervan.

field-excluded_case-reason = Reden
field-excluded_case-reason-help = Waarom kon deze zaak niet worden getrokken?

field-stratum = Groep
field-stratum-help = In welke groep zit de zaak?

field-drawn_case-weight = Staat voor
field-drawn_case-weight-help = Voor hoeveel zaken uit de lijst staat deze zaak?

field-rater = Beoordelaar
field-rater-help = Wie beoordeelt deze zaak?

field-second = Tweede beoordelaar
field-second-help = Wie beoordeelt deze zaak ook, zonder het eerste oordeel te zien?

field-targeted_case-signal = Signaal
field-targeted_case-signal-help = Welk signaal wees op deze zaak?

field-extra = Ook afschermen
field-extra-help = Welke woorden moeten ook worden afgeschermd?

field-remark = Opmerking
field-remark-help = Wat wilt u erbij zeggen?

field-action_agreed-finding = Bevinding
field-action_agreed-finding-help = Over welke bevinding gaat de actie?

field-action_agreed-what = Wat er gebeurt
field-action_agreed-what-help = Wat spreekt u af?

field-action_agreed-owner = Wie het doet
field-action_agreed-owner-help = Wie doet het? Vul de code van die persoon in.

field-checker = Wie het nakijkt
field-checker-help = Wie kijkt na of het is gebeurd? Dat is iemand anders dan wie het doet.

field-action_checked-action = Actie
field-action_checked-action-help = Welke actie is nagekeken?

field-action_checked-outcome = Uitkomst
field-action_checked-outcome-help = Is de actie gedaan, deels gedaan of niet gedaan?

field-action_checked-text = Wat u zag
field-action_checked-text-help = Waaruit blijkt dat?

field-again_by = Opnieuw nakijken op
field-again_by-help = Wanneer kijkt iemand de rest na?

field-audit_again = Opnieuw toetsen
field-audit_again-help = Komt deze zaak terug in een volgende ronde?

field-view_written-about = Onderwerp
field-view_written-about-help = Over welke vraag of welk criterium gaat het?

field-view_written-text = Wat u denkt
field-view_written-text-help = Wat denkt u, voordat iemand anders iets zegt? Anderen zien dit pas na het openen.

field-view_written-position = Gaat het goed?
field-view_written-position-help = Bent u het eens, deels eens of oneens dat het goed gaat?

field-judgement_recorded-about = Onderwerp
field-judgement_recorded-about-help = Over welke vraag of welk criterium gaat het?

field-judgement_recorded-text = Oordeel
field-judgement_recorded-text-help = Wat is het gezamenlijke oordeel?

field-judgement_recorded-differences = Verschillen
field-judgement_recorded-differences-help = Wie ziet het anders? Een verschil blijft staan naast het oordeel.

field-seat = Plaats aan tafel
field-seat-help = Vanuit welke rol is dit anders gezien? Noem geen naam.

field-kept_difference-text = Wat anders is gezien
field-kept_difference-text-help = Wat ziet deze persoon anders?

field-conclusion = Conclusie
field-conclusion-help = Wat is de uitkomst van de ronde?

field-strengths = Sterke punten
field-strengths-help = Wat gaat goed en moet zo blijven?

field-round_closed-next = Hierna
field-round_closed-next-help = Wat gebeurt er hierna?

# Toetssessie in een ronde.

field-criteria = Criteria
field-criteria-help = In hoeverre is aan elk criterium voldaan?

field-criterion = Criterium
field-criterion-help = Welk criterium is het? Vul de sleutel in, zoals c1.

field-score = Score
field-score-help = Welke omschrijving past het best? Kies 4, 3, 2 of 1, of zeg dat het niet geldt of niet te zien is.

field-criterion_rating-reason = Reden
field-criterion_rating-reason-help = Waarom past deze score?

field-criterion_rating-evidence = Blijkt uit
field-criterion_rating-evidence-help = Uit welke stap blijkt dat?

field-computed = Berekend oordeel
field-computed-help = Waar komen de criteria op uit? Het weegboek rekent dit zelf uit.

field-given = Gegeven oordeel
field-given-help = Welk oordeel geeft u? Leeg betekent: het berekende oordeel.

field-override_reason = Reden om af te wijken
field-override_reason-help = Waarom geeft u een ander oordeel dan is berekend?

field-blind = Nog niet open
field-blind-help = Blijft dit dicht tot de oordelen worden geopend? Het weegboek vult dit zelf in.

# Leren.

field-learning_answer_locked-stop = Gestopt bij
field-learning_answer_locked-stop-help = Bij welk besluit stopte de herhaling?

field-noticed = Wat opvalt
field-noticed-help = Wat valt u op?

field-missing = Wat ontbreekt
field-missing-help = Wat zou u nog willen weten?

field-ranking = Volgorde
field-ranking-help = In welke volgorde kiest u? Zet uw eerste keuze bovenaan.

field-ranked_option-option = Keuze
field-ranked_option-option-help = Welke voorgelegde keuze is het? Vul het nummer in.

field-own = Eigen keuze
field-own-help = Welke keuze voegt u zelf toe?

field-learning_answer_locked-choice_kind = Soort besluit
field-learning_answer_locked-choice_kind-help = Welke soort besluit zou u nemen?

field-learning_answer_locked-reasons = Redenen
field-learning_answer_locked-reasons-help = Waarom zou u dat kiezen, met wat u nu weet?

field-learning_answer_locked-principles = Leidende gedragsprincipes
field-learning_answer_locked-principles-help = Welke principes past u toe, en welke zet u bewust opzij?

field-law = Wet
field-law-help = Mag het van de wet?

field-means = Middelen
field-means-help = Gaan we handig om met publieke middelen?

field-self_direction = Zelfregie
field-self_direction-help = Draagt het bij aan zelfregie?

field-expectation = Verwachting
field-expectation-help = Wat verwacht u dat er gebeurt?

field-confidence = Zekerheid
field-confidence-help = Hoe zeker bent u, van 1 (niet) tot 5 (heel)?

field-panel = Van een panel
field-panel-help = Is dit het antwoord van een panel, om mee te vergelijken?

field-replay_completed-answer = Vastgezet antwoord
field-replay_completed-answer-help = Welk antwoord zette u eerder vast?

field-replay_completed-intention = Voornemen
field-replay_completed-intention-help = Wat gaat u voortaan doen?

field-hindsight = Besluit en afloop
field-hindsight-help = Was het besluit goed, en liep het goed af? Dat zijn twee vragen.

field-changed_by = Van mening veranderd door
field-changed_by-help = Wat veranderde uw mening?

field-form = Vorm
field-form-help = In welke vorm was de sessie?

field-present = Aanwezig
field-present-help = Wie waren erbij? Noem rollen, geen namen.

field-present-role = Rol
field-present-role-help = Welke rol?

field-count = Aantal
field-count-help = Hoeveel mensen?

field-session_held-minutes = Minuten
field-session_held-minutes-help = Hoeveel minuten duurde de sessie?

field-session_held-insight = Inzicht
field-session_held-insight-help = Wat leerde de groep?

field-follow_up = Vervolg
field-follow_up-help = Wat doet de groep ermee?

field-next_on = Volgende sessie
field-next_on-help = Wanneer is de volgende sessie?
