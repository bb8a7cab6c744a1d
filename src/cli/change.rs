//! `change`: what changed for one client, for many together, and how long trajectories last.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::arguments::{noun, option, switch, verb};
use super::change_words::Words;
use super::context::Context;
use super::dossier::{as_known, as_known_options, number};
use super::failure::Failure;
use super::page::{Page, Tone};
use super::{change_groups, change_picture, file};
use crate::book::Access;
use crate::book::change::{
    Asked, ClientChange, Indices, Measure, Moment, NoIndex, Point, Published, Reliable, Wanted,
};
use crate::book::fields::Field as _;
use crate::text::Texts;

const SHOW: &str = "change show";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    noun(texts, "change")
        .subcommand(show_command(texts))
        .subcommand(change_groups::pooled_command(texts))
        .subcommand(change_groups::duration_command(texts))
}

/// Hands over to the verb.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("show", matches)) => show(context, matches),
        Some(("pooled", matches)) => change_groups::pooled(context, matches),
        Some(("duration", matches)) => change_groups::duration(context, matches),
        _ => Ok(()),
    }
}

fn show_command(texts: &Texts) -> Command {
    let number_of = |name, value| option(texts, SHOW, name, value).value_parser(value_parser!(f64));
    verb(texts, SHOW)
        .arg(number(texts, SHOW))
        .arg(option(texts, SHOW, "measure", "measure"))
        .arg(switch(texts, SHOW, "figures"))
        .arg(switch(texts, SHOW, "decrease"))
        .arg(number_of("reliability", "count").requires("spread"))
        .arg(number_of("spread", "count").requires("reliability"))
        .arg(svg(texts, SHOW))
        .args(as_known_options(texts, SHOW))
}

/// The file of a picture.
pub(super) fn svg(texts: &Texts, path: &str) -> Arg {
    option(texts, path, "svg", "file").value_parser(value_parser!(PathBuf))
}

/// In which direction a change is wanted.
pub(super) fn wanted(matches: &ArgMatches) -> Wanted {
    if matches.get_flag("decrease") {
        Wanted::Decrease
    } else {
        Wanted::Increase
    }
}

fn show(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let given = |name: &str| matches.get_one::<f64>(name).copied();
    let published = given("reliability").zip(given("spread"));
    let asked = Asked {
        measure: matches.get_one::<String>("measure").cloned(),
        as_known: as_known(matches),
        wanted: wanted(matches),
        published: published.map(|(reliability, spread)| Published {
            spread,
            reliability,
        }),
    };
    let number = matches.get_one::<String>("number");
    let number = number.map(String::as_str).unwrap_or_default();
    let change = book.change(number, &asked)?;
    if let (Some(key), true) = (&asked.measure, change.measures.is_empty()) {
        return Err(Failure::usage("change-no-such-measure", key));
    }
    let words = Words::new(&context.texts, book.catalogues()?);
    if let Some(path) = matches.get_one::<PathBuf>("svg") {
        let measure = change_picture::only(&change)?;
        file::save(
            path,
            &change_picture::picture(&words, &change, measure).svg(),
        )?;
    }
    if context.json {
        return context.show_json(&as_json(&change));
    }
    let mut page = context.page();
    tell(
        &mut page,
        &words,
        &change,
        context.width,
        matches.get_flag("figures"),
    );
    context.show(&page)
}

fn tell(page: &mut Page, words: &Words<'_>, change: &ClientChange, width: usize, figures: bool) {
    let texts = words.texts;
    page.title(&texts.with("change-title", &[("number", (&change.number).into())]));
    let only_zero = |one: &&Measure| one.series.points.iter().all(|it| it.moment == Moment::Zero);
    let (zeros, measured): (Vec<&Measure>, Vec<&Measure>) =
        change.measures.iter().partition(only_zero);
    if change.measures.is_empty() {
        page.line(0, Tone::Plain, &texts.get("change-nothing"));
    }
    for measure in measured {
        let series = &measure.series;
        page.heading(&words.measure(&series.what));
        for sentence in words.sentences(measure) {
            page.line(2, Tone::Plain, &sentence);
        }
        page.gap();
        // One value is a fact, no line over time.
        if series.points.len() > 1 {
            let picture = change_picture::picture(words, change, measure);
            for line in picture.lines(width.saturating_sub(2)) {
                page.raw(&format!("  {line}"));
            }
            page.gap();
        }
        for point in &series.points {
            page.line(2, Tone::Plain, &words.point(point));
        }
        if figures {
            page.gap();
            for sentence in words.figures(measure) {
                page.line(2, Tone::Soft, &sentence);
            }
        }
    }
    if !zeros.is_empty() {
        page.heading(&texts.get("change-zeros"));
        let mut zeros: Vec<(String, &Measure)> = zeros
            .into_iter()
            .map(|measure| (words.measure(&measure.series.what), measure))
            .collect();
        zeros.sort_by(|one, other| one.0.cmp(&other.0));
        for (name, measure) in zeros {
            let value = measure
                .series
                .points
                .last()
                .map(|point| words.value(&measure.series.what, point));
            page.field(2, 30, &name, &value.unwrap_or_default());
        }
    }
    page.gap();
    page.line(0, Tone::Soft, &texts.get("change-no-cause"));
}

