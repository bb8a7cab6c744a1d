# Velden van traject, gesprek, beeld, doel, stem van de cliënt en ervaring.

field-trajectory_opened-number = Dossiernummer
field-trajectory_opened-number-help = Welk nummer heeft dit dossier in uw gemeente? Gebruik nooit een burgerservicenummer.

field-trajectory_opened-question = Vraag van de cliënt
field-trajectory_opened-question-help = Met welke vraag komt de cliënt? Daar begint het mee.

field-trajectory_opened-purpose = Bedoeling
field-trajectory_opened-purpose-help = Wat is de bedoeling van dit traject, in de woorden waarin u het de cliënt vertelde?

field-trajectory_opened-lead = Regie
field-trajectory_opened-lead-help = Wie heeft de regie bij de start? Vul de code van die persoon in.

field-benefit_band = Tijd in de uitkering
field-benefit_band-help = Hoe lang heeft de cliënt al een uitkering? Zo zien we wiens stem we missen.

field-scope = Waarvoor
field-scope-help = Waarvoor heeft deze persoon de regie?

field-lead_assigned-from = Vanaf
field-lead_assigned-from-help = Vanaf welke dag heeft deze persoon de regie?

field-lead_assigned-client_informed = Cliënt geïnformeerd
field-lead_assigned-client_informed-help = Weet de cliënt wie de regie heeft?

field-lead_assigned-reason = Reden
field-lead_assigned-reason-help = Waarom krijgt deze persoon de regie?

field-lead_assigned-until = Tot en met
field-lead_assigned-until-help = Tot en met welke dag? Leeg betekent: tot er iets verandert.

field-conversation_held-kind = Soort gesprek
field-conversation_held-kind-help = Wat voor gesprek was het? ‘Ophalen’ is luisteren zonder agenda.

field-participants = Deelnemers
field-participants-help = Wie deden er mee? Met zijn drieën is een gesprek eerder gelijkwaardig dan met zijn tweeën.

field-participant-role = Rol
field-participant-role-help = In welke rol deed deze persoon mee?

field-participant-actor = Persoon
field-participant-actor-help = Wat is de code van deze persoon? Bij de cliënt laat u dit leeg.

field-conversation_held-client_words = Woorden van de cliënt
field-conversation_held-client_words-help = Wat zei de cliënt? Schrijf het op zoals het is gezegd, of kies ‘geen’.

field-approach = Bejegening
field-approach-help = Hoe was uw manier van omgaan met de cliënt in dit gesprek?

field-feelings_named = Gevoelens benoemd
field-feelings_named-help = Is er over gevoelens gesproken? Gevoelens erkennen hoort bij eigen regie.

field-assumptions = Aannames
field-assumptions-help = Wat dacht u vooraf al te weten? Later kunt u zien of het klopte.

field-assumption = Aanname
field-assumption-help = Wat dacht u al te weten?

field-assumption-outcome = Klopte het?
field-assumption-outcome-help = Klopte de aanname?

field-note = Verslag
field-note-help = Wat wilt u zelf vastleggen? Beschrijf wat u zag en hoorde, zonder oordeel.

field-sanction_mentioned = Maatregel genoemd
field-sanction_mentioned-help = Is in dit gesprek een maatregel of korting genoemd? Wie zich onveilig voelt, vertelt minder.

field-future_perspective_voiced-words = Woorden van de cliënt
field-future_perspective_voiced-words-help = Waar wil de cliënt naartoe, in eigen woorden? Een droom mag.

field-meaning = Zingeving
field-meaning-help = Waarom is dit belangrijk voor de cliënt?

field-nearness = Hoe dichtbij
field-nearness-help = Hoe dichtbij voelt dit voor de cliënt, van 1 (ver weg) tot 5 (heel dichtbij)?

field-life_domain_assessed-domain = Leefgebied
field-life_domain_assessed-domain-help = Over welk van de acht leefgebieden gaat het?

field-situation = Situatie
field-situation-help = Hoe is het nu op dit leefgebied? Beschrijf het zonder oordeel.

field-urgency = Urgentie
field-urgency-help = Hoe dringend is het?

field-life_domain_assessed-source = Verhaal van
field-life_domain_assessed-source-help = Wiens verhaal is dit?

field-life_domain_assessed-talent = Talent of mogelijkheid
field-life_domain_assessed-talent-help = Wat gaat hier goed, of wat kan de cliënt? Kijk eerst naar wat er wél is.

field-life_domain_assessed-obstacle = Belemmering
field-life_domain_assessed-obstacle-help = Wat staat hier in de weg?

