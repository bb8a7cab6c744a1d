# Velden van organisatie, toetsing, leren, correctie, catalogus en ingelezen trajecten.

field-organisational_obstacle_raised-kind = Soort belemmering
field-organisational_obstacle_raised-kind-help = Wat voor belemmering is het?

field-organisational_obstacle_raised-what = Wat staat in de weg
field-organisational_obstacle_raised-what-help = Wat staat er in de weg?

field-organisational_obstacle_raised-effect = Gevolg
field-organisational_obstacle_raised-effect-help = Wat heeft dit voor gevolg voor de cliënt of het werk?

field-claimed_source = Genoemde bron
field-claimed_source-help = Op welke regel of bron beroept iemand zich? Is er geen, kies dan ‘geen’. Vaak mag iets wel.

field-case = Zaak
field-case-help = In welke zaak kwam dit naar voren?

field-organisation_answered-about = Antwoord op
field-organisation_answered-about-help = Op welke belemmering of bundel is dit het antwoord?

field-organisation_answered-verdict = Antwoord
field-organisation_answered-verdict-help = Mag het wel, mag het niet, is er iets aangepast, of is het afgewezen?

field-organisation_answered-source = Bron
field-organisation_answered-source-help = Op welke wet of regel rust het antwoord? Is er geen, kies dan ‘geen’.

field-owner = Eigenaar
field-owner-help = Wie gaat over dit antwoord?

field-answer = Antwoord in woorden
field-answer-help = Wat is het antwoord, in gewone woorden?

field-exceptions = Uitzonderingen
field-exceptions-help = Welke uitzonderingen horen bij elkaar? Noem er minstens twee.

field-pattern = Wat ze delen
field-pattern-help = Wat hebben deze uitzonderingen gemeen?

field-nature = Incidenteel of structureel
field-nature-help = Is dit toeval, of zit er iets vast in de regels of het werk?

field-proposal = Voorstel
field-proposal-help = Wat stelt u voor?

field-addressee = Voor wie
field-addressee-help = Wie moet hierop antwoorden?

field-cost_sum_eur = Kosten samen
field-cost_sum_eur-help = Wat kosten deze uitzonderingen samen, in euro’s?

field-author_unit = Afzender
field-author_unit-help = Welke afdeling schreef de brief?

field-request = Gevraagd
field-request-help = Wat vraagt de brief van de cliënt?

field-days_given = Dagen de tijd
field-days_given-help = Hoeveel dagen krijgt de cliënt om te reageren?

field-consequence_named = Gevolg genoemd
field-consequence_named-help = Noemt de brief een gevolg, zoals een korting?

field-counsellor_informed = Klantmanager geïnformeerd
field-counsellor_informed-help = Wist de klantmanager van deze brief?

field-five_second_check_by = Vijf seconden verplaatst
field-five_second_check_by-help = Wie las de brief vijf seconden lang met de ogen van de cliënt? Vul de code van die persoon in.

field-plain_language_check = Gewone taal
field-plain_language_check-help = Is nagekeken of de brief in gewone taal is geschreven?

field-enforcement_coordinated-with = Afgestemd met
field-enforcement_coordinated-with-help = Met wie is afgestemd? Dat is wie de regie heeft.

field-enforcement_coordinated-on = Afgestemd op
field-enforcement_coordinated-on-help = Op welke dag is dit afgestemd?

field-agreement = Afspraak
field-agreement-help = Wat is er afgesproken? Schrijf niets over de inhoud van het onderzoek.

field-visited_on = Dag van het bezoek
field-visited_on-help = Op welke dag was het bezoek?

field-announced = Aangekondigd
field-announced-help = Was het bezoek vooraf aangekondigd?

field-lead_informed = Regie geïnformeerd
field-lead_informed-help = Wist degene met de regie het vooraf?

field-ground_recorded = Grond vastgelegd
field-ground_recorded-help = Stond de reden voor het bezoek vooraf op papier?

field-consent = Toestemming na uitleg
field-consent-help = Gaf de cliënt toestemming, na uitleg over wat ‘nee’ zeggen betekent?

field-investigation_visit_recorded-effect = Gevolg
field-investigation_visit_recorded-effect-help = Wat deed het bezoek met de cliënt?

field-policy_context_noted-from = Vanaf
field-policy_context_noted-from-help = Vanaf welke dag is dit merkbaar?

field-direction = Richting
field-direction-help = Werd het strenger, soepeler of anders?

