# Verandering bij een cliënt, en hoe lang trajecten duren.

cli-value-measure = MAAT

cli-help-change = Verandering: wat er is gemeten, en hoe lang trajecten duren.
cli-help-change-show = Toont per maat wat er bij één cliënt veranderde.
cli-help-change-show-more = Een verandering telt alleen vanaf een nulmeting op dezelfde schaal.
    Een verandering zegt niet waardoor die komt.
cli-help-change-show-measure = Toont alleen deze maat, zoals geloof_in_eigen_kunnen of ladder.
cli-help-change-show-figures = Toont ook de cijfers voor wie daarmee werkt. Er zijn minstens drie metingen aan elke kant nodig.
cli-help-change-show-decrease = Een lagere waarde is gewenst, zoals bij stress.
cli-help-change-show-reliability = De gepubliceerde betrouwbaarheid van de vragenlijst, tussen 0 en 1.
cli-help-change-show-spread = De gepubliceerde standaarddeviatie van de vragenlijst.
cli-help-change-show-svg = Schrijft een tekening in dit bestand, voor bij het gesprek.
cli-help-change-pooled = Toont veranderingen van veel cliënten samen, per aangrijpingspunt of instrument.
cli-help-change-pooled-by = Waarop u groepeert: lever (aangrijpingspunt) of instrument.
cli-help-change-pooled-team = Alleen trajecten van dit team. Dan geldt de norm voor het team zelf.
cli-help-change-pooled-on = De dag waarover u rapporteert. Anders is dat vandaag.
cli-help-change-pooled-municipality = Alleen trajecten van deze gemeente.
cli-help-change-pooled-known-at = De cijfers zoals ze op dit moment bekend waren, zoals 2025-03-10.
cli-help-change-pooled-measure = Alleen deze maat.
cli-help-change-pooled-decrease = Een lagere waarde is gewenst, zoals bij stress.
cli-help-change-duration = Toont hoe lang trajecten duren. Wie nog bezig is, telt mee.
cli-help-change-duration-by = Waarop u groepeert: all (alles samen), municipality (gemeente), team of benefit-band (tijd in de uitkering).
cli-help-change-duration-team = Alleen trajecten van dit team. Dan geldt de norm voor het team zelf.
cli-help-change-duration-on = De dag waarover u rapporteert. Anders is dat vandaag.
cli-help-change-duration-municipality = Alleen trajecten van deze gemeente.
cli-help-change-duration-known-at = De cijfers zoals ze op dit moment bekend waren, zoals 2025-03-10.
cli-help-change-duration-svg = Schrijft een tekening in dit bestand.

change-no-such-measure = De maat ‘{ $given }’ is in dit dossier niet gemeten.
change-no-such-measure-next = Laat --measure weg. Dan ziet u welke maten er zijn.
change-which-measure = Een tekening toont één maat. In dit dossier zijn er meer: { $given }.
change-which-measure-next = Kies er een met --measure.
change-nothing-to-draw = In dossier { $given } is niets gemeten om te tekenen.
change-nothing-to-draw-next = Leg eerst een meting vast.

change-title = Wat er veranderde in dossier { $number }
change-nothing = In dit dossier is nog niets gemeten.
change-zeros = Alleen een nulmeting
change-no-cause = Een verandering zegt niet waardoor die komt.
change-no-cause-groups = Een verandering zegt niet waardoor die komt. Er is hier geen groep om mee te vergelijken.

change-up = Van { $from } op { $since } naar { $to } op { $until }. Dat is { $amount } hoger.
change-down = Van { $from } op { $since } naar { $to } op { $until }. Dat is { $amount } lager.
change-same = Op { $since } was het { $from }, op { $until } weer { $to }. Het verschil is { $amount }.
change-no-baseline = Er is geen nulmeting. Daarom rekenen we geen verandering uit.
change-nothing-later = Er is alleen een nulmeting. Een latere meting is er nog niet.
change-other-scale = De metingen staan op verschillende schalen. Daarom rekenen we geen verandering uit.
change-stated = Achteraf is als eerdere waarde genoemd: { $value }. Die waarde is toen niet gemeten.
change-by-others = De eerste en de laatste meting komen niet van dezelfde persoon.
change-explanation = Dit speelde ook mee: ‘{ $text }’
change-explanation-closed = (niet te lezen)
change-point = { $day }: { $value } · { $moment } · { $by }
change-from-picture = gedragsbeeld
change-from-opening = opening van het traject
change-from-closing = afsluiting van het traject

change-picture-title = { $measure } · dossier { $number }
change-before = voor
change-during = tijdens: { $instrument }
change-after = na

change-measure-geloof_in_eigen_kunnen = Geloof in eigen kunnen
change-measure-vaardigheid = Vaardigheid
change-measure-houding = Houding
change-measure-sociale_druk = Wat anderen verwachten
change-measure-intentie = Voornemen
change-measure-omgeving = Wat de omgeving mogelijk maakt
change-measure-ladder = Participatieladder
change-measure-vertrouwen_in_begeleiding = Vertrouwen in de begeleiding
change-measure-op_zijn_plek = Op zijn plek

change-word-1-5-1 = heel laag
change-word-1-5-2 = laag
change-word-1-5-3 = midden
change-word-1-5-4 = hoog
change-word-1-5-5 = heel hoog
change-word-0-1-0 = nee
change-word-0-1-1 = ja
change-word-ladder-1 = vooral alleen thuis
change-word-ladder-2 = contact buiten de deur
change-word-ladder-3 = doet mee met activiteiten
change-word-ladder-4 = werk zonder loon
change-word-ladder-5 = betaald werk met hulp
change-word-ladder-6 = betaald werk

