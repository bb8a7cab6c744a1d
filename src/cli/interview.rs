//! The guided questions on a terminal or through a pipe: opens what they lean on, offers a draft,
//! and keeps it after every answer.

use std::io::{BufRead, IsTerminal as _, Write, stderr, stdin, stdout};

use super::context::Context;
use super::draft::{Draft, Kept};
use super::failure::Failure;
use super::guided::{Answers, Facts, Judge, Outcome, Script, Session};
use super::record::lay_over;
use crate::book::fields::{EventType, Line, Refusal, StreamKind};
use crate::book::{Book, Error, Recording};

/// A book as the judge of a form.
struct ByBook<'a> {
    book: &'a Book,
    recording: &'a Recording,
}

impl Judge for ByBook<'_> {
    fn so_far(&self, line: &Line) -> Vec<Refusal> {
        // Trouble with reading the book is told when the whole form is recorded.
        self.book.faults_so_far(line).unwrap_or_default()
    }

    fn whole(&self, line: &Line) -> Vec<Refusal> {
        match self.book.consider(line, self.recording) {
            Err(Error::Refused(refusals)) => refusals,
            _ => Vec::new(),
        }
    }
}

/// Holds the conversation; `None` when it was stopped. The draft is to be removed after recording.
pub(super) fn hold(
    context: &Context,
    book: &Book,
    event: EventType,
    mut given: Line,
    recording: &Recording,
) -> Result<Option<(Line, Draft)>, Failure> {
    let mut input = stdin().lock();
    // With JSON on standard output, the conversation goes beside it.
    let mut output: Box<dyn Write> = if context.json {
        Box::new(stderr().lock())
    } else {
        Box::new(stdout().lock())
    };
    let texts = &context.texts;
    let kind = event.stream_kind();
    let of_dossier = !matches!(kind, StreamKind::Organisation | StreamKind::Settings);
    while of_dossier && given.dossier.is_none() {
        let prompt = match event {
            EventType::SignalAnswered => "guided-dossier-or-team",
            _ if event.may_be_of_organisation() => "guided-dossier-or-none",
            _ => "guided-dossier",
        };
        write!(output, "{} > ", texts.get(prompt))?;
        output.flush()?;
        let Some(typed) = line(&mut input)? else {
            return Ok(None);
        };
        if !typed.is_empty() {
            given.dossier = Some(typed);
        } else if event.may_be_of_organisation() {
            break;
        }
    }
    writeln!(
        output,
        "{}\n{}",
        texts.event(event.name()),
        texts.purpose(event.name())
    )?;
    let judge = ByBook { book, recording };
    // What no answer can mend is told before the first question.
    let refusals = judge.so_far(&given);
    if !refusals.is_empty() {
        return Err(Failure::form(event.name(), Error::Refused(refusals)));
    }
    let draft = Draft::of(book, given.dossier.as_deref(), event.name())?;
    let mut answers = Answers::default();
    if let Some(kept) = draft.load()? {
        let count = kept.answers.count();
        write!(
            output,
            "{} > ",
            texts.with("guided-draft", &[("count", count.into())])
        )?;
        output.flush()?;
        let typed = line(&mut input)?.unwrap_or_default();
        if matches!(typed.to_lowercase().as_str(), "n" | "nee" | "no") {
            draft.remove()?;
        } else {
            (given, answers) = resumed(kept, given);
        }
    }
    let said = given
        .common
        .get("occurred_on")
        .and_then(|day| day.as_str()?.parse().ok());
    let day = said.unwrap_or_else(|| book.now().day());
    let facts = Facts::gather(book, texts, given.dossier.as_deref(), day)?;
    let script = Script {
        texts,
        event,
        given,
        facts,
    };
    let mut keep = |answers: &Answers| draft.save(&script.given, answers);
    let mut session = Session {
        script: &script,
        judge: &judge,
        input,
        output,
        width: context.width,
        bold: context.colour && stdout().is_terminal(),
        keep: &mut keep,
    };
    Ok(match session.run(answers)? {
        Outcome::Confirmed(line) => Some((*line, draft)),
        Outcome::Stopped => None,
    })
}

/// A draft goes on with what was given then, and with what is given now over it.
fn resumed(kept: Kept, now: Line) -> (Line, Answers) {
    let mut given = kept.given;
    let said_day = given.common.get("occurred_on").cloned();
    lay_over(&mut given.common, now.common);
    lay_over(&mut given.data, now.data);
    if let Some(day) = said_day {
        given.common.insert("occurred_on".to_owned(), day);
    }
    given.id = now.id.or(given.id);
    (given, kept.answers)
}

fn line(input: &mut impl BufRead) -> std::io::Result<Option<String>> {
    let mut typed = String::new();
    if input.read_line(&mut typed)? == 0 {
        return Ok(None);
    }
    Ok(Some(typed.trim().to_owned()))
}