field-policy_context_noted-source = Bron
field-policy_context_noted-source-help = Waar blijkt dit uit, bijvoorbeeld een brief of een besluit?

field-policy_context_noted-topic = Onderwerp
field-policy_context_noted-topic-help = Over welk onderwerp gaat het?

field-reviewers = Toetsers
field-reviewers-help = Wie toetsten? Vul de code van elke persoon in.

field-steps = Stappen
field-steps-help = Welke stappen zijn bekeken? Vraag bij elke stap: was dit echt de juiste stap?

field-step = Stap
field-step-help = Welke stap is bekeken?

field-reviewed_step-verdict = Juiste stap?
field-reviewed_step-verdict-help = Was dit echt de juiste stap?

field-reviewed_step-reason = Reden
field-reviewed_step-reason-help = Waarom was dit wel of niet de juiste stap?

field-method = Werkwijze
field-method-help = Op welke manier is getoetst?

field-finding_recorded-event = Stap
field-finding_recorded-event-help = Over welke stap gaat de bevinding?

field-finding_recorded-principle = Principe
field-finding_recorded-principle-help = Over welk leidend gedragsprincipe gaat het? Vul een principe in, of een hoek.

field-finding_recorded-corner = Hoek
field-finding_recorded-corner-help = Over welke hoek van de waardendriehoek gaat het? Vul een hoek in, of een principe.

field-finding_recorded-kind = Soort bevinding
field-finding_recorded-kind-help = Is het een sterk punt, een vraag of een tekort? Kijk ook naar wat goed ging.

field-finding_recorded-text = Bevinding
field-finding_recorded-text-help = Wat valt op aan deze stap?

field-finding_recorded-weight = Gewicht
field-finding_recorded-weight-help = Hoe zwaar weegt deze bevinding?

field-finding = Bevinding
field-finding-help = Op welke bevinding is dit het antwoord?

field-finding_answered-position = Bent u het eens?
field-finding_answered-position-help = Bent u het eens, deels eens of oneens met de bevinding?

field-finding_answered-reason = Reden
field-finding_answered-reason-help = Waarom vindt u dat?

field-finding_answered-action = Actie
field-finding_answered-action-help = Wat gaat u doen?

field-finding_answered-by_when = Uiterlijk op
field-finding_answered-by_when-help = Wanneer is dat uiterlijk gedaan?

field-learner = Lerende
field-learner-help = Wie leerde? Vul de code van die persoon in.

field-stop = Gestopt bij
field-stop-help = Bij welk besluit stopte de herhaling?

field-own_choice = Eigen keuze
field-own_choice-help = Wat zou u hier zelf hebben besloten?

field-own_reasons = Eigen redenen
field-own_reasons-help = Waarom zou u dat kiezen, met wat u op dat moment kon weten?

field-insight = Inzicht
field-insight-help = Wat leert u van het verschil?

field-choice_kind = Soort besluit
field-choice_kind-help = Welke soort besluit zou u hebben genomen?

field-minutes = Minuten
field-minutes-help = Hoeveel minuten duurde de herhaling?

field-entry_corrected-target = Stap
field-entry_corrected-target-help = Welke stap klopt niet?

field-field = Veld
field-field-help = Welk veld klopt niet? Gebruik punten voor wat dieper ligt, zoals alternatives.0.option.

field-new_words = Nieuwe tekst
field-new_words-help = Wat moet er staan? Gebruik dit voor een veld met tekst.

field-new_value = Nieuwe waarde
field-new_value-help = Welke waarde moet er staan? Gebruik dit voor een veld zonder vrije tekst.

field-entry_corrected-reason = Reden
field-entry_corrected-reason-help = Waarom klopt het niet?

field-asked_by = Gevraagd door
field-asked_by-help = Wie vroeg om de correctie, naar rol?

field-evidence = Bewijs
field-evidence-help = Waaruit blijkt dat het anders is?

field-entry_shielded-target = Stap
field-entry_shielded-target-help = Van welke stap moeten gegevens worden afgeschermd?

field-fields = Velden
field-fields-help = Welke velden moeten worden afgeschermd?

field-entry_shielded-ground = Grond
field-entry_shielded-ground-help = Waarom moet dit worden afgeschermd?

field-requested_by = Gevraagd door
field-requested_by-help = Wie vroeg erom, naar rol?

field-catalogue = Catalogus
field-catalogue-help = Welke catalogus is dit?

field-edition = Uitgave
field-edition-help = Hoe heet deze uitgave?

