//! A decision point: the shielded case as it stood just before a decision, and nothing else.

use serde::Serialize;
use serde_json::Value;

use super::error::LearnError;
use super::rounds::{LearningRound, RoundCase, Who};
use super::shield::Veil;
use super::telling::{ShownStep, Teller, put};
use crate::base::{Day, EventId, Position, Timestamp};
use crate::book::error::Error;
use crate::book::history::Story;
use crate::book::opening::Book;
use crate::domain::EventType;
use crate::print::Document;
use crate::text::Texts;

/// A decision point of a shielded case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scene {
    /// The name of the case in the round.
    pub case: String,
    /// Which decision point, from 1.
    pub point: usize,
    /// What was recorded before it.
    pub steps: Vec<ShownStep>,
    /// Where the case stands: labels and values.
    pub state: Vec<(String, String)>,
    /// The options that lie before the learner, in their own order.
    pub options: Vec<String>,
    /// All of it, to read or to print.
    pub document: Document,
}

/// Where a learner stands in a case.
pub(super) struct Point {
    /// Which decision point, from 1.
    pub(super) number: usize,
    /// The decision.
    pub(super) decision: EventId,
    /// Its place in the log: everything before it may be seen.
    pub(super) before: Position,
    /// The place of the decision after it.
    pub(super) next: Option<Position>,
}

impl Book {
    /// The case at a decision point, for a learner: at the first point that has no locked answer,
    /// or at an earlier one.
    ///
    /// # Errors
    /// [`LearnError::NotOpen`], [`LearnError::NoMorePoints`]; as [`Book::story`].
    pub fn learning_scene(
        &self,
        texts: &Texts,
        round: &LearningRound,
        case: &str,
        point: Option<usize>,
        learner: &Who,
    ) -> Result<Scene, Error> {
        let case = self.case_named(round, case)?;
        let point = self.open_point(round, &case, point, &learner.actor)?;
        let veil = self.veil(round, &case, &[])?;
        self.scene_at(texts, round, &case, &veil, point.number, Some(point.before))
    }

    /// The case at a decision point, for who guides a group: that person knows the case.
    ///
    /// # Errors
    /// [`LearnError::NotOpen`]; as [`Book::story`].
    pub fn guided_scene(
        &self,
        texts: &Texts,
        round: &LearningRound,
        case: &str,
        point: usize,
    ) -> Result<Scene, Error> {
        let case = self.case_named(round, case)?;
        let point = self.point(&case, point)?;
        let veil = self.veil(round, &case, &[])?;
        self.scene_at(texts, round, &case, &veil, point.number, Some(point.before))
    }

    /// The shielded text of a whole dossier, for who confirms it before it enters a set; with the
    /// words that would go besides.
    ///
    /// # Errors
    /// As [`Book::story`].
    pub fn shielded_preview(
        &self,
        texts: &Texts,
        round: &LearningRound,
        number: &str,
        extra: &[String],
    ) -> Result<Scene, Error> {
        let case = self.case_of(round, number.trim())?;
        let veil = self.veil(round, &case, extra)?;
        self.scene_at(texts, round, &case, &veil, 0, None)
    }

    /// A shielded case of a set, as far as the log goes, for who reviews it.
    ///
    /// # Errors
    /// As [`Book::story`].
    pub fn shielded_case(
        &self,
        texts: &Texts,
        round: &LearningRound,
        case: &str,
    ) -> Result<Scene, Error> {
        let case = self.case_named(round, case)?;
        let veil = self.veil(round, &case, &[])?;
        self.scene_at(texts, round, &case, &veil, 0, None)
    }

    /// The shielded case as far as the log goes, as the decision point after its last decision.
    /// What a learner sees at a point is this, of a log that ended there.
    ///
    /// # Errors
    /// As [`Book::story`].
    pub fn scene_at_the_end(
        &self,
        texts: &Texts,
        round: &LearningRound,
        number: &str,
    ) -> Result<Scene, Error> {
        let case = self.case_of(round, number)?;
        let veil = self.veil(round, &case, &[])?;
        let point = self.decisions(number)?.len() + 1;
        self.scene_at(texts, round, &case, &veil, point, None)
    }

    /// As [`Book::guided_scene`], of a dossier by its number, in a set or not.
    ///
    /// # Errors
    /// [`LearnError::NotOpen`]; as [`Book::story`].
    pub fn scene_of_dossier(
        &self,
        texts: &Texts,
        round: &LearningRound,
        number: &str,
        point: usize,
    ) -> Result<Scene, Error> {
        let case = self.case_of(round, number)?;
        let point = self.point(&case, point)?;
        let veil = self.veil(round, &case, &[])?;
        self.scene_at(texts, round, &case, &veil, point.number, Some(point.before))
    }

    /// A decision point of a case.
    pub(super) fn point(&self, case: &RoundCase, number: usize) -> Result<Point, Error> {
        let decisions = self.decisions(&case.number)?;
        let at = |number: usize| number.checked_sub(1).and_then(|place| decisions.get(place));
        let (decision, before) = at(number).ok_or(LearnError::NotOpen(number))?;
        Ok(Point {
            number,
            decision: *decision,
            before: *before,
            next: at(number + 1).map(|(_, position)| *position),
        })
    }

