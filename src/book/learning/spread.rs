//! What learners chose, taken together: per situation, never per person and never of a few.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::rounds::LearningRound;
use crate::base::EventId;
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::domain::Event;
use crate::domain::codes::{DecisionKind, Stage};
use crate::practice::masking::Kind;
use crate::print::{Column, Document, Table};
use crate::text::Texts;

/// From how many people on something is told, when no norm says so.
pub(super) const LEAST_PEOPLE: usize = 5;

/// What learners chose in one situation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Situation {
    /// The key of the situation, masked; the decision point when it has none.
    pub situation: String,
    /// How many people answered; none when they are too few to tell.
    pub people: Option<usize>,
    /// Kinds of decision with how many people chose them; kinds of too few are joined.
    pub choices: Vec<(String, usize)>,
    /// How many chose the kind that was decided.
    pub same: Option<usize>,
    /// Stages with how many people whose mind they changed.
    pub changed_by: Vec<(String, usize)>,
}

#[derive(Debug, Default)]
struct Gathered {
    choices: BTreeMap<String, DecisionKind>,
    same: BTreeSet<String>,
    changed_by: BTreeMap<String, Stage>,
}

impl Book {
    /// The spread of the choices in a round, in the alphabetical order of the situations.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn learning_spread(
        &self,
        texts: &Texts,
        round: &LearningRound,
    ) -> Result<(Vec<Situation>, Document), Error> {
        let norm = self.group_norm()?;
        let mut found: BTreeMap<String, Gathered> = BTreeMap::new();
        for name in self.learning_cases(round)? {
            let case = self.case_named(round, &name)?;
            let story = self.knowable(&case.number, None)?;
            let veil = self.veil(round, &case, &[])?;
            let named: BTreeMap<EventId, (String, DecisionKind)> =
                veil.over(texts, &story, |teller| {
                    let decisions = story.steps.iter().filter_map(|step| {
                        let Event::DecisionTaken(taken) = &step.recorded.event else {
                            return None;
                        };
                        Some((step.recorded.id, taken))
                    });
                    decisions
                        .zip(1_usize..)
                        .map(|((id, taken), point)| {
                            let mask = |kind: Kind| teller.forms.show.kind(kind);
                            let key = taken.situation_key.as_ref();
                            let key = key.map(|key| teller.forms.masker.key(&key.0, &mask));
                            let values = [("case", name.as_str().into()), ("point", point.into())];
                            let title = || texts.with("learn-scene-title", &values).into_owned();
                            (id, (key.unwrap_or_else(title), taken.kind))
                        })
                        .collect()
                });
            for (recorded, answer) in self.answers(round, &case)? {
                let Some((situation, decided)) = named.get(&answer.stop.0) else {
                    continue;
                };
                let gathered = found.entry(situation.clone()).or_default();
                // One person counts once in a situation, by the first answer.
                let actor = recorded.common.actor.0.clone();
                if let std::collections::btree_map::Entry::Vacant(vacant) =
                    gathered.choices.entry(actor.clone())
                {
                    vacant.insert(answer.choice_kind);
                    if answer.choice_kind == *decided {
                        gathered.same.insert(actor);
                    }
                }
            }
            for recorded in self.learning_events(&case)? {
                let Event::ReplayCompleted(done) = &recorded.event else {
                    continue;
                };
                let of_round = done
                    .round
                    .as_ref()
                    .is_some_and(|code| code.0 == round.round);
                if let (true, Some(stage), Some((situation, _))) =
                    (of_round, done.changed_by, named.get(&done.stop.0))
                {
                    let gathered = found.entry(situation.clone()).or_default();
                    let changed = gathered.changed_by.entry(done.learner.0.clone());
                    changed.or_insert(stage);
                }
            }
        }
        let situations: Vec<Situation> = found
            .into_iter()
            .map(|(situation, gathered)| told(texts, situation, &gathered, norm))
            .collect();
        let document = document(texts, round, &situations, norm, self.now().day());
        Ok((situations, document))
    }
}

