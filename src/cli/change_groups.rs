//! `change pooled` and `change duration`: figures of groups, never of one person.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::{option, switch, verb};
use super::change::{svg, wanted};
use super::change_words::Words;
use super::context::Context;
use super::dossier::{day_parser, moment_parser};
use super::failure::Failure;
use super::file;
use super::page::{Page, Tone};
use crate::base::{Day, Timestamp};
use crate::book::Access;
use crate::book::change::{Panel, PictureStep, StepsPicture};
use crate::book::change_groups::{
    DurationBy, DurationFigures, DurationRow, Durations, GRID_DAYS, GroupsAsked, Pooled, PooledBy,
    PooledFigures, PooledRow, SmallestGroup,
};
use crate::text::Texts;

const POOLED: &str = "change pooled";
const DURATION: &str = "change duration";

/// Heads of the table of changes: keys of their texts.
const HEADS: [&str; 9] = [
    "group", "measure", "scale", "clients", "n", "without", "mean", "spread", "tau",
];

/// Days of a month and of a year, on average.
const MONTH: f64 = 365.25 / 12.0;

pub(super) fn pooled_command(texts: &Texts) -> Command {
    groups(texts, POOLED, &["lever", "instrument"])
        .arg(option(texts, POOLED, "measure", "measure"))
        .arg(switch(texts, POOLED, "decrease"))
}

pub(super) fn duration_command(texts: &Texts) -> Command {
    groups(
        texts,
        DURATION,
        &["all", "municipality", "team", "benefit-band"],
    )
    .arg(svg(texts, DURATION))
}

fn groups(texts: &Texts, path: &'static str, by: &[&'static str]) -> Command {
    let first = by.first().copied().unwrap_or_default();
    let by = PossibleValuesParser::new(by.to_vec());
    verb(texts, path)
        .arg(
            option(texts, path, "by", "kind")
                .value_parser(by)
                .default_value(first),
        )
        .arg(option(texts, path, "team", "team"))
        .arg(option(texts, path, "municipality", "name"))
        .arg(option(texts, path, "on", "day").value_parser(day_parser(texts)))
        .arg(option(texts, path, "known-at", "moment").value_parser(moment_parser(texts)))
}

/// What both commands choose by.
fn asked(matches: &ArgMatches) -> GroupsAsked {
    GroupsAsked {
        team: matches.get_one::<String>("team").cloned(),
        municipality: matches.get_one::<String>("municipality").cloned(),
        known_at: matches.get_one::<Timestamp>("known-at").copied(),
        on: matches.get_one::<Day>("on").copied(),
        ..GroupsAsked::default()
    }
}

fn by(matches: &ArgMatches) -> &str {
    matches.get_one::<String>("by").map_or("", String::as_str)
}

/// Changes of many clients together.
pub(super) fn pooled(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let asked = GroupsAsked {
        measure: matches.get_one::<String>("measure").cloned(),
        wanted: wanted(matches),
        ..asked(matches)
    };
    let (by, list) = match by(matches) {
        "instrument" => (PooledBy::Instrument, "instrument"),
        _ => (PooledBy::Lever, "lever"),
    };
    let book = context.open(Access::Read)?;
    let found = book.change_pooled(by, &asked)?;
    if context.json {
        return context.show_json(&pooled_json(list, &found));
    }
    let words = Words::new(&context.texts, book.catalogues()?);
    let texts = &context.texts;
    let mut page = context.page();
    page.title(&texts.get(&format!("change-pooled-title-{list}")));
    top(
        &mut page,
        texts,
        &asked,
        (found.on, found.norm, found.as_known),
    );
    page.gap();
    let rows = found.rows.iter();
    let shown: Vec<Vec<String>> = rows
        .filter_map(|row| {
            let figures = row.shown.as_ref().ok()?;
            let mut cells = labels(&words, by, found.on, row).to_vec();
            cells.extend(pooled_cells(&words, figures));
            Some(cells)
        })
        .collect();
    if found.rows.is_empty() {
        page.line(0, Tone::Plain, &texts.get("change-pooled-nothing"));
    }
    if !shown.is_empty() {
        let head: Vec<String> = HEADS
            .iter()
            .map(|key| texts.get(&format!("change-pooled-{key}")).into_owned())
            .collect();
        page.table(&head, &shown, &[3, 4, 5, 6, 7, 8]);
        page.gap();
        page.line(0, Tone::Soft, &texts.get("change-pooled-read"));
    }
    for row in &found.rows {
        if let Err(why) = row.shown {
            let why = texts.get(&format!("change-withheld-{}", why.key()));
            let [group, measure, _] = labels(&words, by, found.on, row);
            page.hanging(0, "– ", Tone::Soft, &format!("{group} · {measure}: {why}"));
        }
    }
    page.gap();
    page.line(0, Tone::Soft, &texts.get("change-no-cause-groups"));
    context.show(&page)
}