change-figures-sizes = Cijfers over { $before } metingen vóór en { $after } vanaf de start.
change-figures-overlap = NAP { $nap } (95%-interval { $low } tot { $high }).
change-figures-tau = Tau { $tau }; Tau-U over m × n { $tauU }; Tau-BC { $tauBC }.
change-figures-rest = PND { $pnd }; PEM { $pem }; PAND { $pand }; IRD en phi { $ird }.
change-figures-starts = Van { $all } mogelijke starts geven er { $count } minstens dit verschil. De kleinst mogelijke p is { $smallest }.
change-figures-reliable = Index van betrouwbare verandering (Jacobson en Truax): { $index }. Vanaf { $smallest } punten is het meer dan ruis.
change-note-few-points = Aan een kant staan minder dan vijf metingen. De cijfers zijn dan heel onzeker.
change-note-beyond-one = Deze Tau-U ligt voorbij 1. Dat is een bekende fout van deze variant.
change-note-start-not-drawn = De start is niet door loting gekozen. De starts vergelijken is dan een beschrijving en geen toets.
change-note-errors-too-small = Metingen bij één persoon lijken op elkaar. De intervallen zijn daardoor te smal.
change-note-low-start = Een traject begint vaak op een laag punt. Daarna stijgt een meting ook vanzelf.
change-refused-too-few = Geen cijfers. Metingen vóór de start: { $before }. Vanaf de start: { $after }. Aan elke kant zijn er drie nodig.
change-refused-no-number = Geen cijfers: een waarde is geen getal.
change-refused-other-scale = Geen cijfers: de metingen staan op verschillende schalen.
change-refused-no-spread = Geen cijfers: alle waarden zijn gelijk.
change-refused-no-reliability = Geen betrouwbare verandering: van deze vragenlijst zijn geen betrouwbaarheid en spreiding bekend.
change-refused-too-many-starts = Geen vergelijking van starts: er zijn er te veel.
change-refused-start-not-possible = Geen vergelijking van starts: deze start was niet mogelijk.
change-refused-no-instrument = Geen cijfers: er hoort geen instrument bij deze maat.

change-groups-head = Op { $day }. Een groep heeft minstens { $count } cliënten nodig.
change-withheld-too-few = te weinig cliënten
change-withheld-protects = verborgen, om een andere groep te beschermen
change-withheld-earlier = verborgen: naast een eerder antwoord zou dit over te weinig cliënten vertellen
change-as-known = Zoals bekend op { $moment }.
change-as-known-earlier = Dit is het antwoord zoals het op { $day } bekend was. Wat er sindsdien bij kwam, zou over te weinig cliënten vertellen.
change-no-instrument = zonder instrument
change-pooled-title-lever = Verandering per aangrijpingspunt
change-pooled-title-instrument = Verandering per instrument
change-pooled-nothing = Er zijn geen metingen tijdens of aan het eind van een instrument.
change-pooled-group = Groep
change-pooled-measure = Maat
change-pooled-scale = Schaal
change-pooled-clients = Cliënten
change-pooled-n = Reeksen
change-pooled-without = Zonder nulmeting
change-pooled-mean = Verandering
change-pooled-spread = Spreiding
change-pooled-tau = Tau
change-pooled-tau-of = { $tau } (n = { $n })
change-pooled-read = Verandering is het gemiddelde van laatste meting min nulmeting. Zonder nulmeting telt een reeks daarin niet mee.

change-duration-title = Hoe lang trajecten duren
change-duration-nothing = Er zijn nog geen trajecten.
change-duration-all = Alle trajecten
change-duration-unknown = onbekend
change-duration-panel = { $name }: { $count } trajecten, { $open } lopen nog
change-duration-panel-count = { $name }: { $count } trajecten
change-duration-count = { $count ->
    [one] { $count } traject. Hoeveel er nog lopen is hier niet te vertellen.
   *[other] { $count } trajecten. Hoeveel er nog lopen is hier niet te vertellen.
}
change-duration-counts = { $count ->
    [one] { $count } traject, waarvan er { $open } nog { $open ->
        [one] loopt
       *[other] lopen
    }.
   *[other] { $count } trajecten, waarvan er { $open } nog { $open ->
        [one] loopt
       *[other] lopen
    }.
}
change-duration-median = De helft duurt langer dan { $days } dagen.
change-duration-median-between = De helft duurt langer dan { $days } dagen (95%-interval { $low } tot { $high }).
change-duration-median-from = De helft duurt langer dan { $days } dagen (95%-interval vanaf { $low }, bovengrens nog niet gezien).
change-duration-no-median = Nog niet bij de helft is een eind gezien. Een midden is er dus niet.
change-duration-closed = Kijken we alleen naar wat is afgesloten, dan is het midden { $days } dagen. Dat is te kort.
change-duration-half = de helft: { $days } dagen
change-duration-below = lopen dan nog
change-duration-read = De lijn toont welk deel langer duurt. De band eromheen toont hoe onzeker dat is (95%).
change-duration-coarse = De lijn gaat in stappen van { $weeks } weken. Zij stopt als er minder dan { $count } trajecten over zijn.
change-duration-imported = { $count ->
    [one] { $count } ingelezen traject telt niet mee, omdat het einde niet bekend is.
   *[other] { $count } ingelezen trajecten tellen niet mee, omdat het einde niet bekend is.
}
change-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weken
}
change-months = { $count ->
    [one] { $count } maand
   *[other] { $count } maanden
}
change-years = { $count } jaar
