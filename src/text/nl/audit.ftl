# Een toetsronde: hulp bij de opdrachten.

cli-value-round = RONDE
cli-value-percent = PROCENT
cli-value-seed = ZAAD
cli-value-group = GROEP
cli-value-verdict = STAP=OORDEEL
cli-value-score = SCORE
cli-value-method = WIJZE
cli-help-option-in-round = De naam van de ronde.
cli-help-option-of-case = Het nummer van de zaak, zoals ZAAK-001.
cli-help-option-at-step = Het nummer van de stap in het dossier.
cli-help-option-as = Uw code, zoals AU-01.
cli-help-option-role = Uw rol, zoals AU of TM. Anders AU, dat is toetser.
cli-help-audit-instrument-role = Uw rol. Anders BH, dat is beheerder.
cli-help-audit = Toets zaken in een ronde: plan, trek, beoordeel, bespreek en volg op.
cli-help-audit-more = Een ronde begint met ‘audit plan’. Daarna trekt u de zaken met ‘audit draw’.
    Met ‘audit list --as UW-CODE’ ziet u wat u nog moet doen. De hele weg staat in docs/toetsen.md.
cli-help-audit-plan = Plant een ronde: wat u wilt weten, welke periode, wie er toetst.
cli-help-audit-draw = Trekt de zaken van een ronde, zo dat iedereen de trekking kan herhalen.
cli-help-audit-draw-more = Het weegboek bewaart het zaad en de plaats in het log. Met --again herhaalt u de trekking.
    Een zaak van een toetser zelf valt af voor die toetser. Een zaak die pas nog is bekeken, blijft met rust.
cli-help-audit-draw-as = Uw code. Met --again is die niet nodig.
cli-help-audit-draw-method = Hoe er wordt getrokken: aselect, gelaagd, naar_risico of systematisch.
cli-help-audit-draw-strata = Wat de lagen maakt: gemeente, team, besluit of wet. Bij gemeente tellen alle gemeenten in het weegboek mee.
cli-help-audit-draw-size = Hoeveel zaken. Anders het advies.
cli-help-audit-draw-certainty = De zekerheid die u wilt, in procenten.
cli-help-audit-draw-tolerable = Hoeveel procent van de zaken een tekort mag hebben.
cli-help-audit-draw-expected = Hoeveel procent met een tekort u verwacht.
cli-help-audit-draw-seed = Het zaad, 16 tekens van 0 tot en met f. Anders kiest het toeval.
cli-help-audit-draw-case = Kies deze zaak met de hand. U mag dit herhalen. Zulke zaken zeggen niets over de rest.
cli-help-audit-draw-targeted = Wijs daarnaast zoveel zaken aan, op grond van hun signalen.
cli-help-audit-draw-signal = Wijs alleen aan op dit signaal. U mag dit herhalen.
cli-help-audit-draw-again = Herhaalt elke trekking en zegt of er hetzelfde uitkomt.
cli-help-audit-list = Toont wat u nog moet doen in rondes: lezen, antwoorden, afspraken.
cli-help-audit-case = Toont een zaak stap voor stap, zoals u die moet lezen.
cli-help-audit-case-context = Toont ook de stappen die u alleen als achtergrond leest.
cli-help-audit-rate = Beoordeelt een zaak: elke stap en elk criterium.
cli-help-audit-rate-more = Geeft u geen oordelen mee? Dan stelt het weegboek op een terminal de vragen.
    Een oordeel over een stap is ja, nee of twijfel, met de reden erachter.
