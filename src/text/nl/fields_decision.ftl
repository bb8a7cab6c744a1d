# Velden van keuze, besluit, bezwaar, heroverweging, uitzondering, instrument en meting.

field-options_presented-topic = Onderwerp van de keuze
field-options_presented-topic-help = Waarover kan de cliënt kiezen? Samen beslissen begint met zeggen dát er iets te kiezen is.

field-options_presented-options = Keuzes
field-options_presented-options-help = Welke keuzes zijn er? Noem er minstens twee, en daarnaast ‘niets doen’, zodat er echt iets te kiezen is.

field-choice_option-option = Keuze
field-choice_option-option-help = Wat houdt deze keuze in, in gewone woorden?

field-choice_option-kind = Soort keuze
field-choice_option-kind-help = Is dit een gewone keuze, of is het niets doen, wachten, een waarschuwing of een gesprek?

field-pros = Voordelen
field-pros-help = Wat spreekt ervoor, gezien vanuit de cliënt?

field-cons = Nadelen
field-cons-help = Wat spreekt ertegen? Wees hier net zo eerlijk als bij de voordelen.

field-choice_option-cost_eur = Kosten
field-choice_option-cost_eur-help = Wat kost deze keuze, in euro’s?

field-unknowns = Nog onbekend
field-unknowns-help = Wat weet niemand nog? Zo kiest de cliënt met open ogen.

field-not_possible = Wat niet kan
field-not_possible-help = Wat kan er niet, en waarom niet? Duidelijkheid voorkomt valse hoop.

field-client_preference_voiced-options = Voorgelegde keuzes
field-client_preference_voiced-options-help = In welke stap zijn deze keuzes voorgelegd?

field-preference = Voorkeur
field-preference-help = Welk nummer kiest de cliënt? ‘Weet ik nog niet’ is ook een goed antwoord.

field-also_fine = Ook goed
field-also_fine-help = Welke andere nummers vindt de cliënt ook goed?

field-reasons = Eigen redenen
field-reasons-help = Waarom kiest de cliënt dit, in eigen woorden? Zo blijft de keuze van de cliënt zelf.

field-client_preference_voiced-dependence_felt = Voelde zich afhankelijk
field-client_preference_voiced-dependence_felt-help = Voelde de cliënt zich afhankelijk bij het kiezen? Wie bang is voor de uitkering, kiest niet vrij.

field-support = Steun van
field-support-help = Wie stond de cliënt bij? Vul de code van die persoon in. Met zijn drieën is een gesprek eerder gelijkwaardig.

field-decision_taken-kind = Soort besluit
field-decision_taken-kind-help = Wat voor besluit is dit?

field-subject = Besluit in één zin
field-subject-help = Wat is er besloten? Schrijf één zin die de cliënt meteen begrijpt.

field-taken_on = Genomen op
field-taken_on-help = Op welke dag is het besluit genomen?

field-in_force_from = Geldt vanaf
field-in_force_from-help = Vanaf welke dag geldt het besluit?

field-decision_taken-review_on = Opnieuw bekijken op
field-decision_taken-review_on-help = Op welke dag kijkt u of dit besluit nog goed is?

field-decision_taken-until = Geldt tot en met
field-decision_taken-until-help = Wat is de laatste dag waarop het besluit geldt? Leeg betekent: er is geen einddatum.

field-led_by = Geleid door
field-led_by-help = Wie leidde dit besluit? Zo is duidelijk wie erop aan te spreken is.

field-led_by-actor = Persoon
field-led_by-actor-help = Wat is de code van wie het besluit leidde?

field-led_by-role = Rol
field-led_by-role-help = In welke rol leidde deze persoon het besluit?

field-with = Samen met
field-with-help = Wie waren erbij, naar rol?

field-decision_taken-options = Keuzes achter het besluit
field-decision_taken-options-help = Welke keuzes zijn vooraf voorgelegd, en welke is het geworden? Waren er geen keuzes, schrijf dan waarom.

field-decision_reconsidered-options = Keuzes achter het nieuwe besluit
field-decision_reconsidered-options-help = Welke keuzes zijn deze keer voorgelegd, en welke is het geworden?

