//! Learning in a group: the steps of a session for who guides it, and what is kept of it: the
//! insight, how many people with which role, and nobody's name.

use serde::Serialize;
use serde_json::{Value, json};

use super::rounds::{LearningRound, Who};
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::book::record::{Receipt, Recording};
use crate::domain::EventType;
use crate::domain::codes::SessionForm;
use crate::print::Document;
use crate::text::Texts;

/// What happens in a step of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// People talk, ask or write.
    Work,
    /// The case up to the decision is read.
    Case,
    /// What was decided, and what followed, is told; not before this step.
    Reveal,
}

/// One step of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GuideStep {
    /// Its number, from 1.
    pub number: usize,
    /// What it is called.
    pub title: String,
    /// What who guides says and does.
    pub text: String,
    /// Minutes it takes.
    pub minutes: u32,
    /// What happens in it.
    pub moment: Moment,
}

/// The steps of a session and the roles in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Guide {
    /// Code of the form.
    pub form: &'static str,
    /// The steps.
    pub steps: Vec<GuideStep>,
    /// The role cards: a name and what that person does.
    pub roles: Vec<(String, String)>,
    /// All of it, to read or to print.
    pub document: Document,
}

/// What is kept of a session.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    /// Code of the form.
    pub form: String,
    /// How many people with which role: codes and counts.
    pub present: Vec<(String, u64)>,
    /// Minutes it took.
    pub minutes: Option<u64>,
    /// What the group learned.
    pub insight: String,
    /// What will be done with it.
    pub follow_up: Option<String>,
    /// Day on which the group meets again.
    pub next_on: Option<String>,
}

/// Keys of the steps of a form, with their minutes.
fn steps(form: SessionForm) -> &'static [(&'static str, u32, Moment)] {
    match form {
        SessionForm::Incident => &[
            ("start", 5, Moment::Work),
            ("case", 10, Moment::Case),
            ("questions", 15, Moment::Work),
            ("write", 10, Moment::Work),
            ("round", 20, Moment::Work),
            ("advice", 10, Moment::Work),
            ("reveal", 10, Moment::Reveal),
            ("insight", 10, Moment::Work),
        ],
        SessionForm::Balint => &[
            ("start", 5, Moment::Work),
            ("case", 10, Moment::Case),
            ("silence", 2, Moment::Work),
            ("associate", 10, Moment::Work),
            ("questions", 10, Moment::Work),
            ("feel", 10, Moment::Work),
            ("write", 5, Moment::Work),
            ("round", 15, Moment::Work),
            ("bringer", 5, Moment::Work),
            ("reveal", 10, Moment::Reveal),
            ("insight", 8, Moment::Work),
        ],
        SessionForm::Dilemma => &[
            ("start", 5, Moment::Work),
            ("case", 10, Moment::Case),
            ("questions", 10, Moment::Work),
            ("dilemma", 10, Moment::Work),
            ("perspectives", 20, Moment::Work),
            ("alternatives", 10, Moment::Work),
            ("write", 5, Moment::Work),
            ("round", 10, Moment::Work),
            ("reveal", 5, Moment::Reveal),
            ("insight", 5, Moment::Work),
        ],
        SessionForm::Free => &[
            ("start", 5, Moment::Work),
            ("case", 10, Moment::Case),
            ("write", 5, Moment::Work),
            ("round", 20, Moment::Work),
            ("reveal", 10, Moment::Reveal),
            ("insight", 10, Moment::Work),
        ],
    }
}

/// Keys of the role cards.
const ROLES: [&str; 5] = ["guide", "bringer", "thinker", "experience", "time"];

impl Guide {
    /// The guide of a form of session.
    #[must_use]
    pub fn new(texts: &Texts, form: SessionForm, made_on: crate::base::Day) -> Self {
        let told = steps(form).iter().zip(1..);
        let steps: Vec<GuideStep> = told
            .map(|((key, minutes, moment), number)| GuideStep {
                number,
                title: texts.get(&format!("learn-step-{key}")).into_owned(),
                text: texts.get(&format!("learn-step-{key}-text")).into_owned(),
                minutes: *minutes,
                moment: *moment,
            })
            .collect();
        let roles: Vec<(String, String)> = ROLES
            .iter()
            .map(|key| {
                let name = texts.get(&format!("learn-role-{key}")).into_owned();
                let text = texts.get(&format!("learn-role-{key}-text")).into_owned();
                (name, text)
            })
            .collect();
        let label = texts.code("session_form", form.code());
        let title = texts.with("learn-session-title", &[("form", label.into())]);
        let mut document = Document::new(title, texts.lang().code(), made_on);
        document.footer.text = texts.get("learn-footer").into_owned();
        document.footer.pages = texts.get("learn-footer-pages").into_owned();
        document.paragraph(texts.get("learn-session-text"));
        document.heading(1, texts.get("learn-roles"));
        document.facts(roles.iter().cloned());
        document.heading(1, texts.get("learn-steps"));
        for step in &steps {
            let values = [
                ("number", step.number.to_string().into()),
                ("title", step.title.as_str().into()),
                ("minutes", step.minutes.into()),
            ];
            document.heading(3, texts.with("learn-step-head", &values));
            document.paragraph(step.text.clone());
        }
        Self {
            form: form.code(),
            steps,
            roles,
            document,
        }
    }
}

impl Book {
    /// Records that a session was held.
    ///
    /// # Errors
    /// As [`Book::record`].
    pub fn record_session(
        &self,
        round: &LearningRound,
        held: &Held,
        who: &Who,
    ) -> Result<Receipt, Error> {
        round.is_open()?;
        let present: Vec<Value> = held
            .present
            .iter()
            .map(|(role, count)| json!({ "role": role, "count": count }))
            .collect();
        let mut data = json!({
            "round": round.round,
            "form": held.form,
            "present": present,
            "insight": held.insight,
        });
        if let Some(minutes) = held.minutes {
            data["minutes"] = Value::from(minutes);
        }
        if let Some(text) = &held.follow_up {
            data["follow_up"] = Value::from(text.as_str());
        }
        if let Some(day) = &held.next_on {
            data["next_on"] = Value::from(day.as_str());
        }
        let municipality = Some(round.municipality.as_str());
        let line = self.learning_line(EventType::SessionHeld, None, municipality, who, data);
        self.record(&line, &Recording::default())
    }
}
