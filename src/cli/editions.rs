//! `editions`: the catalogues of the book with their editions, and what a book lacks that was made
//! before a catalogue came with the program.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::{switch, verb};
use super::context::Context;
use super::failure::Failure;
use super::page::Tone;
use crate::book::Access;
use crate::text::Texts;

const PATH: &str = "editions";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, PATH).arg(switch(texts, PATH, "adopt-built-in"))
}

/// Shows them, after recording what is absent when that is asked.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (book, adopted) = if matches.get_flag("adopt-built-in") {
        let book = context.open(Access::Write)?;
        let adopted = book.adopt_all_built_in()?;
        (book, Some(adopted))
    } else {
        (context.open(Access::Read)?, None)
    };
    let all = book.editions()?;
    if context.json {
        let catalogues: Vec<Value> =
            all.iter()
                .map(|one| {
                    let editions = one.editions.iter().map(
                        |(name, from)| json!({ "edition": name, "valid_from": from.to_string() }),
                    );
                    json!({ "catalogue": one.catalogue, "editions": editions.collect::<Vec<_>>() })
                })
                .collect();
        let adopted = adopted.unwrap_or_default();
        return context.show_json(&json!({ "catalogues": catalogues, "adopted": adopted }));
    }
    let texts = &context.texts;
    let mut page = context.page();
    page.title(&texts.get("cli-editions-title"));
    let mut absent = false;
    for one in &all {
        page.heading(&texts.code("catalogue", one.catalogue));
        for (name, from) in &one.editions {
            let values = [
                ("edition", name.as_str().into()),
                ("day", texts.day(*from).into()),
            ];
            page.line(2, Tone::Plain, &texts.with("cli-editions-edition", &values));
        }
        if one.editions.is_empty() {
            absent = true;
            page.line(2, Tone::Plain, &texts.get("cli-editions-none"));
        }
    }
    page.gap();
    if absent {
        page.line(0, Tone::Plain, &texts.get("cli-editions-absent"));
    }
    match adopted.as_deref() {
        Some([]) => page.line(0, Tone::Plain, &texts.get("cli-editions-nothing")),
        Some(adopted) => {
            for name in adopted {
                let name = texts.code("catalogue", name);
                let values = [("catalogue", name.as_ref().into())];
                page.line(0, Tone::Plain, &texts.with("cli-editions-adopted", &values));
            }
        }
        None => {}
    }
    context.show(&page)
}
