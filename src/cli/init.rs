//! `init`: makes a new book.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use serde_json::json;

use super::arguments::{option, verb};
use super::context::Context;
use super::dossier::moment_parser;
use super::failure::Failure;
use super::page::Tone;
use crate::base::Timestamp;
use crate::book::{Book, Init};
use crate::text::Texts;

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, "init")
        .arg(option(texts, "init", "municipality", "name"))
        .arg(option(texts, "init", "recorded-at", "moment").value_parser(moment_parser(texts)))
        .arg(option(texts, "init", "key-file", "file").value_parser(value_parser!(PathBuf)))
}

/// Makes the book and says where its key is.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let init = Init {
        municipality: matches
            .get_one::<String>("municipality")
            .cloned()
            .unwrap_or_default(),
        key_file: match matches.get_one::<PathBuf>("key-file") {
            // The configuration reads it from the book's folder, the reader means this one.
            Some(path) => Some(std::path::absolute(path).map_err(|source| Failure::File {
                path: path.clone(),
                source,
            })?),
            None => None,
        },
        at: matches.get_one::<Timestamp>("recorded-at").copied(),
    };
    let book = Book::init(&context.book_dir, &init)?;
    let key_file = book.dir().join(&book.config().key_file);
    let dir = book.dir().to_owned();
    book.close()?;
    if context.json {
        return context.show_json(&json!({
            "book": dir.display().to_string(),
            "key_file": key_file.display().to_string(),
            "municipality": init.municipality,
        }));
    }
    let texts = &context.texts;
    let mut page = context.page();
    let (dir, key) = (dir.display().to_string(), key_file.display().to_string());
    page.line(
        0,
        Tone::Strong,
        &texts.with("cli-init-made", &[("dir", dir.as_str().into())]),
    );
    page.gap();
    page.line(
        0,
        Tone::Plain,
        &texts.with("cli-init-key", &[("path", key.into())]),
    );
    page.line(0, Tone::Plain, &texts.get("cli-init-apart"));
    if init.municipality.is_empty() {
        page.line(0, Tone::Plain, &texts.get("cli-init-no-municipality"));
    }
    page.heading(&texts.get("cli-init-next"));
    for key in [
        "cli-init-next-open",
        "cli-init-next-import",
        "cli-init-next-demo",
    ] {
        page.hanging(
            2,
            "• ",
            Tone::Plain,
            &texts.with(key, &[("dir", dir.as_str().into())]),
        );
    }
    context.show(&page)
}
