//! What is written in a round with a form of its own: the plan, findings, answers, actions, checks
//! and the closing. The same forms as `record`, with what the place says filled in.

use clap::{ArgMatches, Command};
use serde_json::Value;

use super::arguments::{positional, verb};
use super::audit::{case, round, text};
use super::context::Context;
use super::failure::Failure;
use super::record::{How, as_step, finish, from_flags};
use crate::book::Recording;
use crate::book::fields::EventType;
use crate::text::Texts;

/// One form.
struct Form {
    name: &'static str,
    path: &'static str,
    event: EventType,
    /// Whether it is about a round.
    of_round: bool,
    /// The field that names a step of a case, when it is about one.
    step: Option<&'static str>,
}

const FORMS: [Form; 6] = [
    Form {
        name: "plan",
        path: "audit plan",
        event: EventType::RoundPlanned,
        of_round: true,
        step: None,
    },
    Form {
        name: "finding",
        path: "audit finding",
        event: EventType::FindingRecorded,
        of_round: true,
        step: Some("event"),
    },
    Form {
        name: "answer",
        path: "audit answer",
        event: EventType::FindingAnswered,
        of_round: false,
        step: Some("finding"),
    },
    Form {
        name: "action",
        path: "audit action",
        event: EventType::ActionAgreed,
        of_round: false,
        step: Some("finding"),
    },
    Form {
        name: "check",
        path: "audit check",
        event: EventType::ActionChecked,
        of_round: false,
        step: Some("action"),
    },
    Form {
        name: "close",
        path: "audit close",
        event: EventType::RoundClosed,
        of_round: true,
        step: None,
    },
];

/// The commands, in the order of [`FORMS`].
pub(super) fn commands(texts: &Texts) -> [Command; 6] {
    FORMS.map(|form| {
        let mut command = verb(texts, form.path);
        if form.of_round {
            command = command.arg(round(texts, form.path));
        }
        if form.step.is_some() {
            let step = positional(texts, form.path, "at-step", "count").required(true);
            command = command.arg(case(texts, form.path)).arg(step);
        }
        let plans = form.event == EventType::RoundPlanned;
        let told = [
            form.of_round.then_some("round"),
            form.step,
            plans.then_some("kind"),
        ];
        as_step(command, form.event, texts, told.into_iter().flatten())
    })
}

/// Records one of them.
pub(super) fn run(context: &Context, name: &str, matches: &ArgMatches) -> Result<(), Failure> {
    let Some(form) = FORMS.iter().find(|form| form.name == name) else {
        return Ok(());
    };
    let mut line = from_flags(form.event, matches)?;
    let mut fill = |field: &str, value: String| {
        line.data.insert(field.to_owned(), Value::from(value));
    };
    if form.of_round {
        fill(
            "round",
            text(matches, "in-round").unwrap_or_default().to_owned(),
        );
    }
    if let Some(field) = form.step {
        let step = text(matches, "at-step").unwrap_or_default();
        let named = step.bytes().all(|byte| byte.is_ascii_digit());
        fill(
            field,
            if named {
                format!("#{step}")
            } else {
                step.to_owned()
            },
        );
    }
    if form.event == EventType::RoundPlanned && !line.data.contains_key("kind") {
        line.data.insert("kind".to_owned(), Value::from("audit"));
    }
    line.dossier = text(matches, "of-case").map(str::to_owned);
    let how = How {
        guided: matches.get_flag("guided"),
        dry_run: matches.get_flag("dry-run"),
    };
    finish(context, form.event, line, &Recording::default(), how)
}
