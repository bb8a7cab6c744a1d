//! `process`: what happened after what, how long it took, and by which rules.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufReader, Write as _};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::arguments::{noun, option, switch, verb};
use super::context::Context;
use super::dossier::{as_known_options, day_parser};
use super::failure::Failure;
use super::process_show::{self, Shown};
use super::progress::Progress;
use crate::base::{Day, Timestamp};
use crate::book::history::KnownAt;
use crate::book::process::{
    self, Analysis, Coarse, DotsPicture, EventLog, Filter, GraphPicture, NamedRule, Norm, View,
    Which, XesOptions,
};
use crate::book::{Access, AsKnown, Error};
use crate::text::Texts;

/// Rows of a table for people, when they do not say otherwise.
const ROWS: usize = 30;

const PATHS: [&str; 10] = [
    "process stats",
    "process graph",
    "process variants",
    "process durations",
    "process waiting",
    "process rework",
    "process handover",
    "process rules",
    "process compare",
    "process dots",
];

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    let mut process = noun(texts, "process");
    for path in PATHS {
        let mut one = verb(texts, path);
        for arg in common(texts, path) {
            one = one.arg(arg);
        }
        for arg in own(texts, path) {
            one = one.arg(arg);
        }
        process = process.subcommand(one);
    }
    process
}

/// Options of every analysis: what it is about and how it is shown.
fn common(texts: &Texts, path: &'static str) -> Vec<Arg> {
    let of = |name, value| {
        let mut arg = option(texts, path, name, value);
        let own = texts.find(&format!("cli-help-process-{name}"), &[]);
        if let Some(help) = own {
            arg = arg.help(help.into_owned());
        }
        arg
    };
    let flag = |name| {
        let arg = switch(texts, path, name);
        arg.help(texts.get(&format!("cli-help-process-{name}")).into_owned())
    };
    let [known_at, _, _] = as_known_options(texts, path);
    vec![
        of("file", "file").value_parser(value_parser!(PathBuf)),
        flag("lifecycle").requires("file"),
        of("team-key", "text").requires("file"),
        of("imported", "name")
            .num_args(0..=1)
            .conflicts_with("file"),
        of("team", "team"),
        of("municipality", "name"),
        of("from", "day").value_parser(day_parser(texts)),
        of("until", "day").value_parser(day_parser(texts)),
        known_at.conflicts_with("file"),
        flag("kinds").conflicts_with("file"),
        of("format", "format").value_parser(["table", "json", "csv", "svg"]),
        of("rows", "count").value_parser(value_parser!(u32)),
    ]
}

/// Options of one analysis.
fn own(texts: &Texts, path: &'static str) -> Vec<Arg> {
    let of = |name, value| option(texts, path, name, value);
    match path {
        "process graph" => vec![
            of("nodes", "count").value_parser(value_parser!(u32).range(1..=60)),
            of("edges", "count").value_parser(value_parser!(u32).range(0..=400)),
        ],
        "process variants" => {
            vec![of("alike", "kind").value_parser(["exact", "repeats", "sets"])]
        }
        "process waiting" => vec![
            of("after", "text").requires("before"),
            of("before", "text").requires("after"),
        ],
        "process rules" => vec![
            of("rule", "text").action(ArgAction::Append),
            switch(texts, path, "cases"),
            switch(texts, path, "check"),
        ],
        "process compare" => vec![
            of("one", "text"),
            of("other", "text"),
            of("with-file", "file").value_parser(value_parser!(PathBuf)),
        ],
        "process dots" => vec![of("activity", "text").action(ArgAction::Append)],
        _ => Vec::new(),
    }
}

/// Hands over to the analysis.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let Some((name, matches)) = matches.subcommand() else {
        return Ok(());
    };
    let format = matches.get_one::<String>("format").map(String::as_str);
    let format = if context.json {
        "json"
    } else {
        format.unwrap_or("table")
    };
    if format == "svg" && !matches!(name, "graph" | "dots") {
        return Err(Failure::usage("process-no-picture", name));
    }
    if name == "compare" {
        return compare(context, matches, format);
    }
    let given = Given::read(context, matches)?;
    let shown = Shown {
        format,
        rows: rows(matches),
        labelled: given.labelled,
        source: &given.source,
        source_key: &given.source_key,
    };
    if name == "dots" || format == "svg" {
        return picture(context, matches, name, &given, &shown);
    }
    let analysis = match name {
        "stats" => Analysis::Statistics,
        "graph" => Analysis::Graph,
        "variants" => Analysis::Variants(match matches.get_one::<String>("alike") {
            Some(alike) if alike == "repeats" => Coarse::Repeats,
            Some(alike) if alike == "sets" => Coarse::Sets,
            _ => Coarse::Exact,
        }),
        "durations" => Analysis::Durations,
        "waiting" => {
            let named = |name: &str| matches.get_one::<String>(name).cloned();
            Analysis::Waiting(named("after").zip(named("before")))
        }
        "rework" => Analysis::Rework,
        "handover" => Analysis::Handover,
        _ => return rules(context, matches, &given, &shown),
    };
    let answer = process::analyse(&given.log, &analysis, given.norm);
    process_show::answer(context, &answer, &shown)
}

