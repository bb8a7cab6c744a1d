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

cli-import-busy = Dossiers vastleggen
cli-import-done = { $lines } regels gelezen. Vastgelegd: { $dossiers } dossiers, { $events } stappen.
cli-import-would = { $lines } regels gelezen. Dit was een proef: er is niets vastgelegd. Er zouden { $events } stappen bij komen.
cli-import-there = { $there } stappen stonden er al. Die zijn niet nog een keer vastgelegd.
cli-import-refused = { $count ->
    [one] { $count } regel is geweigerd.
   *[other] { $count } regels zijn geweigerd.
}
cli-import-line = Regel { $number }
cli-import-left-out = Dossiers die er daarom helemaal buiten blijven
cli-import-left = { $count ->
    [one] { $dossier }: { $count } stap
   *[other] { $dossier }: { $count } stappen
}
cli-import-next = De andere dossiers zijn vastgelegd. Verbeter de geweigerde regels en lees het bestand opnieuw in: wat er al staat, komt er niet dubbel in.
cli-import-next-dry = Verbeter de geweigerde regels en probeer het opnieuw.

cli-xes-busy = Trajecten vastleggen
cli-xes-read = Logboek ‘{ $source }’: { $traces } trajecten, { $steps } stappen, { $activities } soorten activiteiten.
cli-xes-new = { $new } nieuwe trajecten met { $added } stappen zijn vastgelegd. { $there } trajecten stonden er al.
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

cli-man-name = NAAM
cli-man-synopsis = GEBRUIK
cli-man-description = BESCHRIJVING
cli-man-options = OPTIES
cli-man-commands = OPDRACHTEN
cli-man-extra = VERDER
cli-man-version = VERSIE
