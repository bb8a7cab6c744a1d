# Soorten gebeurtenissen: naam en waarvoor ze dienen.

event-trajectory_opened = Traject geopend
event-trajectory_opened-purpose = Het traject begint, en de cliënt hoort vooraf wat de bedoeling is.

event-lead_assigned = Regie toegewezen
event-lead_assigned-purpose = Vastleggen wie de regie heeft, en waarvoor.

event-conversation_held = Gesprek gevoerd
event-conversation_held-purpose = Vastleggen dat er contact was, hoe dat ging en wat de cliënt zei.

event-future_perspective_voiced = Toekomstperspectief verwoord
event-future_perspective_voiced-purpose = Vastleggen waar de cliënt naartoe wil, in eigen woorden.

event-life_domain_assessed = Leefgebied in kaart gebracht
event-life_domain_assessed-purpose = Beschrijven hoe het nu gaat op één van de acht leefgebieden.

event-behaviour_picture_made = Gedragsbeeld gemaakt
event-behaviour_picture_made-purpose = Samen bekijken wat iemand wil, kan en doet; dit is ook de nulmeting.

event-needs_voiced = Basisbehoeften besproken
event-needs_voiced-purpose = Bespreken hoe het staat met zelf kiezen, iets kunnen en erbij horen.

event-urgent_obstacle_reported = Urgente belemmering gemeld
event-urgent_obstacle_reported-purpose = Melden dat iets anders eerst moet, omdat het niet kan wachten.

event-stabilisation_agreed = Stabilisatie afgesproken
event-stabilisation_agreed-purpose = Praktische hulp afspreken, en rust van andere eisen.

event-obstacle_stabilised = Belemmering gestabiliseerd
event-obstacle_stabilised-purpose = Vastleggen wat de hulp bij een urgente belemmering heeft opgeleverd.

event-goal_set = Doel vastgesteld
event-goal_set-purpose = Een bereikbaar doel vastleggen, met een eerste stap en een datum.

event-goal_reviewed = Doel besproken
event-goal_reviewed-purpose = Samen kijken hoe ver iemand is met een doel.

event-learning_experience_noted = Leerervaring vastgelegd
event-learning_experience_noted-purpose = Een klein succes vastleggen, of iets moeilijks dat is gelukt.

event-options_presented = Keuzes voorgelegd
event-options_presented-purpose = De cliënt echte keuzes geven, met voor- en nadelen.

event-client_preference_voiced = Voorkeur uitgesproken
event-client_preference_voiced-purpose = Vastleggen wat de cliënt zelf kiest, en waarom.

event-decision_taken = Besluit genomen
event-decision_taken-purpose = Vastleggen wat is besloten, wat is afgewogen en waarom.

event-decision_contested = Besluit betwist
event-decision_contested-purpose = Vastleggen dat iemand het niet eens is met een besluit, in eigen woorden.

event-decision_reconsidered = Besluit heroverwogen
event-decision_reconsidered-purpose = Antwoord geven op een betwist besluit, door iemand anders en met een nieuwe afweging.

event-exception_made = Uitzondering gemaakt
event-exception_made-purpose = Vastleggen dat u afwijkt van een regel of gewoonte, en waarom.

event-instrument_started = Instrument ingezet
event-instrument_started-purpose = Een instrument starten met een doel, een grens en een dag om het te bespreken.

event-instrument_reviewed = Instrument besproken
event-instrument_reviewed-purpose = Samen bekijken of het instrument nog helpt.

event-instrument_extended = Instrument verlengd
event-instrument_extended-purpose = Een nieuwe grens afspreken, omdat er aantoonbaar vooruitgang is.

event-instrument_ended = Instrument beëindigd
event-instrument_ended-purpose = Het instrument afsluiten en vastleggen wat het opleverde.

event-effect_measured = Effect gemeten
event-effect_measured-purpose = Bij deze cliënt meten of er iets is veranderd.

event-client_voice_recorded = Stem van de cliënt
event-client_voice_recorded-purpose = De woorden van de cliënt vastleggen, over alles wat de cliënt kwijt wil.

event-tandem_formed = Tandem gevormd
event-tandem_formed-purpose = Een professional en een ervaringsdeskundige gaan samen aan het werk.

event-experience_perspective_given = Ervaringsperspectief ingebracht
event-experience_perspective_given-purpose = Vastleggen hoe iemand met eigen ervaring ernaar kijkt.

event-case_discussion_held = Casuïstiekbespreking gehouden
event-case_discussion_held-purpose = Samen nadenken over een zaak, vanuit verschillende rollen.

event-organisational_obstacle_raised = Organisatorische belemmering gemeld
event-organisational_obstacle_raised-purpose = Melden wat in de organisatie in de weg staat.

event-organisation_answered = Organisatie geeft antwoord
event-organisation_answered-purpose = Antwoord geven op een gemelde belemmering of een bundel.

