# Codes of fixed lists.

code-role-CL = client
code-role-TB = counsellor
code-role-TM = team manager
code-role-MC = customisation coach
code-role-ED = expert by experience
code-role-EX = person with lived experience
code-role-VW = volunteer
code-role-CO = independent client supporter
code-role-BT = neighbourhood team worker
code-role-HH = enforcement
code-role-IC = income consultant
code-role-BE = policy
code-role-KW = quartermaster
code-role-OZ = researcher
code-role-LE = learner
code-role-AU = reviewer
code-role-BH = administrator
code-role-SY = system

code-verdict-ja = yes
code-verdict-nee = no
code-verdict-onduidelijk = unclear

code-corner-wet = law
code-corner-middelen = means
code-corner-zelfregie = self-direction

code-stance-toegepast = applied
code-stance-bewust_opzij = set aside on purpose

code-decision_kind-traject = trajectory
code-decision_kind-instrument = instrument
code-decision_kind-maatwerk = tailored solution
code-decision_kind-stabilisatie = stabilisation
code-decision_kind-ontheffing = exemption
code-decision_kind-maatregel = sanction
code-decision_kind-waarschuwing = warning
code-decision_kind-toekenning = grant
code-decision_kind-weigering = refusal
code-decision_kind-wachten = waiting
code-decision_kind-overdracht = handover
code-decision_kind-overig = other

code-room_used-gebonden = no room: the law prescribes it
code-room_used-beleidsruimte = room in policy
code-room_used-hardheid = hardship clause
code-room_used-dringende_reden = urgent reason

code-client_position-eens = agrees
code-client_position-deels = partly agrees
code-client_position-oneens = disagrees
code-client_position-onbekend = unknown

code-position-eens = agree
code-position-deels = partly agree
code-position-oneens = disagree

code-voiced_by-zelf = by the client
code-voiced_by-met_hulp = by the client, with help
code-voiced_by-namens = on behalf of the client

code-knowledge_basis-weten = knowing
code-knowledge_basis-vinden = believing

code-knowledge_source-wetenschap = science
code-knowledge_source-praktijk = practice
code-knowledge_source-ervaring = experience

code-lever-motivatie = motivation
code-lever-vaardigheid = skill
code-lever-obstakel = taking away an obstacle
code-lever-geen = none

code-generality-alleen_hier = only here
code-generality-vaker = more often
code-generality-iedereen = everyone

code-option_kind-optie = plain option
code-option_kind-niets_doen = doing nothing
code-option_kind-wachten = waiting
code-option_kind-waarschuwing = warning
code-option_kind-gesprek = conversation

code-yes_no_unknown-ja = yes
code-yes_no_unknown-nee = no
code-yes_no_unknown-onbekend = unknown

code-life_domain-huisvesting = housing
code-life_domain-financien = finances
code-life_domain-sociaal_functioneren = social life
code-life_domain-psychisch_functioneren = mental health
code-life_domain-motivatie = motivation
code-life_domain-lichamelijk_functioneren = physical health
code-life_domain-praktisch_functioneren = practical skills
code-life_domain-dagbesteding = daily activity

code-urgency-geen = not urgent
code-urgency-laag = low
code-urgency-hoog = high
code-urgency-urgent = urgent

code-source-client = client
code-source-professional = professional
code-source-samen = together
code-source-ander = somebody else

code-conversation_kind-ophalen = gathering: listening without an agenda
code-conversation_kind-kennismaking = getting acquainted
code-conversation_kind-voortgang = progress
code-conversation_kind-besluit = decision
code-conversation_kind-crisis = crisis
code-conversation_kind-telefonisch = by telephone
code-conversation_kind-overig = other

code-approach-samen_zoeken = seeking together
code-approach-coachend = coaching
code-approach-informerend = informing
code-approach-sturend = directive
code-approach-controlerend = controlling

code-assumption_outcome-bevestigd = was right
code-assumption_outcome-onjuist = was wrong
code-assumption_outcome-open = not known yet

code-need-autonomie = autonomy: choosing for yourself
code-need-competentie = competence: being able
code-need-verbinding = relatedness: belonging

code-obstacle_state-opgelost = solved
code-obstacle_state-beheersbaar = manageable
code-obstacle_state-niet_gelukt = did not work out

code-formulated_by-client = the client
code-formulated_by-samen = together
code-formulated_by-professional = the professional

code-goal_result-bereikt = reached
code-goal_result-op_koers = on course
code-goal_result-bijgesteld = adjusted
code-goal_result-losgelaten = let go

code-reconsidered-blijft = the decision stays
code-reconsidered-gewijzigd = changed
code-reconsidered-ingetrokken = withdrawn

code-departs_from-regel = rule
code-departs_from-gewoonte = habit

code-instrument_verdict-door = go on
code-instrument_verdict-aanpassen = adjust
code-instrument_verdict-stoppen = stop

code-end_reason-doel_bereikt = goal reached
code-end_reason-geen_resultaat = no result
code-end_reason-client_stopt = the client stops
code-end_reason-grens_bereikt = limit reached
code-end_reason-vervangen = replaced by something else
code-end_reason-anders = otherwise

code-measure_moment-nul = baseline
code-measure_moment-tussen = in between
code-measure_moment-eind = at the end
code-measure_moment-na = afterwards