cli-help-audit-rate-step = Een oordeel over een stap, zoals ‘4=nee: te laat besproken’. U mag dit herhalen.
cli-help-audit-rate-rest = Het oordeel over alle andere stappen, zoals ‘ja: past bij de vraag’.
cli-help-audit-rate-score = De score van een criterium, zoals ‘c1=3’ of ‘c1=2: de reden’. U mag dit herhalen.
cli-help-audit-rate-given = Uw eigen eindoordeel, als dat anders is dan de berekening.
cli-help-audit-rate-reason = Waarom uw eindoordeel anders is.
cli-help-audit-rate-minutes = Hoeveel minuten het kostte.
cli-help-audit-finding = Legt een bevinding vast bij een stap: een sterk punt, een vraag of een tekort.
cli-help-audit-open = Opent de oordelen over een zaak, of over elke zaak die klaar is. Dat doet de moderator.
cli-help-audit-answer = Beantwoordt een bevinding. Noem de zaak en de stap van de bevinding.
cli-help-audit-action = Spreekt af wat er gebeurt na een bevinding: wat, wie en wanneer.
cli-help-audit-check = Kijkt na of een afspraak is uitgevoerd. Dat doet iemand anders dan de eigenaar.
cli-help-audit-agreement = Vergelijkt twee oordelen over dezelfde zaak, en zegt wat u moet bespreken.
cli-help-audit-agreement-more = Een cijfer komt er pas vanaf tien zaken die twee mensen hebben beoordeeld. Per persoon geeft het weegboek nooit een cijfer.
cli-help-audit-agreement-per = Alleen ‘ronde’. Per persoon kan niet.
cli-help-audit-report = Maakt het verslag van een ronde: sterke punten eerst.
cli-help-audit-report-full = Alles, ook per zaak en met de verantwoording.
cli-help-audit-report-management = Voor het management: zonder namen en zonder zaken.
cli-help-audit-report-pdf = Schrijft het verslag als PDF in dit bestand.
cli-help-audit-report-by = Alleen ‘ronde’. Per persoon kan niet.
cli-help-audit-close = Sluit een ronde af, met de conclusie.
cli-help-audit-instrument = Toont de criteria waarmee u toetst, of stelt nieuwe vast.
cli-help-audit-instrument-edition = De naam van een uitgave. Anders die van vandaag.
cli-help-audit-instrument-form = Schrijft de uitgave als JSON, om te veranderen.
cli-help-audit-instrument-adopt = Stelt de uitgave in dit bestand vast.
cli-help-audit-burden = Toont hoeveel minuten schrijven en toetsen kosten, nooit per persoon.
cli-help-audit-burden-from = De eerste dag die meetelt.
cli-help-audit-burden-until = De laatste dag die meetelt.
cli-help-audit-burden-by = Alleen per werk, gebeurtenis of rol: werk, gebeurtenis, rol.
cli-help-audit-burden-municipality = Alleen deze gemeente.
cli-help-audit-burden-team = Alleen dit team.
cli-help-option-municipality = De gemeente van de ronde. Anders die van het weegboek.

# Wat er mis kan gaan.

cli-trouble-audit-no-round = De ronde { $given } is er niet. Wel: { $there }.
cli-next-audit-no-round = Kijk de naam na, of plan de ronde met ‘audit plan’.
cli-trouble-audit-not-in-round = Zaak { $given } hoort niet bij ronde { $round }.
cli-next-audit-not-in-round = Kijk met ‘audit list’ welke zaken u leest.
cli-trouble-audit-no-step = Zaak { $given } heeft geen stap { $step } van deze soort.
cli-next-audit-no-step = Kijk met ‘dossier story’ welk nummer de stap heeft.
cli-trouble-audit-no-instrument = Er is geen uitgave { $given } van het toetsinstrument.
cli-next-audit-no-instrument = Bekijk de uitgaven met ‘audit instrument’.
cli-trouble-audit-nothing-to-draw = Er valt niets te trekken. { $count } zaken vallen af.
cli-next-audit-nothing-to-draw = Verruim de periode of het team, of kies zaken met --case.
cli-trouble-audit-no-sample = Geen steekproef kan dit laten zien.
cli-next-audit-no-sample = Verwacht minder tekorten dan u toestaat, met een zekerheid onder de 100 procent.
cli-trouble-audit-no-seed = { $given } is geen zaad.
cli-next-audit-no-seed = Geef 16 tekens van 0 tot en met f, of laat --seed weg.
cli-trouble-audit-no-draw = Ronde { $round } heeft nog geen trekking.
cli-next-audit-no-draw = Trek de zaken met ‘audit draw’.
cli-trouble-audit-persons = Een cijfer per persoon ({ $given }) geeft het weegboek niet.
cli-next-audit-persons = Toetsen gaat over het werk, niet over wie het deed. Vraag het cijfer van de hele ronde.
cli-trouble-audit-no-group = De groep { $given } is er niet. Wel: { $there }.
cli-next-audit-no-group = Kies een van deze groepen.
cli-trouble-audit-too-few-double = Er is nog geen cijfer. Twee mensen beoordeelden { $found } zaken, en dat moeten er { $least } zijn.
cli-next-audit-too-few-double = Laat meer zaken door twee mensen beoordelen en open ze. Bespreek intussen de punten hierboven.
audit-no-method = De wijze van trekken { $given } is er niet. Kies aselect, gelaagd, naar_risico of systematisch.
audit-rate-step-wrong = ‘{ $given }’ is geen oordeel over een stap. Schrijf het zoals ‘4=nee: de reden’.
audit-rate-score-wrong = ‘{ $given }’ is geen score. Schrijf het zoals ‘c1=3’ of ‘c1=2: de reden’.

