# Signalen en afspraken: namen, wat ze vragen, wat u kunt doen.

signal-review_passed = De evaluatie van een instrument is niet gedaan
signal-review_passed-question = Helpt dit instrument nog? De dag waarop u dat zou bespreken, is voorbij.
signal-review_passed-todo = Bespreek het met de cliënt en leg de evaluatie vast.

signal-limit_passed = Een instrument loopt over de grens
signal-limit_passed-question = Waarom loopt dit instrument door na de laatste dag die is afgesproken?
signal-limit_passed-todo = Beëindig het instrument. Of verleng het met een reden, en vraag de cliënt wat het oplevert.
signal-limit_passed-number = { $number } dagen over de grens

signal-bundled = Een gebundeld traject
signal-bundled-question = Past elk deel van dit pakket bij de vraag van deze cliënt?
signal-bundled-todo = Schrijf op welk deel nodig is, en laat de rest weg als dat kan.

signal-instrument_before_perspective = Een instrument vóór het toekomstperspectief
signal-instrument_before_perspective-question = Waar wil de cliënt naartoe? Er begon een instrument, en dat stond nog nergens.
signal-instrument_before_perspective-todo = Vraag naar het toekomstperspectief en leg het vast in de woorden van de cliënt.

signal-goal_by_professional = Een doel van de professional
signal-goal_by_professional-question = Van wie is dit doel? De professional heeft het verwoord.
signal-goal_by_professional-todo = Vraag de cliënt naar een eigen doel en bespreek dit doel opnieuw.

signal-no_real_options = Een besluit zonder echte keuze
signal-no_real_options-question = Wat viel er te kiezen? Er zijn vooraf geen keuzes voorgelegd, of een waarschuwing en een gesprek zijn niet gewogen.
signal-no_real_options-todo = Leg alsnog keuzes voor, of leg uit waarom dat niet kon.

signal-choice_not_preferred = De keuze is niet die van de cliënt
signal-choice_not_preferred-question = De cliënt wilde iets anders. Weet de cliënt waarom het anders is gegaan?
signal-choice_not_preferred-todo = Leg het uit aan de cliënt, en zeg hoe de cliënt het besluit kan betwisten.

signal-no_time_to_think = Geen tijd om na te denken
signal-no_time_to_think-question = Kon de cliënt nadenken? De keuzes en het besluit vallen op één dag.
signal-no_time_to_think-todo = Vraag de cliënt of er tijd genoeg was, en geef die tijd de volgende keer.

signal-demand_during_urgency = Een eis terwijl iets anders voorgaat
signal-demand_during_urgency-question = Kan dit wachten? Er is een urgente belemmering die nog niet is opgelost.
signal-demand_during_urgency-todo = Spreek eerst hulp af en zet de andere eisen even stil.

signal-urgency_without_help = Een urgente belemmering zonder hulp
signal-urgency_without_help-question = Wie helpt hier nu? Er is nog geen praktische hulp afgesproken.
signal-urgency_without_help-todo = Spreek af wie wat doet en wanneer, en leg dat vast.

signal-life_domains_missing = Nog niet alle leefgebieden zijn besproken
signal-life_domains_missing-question = Welke leefgebieden heeft u nog niet samen besproken?
signal-life_domains_missing-todo = Bespreek de leefgebieden die nog leeg zijn. Leeg betekent niet dat er geen probleem is.
signal-life_domains_missing-number = ontbreken: { $number }

signal-silence = Het is lang stil
signal-silence-question = Hoe gaat het met de cliënt? Er is al lang geen gesprek geweest.
signal-silence-todo = Neem contact op en leg het gesprek vast.

signal-no_baseline = Geen nulmeting
signal-no_baseline-question = Waarmee vergelijkt u dit? Er is geen meting van het begin.
signal-no_baseline-todo = Noem het geen verandering. Meet de volgende keer ook aan het begin.

