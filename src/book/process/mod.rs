//! Process analysis of the book's own dossiers, of imported trajectories, or of a log in a file.
//!
//! Dossiers and imported trajectories are people's lives: figures about them pass disclosure
//! control. A file that the reader holds already hides nothing from them. Words stay closed
//! throughout, and no analysis knows a person: actors are pseudonyms that only tell apart.

mod answer;
mod cohorts;
mod dossiers;
mod figures;
mod pictures;
mod sets;
mod sheet;
mod xes;

pub use crate::exchange::xes::Limits as XesLimits;
pub use answer::{Answer, Cell, Table};
pub use dossiers::Which;
pub use pictures::{DotsPicture, GraphPicture, Words};
pub use xes::{Options as XesOptions, read_xes};

use super::asking::{Audience, Rules};
use super::disclosing::{Asking, Found, short};
use super::error::Error;
use super::history::{AsKnown, KnownAt};
use super::opening::Book;
use crate::base::{Day, Timestamp};
use crate::domain::codes::CatalogueKind;
pub use crate::practice::process::EventLog;
use crate::practice::process::declare::Rule;
pub use crate::practice::process::filter::{Filter, NotAFilter};
use crate::practice::process::principles::{self, BuiltIn};
pub use crate::practice::process::rule::NotARule;
pub use crate::practice::process::variants::Coarse;
pub use crate::practice::process::{declare, principles::NOT_TESTABLE};

/// The note that nothing of the book was held back, because the norm is 1: not to be shared.
pub const NO_CONTROL: &str = "no-control";

/// Which cases of the book an analysis is about, and for whom it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Dossiers or imported trajectories.
    pub which: Which,
    /// As known at this moment; else as known now.
    pub known_at: Option<Timestamp>,
    /// The choice of cases.
    pub filter: Filter,
    /// Whether kinds of decision, conversation and measurement are activities of their own.
    pub kinds: bool,
    /// For whom it is.
    pub audience: Audience,
}

/// What is asked about them.
#[derive(Debug, Clone, Copy)]
pub enum Wanted<'a> {
    /// An analysis.
    Analysis(&'a Analysis),
    /// Two choices beside each other.
    Compared {
        /// The first.
        one: &'a Filter,
        /// The second.
        other: &'a Filter,
        /// The log from which the second is chosen, when it is one from a file.
        with: Option<&'a EventLog>,
    },
}

/// An answer that may be shown, with the cases that it is about, which may not.
#[derive(Debug, Clone)]
pub struct Told {
    /// What may be shown.
    pub answer: Answer,
    /// The cases.
    pub log: EventLog,
    /// Fewest cases that something may rest on.
    pub least: usize,
}

/// One analysis.
#[derive(Debug, Clone, PartialEq)]
pub enum Analysis {
    /// The log in numbers.
    Statistics,
    /// The directly-follows graph.
    Graph,
    /// Variants.
    Variants(Coarse),
    /// How long cases took.
    Durations,
    /// Time between steps; between these two when they are given.
    Waiting(Option<(String, String)>),
    /// The same activity again.
    Rework,
    /// From team to team.
    Handover,
    /// Rules, each with its key or its text; `list` names the cases that violate them.
    Rules {
        /// The rules.
        rules: Vec<NamedRule>,
        /// Whether the cases that violate them are named; only where nothing is hidden.
        list: bool,
    },
}

/// A rule with the name it is shown under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedRule {
    /// Its key among the built-in rules; `None` for one that somebody wrote.
    pub key: Option<&'static str>,
    /// The principle it belongs to.
    pub principle: Option<&'static str>,
    /// The rule.
    pub rule: Rule,
}

/// A rule that somebody wrote.
///
/// # Errors
/// [`NotARule`] says why the text is none.
pub fn rule(text: &str) -> Result<NamedRule, NotARule> {
    Ok(NamedRule {
        key: None,
        principle: None,
        rule: text.parse()?,
    })
}

/// The answer to an analysis of a log that its reader holds: nothing is held back.
#[must_use]
pub fn analyse(log: &EventLog, analysis: &Analysis) -> Answer {
    open(figures::of(log, analysis, &Rules::of(1)))
}

/// Two cohorts of logs that their reader holds beside each other.
#[must_use]
pub fn compare(one: &EventLog, other: &EventLog) -> Answer {
    open(cohorts::comparison(one, other, true, &Rules::of(1)))
}

fn open(sheet: sheet::Sheet) -> Answer {
    sheet.told(&crate::practice::disclosure::Released::default())
}

/// The log with kinds of decision, conversation and measurement left out of the names, so that
/// an activity is a type of event.
#[must_use]
pub fn by_type(log: &EventLog) -> EventLog {
    log.renamed(&|name| Some(name.split('(').next().unwrap_or(name).to_owned()))
}

/// The moment at which a day begins for days that are counted without hours.
fn moment_of(day: Day) -> Timestamp {
    Timestamp(i64::from(day.since_epoch()) * 86_400_000_000)
}