fn told(texts: &Texts, situation: String, gathered: &Gathered, norm: usize) -> Situation {
    let people = gathered.choices.len();
    if people < norm.max(1) {
        return Situation {
            situation,
            people: None,
            choices: Vec::new(),
            same: None,
            changed_by: Vec::new(),
        };
    }
    let choices = gathered
        .choices
        .values()
        .map(|kind| texts.code("decision_kind", kind.code()).into_owned());
    let stages = gathered
        .changed_by
        .values()
        .map(|stage| texts.code("stage", stage.code()).into_owned());
    // A count that leaves fewer than the norm on one side of it would tell of those few.
    let same = gathered.same.len();
    let safe = |count: usize| norm <= 1 || (count >= cell(norm) && people - count >= cell(norm));
    let changed = if gathered.changed_by.len() >= norm {
        counted(texts, stages, norm)
    } else {
        Vec::new()
    };
    Situation {
        situation,
        people: Some(people),
        choices: counted(texts, choices, norm),
        same: Some(same).filter(|count| safe(*count)),
        changed_by: changed,
    }
}

/// The least count that is told by itself.
fn cell(norm: usize) -> usize {
    norm.min(3)
}

/// How often each occurs, the most frequent first; what occurs too seldom is joined.
fn counted(
    texts: &Texts,
    values: impl Iterator<Item = String>,
    norm: usize,
) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let (mut told, few): (Vec<_>, Vec<_>) = counts
        .into_iter()
        .partition(|(_, count)| *count >= cell(norm));
    told.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    let joined: usize = few.iter().map(|(_, count)| count).sum();
    // That all chose the same tells what each of them chose.
    if few.is_empty() && told.len() == 1 && norm > 1 {
        return Vec::new();
    }
    // One kind alone that is too small would be told by what is left of the whole.
    if joined > 0 && (few.len() == 1 || joined < cell(norm)) {
        told.pop();
        return told;
    }
    if joined > 0 {
        told.push((texts.get("learn-other-choices").into_owned(), joined));
    }
    told
}

fn document(
    texts: &Texts,
    round: &LearningRound,
    situations: &[Situation],
    norm: usize,
    made_on: crate::base::Day,
) -> Document {
    let values = [("round", round.round.as_str().into())];
    let title = texts.with("learn-spread-title", &values);
    let mut document = Document::new(title, texts.lang().code(), made_on);
    document.subtitle = round.goal.clone();
    document.footer.text = texts.get("learn-footer").into_owned();
    document.footer.pages = texts.get("learn-footer-pages").into_owned();
    document.paragraph(texts.get("learn-spread-text"));
    if situations.is_empty() {
        document.paragraph(texts.get("learn-spread-nothing"));
    }
    for one in situations {
        document.heading(2, one.situation.clone());
        let Some(people) = one.people else {
            let values = [("norm", norm.max(1).into())];
            document.paragraph(texts.with("learn-too-few", &values));
            continue;
        };
        document.paragraph(texts.with("learn-spread-people", &[("count", people.into())]));
        if let Some(same) = one.same {
            let values = [("count", same.into()), ("of", people.into())];
            document.paragraph(texts.with("learn-spread-same", &values));
        }
        for (key, counts) in [
            ("learn-compare-kind", &one.choices),
            ("learn-changed-by", &one.changed_by),
        ] {
            if counts.is_empty() {
                continue;
            }
            document.table(Table {
                caption: None,
                columns: vec![
                    Column::left(texts.get(key)),
                    Column::right(texts.get("learn-count")),
                ],
                rows: counts
                    .iter()
                    .map(|(what, count)| vec![what.clone(), count.to_string()])
                    .collect(),
                notes: Vec::new(),
            });
        }
    }
    document.remark(texts.get("learn-spread-note"));
    document
}