/// The day, the norm, the moment as known, and what must be known before the figures.
fn top(
    page: &mut Page,
    texts: &Texts,
    asked: &GroupsAsked,
    (on, norm, as_known): (Day, SmallestGroup, Option<Timestamp>),
) {
    let values = [
        ("day", texts.day(on).into()),
        ("count", norm.clients.into()),
    ];
    page.line(0, Tone::Soft, &texts.with("change-groups-head", &values));
    if let Some(moment) = asked.known_at {
        let values = [("moment", texts.moment(moment).into())];
        page.line(0, Tone::Soft, &texts.with("change-as-known", &values));
    }
    if let Some(moment) = as_known {
        let values = [("day", texts.day(moment.day()).into())];
        page.line(
            0,
            Tone::Plain,
            &texts.with("change-as-known-earlier", &values),
        );
    }
    if norm.clients <= 1 {
        page.line(0, Tone::Alert, &texts.get("ask-note-no-control"));
    }
}

fn labels(words: &Words<'_>, by: PooledBy, on: Day, row: &PooledRow) -> [String; 3] {
    let texts = words.texts;
    let group = match (&row.group, by) {
        (None, _) => texts.get("change-no-instrument").into_owned(),
        (Some(key), PooledBy::Lever) => texts.code("lever", key).into_owned(),
        (Some(key), PooledBy::Instrument) => words.instrument(key, on),
    };
    [group, words.measure(&row.what), row.scale.clone()]
}

fn pooled_cells(words: &Words<'_>, found: &PooledFigures) -> [String; 6] {
    let dash = || "–".to_owned();
    let change = found.change.as_ref();
    let spread = change.and_then(|change| change.spread);
    let share = found.without_baseline.zip(found.n);
    let share = share.map(|(part, n)| part as f64 / n.max(1) as f64 * 100.0);
    let tau = found.tau.as_ref().map(|tau| {
        let values = [
            ("tau", words.rounded(tau.mean, 2).into()),
            ("n", tau.n.into()),
        ];
        words
            .texts
            .with("change-pooled-tau-of", &values)
            .into_owned()
    });
    [
        found.clients.to_string(),
        found.n.map_or_else(dash, |n| n.to_string()),
        share.map_or_else(dash, |share| format!("{} %", words.rounded(share, 0))),
        change.map_or_else(dash, |change| words.rounded(change.mean, 2)),
        spread.map_or_else(dash, |spread| words.rounded(spread, 2)),
        tau.unwrap_or_else(dash),
    ]
}

fn norm_json(norm: SmallestGroup) -> Value {
    json!({ "key": norm.key, "clients": norm.clients })
}

fn pooled_json(by: &str, found: &Pooled) -> Value {
    let row = |row: &PooledRow| {
        let mut value = json!({ "group": row.group, "measure": row.what, "scale": row.scale });
        let figures = match &row.shown {
            Err(why) => json!({ "suppressed": why.key() }),
            Ok(found) => json!({
                "clients": found.clients, "n": found.n,
                "without_baseline": found.without_baseline,
                "mean": found.change.map(|change| change.mean),
                "sd": found.change.and_then(|change| change.spread),
                "tau": found.tau.map(|tau| json!({
                    "mean": tau.mean, "error": tau.error, "n": tau.n,
                })),
            }),
        };
        merge(&mut value, figures);
        value
    };
    json!({
        "by": by, "on": found.on.to_string(), "norm": norm_json(found.norm),
        "as_known": found.as_known.map(|moment| moment.to_string()),
        "rows": found.rows.iter().map(row).collect::<Vec<_>>(),
    })
}

fn merge(value: &mut Value, more: Value) {
    if let (Value::Object(value), Value::Object(more)) = (value, more) {
        value.extend(more);
    }
}

