//! The shielding of one case in one round: its key, the shift of its days, and the words that go.

use std::collections::HashMap;

use super::rounds::{LearningRound, RoundCase};
use super::telling::Teller;
use crate::book::error::Error;
use crate::book::fields::common;
use crate::book::form::dossier_name;
use crate::book::history::Story;
use crate::book::opening::Book;
use crate::domain::codes::CatalogueKind;
use crate::domain::events::registry::StreamKind;
use crate::domain::{Catalogues, Event};
use crate::practice::masking::{
    AmountClass, Dictionary, Forms, Gathered, Kind, Masker, Show, weeks,
};
use crate::store::Opening;
use crate::text::{Texts, Value as Fill};

/// The shielding of one case in one round.
#[derive(Debug, Clone)]
pub(super) struct Veil {
    weeks: i32,
    extra: Vec<String>,
    dictionary: Dictionary,
    names: HashMap<(&'static str, String), (String, Option<String>)>,
}

impl Book {
    /// The confirmations of shielding of a dossier, in the order of recording: the full name of the
    /// round, and the words that must go besides.
    pub(super) fn confirmations(&self, number: &str) -> Result<Vec<(String, Vec<String>)>, Error> {
        let category = StreamKind::Case.category();
        let id = self.store.stream(category, &dossier_name(number))?.id;
        let stream = Self::dossier_stream(StreamKind::Audit, id);
        let mut found = Vec::new();
        for recorded in self.store.read_stream(stream, Opening::Words)? {
            if let Event::ShieldingConfirmed(confirmed) = &recorded.event {
                let round = format!(
                    "{}\u{1f}{}",
                    recorded.common.municipality.0, confirmed.round.0
                );
                let extra = confirmed.extra.iter().filter_map(|words| words.open());
                found.push((round, extra.map(str::to_owned).collect()));
            }
        }
        Ok(found)
    }

    /// The shielding of a case in a round; `more` are words that somebody wants to try.
    pub(super) fn veil(
        &self,
        round: &LearningRound,
        case: &RoundCase,
        more: &[String],
    ) -> Result<Veil, Error> {
        let confirmations = self.confirmations(&case.number)?;
        let own = round.full_name();
        let shift = |name: &str, taken: &[i32]| -> Result<i32, Error> {
            let key = self
                .store
                .round_id(name, &format!("weeks {}", case.first))?;
            Ok(weeks(&key, taken))
        };
        // Each round took the shift that was free when its shielding was first confirmed.
        let mut before: Vec<&str> = Vec::new();
        for (name, _) in &confirmations {
            if *name == own {
                break;
            }
            if !before.contains(&name.as_str()) {
                before.push(name);
            }
        }
        let mut taken = Vec::new();
        for name in before {
            let weeks = shift(name, &taken)?;
            taken.push(weeks);
        }
        let mut extra: Vec<String> = more.to_vec();
        for (name, words) in &confirmations {
            if *name == own {
                extra.extend(words.iter().cloned());
            }
        }
        let catalogues = self.catalogues()?;
        // Without the words nothing may be shown: what is not masked would pass for masked.
        let words = self.edition_on(CatalogueKind::ShieldedWords, self.now().day())?;
        let dictionary = Dictionary::of(&words);
        Ok(Veil {
            weeks: shift(&own, &taken)?,
            extra,
            dictionary,
            names: own_names(&catalogues),
        })
    }
}

/// Names of what stands in the first editions, which came with the program and name nobody. Later
/// editions are a municipality's own, and may be of a later day than what is shown.
fn own_names(catalogues: &Catalogues) -> HashMap<(&'static str, String), (String, Option<String>)> {
    let mut names = HashMap::new();
    let kinds = [
        CatalogueKind::Principles,
        CatalogueKind::Instruments,
        CatalogueKind::LegalSources,
    ];
    for kind in kinds {
        let first = catalogues
            .editions()
            .map(|(_, edition)| edition)
            .find(|edition| edition.catalogue == kind);
        for entry in first.into_iter().flat_map(|edition| &edition.entries) {
            let english = entry.name_en.as_ref().map(|name| name.0.clone());
            names.insert(
                (kind.code(), entry.key.0.clone()),
                (entry.name.0.clone(), english),
            );
        }
    }
    names
}

/// Writes what is masked, in one language.
struct Shown<'a> {
    texts: &'a Texts,
    veil: &'a Veil,
    steps: HashMap<String, (usize, &'static str)>,
}

impl Show for Shown<'_> {
    fn kind(&self, kind: Kind) -> String {
        self.texts
            .get(&format!("mask-{}", kind.code()))
            .into_owned()
    }

