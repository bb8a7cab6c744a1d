# De woorden van de praktijk.

term-gewogen_maatwerk = Gewogen Maatwerk
term-gewogen_maatwerk-text = Een manier van werken waarin u samen met de cliënt afweegt wat u doet, hoe u dat doet en met welk effect. Wat u kiest, past bij deze ene mens en is uit te leggen aan anderen.

term-weegboek = Weegboek
term-weegboek-text = Het boek waarin staat wat is afgewogen en waarom. Wat erin staat, verandert niet meer; een fout wordt hersteld met een nieuwe stap.

term-reintegratie = Re-integratie
term-reintegratie-text = Hulp om weer te werken of op een andere manier mee te doen.

term-client = Cliënt
term-client-text = De inwoner om wie het gaat. Andere namen zijn inwoner of bijstandsgerechtigde.

term-klantmanager = Klantmanager
term-klantmanager-text = Wie de cliënt begeleidt namens de gemeente. Sommige gemeenten zeggen klantbegeleider, trajectbegeleider of consulent.

term-waardendriehoek = Waardendriehoek
term-waardendriehoek-text = Drie vragen bij elk besluit: Mag het van de wet? Gaan we handig om met publieke middelen? Draagt het bij aan zelfregie? Een goed besluit houdt rekening met alle drie.

term-leidende_gedragsprincipes = Leidende gedragsprincipes
term-leidende_gedragsprincipes-text = Afspraken over hoe professionals werken, zoals maatwerk leveren en aansluiten op wat de cliënt wil. Amersfoort heeft er tien; een gemeente kan er eigen principes bij zetten.

term-zelfregie = Zelfregie
term-zelfregie-text = Zelf bepalen hoe uw leven eruitziet, met hulp als u die wilt.

term-eigen_regie = Eigen regie
term-eigen_regie-text = Uw eigen kracht gebruiken, uw gevoelens serieus nemen en zelf kiezen.

term-menselijke_maat = Menselijke maat
term-menselijke_maat-text = Kijken wat een regel doet met de mens, en daar rekening mee houden.

term-maatwerk = Maatwerk
term-maatwerk-text = Een oplossing die past bij de situatie van deze cliënt, ook als de gewone aanpak niet past.

term-bejegening = Bejegening
term-bejegening-text = De manier waarop u met iemand omgaat: wat u zegt, hoe u luistert en wat u uitstraalt.

term-igm = Integratief Gedragsmodel
term-igm-text = Een model dat laat zien waarom iemand iets wel of niet doet: wat iemand wil, wat iemand kan en wat de omgeving toelaat.

term-willen_kunnen_doen = Willen, kunnen, doen
term-willen_kunnen_doen-text = Drie vragen over gedrag. Wil iemand het? Kan iemand het? En doet iemand het, ook later nog?

term-intrinsieke_motivatie = Intrinsieke motivatie
term-intrinsieke_motivatie-text = Iets willen omdat u het zelf belangrijk of leuk vindt, en niet omdat het moet.

term-geloof_in_eigen_kunnen = Geloof in eigen kunnen
term-geloof_in_eigen_kunnen-text = Het vertrouwen dat iets u gaat lukken. Wie dat heeft, begint eerder en houdt langer vol.

term-basisbehoeften = Basisbehoeften
term-basisbehoeften-text = Drie dingen die ieder mens nodig heeft: zelf kiezen, iets kunnen en erbij horen.

term-leefgebied = Leefgebied
term-leefgebied-text = Een deel van het leven, zoals wonen, geld of gezondheid. Er zijn er acht. Een leefgebied zonder gegevens is niet besproken; dat betekent niet dat er geen probleem is.

term-urgente_belemmering = Urgente belemmering
term-urgente_belemmering-text = Iets wat eerst moet worden opgelost, zoals een ontruiming. Daarna is er pas ruimte voor iets anders.

term-stabilisatie = Stabilisatie
term-stabilisatie-text = Zorgen dat een urgente belemmering beheersbaar wordt, met praktische hulp en rust van andere eisen.

term-toekomstperspectief = Toekomstperspectief
term-toekomstperspectief-text = Waar iemand naartoe wil in het leven, in eigen woorden.

term-zingeving = Zingeving
term-zingeving-text = Wat het leven de moeite waard maakt voor iemand.

term-aangrijpingspunt = Aangrijpingspunt
term-aangrijpingspunt-text = De plek waar hulp begint: motivatie, een vaardigheid, of een obstakel dat weg moet.

term-instrument = Instrument
term-instrument-text = Hulp die de gemeente inzet, zoals een training, een stage of een jobcoach.

