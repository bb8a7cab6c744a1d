//! Process analysis of the book's own dossiers, of imported trajectories, or of a log in a file.
//!
//! Dossiers and imported trajectories are people's lives: figures about them obey the norm of the
//! smallest group. A file that the reader holds already hides nothing from them. Words stay closed
//! throughout, and no analysis knows a person: actors are pseudonyms that only tell apart.

mod answer;
mod dossiers;
mod figures;
mod pictures;
mod xes;

pub use crate::exchange::xes::Limits as XesLimits;
pub use answer::{Answer, Cell, Table};
pub use dossiers::Which;
pub use pictures::{DotsPicture, GraphPicture, Words};
pub use xes::{Options as XesOptions, read_xes};

use super::error::Error;
use super::opening::Book;
use crate::base::{Day, Timestamp};
use crate::domain::codes::CatalogueKind;
pub use crate::practice::process::EventLog;
use crate::practice::process::declare::Rule;
pub use crate::practice::process::filter::{Filter, NotAFilter};
pub use crate::practice::process::hide::Norm;
use crate::practice::process::principles::{self, BuiltIn};
pub use crate::practice::process::rule::NotARule;
pub use crate::practice::process::variants::Coarse;
pub use crate::practice::process::{declare, principles::NOT_TESTABLE};

/// Whose view an overview is; decides how small a group may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// One team's own.
    Team,
    /// Policy's, over teams.
    Policy,
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

/// The answer to an analysis, with what the norm hides left out.
#[must_use]
pub fn analyse(log: &EventLog, analysis: &Analysis, norm: Norm) -> Answer {
    figures::of(log, analysis, norm)
}

/// Two cohorts beside each other.
#[must_use]
pub fn compare(one: &EventLog, other: &EventLog, norm: Norm) -> Answer {
    figures::comparison(one, other, norm)
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

impl Book {
    /// The smallest group an overview may show, by the norms of a day.
    ///
    /// # Errors
    /// [`Error::Store`] when the catalogues cannot be read.
    pub fn process_norm(&self, view: View, day: Day) -> Result<Norm, Error> {
        // Without a norm in the catalogue the one of the first edition holds.
        let (key, first) = match view {
            View::Team => ("kleinste_groep", 5),
            View::Policy => ("kleinste_groep_beleid", 10),
        };
        let number = self.norm_number(key, day)?;
        Ok(Norm(number.map_or(first, u64::from)))
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