# De trekking.

audit-draw-title = Trekking van ronde { $round }
audit-draw-frame = Zaken om uit te trekken
audit-draw-left-out = Valt af
audit-draw-advice = Advies
audit-draw-seed = Zaad
audit-draw-until = Gelezen tot positie
audit-draw-stratum = Laag
audit-draw-cases = Getrokken
audit-draw-targeted = Aangewezen
audit-draw-double = Dubbel gelezen
audit-draw-digest = Vingerafdruk
audit-draw-advice-text = { $size } zaken. De tabel zegt { $table }, bij hooguit { $accepts } met een tekort
audit-draw-stratum-text = { $drawn } van { $size }
audit-draw-double-text = { $count ->
    [one] 1 zaak leest ook een tweede persoon
   *[other] { $count } zaken leest ook een tweede persoon
}
audit-draw-no-second = Voor { $count } zaken is er geen tweede lezer die er niet zelf in besliste.
audit-draw-risk = Dit is een tweede trekking. De kans op een onterecht ‘goed’ is nu { $risk } procent, meer dan bij één trekking.
audit-draw-again = Herhaal deze trekking met ‘audit draw { $round } --again’.
audit-again-title = Trekking { $number }
audit-again-same = Er komt precies hetzelfde uit.
audit-again-other = Er komt iets anders uit dan er is vastgelegd.
audit-again-by-hand = Deze zaken zijn met de hand gekozen. Dat valt niet te herhalen.
audit-reason-own-case = iedereen die toetst, besliste er zelf in
audit-reason-recently-seen = het afgelopen jaar al bekeken
audit-reason-outside-period = niets gebeurd in de periode die u leest
audit-reason-not-confirmed = nog niet bevestigd dat niemand te herkennen is
audit-reason-drawn-before = al eerder getrokken in deze ronde

# De lijst, de zaak en het oordeel.

audit-list-title = Toetsen: wat { $who } nog doet op { $day }
audit-list-none = U hoeft nu niets te doen.
audit-list-due = Voor
audit-list-what = Wat
audit-list-round = Ronde
audit-list-case = Zaak
audit-list-step = Stap
audit-list-late = { $day } (te laat)
audit-task-draw = Zaken trekken
audit-task-rate = Lezen en beoordelen
audit-task-open = Oordelen openen
audit-task-answer = Antwoorden op een bevinding
audit-task-agree = Afspreken wat er gebeurt
audit-task-do = Een afspraak uitvoeren
audit-task-check = Een afspraak nakijken
audit-task-close = De ronde afsluiten
audit-case-title = Ronde { $round }, zaak { $number }
audit-case-count = { $judged } stappen om te beoordelen, { $context } als achtergrond, { $outside } buiten de periode.
audit-case-pointed = Deze zaak is aangewezen door een signaal: { $signal }.
audit-case-context = Achtergrond
audit-case-judged = Was dit de juiste stap?
audit-case-criteria = Criteria
audit-case-own = Uw oordeel
audit-case-other = Een ander oordeel
audit-case-computed = Berekend oordeel
audit-case-given = Gegeven oordeel
audit-rate-keys = Typ < om terug te gaan en ! om te stoppen. Wat u al antwoordde, blijft bewaard.
audit-rate-right-step = Was dit echt de juiste stap? ja, nee of twijfel
audit-rate-why = Waarom?
audit-rate-why-optional = Waarom? Enter als u niets wilt toevoegen
audit-rate-score = Score: 4, 3, 2, 1, niet_van_toepassing of niet_te_zien
audit-rate-computed = Uit de criteria volgt: { $rating }
audit-rate-given = Uw oordeel over de hele zaak. Enter als u het eens bent, of 4, 3, 2 of 1
audit-rate-override = Waarom is uw oordeel anders?
audit-open-now = { $count ->
    [0] Er is nu niets geopend.
    [one] Geopend: { $cases }.
   *[other] Geopend, { $count } zaken: { $cases }.
}
audit-open-waiting = { $count ->
    [0] Alle zaken zijn beoordeeld.
    [one] Wacht nog op een oordeel: { $cases }.
   *[other] Wachten nog op een oordeel, { $count } zaken: { $cases }.
}
audit-instrument-title = Toetsinstrument { $edition }, vanaf { $day }
audit-instrument-change = Veranderen? Schrijf de uitgave weg met --form, geef haar een eigen naam en dag, en stel haar vast met --adopt.

