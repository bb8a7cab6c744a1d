# De feitentabellen: hoe ze ervoor staan, hun bestand, vrije SQL.

cli-value-sql = SQL
cli-value-format = VORM

cli-help-views = De feitentabellen, waaruit het weegboek vragen beantwoordt.
cli-help-views-more = De tabellen volgen uit het log. U kunt de map ‘views’ altijd weggooien: ze worden vanzelf opnieuw gemaakt.
cli-help-views-status = Toont of de tabellen bij zijn, hoeveel erin staat en wat niet te lezen was.
cli-help-views-refresh = Werkt de tabellen bij met alles wat is vastgelegd.
cli-help-views-rebuild = Maakt de tabellen helemaal opnieuw. Wie intussen leest, houdt de oude.

cli-help-sql = Beantwoordt uw eigen SQL over de feitentabellen. Alleen voor de analist.
cli-help-sql-more = U krijgt losse gegevens, zonder bescherming van kleine groepen. Voor cijfers die u deelt is er ‘ask’.
    Elke keer wordt vastgelegd wie vroeg, en waarvoor. Alleen lezen kan; woorden staan er niet in.
    Bekijk eerst de tabellen met ‘weegboek sql --tables’, en één tabel met ‘weegboek sql --tables decisions’.
cli-help-sql-query = Uw vraag: één opdracht die leest, zoals "SELECT kind, COUNT(*) FROM decisions GROUP BY kind".
cli-help-sql-file = Leest de vraag uit dit bestand.
cli-help-sql-purpose = Waarvoor u het antwoord gebruikt. Dit wordt vastgelegd.
cli-help-sql-actor = Uw code. Anders telt WEEGBOEK_ACTOR.
cli-help-sql-role = Uw rol: OZ, BE, TM, AU of BH. Anders telt WEEGBOEK_ROLE.
cli-help-sql-format = De vorm van het antwoord: table, json of csv.
cli-help-sql-limit-rows = Hoeveel rijen u hoogstens wilt: 10.000 als u niets zegt, en nooit meer dan een miljoen.
cli-help-sql-limit-seconds = Hoelang het hoogstens mag duren: 30 seconden als u niets zegt.
cli-help-sql-tables = Toont welke tabellen er zijn. Met de naam van een tabel erachter ziet u de kolommen.

cli-views-busy = Feitentabellen
cli-views-up-to-date = De tabellen waren al bij, tot positie { $position }.
cli-views-caught-up = { $count ->
    [one] De tabellen zijn bijgewerkt met { $count } gebeurtenis, tot positie { $position }.
   *[other] De tabellen zijn bijgewerkt met { $count } gebeurtenissen, tot positie { $position }.
}
cli-views-rebuilt = { $count ->
    [one] De tabellen zijn opnieuw gemaakt, want { $why }. Er staat nu { $count } rij in, tot positie { $position }.
   *[other] De tabellen zijn opnieuw gemaakt, want { $why }. Er staan nu { $count } rijen in, tot positie { $position }.
}
cli-views-why-asked = u vroeg erom
cli-views-why-absent = ze waren er nog niet
cli-views-why-other-log = ze hoorden bij een ander log
cli-views-why-other-version = ze waren van een andere versie
cli-views-why-damaged = het bestand klopte niet meer (technische melding, in het Engels: { $why })
cli-views-why-ahead = ze kenden gebeurtenissen die niet in het log staan
cli-views-why-far-behind = dat ging sneller dan bijwerken
cli-views-why-settings = er is een nieuwe uitgave van een catalogus

