# Exports for analysis.

cli-count-rows = { $count ->
    [one] { $count } rij
   *[other] { $count } rijen
}
cli-count-events = { $count ->
    [one] { $count } gebeurtenis
   *[other] { $count } gebeurtenissen
}
cli-count-objects = { $count ->
    [one] { $count } object
   *[other] { $count } objecten
}
cli-help-export-xes = Voert de dossiers uit als logboek (XES), één spoor per dossier. Alleen voor de analist.
cli-help-export-ocel-json = Voert de dossiers uit als logboek van objecten (OCEL 2.0, JSON). Alleen voor de analist.
cli-help-export-ocel-xml = Voert de dossiers uit als logboek van objecten (OCEL 2.0, XML). Alleen voor de analist.
cli-help-export-ocel-sqlite = Voert de dossiers uit als logboek van objecten (OCEL 2.0, SQLite). Alleen voor de analist.
cli-help-export-csv = Voert de feitentabellen uit, één bestand per tabel. Alleen voor de analist.
cli-help-export-parquet = Voert de feitentabellen uit per gemeente en maand, voor grote rekenmachines. Alleen voor de analist.
cli-help-export-out = Waar het komt. Daar mag nog niets staan.
cli-help-export-purpose = Waarvoor u de gegevens gebruikt. Dit wordt vastgelegd.
cli-help-export-analyst = U bent analist. U weet dat dit gegevens van losse mensen zijn en staat ervoor in.
cli-help-export-from = Alleen dossiers met een gebeurtenis op of na deze dag.
cli-help-export-until = Alleen dossiers met een gebeurtenis op of vóór deze dag.
cli-help-export-team = Alleen dossiers met een gebeurtenis van dit team.
cli-help-export-municipality = Alleen dossiers met een gebeurtenis van deze gemeente.
cli-help-export-actor = Uw code. Anders telt WEEGBOEK_ACTOR.
cli-help-export-role = Uw rol: OZ, BE, TM, AU of BH. Anders telt WEEGBOEK_ROLE.
cli-export-microdata = Let op: dit zijn losse gegevens over mensen, zonder bescherming van kleine groepen. Deel ze niet. Dat u ze hebt opgevraagd, en waarvoor, staat op positie { $position }.
cli-export-analysis-done = Uitgevoerd naar { $path }: { $what }, { $dossiers }.
cli-export-analysis-readme = Wat het is en wat u ermee mag, staat in { $readme }.

cli-trouble-analyst-only = Dit zijn gegevens van losse mensen. Die zijn alleen voor een analist.
cli-next-analyst-only = Bent u analist? Zet dan --analyst erbij. Voor cijfers die u deelt is er ‘weegboek ask’.
cli-trouble-output-exists = Er staat al iets in { $path }.
cli-next-output-exists = Kies een andere plaats, of haal eerst weg wat er staat.
cli-trouble-not-built-in = Dit programma is gebouwd zonder { $given }.
cli-next-not-built-in = Vraag uw beheerder om een programma met { $given }, of kies een andere vorm.
cli-trouble-ocel = Het logboek van objecten is niet te lezen of te schrijven. Technische melding, in het Engels: { $why }.
cli-next-ocel = Verbeter het bestand en probeer het opnieuw.
cli-trouble-ocel-large = Het logboek van objecten is te groot om in één keer in te lezen.
cli-next-ocel-large = Maak er kleinere bestanden van, bijvoorbeeld één per jaar. Lees die na elkaar in.
cli-trouble-no-object-type = Het logboek heeft geen objecten van de soort ‘{ $given }’.
cli-next-no-object-type = Kies met --object-type uit: { $there }.

cli-help-import-ocel = Leest een logboek van objecten in (OCEL 2.0): JSON, XML of SQLite.
cli-help-import-ocel-file = Het bestand. Met - leest u JSON of XML van de standaardinvoer.
cli-help-import-ocel-object-type = De soort objecten die een traject worden.
cli-help-import-ocel-name = De naam van het logboek. Anders is dat de naam van het bestand.
cli-help-import-ocel-municipality = De gemeente waar de trajecten bij horen.
cli-ocel-read = Logboek ‘{ $source }’: { $events }, { $objects }.
cli-ocel-shared = Sommige gebeurtenissen horen bij meer trajecten tegelijk: { $shared }. Ze staan bij elk traject, dus samen { $repeats } keer dubbel. Tel ze niet op.
cli-ocel-without = Deze horen bij geen enkel traject van de soort ‘{ $type }’ en zijn niet vastgelegd: { $without }.
cli-ocel-empty = Zonder één stap: { $empty }.
cli-ocel-dangling-events = Gebeurtenissen noemen objecten die er niet zijn: { $count } keer. Ze zijn bewaard zoals ze er staan.
cli-ocel-dangling-objects = Objecten noemen objecten die er niet zijn: { $count } keer.
cli-ocel-dangling-example = { $from } noemt { $to } ({ $qualifier }).
cli-ocel-strays = In de database staan rijen van wat er niet is: { $count }. Ze zijn niet vastgelegd.
cli-ocel-stray-example = Tabel { $table } noemt { $id }.
cli-ocel-undeclared = De soort ‘{ $type }’ is niet aangekondigd: { $count } keer gebruikt.
cli-ocel-utc = Bij { $count } tijden staat niet van welke plaats ze zijn. Ze zijn gelezen als UTC.