field-catalogue_adopted-valid_from = Geldt vanaf
field-catalogue_adopted-valid_from-help = Vanaf welke dag geldt deze catalogus? Oudere besluiten houden de catalogus van hun dag.

field-entries = Onderdelen
field-entries-help = Wat staat er in deze catalogus?

field-catalogue_adopted-source = Bron
field-catalogue_adopted-source-help = Waar komt deze catalogus vandaan?

field-catalogue_entry-key = Sleutel
field-catalogue_entry-key-help = Wat is de vaste sleutel, zoals P5 of stilte_weken?

field-name = Naam
field-name-help = Wat is de naam in het Nederlands?

field-name_en = Naam in het Engels
field-name_en-help = Wat is de naam in het Engels?

field-catalogue_entry-text = Tekst
field-catalogue_entry-text-help = Wat is de volledige tekst?

field-catalogue_entry-number = Getal
field-catalogue_entry-number-help = Welk getal hoort erbij, zoals een norm, een termijn of een langste duur?

field-unit = Eenheid
field-unit-help = In welke eenheid is het getal, zoals dagen of weken?

field-catalogue_entry-lever = Aangrijpingspunt
field-catalogue_entry-lever-help = Waarop werkt dit instrument: motivatie, een vaardigheid, of een obstakel weghalen?

field-catalogue_entry-source = Bron
field-catalogue_entry-source-help = Waar komt dit onderdeel vandaan?

field-trajectory_imported-number = Dossiernummer
field-trajectory_imported-number-help = Welk nummer krijgt dit dossier?

field-trajectory_imported-source = Bestand
field-trajectory_imported-source-help = Uit welk bestand of systeem komt dit traject?

field-trace = Naam in het bestand
field-trace-help = Hoe heette dit traject in het andere systeem?

field-trajectory_imported-attributes = Kenmerken
field-trajectory_imported-attributes-help = Welke kenmerken had het traject in het andere systeem?

field-imported_attribute-key = Naam
field-imported_attribute-key-help = Hoe heet dit kenmerk in het andere systeem?

field-imported_attribute-kind = Soort waarde
field-imported_attribute-kind-help = Wat voor waarde is het?

field-imported_attribute-value = Waarde
field-imported_attribute-value-help = Welke waarde stond er?

field-activity = Activiteit
field-activity-help = Wat gebeurde er, volgens het andere systeem?

field-happened_at = Gebeurd op
field-happened_at-help = Wanneer gebeurde het, voor zover het bestand dat zegt?

field-resource = Door
field-resource-help = Wie of wat deed het, volgens het andere systeem?

field-lifecycle = Fase
field-lifecycle-help = In welke fase was de activiteit, zoals begin of einde?

# Signaal beantwoord.

field-signal = Signaal
field-signal-help = Op welk signaal geeft u antwoord?

field-signal_answered-about = Stap
field-signal_answered-about-help = Over welke stap gaat het signaal? Laat dit leeg als het over het hele dossier, een team of de gemeente gaat.

field-signal_answered-answer = Is dit een goede vraag?
field-signal_answered-answer-help = Bent u het eens, deels eens of oneens met het signaal?

field-signal_answered-reason = Reden
field-signal_answered-reason-help = Waarom vindt u dat?

field-signal_answered-action = Actie
field-signal_answered-action-help = Wat gaat u doen?

field-signal_answered-by_when = Uiterlijk op
field-signal_answered-by_when-help = Wanneer is dat uiterlijk gedaan?

# Gegevens uitgevoerd.

field-export_made-what = Wat
field-export_made-what-help = Welke gegevens zijn uit het boek gehaald?

field-format = Vorm
field-format-help = In welke vorm staan de gegevens?

field-export_made-purpose = Doel
field-export_made-purpose-help = Waarvoor zijn de gegevens nodig?

field-rows = Aantal regels
field-rows-help = Hoeveel regels of gebeurtenissen staan erin?

field-export_made-norm = Kleinste groep
field-export_made-norm-help = Hoeveel mensen zitten er minstens in een groep? Bij gegevens over losse personen is dat 1.

field-controlled = Kleine groepen weggelaten
field-controlled-help = Zijn kleine groepen weggelaten? Zo nee, dan zijn de gegevens alleen voor een onderzoeker.

field-export_made-from = Vanaf
field-export_made-from-help = Vanaf welke dag gaan de gegevens?

field-export_made-until = Tot en met
field-export_made-until-help = Tot en met welke dag gaan de gegevens?

field-known_at = Zoals bekend op
field-known_at-help = Op welk moment wist het boek dit?
