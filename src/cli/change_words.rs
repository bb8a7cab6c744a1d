//! How measures, values and figures of change are said to a person.

use std::sync::Arc;

use super::lens::spaced;
use crate::base::Day;
use crate::book::change::{Change, LADDER_KEY, Measure, NoIndex, Origin, Period, Point, Series};
use crate::book::fields::{CatalogueKind, Catalogues};
use crate::text::{Lang, Texts};

/// What is needed to say it.
pub(super) struct Words<'a> {
    /// The texts.
    pub(super) texts: &'a Texts,
    catalogues: Arc<Catalogues>,
}

impl<'a> Words<'a> {
    pub(super) fn new(texts: &'a Texts, catalogues: Arc<Catalogues>) -> Self {
        Self { texts, catalogues }
    }

    /// The name of a measure: its own, that of a life domain or need, or its key.
    pub(super) fn measure(&self, what: &str) -> String {
        let keys = ["change-measure-", "code-life_domain-", "code-need-"];
        let mut found = keys
            .iter()
            .map(|key| self.texts.find(&format!("{key}{what}"), &[]));
        let named = found.find_map(|text| text);
        let name = named.map_or_else(|| spaced(what), std::borrow::Cow::into_owned);
        let mut letters = name.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        first.unwrap_or_default() + letters.as_str()
    }

    /// The name of an instrument on a day.
    pub(super) fn instrument(&self, key: &str, day: Day) -> String {
        let entry = self.catalogues.entry(CatalogueKind::Instruments, key, day);
        entry.map_or_else(
            || spaced(key),
            |entry| match (self.texts.lang(), &entry.name_en) {
                (Lang::English, Some(name)) => name.0.clone(),
                _ => entry.name.0.clone(),
            },
        )
    }

    /// A number with at most so many decimals.
    pub(super) fn rounded(&self, number: f64, digits: u8) -> String {
        let factor = 10_f64.powi(i32::from(digits));
        let rounded = (number * factor).round() / factor;
        // Minus zero is zero.
        self.texts.decimal(rounded + 0.0, 0)
    }

    /// The levels of a scale with their own words, lowest first; no words for an unknown scale.
    pub(super) fn levels(&self, what: &str, scale: &str) -> Vec<(f64, String)> {
        let ends = scale
            .split_once('-')
            .map(|(low, high)| (low.parse::<u8>(), high.parse::<u8>()));
        let Some((Ok(low), Ok(high))) = ends else {
            return Vec::new();
        };
        if low >= high || high - low > 10 {
            return [low, high]
                .map(|end| (f64::from(end), end.to_string()))
                .into();
        }
        (low..=high)
            .map(|level| {
                let word = self.word(what, scale, f64::from(level));
                let text =
                    word.map_or_else(|| level.to_string(), |word| format!("{word} · {level}"));
                (f64::from(level), text)
            })
            .collect()
    }

    fn word(&self, what: &str, scale: &str, value: f64) -> Option<String> {
        let name = if what == LADDER_KEY {
            LADDER_KEY
        } else {
            scale
        };
        let number = self.rounded(value, 2);
        let word = self
            .texts
            .find(&format!("change-word-{name}-{number}"), &[]);
        word.map(std::borrow::Cow::into_owned)
    }

    /// A value with the word of its scale.
    pub(super) fn value(&self, what: &str, point: &Point) -> String {
        let number = self.rounded(point.value, 2);
        match self.word(what, &point.scale, point.value) {
            Some(word) => format!("{number} ({word})"),
            None => number,
        }
    }

    /// One measurement in a line: the day, the value, who measured.
    pub(super) fn point(&self, point: &Point) -> String {
        let value = self.rounded(point.value, 2);
        let by = match (point.by, point.origin) {
            (Some(by), _) => self.texts.code("source", by.code()),
            (None, Origin::Picture) => self.texts.get("change-from-picture"),
            (None, Origin::Closing) => self.texts.get("change-from-closing"),
            (None, _) => self.texts.get("change-from-opening"),
        };
        let moment = self.texts.code("measure_moment", point.moment.code());
        let values = [
            ("day", self.texts.day(point.day).into()),
            ("value", value.into()),
            ("moment", moment.into()),
            ("by", by.into()),
        ];
        self.texts.with("change-point", &values).into_owned()
    }

