# Codes van vaste lijsten.

code-role-CL = cliënt
code-role-TB = klantmanager
code-role-TM = teammanager
code-role-MC = maatwerkcoach
code-role-ED = ervaringsdeskundige
code-role-EX = ervaringsdrager
code-role-VW = vrijwilliger
code-role-CO = onafhankelijke cliëntondersteuner
code-role-BT = buurtteammedewerker
code-role-HH = handhaving
code-role-IC = inkomensconsulent
code-role-BE = beleid
code-role-KW = kwartiermaker
code-role-OZ = onderzoeker
code-role-LE = lerende
code-role-AU = toetser
code-role-BH = beheerder
code-role-SY = systeem

code-verdict-ja = ja
code-verdict-nee = nee
code-verdict-onduidelijk = onduidelijk

code-corner-wet = wet
code-corner-middelen = middelen
code-corner-zelfregie = zelfregie

code-stance-toegepast = toegepast
code-stance-bewust_opzij = bewust opzij gezet

code-decision_kind-traject = traject
code-decision_kind-instrument = instrument
code-decision_kind-maatwerk = maatwerk
code-decision_kind-stabilisatie = stabilisatie
code-decision_kind-ontheffing = ontheffing
code-decision_kind-maatregel = maatregel
code-decision_kind-waarschuwing = waarschuwing
code-decision_kind-toekenning = toekenning
code-decision_kind-weigering = weigering
code-decision_kind-wachten = wachten
code-decision_kind-overdracht = overdracht
code-decision_kind-overig = overig

code-room_used-gebonden = geen ruimte: de wet schrijft het voor
code-room_used-beleidsruimte = ruimte in het beleid
code-room_used-hardheid = hardheidsclausule
code-room_used-dringende_reden = dringende reden

code-client_position-eens = eens
code-client_position-deels = deels eens
code-client_position-oneens = oneens
code-client_position-onbekend = onbekend

code-position-eens = eens
code-position-deels = deels eens
code-position-oneens = oneens

code-voiced_by-zelf = door de cliënt zelf
code-voiced_by-met_hulp = door de cliënt, met hulp
code-voiced_by-namens = namens de cliënt

code-knowledge_basis-weten = weten
code-knowledge_basis-vinden = vinden

code-knowledge_source-wetenschap = wetenschap
code-knowledge_source-praktijk = praktijk
code-knowledge_source-ervaring = ervaring

code-lever-motivatie = motivatie
code-lever-vaardigheid = vaardigheid
code-lever-obstakel = obstakel weghalen
code-lever-geen = geen

code-generality-alleen_hier = alleen hier
code-generality-vaker = vaker
code-generality-iedereen = iedereen

code-option_kind-optie = gewone keuze
code-option_kind-niets_doen = niets doen
code-option_kind-wachten = wachten
code-option_kind-waarschuwing = waarschuwing
code-option_kind-gesprek = gesprek

code-yes_no_unknown-ja = ja
code-yes_no_unknown-nee = nee
code-yes_no_unknown-onbekend = onbekend

code-life_domain-huisvesting = huisvesting
code-life_domain-financien = financiën
code-life_domain-sociaal_functioneren = sociaal functioneren
code-life_domain-psychisch_functioneren = psychisch functioneren
code-life_domain-motivatie = motivatie
code-life_domain-lichamelijk_functioneren = lichamelijk functioneren
code-life_domain-praktisch_functioneren = praktisch functioneren
code-life_domain-dagbesteding = dagbesteding

code-urgency-geen = geen haast
code-urgency-laag = laag
code-urgency-hoog = hoog
code-urgency-urgent = urgent

code-source-client = cliënt
code-source-professional = professional
code-source-samen = samen
code-source-ander = iemand anders

code-conversation_kind-ophalen = ophalen: luisteren zonder agenda
code-conversation_kind-kennismaking = kennismaking
code-conversation_kind-voortgang = voortgang
code-conversation_kind-besluit = besluit
code-conversation_kind-crisis = crisis
code-conversation_kind-telefonisch = telefonisch
code-conversation_kind-overig = overig