signal-positional_wording = Woorden die een mens vastzetten
signal-positional_wording-question = Wat deed iemand precies? De tekst geeft een oordeel en beschrijft geen gedrag.
signal-positional_wording-todo = Verbeter de tekst: schrijf op wat u zag of wat de cliënt zei.
signal-positional_wording-number = woorden: { $number }

signal-pressing_letter = Een brief die druk zet
signal-pressing_letter-question = Wat doet deze brief met de lezer? Er is weinig tijd, of een gevolg is niet getoetst, of de begeleider wist het niet.
signal-pressing_letter-todo = Bel eerst. Lees de brief vijf seconden met de ogen van de lezer.
signal-pressing_letter-number = dagen gegeven: { $number }

signal-visit_not_aligned = Een bezoek zonder afstemming
signal-visit_not_aligned-question = Waarom wist degene met de regie niet van dit bezoek?
signal-visit_not_aligned-todo = Stem een bezoek vooraf af, en bespreek wat dit bezoek heeft gedaan.

signal-visit_without_consent = Een bezoek zonder reden of toestemming
signal-visit_without_consent-question = Stond de reden vooraf vast, en zei de cliënt ja na uitleg?
signal-visit_without_consent-todo = Zoek uit of dit bezoek mocht, en zeg dat ook aan de cliënt.

signal-lost_promise = Een belofte raakt kwijt
signal-lost_promise-question = Wie komt na wat is beloofd? De zaak ging over naar een ander.
signal-lost_promise-todo = Kom de belofte na, of spreek met de cliënt een nieuwe dag af.

signal-trust_fell = Het vertrouwen is gedaald
signal-trust_fell-question = Wat is er gebeurd? De cliënt heeft minder vertrouwen dan de vorige keer.
signal-trust_fell-todo = Vraag het aan de cliënt, zonder oordeel.
signal-trust_fell-number = punten lager: { $number }

signal-new_problem = Een nieuw probleem na ons contact
signal-new_problem-question = Wat hebben wij toegevoegd aan de zorgen van de cliënt?
signal-new_problem-todo = Bespreek het met de cliënt en los op wat door ons is gekomen.

signal-skills_only = Alleen oefenen, terwijl het geloof in eigen kunnen laag is
signal-skills_only-question = Helpt nog meer oefenen? De cliënt gelooft nog weinig in eigen kunnen.
signal-skills_only-todo = Kijk samen naar een klein succes of een ander aangrijpingspunt.
signal-skills_only-number = score { $number }

signal-same_justification = Steeds dezelfde uitleg
signal-same_justification-question = Is elk van deze besluiten apart gewogen? De uitleg is dezelfde tekst.
signal-same_justification-todo = Schrijf op wat voor deze cliënt de doorslag gaf.
signal-same_justification-number = besluiten: { $number }

signal-corner_overridden = Een hoek van de driehoek is opzijgezet
signal-corner_overridden-question = Geldt de reden nog waarom deze hoek opzij mocht?
signal-corner_overridden-todo = Weeg het besluit opnieuw voordat de toestemming afloopt.

signal-forbidden_without_source = ‘Mag niet’ zonder bron
signal-forbidden_without_source-question = Waar staat dat dit niet mag? Er is geen bron genoemd.
signal-forbidden_without_source-todo = Zoek de bron op, of vraag of het toch mag.

signal-exception_not_bundled = Vaak dezelfde uitzondering, nooit gebundeld
signal-exception_not_bundled-question = Klopt de regel nog? Er is vaak van afgeweken en niemand heeft dat gebundeld.
signal-exception_not_bundled-todo = Bundel de uitzonderingen en leg ze voor aan beleid.
signal-exception_not_bundled-number = uitzonderingen: { $number }

signal-like_case_decided_differently = Gelijk geval, ander besluit
signal-like_case_decided_differently-question = Waarom besloot een ander team anders in dezelfde situatie?
signal-like_case_decided_differently-todo = Leg de twee zaken naast elkaar in een casuïstiekbespreking.