    /// What there is to say about a measure, without any figures.
    pub(super) fn sentences(&self, measure: &Measure) -> Vec<String> {
        let series = &measure.series;
        let mut all = vec![match series.change() {
            Ok(change) => self.change(series, &change),
            Err(why) => self
                .texts
                .get(&format!("change-{}", why.key()))
                .into_owned(),
        }];
        if series.baseline().is_none() {
            let stated = series
                .points
                .iter()
                .rev()
                .find_map(|point| point.stated_earlier);
            if let Some(stated) = stated {
                let value = self.rounded(stated, 2);
                let text = self.texts.with("change-stated", &[("value", value.into())]);
                all.push(text.into_owned());
            }
        }
        if series.change().is_ok_and(|change| change.by_others()) {
            all.push(self.texts.get("change-by-others").into_owned());
        }
        all.extend(self.explanations(series));
        all
    }

    fn change(&self, series: &Series, change: &Change<'_>) -> String {
        let amount = change.amount();
        let key = match amount {
            up if up > 0.0 => "change-up",
            down if down < 0.0 => "change-down",
            _ => "change-same",
        };
        let values = [
            ("from", self.value(&series.what, change.from).into()),
            ("since", self.texts.day(change.from.day).into()),
            ("to", self.value(&series.what, change.to).into()),
            ("until", self.texts.day(change.to.day).into()),
            ("amount", self.rounded(amount.abs(), 2).into()),
        ];
        self.texts.with(key, &values).into_owned()
    }

    /// What else may explain a change, each once.
    pub(super) fn explanations(&self, series: &Series) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for words in series
            .points
            .iter()
            .filter_map(|point| point.other_explanations.as_ref())
        {
            let text = match words.open() {
                Some(text) => text.to_owned(),
                None => self.texts.get("change-explanation-closed").into_owned(),
            };
            let text = self
                .texts
                .with("change-explanation", &[("text", text.into())]);
            if !all.iter().any(|one| *one == text) {
                all.push(text.into_owned());
            }
        }
        all
    }

    /// The name of the time of an instrument.
    pub(super) fn during(&self, period: &Period) -> String {
        let name = self.instrument(&period.instrument, period.started);
        let text = self
            .texts
            .with("change-during", &[("instrument", name.into())]);
        text.into_owned()
    }

    /// Why there is no figure.
    fn refused(&self, why: NoIndex) -> String {
        let (before, after) = match why {
            NoIndex::TooFew { before, after } => (before, after),
            _ => (0, 0),
        };
        let values = [("before", before.into()), ("after", after.into())];
        self.texts
            .with(&format!("change-refused-{}", why.key()), &values)
            .into_owned()
    }

    /// The figures, for who works with them.
    pub(super) fn figures(&self, measure: &Measure) -> Vec<String> {
        let number = |value: f64| crate::text::Value::from(self.rounded(value, 3));
        let mut all = Vec::new();
        match &measure.indices {
            Some(Ok(found)) => {
                let nap = &found.nap;
                let mut values = vec![
                    ("before", found.sizes.0.into()),
                    ("after", found.sizes.1.into()),
                    ("nap", number(nap.value)),
                    ("low", number(nap.interval.low)),
                    ("high", number(nap.interval.high)),
                    ("tau", number(found.tau)),
                    ("tauU", number(found.tau_u)),
                    ("tauBC", number(found.tau_bc)),
                ];
                let rest = [
                    ("pnd", found.pnd),
                    ("pem", found.pem),
                    ("pand", found.pand),
                    ("ird", found.ird),
                ];
                values.extend(rest.map(|(name, value)| (name, number(value))));
                for key in [
                    "change-figures-sizes",
                    "change-figures-overlap",
                    "change-figures-tau",
                    "change-figures-rest",
                ] {
                    all.push(self.texts.with(key, &values).into_owned());
                }
                if let Ok(found) = &found.randomised {
                    let values = [
                        ("count", found.as_large.into()),
                        ("all", found.possible.into()),
                        ("smallest", number(found.smallest_p)),
                    ];
                    all.push(
                        self.texts
                            .with("change-figures-starts", &values)
                            .into_owned(),
                    );
                }
                let note = |key: &str| self.texts.get(&format!("change-note-{key}")).into_owned();
                all.extend(found.notes.iter().map(|one| note(one.key())));
            }
            Some(Err(why)) => all.push(self.refused(*why)),
            None => all.push(self.texts.get("change-refused-no-instrument").into_owned()),
        }
        match &measure.reliable {
            Some(Ok(found)) => {
                let values = [
                    ("index", number(found.index)),
                    ("smallest", number(found.smallest)),
                ];
                all.push(
                    self.texts
                        .with("change-figures-reliable", &values)
                        .into_owned(),
                );
            }
            Some(Err(why)) => all.push(self.refused(*why)),
            None => {}
        }
        all
    }
}