/// How long trajectories last.
pub(super) fn duration(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let asked = asked(matches);
    let name = by(matches);
    let by = match name {
        "municipality" => DurationBy::Municipality,
        "team" => DurationBy::Team,
        "benefit-band" => DurationBy::BenefitBand,
        _ => DurationBy::All,
    };
    let book = context.open(Access::Read)?;
    let found = book.change_duration(by, &asked)?;
    let words = Words::new(&context.texts, book.catalogues()?);
    let picture = steps(&words, by, &found);
    if let Some(path) = matches.get_one::<PathBuf>("svg") {
        file::save(path, &picture.svg())?;
    }
    if context.json {
        return context.show_json(&durations_json(name, &found));
    }
    let texts = &context.texts;
    let mut page = context.page();
    page.title(&picture.title);
    top(
        &mut page,
        texts,
        &asked,
        (found.on, found.norm, found.as_known),
    );
    if found.rows.is_empty() {
        page.gap();
        page.line(0, Tone::Plain, &texts.get("change-duration-nothing"));
    }
    for row in &found.rows {
        page.heading(&group(&words, by, row));
        for sentence in sentences(&words, row) {
            page.line(2, Tone::Plain, &sentence);
        }
        if row.shown.is_ok() {
            page.gap();
            let one = Durations {
                rows: vec![row.clone()],
                ..found.clone()
            };
            let lines = steps(&words, by, &one).lines(context.width.saturating_sub(2));
            // The heading stands there already.
            for line in lines.iter().skip(1) {
                page.raw(line);
            }
        }
    }
    page.gap();
    for note in &picture.notes {
        page.line(0, Tone::Soft, note);
    }
    context.show(&page)
}

fn group(words: &Words<'_>, by: DurationBy, row: &DurationRow) -> String {
    let texts = words.texts;
    match (&row.group, by) {
        (Some(key), DurationBy::BenefitBand) => texts.code("benefit_band", key).into_owned(),
        (Some(key), _) => key.clone(),
        (None, DurationBy::All) => texts.get("change-duration-all").into_owned(),
        (None, _) => texts.get("change-duration-unknown").into_owned(),
    }
}

fn sentences(words: &Words<'_>, row: &DurationRow) -> Vec<String> {
    let texts = words.texts;
    let found = match &row.shown {
        Ok(found) => found,
        Err(why) => {
            return vec![
                texts
                    .get(&format!("change-withheld-{}", why.key()))
                    .into_owned(),
            ];
        }
    };
    let days = |days: f64| words.rounded(days, 0);
    let mut counts = vec![("count", found.n.into())];
    let key = match found.open {
        Some(open) => {
            counts.push(("open", open.into()));
            "change-duration-counts"
        }
        None => "change-duration-count",
    };
    let mut all = vec![texts.with(key, &counts).into_owned()];
    all.push(match (found.median, found.median_interval) {
        (Some(median), (Some(low), Some(high))) => {
            let values = [
                ("days", days(median).into()),
                ("low", days(low).into()),
                ("high", days(high).into()),
            ];
            texts
                .with("change-duration-median-between", &values)
                .into_owned()
        }
        (Some(median), (Some(low), None)) => {
            let values = [("days", days(median).into()), ("low", days(low).into())];
            texts
                .with("change-duration-median-from", &values)
                .into_owned()
        }
        (Some(median), _) => texts
            .with("change-duration-median", &[("days", days(median).into())])
            .into_owned(),
        (None, _) => texts.get("change-duration-no-median").into_owned(),
    });
    if let Some(closed) = found.median_of_closed.filter(|_| found.open > Some(0)) {
        let values = [("days", days(closed).into())];
        all.push(texts.with("change-duration-closed", &values).into_owned());
    }
    all
}

/// The picture of all groups that may be shown.
fn steps(words: &Words<'_>, by: DurationBy, found: &Durations) -> StepsPicture {
    let texts = words.texts;
    let shown = || {
        let rows = found.rows.iter();
        rows.filter_map(|row| row.shown.as_ref().ok().map(|figures| (row, figures)))
    };
    let longest = shown()
        .map(|(_, figures)| figures.until)
        .fold(f64::from(GRID_DAYS), f64::max);
    let ticks = ticks(texts, longest);
    let panels: Vec<Panel> = shown()
        .map(|(row, figures)| panel(words, &group(words, by, row), figures, found.norm, &ticks))
        .collect();
    let described = shown().map(|(row, _)| {
        format!(
            "{}: {}",
            group(words, by, row),
            sentences(words, row).join(" ")
        )
    });
    let description: Vec<String> = described.collect();
    let mut notes = vec![texts.get("change-duration-read").into_owned()];
    if found.norm.clients > 1 {
        let values = [
            ("weeks", (GRID_DAYS / 7).into()),
            ("count", found.norm.clients.into()),
        ];
        notes.push(texts.with("change-duration-coarse", &values).into_owned());
    }
    if found.imported > 0 {
        let values = [("count", found.imported.into())];
        notes.push(texts.with("change-duration-imported", &values).into_owned());
    }
    StepsPicture {
        title: texts.get("change-duration-title").into_owned(),
        description: description.join(" "),
        ticks,
        shares: [0.0, 0.25, 0.5, 0.75, 1.0]
            .map(|share| (share, format!("{} %", words.rounded(share * 100.0, 0))))
            .into(),
        below: texts.get("change-duration-below").into_owned(),
        panels,
        notes,
    }
}