term-totaaltraject = Totaaltraject
term-totaaltraject-text = Een vast pakket van instrumenten voor iedereen. Dat past zelden bij één mens.

term-nulmeting = Nulmeting
term-nulmeting-text = De eerste meting, vóórdat de hulp begint. Zonder nulmeting is later geen verandering te zien.

term-effectmeting = Individuele effectmeting
term-effectmeting-text = Bij één cliënt meten of er iets is veranderd. Het weegboek noemt dat verandering; of het door de hulp komt, is een andere vraag.

term-participatieladder = Participatieladder
term-participatieladder-text = Zes treden die laten zien hoe iemand meedoet: van geïsoleerd (1) tot betaald werk (6).

term-samen_beslissen = Samen Beslissen
term-samen_beslissen-text = Een manier om samen te kiezen: vertellen dat er een keuze is, de mogelijkheden bespreken, vragen wat iemand belangrijk vindt en dan beslissen.

term-ervaringsdeskundige = Ervaringsdeskundige
term-ervaringsdeskundige-text = Iemand die zelf heeft meegemaakt waar het over gaat, daarop heeft teruggekeken en ervoor is opgeleid.

term-ervaringsdrager = Ervaringsdrager
term-ervaringsdrager-text = Iemand die zelf heeft meegemaakt waar het over gaat, zonder opleiding daarvoor. Ook die kennis telt.

term-ervaringskennis = Ervaringskennis
term-ervaringskennis-text = Wat mensen weten doordat ze het zelf hebben meegemaakt.

term-tandem = Tandem
term-tandem-text = Een professional en een ervaringsdeskundige die samen een cliënt begeleiden.

term-clientondersteuner = Onafhankelijke cliëntondersteuner
term-clientondersteuner-text = Iemand die naast de cliënt staat en niet voor de gemeente beslist. De hulp is gratis.

term-maatwerkcoach = Maatwerkcoach
term-maatwerkcoach-text = Een collega die helpt als de gewone regels niet passen.

term-kwartiermaker = Kwartiermaker
term-kwartiermaker-text = Iemand die een nieuwe manier van werken op gang brengt.

term-casuistiekbespreking = Casuïstiekbespreking
term-casuistiekbespreking-text = Een gesprek waarin collega’s samen nadenken over één zaak.

term-community_of_practice = Community of Practice
term-community_of_practice-text = Een groep mensen uit verschillende gemeenten die van elkaars werk leert.

term-regie = Regie
term-regie-text = Wie de regie heeft, houdt het overzicht en is het eerste aanspreekpunt voor de cliënt.

term-warme_overdracht = Warme overdracht
term-warme_overdracht-text = De oude begeleider, de nieuwe begeleider en de cliënt praten samen vóór de wisseling. Zo hoeft de cliënt niet opnieuw te beginnen.

term-handhaving = Handhaving
term-handhaving-text = Nagaan of mensen zich aan de regels houden, bijvoorbeeld met een onderzoek of een huisbezoek.

term-beleidsruimte = Beleidsruimte
term-beleidsruimte-text = Wat de gemeente zelf mag kiezen binnen de wet.

term-hardheidsclausule = Hardheidsclausule
term-hardheidsclausule-text = Een regel die zegt dat u mag afwijken als de gevolgen te hard zijn.

term-dringende_redenen = Dringende redenen
term-dringende_redenen-text = Heel ernstige gevolgen voor iemand, waardoor een regel niet of anders wordt toegepast.

term-verordening = Verordening
term-verordening-text = Een regel die de gemeenteraad heeft vastgesteld.

term-ontheffing = Ontheffing
term-ontheffing-text = Toestemming om een plicht voor een tijd niet na te komen.

term-maatregel = Maatregel
term-maatregel-text = Een korting op de uitkering omdat iemand een plicht niet is nagekomen.

term-bundel = Bundel
term-bundel-text = Uitzonderingen die op elkaar lijken, bij elkaar gezet. Zo is te zien of een regel moet veranderen.

term-sociale_basis = Sociale basis
term-sociale_basis-text = Wat er in de buurt is om mee te doen en elkaar te helpen, zoals een buurthuis of een vereniging.

term-toetssessie = Toetssessie
term-toetssessie-text = Een gesprek waarin u bij elke stap vraagt: was dit echt de juiste stap?

term-leerherhaling = Leerherhaling
term-leerherhaling-text = Een zaak nog eens doorlopen. U ziet alleen wat toen bekend was, kiest zelf en ziet pas daarna wat er gebeurde.
