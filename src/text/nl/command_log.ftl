# Het log: hoe het ervoor staat, wat erin staat, of het klopt.

cli-help-log = Het log zelf: hoe het ervoor staat, wat erin staat en of het klopt.
cli-help-log-info = Toont hoe het log ervoor staat.
cli-help-log-read = Toont de gebeurtenissen in het log, één per regel.
cli-help-log-read-from = De eerste plaats die u wilt zien. Bij --stream is het de versie in die stroom.
cli-help-log-read-limit = Hoeveel gebeurtenissen u hoogstens wilt zien.
cli-help-log-read-stream = Toont alleen deze stroom: de naam ervan, of het nummer van een dossier.
cli-help-log-read-type = Toont alleen deze soort gebeurtenis, zoals decision_taken.
cli-help-log-read-category = Toont alleen stromen van deze soort: case, organisation, audit, learning of settings.
cli-help-log-read-backward = Toont de nieuwste eerst.
cli-help-log-read-follow = Toont eerst wat er is, en daarna wat erbij komt. Stop met Ctrl-C.
cli-help-log-read-facts = Toont ook de feiten: codes, getallen en dagen.
cli-help-log-read-words = Toont ook de feiten en de woorden.
cli-help-log-check = Leest elke byte van het log en zegt of er iets is veranderd. Een sleutel is niet nodig.

cli-log-read-nothing = In het log staat niets dat daarbij past.
cli-log-dir = Map
cli-log-log = Kenmerk van het log
cli-log-events = Gebeurtenissen
cli-log-streams = Stromen
cli-log-parts = Verzegelde delen
cli-log-segments = Bestanden
cli-log-bytes = Bytes
cli-log-first = Eerste vastgelegd
cli-log-last = Laatste vastgelegd
cli-log-leaf = Vingerafdruk laatste
cli-log-keys = Sleutels in de kluis
cli-log-index = Bytes van de index
cli-log-indexed = In de index
cli-log-no-index = geen; die wordt vanzelf gemaakt
cli-log-newer = (van een nieuwere versie)
cli-closed-damaged = dicht: de sleutel of het verzegelde deel klopt niet
cli-closed-unreadable = niet te lezen door deze versie
cli-kept-round = wordt getoond als ronde { $round } geopend is
cli-kept-learned = wordt getoond als wie dit schreef klaar is met leren

cli-notice-tail-cut = { $count ->
    [one] De laatste keer schrijven was niet af. { $count } byte is afgeknipt; verder gaat het op positie { $position }.
   *[other] De laatste keer schrijven was niet af. { $count } bytes zijn afgeknipt; verder gaat het op positie { $position }.
}
cli-notice-locked = Het sleutelbestand { $path } is er niet. U ziet welke gebeurtenissen er zijn; de inhoud blijft dicht.

cli-check-sound = Het log klopt: alles staat er zoals het is vastgelegd.
cli-check-damaged = { $count ->
    [one] Het log is beschadigd, op { $count } plaats.
   *[other] Het log is beschadigd, op { $count } plaatsen.
}
cli-check-how = Elke byte is gelezen. Er is niets veranderd. Een sleutel was niet nodig.
cli-check-torn = { $count ->
    [one] De laatste keer schrijven was niet af: { $count } byte. Er is niets verloren; dit wordt weggeknipt als er weer wordt geschreven.
   *[other] De laatste keer schrijven was niet af: { $count } bytes. Er is niets verloren; dit wordt weggeknipt als er weer wordt geschreven.
}
cli-check-place = Bestand { $file }, byte { $offset }, vanaf positie { $position }
cli-check-what = Wat er is gevonden: { $what }.
cli-check-consequence = Gevolg: { $text }
cli-check-more = { $count ->
    [one] Nog { $count } plaats. U ziet ze allemaal met --json.
   *[other] Nog { $count } plaatsen. U ziet ze allemaal met --json.
}
cli-check-next = Schrijf niets meer in dit weegboek. Bewaar het zoals het nu is, en zet daarnaast een kopie terug.

cli-damage-derived = er is niets verloren. Dit bestand wordt opnieuw gemaakt als er weer wordt geschreven.
cli-damage-nothing-lost = er is niets verloren. Dit deel wordt opnieuw gemaakt als er weer wordt geschreven.
cli-damage-lost = gebeurtenissen die al veilig waren, zijn beschadigd of weg. Zet een kopie terug.
cli-damage-changed = wat hier staat, is niet wat is vastgelegd. Zet een kopie terug.
cli-damage-unreadable = vanaf hier zijn de gebeurtenissen niet te lezen. Zet een kopie terug.

cli-help-editions = De catalogi van het boek met hun uitgaven, zoals principes, normen en het toetsinstrument.
cli-help-editions-adopt-built-in = Legt de ingebouwde uitgave vast van elke catalogus die in dit boek ontbreekt.
cli-editions-title = Catalogi en hun uitgaven
cli-editions-edition = { $edition }, vanaf { $day }
cli-editions-none = In dit boek is geen uitgave vastgelegd.
cli-editions-absent = Dit boek is ouder dan zo’n catalogus. Leg de ingebouwde uitgave vast met ‘weegboek editions --adopt-built-in’.
cli-editions-adopted = Vastgelegd: de ingebouwde uitgave van { $catalogue }.
cli-editions-nothing = Van elke catalogus was al een uitgave vastgelegd. Er is niets veranderd.
cli-trouble-no-edition = In dit boek is geen uitgave vastgelegd van: { $given }.
cli-next-no-edition = Leg de ingebouwde uitgave vast met ‘weegboek editions --adopt-built-in’.
