# Inlezen, uitvoeren, en de kleinere opdrachten.

cli-help-import = Leest dossiers of trajecten in uit een bestand.
cli-help-import-dossiers = Leest dossiers in, in het eigen formaat van het weegboek: één gebeurtenis per regel.
cli-help-import-dossiers-more = Een dossier komt er helemaal in, of helemaal niet. Twee keer inlezen kan geen kwaad.
cli-help-import-dossiers-file = Het bestand met regels. Met - leest u van de standaardinvoer.
cli-help-import-dossiers-keep-times = Houdt de momenten aan waarop de regels eerder zijn vastgelegd.
cli-help-import-dossiers-dry-run = Controleert alles en legt niets vast.
cli-help-import-xes = Leest het logboek van een ander systeem in (XES), ook als het is ingepakt met gzip.
cli-help-import-xes-file = Het bestand. Met - leest u van de standaardinvoer.
cli-help-import-xes-name = De naam van het logboek. Anders is dat de naam van het bestand.
cli-help-import-xes-municipality = De gemeente waar de trajecten bij horen.
cli-help-export = Voert het weegboek uit naar een bestand.
cli-help-export-jsonl = Voert gebeurtenissen uit, één per regel, zodat een ander weegboek ze kan inlezen.
cli-help-export-jsonl-dossier = Alleen het dossier met dit nummer.
cli-help-export-jsonl-output = Het bestand. Anders gaat alles naar de standaarduitvoer.
cli-help-glossary = Legt de woorden van het weegboek uit.
cli-help-glossary-term = Een woord, of een deel ervan. Zonder woord ziet u ze allemaal.
cli-help-completions = Maakt een bestand waarmee uw shell opdrachten aanvult.
cli-help-completions-shell = De shell: bash, elvish, fish, powershell of zsh.
cli-help-man = Maakt handleidingen voor het programma man.
cli-help-man-output = De map voor alle bladzijden. Anders ziet u alleen de eerste bladzijde.

cli-count-lines = { $count ->
    [one] { $count } regel
   *[other] { $count } regels
}
cli-count-dossiers = { $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
}
cli-count-steps = { $count ->
    [one] { $count } stap
   *[other] { $count } stappen
}
cli-count-traces = { $count ->
    [one] { $count } traject
   *[other] { $count } trajecten
}
cli-count-kinds = { $count ->
    [one] { $count } soort activiteit
   *[other] { $count } soorten activiteiten
}

cli-import-busy = Dossiers vastleggen
cli-import-done = { $lines } gelezen. Vastgelegd: { $dossiers }, { $events }.
cli-import-would = { $lines } gelezen. Dit was een proef: er is niets vastgelegd. Anders was dit erbij gekomen: { $events }.
cli-import-there = Al aanwezig, en niet nog een keer vastgelegd: { $there }.
cli-import-refused = { $count ->
    [one] { $count } regel is geweigerd.
   *[other] { $count } regels zijn geweigerd.
}
cli-import-line = Regel { $number }
cli-import-following = { $count ->
    [one] Nog { $count } regel is geweigerd, omdat de opening van het dossier niet klopt. U ziet die met --json.
   *[other] Nog { $count } regels zijn geweigerd, omdat de opening van het dossier niet klopt. U ziet ze met --json.
}
cli-import-left-out = Dossiers die er daarom helemaal buiten blijven
cli-import-left = { $count ->
    [one] { $dossier }: { $count } stap
   *[other] { $dossier }: { $count } stappen
}
cli-import-next = De andere dossiers zijn vastgelegd. Verbeter de geweigerde regels en lees het bestand opnieuw in: wat er al staat, komt er niet dubbel in.
cli-import-next-dry = Verbeter de geweigerde regels en probeer het opnieuw.

cli-xes-busy = Trajecten vastleggen
cli-xes-read = Logboek ‘{ $source }’: { $traces }, { $steps }, { $activities }.
cli-xes-new = Nieuw vastgelegd: { $new }, { $added }. Al aanwezig: { $there }.
cli-xes-bare = Deze trajecten hebben geen verantwoording. Het weegboek zegt dat er overal bij.

cli-export-busy = Uitvoeren
cli-export-done = { $count ->
    [one] { $count } stap uitgevoerd.
   *[other] { $count } stappen uitgevoerd.
}
cli-export-closed = { $count ->
    [one] { $count } stap bleef dicht en is weggelaten.
   *[other] { $count } stappen bleven dicht en zijn weggelaten.
}

cli-glossary-none = Het woord ‘{ $given }’ staat niet in de woordenlijst.

cli-glossary-none-next = Bekijk alle woorden met ‘weegboek glossary’.

cli-man-name = NAAM
cli-man-synopsis = GEBRUIK
cli-man-description = BESCHRIJVING
cli-man-options = OPTIES
cli-man-commands = OPDRACHTEN
cli-man-extra = VERDER
cli-man-version = VERSIE
