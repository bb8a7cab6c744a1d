//! What the questions may lean on: the day, the person, the catalogues, and the dossier so far.

use serde_json::Value;

use super::ask::Choice;
use crate::base::Day;
use crate::book::fields::CatalogueKind;
use crate::book::{AsKnown, Book, Error};
use crate::text::{Lang, Texts};

/// A step of the dossier, as a question may offer it.
#[derive(Debug, Clone)]
pub(super) struct Earlier {
    pub(super) number: usize,
    pub(super) event: &'static str,
    pub(super) label: String,
    pub(super) data: Value,
}

/// What the questions may lean on.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Facts {
    pub(super) today: Day,
    pub(super) municipality_known: bool,
    pub(super) principles: Vec<Choice>,
    pub(super) principle_texts: Vec<String>,
    pub(super) law: Vec<Choice>,
    pub(super) instruments: Vec<Choice>,
    pub(super) steps: Vec<Earlier>,
}

impl Facts {
    /// Gathers what a book knows; a dossier that is not there yet has no steps.
    pub(in crate::cli) fn gather(
        book: &Book,
        texts: &Texts,
        dossier: Option<&str>,
        day: Day,
    ) -> Result<Self, Error> {
        let named = |kind| -> Result<Vec<Choice>, Error> {
            let entries = book.catalogue(kind, day)?.into_iter();
            Ok(entries
                .map(|entry| {
                    let english = entry.name_en.filter(|_| texts.lang() == Lang::English);
                    Choice {
                        value: entry.key.0,
                        label: english.unwrap_or(entry.name).0,
                    }
                })
                .collect())
        };
        let principle_texts = book.catalogue(CatalogueKind::Principles, day)?;
        Ok(Self {
            today: book.now().day(),
            municipality_known: !book.config().municipality.is_empty(),
            principles: named(CatalogueKind::Principles)?
                .into_iter()
                .map(|choice| Choice {
                    label: format!("{} {}", choice.value, choice.label),
                    value: choice.value,
                })
                .collect(),
            principle_texts: principle_texts
                .into_iter()
                .filter_map(|entry| Some(format!("{} {}", entry.key.0, entry.text?.0)))
                .collect(),
            law: named(CatalogueKind::LegalSources)?,
            instruments: named(CatalogueKind::Instruments)?,
            steps: steps(book, texts, dossier)?,
        })
    }

    /// The steps of a type, the latest first.
    pub(super) fn of_type<'f>(&'f self, event: &'f str) -> impl Iterator<Item = &'f Earlier> {
        self.steps
            .iter()
            .rev()
            .filter(move |step| step.event == event)
    }

    /// Who has the lead now, by the latest step that says so.
    pub(super) fn lead(&self) -> Option<&str> {
        let mut steps = self.steps.iter().rev();
        steps.find_map(|step| match step.event {
            "trajectory_opened" | "lead_assigned" => step.data["lead"].as_str(),
            "case_handed_over" => step.data["to"].as_str(),
            _ => None,
        })
    }

    /// The steps that a field which names a step most likely means, the latest first.
    pub(super) fn likely(&self, field: &str) -> Vec<Choice> {
        let event = match field {
            "instrument" => "instrument_started",
            "goal" => "goal_set",
            "decision" => "decision_taken",
            "contest" => "decision_contested",
            "finding" => "finding_recorded",
            "obstacle" => "urgent_obstacle_reported",
            "options" | "set" => "options_presented",
            "perspective" => "experience_perspective_given",
            "measurement" | "last_measurement" => "effect_measured",
            _ => "",
        };
        let choice = |step: &Earlier| Choice {
            value: format!("#{}", step.number),
            label: step.label.clone(),
        };
        if event.is_empty() {
            return self.steps.iter().rev().take(5).map(choice).collect();
        }
        self.of_type(event).take(5).map(choice).collect()
    }
}

fn steps(book: &Book, texts: &Texts, dossier: Option<&str>) -> Result<Vec<Earlier>, Error> {
    let Some(number) = dossier else {
        return Ok(Vec::new());
    };
    let story = match book.story(number, AsKnown::default()) {
        Ok(story) => story,
        Err(Error::NoSuchDossier { .. }) => return Ok(Vec::new()),
        Err(other) => return Err(other),
    };
    let steps = story.steps.into_iter().map(|step| {
        let event = step.recorded.event.event_type().name();
        let day = texts.day(step.recorded.common.occurred_on);
        Earlier {
            number: step.number,
            event,
            label: format!("{} ({day})", texts.event(event)),
            data: step.data,
        }
    });
    Ok(steps.collect())
}