code-approach-samen_zoeken = samen zoeken
code-approach-coachend = coachend
code-approach-informerend = informerend
code-approach-sturend = sturend
code-approach-controlerend = controlerend

code-assumption_outcome-bevestigd = klopte
code-assumption_outcome-onjuist = klopte niet
code-assumption_outcome-open = nog niet bekend

code-need-autonomie = autonomie: zelf kiezen
code-need-competentie = competentie: iets kunnen
code-need-verbinding = verbinding: erbij horen

code-obstacle_state-opgelost = opgelost
code-obstacle_state-beheersbaar = beheersbaar
code-obstacle_state-niet_gelukt = niet gelukt

code-formulated_by-client = de cliënt
code-formulated_by-samen = samen
code-formulated_by-professional = de professional

code-goal_result-bereikt = bereikt
code-goal_result-op_koers = op koers
code-goal_result-bijgesteld = bijgesteld
code-goal_result-losgelaten = losgelaten

code-reconsidered-blijft = het besluit blijft
code-reconsidered-gewijzigd = gewijzigd
code-reconsidered-ingetrokken = ingetrokken

code-departs_from-regel = regel
code-departs_from-gewoonte = gewoonte

code-instrument_verdict-door = doorgaan
code-instrument_verdict-aanpassen = aanpassen
code-instrument_verdict-stoppen = stoppen

code-end_reason-doel_bereikt = doel bereikt
code-end_reason-geen_resultaat = geen resultaat
code-end_reason-client_stopt = de cliënt stopt
code-end_reason-grens_bereikt = grens bereikt
code-end_reason-vervangen = vervangen door iets anders
code-end_reason-anders = anders

code-measure_moment-nul = nulmeting
code-measure_moment-tussen = tussenmeting
code-measure_moment-eind = eindmeting
code-measure_moment-na = nameting

code-contribution-naast_staan = naast de cliënt staan
code-contribution-vertalen = vertalen
code-contribution-vraag_stellen = een vraag stellen
code-contribution-aanwijzen_waar_het_zit = aanwijzen waar het zit

code-compensation-geen = geen
code-compensation-bon = cadeaubon
code-compensation-onkosten = onkosten
code-compensation-vrijwilligersvergoeding = vrijwilligersvergoeding
code-compensation-loon = loon

code-obstacle_kind-regel = regel
code-obstacle_kind-gewoonte = gewoonte
code-obstacle_kind-gevoel_dat_het_niet_mag = gevoel dat het niet mag
code-obstacle_kind-taal = taal
code-obstacle_kind-systeem = systeem
code-obstacle_kind-budget = budget
code-obstacle_kind-afstemming = afstemming
code-obstacle_kind-botsend_belang = botsend belang
code-obstacle_kind-praktisch_bezwaar = praktisch bezwaar

code-organisation_verdict-mag_wel = mag wel
code-organisation_verdict-mag_niet = mag niet
code-organisation_verdict-aangepast = aangepast
code-organisation_verdict-afgewezen = afgewezen

code-nature-incidenteel = incidenteel
code-nature-structureel = structureel

code-direction-strenger = strenger
code-direction-soepeler = soepeler
code-direction-anders = anders

code-handover_manner-warm = warm: in een gesprek met zijn drieën
code-handover_manner-koud = koud: zonder gezamenlijk gesprek

code-step_verdict-ja = ja, de juiste stap
code-step_verdict-nee = nee, niet de juiste stap
code-step_verdict-twijfel = twijfel

code-finding_kind-sterk_punt = sterk punt
code-finding_kind-vraag = vraag
code-finding_kind-tekort = tekort

code-weight-licht = licht
code-weight-middel = middel
code-weight-zwaar = zwaar