fn panel(
    words: &Words<'_>,
    name: &str,
    figures: &DurationFigures,
    norm: SmallestGroup,
    ticks: &[(f64, String)],
) -> Panel {
    let texts = words.texts;
    let mut values = vec![("name", name.into()), ("count", figures.n.into())];
    let key = match figures.open {
        Some(open) => {
            values.push(("open", open.into()));
            "change-duration-panel"
        }
        None => "change-duration-panel-count",
    };
    let running = figures.curve.steps.iter().filter(|step| step.censored > 0);
    Panel {
        name: texts.with(key, &values).into_owned(),
        steps: figures
            .curve
            .steps
            .iter()
            .map(|step| PictureStep {
                at: step.length,
                share: step.share,
                band: step.interval.map(|interval| (interval.low, interval.high)),
            })
            .collect(),
        until: figures.until,
        // On a released curve a mark could be one person.
        running: running
            .filter(|_| norm.clients <= 1)
            .map(|step| step.length)
            .collect(),
        median: figures.median.map(|median| {
            let values = [("days", words.rounded(median, 0).into())];
            (
                median,
                texts.with("change-duration-half", &values).into_owned(),
            )
        }),
        below: ticks
            .iter()
            .take_while(|(at, _)| *at <= figures.until)
            .map(|(at, _)| match at {
                first if *first <= 0.0 => figures.n.to_string(),
                at => figures.curve.at_risk(*at).to_string(),
            })
            .collect(),
    }
}

/// Ticks for lengths up to this many days: weeks, months or years, at most eleven.
fn ticks(texts: &Texts, longest: f64) -> Vec<(f64, String)> {
    let (unit, key, steps): (f64, &str, &[u16]) = if longest <= 20.0 * 7.0 {
        (7.0, "change-weeks", &[1, 2, 4])
    } else if longest <= 30.0 * MONTH {
        (MONTH, "change-months", &[1, 2, 3, 6])
    } else {
        (12.0 * MONTH, "change-years", &[1, 2, 5, 10])
    };
    let fits = |step: &&u16| longest / unit / f64::from(**step) <= 10.0;
    let step = steps.iter().find(fits).copied().unwrap_or(20);
    (0_u16..=10)
        .map(|number| number * step)
        .map(|number| (f64::from(number) * unit, number))
        .take_while(|(at, _)| *at <= longest + 1e-9)
        .map(|(at, number)| {
            let text = texts.with(key, &[("count", number.into())]);
            (at, text.into_owned())
        })
        .collect()
}

fn durations_json(by: &str, found: &Durations) -> Value {
    // A count of one step could be one person.
    let exact = found.norm.clients <= 1;
    let single = |count: usize| exact.then_some(count);
    let row = |row: &DurationRow| {
        let mut value = json!({ "group": row.group });
        let figures = match &row.shown {
            Err(why) => json!({ "suppressed": why.key() }),
            Ok(found) => json!({
                "n": found.n, "open": found.open,
                "median_of_closed": found.median_of_closed,
                "median": found.median,
                "median_low": found.median_interval.0, "median_high": found.median_interval.1,
                "shown_until": found.until,
                "curve": found.curve.steps.iter().map(|step| json!({
                    "days": step.length, "at_risk": step.at_risk, "ended": single(step.ended),
                    "censored": single(step.censored), "share": step.share,
                    "error": exact.then_some(step.error),
                    "low": step.interval.map(|interval| interval.low),
                    "high": step.interval.map(|interval| interval.high),
                })).collect::<Vec<_>>(),
            }),
        };
        merge(&mut value, figures);
        value
    };
    json!({
        "by": by, "on": found.on.to_string(), "norm": norm_json(found.norm),
        "as_known": found.as_known.map(|moment| moment.to_string()),
        "imported_left_out": found.imported,
        "rows": found.rows.iter().map(row).collect::<Vec<_>>(),
    })
}