# Overeenstemming.

audit-agreement-title = Wat twee lezers van dezelfde zaak zeggen
audit-agreement-count = { $double } zaken zijn door twee mensen beoordeeld en geopend. { $closed } wachten op openen.
audit-agreement-items = Om te bespreken, het grootste verschil eerst
audit-agreement-no-items = Er zijn geen verschillen.
audit-agreement-n = Vergeleken
audit-agreement-n-text = { $items } punten in { $cases } zaken
audit-agreement-percent = Hetzelfde gezegd
audit-agreement-kappa = Cohens kappa
audit-agreement-linear = Cohens kappa, lineair
audit-agreement-quadratic = Cohens kappa, kwadratisch
audit-agreement-fleiss = Fleiss’ kappa
audit-agreement-nominal = Krippendorffs alfa, nominaal
audit-agreement-ordinal = Krippendorffs alfa, ordinaal
audit-agreement-interval = Krippendorffs alfa, interval
audit-agreement-ac1 = Gwets AC1
audit-agreement-table = Eerste lezer naar beneden, tweede lezer opzij:
audit-agreement-about = Wie eerste en tweede lezer is, wisselt per zaak. Overeenstemming is niet hetzelfde als gelijk hebben. Bespreek de verschillen.
audit-subject-case = Het oordeel over de hele zaak
audit-subject-steps = Juiste stap
audit-subject-criteria = Alle criteria samen
audit-measured = { $value } ({ $low } tot { $high })
audit-differing = { $place }, { $what }: { $said }.
audit-percent = { $number }%

# Het verslag.

