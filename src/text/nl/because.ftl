# Wat er mis is met een veld.

fault-missing = Dit veld moet u invullen.
fault-unknown = Dit veld hoort niet bij deze stap.
fault-not-a-words = Hier hoort een tekst.
fault-not-a-list = Hier hoort een lijst.
fault-not-a-record = Hier horen velden met een naam en een waarde.
fault-not-a-number = Hier hoort een geheel getal.
fault-not-a-decimal = Hier hoort een getal, zoals 2,5.
fault-not-a-euro = Hier hoort een bedrag in euro’s, zoals 1150 of 1150,50. Gebruik geen punt tussen de duizendtallen.
fault-not-a-flag = Hier hoort ja of nee.
fault-not-a-day = Hier hoort een datum, zoals 2025-03-10.
fault-not-a-moment = Hier hoort een datum, of een datum met tijd, zoals 2025-03-10T14:00:00Z.
fault-not-a-event = Hier hoort een eerdere stap, zoals #3.
fault-not-a-actor = Hier hoort de code van een persoon, zoals TB-04: letters, cijfers, punt of streepje, hoogstens 40 tekens.
fault-not-a-case = Deze zaak staat niet in het weegboek.
fault-not-a-code = Hier hoort een kort woord of een korte naam.
fault-not-a-text = Hier hoort een tekst.
fault-not-one-of = Dit is geen geldige keuze. Kies uit: { $codes }.
fault-out-of-range = Dit getal moet minstens { $min } en hoogstens { $max } zijn.
fault-no-such-event = Deze stap bestaat niet, of is niet van de soort die hier hoort.
fault-too-long = { $max ->
    [one] Deze tekst is te lang. Er past hoogstens { $max } teken.
   *[other] Deze tekst is te lang. Er passen hoogstens { $max } tekens.
}
fault-too-short = { $min ->
    [one] Deze tekst is te kort. Gebruik minstens { $min } teken.
   *[other] Deze tekst is te kort. Gebruik minstens { $min } tekens.
}

# Waarom een regel weigert.

because-why-too-short = De uitleg is te kort. Gebruik minstens { $detail } tekens, zodat ook een ander begrijpt waarom.
    .plain = De uitleg is te kort. Schrijf zo dat ook een ander begrijpt waarom.
because-no-stance = Er staat geen enkel leidend gedragsprincipe bij dit besluit.
because-weightier-value-missing = U zet een principe opzij. Noem de waarde die hier zwaarder woog.
because-weightier-value-not-allowed = Een zwaardere waarde hoort alleen bij een principe dat u bewust opzijzet.
because-principle-not-in-catalogue = Dit principe staat niet in de lijst die op die dag gold: { $detail }.
    .plain = Dit principe staat niet in de lijst die op die dag gold.
because-principle-twice = Dit principe staat er twee keer: { $detail }. Houd er één over.
    .plain = Dit principe staat er twee keer. Houd er één over.
because-no-override = Deze hoek zegt ‘nee’ en er is geen toestemming van iemand anders: { $detail }.
    .plain = Deze hoek zegt ‘nee’ en er is geen toestemming van iemand anders.
because-override-by-taker = Wie het besluit neemt, kan zichzelf geen toestemming geven: { $detail }.
    .plain = Wie het besluit neemt, kan zichzelf geen toestemming geven.
because-override-without-no = Er is toestemming voor een hoek die geen ‘nee’ zegt: { $detail }.
    .plain = Er is toestemming voor een hoek die geen ‘nee’ zegt.
because-no-legal-basis = Een besluit van de soort ‘{ $detail }’ heeft gevolgen voor iemands rechten. Noem de wet of regel waarop het rust.
    .plain = Dit soort besluit heeft gevolgen voor iemands rechten. Noem de wet of regel waarop het rust.
because-client-view-words-missing = De mening van de cliënt is bekend, maar de woorden van de cliënt ontbreken.
because-client-view-unknown-needs-reason = U weet nog niet wat de cliënt ervan vindt. Schrijf waarom niet.
because-client-view-unknown-needs-date = U weet nog niet wat de cliënt ervan vindt. Kies een dag waarop u het uiterlijk vraagt.
because-no-alternative = Er staat geen andere mogelijkheid bij. Niets doen telt ook mee.
because-review-after-limit = De dag om het te bespreken ligt na de grens. Kies een dag op of vóór de grens.
because-limit-not-after-start = De grens ligt niet na de begindatum: { $detail }.
    .plain = De grens ligt niet na de begindatum.
because-longer-than-maximum = Dit duurt langer dan de catalogus toestaat, namelijk { $detail } dagen. Schrijf waarom, of kies een eerdere grens.
    .plain = Dit duurt langer dan de catalogus toestaat. Schrijf waarom, of kies een eerdere grens.
because-instrument-not-open = Dit instrument is al beëindigd.
because-extension-to-earlier-date = De nieuwe grens ligt niet na de huidige grens: { $detail }.
    .plain = De nieuwe grens ligt niet na de huidige grens.