field-set = Voorgelegde keuzes
field-set-help = In welke stap zijn de keuzes voorgelegd?

field-chosen = Gekozen nummer
field-chosen-help = Welk nummer is het geworden? Zo is te zien of de wens van de cliënt is gevolgd.

field-none_because = Geen keuzes, want
field-none_because-help = Waarom zijn er geen keuzes voorgelegd?

field-situation_key = Soort situatie
field-situation_key-help = Welke situatie is dit, in een vaste sleutel zoals afspraak_gemist_2x? Zo zijn gelijke gevallen te vergelijken.

field-why = Waarom
field-why-help = Begin met het effect dat u samen met de cliënt wilt bereiken. Schrijf daarna waarom dit besluit daarbij past. De cliënt leest dit ook.

field-decision_reconsidered-why = Waarom
field-decision_reconsidered-why-help = Begin met het effect dat u nu samen met de cliënt wilt bereiken. Schrijf daarna waarom het antwoord op het bezwaar zo luidt. De cliënt leest dit ook.

field-principles = Leidende gedragsprincipes
field-principles-help = Welke leidende gedragsprincipes past u toe, en welke zet u bewust opzij? Noem er minstens één.

field-principle_stance-principle = Principe
field-principle_stance-principle-help = Welk principe is het? Vul de sleutel in, zoals P5.

field-stance = Houding
field-stance-help = Past u dit principe toe, of zet u het bewust opzij? Opzijzetten mag, als u zegt waarom.

field-principle_stance-reason = Reden
field-principle_stance-reason-help = Hoe past u dit principe hier toe, of waarom zet u het opzij?

field-weightier_value = Zwaardere waarde
field-weightier_value-help = Welke waarde woog hier zwaarder? Vul dit alleen in als u het principe bewust opzijzet.

field-triangle = Waardendriehoek
field-triangle-help = Beantwoord drie vragen: Mag het van de wet? Gaan we handig om met publieke middelen? Draagt het bij aan zelfregie?

field-wet = Wet
field-wet-help = Mag het van de wet? ‘Onduidelijk’ is niet hetzelfde als ‘nee’.

field-middelen = Middelen
field-middelen-help = Gaan we handig om met publieke middelen? Het gaat om verstandig, niet om goedkoop.

field-zelfregie = Zelfregie
field-zelfregie-help = Draagt het bij aan zelfregie? Vraag het aan de cliënt; uw eigen mening is niet genoeg.

field-law_verdict-verdict = Mag het van de wet?
field-law_verdict-verdict-help = Kies ja, nee of onduidelijk.

field-law_verdict-reason = Reden
field-law_verdict-reason-help = Waarom mag het wel, waarom niet, of wat is er onduidelijk?

field-law_verdict-sources = Bronnen
field-law_verdict-sources-help = Welke wetten, regels of uitspraken ondersteunen dit? Met een bron kan iedereen het nakijken.

field-means_verdict-verdict = Gaan we handig om met publieke middelen?
field-means_verdict-verdict-help = Kies ja, nee of onduidelijk.

field-means_verdict-reason = Reden
field-means_verdict-reason-help = Waarom is dit wel of niet verstandig met geld en tijd?

field-means_verdict-cost_eur = Kosten
field-means_verdict-cost_eur-help = Wat kost dit, in euro’s? Weet u het niet, kies dan ‘onbekend’.

field-alternative_cost_eur = Kosten van het alternatief
field-alternative_cost_eur-help = Wat kost het beste alternatief, in euro’s?

field-cost_of_doing_nothing_eur = Kosten van niets doen
field-cost_of_doing_nothing_eur-help = Wat kost het als u niets doet, in euro’s? Vastlopen is vaak het duurst.

field-self_direction_verdict-verdict = Draagt het bij aan zelfregie?
field-self_direction_verdict-verdict-help = Kies ja, nee of onduidelijk.

field-self_direction_verdict-reason = Reden
field-self_direction_verdict-reason-help = Waarom krijgt de cliënt hiermee meer of minder regie over het eigen leven?