    fn person(&self, number: usize, role: Option<&str>) -> String {
        let Some(role) = role else {
            let letter = letters(number);
            return self
                .texts
                .with("mask-person", &[("letter", letter.into())])
                .into_owned();
        };
        let label = self.texts.code("role", role).into_owned();
        if role == "CL" {
            return label;
        }
        format!("{label} {}", letters(number))
    }

    fn step(&self, id: &str) -> String {
        match self.steps.get(id) {
            Some((number, event)) => {
                let values: [(&str, Fill<'_>); 2] = [
                    ("number", number.to_string().into()),
                    ("label", self.texts.event(event).into()),
                ];
                self.texts.with("learn-step", &values).into_owned()
            }
            None => self.texts.get("learn-step-elsewhere").into_owned(),
        }
    }

    fn case(&self) -> String {
        self.texts.get("learn-this-case").into_owned()
    }

    fn amount(&self, class: AmountClass) -> String {
        let amount = |euros: i64| self.texts.amount(euros.saturating_mul(100));
        match (class.from, class.below) {
            (Some(from), Some(below)) => {
                let values = [
                    ("from", amount(from).into()),
                    ("below", amount(below).into()),
                ];
                self.texts.with("mask-amount", &values).into_owned()
            }
            (Some(from), None) => {
                let values = [("from", amount(from).into())];
                self.texts.with("mask-amount-from", &values).into_owned()
            }
            _ => self.texts.get("mask-amount-below").into_owned(),
        }
    }

    fn named(&self, field: &str, key: &str) -> Option<String> {
        let kind = match field {
            "principle" => CatalogueKind::Principles,
            "instrument" => CatalogueKind::Instruments,
            "regulation" | "sources" => CatalogueKind::LegalSources,
            _ => return None,
        };
        let (dutch, english) = self.veil.names.get(&(kind.code(), key.to_owned()))?;
        let english = english
            .as_ref()
            .filter(|_| self.texts.lang() == crate::text::Lang::English);
        let name = english.unwrap_or(dutch);
        Some(match kind {
            CatalogueKind::Principles => format!("{key} {name}"),
            _ => name.clone(),
        })
    }
}

/// `A` for the first, `B` for the second; after `Z` comes `AA`.
fn letters(number: usize) -> String {
    let mut rest = number.max(1) - 1;
    let mut name = String::new();
    loop {
        let letter = u8::try_from(rest % 26).unwrap_or(0);
        name.insert(0, char::from(b'A' + letter));
        if rest < 26 {
            return name;
        }
        rest = rest / 26 - 1;
    }
}

impl Veil {
    /// Does something with a story whose every word, name, day and number is masked.
    pub(super) fn over<T>(
        &self,
        texts: &Texts,
        story: &Story,
        work: impl FnOnce(&Teller<'_>) -> T,
    ) -> T {
        let mut gathered = Gathered::default();
        let shared = common();
        for step in &story.steps {
            let specs = step.recorded.event.event_type().fields();
            gathered.form(&shared, &step.common, &self.dictionary);
            gathered.form(&specs, &step.data, &self.dictionary);
        }
        let mut own = gathered.own;
        own.add(&story.number, Kind::Number, &self.dictionary);
        for words in &self.extra {
            own.add(words, Kind::Name, &self.dictionary);
        }
        let seen = gathered.texts.iter().map(String::as_str);
        let masker = Masker::new(&self.dictionary, own, seen);
        let steps = story.steps.iter().map(|step| {
            let event = step.recorded.event.event_type().name();
            (step.recorded.id.to_string(), (step.number, event))
        });
        let shown = Shown {
            texts,
            veil: self,
            steps: steps.collect(),
        };
        let forms = Forms {
            masker: &masker,
            show: &shown,
            cast: &gathered.cast,
            weeks: self.weeks,
        };
        work(&Teller {
            texts,
            forms: &forms,
        })
    }
}