signal-voice_missing = Een stem die we missen
signal-voice_missing-question = Wie horen wij niet? Deze groep komt weinig aan het woord.
signal-voice_missing-todo = Vraag cliënten uit deze groep wat hen heeft geholpen.
signal-voice_missing-number = verhouding { $number }

signal-experience_unpaid = Ervaringskennis zonder beloning of zonder controle
signal-experience_unpaid-question = Wat krijgt deze persoon voor de inbreng, en is het risico voor de uitkering bekeken?
signal-experience_unpaid-todo = Spreek een beloning af en kijk vooraf naar de gevolgen voor de uitkering.

signal-lead_unclear = De regie is niet duidelijk
signal-lead_unclear-question = Wie heeft hier de regie? Het besluit en de regie passen niet bij elkaar.
signal-lead_unclear-todo = Spreek af wie de regie heeft en vertel het de cliënt.

signal-entered_late = Laat opgeschreven
signal-entered_late-question = Is het nog goed herinnerd? Dit is lang na de gebeurtenis vastgelegd.
signal-entered_late-todo = Lees het na met wie erbij was, en verbeter wat niet klopt.
signal-entered_late-number = { $number } dagen later

signal-burden = Veel schrijfwerk
signal-burden-question = Kost het vastleggen te veel tijd in dit team?
signal-burden-todo = Bekijk samen welke vragen niets opleveren.
signal-burden-number = minuten per traject: { $number }

signal-yes_out_of_dependence = Een ja uit afhankelijkheid
signal-yes_out_of_dependence-question = Is dit een echt ja? De cliënt voelde zich afhankelijk.
signal-yes_out_of_dependence-todo = Bespreek het opnieuw, met iemand naast de cliënt.

signal-no_meaning = Zingeving is niet besproken
signal-no_meaning-question = Wat geeft deze cliënt het gevoel ertoe te doen?
signal-no_meaning-todo = Vraag wat het toekomstperspectief voor de cliënt betekent.

signal-many_helpers_nobody_daily = Veel helpers, niemand voor het dagelijks leven
signal-many_helpers_nobody_daily-question = Wie helpt er thuis? Er zijn veel organisaties en niemand helpt bij het dagelijks leven.
signal-many_helpers_nobody_daily-todo = Spreek af wie praktisch helpt, en wie er minder hoeft te komen.
signal-many_helpers_nobody_daily-number = organisaties: { $number }

signal-client_view_still_unknown = De mening van de cliënt is nog niet bekend
signal-client_view_still_unknown-question = Wat vindt de cliënt van dit besluit? Dat zou al gevraagd zijn.
signal-client_view_still_unknown-todo = Vraag het de cliënt en leg het antwoord vast.

