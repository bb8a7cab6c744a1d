//! What is said when the words on the command line cannot be understood.

use std::io::Write as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::errors;
use crate::text::Texts;

/// Shows help when it was asked for, and otherwise says what cannot be understood; gives the exit
/// code.
pub(super) fn report(texts: &Texts, json: bool, error: &clap::Error) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = error.render().to_string();
            match std::io::stdout().lock().write_all(text.as_bytes()) {
                Err(failed) if failed.kind() != std::io::ErrorKind::BrokenPipe => 6,
                _ => 0,
            }
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand if !json => {
            errors::say(&error.render().to_string());
            2
        }
        _ => errors::usage(texts, json, &sentence(texts, error)),
    }
}

/// What is wrong, in the language of the reader.
fn sentence(texts: &Texts, error: &clap::Error) -> String {
    let argument = named(error, ContextKind::InvalidArg);
    let value = named(error, ContextKind::InvalidValue);
    let values = [
        ("argument", argument.as_str().into()),
        ("value", value.as_str().into()),
    ];
    let key = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => "no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "invalid-value",
        ErrorKind::UnknownArgument => "unknown-argument",
        ErrorKind::InvalidSubcommand => "unknown-command",
        ErrorKind::MissingRequiredArgument => "missing-argument",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "missing-command"
        }
        ErrorKind::ArgumentConflict => "conflict",
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => "too-many-values",
        ErrorKind::TooFewValues | ErrorKind::NoEquals => "no-value",
        ErrorKind::InvalidUtf8 => "not-utf8",
        _ => "other",
    };
    let command = named(error, ContextKind::InvalidSubcommand);
    let other = named(error, ContextKind::PriorArg);
    let mut text = match key {
        "unknown-command" => texts.with("cli-usage-unknown-command", &[("value", command.into())]),
        "conflict" => texts.with(
            "cli-usage-conflict",
            &[
                ("argument", argument.as_str().into()),
                ("other", other.into()),
            ],
        ),
        _ => texts.with(&format!("cli-usage-{key}"), &values),
    }
    .into_owned();
    if error.kind() == ErrorKind::ValueValidation {
        let why = match std::error::Error::source(error) {
            Some(why) if ours(error) => why.to_string(),
            // Every other check is that of a number.
            _ => texts.get("cli-usage-number").into_owned(),
        };
        text = format!("{text} {why}");
    }
    for (kind, key) in [
        (ContextKind::ValidValue, "cli-usage-valid"),
        (ContextKind::SuggestedArg, "cli-usage-suggested"),
        (ContextKind::SuggestedSubcommand, "cli-usage-suggested"),
        (ContextKind::SuggestedValue, "cli-usage-suggested"),
    ] {
        let known = named(error, kind);
        if !known.is_empty() {
            text.push(' ');
            text.push_str(&texts.with(key, &[("values", known.into())]));
        }
    }
    text
}

/// Whether the reason comes from a check of ours, and so is in the language of the reader; those
/// of the standard library say `invalid digit`.
fn ours(error: &clap::Error) -> bool {
    std::error::Error::source(error).is_some_and(|source| {
        !source.is::<std::num::ParseIntError>() && source.to_string().ends_with('.')
    })
}

fn named(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => {
            let texts: Vec<_> = texts.iter().map(ToString::to_string).collect();
            texts.join(", ")
        }
        _ => String::new(),
    }
}