field-client_score = Cijfer van de cliënt
field-client_score-help = Welk cijfer geeft de cliënt, van 1 (slecht) tot 5 (goed)?

field-professional_score = Cijfer van de professional
field-professional_score-help = Welk cijfer geeft u zelf, van 1 (slecht) tot 5 (goed)? Een verschil met de cliënt is informatie.

field-starts_here = Hier begint het
field-starts_here-help = Is dit het leefgebied waar u samen begint?

field-behaviour = Gedrag
field-behaviour-help = Om welk concreet gedrag gaat het? Hoe preciezer, hoe beter u later verschil ziet.

field-behaviour-action = Wat iemand doet
field-behaviour-action-help = Wat doet iemand dan precies?

field-behaviour-target = Gericht op
field-behaviour-target-help = Waarop of op wie is het gericht?

field-context = Waar
field-context-help = In welke omgeving gebeurt het?

field-time = Wanneer
field-time-help = Op welk moment gebeurt het?

field-willing = Willen
field-willing-help = Wil iemand dit? Geef cijfers van 1 (laag) tot 5 (hoog).

field-attitude = Houding
field-attitude-help = Hoe goed of slecht vindt iemand dit gedrag, van 1 (slecht) tot 5 (goed)?

field-social_pressure = Sociale druk
field-social_pressure-help = Hoezeer vinden anderen dat iemand dit moet doen, van 1 (niet) tot 5 (sterk)?

field-self_efficacy = Geloof in eigen kunnen
field-self_efficacy-help = Hoezeer gelooft iemand dat het lukt, van 1 (niet) tot 5 (sterk)?

field-intention = Intentie
field-intention-help = Hoe sterk is iemand van plan om het te doen, van 1 (niet) tot 5 (sterk)?

field-able = Kunnen
field-able-help = Kan iemand dit? Geef cijfers van 1 (laag) tot 5 (hoog).

field-skill = Kennis en vaardigheid
field-skill-help = Heeft iemand genoeg kennis en vaardigheid, van 1 (niet) tot 5 (ruim)?

field-environment = Omgeving
field-environment-help = Hoeveel ruimte geeft de omgeving, van 1 (grote belemmering) tot 5 (alle ruimte)?

field-behaviour_picture_made-lever = Aangrijpingspunt
field-behaviour_picture_made-lever-help = Waar helpt een eerste stap het meest: motivatie, een vaardigheid, of een obstakel weghalen?

field-made_with = Gemaakt met
field-made_with-help = Wie maakten dit beeld samen?

field-beliefs = Overtuigingen
field-beliefs-help = Wat gelooft iemand, waardoor het wel of niet lukt?

field-readiness = Is het de tijd ervoor?
field-readiness-help = Is iemand eraan toe? Soms is een oplossing nu niet wat iemand nodig heeft.

field-background = Achtergrond
field-background-help = Wat speelt er op de achtergrond mee?

field-needs = Basisbehoeften
field-needs-help = Welke behoeften zijn besproken: zelf kiezen, iets kunnen, erbij horen?

field-need = Behoefte
field-need-help = Welke behoefte is het?

field-met = Vervuld
field-met-help = Hoe goed is deze behoefte vervuld, van 1 (niet) tot 5 (helemaal)?

field-need_score-weight = Belang
field-need_score-weight-help = Hoe zwaar weegt deze behoefte voor de cliënt, van 1 (licht) tot 5 (zwaar)?

field-need_score-words = Eigen woorden
field-need_score-words-help = Wat zegt de cliënt hierover?

field-needs_voiced-source = Verhaal van
field-needs_voiced-source-help = Wiens verhaal is dit?

field-urgent_obstacle_reported-domain = Leefgebied
field-urgent_obstacle_reported-domain-help = Op welk leefgebied is het urgent?

field-urgent_obstacle_reported-what = Wat is er aan de hand
field-urgent_obstacle_reported-what-help = Wat is er aan de hand dat niet kan wachten?

field-since = Sinds
field-since-help = Sinds wanneer speelt dit? Vul dit in, of de dag waarop het misgaat.

field-deadline = Misgaat op
field-deadline-help = Op welke dag gaat het mis als er niets gebeurt?

field-urgent_obstacle_reported-effect = Gevolg
field-urgent_obstacle_reported-effect-help = Wat doet dit met de ruimte om iets anders te doen? Stress neemt ruimte in het hoofd.

field-stabilisation_agreed-obstacle = Urgente belemmering
field-stabilisation_agreed-obstacle-help = Bij welke gemelde belemmering hoort deze hulp?

field-help = Hulp
field-help-help = Welke praktische hulp is afgesproken?