/// The short name of what is asked.
fn name(wanted: Wanted<'_>) -> &'static str {
    match wanted {
        Wanted::Analysis(analysis) => figures::name(analysis),
        Wanted::Compared { .. } => "compare",
    }
}

/// What is asked, without the log of a file.
struct Named<'a>(Wanted<'a>);

impl std::fmt::Debug for Named<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Wanted::Analysis(analysis) => write!(f, "{analysis:?}"),
            Wanted::Compared { one, other, with } => {
                write!(f, "{one:?} {other:?} {}", with.is_some())
            }
        }
    }
}

impl Book {
    /// What the book may tell of its cases; it is remembered before it comes back.
    ///
    /// # Errors
    /// [`Error::Store`] when the book cannot be read, [`Error::Ask`] when the memory of given
    /// answers cannot be used.
    pub fn process(
        &self,
        asked: &Asked,
        wanted: Wanted<'_>,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Told, Error> {
        let day = asked.known_at.unwrap_or_else(|| self.now()).day();
        let rules = self.disclosure_rules(asked.audience, day)?;
        let what = format!("{wanted:?}", wanted = Named(wanted));
        let known_at = asked.known_at.map(|moment| moment.to_string());
        let series = short(&[
            "process",
            &what,
            &format!("{:?} {:?} {}", asked.which, asked.filter, asked.kinds),
            known_at.as_deref().unwrap_or_default(),
            &rules.norm.to_string(),
        ]);
        let filter = &asked.filter;
        let (from, until) = (filter.from.map(|day| day.to_string()), filter.until);
        let until = until.map(|day| day.to_string());
        let chosen = [&filter.team, &filter.municipality, &from, &until];
        let mut label = format!("process {}", name(wanted));
        for more in chosen.into_iter().flatten() {
            label = format!("{label} {more}");
        }
        let asking = Asking {
            rules,
            series,
            label: label.into(),
            may_be_earlier: asked.known_at.is_none(),
        };
        let told = self.disclose(&asking, &mut |then| {
            let moment = then.map(|(moment, _)| moment).or(asked.known_at);
            let as_known = AsKnown {
                known_at: moment.map(KnownAt::Time),
                valid_on: None,
            };
            let (log, known_at) = self.process_cases(&asked.which, as_known, progress)?;
            let log = if asked.kinds { log } else { by_type(&log) };
            let log = if filter.is_empty() {
                log
            } else {
                filter.of(&log)
            };
            let mut sheet = match wanted {
                Wanted::Analysis(analysis) => figures::of(&log, analysis, &asking.rules),
                Wanted::Compared { one, other, with } => {
                    let second = other.of(with.unwrap_or(&log));
                    cohorts::comparison(&one.of(&log), &second, with.is_some(), &asking.rules)
                }
            };
            let figures = sheet.take_figures();
            let counts = sheet.take_counts();
            Ok(Found {
                content: (log, sheet),
                figures,
                counts,
                known_at: known_at.unwrap_or_else(|| self.now()),
                on_day: day,
            })
        })?;
        let (log, sheet) = told.content;
        let mut answer = sheet.told(&told.released);
        if asking.rules.open() {
            answer.notes.push(NO_CONTROL);
        }
        if told.as_known.is_some() {
            answer.notes.push("as-known");
        }
        Ok(Told {
            answer,
            log,
            least: asking.rules.least(),
        })
    }

    /// The smallest group that an overview may show, by the norms of a day.
    ///
    /// # Errors
    /// [`Error::Store`] when the catalogues cannot be read.
    pub fn process_norm(&self, audience: Audience, day: Day) -> Result<u32, Error> {
        Ok(self.disclosure_rules(audience, day)?.norm)
    }

    /// The built-in rules, their windows by the norms of a day.
    ///
    /// # Errors
    /// [`Error::Store`] when the catalogues cannot be read.
    pub fn process_rules(&self, day: Day) -> Result<Vec<NamedRule>, Error> {
        let mut norms = std::collections::HashMap::new();
        for one in principles::rules(&|_| None) {
            if let Some((key, _)) = one.norm {
                norms.insert(key, self.norm_number(key, day)?);
            }
        }
        let rules = principles::rules(&|key| norms.get(key).copied().flatten());
        let named = |one: BuiltIn| NamedRule {
            key: Some(one.key),
            principle: one.principle,
            rule: one.rule,
        };
        Ok(rules.into_iter().map(named).collect())
    }

    /// A norm that is a whole number of something; `None` when there is none.
    fn norm_number(&self, key: &str, day: Day) -> Result<Option<u32>, Error> {
        let catalogues = self.catalogues()?;
        let entry = catalogues.entry(CatalogueKind::Norms, key, day);
        let number = entry.and_then(|entry| entry.number.as_ref());
        // A fraction counts as the whole number above it: the stricter reading.
        Ok(number.and_then(|number| format!("{:.0}", number.0.ceil()).parse().ok()))
    }
}
