# Wat er misging, wat er bewaard is, en wat u kunt doen.

cli-kept-book = In het weegboek is niets veranderd.
cli-kept-locked = Er is niets vastgelegd. Lezen kan gewoon doorgaan.
cli-kept-damage = Er is niets veranderd en niets hersteld. Wat ervoor staat, blijft leesbaar.
cli-kept-unknown = Wat al was vastgelegd, blijft staan. Of het laatste erbij staat, is niet zeker.
cli-kept-xes = De trajecten die vóór de fout in het bestand staan, zijn vastgelegd en blijven staan.
cli-refused-head = Dit is geweigerd. Er is niets vastgelegd.
cli-next-usage = Zet --help achter de opdracht. Dan ziet u wat er kan.
cli-next-file = Controleer of het bestand er is, of u erbij mag en of er ruimte is op de schijf.
cli-process = proces { $pid }
cli-other-process = een ander proces

cli-usage-invalid-value = ‘{ $value }’ past niet bij { $argument }.
cli-usage-no-value = Bij { $argument } hoort nog een waarde.
cli-usage-unknown-argument = De optie { $argument } bestaat hier niet.
cli-usage-unknown-command = De opdracht ‘{ $value }’ bestaat niet.
cli-usage-missing-argument = U moet nog opgeven: { $argument }.
cli-usage-missing-command = Er mist nog een opdracht.
cli-usage-conflict = { $argument } en { $other } gaan niet samen.
cli-usage-too-many-values = Bij { $argument } horen minder waarden.
cli-usage-number = Geef een getal dat hier kan.
cli-usage-not-utf8 = Een van de woorden is geen leesbare tekst (UTF-8).
cli-usage-other = De opdracht is niet te begrijpen.
cli-usage-valid = U kunt kiezen uit: { $values }.
cli-usage-suggested = Bedoelt u { $values }?

cli-os-not-found = het bestaat niet
cli-os-denied = u mag er niet bij
cli-os-full = de schijf is vol
cli-os-read-only = de schijf is alleen te lezen
cli-os-is-folder = het is een map
cli-os-no-folder = een deel van het pad is geen map
cli-os-exists = het bestaat al
cli-os-not-text = het is geen leesbare tekst (UTF-8)