field-stabilisation_agreed-by = Hulp van
field-stabilisation_agreed-by-help = Wie geeft de hulp? Vul de code van die persoon in.

field-stabilisation_agreed-by_when = Uiterlijk op
field-stabilisation_agreed-by_when-help = Wanneer is de hulp er uiterlijk?

field-demands_paused_until = Rust tot en met
field-demands_paused_until-help = Tot en met welke dag stelt u geen andere eisen? Eerst rust, dan weer verder.

field-obstacle_stabilised-obstacle = Urgente belemmering
field-obstacle_stabilised-obstacle-help = Om welke gemelde belemmering gaat het?

field-state = Hoe het nu is
field-state-help = Is het opgelost, beheersbaar of niet gelukt?

field-obstacle_stabilised-client_view = Mening van de cliënt
field-obstacle_stabilised-client_view-help = Wat zegt de cliënt: is er weer rust? Is het niet gevraagd, kies dan ‘niet gevraagd’.

field-next = Hierna
field-next-help = Wat is de volgende stap?

field-goal_set-goal = Doel
field-goal_set-goal-help = Wat is het doel? Kies iets wat bereikbaar is; de droom blijft ernaast bestaan.

field-formulated_by = Verwoord door
field-formulated_by-help = Wie bedacht het doel: de cliënt, u samen, of de professional? Een eigen doel houdt langer stand.

field-near_step = Eerste stap
field-near_step-help = Wat is de eerste stap die dichtbij is?

field-goal_set-by_when = Uiterlijk op
field-goal_set-by_when-help = Wanneer wil de cliënt dit hebben bereikt?

field-goal_set-client_words = Woorden van de cliënt
field-goal_set-client_words-help = Hoe zegt de cliënt het zelf?

field-client_confirms = Cliënt bevestigt
field-client_confirms-help = Zegt de cliënt: ja, dit is mijn doel?

field-goal_set-perspective = Toekomstperspectief
field-goal_set-perspective-help = Bij welk toekomstperspectief past dit doel?

field-goal_reviewed-goal = Doel
field-goal_reviewed-goal-help = Welk doel is besproken?

field-goal_reviewed-result = Resultaat
field-goal_reviewed-result-help = Is het doel bereikt, op koers, bijgesteld of losgelaten?

field-goal_reviewed-client_view = Mening van de cliënt
field-goal_reviewed-client_view-help = Hoe kijkt de cliënt zelf naar de vooruitgang?

field-learning_experience_noted-what = Wat er gebeurde
field-learning_experience_noted-what-help = Wat lukte er? Ook een klein succes telt.

field-learning_experience_noted-talent = Gebruikt talent
field-learning_experience_noted-talent-help = Welk talent gebruikte de cliënt hierbij?

field-learning_experience_noted-client_words = Woorden van de cliënt
field-learning_experience_noted-client_words-help = Hoe vertelt de cliënt het zelf?

field-learning_experience_noted-goal = Doel
field-learning_experience_noted-goal-help = Bij welk doel hoort deze ervaring?

field-client_voice_recorded-words = Woorden van de cliënt
field-client_voice_recorded-words-help = Wat wil de cliënt kwijt? Schrijf het op zoals het is gezegd.

field-client_voice_recorded-about = Gaat over
field-client_voice_recorded-about-help = Over welke stap gaat dit? Leeg betekent: over het geheel.

field-heard = Gehoord
field-heard-help = Hoe gehoord voelt de cliënt zich, van 1 (niet) tot 5 (helemaal)?

field-seen = Gezien
field-seen-help = Hoe gezien voelt de cliënt zich, van 1 (niet) tot 5 (helemaal)?

field-understood = Begrepen
field-understood-help = Hoe begrepen voelt de cliënt zich, van 1 (niet) tot 5 (helemaal)?

field-new_problem_after = Nieuw probleem
field-new_problem_after-help = Is er nu een probleem dat er eerst niet was? Soms maakt hulp het ingewikkelder.

field-client_voice_recorded-helped = Wat hielp
field-client_voice_recorded-helped-help = Wat heeft de cliënt geholpen?

field-not_helped = Wat niet hielp
field-not_helped-help = Wat heeft de cliënt niet geholpen?

field-client_voice_recorded-dependence_felt = Voelt zich afhankelijk
field-client_voice_recorded-dependence_felt-help = Voelt de cliënt zich afhankelijk? Dan is eerlijk zeggen wat u denkt moeilijk.

field-professional = Professional
field-professional-help = Wie is de professional in het tandem? Vul de code van die persoon in.