fn rows(matches: &ArgMatches) -> usize {
    let given = matches.get_one::<u32>("rows");
    given.map_or(ROWS, |rows| usize::try_from(*rows).unwrap_or(ROWS))
}

/// What an analysis is about.
struct Given {
    log: EventLog,
    norm: Norm,
    source: String,
    /// The same for programs: `dossiers`, `imported`, or the name of the file.
    source_key: String,
    /// Whether activities are types of event, which have labels.
    labelled: bool,
    built_in: Vec<NamedRule>,
}

impl Given {
    fn read(context: &Context, matches: &ArgMatches) -> Result<Self, Failure> {
        let mut given = match matches.get_one::<PathBuf>("file") {
            Some(path) => Self::of_file(context, path, matches)?,
            None => Self::of_book(context, matches)?,
        };
        let text = |name: &str| matches.get_one::<String>(name).cloned();
        let day = |name: &str| matches.get_one::<Day>(name).copied();
        let filter = Filter {
            team: text("team"),
            municipality: text("municipality"),
            from: day("from"),
            until: day("until"),
            with: None,
        };
        if !filter.is_empty() {
            given.log = filter.of(&given.log);
        }
        Ok(given)
    }

    fn of_file(context: &Context, path: &Path, matches: &ArgMatches) -> Result<Self, Failure> {
        let failed = |source| Failure::File {
            path: path.to_owned(),
            source,
        };
        let file = File::open(path).map_err(failed)?;
        if file.metadata().map_err(failed)?.is_dir() {
            return Err(failed(std::io::ErrorKind::IsADirectory.into()));
        }
        let mut options = XesOptions {
            lifecycle: matches.get_flag("lifecycle"),
            ..XesOptions::default()
        };
        if let Some(key) = matches.get_one::<String>("team-key") {
            options.team.clone_from(key);
        }
        let progress = Progress::start(context, "process-busy");
        let log = process::read_xes(BufReader::new(file), &options, &mut |count| {
            progress.more(count);
        })?;
        let name = path.file_name().unwrap_or(path.as_os_str());
        let name = name.to_string_lossy().into_owned();
        Ok(Self {
            log,
            source_key: name.clone(),
            // Who holds the file sees all of it anyway.
            norm: Norm(1),
            source: name,
            labelled: false,
            built_in: Vec::new(),
        })
    }

    fn of_book(context: &Context, matches: &ArgMatches) -> Result<Self, Failure> {
        let book = context.open(Access::Read)?;
        let imported = matches.value_source("imported").is_some();
        let which = if imported {
            Which::Imported(matches.get_one::<String>("imported").cloned())
        } else {
            Which::Dossiers
        };
        let known_at = matches.get_one::<Timestamp>("known-at");
        let as_known = AsKnown {
            known_at: known_at.map(|moment| KnownAt::Time(*moment)),
            valid_on: None,
        };
        let day = match as_known.known_at {
            Some(KnownAt::Time(moment)) => moment.day(),
            _ => book.now().day(),
        };
        let view = if matches.contains_id("team") {
            View::Team
        } else {
            View::Policy
        };
        let norm = book.process_norm(view, day)?;
        let built_in = if imported {
            Vec::new()
        } else {
            book.process_rules(day)?
        };
        let progress = Progress::start(context, "process-busy");
        let log = book.process_log(&which, as_known, &mut |count| progress.more(count));
        let log = log.map_err(|error: Error| Failure::from(error))?;
        // Rules ask about kinds too; the other analyses only when they are wanted.
        let rules = matches.try_contains_id("rule").is_ok();
        let log = if imported || rules || matches.get_flag("kinds") {
            log
        } else {
            process::by_type(&log)
        };
        let source = if imported {
            "process-source-imported"
        } else {
            "process-source-dossiers"
        };
        Ok(Self {
            log,
            norm,
            source: context.texts.get(source).into_owned(),
            source_key: if imported { "imported" } else { "dossiers" }.to_owned(),
            labelled: !imported,
            built_in,
        })
    }
}

fn rules(
    context: &Context,
    matches: &ArgMatches,
    given: &Given,
    shown: &Shown<'_>,
) -> Result<(), Failure> {
    let mut rules = Vec::new();
    for text in matches.get_many::<String>("rule").into_iter().flatten() {
        let rule = process::rule(text).map_err(|why| process_show::not_a_rule(text, &why))?;
        rules.push(rule);
    }
    let own = rules.is_empty();
    if own {
        rules.clone_from(&given.built_in);
    }
    if rules.is_empty() {
        return Err(Failure::usage("process-no-rule", given.source.as_str()));
    }
    let list = matches.get_flag("cases");
    if list && given.norm.hides() {
        return Err(Failure::usage(
            "process-cases-hidden",
            given.norm.0.to_string(),
        ));
    }
    let analysis = Analysis::Rules { rules, list };
    let answer = process::analyse(&given.log, &analysis, given.norm);
    process_show::answer(context, &answer, shown)?;
    if own && shown.format == "table" {
        process_show::not_testable(context)?;
    }
    if matches.get_flag("check") && process_show::violated(&answer) {
        return Err(Failure::Found);
    }
    Ok(())
}