audit-report-title = Toetsronde { $round }
audit-report-title-full = Toetsronde { $round }, het hele verslag
audit-report-title-management = Toetsronde { $round }, voor het management
audit-report-footer = Toetsronde { $round } · { $day }
audit-report-pages = bladzijde {"{"}page{"}"} van {"{"}pages{"}"}
audit-report-period = { $from } tot en met { $until }
audit-report-cases-label = Zaken
audit-report-cases = { $seen } van { $all } zaken zijn beoordeeld en geopend. { $pointed } daarvan wees een signaal aan. Er viel te kiezen uit { $frame } zaken.
audit-report-read-label = Gelezen
audit-report-judged-label = Beoordeeld
audit-report-instrument-label = Toetsinstrument
audit-report-strengths = Sterke punten
audit-report-strengths-none = Er zijn nog geen sterke punten opgeschreven.
audit-report-figures = In cijfers
audit-report-right-steps = Stappen die de juiste stap waren
audit-report-shortcoming = Zaken met een tekort
audit-report-strength = Zaken met een sterk punt
audit-report-met = Score 3 of 4: { $criterion }
audit-report-share = { $share } (tussen { $low } en { $high })
audit-report-column-what = Wat
audit-report-column-share = Aandeel
audit-report-column-of = Van
audit-report-column-criterion = Criterium
audit-report-column-not-applicable = n.v.t.
audit-report-column-not-visible = niet te zien
audit-report-spread = Hoe vaak elke score voorkwam
audit-report-interval-note = Tussen haakjes staat het interval, met { $percent } zekerheid.
audit-report-estimate-note = De cijfers gelden voor alle zaken waaruit is getrokken. Elke zaak telt zo zwaar als haar kans vraagt.
audit-report-no-estimate-note = Deze zaken zijn niet in één trekking aselect gekozen. De cijfers gelden alleen voor deze zaken.
audit-report-whole-note = Alle zaken waaruit te kiezen viel, zijn gelezen. De twee getallen zeggen wat u in zulke zaken kunt verwachten.
audit-report-still-out = { $count } getrokken zaken tellen nog niet mee: ze zijn niet beoordeeld of niet geopend.
audit-report-at-most = Met { $certainty } zekerheid heeft niet meer dan { $limit } van de { $frame } zaken een tekort.
audit-report-looked-again = Er is meer dan één keer getrokken. De kans op een onterecht ‘goed’ is daardoor { $risk }.
audit-report-to-answer = Vragen en tekorten
audit-report-to-answer-none = Er zijn geen vragen of tekorten opgeschreven.
audit-report-answered = Antwoord: { $position }. { $reason }
audit-report-unanswered = Nog geen antwoord.
audit-report-more = En nog { $count }. Die staan in het hele verslag.
audit-report-actions = Afspraken
audit-report-column-where = Waar
audit-report-column-action = Wat er gebeurt
audit-report-column-owner = Door
audit-report-column-due = Voor
audit-report-column-state = Hoe het staat
audit-report-action-done = gedaan en nagekeken
audit-report-action-not-done = niet gedaan
audit-report-action-late = te laat
audit-report-action-open = loopt
audit-report-to-discuss = Om te bespreken
audit-report-to-discuss-why = Twee lezers zagen dit verschillend. Begin bij het grootste verschil.
audit-report-agreement = Overeenstemming
audit-report-agreement-few = Er is geen cijfer. Twee mensen beoordeelden { $found } zaken, en dat moeten er { $least } zijn.
audit-report-agreement-subject = Over
audit-report-agreement-items = Punten
audit-report-agreement-same = Gelijk
audit-report-agreement-kappa = Kappa
audit-report-agreement-alpha = Alfa
audit-report-agreement-ac1 = AC1
audit-report-agreement-note = Kappa is van Cohen, bij scores lineair gewogen. Alfa is van Krippendorff, bij scores ordinaal. AC1 is van Gwet. Er is geen cijfer als iedereen overal hetzelfde zei.
audit-report-per-case = Zaak voor zaak
audit-report-not-opened = De oordelen over deze zaak zijn nog niet geopend.
audit-report-column-step = Stap
audit-report-column-verdict = Oordeel
audit-report-rated = Oordeel over de hele zaak: { $ratings }
audit-report-conclusion = Conclusie
audit-report-account = Hoe de zaken zijn gekozen
audit-report-draw-label = Trekking
audit-report-method-label = Wijze van trekken
audit-report-seed-label = Zaad
audit-report-until-label = Gelezen tot positie
audit-report-digest-label = Vingerafdruk
audit-report-frame-label = Zaken om uit te trekken
audit-report-stratum = { $drawn } van { $size } getrokken
audit-report-again = Iedereen kan dit herhalen met ‘weegboek audit draw { $round } --again’.
audit-report-place = { $number }, stap { $step }
audit-report-closed-words = [afgeschermd]
audit-report-held-back = niet genoemd: te weinig zaken
audit-report-management-cases = Deze ronde bekeek ongeveer { $count } zaken.
audit-report-management-few = Deze ronde bekeek te weinig zaken om het aantal te noemen.
audit-report-management-norm = Een cijfer staat hier alleen als het over minstens { $norm } cliënten gaat. Aantallen zijn afgerond.
audit-report-written = Het verslag staat in { $path }.

# Wat het kost.

audit-burden-title = Minuten voor schrijven en toetsen
audit-burden-few = Minder dan { $least } mensen schreven iets op. Daarom staan hier geen minuten.
audit-burden-what = Wat
audit-burden-minutes = Minuten
audit-burden-timed = Met minuten
audit-burden-missing = Zonder minuten
audit-burden-each = Gemiddeld
audit-burden-total = Samen
audit-burden-others = Alle andere samen
audit-burden-by-work = Naar werk
audit-burden-by-event = Naar wat er is opgeschreven
audit-burden-by-role = Naar rol
audit-burden-about = Minuten opschrijven hoeft niet. Een regel gaat over minstens { $least } mensen. Per persoon staat hier niets.
audit-work-recording = Schrijven in dossiers
audit-work-auditing = Toetsen
audit-work-learning = Leren
