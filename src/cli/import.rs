//! `import`: dossiers from exchange lines, trajectories from another system's log.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::json;

use super::arguments::{noun, option, positional, switch, verb};
use super::context::Context;
use super::failure::Failure;
use super::import_ocel;
use super::import_report::{self, count};
use super::page::Tone;
use super::progress::Progress;
use crate::book::{Access, import, import_xes};
use crate::text::Texts;

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    noun(texts, "import")
        .subcommand(
            verb(texts, "import dossiers")
                .arg(file(texts, "import dossiers"))
                .arg(switch(texts, "import dossiers", "keep-times"))
                .arg(switch(texts, "import dossiers", "dry-run")),
        )
        .subcommand(
            verb(texts, "import xes")
                .arg(file(texts, "import xes"))
                .arg(option(texts, "import xes", "name", "name"))
                .arg(option(texts, "import xes", "municipality", "name")),
        )
        .subcommand(import_ocel::command(texts))
}

pub(super) fn file(texts: &Texts, path: &str) -> Arg {
    positional(texts, path, "file", "file")
        .required(true)
        .value_parser(value_parser!(PathBuf))
}

/// Hands over to the verb.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("dossiers", matches)) => dossiers(context, matches),
        Some(("xes", matches)) => xes(context, matches),
        Some(("ocel", matches)) => import_ocel::run(context, matches),
        _ => Ok(()),
    }
}

/// The file to read; `-` is standard input.
pub(super) fn given(matches: &ArgMatches) -> &Path {
    matches
        .get_one::<PathBuf>("file")
        .map_or(Path::new("-"), PathBuf::as_path)
}

pub(super) fn opened(path: &Path) -> Result<Box<dyn BufRead>, Failure> {
    if path == Path::new("-") {
        return Ok(Box::new(std::io::stdin().lock()));
    }
    let failed = |source| Failure::File {
        path: path.to_owned(),
        source,
    };
    let file = File::open(path).map_err(failed)?;
    if file.metadata().map_err(failed)?.is_dir() {
        return Err(failed(std::io::ErrorKind::IsADirectory.into()));
    }
    Ok(Box::new(BufReader::new(file)))
}

/// A file that can be read twice; nothing for standard input and for what only looks like a file.
fn seekable(path: &Path) -> Option<BufReader<File>> {
    let file = File::open(path).ok()?;
    file.metadata()
        .ok()?
        .is_file()
        .then(|| BufReader::new(file))
}

fn dossiers(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let path = given(matches);
    let mut input = opened(path)?;
    let options = import::Options {
        keep_times: matches.get_flag("keep-times"),
        dry_run: matches.get_flag("dry-run"),
    };
    let book = context.open(Access::Write)?;
    let progress = Progress::start(context, "cli-import-busy");
    let mut more = |count| progress.more(count);
    let report = match seekable(path) {
        Some(mut file) => book.import_file(&mut file, options, &mut more)?,
        None => book.import_dossiers(&mut input, options, &mut more)?,
    };
    drop(progress);
    book.close()?;
    if context.json {
        context.show_json(&import_report::json(
            &context.texts,
            &report,
            options.dry_run,
        ))?;
    } else {
        let mut page = context.page();
        import_report::tell(&mut page, &context.texts, &report, options.dry_run);
        context.show(&page)?;
    }
    match import_report::code(&report) {
        0 => Ok(()),
        code => Err(Failure::Told(code)),
    }
}

fn xes(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let path = given(matches);
    let input = opened(path)?;
    let named = |name: &str| matches.get_one::<String>(name).cloned();
    let options = import_xes::Options {
        source: named("name").unwrap_or_else(|| name_of(path)),
        municipality: named("municipality"),
        limits: import_xes::Limits::default(),
    };
    let book = context.open(Access::Write)?;
    let progress = Progress::start(context, "cli-xes-busy");
    let report = book.import_xes(input, &options, &mut |count| progress.more(count))?;
    drop(progress);
    book.close()?;
    if context.json {
        return context.show_json(&json!({
            "source": options.source,
            "traces": report.traces,
            "events": report.steps,
            "activities": report.activities,
            "dossiers_added": report.dossiers_added,
            "steps_added": report.steps_added,
            "already_there": report.already_there,
        }));
    }
    let texts = &context.texts;
    let mut page = context.page();
    let values = [
        ("source", options.source.as_str().into()),
        ("traces", count(texts, "traces", report.traces).into()),
        ("steps", count(texts, "steps", report.steps).into()),
        (
            "activities",
            count(texts, "kinds", report.activities).into(),
        ),
        ("new", count(texts, "traces", report.dossiers_added).into()),
        ("added", count(texts, "steps", report.steps_added).into()),
        ("there", count(texts, "traces", report.already_there).into()),
    ];
    page.line(0, Tone::Strong, &texts.with("cli-xes-read", &values));
    page.line(0, Tone::Plain, &texts.with("cli-xes-new", &values));
    page.line(0, Tone::Plain, &texts.get("cli-xes-bare"));
    context.show(&page)
}

/// The name of a log, from its file: `sepsis.xes.gz` becomes `sepsis`.
fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    name.strip_suffix(".xes").unwrap_or(name).to_owned()
}
