//! The stock of sentences: plain Dutch (B1), respectful, without names and without numbers that
//! could be taken for somebody's.
//!
//! A text is one piece out of each of a few lists, so that few pieces give many texts.

pub(crate) use super::sentences::*;

use super::rng::Rng;

/// A text made of one piece out of each list.
pub(crate) fn text(rng: &mut Rng, lists: &[&[&str]]) -> String {
    let mut made = String::new();
    for list in lists {
        if !made.is_empty() {
            made.push(' ');
        }
        made.push_str(rng.pick(list));
    }
    made
}

pub(crate) const QUESTION: [&[&str]; 2] = [
    &[
        "Ik wil weer iets doen waar ik trots op ben.",
        "Ik zoek werk dat past bij mijn gezin.",
        "Ik wil niet meer de hele dag thuis zitten.",
        "Ik wil Nederlands leren op het werk.",
        "Mijn oude werk kan niet meer, wat kan ik wel?",
        "Ik wil mijn papieren halen.",
        "Ik wil weten wat er kan na mijn ziekte.",
        "Ik wil weer onder de mensen zijn.",
        "Ik wil voor mijn kinderen een voorbeeld zijn.",
        "Ik wil iets met mijn handen doen.",
    ],
    &[
        "Maar ik weet niet waar ik moet beginnen.",
        "Ik heb al veel geprobeerd.",
        "Daar heb ik hulp bij nodig.",
        "Het moet wel rustig opgebouwd worden.",
        "Ik wil graag dat iemand meedenkt.",
        "Ik wil zelf het tempo kiezen.",
    ],
];

pub(crate) const PURPOSE: [&[&str]; 2] = [
    &[
        "We zoeken samen naar een plek die bij u past.",
        "We kijken eerst wat u wilt en wat u kunt.",
        "We maken samen een plan, stap voor stap.",
        "We beginnen met wat nu het zwaarst weegt.",
        "We willen dat u straks zelf verder kunt.",
        "We zoeken uit welke hulp echt helpt.",
    ],
    &[
        "Na drie maanden kijken we of het helpt.",
        "U mag altijd zeggen dat het anders moet.",
        "Werk is een doel, maar niet het enige.",
        "Wat we afspreken, schrijven we op.",
        "U beslist mee over elke stap.",
    ],
];

pub(crate) const PERSPECTIVE: [&[&str]; 2] = [
    &[
        "Ik wil in een keuken werken.",
        "Ik wil later met kinderen werken.",
        "Ik wil fietsen maken.",
        "Ik wil in de zorg werken, bij oudere mensen.",
        "Ik wil een klein eigen bedrijf.",
        "Ik wil in het groen werken.",
        "Ik wil kleding maken en verkopen.",
        "Ik wil vrachtwagens laden en besturen.",
        "Ik wil mensen helpen die hetzelfde meemaakten.",
        "Ik wil met computers werken.",
        "Ik wil weer leren en een diploma halen.",
    ],
    &[
        "Dat wilde ik als kind al.",
        "Dan kom ik thuis met een verhaal.",
        "Als het maar een plek is waar ze op mij rekenen.",
        "Het hoeft niet morgen.",
        "Daar word ik rustig van.",
        "Dan hoor ik er weer bij.",
    ],
];

pub(crate) const MEANING: [&str; 8] = [
    "Dan heeft de dag zin.",
    "Ik wil iets teruggeven.",
    "Het geloof en de buurt houden mij op de been.",
    "Ik wil dat mijn kinderen trots zijn.",
    "Als ik iets maak, vergeet ik de zorgen.",
    "Ik wil nodig zijn voor iemand.",
    "Muziek is wat mij overeind houdt.",
    "Ik wil laten zien dat ik het kan.",
];

pub(crate) const SITUATION: [&[&str]; 2] = [
    &[
        "Het gaat redelijk.",
        "De cliënt regelt dit zelf.",
        "De cliënt maakt zich hier zorgen over.",
        "Dit is de laatste maanden beter geworden.",
        "Dit kost de cliënt veel kracht.",
        "Hier is al hulp bij.",
        "De cliënt praat hier liever niet te veel over.",
        "Dit gaat goed sinds de verhuizing.",
    ],
    &[
        "De cliënt ziet zelf wat er nodig is.",
        "Familie helpt waar het kan.",
        "Er is nog niemand die meedenkt.",
        "Het wisselt per week.",
        "Een vaste dag in de week helpt.",
        "De cliënt wil dit eerst op orde hebben.",
        "Rust helpt hier meer dan tempo.",
    ],
];

pub(crate) const TALENT: [&str; 10] = [
    "De cliënt houdt alles goed bij.",
    "De cliënt legt geduldig uit hoe iets werkt.",
    "De cliënt kan koken voor een grote groep.",
    "De cliënt spreekt drie talen.",
    "De cliënt is altijd op tijd.",
    "De cliënt maakt kapotte dingen weer heel.",
    "De cliënt stelt anderen snel op hun gemak.",
    "De cliënt heeft jaren in de bouw gewerkt.",
    "De cliënt zorgt goed voor anderen.",
    "De cliënt leert snel door te kijken.",
];

