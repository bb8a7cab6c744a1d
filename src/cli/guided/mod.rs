//! Guided questions: a form filled in one answer at a time.
//!
//! Owns the questions, their order, and the conversation. Never opens a book and never touches a
//! disk: it reads lines, writes lines, and asks a [`Judge`] what is wrong. Invariants:
//!
//! * G1: the questions follow from the answers so far alone, so that a draft resumes where it was
//!   left and going back undoes exactly one answer.
//! * G2: only answers to questions that are still asked end up in the form.
//! * G3: nothing is filled in for a person that was not shown to that person.

mod answer;
mod ask;
mod compose;
mod decision;
mod facts;
mod fields;
mod known;
mod possibilities;
mod session;

pub(super) use answer::Answers;
pub(super) use facts::Facts;
pub(super) use session::{Judge, Outcome, Session};

use crate::book::fields::{EventType, Line};
use crate::text::Texts;
use ask::Question;

/// Which questions are asked, and what form their answers make.
pub(super) struct Script<'a> {
    pub(super) texts: &'a Texts,
    pub(super) event: EventType,
    /// What was given as flags or as JSON; it is not asked again.
    pub(super) given: Line,
    pub(super) facts: Facts,
}

impl Script<'_> {
    /// The questions that follow from the answers so far, answered ones included.
    fn questions(&self, answers: &Answers) -> Vec<Question> {
        let mut asking = fields::Asking::new(self, answers);
        asking.beginning();
        match self.event {
            EventType::DecisionTaken | EventType::DecisionReconsidered => asking.weighing(),
            _ => asking.whole_form(),
        }
        asking.questions
    }

    /// The form that the answers make so far.
    fn form(&self, answers: &Answers) -> Line {
        let questions = self.questions(answers);
        let mut line = self.given.clone();
        compose::plain(&mut line, &questions, answers);
        match self.event {
            EventType::DecisionTaken | EventType::DecisionReconsidered => {
                compose::weighing(self, &mut line, &questions, answers);
            }
            _ => {}
        }
        line
    }
}