fn compare(context: &Context, matches: &ArgMatches, format: &str) -> Result<(), Failure> {
    let filter = |name: &str| -> Result<Filter, Failure> {
        match matches.get_one::<String>(name) {
            None => Ok(Filter::default()),
            Some(text) => text
                .parse()
                .map_err(|_| Failure::usage("process-not-a-filter", text.as_str())),
        }
    };
    let (one, other) = (filter("one")?, filter("other")?);
    let with_file = matches.get_one::<PathBuf>("with-file");
    if with_file.is_none() && one == other {
        return Err(Failure::usage("process-same-cohorts", ""));
    }
    let given = Given::read(context, matches)?;
    let second = with_file.map(|path| Given::of_file(context, path, matches));
    let second = second.transpose()?;
    let (first, second) = (
        one.of(&given.log),
        other.of(second.as_ref().map_or(&given.log, |second| &second.log)),
    );
    let named = |place: usize| {
        let text = matches.get_one::<String>(["one", "other"][place]);
        text.map_or_else(
            || context.texts.get("process-everything").into_owned(),
            Clone::clone,
        )
    };
    let mut source = format!("{}: {} – {}", given.source, named(0), named(1));
    if let Some(path) = with_file {
        source.push_str(&format!(" ({})", path.display()));
    }
    // Two choices that share all but a few cases would tell about those few.
    let norm = given.norm;
    if norm.hides() && !apart(&first, &second, norm) {
        return Err(Failure::usage("process-too-alike", norm.0.to_string()));
    }
    let answer = process::compare(&first, &second, norm);
    let shown = Shown {
        format,
        rows: rows(matches),
        labelled: given.labelled,
        source: &source,
        source_key: &given.source_key,
    };
    process_show::answer(context, &answer, &shown)
}

/// Whether the cases that only one of two cohorts has are none or enough, on both sides.
fn apart(one: &EventLog, other: &EventLog, norm: Norm) -> bool {
    let names = |log: &EventLog| -> HashSet<String> {
        log.cases().map(|case| case.name().to_owned()).collect()
    };
    let (one, other) = (names(one), names(other));
    [one.difference(&other), other.difference(&one)]
        .into_iter()
        .map(|only| only.count() as u64)
        .all(|count| count == 0 || norm.shows(count))
}

fn picture(
    context: &Context,
    matches: &ArgMatches,
    name: &str,
    given: &Given,
    shown: &Shown<'_>,
) -> Result<(), Failure> {
    if !matches!(shown.format, "svg" | "table") {
        return Err(Failure::usage("process-only-picture", shown.format));
    }
    let texts = &context.texts;
    let rows_are = |count: usize| {
        let key = if count > 1 {
            "process-rows-groups"
        } else {
            "process-rows-cases"
        };
        texts.with(key, &[("count", count.into())]).into_owned()
    };
    let label = |name: &str| process_show::activity(texts, given.labelled, name);
    let number = |count: u64| process_show::count(texts, count);
    let days = |days: f64| {
        let (key, number) = match days.abs() {
            size if size >= 1.0 => ("process-days", days),
            size if size >= 1.0 / 24.0 => ("process-hours", days * 24.0),
            _ => ("process-minutes", days * 1_440.0),
        };
        let number = process_show::decimal(texts, number, i32::from(number.abs() < 10.0));
        texts.with(key, &[("count", number.into())]).into_owned()
    };
    let values = [("source", given.source.as_str().into())];
    let words = process::Words {
        title: texts
            .with(&format!("process-title-{name}"), &values)
            .into_owned(),
        description: texts
            .with(&format!("process-about-{name}"), &values)
            .into_owned(),
        begin: texts.get("process-begin").into_owned(),
        end: texts.get("process-end").into_owned(),
        others: texts.get("process-others").into_owned(),
        rows_are: &rows_are,
        label: &label,
        number: &number,
        days: &days,
    };
    let svg = if name == "graph" {
        let most = |name: &str, otherwise: usize| {
            let given = matches.get_one::<u32>(name);
            given.map_or(otherwise, |count| {
                usize::try_from(*count).unwrap_or(otherwise)
            })
        };
        let graph = GraphPicture {
            nodes: most("nodes", 14),
            edges: most("edges", 30),
            times: true,
        };
        graph.draw(&given.log, given.norm, &words)
    } else {
        let named = matches.get_many::<String>("activity");
        let activities = named.into_iter().flatten().cloned().collect();
        DotsPicture { activities }.draw(&given.log, given.norm, &words)
    };
    let mut out = context.out();
    out.write_all(svg.as_bytes())?;
    Ok(out.flush()?)
}