code-place-betaald_werk = betaald werk
code-place-betaald_werk_met_ondersteuning = betaald werk met ondersteuning
code-place-zelfstandig = zelfstandig ondernemer
code-place-opleiding = opleiding
code-place-vrijwilligerswerk = vrijwilligerswerk
code-place-dagbesteding = dagbesteding
code-place-zorg = zorg
code-place-mantelzorg = mantelzorg
code-place-andere_uitkering = andere uitkering
code-place-verhuisd = verhuisd
code-place-anders = anders

code-benefit_band-tot_1_jaar = korter dan 1 jaar
code-benefit_band-1_tot_2_jaar = 1 tot 2 jaar
code-benefit_band-2_tot_5_jaar = 2 tot 5 jaar
code-benefit_band-langer_dan_5_jaar = langer dan 5 jaar

code-initiator-client = de cliënt
code-initiator-professional = de professional
code-initiator-samen = samen
code-initiator-organisatie = de organisatie

code-catalogue-principes = leidende gedragsprincipes
code-catalogue-waardendriehoek = waardendriehoek
code-catalogue-instrumenten = instrumenten
code-catalogue-rechtsbronnen = wetten en regels
code-catalogue-bewaartermijnen = bewaartermijnen
code-catalogue-normen = normen
code-catalogue-woorden = woorden die vastzetten
code-catalogue-toetsinstrument = toetsinstrument
code-catalogue-afschermwoorden = woorden om af te schermen

code-attribute_kind-string = tekst
code-attribute_kind-date = datum
code-attribute_kind-int = geheel getal
code-attribute_kind-float = getal met decimalen
code-attribute_kind-boolean = ja of nee
code-attribute_kind-id = kenmerk
code-attribute_kind-list = lijst
code-attribute_kind-container = groep

code-round_kind-audit = audit
code-round_kind-thematoets = toets op een thema
code-round_kind-leren = leren

code-theme-leidende_gedragsprincipes = leidende gedragsprincipes
code-theme-client_centraal = de cliënt centraal
code-theme-professionele_organisatie = een professionele organisatie
code-theme-samen_met_clienten = samen met cliënten

code-draw_method-aselect = aselect
code-draw_method-gelaagd = gelaagd
code-draw_method-naar_risico = naar risico gewogen
code-draw_method-systematisch = systematisch
code-draw_method-met_de_hand = met de hand gekozen

code-rating-4 = 4: helemaal
code-rating-3 = 3: grotendeels
code-rating-2 = 2: voor een deel
code-rating-1 = 1: niet
code-rating-niet_van_toepassing = niet van toepassing
code-rating-niet_te_zien = niet te zien

code-action_outcome-gedaan = gedaan
code-action_outcome-deels = deels gedaan
code-action_outcome-niet_gedaan = niet gedaan

code-session_form-incidentmethode = incidentmethode
code-session_form-balint = Balint-methode
code-session_form-dilemma = gesprek over een dilemma
code-session_form-vrij = vrije vorm

code-hindsight-goed_goed = goed besluit, goede afloop
code-hindsight-goed_slecht = goed besluit, slechte afloop
code-hindsight-slecht_goed = slecht besluit, goede afloop
code-hindsight-slecht_slecht = slecht besluit, slechte afloop
code-hindsight-onduidelijk = onduidelijk

code-stage-besluit = wat er is besloten
code-stage-client = wat de cliënt zei
code-stage-anderen = wat anderen kozen
code-stage-wat_volgde = wat daarna gebeurde
code-stage-niets = niets

# Woorden die zeggen dat er geen waarde is.

absent-geen = geen
absent-onbekend = onbekend
absent-niet_gemeten = niet gemeten
absent-niet_gevraagd = niet gevraagd
absent-weet_ik_nog_niet = weet ik nog niet

# Ja en nee.

flag-true = ja
flag-false = nee

# Waarom een tekst dicht blijft.

closed-not_opened = De tekst is niet geopend.
closed-no_key = De sleutel ontbreekt, dus de tekst kan niet open.
closed-destroyed = De tekst is vernietigd.
closed-shielded = De tekst is afgeschermd.
