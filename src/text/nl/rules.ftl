# Regels: wat ze zeggen, en wat u doet om eraan te voldoen.

rule-FORM = Het formulier is volledig en goed te lezen.
rule-FORM-remedy = Vul in wat ontbreekt en verbeter wat niet past. Probeer het daarna opnieuw.

rule-R01 = Een besluit zegt waarom het is genomen en noemt minstens één leidend gedragsprincipe.
rule-R01-remedy = Schrijf eerst welk effect u wilt, en daarna waarom dit besluit daarbij past. Noem minstens één principe, met uw reden.

rule-R02 = Een besluit geeft een oordeel met een reden bij alle drie de hoeken: wet, middelen en zelfregie.
rule-R02-remedy = Beantwoord de drie vragen: Mag het van de wet? Gaan we handig om met publieke middelen? Draagt het bij aan zelfregie? Geef bij elke vraag een oordeel en een reden.

rule-R03 = Zegt een hoek ‘nee’, dan kan het besluit alleen met toestemming van iemand anders, tot een einddatum.
rule-R03-remedy = Kies een andere oplossing, of vraag een collega om toestemming. Noteer dan wie toestemming gaf, waarom en tot wanneer.

rule-R04 = Een besluit met gevolgen voor iemands rechten noemt de wet of regel waarop het rust.
rule-R04-remedy = Noem de wet of regel, de dag waarvan u de wet toepast en hoeveel ruimte u gebruikt.

rule-R05 = Een besluit laat zien wat de cliënt ervan vindt.
rule-R05-remedy = Noteer de woorden van de cliënt en of de cliënt het eens is. Weet u dat nog niet? Schrijf dan waarom, en wanneer u het vraagt.

rule-R06 = Een besluit noemt minstens één andere mogelijkheid die is afgewogen.
rule-R06-remedy = Noem wat er ook kon, en waarom u dat niet koos. Niets doen telt ook mee.

rule-R07 = Een besluit zegt wie het heeft geleid.
rule-R07-remedy = Vul in wie het besluit leidde, en in welke rol.

rule-R08 = Een instrument heeft een doel, een verwacht resultaat, een grens en een dag om het te bespreken, niet later dan de grens.
rule-R08-remedy = Vul deze vier in. Kies een dag om het te bespreken op of vóór de grens.

rule-R09 = De grens van een instrument ligt na het begin. Duurt het langer dan de catalogus toestaat, dan staat erbij waarom.
rule-R09-remedy = Kies een grens na de begindatum. Moet het langer duren? Schrijf dan waarom.

rule-R10 = Verlengen kan alleen naar een latere dag, met een reden, met vooruitgang en met wat de cliënt ervan vindt.
rule-R10-remedy = Kies een latere dag. Schrijf waarom, welke vooruitgang er is en wat de cliënt zegt.

rule-R11 = Een doel van de cliënt, of van u samen, staat er in de woorden van de cliënt, en de cliënt bevestigt het.
rule-R11-remedy = Vraag de cliënt om het doel zelf te zeggen en te bevestigen. Lukt dat niet? Noteer het doel dan als doel van de professional.

rule-R12 = Een toekomstperspectief staat er in de woorden van de cliënt.
rule-R12-remedy = Schrijf op wat de cliënt zelf zegt over de toekomst.

rule-R13 = De cliënt krijgt minstens twee keuzes en daarnaast ‘niets doen’. Bij elke keuze staan voor- en nadelen.
rule-R13-remedy = Voeg keuzes toe tot er genoeg zijn, ook ‘niets doen’. Schrijf bij elke keuze wat ervoor en wat ertegen spreekt.

rule-R14 = Een voorkeur hoort bij keuzes die echt zijn voorgelegd.
rule-R14-remedy = Noem de stap waarin de keuzes zijn voorgelegd. Is die er niet? Leg de keuzes dan eerst voor.

rule-R15 = Een ervaringsdeskundige is opgeleid. Zonder opleiding heet de rol ervaringsdrager.
rule-R15-remedy = Kies de rol ervaringsdrager, of vul in dat deze persoon is opgeleid.

rule-R16 = Een overdracht zegt wie de zaak krijgt, of de cliënt het wist en wat er nog is beloofd.
rule-R16-remedy = Vul in wie de zaak krijgt en of de cliënt vooraf is geïnformeerd. Noem elke open belofte, of kies ‘geen’.

rule-R17 = Bij een onderzoeksbezoek zijn vier vragen beantwoord: aangekondigd, regie geïnformeerd, grond vastgelegd en toestemming.
rule-R17-remedy = Beantwoord alle vier de vragen met ja, nee of onbekend.

rule-R18 = Wat is vastgelegd, verandert niet. Een correctie noemt de stap, het veld, de reden en wie erom vroeg.
rule-R18-remedy = Maak een correctie en vul deze vier in. Wat er eerst stond, blijft te zien.

rule-R19 = Afschermen kan alleen met een grond en door wie dat mag. De lege stap en de datum blijven staan.
rule-R19-remedy = Schrijf waarom de gegevens moeten worden afgeschermd. Mag u dit niet? Vraag dan uw teammanager.

rule-R20 = Een bevinding gaat over een stap en over een principe of een hoek. Wie het besluit nam, toetst het niet zelf.
rule-R20-remedy = Noem de stap, en een principe of een hoek. Was het uw eigen besluit? Vraag dan een collega om te toetsen.

rule-R21 = U kunt alleen een bevinding beantwoorden die nog openstaat.
rule-R21-remedy = Kies een bevinding zonder antwoord.

rule-R22 = Een traject sluit pas als alle instrumenten zijn beëindigd, de uitkomst bekend is en de cliënt zijn verhaal kon doen.
rule-R22-remedy = Beëindig eerst de open instrumenten. Vul in waar de cliënt nu is en wat de cliënt zegt, of waarom dat er niet is.

rule-R23 = In een afgesloten zaak komen alleen nog stappen die daarna mogen, zoals een nameting, de stem van de cliënt of een bezwaar.
rule-R23-remedy = Kies een stap die na het afsluiten mag, of open een nieuw traject.

rule-R24 = Wie het besluit nam, heroverweegt het niet zelf.
rule-R24-remedy = Vraag iemand anders om het besluit te heroverwegen.

rule-R25 = Iets kan niet later zijn gebeurd dan op de dag dat u het vastlegt.
rule-R25-remedy = Verbeter de datum waarop het gebeurde.

rule-R26 = In een tekst staan geen burgerservicenummer, e-mailadres of telefoonnummer.
rule-R26-remedy = Haal het nummer of adres uit de tekst. Gebruik de code van de persoon.

rule-R27 = Niet elke rol mag elke stap vastleggen.
rule-R27-remedy = Kies een rol die dit mag, of vraag iemand met die rol.

rule-R28 = U werkt verder op wat er nu staat. Iemand anders was u net voor.
rule-R28-remedy = Bekijk de zaak opnieuw en leg uw stap daarna nog een keer vast.