because-client-words-missing = De woorden van de cliënt ontbreken.
because-client-confirmation-missing = De cliënt heeft nog niet bevestigd dat dit het doel is.
because-professional-goal-claims-client = Een professional kan een doel niet alleen op naam van de cliënt zetten. Noteer de woorden en de bevestiging van de cliënt, of kies ‘professional’.
because-too-few-options = Er zijn te weinig echte keuzes. Leg er minstens twee voor, naast ‘niets doen’.
because-do-nothing-missing = De keuze ‘niets doen’ ontbreekt. Die hoort er altijd bij.
because-not-an-option-set = Deze stap is geen voorgelegde keuze.
because-option-number-unknown = Er is geen keuze met nummer { $detail }.
    .plain = Er is geen keuze met dit nummer.
because-expert-not-trained = Een ervaringsdeskundige is opgeleid. Kies anders de rol ervaringsdrager.
because-options-or-reason = Noem de keuzes waarop dit besluit rust, of schrijf waarom die er niet zijn.
because-target-not-in-dossier = Deze stap staat niet in deze zaak.
because-field-not-in-target = De stap heeft geen veld met deze naam: { $detail }.
    .plain = De stap heeft geen veld met deze naam.
because-value-does-not-fit = De nieuwe waarde past niet in dit veld.
because-correction-without-value = Er staat geen nieuwe waarde bij deze correctie.
because-correction-of-correction-kind = Een correctie of afscherming kunt u zelf niet corrigeren. Maak een nieuwe correctie van de eerste stap.
because-shielding-role = Met de rol { $detail } mag u geen gegevens afschermen.
    .plain = Met deze rol mag u geen gegevens afschermen.
because-principle-or-corner-missing = Noem een principe of een hoek van de waardendriehoek.
because-finding-by-taker = Met de code { $detail } nam u dit besluit zelf. Laat iemand anders het toetsen.
    .plain = U nam dit besluit zelf. Laat iemand anders het toetsen.
because-finding-not-open = Deze bevinding is al beantwoord.
because-not-a-finding = Deze stap is geen bevinding.
because-instrument-still-open = Er loopt nog een instrument: { $detail }. Beëindig dat eerst.
    .plain = Er loopt nog een instrument. Beëindig dat eerst.
because-account-or-reason-missing = Noteer wat de cliënt zegt over het traject, of schrijf waarom dat er niet is.
because-case-closed = Deze zaak is afgesloten op { $detail }. Deze stap mag daarna niet meer.
    .plain = Deze zaak is afgesloten. Deze stap mag daarna niet meer.
because-reconsideration-by-taker = Met de code { $detail } nam u het besluit zelf. Laat iemand anders het heroverwegen.
    .plain = U nam het besluit zelf. Laat iemand anders het heroverwegen.
because-contest-not-open = Hierop is al antwoord gegeven.
because-not-a-contest = Deze stap is geen betwist besluit.
because-not-a-decision = Deze stap is geen besluit.
because-not-an-instrument = Deze stap zet geen instrument in.
because-not-a-goal = Deze stap stelt geen doel vast.
because-not-an-obstacle = Deze stap meldt geen urgente belemmering.
because-not-an-exception = Deze stap is geen uitzondering.
because-not-an-answerable = Op deze stap kan de organisatie geen antwoord geven. Kies een gemelde belemmering of een bundel.
because-happened-after-recording = De dag ligt in de toekomst: { $detail }.
    .plain = De dag ligt in de toekomst.
because-personal-number = In de tekst staat een getal dat een burgerservicenummer kan zijn.
because-personal-email = In de tekst staat een e-mailadres.
because-personal-phone = In de tekst staat een getal dat een telefoonnummer kan zijn.
because-role-not-allowed = De rol { $detail } mag deze stap niet vastleggen.
    .plain = Deze rol mag deze stap niet vastleggen.
because-stale-version = De zaak is intussen veranderd en staat nu op versie { $detail }.
    .plain = De zaak is intussen veranderd.
because-dossier-not-opened = Deze zaak is nog niet geopend.
because-number-not-of-dossier = Het nummer is niet dat van de zaak waarin het wordt vastgelegd.
because-dossier-already-open = Deze zaak is al geopend.
because-since-or-deadline = Vul in sinds wanneer dit speelt, of wanneer het misgaat.
because-too-few-exceptions = Een bundel heeft minstens twee verschillende uitzonderingen.
because-kept-promise-unknown = De belofte die u inlost, is niet gevonden: { $detail }.
    .plain = De belofte die u inlost, is niet gevonden.
because-imported-dossier = Deze zaak komt uit een ander systeem. U kunt hem lezen en toetsen, maar er geen nieuwe stappen aan toevoegen.
because-in-force-before-taken = Het besluit geldt vanaf een dag vóór de dag waarop het is genomen.
because-end-before-start = De laatste dag ligt vóór de eerste dag.