cli-views-stand-up-to-date = De tabellen zijn bij.
cli-views-stand-behind = { $count ->
    [one] De tabellen lopen { $count } gebeurtenis achter. De eerste vraag werkt ze bij.
   *[other] De tabellen lopen { $count } gebeurtenissen achter. De eerste vraag werkt ze bij.
}
cli-views-stand-to-be-made = De eerste vraag maakt de tabellen opnieuw, want { $why }.
cli-views-file = Bestand
cli-views-bytes = Grootte in bytes
cli-views-events = Gebeurtenissen erin
cli-views-head = Gebeurtenissen in het log
cli-views-known = Laatste die erin staat
cli-views-head-known = Laatste in het log
cli-views-built = Gemaakt
cli-views-refreshed = Laatst bijgewerkt
cli-views-version = Versie van de tabellen
cli-views-parked = Niet te lezen
cli-views-parked-one = Positie { $position }, soort { $type }: { $why }
cli-views-parked-next = De rest staat er wel in. Is de oorzaak weg? Maak de tabellen dan opnieuw met ‘weegboek views rebuild’.
cli-views-head-table = Tabel
cli-views-head-rows = Rijen
cli-views-head-versions = Met eerdere versies

cli-sql-microdata = Let op: dit zijn losse gegevens over mensen, zonder bescherming van kleine groepen. Deel ze niet. Dat u ze hebt opgevraagd, en waarvoor, staat op positie { $position }.
cli-sql-cut-rows = { $count ->
    [one] Het antwoord is niet compleet: het stopt na { $count } rij. Vraag meer met --limit-rows.
   *[other] Het antwoord is niet compleet: het stopt na { $count } rijen. Vraag meer met --limit-rows.
}
cli-sql-cut-time = { $count ->
    [one] Het antwoord is niet compleet: na { $count } seconde is gestopt. Vraag minder, of geef meer tijd met --limit-seconds.
   *[other] Het antwoord is niet compleet: na { $count } seconden is gestopt. Vraag minder, of geef meer tijd met --limit-seconds.
}
cli-sql-count = { $count ->
    [one] { $count } rij
   *[other] { $count } rijen
}
cli-sql-count-cut = { $count ->
    [one] { $count } rij; er is meer
   *[other] { $count } rijen; er is meer
}
cli-sql-tables-more = Kolommen van een tabel ziet u met de naam erachter. Elke tabel toont wat nu geldt. Met ‘all_’ ervoor ziet u ook eerdere versies.
cli-sql-no-such-table = Er is geen tabel { $given }.
cli-sql-no-such-table-next = Bekijk met ‘weegboek sql --tables’ welke er zijn.

cli-kept-views = In het weegboek is niets veranderd.
cli-trouble-views-busy = De feitentabellen zijn te lang bezet: { $who }.
cli-next-views-busy = Wacht tot dat klaar is en probeer het opnieuw.
cli-trouble-views-damaged = Het bestand { $path } met feitentabellen is beschadigd. Technische melding, in het Engels: { $why }.
cli-next-views-damaged = Vraag het opnieuw: de tabellen worden dan uit het log opnieuw gemaakt.
cli-trouble-views-refused = Deze vraag mag niet. Technische melding, in het Engels: { $why }.
cli-next-views-refused = Lees alleen de tabellen die ‘weegboek sql --tables’ noemt. Schrijven kan niet.
cli-trouble-views-question = Deze vraag is niet te begrijpen. Technische melding, in het Engels: { $why }.
cli-next-views-question = Stel één SELECT. Tabellen en kolommen ziet u met ‘weegboek sql --tables’.
cli-trouble-views-too-large = Deze vraag heeft meer geheugen nodig dan een vraag mag gebruiken.
cli-next-views-too-large = Vraag minder tegelijk: een kortere periode, minder kolommen of een groepering.
cli-trouble-views-failed = De feitentabellen werken niet. Technische melding, in het Engels: { $why }.
cli-next-views-failed = Controleer of er ruimte is op de schijf, en gooi anders de map ‘views’ weg. Ze wordt opnieuw gemaakt.

