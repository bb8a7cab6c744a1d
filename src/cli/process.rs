//! `process`: what happened after what, how long it took, and by which rules.

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
use crate::book::asking::Audience;
use crate::book::process::{
    self, Analysis, Asked, Coarse, DotsPicture, EventLog, Filter, GraphPicture, NamedRule, Told,
    Wanted, Which, XesOptions,
};
use crate::book::{Access, Book};
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
    let told = given.told(context, Wanted::Analysis(&analysis))?;
    process_show::answer(context, &told.answer, &shown)
}

fn rows(matches: &ArgMatches) -> usize {
    let given = matches.get_one::<u32>("rows");
    given.map_or(ROWS, |rows| usize::try_from(*rows).unwrap_or(ROWS))
}

/// Where cases come from.
enum From {
    /// A file, which its reader holds: nothing is held back.
    File(Box<EventLog>),
    /// The book.
    Book(Box<Book>, Box<Asked>),
}

/// What an analysis is about.
struct Given {
    from: From,
    norm: u32,
    source: String,
    /// The same for programs: `dossiers`, `imported`, or the name of the file.
    source_key: String,
    /// Whether activities are types of event, which have labels.
    labelled: bool,
    built_in: Vec<NamedRule>,
}

impl Given {
    fn read(context: &Context, matches: &ArgMatches) -> Result<Self, Failure> {
        let text = |name: &str| matches.get_one::<String>(name).cloned();
        let day = |name: &str| matches.get_one::<Day>(name).copied();
        let filter = Filter {
            team: text("team"),
            municipality: text("municipality"),
            from: day("from"),
            until: day("until"),
            with: None,
        };
        let Some(path) = matches.get_one::<PathBuf>("file") else {
            return Self::of_book(context, matches, filter);
        };
        let mut given = Self::of_file(context, path, matches)?;
        if let From::File(log) = &mut given.from
            && !filter.is_empty()
        {
            **log = filter.of(log);
        }
        Ok(given)
    }

    /// What may be told.
    fn told(&self, context: &Context, wanted: Wanted<'_>) -> Result<Told, Failure> {
        match &self.from {
            From::File(log) => {
                let answer = match wanted {
                    Wanted::Analysis(analysis) => process::analyse(log, analysis),
                    Wanted::Compared { one, other, with } => {
                        process::compare(&one.of(log), &other.of(with.unwrap_or(log)))
                    }
                };
                Ok(Told {
                    answer,
                    log: (**log).clone(),
                    least: 1,
                })
            }
            From::Book(book, asked) => {
                let progress = Progress::start(context, "process-busy");
                Ok(book.process(asked, wanted, &mut |count| progress.more(count))?)
            }
        }
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
            from: From::File(Box::new(log)),
            source_key: name.clone(),
            // Who holds the file sees all of it anyway.
            norm: 1,
            source: name,
            labelled: false,
            built_in: Vec::new(),
        })
    }

    fn of_book(context: &Context, matches: &ArgMatches, filter: Filter) -> Result<Self, Failure> {
        let book = context.open(Access::Read)?;
        let imported = matches.value_source("imported").is_some();
        let which = if imported {
            Which::Imported(matches.get_one::<String>("imported").cloned())
        } else {
            Which::Dossiers
        };
        let known_at = matches.get_one::<Timestamp>("known-at").copied();
        let day = known_at.unwrap_or_else(|| book.now()).day();
        let audience = if filter.team.is_some() {
            Audience::Team
        } else {
            Audience::Policy
        };
        let norm = book.process_norm(audience, day)?;
        let built_in = if imported {
            Vec::new()
        } else {
            book.process_rules(day)?
        };
        // Rules ask about kinds too; the other analyses only when they are wanted.
        let rules = matches.try_contains_id("rule").is_ok();
        let asked = Asked {
            which,
            known_at,
            filter,
            kinds: imported || rules || matches.get_flag("kinds"),
            audience,
        };
        let source = if imported {
            "process-source-imported"
        } else {
            "process-source-dossiers"
        };
        Ok(Self {
            from: From::Book(Box::new(book), Box::new(asked)),
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
    if list && given.norm > 1 {
        return Err(Failure::usage(
            "process-cases-hidden",
            given.norm.to_string(),
        ));
    }
    let analysis = Analysis::Rules { rules, list };
    let answer = given.told(context, Wanted::Analysis(&analysis))?.answer;
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
    let with = match second.as_ref().map(|second| &second.from) {
        Some(From::File(log)) => Some(&**log),
        _ => None,
    };
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
    let (one, other) = (&one, &other);
    let told = given.told(context, Wanted::Compared { one, other, with })?;
    let shown = Shown {
        format,
        rows: rows(matches),
        labelled: given.labelled,
        source: &source,
        source_key: &given.source_key,
    };
    process_show::answer(context, &told.answer, &shown)
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
        let values = [("count", count.into()), ("norm", given.norm.into())];
        texts.with(key, &values).into_owned()
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
    let stats = given.told(context, Wanted::Analysis(&Analysis::Statistics))?;
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
        let edges = given.told(context, Wanted::Analysis(&Analysis::Graph))?;
        graph.draw(&stats.answer, &edges.answer, &words)
    } else {
        let named = matches.get_many::<String>("activity");
        let activities = named.into_iter().flatten().cloned().collect();
        DotsPicture { activities }.draw(&stats.answer, &stats.log, stats.least, &words)
    };
    let mut out = context.out();
    out.write_all(svg.as_bytes())?;
    Ok(out.flush()?)
}
