//! `glossary`: the words of the book and what they mean.

use clap::{ArgMatches, Command};
use serde_json::json;

use super::arguments::{positional, verb};
use super::context::Context;
use super::failure::Failure;
use super::page::Tone;
use crate::text::{GLOSSARY, Texts};

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, "glossary").arg(positional(texts, "glossary", "term", "term"))
}

/// Shows them.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let texts = &context.texts;
    let wanted = matches.get_one::<String>("term");
    let simple = wanted.map(|term| term.trim().to_lowercase());
    let found: Vec<_> = GLOSSARY
        .iter()
        .map(|key| (*key, texts.term(key)))
        .filter(|(key, (word, _))| {
            simple.as_ref().is_none_or(|wanted| {
                word.to_lowercase().contains(wanted) || key.replace('_', " ").contains(wanted)
            })
        })
        .collect();
    if found.is_empty() {
        let term = wanted.cloned().unwrap_or_default();
        return Err(Failure::usage("cli-glossary-none", term));
    }
    if context.json {
        let terms: Vec<_> = found
            .iter()
            .map(|(key, (word, text))| json!({ "key": key, "term": word, "text": text }))
            .collect();
        return context.show_json(&json!({ "terms": terms }));
    }
    let mut page = context.page();
    for (_, (word, text)) in &found {
        page.gap();
        page.line(0, Tone::Strong, word);
        page.line(2, Tone::Plain, text);
    }
    context.show(&page)
}