field-experience_expert = Ervaringsdeskundige
field-experience_expert-help = Wie is de ervaringsdeskundige in het tandem? Vul de code van die persoon in.

field-tandem_formed-purpose = Waarvoor
field-tandem_formed-purpose-help = Waarvoor werken zij samen?

field-tandem_formed-from = Vanaf
field-tandem_formed-from-help = Vanaf welke dag werken zij samen?

field-tandem_formed-until = Tot en met
field-tandem_formed-until-help = Tot en met welke dag werken zij samen? Leeg betekent: er is geen einddatum.

field-trained = Opgeleid
field-trained-help = Is deze persoon opgeleid tot ervaringsdeskundige? Zonder opleiding heet de rol ervaringsdrager; beide tellen.

field-experience_perspective_given-topic = Onderwerp
field-experience_perspective_given-topic-help = Waarover gaat dit perspectief?

field-content = Perspectief
field-content-help = Hoe kijkt deze persoon ernaar, vanuit eigen ervaring?

field-differs = Kijkt anders
field-differs-help = Is dit een andere blik dan die van het team? Juist een andere blik helpt.

field-experience_perspective_given-about = Gaat over
field-experience_perspective_given-about-help = Over welke stap gaat dit perspectief?

field-changed_something = Veranderde iets
field-changed_something-help = Heeft dit perspectief iets veranderd?

field-contribution = Bijdrage
field-contribution-help = Wat deed deze persoon: naast de cliënt staan, vertalen, een vraag stellen, of aanwijzen waar het zit?

field-benefit_risk_checked = Risico uitkering bekeken
field-benefit_risk_checked-help = Is bekeken of de vergoeding gevolgen heeft voor een uitkering? Niemand hoort in de problemen te komen door te helpen.

field-roles = Aanwezige rollen
field-roles-help = Welke rollen waren erbij?

field-case_discussion_held-question = Vraag
field-case_discussion_held-question-help = Welke vraag lag er op tafel?

field-perspectives = Perspectieven
field-perspectives-help = Hoe keken de verschillende rollen ernaar?

field-perspective-role = Rol
field-perspective-role-help = Vanuit welke rol is dit de blik?

field-perspective-perspective = Blik
field-perspective-perspective-help = Hoe keek deze rol ernaar?

field-differences = Verschillen
field-differences-help = Waar liepen de meningen uiteen? Daar valt het meeste te leren.

field-case_discussion_held-client_informed = Cliënt geïnformeerd
field-case_discussion_held-client_informed-help = Weet de cliënt dat de zaak is besproken, en wat eruit kwam?

field-table = Tafel
field-table-help = Aan welke tafel is het besproken, zoals een casusteam of een doorbraaktafel?

field-next_steps = Vervolg
field-next_steps-help = Wat gebeurt er nu?

field-case_handed_over-from = Overgedragen door
field-case_handed_over-from-help = Wie draagt de zaak over? Vul de code van die persoon in.

field-case_handed_over-to = Overgedragen aan
field-case_handed_over-to-help = Wie krijgt de zaak? Vul de code van die persoon in.

field-case_handed_over-reason = Reden
field-case_handed_over-reason-help = Waarom wisselt de begeleider?

field-manner = Warm of koud
field-manner-help = Was er een gesprek met zijn drieën (warm), of niet (koud)?

field-case_handed_over-client_informed = Cliënt vooraf geïnformeerd
field-case_handed_over-client_informed-help = Wist de cliënt dit vooraf?

field-open_commitments = Open beloften
field-open_commitments-help = Wat is er beloofd en nog niet gedaan? Noem alles, of kies ‘geen’. Een wisseling mag de cliënt niets kosten.

field-not_again = Niet opnieuw vertellen
field-not_again-help = Wat hoeft de cliënt niet nog een keer te vertellen?

field-places = Waar de cliënt nu is
field-places-help = Waar is de cliënt nu? Elke plek telt even zwaar.

field-client_account = Verhaal van de cliënt
field-client_account-help = Hoe kijkt de cliënt terug, in eigen woorden?

field-no_account_reason = Geen verhaal, want
field-no_account_reason-help = Waarom is er geen verhaal van de cliënt?

field-self_attribution = Zelf gedaan
field-self_attribution-help = Hoezeer vindt de cliënt: dit heb ik zelf gedaan, van 1 (niet) tot 5 (helemaal)? Of kies ‘niet gevraagd’.

field-last_measurement = Laatste meting
field-last_measurement-help = Wat is de laatste meting? Is er geen, kies dan ‘niet gemeten’.

field-aftercare_on = Nazorg op
field-aftercare_on-help = Op welke dag vraagt u hoe het daarna gaat?
