//! *Mijn verhaal*: what a client reads of their own dossier (Q50, Q51, Q52).
//!
//! Everything that was written about the client is in it, with their own words beside it, in
//! plain language. Who wrote is told by role, never by code. How colleagues looked back on their
//! own work is told in one sentence: that it was done and what came out, not who judged whom.

mod decisions;
mod promises;
mod rights;
mod steps;
mod teller;

use self::teller::Teller;
use super::error::Error;
use super::history::{AsKnown, KnownAt, Story};
use super::opening::Book;
use crate::domain::EventType;
use crate::domain::events::registry::StreamKind;
use crate::print::{Document, Footer};
use crate::text::Texts;

impl Book {
    /// The client's story, for a screen, a printer or a program, in the language of the texts.
    ///
    /// # Errors
    /// [`Error::NoSuchDossier`] when nothing was recorded under this number by then;
    /// [`Error::Store`] when it cannot be read or does not open.
    pub fn own_story(
        &self,
        number: &str,
        as_known: AsKnown,
        texts: &Texts,
    ) -> Result<Document, Error> {
        let story = self.story(number, as_known)?;
        let today = match as_known.known_at {
            Some(KnownAt::Time(moment)) => moment.day(),
            _ => self.now().day(),
        };
        let teller = Teller::new(texts, self.catalogues()?, &story, today);
        Ok(document(&teller))
    }
}

fn document(teller: &Teller<'_>) -> Document {
    let (texts, story) = (teller.texts, teller.story);
    let mut out = Document::new(teller.say("title"), texts.lang().code(), teller.today);
    let place = teller.municipality();
    let of = [
        ("number", story.number.as_str().into()),
        ("place", place.as_str().into()),
    ];
    out.subtitle = Some(teller.with("subtitle", &of));
    let day = texts.day(teller.today);
    out.footer = Footer {
        text: teller.with(
            "foot",
            &[
                ("number", story.number.as_str().into()),
                ("day", day.into()),
            ],
        ),
        pages: teller.with(
            "pages",
            &[("page", "{page}".into()), ("pages", "{pages}".into())],
        ),
    };
    begin(teller, &mut out);
    decisions::tell(teller, &mut out);
    promises::tell(teller, &mut out);
    steps::tell(teller, &mut out);
    looking_back(teller, &mut out);
    rights::tell(teller, &mut out);
    rights::words(teller, &mut out);
    out
}

/// What this is, as of when, and the trajectory in a few lines.
fn begin(teller: &Teller<'_>, out: &mut Document) {
    let (texts, story) = (teller.texts, teller.story);
    out.paragraph(teller.say("intro"));
    match story.as_known.known_at {
        Some(KnownAt::Time(moment)) => {
            let moment = texts.moment(moment);
            out.paragraph(teller.with("known-at", &[("moment", moment.into())]));
        }
        Some(KnownAt::Position(_)) => {
            out.paragraph(teller.say("known-then"));
        }
        None => {}
    }
    if let Some(day) = story.as_known.valid_on {
        out.paragraph(teller.with("valid-on", &[("day", texts.day(day).into())]));
    }
    if story.steps.iter().any(|step| !step.shielded.is_empty()) {
        out.paragraph(teller.say("some-shielded"));
    }
    if story.imported {
        out.paragraph(teller.say("imported"));
    }
    out.heading(1, teller.say("short"));
    let mut facts: Vec<(String, String)> = Vec::new();
    let opened = teller.last(EventType::TrajectoryOpened);
    if let Some(step) = opened {
        facts.push((teller.say("since"), teller.day_of(step)));
        facts.push((teller.say("question"), teller.field(step, "question")));
        facts.push((teller.say("purpose"), teller.field(step, "purpose")));
    }
    if let Some(step) = teller.last(EventType::FuturePerspectiveVoiced) {
        facts.push((teller.say("perspective"), teller.field(step, "words")));
    }
    if let Some(lead) = story.dossier.lead_on(teller.last_day()) {
        facts.push((teller.say("lead"), teller.person(&lead.0)));
    }
    let decisions = teller.of(EventType::DecisionTaken).count();
    let count = teller.with("decisions-count", &[("count", decisions.into())]);
    facts.push((teller.say("decisions"), count));
    if let Some(step) = teller.last(EventType::TrajectoryClosed) {
        facts.push((teller.say("closed"), teller.day_of(step)));
        facts.push((teller.say("closed-with"), teller.field(step, "places")));
        facts.push((
            teller.say("closed-words"),
            teller.field(step, "client_account"),
        ));
    }
    out.facts(facts.into_iter().filter(|(_, value)| !value.is_empty()));
}

/// That colleagues looked back on their own work, and what came out.
fn looking_back(teller: &Teller<'_>, out: &mut Document) {
    let lines: Vec<String> = teller
        .story
        .steps
        .iter()
        .filter_map(|step| teller.looked_back(step))
        .collect();
    if lines.is_empty() {
        return;
    }
    out.heading(1, teller.say("back"));
    out.paragraph(teller.say("back-text"));
    out.list(lines);
}

/// Whether a step is about the work of professionals, and not about the client.
fn is_inner(event: EventType) -> bool {
    let of_rounds = matches!(
        event,
        EventType::RoundPlanned
            | EventType::CasesDrawn
            | EventType::RoundClosed
            | EventType::SessionHeld
    );
    let of_work = matches!(event, EventType::SignalAnswered | EventType::ExportMade);
    let streams = [StreamKind::Audit, StreamKind::Learning];
    of_rounds || of_work || streams.contains(&event.stream_kind())
}

/// The steps that a client reads one by one.
fn told(story: &Story) -> impl Iterator<Item = &super::history::Step> {
    story
        .steps
        .iter()
        .filter(|step| !is_inner(step.recorded.event.event_type()))
}