field-client_says = De cliënt zegt
field-client_says-help = Wat zegt de cliënt hier zelf over? Deze hoek kan niet alleen met uw eigen mening.

field-overrides = Toestemming bij ‘nee’
field-overrides-help = Zegt een hoek ‘nee’ en gaat u toch door? Noteer dan wie toestemming gaf, waarom en tot wanneer.

field-override-corner = Hoek
field-override-corner-help = Welke hoek zegt ‘nee’?

field-override-by = Toestemming van
field-override-by-help = Wie geeft toestemming? Dat is iemand anders dan wie het besluit neemt.

field-override-reason = Reden
field-override-reason-help = Waarom mag het besluit toch doorgaan?

field-override-until = Tot en met
field-override-until-help = Tot en met welke dag geldt de toestemming? Een uitzondering duurt niet vanzelf voort.

field-legal = Wet en regels
field-legal-help = Op welke wet of regel rust dit? Vul dit als laatste in: het gewenste effect komt eerst.

field-regulation = Wet of regeling
field-regulation-help = Welke wet of regeling is het? Vul de sleutel uit de catalogus in.

field-article = Artikel
field-article-help = Welk artikel is het?

field-local_rule = Regel van de gemeente
field-local_rule-help = Welke regel van de gemeente is het?

field-valid_on = Recht van de dag
field-valid_on-help = Van welke dag past u de regels toe? Regels veranderen; een besluit wordt beoordeeld naar de regels van zijn dag.

field-room_used = Gebruikte ruimte
field-room_used-help = Welke ruimte in de wet gebruikt u? Er mag vaak meer dan mensen denken.

field-alternatives = Andere mogelijkheden
field-alternatives-help = Wat kon er ook, en waarom is dat het niet geworden? Niets doen telt mee.

field-alternative-option = Mogelijkheid
field-alternative-option-help = Wat kon er ook?

field-alternative-kind = Soort mogelijkheid
field-alternative-kind-help = Is dit een gewone mogelijkheid, of is het niets doen, wachten, een waarschuwing of een gesprek?

field-why_not = Waarom niet
field-why_not-help = Waarom is het dit niet geworden?

field-failing_corner = Valt op hoek
field-failing_corner-help = Op welke hoek van de waardendriehoek valt deze mogelijkheid af?

field-decision_taken-client_view = Mening van de cliënt
field-decision_taken-client_view-help = Wat vindt de cliënt van dit besluit? Een besluit zonder de cliënt is niet af.

field-decision_reconsidered-client_view = Mening van de cliënt
field-decision_reconsidered-client_view-help = Wat vindt de cliënt van dit antwoord?

field-client_view-words = Woorden van de cliënt
field-client_view-words-help = Wat zegt de cliënt over het besluit? Schrijf het op zoals het is gezegd.

field-client_view-position = Is de cliënt het eens?
field-client_view-position-help = Is de cliënt het eens, deels eens of oneens? Weet u het niet, kies dan ‘onbekend’; vul niets in namens de cliënt.

field-client_view-dependence_felt = Voelde zich afhankelijk
field-client_view-dependence_felt-help = Voelde de cliënt zich afhankelijk bij dit besluit? Een ‘ja’ uit angst is geen vrije keuze.

field-unknown_because = Onbekend, want
field-unknown_because-help = Waarom weet u nog niet wat de cliënt vindt?

field-ask_by = Vragen vóór
field-ask_by-help = Op welke dag vraagt u het uiterlijk aan de cliënt?

field-experience = Ervaringskennis
field-experience-help = Wat heeft ervaringskennis bijgedragen aan dit besluit?

field-experience_used-perspective = Ervaringsperspectief
field-experience_used-perspective-help = Welk ervaringsperspectief is gebruikt? Was er geen, kies dan ‘geen’.

field-changed = Veranderde
field-changed-help = Wat is er door dat perspectief veranderd?

field-knowledge = Kennis
field-knowledge-help = Op welke kennis rust dit besluit?

field-basis = Weten of vinden
field-basis-help = Weet u dit, of vindt u dit? Beide mag, als het maar duidelijk is.

field-knowledge-source = Bron
field-knowledge-source-help = Waar weet u dit van?