pub(crate) const OBSTACLE: [&str; 10] = [
    "Er gaat geen bus naar de vroege dienst.",
    "Er zijn schulden en veel brieven.",
    "De opvang voor de kinderen is nog niet geregeld.",
    "De cliënt slaapt slecht.",
    "Lezen en schrijven gaat moeilijk.",
    "De cliënt durft de telefoon niet op te nemen.",
    "Het huis is te klein voor het gezin.",
    "De knie houdt lang staan niet vol.",
    "De cliënt kent weinig mensen in de buurt.",
    "Elke brief van een instantie geeft spanning.",
];

pub(crate) const URGENT: [&[&str]; 2] = [
    &[
        "Er dreigt een ontruiming door huurschuld.",
        "De stroom wordt bijna afgesloten.",
        "Er is deze week geen geld voor eten.",
        "De cliënt slaapt bij kennissen op de bank.",
        "Een kind is ernstig ziek.",
        "Een deurwaarder heeft beslag gelegd.",
    ],
    &[
        "De cliënt kan nu aan niets anders denken.",
        "Eerst moet dit rustig worden.",
        "De cliënt vroeg zelf om hulp.",
        "Zoeken naar werk kan nu niet.",
    ],
];

pub(crate) const HELP: [&str; 8] = [
    "We bellen samen met de verhuurder en vragen een regeling.",
    "We vragen de voedselbank om een pakket voor deze maand.",
    "Schuldhulp maakt deze week een afspraak.",
    "Het buurtteam gaat mee naar het gesprek.",
    "We zetten de plichten even stil.",
    "We lezen samen de post, elke maandag.",
    "We vragen een voorschot aan.",
    "Een vrijwilliger gaat mee naar de huisarts.",
];

pub(crate) const ACTION: [&str; 8] = [
    "Elke week twee dagdelen werken.",
    "Op tijd op de leerplek zijn.",
    "Zelf een werkgever bellen.",
    "Twee keer in de week naar de les gaan.",
    "Elke dag naar buiten gaan.",
    "De post openen en bewaren.",
    "Om hulp vragen als iets niet lukt.",
    "Een dag meelopen en er verslag van doen.",
];

pub(crate) const BELIEF: [&str; 8] = [
    "De cliënt denkt: op mijn leeftijd nemen ze niemand aan.",
    "De cliënt denkt: als ik een fout maak, ben ik alles kwijt.",
    "De cliënt denkt: ik kan het wel, maar niemand vraagt het.",
    "De cliënt denkt: leren is niets voor mij.",
    "De cliënt denkt: eerst gezond, dan werk.",
    "De cliënt denkt: als het rustig begint, lukt het.",
    "De cliënt denkt: mijn gezin komt eerst.",
    "De cliënt denkt: ze geloven mij toch niet.",
];

pub(crate) const GOAL: [&[&str]; 2] = [
    &[
        "Over drie maanden werk ik drie ochtenden.",
        "Voor de zomer heb ik mijn eerste toets gehaald.",
        "Ik ken dan vijf mensen in de buurt bij naam.",
        "Ik heb een plek gevonden waar ik mag meelopen.",
        "Ik kan mijn eigen brieven lezen.",
        "Ik heb overzicht over mijn geld.",
        "Ik ben zes weken achter elkaar geweest.",
        "Ik weet wat ik wel en niet kan tillen.",
    ],
    &[
        "Dan zie ik dat het lukt.",
        "Daarna kijk ik verder.",
        "Dat is voor mij een grote stap.",
        "Ik wil dat zelf vertellen.",
        "Dat is niet te veel en niet te weinig.",
    ],
];

pub(crate) const NEAR_STEP: [&str; 8] = [
    "Deze week ga ik een keer kijken.",
    "Morgen bel ik zelf.",
    "Ik schrijf me in.",
    "Ik vraag het aan mijn zus.",
    "Ik zet de wekker en oefen de reis.",
    "Ik maak een lijst van wat ik kan.",
    "Ik lees samen met iemand de brief.",
    "Ik kom naar de open ochtend.",
];

pub(crate) const CLIENT_SAYS: [&[&str]; 2] = [
    &[
        "Dit helpt mij.",
        "Ik vind het spannend.",
        "Ik had het anders gedacht.",
        "Nu weet ik waar ik aan toe ben.",
        "Ik ben blij dat u luistert.",
        "Het ging sneller dan ik dacht.",
        "Ik heb er slecht van geslapen.",
        "Ik doe mee, maar rustig aan.",
        "Dit is precies wat ik zocht.",
        "Ik wil er nog over nadenken.",
    ],
    &[
        "Mijn buurvrouw zag het ook.",
        "Ik wil wel dat iemand mij belt.",
        "De vorige keer vroeg niemand dat.",
        "Ik durf nu meer te zeggen.",
        "De kinderen merken het ook.",
        "Ik wil het stap voor stap.",
        "Zo blijf ik zelf de baas.",
        "Als het niet lukt, zeg ik het.",
    ],
];

pub(crate) const NOTE: [&[&str]; 2] = [
    &[
        "We spraken over wat goed ging.",
        "De cliënt vertelde over de afgelopen weken.",
        "We keken terug op de afspraken.",
        "We liepen een rondje en praatten.",
        "De cliënt had zelf een lijst gemaakt.",
        "We belden kort.",
    ],
    &[
        "De volgende stap is duidelijk.",
        "Er is nog twijfel en dat mag.",
        "We spreken elkaar over vier weken.",
        "De cliënt neemt zelf contact op.",
        "Een deel van de afspraken schuift op.",
    ],
];