    /// The point that a learner asks for, or the first without a locked answer. A point that is not
    /// there and one that is not open yet are told in the same words: how many there are is part of
    /// what is to come.
    pub(super) fn open_point(
        &self,
        round: &LearningRound,
        case: &RoundCase,
        wanted: Option<usize>,
        learner: &str,
    ) -> Result<Point, Error> {
        let locked = self.locked_points(round, case, learner)?;
        let open = locked + 1;
        match wanted {
            Some(number) if number > open || number == 0 => Err(LearnError::NotOpen(number).into()),
            Some(number) => self.point(case, number),
            None => self
                .point(case, open)
                .map_err(|_| LearnError::NoMorePoints.into()),
        }
    }

    pub(super) fn scene_at(
        &self,
        texts: &Texts,
        round: &LearningRound,
        case: &RoundCase,
        veil: &Veil,
        point: usize,
        before: Option<Position>,
    ) -> Result<Scene, Error> {
        let story = self.knowable(&case.number, before)?;
        Ok(veil.over(texts, &story, |teller| {
            scene(teller, round, &case.name, point, &story)
        }))
    }
}

fn scene(
    teller: &Teller<'_>,
    round: &LearningRound,
    case: &str,
    point: usize,
    story: &Story,
) -> Scene {
    let texts = teller.texts;
    let steps: Vec<ShownStep> = story.steps.iter().map(|step| teller.step(step)).collect();
    let state = state(teller, story);
    let options = options(&steps);
    let title = match point {
        0 => texts.with("learn-preview-title", &[("case", case.into())]),
        _ => texts.with(
            "learn-scene-title",
            &[("case", case.into()), ("point", point.into())],
        ),
    };
    let last = story
        .steps
        .iter()
        .map(|step| step.recorded.common.occurred_on)
        .max();
    let mut document = Document::new(title, texts.lang().code(), made_on(teller, last));
    document.subtitle = round.goal.clone();
    document.footer.text = texts.get("learn-footer").into_owned();
    document.footer.pages = texts.get("learn-footer-pages").into_owned();
    document.paragraph(texts.get("learn-masked"));
    document.heading(1, texts.get("learn-state"));
    document.facts(state.iter().cloned());
    document.heading(1, texts.get("learn-story"));
    put(&mut document, &steps);
    if point > 0 {
        document.heading(1, texts.get("learn-now"));
        document.paragraph(texts.get("learn-now-text"));
        let lies = if options.is_empty() {
            "learn-now-nothing"
        } else {
            "learn-now-options"
        };
        document.paragraph(texts.get(lies));
        document.list(options.iter().map(String::as_str));
    }
    Scene {
        case: case.to_owned(),
        point,
        steps,
        state,
        options,
        document,
    }
}

/// The day that stands on a document: that of the last step, moved.
pub(super) fn made_on(teller: &Teller<'_>, last: Option<Day>) -> Day {
    let moved = last.and_then(|day| teller.forms.day(day));
    moved.unwrap_or_else(|| Timestamp(0).day())
}

/// Where the case stands after the last step that is shown.
fn state(teller: &Teller<'_>, story: &Story) -> Vec<(String, String)> {
    let texts = teller.texts;
    let standing = story.standing();
    let mut rows = Vec::new();
    let mut row = |key: &str, value: String| {
        rows.push((texts.get(&format!("learn-state-{key}")).into_owned(), value));
    };
    let lead = standing.lead.map(|lead| {
        let (number, role) = teller.forms.cast.person(&lead);
        teller.forms.show.person(number, role)
    });
    let none = || texts.get("learn-state-none").into_owned();
    row("lead", lead.unwrap_or_else(none));
    let steps = |numbers: &[usize]| {
        let named: Vec<String> = numbers
            .iter()
            .filter_map(|number| story.steps.get(number.checked_sub(1)?))
            .map(|step| teller.forms.show.step(&step.recorded.id.to_string()))
            .collect();
        if named.is_empty() {
            none()
        } else {
            texts.list(&named)
        }
    };
    row("instruments", steps(&standing.instruments));
    row("goals", steps(&standing.goals));
    row("decisions", steps(&standing.decisions));
    let promises: Vec<usize> = story
        .state()
        .promises
        .iter()
        .map(|promise| promise.step)
        .collect();
    row("promises", steps(&promises));
    rows
}

/// What the last options that were put forward say, with their numbers.
fn options(steps: &[ShownStep]) -> Vec<String> {
    let presented = EventType::OptionsPresented.name();
    let last = steps.iter().rev().find(|step| step.event == presented);
    let options = last
        .and_then(|step| step.data.get("options"))
        .and_then(Value::as_array);
    options
        .into_iter()
        .flatten()
        .zip(1..)
        .map(|(option, number)| {
            let said = option.get("option").and_then(Value::as_str);
            format!("{number}: {}", said.unwrap_or("–"))
        })
        .collect()
}
