//! More of the stock of sentences: about choices, decisions and looking back.

pub(crate) const TOPIC: [&str; 6] = [
    "Welke stap past nu bij u?",
    "Hoe wilt u ervaring opdoen?",
    "Wat heeft nu de meeste waarde voor u?",
    "Hoe komt u het beste verder met leren?",
    "Welke hulp wilt u erbij?",
    "Waar wilt u beginnen?",
];

pub(crate) const OPTION: [&str; 12] = [
    "Meelopen op een plek die u zelf kiest.",
    "Vrijwilligerswerk met begeleiding.",
    "Een korte taaltraining.",
    "Een leerplek, drie dagen in de week.",
    "Gesprekken met een jobcoach.",
    "Een groep met mensen die hetzelfde meemaken.",
    "Hulp bij schulden en geld.",
    "Een cursus met een diploma.",
    "Een proefplaatsing in de buurt.",
    "Oefenen met solliciteren.",
    "Een bijdrage voor het vervoer.",
    "Eerst alle post en geldzaken op orde.",
];

pub(crate) const PROS: [&str; 8] = [
    "U kunt snel beginnen.",
    "Het is dicht bij huis.",
    "U leert iets dat blijft.",
    "U kiest zelf de dagen.",
    "U bent onder de mensen.",
    "Er is iemand die u helpt.",
    "Het past bij wat u later wilt.",
    "U kunt stoppen als het niet gaat.",
];

pub(crate) const CONS: [&str; 8] = [
    "Het levert nog geen geld op.",
    "De reis is lang.",
    "Er is een wachtlijst.",
    "Het is nieuw en dus spannend.",
    "Het duurt langer.",
    "U moet vroeg op.",
    "Het kost veel kracht in de eerste weken.",
    "Er is weinig plek voor eigen inbreng.",
];

pub(crate) const SUBJECT: [&[&str]; 2] = [
    &[
        "U begint met wat u zelf koos,",
        "We zetten de eerste stap,",
        "U krijgt de hulp die we bespraken,",
        "We gaan verder met het plan,",
        "U probeert het eerst op kleine schaal,",
    ],
    &[
        "met begeleiding.",
        "twee dagdelen in de week.",
        "voor drie maanden.",
        "en daarna kijken we samen opnieuw.",
        "op een plek in de buurt.",
        "zonder dat uw uitkering verandert.",
    ],
];

pub(crate) const WHY: [&[&str]; 4] = [
    &[
        "U wilt weer meedoen op een plek die bij u past.",
        "U wilt rust, zodat u daarna verder kunt.",
        "U wilt leren en daarna werk vinden dat blijft.",
        "U wilt zelf kiezen en stap voor stap groeien.",
        "U wilt dat uw gezin er ook beter van wordt.",
        "U wilt laten zien wat u kunt.",
        "U wilt minder zorgen over geld en post.",
        "U wilt weer mensen ontmoeten.",
    ],
    &[
        "Daarom kiezen we voor deze stap.",
        "Praten alleen hielp niet genoeg.",
        "Deze hulp sluit aan op uw plan.",
        "Iets duurders is nu niet nodig.",
        "Niets doen maakt de zorgen groter.",
        "Eerder ging het te snel.",
        "We hebben geleerd van de vorige keer.",
        "Andere keuzes pasten minder goed.",
    ],
    &[
        "De wet geeft hier ruimte voor.",
        "Het kost minder dan een half jaar wachten.",
        "U koos dit uit meer mogelijkheden.",
        "Het past bij wat u goed kunt.",
        "Er is een plek en iemand die meekijkt.",
        "U zei dat u het aandurft.",
        "Uw vertrouwen in eigen kunnen kan zo groeien.",
    ],
    &[
        "Over drie maanden kijken we of het helpt.",
        "Als het niet lukt, passen we het aan.",
        "We meten samen of er iets verandert.",
        "U kunt altijd zeggen dat het anders moet.",
        "We spreken elkaar elke maand.",
        "Daarna beslist u opnieuw mee.",
    ],
];

pub(crate) const REASON: [&[&str]; 2] = [
    &[
        "Dit sluit aan op wat u wilt.",
        "U koos zelf.",
        "U begint met wat u goed kunt.",
        "Eerst moet er rust komen.",
        "Niet iedereen hoeft hetzelfde te doen.",
        "We hebben gekeken naar wat eerder hielp.",
        "Zo blijft het vol te houden.",
        "Dit past bij uw situatie.",
    ],
    &[
        "Dat hebben we samen besproken.",
        "Het staat ook in uw eigen plan.",
        "We kijken op tijd of het klopt.",
        "Dat weegt hier het zwaarst.",
        "Daar is iedereen het over eens.",
        "We leggen het zo vast.",
    ],
];