field-knowledge-sources = Soorten kennis
field-knowledge-sources-help = Komt de kennis uit wetenschap, praktijk of ervaring?

field-decision_taken-lever = Aangrijpingspunt
field-decision_taken-lever-help = Waarop werkt dit besluit: motivatie, een vaardigheid, of een obstakel weghalen?

field-decision_taken-expected = Verwacht effect
field-decision_taken-expected-help = Wat moet dit besluit veranderen, van wat naar wat, en wanneer?

field-expected-what = Wat verandert
field-expected-what-help = Wat moet er veranderen? Gebruik de naam van de maat, zoals geloof_in_eigen_kunnen.

field-expected-from = Van
field-expected-from-help = Wat is de waarde nu?

field-expected-to = Naar
field-expected-to-help = Welke waarde verwacht u?

field-expected-by_when = Uiterlijk op
field-expected-by_when-help = Wanneer verwacht u die verandering?

field-decision_taken-generality = Voor één of voor meer
field-decision_taken-generality-help = Is dit besluit alleen hier goed, vaker, of voor iedereen? Zo kan een uitzondering een betere regel worden.

field-decision_contested-decision = Besluit
field-decision_contested-decision-help = Met welk besluit is iemand het niet eens?

field-decision_contested-ground = Waarom niet eens
field-decision_contested-ground-help = Waarom is iemand het er niet mee eens, in eigen woorden? Een vorm is niet nodig.

field-decision_contested-by = In de rol van
field-decision_contested-by-help = In welke rol is iemand het niet eens?

field-formal = Officieel bezwaar
field-formal-help = Is dit ook een officieel bezwaar? Ook zonder dat krijgt iemand antwoord.

field-wished = Gewenste uitkomst
field-wished-help = Wat zou iemand willen dat er gebeurt?

field-contest = Betwisting
field-contest-help = Op welk betwist besluit is dit het antwoord?

field-decision_reconsidered-outcome = Uitkomst
field-decision_reconsidered-outcome-help = Blijft het besluit, wordt het gewijzigd of ingetrokken?

field-decision_reconsidered-kind = Soort besluit na wijziging
field-decision_reconsidered-kind-help = Wat voor besluit is het geworden? Vul dit in als het soort besluit verandert.

field-apology = Excuses
field-apology-help = Wilt u de cliënt excuses aanbieden? Een fout toegeven herstelt vertrouwen.

field-exception_made-decision = Besluit
field-exception_made-decision-help = Bij welk besluit hoort deze uitzondering?

field-norm = Regel of gewoonte
field-norm-help = Van welke regel of gewoonte wijkt u af? Gebruik steeds dezelfde naam, zodat gelijke uitzonderingen bij elkaar komen.

field-departs_from = Regel of gewoonte?
field-departs_from-help = Is het een regel die op papier staat, of een gewoonte?

field-why_unique = Waarom hier
field-why_unique-help = Waarom past de regel of gewoonte niet in deze situatie?

field-exception_made-generality = Voor één of voor meer
field-exception_made-generality-help = Is deze uitzondering alleen hier goed, vaker, of voor iedereen?

field-tags = Trefwoorden
field-tags-help = Met welke woorden vindt een ander deze uitzondering terug?

field-instrument_started-instrument = Instrument
field-instrument_started-instrument-help = Welk instrument zet u in? Vul de sleutel uit de catalogus in.

field-instrument_started-purpose = Doel
field-instrument_started-purpose-help = Waarvoor zet u dit in? Vertel het de cliënt ook zo.

field-instrument_started-expected = Verwacht resultaat
field-instrument_started-expected-help = Wat moet dit instrument veranderen, van wat naar wat?

field-instrument_started-lever = Aangrijpingspunt
field-instrument_started-lever-help = Waarop werkt dit instrument: motivatie, een vaardigheid, of een obstakel weghalen?

field-started_on = Begint op
field-started_on-help = Op welke dag begint het?

field-instrument_started-limit = Grens
field-instrument_started-limit-help = Op welke dag stopt het uiterlijk? Een grens houdt het instrument passend.