cli-trouble-file = { $path }: { $why }.
cli-trouble-no-book = In de map { $dir } staat geen weegboek.
cli-next-no-book = Maak er een met ‘weegboek --book { $dir } init’, of noem een andere map met --book.
cli-trouble-book-exists = In de map { $dir } staat al een weegboek.
cli-next-book-exists = Gebruik dat weegboek, of kies een andere map.
cli-trouble-config = De instellingen in { $path } zijn niet te begrijpen. Technische melding, in het Engels: { $why }.
cli-next-config = Verbeter dit bestand, of zet een kopie terug.
cli-trouble-no-dossier = Dossier { $given } staat niet in het weegboek, of stond er toen nog niet in.
cli-next-no-dossier = Bekijk met ‘weegboek dossier list’ welke dossiers er zijn.
cli-trouble-no-event-type = Het weegboek kent geen gebeurtenis met de naam { $given }.
cli-next-no-event-type = Zet --help achter de opdracht. Daar staan de namen.
cli-trouble-dossier-needed = Bij ‘{ $given }’ hoort een dossier, en dat is niet genoemd.
cli-next-dossier-needed = Noem het nummer van het dossier.
cli-trouble-line = De regel is niet te lezen: { $why }
cli-next-line = Verbeter de regel en probeer het opnieuw.
cli-trouble-time = ‘{ $given }’ is geen dag of moment.
cli-next-time = Schrijf een dag als 2025-03-10, of een moment als 2025-03-10T14:00:00Z.
cli-trouble-too-many-lines = Er staan meer regels in dan in één keer kunnen: { $max }.
cli-next-too-many-lines = Verdeel het bestand; houd de regels van één dossier bij elkaar.
cli-trouble-too-long-for-pipe = Er kwamen meer bytes binnen dan in het geheugen passen: { $max }.
cli-next-too-long-for-pipe = Geef een bestand op in plaats van ‘-’.
cli-trouble-contended = Er kwam steeds iets anders tussen.
cli-next-contended = Probeer het nog een keer.
cli-trouble-read-only = Het weegboek is alleen open om te lezen.
cli-next-read-only = Open het weegboek om te schrijven.
cli-trouble-xes = Het bestand is niet verder te lezen dan regel { $line }, na { $count } trajecten. Technische melding, in het Engels: { $why }.
cli-next-xes = Verbeter het bestand en lees het opnieuw in. Wat er al staat, komt er niet dubbel in.
cli-trouble-other = Er ging iets mis dat het weegboek niet verwachtte. Technische melding, in het Engels: { $why }.
cli-next-other = Controleer het weegboek met ‘weegboek log check’. Meld deze fout als die terugkomt.
cli-trouble-locked = Er schrijft al iemand in het weegboek in { $dir }: { $who }.
cli-next-locked = Wacht tot dat klaar is, of stop dat proces. Lezen kan intussen wel.
cli-trouble-damage = Het weegboek is beschadigd. Bestand { $file }, byte { $offset }, vanaf positie { $position }. Technische melding, in het Engels: { $why }.
cli-next-damage = Schrijf niets meer. Bekijk de schade met ‘weegboek log check’ en zet een kopie terug.
cli-trouble-time-back = Het moment { $given } ligt vóór het laatste moment in het weegboek: { $last }.
cli-next-time-back = Laat --keep-times weg, of maak een nieuw weegboek met ‘init --recorded-at’ en een moment dat daarvóór ligt.
cli-trouble-same-id = Dit kenmerk staat al in het weegboek, op positie { $position }, met een andere inhoud.
cli-next-same-id = Kies een nieuw kenmerk. Was het een fout? Maak dan een correctie.
cli-trouble-poisoned = Het schrijven is eerder mislukt. Technische melding, in het Engels: { $why }.
cli-next-poisoned = Controleer de schijf en begin opnieuw. Het weegboek kijkt dan zelf wat er staat.
cli-trouble-not-a-log = In de map { $dir } staat geen log van een weegboek.
cli-next-not-a-log = Noem de goede map met --book, of zet een kopie terug.
cli-trouble-no-key = Het sleutelbestand { $path } is er niet. Zonder sleutel kan niets worden vastgelegd.
cli-next-no-key = Zet het sleutelbestand terug, of noem de nieuwe plaats in { $config }.
cli-trouble-locked-vault = Het sleutelbestand is er niet. Daarom blijft de inhoud dicht.
cli-next-locked-vault = Zet het sleutelbestand terug. Zonder sleutel werken ‘log info’, ‘log read’ en ‘log check’ wel.
cli-trouble-key-exposed = Anderen kunnen bij het sleutelbestand { $path } (rechten { $mode }).
cli-next-key-exposed = Maak het bestand alleen voor uzelf leesbaar: chmod 600 { $path }
cli-trouble-key-damaged = Het sleutelbestand { $path } is beschadigd.
cli-next-key-damaged = Zet een kopie van het sleutelbestand terug.
cli-trouble-other-key = Dit sleutelbestand hoort bij een ander weegboek.
cli-next-other-key = Zet het sleutelbestand terug dat bij dit weegboek hoort.
cli-trouble-keys-damaged = Het bestand met sleutels { $path } is beschadigd.
cli-next-keys-damaged = Schrijf niets meer en zet een kopie van dit bestand terug.

cli-line-not-json = Dit is geen geldige JSON. Technische melding, in het Engels: { $why }.
cli-line-no-event = De naam van de gebeurtenis ontbreekt.
cli-line-wrong-kind = Sleutel { $key }: { $text }
cli-line-too-long = { $max ->
    [one] De regel is langer dan { $max } byte.
   *[other] De regel is langer dan { $max } bytes.
}

cli-init-made = Het weegboek is gemaakt, in de map { $dir }.
cli-init-key = De sleutel staat in { $path }. Zonder dit bestand kan niemand het weegboek lezen.
cli-init-apart = Bewaar een kopie van de sleutel op een andere plaats dan de kopieën van het log. Wie allebei heeft, kan alles lezen.
cli-init-no-municipality = Er is geen gemeente ingevuld. Elk formulier moet de gemeente dan zelf noemen.
cli-init-next = Wat u nu kunt doen
cli-init-next-open = Open een dossier: weegboek --book { $dir } dossier open --help
cli-init-next-import = Lees dossiers in uit een bestand: weegboek --book { $dir } import dossiers BESTAND
cli-init-next-demo = Kijk eerst rond in een oefenboek: weegboek demo