event-exceptions_bundled = Uitzonderingen gebundeld
event-exceptions_bundled-purpose = Uitzonderingen die op elkaar lijken samenvoegen, om ervan te leren.

event-letter_sent = Brief verstuurd
event-letter_sent-purpose = Vastleggen welke brief de cliënt kreeg, en wat die vraagt.

event-enforcement_coordinated = Handhaving afgestemd
event-enforcement_coordinated-purpose = Vooraf afspreken met wie de regie heeft, zonder iets over het onderzoek zelf.

event-investigation_visit_recorded = Onderzoeksbezoek vastgelegd
event-investigation_visit_recorded-purpose = Vastleggen dat er een onderzoeksbezoek was, en of het zorgvuldig ging.

event-policy_context_noted = Beleidscontext vastgelegd
event-policy_context_noted-purpose = Vastleggen dat het beleid strenger of soepeler werd, en wanneer.

event-case_handed_over = Zaak overgedragen
event-case_handed_over-purpose = Vastleggen dat de cliënt een andere begeleider krijgt, en wat er nog openstaat.

event-review_held = Toetssessie gehouden
event-review_held-purpose = Bij elke stap kritisch nagaan of het de juiste stap was.

event-finding_recorded = Bevinding vastgelegd
event-finding_recorded-purpose = Vastleggen wat opviel bij een stap: een sterk punt, een vraag of een tekort.

event-finding_answered = Bevinding beantwoord
event-finding_answered-purpose = Antwoord geven op een bevinding, en zeggen wat u gaat doen.

event-replay_completed = Leerherhaling gedaan
event-replay_completed-purpose = Leren van een zaak: eerst zelf kiezen, dan zien wat er gebeurde.

event-entry_corrected = Registratie gecorrigeerd
event-entry_corrected-purpose = Een fout in de registratie herstellen; wat er eerst stond, blijft bewaard.

event-entry_shielded = Registratie afgeschermd
event-entry_shielded-purpose = Gegevens afschermen, zodat niemand ze nog ziet; de lege stap blijft staan.

event-trajectory_closed = Traject afgesloten
event-trajectory_closed-purpose = Het traject afsluiten en vastleggen waar de cliënt nu is.

event-catalogue_adopted = Catalogus vastgesteld
event-catalogue_adopted-purpose = Een nieuwe lijst met principes, regels, instrumenten of normen laten gelden vanaf een dag.

event-trajectory_imported = Traject ingelezen
event-trajectory_imported-purpose = Een traject overnemen uit een ander systeem, zoals het daar stond.

event-step_imported = Stap ingelezen
event-step_imported-purpose = Eén stap overnemen uit een ander systeem, zoals die daar stond.

event-signal_answered = Signaal beantwoord
event-signal_answered-purpose = Antwoord geven op een signaal. Een signaal is een vraag aan een collega.

event-export_made = Gegevens uitgevoerd
event-export_made-purpose = Vastleggen dat iemand gegevens uit het boek heeft gehaald, en waarvoor.

event-round_planned = Ronde gepland
event-round_planned-purpose = Een ronde plannen: wat u bekijkt, wie dat doet en waarmee.

event-cases_drawn = Zaken getrokken
event-cases_drawn-purpose = Zaken trekken voor een ronde, zo dat iedereen het kan herhalen.

event-shielding_confirmed = Afscherming bevestigd
event-shielding_confirmed-purpose = Bevestigen dat niemand te herkennen is, voordat anderen de zaak lezen.

event-round_opened = Oordelen geopend
event-round_opened-purpose = De oordelen openen, zodat iedereen in de ronde ze ziet.

event-action_agreed = Actie afgesproken
event-action_agreed-purpose = Afspreken wat er met een bevinding gebeurt, door wie en wanneer.

event-action_checked = Actie nagekeken
event-action_checked-purpose = Nakijken of een actie is gedaan. Dat doet iemand anders.

event-view_written = Eigen kijk opgeschreven
event-view_written-purpose = Eerst zelf opschrijven wat u denkt, voordat u erover praat.

event-judgement_recorded = Gezamenlijk oordeel vastgelegd
event-judgement_recorded-purpose = Vastleggen waar u het samen over eens bent, en wat verschilt.

event-round_closed = Ronde afgesloten
event-round_closed-purpose = Een ronde afsluiten met een conclusie.

event-learning_answer_locked = Eigen antwoord vastgezet
event-learning_answer_locked-purpose = Uw eigen antwoord vastzetten, voordat u ziet wat er is besloten.

event-session_held = Leersessie gehouden
event-session_held-purpose = Vastleggen wat een groep van een zaak leerde.

# Soorten stromen.

stream-case = Dossier
stream-organisation = Organisatie
stream-audit = Toetsing
stream-learning = Leren
stream-settings = Instellingen

# Schema’s.

schema-line = Regel van een uitwisselbestand
schema-line-purpose = Eén gebeurtenis, zoals die tussen systemen wordt uitgewisseld.