fn as_json(change: &ClientChange) -> Value {
    json!({
        "dossier": change.number,
        "on": change.on.to_string(),
        "measures": change.measures.iter().map(measure_json).collect::<Vec<_>>(),
    })
}

fn measure_json(measure: &Measure) -> Value {
    let series = &measure.series;
    let change = series.change();
    let found = change.as_ref().ok();
    let period = measure.period.as_ref().map(|period| {
        json!({
            "event": period.id.to_string(), "instrument": period.instrument,
            "lever": period.lever.code(), "started_on": period.started.to_string(),
            "ended_on": period.ended.map(|day| day.to_string()),
        })
    });
    json!({
        "measure": series.what,
        "points": series.points.iter().map(point_json).collect::<Vec<_>>(),
        "instrument": period,
        "baseline": series.baseline().map(point_json),
        "change": found.map(|change| json!({
            "from": change.from.value, "to": change.to.value, "amount": change.amount(),
            "from_on": change.from.day.to_string(), "to_on": change.to.day.to_string(),
            "by_others": change.by_others(),
        })),
        "no_change": change.as_ref().err().map(|why| why.key()),
        "indices": measure.indices.as_ref().map(|found| match found {
            Ok(indices) => indices_json(indices),
            Err(why) => refused(*why),
        }),
        "reliable": measure.reliable.as_ref().map(|found| match found {
            Ok(reliable) => reliable_json(reliable),
            Err(why) => refused(*why),
        }),
    })
}

fn refused(why: NoIndex) -> Value {
    match why {
        NoIndex::TooFew { before, after } => {
            json!({ "refused": why.key(), "before": before, "after": after })
        }
        _ => json!({ "refused": why.key() }),
    }
}

fn point_json(point: &Point) -> Value {
    json!({
        "event": point.event.to_string(),
        "on": point.day.to_string(),
        "value": point.value,
        "scale": point.scale,
        "moment": point.moment.code(),
        "by": point.by.map(|by| by.code()),
        "source": point.origin.code(),
        "instrument": point.instrument.map(|id| id.to_string()),
        "stated_earlier": point.stated_earlier,
        "tool": point.tool,
        "other_explanations": point.other_explanations.as_ref().map(|words| words.write()),
    })
}

fn indices_json(indices: &Indices) -> Value {
    let nap = &indices.nap;
    let complete = &indices.tau_u_complete;
    json!({
        "before": indices.sizes.0,
        "after": indices.sizes.1,
        "nap": nap.value, "nap_error": nap.error, "nap_error_null": nap.error_null,
        "nap_low": nap.interval.low, "nap_high": nap.interval.high,
        "tau": indices.tau,
        "tau_u_mn": indices.tau_u,
        "tau_u_complete": complete.complete, "tau_u_tau_b": complete.tau_b, "tau_u_z": complete.z,
        "tau_bc": indices.tau_bc,
        "pnd": indices.pnd, "pem": indices.pem, "pand": indices.pand, "ird": indices.ird,
        "phi": indices.ird,
        "permutations": match &indices.randomised {
            Ok(found) => json!({
                "observed": found.observed, "possible": found.possible,
                "as_large": found.as_large, "p": found.p, "smallest_p": found.smallest_p,
            }),
            Err(why) => refused(*why),
        },
        "notes": indices.notes.iter().map(|note| note.key()).collect::<Vec<_>>(),
    })
}

fn reliable_json(reliable: &Reliable) -> Value {
    json!({
        "index": reliable.index,
        "error": reliable.error,
        "error_difference": reliable.error_difference,
        "smallest_change": reliable.smallest,
        "is_reliable": reliable.is_reliable,
    })
}