field-instrument_started-review_on = Bespreken op
field-instrument_started-review_on-help = Op welke dag bespreekt u samen of het helpt? Kies een dag op of vóór de grens.

field-instrument_started-decision = Besluit
field-instrument_started-decision-help = Uit welk besluit volgt dit?

field-instrument_started-cost_eur = Kosten
field-instrument_started-cost_eur-help = Wat kost dit instrument, in euro’s?

field-provider = Aanbieder
field-provider-help = Wie biedt het aan?

field-bundled = Totaaltraject
field-bundled-help = Is het een totaaltraject, met van alles in één pakket? Dat past zelden precies bij één mens.

field-longer_because = Langer, want
field-longer_because-help = Waarom duurt het langer dan de catalogus toestaat?

field-result_so_far = Resultaat tot nu toe
field-result_so_far-help = Wat heeft het tot nu toe opgeleverd?

field-instrument_reviewed-client_view = Mening van de cliënt
field-instrument_reviewed-client_view-help = Wat vindt de cliënt: helpt het nog?

field-instrument_reviewed-verdict = Oordeel
field-instrument_reviewed-verdict-help = Gaat u door, past u het aan of stopt het?

field-measurement = Meting
field-measurement-help = Op welke meting rust dit?

field-instrument_extended-limit = Nieuwe grens
field-instrument_extended-limit-help = Op welke dag stopt het nu uiterlijk? Die dag ligt na de vorige grens.

field-instrument_extended-reason = Reden
field-instrument_extended-reason-help = Waarom is meer tijd nodig?

field-progress = Vooruitgang
field-progress-help = Welke vooruitgang is er te zien? Zonder vooruitgang past iets anders misschien beter.

field-instrument_extended-client_view = Mening van de cliënt
field-instrument_extended-client_view-help = Wat vindt de cliënt van het verlengen?

field-instrument_extended-decision = Besluit
field-instrument_extended-decision-help = Uit welk besluit volgt de verlenging?

field-ended_on = Beëindigd op
field-ended_on-help = Wat was de laatste dag?

field-instrument_ended-reason = Reden
field-instrument_ended-reason-help = Waarom is het gestopt?

field-instrument_ended-result = Resultaat
field-instrument_ended-result-help = Wat heeft het opgeleverd? Is dat niet bekend, kies dan ‘niet gemeten’.

field-explanation = Toelichting
field-explanation-help = Wilt u de reden uitleggen?

field-instrument_ended-lesson = Geleerd
field-instrument_ended-lesson-help = Wat zou u een volgende keer anders doen?

field-effect_measured-what = Wat is gemeten
field-effect_measured-what-help = Wat meet u? Gebruik de naam van de maat, zoals geloof_in_eigen_kunnen.

field-value = Waarde
field-value-help = Wat is de waarde?

field-effect_measured-value = Waarde
field-effect_measured-value-help = Wat is de gemeten waarde?

field-scale = Schaal
field-scale-help = Op welke schaal is gemeten, zoals 1-5?

field-moment = Moment
field-moment-help = Is dit een nulmeting, een tussenmeting, een eindmeting of een nameting? Zonder nulmeting is er geen verschil te zien.

field-effect_measured-by = Gemeten door
field-effect_measured-by-help = Wie gaf de waarde: de cliënt, de professional, samen, of iemand anders?

field-effect_measured-instrument = Instrument
field-effect_measured-instrument-help = Bij welk instrument hoort deze meting?

field-earlier = Eerdere waarde
field-earlier-help = Wat was de waarde bij een eerdere meting?

field-tool = Meetinstrument
field-tool-help = Met welke vragenlijst of welk hulpmiddel is gemeten?

field-other_explanations = Andere verklaringen
field-other_explanations-help = Waardoor kan het nog meer zijn veranderd? Zo schrijven we niet te snel iets toe aan onze hulp.

field-effect_measured-helped = Wat hielp
field-effect_measured-helped-help = Wat heeft volgens de cliënt geholpen?

field-effect_measured-client_words = Woorden van de cliënt
field-effect_measured-client_words-help = Wat zegt de cliënt zelf over de verandering?