pub(crate) const WHY_NOT: [&str; 8] = [
    "Dat is nu een te grote stap.",
    "Dat kost veel en voegt weinig toe.",
    "U gaf zelf aan dit niet te willen.",
    "Er is nu geen plek.",
    "Dat helpt niet bij wat u nu dwarszit.",
    "De wet geeft daar geen ruimte voor.",
    "Dat duurt te lang.",
    "U wilt niet langer thuiszitten.",
];

pub(crate) const GROUND: [&str; 6] = [
    "Niemand vroeg mij waarom ik niet kwam.",
    "Dit is geen stap naar wat ik wil.",
    "De brief kwam pas na de afspraak.",
    "Ik was bij mijn zieke kind.",
    "Ik heb wel gebeld, maar het staat er niet bij.",
    "Ik kreeg maar één keuze.",
];

pub(crate) const REQUEST: [&str; 5] = [
    "We vragen u te komen voor een gesprek.",
    "We vragen u papieren over uw woning te sturen.",
    "We vragen u te vertellen waarom u er niet was.",
    "We vragen u een plan te ondertekenen.",
    "We vragen u een afspraak te maken.",
];

pub(crate) const LEARNED: [&str; 8] = [
    "De cliënt hielp een nieuwe collega op weg.",
    "De cliënt belde zelf met een werkgever.",
    "De cliënt was vier weken achter elkaar op tijd.",
    "De cliënt loste een ruzie rustig op.",
    "De cliënt las zelf de brief voor.",
    "De cliënt vroeg om hulp toen het moeilijk werd.",
    "De cliënt maakte iets af dat bleef liggen.",
    "De cliënt reisde voor het eerst alleen.",
];

pub(crate) const RESULT: [&str; 8] = [
    "De cliënt is bijna elke keer geweest.",
    "Het gaat vooruit, in kleine stappen.",
    "Er is nog weinig verandering.",
    "De cliënt doet nu meer zelf.",
    "De plek past goed.",
    "De reis blijft lastig, het werk gaat goed.",
    "De cliënt kreeg een compliment van de werkgever.",
    "Het doel is gehaald, eerder dan gedacht.",
];

pub(crate) const EXPERIENCE: [&[&str]; 2] = [
    &[
        "Dit is geen onwil, dit is schaamte.",
        "Wie in paniek is, opent geen post.",
        "Hij wil wel, maar hij moet eerst wennen.",
        "Zij vraagt niet om hulp omdat dat eerder misging.",
        "Een vast gezicht helpt meer dan een nieuw plan.",
        "De vraag achter de vraag gaat over eenzaamheid.",
    ],
    &[
        "Bel eerst en schrijf daarna.",
        "Vraag wat er gebeurde voor u besluit.",
        "Geef het een paar weken.",
        "Ga samen een keer kijken.",
        "Begin met iets dat zeker lukt.",
    ],
];

pub(crate) const FINDING: [&str; 8] = [
    "De cliënt kreeg echte keuzes en tijd om te denken.",
    "De grens van het instrument was al voorbij.",
    "De reden staat er, maar niet wat het moest opleveren.",
    "Eerst bellen en dan schrijven: zo hoort het.",
    "De woorden van de cliënt ontbreken.",
    "Het besluit is voor een buitenstaander goed te volgen.",
    "Waarom viel de andere keuze af?",
    "De stap kwam op het juiste moment.",
];

pub(crate) const ANSWER: [&str; 6] = [
    "Dat klopt, dat is ons werk en niet dat van de cliënt.",
    "Wij zien het deels anders: er was haast.",
    "Eens, we bespreken dit in het team.",
    "We hebben de cliënt inmiddels gebeld.",
    "De reden stond in een later gesprek.",
    "We passen de afspraak aan.",
];

pub(crate) const INSIGHT: [&str; 6] = [
    "Ik zocht een oplossing, de cliënt zocht tijd.",
    "Ik had te snel gekozen.",
    "Ik had hetzelfde gedaan, om een andere reden.",
    "De brief vertelde meer dan het gesprek.",
    "Ik miste de stem van de cliënt.",
    "Wachten was hier ook een besluit.",
];

pub(crate) const HINDRANCE: [&[&str]; 2] = [
    &[
        "Het systeem laat geen uitzondering toe.",
        "Wij doen dat hier altijd zo.",
        "Het budget voor kleine uitgaven is op.",
        "De brief is te moeilijk geschreven.",
        "Twee afdelingen weten niet van elkaar.",
        "Ik dacht dat leren met een uitkering niet kan.",
    ],
    &[
        "Daardoor wacht de cliënt langer.",
        "Daardoor haakt iemand af.",
        "Daardoor kost het meer dan nodig.",
        "Daardoor durft niemand ja te zeggen.",
    ],
];
