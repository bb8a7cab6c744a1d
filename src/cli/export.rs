//! `export`: the book in its own exchange format; other formats stand in [`super::export_analysis`].

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use serde_json::json;

use super::arguments::{noun, option, verb};
use super::context::Context;
use super::errors;
use super::export_analysis;
use super::failure::Failure;
use super::progress::Progress;
use crate::book::export::{Options, Report};
use crate::book::{Access, Book, Error};
use crate::text::Texts;

const PATH: &str = "export jsonl";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    let lines = noun(texts, "export").subcommand(
        verb(texts, PATH)
            .arg(option(texts, PATH, "dossier", "number"))
            .arg(option(texts, PATH, "output", "file").value_parser(value_parser!(PathBuf))),
    );
    export_analysis::add(lines, texts)
}

/// Hands over to the verb.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("jsonl", matches)) => jsonl(context, matches),
        Some((name, matches)) => export_analysis::run(context, name, matches).unwrap_or(Ok(())),
        None => Ok(()),
    }
}

fn jsonl(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let options = Options {
        dossier: matches.get_one::<String>("dossier").cloned(),
    };
    let progress = Progress::start(context, "cli-export-busy");
    let report = match matches.get_one::<PathBuf>("output") {
        None => {
            let mut out = context.out();
            let report = written(&book, &options, &mut out, &progress)?;
            out.flush()?;
            report
        }
        Some(path) => to_file(path, |file| written(&book, &options, file, &progress))?,
    };
    drop(progress);
    if context.json {
        errors::say(&json!({ "events": report.events, "closed": report.closed }).to_string());
        return Ok(());
    }
    let texts = &context.texts;
    errors::tell(
        context,
        &texts.with("cli-export-done", &[("count", report.events.into())]),
    );
    if report.closed > 0 {
        errors::tell(
            context,
            &texts.with("cli-export-closed", &[("count", report.closed.into())]),
        );
    }
    Ok(())
}

fn written(
    book: &Book,
    options: &Options,
    out: &mut dyn Write,
    progress: &Progress,
) -> Result<Report, Failure> {
    let report = book.export(options, out, &mut |count| progress.more(count));
    report.map_err(|error| match error {
        // The reader of our output went away, or its disk is full: no trouble of the book.
        Error::Io { source, path, .. } if path == Path::new("export") => Failure::Output(source),
        other => Failure::Book(other),
    })
}

/// Writes a file under another name and gives it its own name when it is whole.
fn to_file(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<Report, Failure>,
) -> Result<Report, Failure> {
    let failed = |source| Failure::File {
        path: path.to_owned(),
        source,
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let half = path.with_file_name(format!(".{name}.{}.half", std::process::id()));
    let file = File::create_new(&half).map_err(failed)?;
    let mut out = BufWriter::new(file);
    let done = write(&mut out).and_then(|report| {
        out.flush().map_err(failed)?;
        out.get_ref().sync_all().map_err(failed)?;
        std::fs::rename(&half, path).map_err(failed)?;
        Ok(report)
    });
    if done.is_err() {
        // What is half is of no use; when it cannot go either, its name says what it is.
        drop(std::fs::remove_file(&half));
    }
    done
}
