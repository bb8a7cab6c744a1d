# De woorden van het weegboek.

term-dossier = Dossier
term-dossier-text = Alles wat over één traject van één cliënt is vastgelegd. In gesprekken zegt u ook wel: de zaak.

term-decision = Besluit
term-decision-text = Een keuze die gevolgen heeft voor de cliënt, met wie het nam, wanneer en waarom.

term-weighing = Afweging
term-weighing-text = Wat u naast elkaar zette om tot een besluit te komen: principes, waarden, mogelijkheden en wat de cliënt wil.

term-justification = Verantwoording
term-justification-text = De uitleg waarom een besluit is genomen, zo geschreven dat anderen haar kunnen volgen.

term-principle_stance = Houding bij een principe
term-principle_stance-text = Of een besluit een principe toepast of het bewust opzijzet. Een principe dat er niet bij staat, heet ‘niet genoemd’.

term-triangle_verdict = Oordeel in de driehoek
term-triangle_verdict-text = Het antwoord op één vraag van de waardendriehoek: ja, nee of onduidelijk, met een reden. Onduidelijk is geen nee.

term-signal = Signaal
term-signal-text = Een vraag aan een collega omdat iets opvalt. Een signaal verandert niets aan een besluit of een uitkering.

term-finding = Bevinding
term-finding-text = Wat een toetser opvalt bij een stap: een sterk punt, een vraag of een tekort. Er kan antwoord op komen.

term-question = Vraag aan het weegboek
term-question-text = Een vaste vraag over veel zaken samen, zoals: hoe vaak had de cliënt echt iets te kiezen?

term-occurred_on = Gebeurd op
term-occurred_on-text = De dag waarop iets gebeurde, zoals een mens het zegt.

term-recorded_at = Vastgelegd op
term-recorded_at-text = Het moment waarop het weegboek het te weten kwam. Dat moment zet het weegboek er zelf bij.

term-facts = Feiten
term-facts-text = Codes, getallen en datums. Daarmee rekent het weegboek.

term-words = Woorden
term-words-text = Vrije tekst die iemand schreef of zei. Woorden zijn apart versleuteld en gaan alleen open voor wie ze mag lezen.

term-shielding = Afschermen
term-shielding-text = Gegevens verbergen op elke plek waar ze te zien waren. De lege stap en de datum blijven staan.

term-destruction = Vernietigen
term-destruction-text = De sleutel van gegevens weggooien, zodat niemand ze ooit nog kan lezen. Het bewijs dat er iets stond, blijft.

term-norm = Norm
term-norm-text = Een grens die de gemeente zelf instelt, zoals hoe lang er geen contact mag zijn. Oude zaken houden de norm van hun dag.

term-event = Gebeurtenis
term-event-text = Eén vastgelegde stap. Een gebeurtenis verandert nooit meer.

term-stream = Stroom
term-stream-text = De rij gebeurtenissen die bij elkaar horen, zoals alles van één dossier.

term-position = Positie
term-position-text = De plaats van een gebeurtenis in het hele weegboek, geteld vanaf 0, zonder gaten.

term-version = Versie
term-version-text = De plaats van een gebeurtenis in haar eigen stroom, geteld vanaf 0, zonder gaten.

term-expected_version = Verwachte versie
term-expected_version-text = Hoe een stroom er volgens u nu uitziet. Klopt dat niet, dan was iemand anders u voor en wordt er niets vastgelegd.

term-append = Toevoegen
term-append-text = Nieuwe gebeurtenissen achteraan in het weegboek zetten. Dat is de enige manier van schrijven.

term-segment = Segment
term-segment-text = Eén bestand met een deel van het weegboek. Een vol segment verandert niet meer.

term-record = Record
term-record-text = De bytes van één gebeurtenis op schijf: lengte, controlegetal, kop en verzegelde delen.

term-entry = Kop
term-entry-text = Het open deel van een record: plaats, soort, moment en controlegetallen, zonder inhoud. Het bewijs rust op deze koppen.

term-checkpoint = Controlepunt
term-checkpoint-text = Een ondertekende samenvatting van het hele weegboek tot een bepaalde plaats. Daarmee is te bewijzen dat er niets is veranderd.

term-bookmark = Bladwijzer
term-bookmark-text = Tot waar een overzicht het weegboek heeft gelezen.

term-subscription = Abonnement
term-subscription-text = Meelezen met nieuwe gebeurtenissen, zonder er één te missen of dubbel te krijgen.

term-upcast = Omzetten
term-upcast-text = Een oude vorm van een gebeurtenis lezen als de nieuwe vorm. De opgeslagen bytes veranderen niet.

term-projection = Overzicht
term-projection-text = Een samenvatting die het weegboek uitrekent uit de gebeurtenissen. U kunt een overzicht weggooien en opnieuw laten maken.