table-action-checks = Een rij voor een controle van een afspraak.
table-actions = Een rij voor een afspraak na een bevinding.
table-behaviour-pictures = Een rij voor een gedragsbeeld.
table-bundle-exceptions = Een rij voor een uitzondering in een bundel.
table-bundles = Een rij voor een bundel van uitzonderingen.
table-case-discussions = Een rij voor een casusbespreking.
table-catalogue-entries = Een rij voor een onderdeel van een editie van een catalogus.
table-closing-places = Een rij voor een plek waar iemand terechtkwam. Alle plekken tellen gelijk.
table-closings = Een rij voor een afsluiting van een traject.
table-contests = Een rij voor een keer dat iemand het niet eens was met een besluit.
table-conversations = Een rij voor een gesprek.
table-corrections = Een rij voor een verbetering.
table-days = Een rij voor een dag.
table-decision-alternatives = Een rij voor een alternatief dat bij een geldend besluit is gewogen.
table-decision-corners = Een rij voor een hoek van de waardendriehoek van een geldend besluit.
table-decision-legal = Een rij voor een rechtsgrond van een geldend besluit.
table-decision-principles = Een rij voor een houding van een geldend besluit tegenover een principe.
table-decisions = Een rij voor een besluit, met de afweging die nu geldt. Een heroverweging die iets verandert, geeft een nieuwe versie.
table-drawn-cases = Een rij voor een zaak van een ronde. Het dossier is die zaak.
table-enforcement-talks = Een rij voor een afstemming vooraf met handhaving.
table-entries = Een rij voor elke gebeurtenis van een dossier.
table-exceptions = Een rij voor een uitzondering op een regel of gewoonte.
table-experience-perspectives = Een rij voor een blik vanuit ervaring.
table-finding-answers = Een rij voor een antwoord op een bevinding.
table-findings = Een rij voor een bevinding.
table-goal-reviews = Een rij voor een evaluatie van een doel.
table-goals = Een rij voor een doel.
table-handovers = Een rij voor een overdracht.
table-instrument-extensions = Een rij voor een verlenging van een instrument.
table-instrument-reviews = Een rij voor een evaluatie van een instrument.
table-instruments = Een rij voor een instrument dat is gestart.
table-judgements = Een rij voor een oordeel dat samen is gegeven.
table-learning-answers = Een rij voor een antwoord van een lerende, vanaf het moment waarop die klaar was.
table-learning-experiences = Een rij voor een leerervaring.
table-letters = Een rij voor een brief.
table-life-domains = Een rij voor een leefgebied dat in beeld is gebracht.
table-measurements = Een rij voor een waarde die is gemeten, ook de nulwaarden uit opening, leefgebieden, gedragsbeeld en behoeften.
table-needs = Een rij voor een behoefte die is besproken.
table-norms = Een rij voor een norm van een editie.
table-obstacles = Een rij voor een belemmering in de organisatie.
table-option-set-options = Een rij voor een keuze die is voorgelegd.
table-option-sets = Een rij voor een keer dat er keuzes zijn voorgelegd.
table-organisation-answers = Een rij voor een antwoord van de organisatie.
table-perspectives = Een rij voor een toekomstperspectief.
table-policy-context = Een rij voor een verandering van de politieke wind.
table-preferences = Een rij voor een voorkeur van een cliënt.
table-promises = Een rij voor een belofte.
table-reconsiderations = Een rij voor een heroverweging.
table-replays = Een rij voor een keer dat een lerende een dossier naspeelde.
table-review-criteria = Een rij voor een criterium van een review in een ronde.
table-review-steps = Een rij voor een stap die in een review is bekeken.
table-reviews = Een rij voor een review van een dossier.
table-rounds = Een rij voor een ronde die is gepland.
table-sessions = Een rij voor een bijeenkomst waarin een groep leerde.
table-shieldings = Een rij voor een afscherming.
table-signal-answers = Een rij voor een antwoord op een signaal.
table-signals = Een rij voor een signaal: de dagen waarop het uit de bekende feiten volgt.
table-stabilisations = Een rij voor een afgesproken stabilisatie.
table-steps = Een rij voor een stap uit het log van een ander systeem.
table-tandems = Een rij voor een tandem van professional en ervaringsdeskundige.
table-terms = Een rij voor alles met een datum die telt.
table-trajectories = Een rij voor een traject. De positie is die van het dossier, het team dat van de laatste stap die er een noemt.
table-urgent-obstacles = Een rij voor een urgente belemmering.
table-visits = Een rij voor een onderzoeksbezoek.
table-voices = Een rij voor een keer dat de stem van een cliënt is opgeschreven.