cli-help-signals = De werklijst: signalen die om een blik vragen.
cli-help-signals-more = Een signaal is een vraag aan een collega. Het verandert geen besluit en geen uitkering. U antwoordt met: weegboek record signal_answered.
cli-help-signals-list = Toont de signalen die open zijn, per soort.
cli-help-signals-show = Toont alle signalen van één dossier, ook wat voorbij, beantwoord of nog te verwachten is.
cli-help-signals-explain = Legt uit wat een signaal betekent, waar het vandaan komt en wat u kunt doen.
cli-help-signals-explain-kind = Het signaal, zoals limit_passed. Zonder dit ziet u ze allemaal.
cli-help-option-on = De dag waarop u kijkt, zoals 2025-09-08. Anders is dat vandaag.
cli-help-signals-list-team = Toont alleen dossiers van dit team.
cli-help-signals-list-municipality = Toont alleen dossiers van deze gemeente.
cli-help-signals-list-dossier = Toont alleen dit dossier.
cli-help-signals-list-kind = Toont alleen dit signaal, zoals limit_passed.
cli-help-signals-list-answered = Toont ook wat al is beantwoord.
cli-help-signals-list-all = Toont ook wat is beantwoord, voorbij is of nog komt.
cli-help-terms = De dagen waaraan wij ons houden: beloften, evaluaties, grenzen. De eerste staat bovenaan.
cli-help-terms-team = Toont alleen dossiers van dit team.
cli-help-terms-municipality = Toont alleen dossiers van deze gemeente.
cli-help-terms-dossier = Toont alleen dit dossier.
cli-help-terms-within = Toont alleen wat binnen zoveel dagen komt of al voorbij is.
cli-help-terms-all = Toont ook wat al is gedaan.
cli-value-signal = SIGNAAL
cli-value-municipality = GEMEENTE
cli-no-such-signal = Er is geen signaal { $given }.
cli-no-such-signal-next = Bekijk de namen met: weegboek signals explain.
cli-signals-title = Werklijst op { $day }
cli-signals-title-dossier = Signalen in { $number } op { $day }
cli-signals-none = Er zijn geen signalen.
cli-signals-about = Een signaal is een vraag aan een collega. Het verandert geen besluit en geen uitkering.
cli-signals-dossier = dossier
cli-signals-team = team
cli-signals-step = stap
cli-signals-since = vanaf
cli-signals-until = tot
cli-signals-days = dagen
cli-signals-state = stand
cli-signals-more = bijzonderheden
cli-signals-detail = Bijzonderheden
cli-signals-what = wat
cli-signals-due = dag
cli-signals-principle = Principe
cli-signals-corner = Hoek
cli-signals-theme = Thema
cli-signals-source = Bron
cli-signals-norm = Norm
cli-signals-norm-value = { $name }: { $value }
cli-signals-asked = Aan wie
cli-signals-question = Vraag
cli-signals-todo = Wat u kunt doen
cli-signals-when = Wanneer
cli-signals-between = van { $since } tot { $until }
cli-signals-from = vanaf { $since }
cli-signals-answer = Antwoord
cli-signals-answer-value = { $position }, op { $day }
cli-signals-subject = Over
cli-signals-whole = het hele dossier
cli-signals-scope = Volgt uit
cli-signals-scope-dossier = één dossier
cli-signals-scope-book = meer dossiers samen
cli-signals-key = Naam in opdrachten
cli-terms-title = Afspraken en dagen op { $day }
cli-terms-none = Er staat niets open.
cli-terms-today = vandaag
cli-terms-undated = geen dag genoemd
cli-terms-settled = gedaan op { $day }
signal-state-open = open
signal-state-answered = beantwoord
signal-state-past = voorbij
signal-state-coming = komt nog
signal-theme-LG = leidende gedragsprincipes
signal-theme-CC = cliënt centraal
signal-theme-PO = professionele organisatie
signal-theme-SC = samen met cliënten
signal-source-000 = ervaringen van cliëntleden in Amsterdam
signal-source-001 = willen, kunnen, doen; streng of soepel
signal-source-002 = start van de nieuwe fase van de CoP
signal-source-003 = masterclass Maatwerk en methode
signal-source-004 = Amersfoort, tien principes
due-instrument_review = evaluatie van een instrument
due-instrument_limit = laatste dag van een instrument
due-decision_review = besluit opnieuw bekijken
due-override_end = toestemming om een hoek opzij te zetten loopt af
due-promise = belofte
due-stabilisation = afgesproken hulp
due-pause_end = pauze van eisen loopt af
due-goal = doel
due-finding_action = actie na een bevinding of signaal
due-aftercare = nazorg
due-client_question = mening van de cliënt vragen
cli-terms-late = { $days ->
    [one] { $days } dag geleden
   *[other] { $days } dagen geleden
}
cli-terms-ahead = { $days ->
    [one] over { $days } dag
   *[other] over { $days } dagen
}
cli-signals-count = { $count ->
    [one] { $count } signaal.
   *[other] { $count } signalen.
}
cli-terms-count = { $count ->
    [one] { $count } afspraak of dag.
   *[other] { $count } afspraken en dagen.
}