code-contribution-naast_staan = standing beside the client
code-contribution-vertalen = translating
code-contribution-vraag_stellen = asking a question
code-contribution-aanwijzen_waar_het_zit = pointing out where it lies

code-compensation-geen = none
code-compensation-bon = gift voucher
code-compensation-onkosten = expenses
code-compensation-vrijwilligersvergoeding = volunteer allowance
code-compensation-loon = wage

code-obstacle_kind-regel = rule
code-obstacle_kind-gewoonte = habit
code-obstacle_kind-gevoel_dat_het_niet_mag = feeling that it is not allowed
code-obstacle_kind-taal = language
code-obstacle_kind-systeem = system
code-obstacle_kind-budget = budget
code-obstacle_kind-afstemming = coordination
code-obstacle_kind-botsend_belang = clashing interests
code-obstacle_kind-praktisch_bezwaar = practical objection

code-organisation_verdict-mag_wel = is allowed
code-organisation_verdict-mag_niet = is not allowed
code-organisation_verdict-aangepast = adapted
code-organisation_verdict-afgewezen = declined

code-nature-incidenteel = incidental
code-nature-structureel = structural

code-direction-strenger = stricter
code-direction-soepeler = more lenient
code-direction-anders = otherwise

code-handover_manner-warm = warm: in a conversation between the three
code-handover_manner-koud = cold: without a joint conversation

code-step_verdict-ja = yes, the right step
code-step_verdict-nee = no, not the right step
code-step_verdict-twijfel = doubt

code-finding_kind-sterk_punt = strong point
code-finding_kind-vraag = question
code-finding_kind-tekort = shortcoming

code-weight-licht = light
code-weight-middel = medium
code-weight-zwaar = heavy

code-place-betaald_werk = paid work
code-place-betaald_werk_met_ondersteuning = paid work with support
code-place-zelfstandig = self-employed
code-place-opleiding = training
code-place-vrijwilligerswerk = voluntary work
code-place-dagbesteding = daily activity
code-place-zorg = care
code-place-mantelzorg = informal care
code-place-andere_uitkering = another benefit
code-place-verhuisd = moved
code-place-anders = otherwise

code-benefit_band-tot_1_jaar = less than 1 year
code-benefit_band-1_tot_2_jaar = 1 to 2 years
code-benefit_band-2_tot_5_jaar = 2 to 5 years
code-benefit_band-langer_dan_5_jaar = more than 5 years

code-initiator-client = the client
code-initiator-professional = the professional
code-initiator-samen = together
code-initiator-organisatie = the organisation

code-catalogue-principes = guiding behavioural principles
code-catalogue-waardendriehoek = value triangle
code-catalogue-instrumenten = instruments
code-catalogue-rechtsbronnen = laws and rules
code-catalogue-bewaartermijnen = retention terms
code-catalogue-normen = norms
code-catalogue-woorden = positional words
code-catalogue-toetsinstrument = audit instrument
code-catalogue-afschermwoorden = words to mask

code-attribute_kind-string = text
code-attribute_kind-date = date
code-attribute_kind-int = whole number
code-attribute_kind-float = number with decimals
code-attribute_kind-boolean = yes or no
code-attribute_kind-id = identifier
code-attribute_kind-list = list
code-attribute_kind-container = container

code-round_kind-audit = audit
code-round_kind-thematoets = review by theme
code-round_kind-leren = learning

code-theme-leidende_gedragsprincipes = guiding principles
code-theme-client_centraal = the client at the centre
code-theme-professionele_organisatie = a professional organisation
code-theme-samen_met_clienten = together with clients

code-draw_method-aselect = random
code-draw_method-gelaagd = stratified
code-draw_method-naar_risico = weighted by risk
code-draw_method-systematisch = systematic
code-draw_method-met_de_hand = chosen by hand

code-rating-4 = 4: fully
code-rating-3 = 3: largely
code-rating-2 = 2: in part
code-rating-1 = 1: not
code-rating-niet_van_toepassing = not applicable
code-rating-niet_te_zien = not to be seen

code-action_outcome-gedaan = done
code-action_outcome-deels = partly done
code-action_outcome-niet_gedaan = not done

code-session_form-incidentmethode = incident method
code-session_form-balint = Balint method
code-session_form-dilemma = talk about a dilemma
code-session_form-vrij = free form

code-hindsight-goed_goed = good decision, good outcome
code-hindsight-goed_slecht = good decision, bad outcome
code-hindsight-slecht_goed = bad decision, good outcome
code-hindsight-slecht_slecht = bad decision, bad outcome
code-hindsight-onduidelijk = unclear

code-stage-besluit = what was decided
code-stage-client = what the client said
code-stage-anderen = what others chose
code-stage-wat_volgde = what followed
code-stage-niets = nothing

# Words that say there is no value.

absent-geen = none
absent-onbekend = not known
absent-niet_gemeten = not measured
absent-niet_gevraagd = not asked
absent-weet_ik_nog_niet = I do not know yet

# Yes and no.

flag-true = yes
flag-false = no

# Why a text stays closed.

closed-not_opened = The text was not opened.
closed-no_key = The key is not there, so the text cannot be opened.
closed-destroyed = The text was destroyed.
closed-shielded = The text was shielded.
