//! `audit draw`: draws the cases of a round, or proves that the draw repeats.

use clap::{ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::arguments::{option, switch, verb};
use super::audit::{day, line, round, text, whoever};
use super::context::Context;
use super::failure::Failure;
use super::page::{Page, Tone};
use crate::book::audits::{
    AuditError, DrawMethod, Drawing, Proposed, Repeated, Seed, StrataBy, Wanted, grouping,
};
use crate::book::{Access, Book, Error, Recording};
use crate::text::Texts;

const PATH: &str = "audit draw";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    let percent = |name, default| {
        option(texts, PATH, name, "percent")
            .value_parser(value_parser!(f64))
            .default_value(default)
    };
    let [who, role, municipality, on] = whoever(texts, PATH);
    verb(texts, PATH)
        .arg(round(texts, PATH))
        .arg(who.required(false).required_unless_present("again"))
        .arg(role)
        .arg(municipality)
        .arg(on)
        .arg(option(texts, PATH, "method", "method").default_value("aselect"))
        .arg(option(texts, PATH, "strata", "group"))
        .arg(option(texts, PATH, "size", "count").value_parser(value_parser!(usize)))
        .arg(percent("certainty", "95"))
        .arg(percent("tolerable", "10"))
        .arg(percent("expected", "0"))
        .arg(option(texts, PATH, "seed", "seed"))
        .arg(option(texts, PATH, "case", "number").action(ArgAction::Append))
        .arg(
            option(texts, PATH, "targeted", "count")
                .value_parser(value_parser!(usize))
                .default_value("0"),
        )
        .arg(option(texts, PATH, "signal", "signal").action(ArgAction::Append))
        .arg(switch(texts, PATH, "again"))
        .arg(switch(texts, "record", "dry-run"))
}

/// Draws.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let municipality = text(matches, "municipality");
    let code = text(matches, "in-round").unwrap_or_default();
    if matches.get_flag("again") {
        let book = context.open(Access::Read)?;
        let round = book.audit_round(municipality, code)?;
        return again(context, &book.draw_again(&round)?);
    }
    let dry_run = matches.get_flag("dry-run");
    let book = context.open(if dry_run { Access::Read } else { Access::Write })?;
    let round = book.audit_round(municipality, code)?;
    let asked = asked(matches, &book)?;
    let proposed = book.propose_draw(&round, &asked)?;
    let mut line = line(matches, &book, "cases_drawn");
    line.data = proposed.data.clone();
    let recording = Recording {
        expected: proposed.expected,
        at: None,
    };
    let refused = |error| Failure::form("cases_drawn", error);
    if dry_run {
        book.consider(&line, &recording).map_err(refused)?;
    } else {
        book.record(&line, &recording).map_err(refused)?;
        book.close()?;
    }
    if context.json {
        return context.show_json(&as_json(&proposed, dry_run));
    }
    let mut page = context.page();
    tell(&mut page, &context.texts, code, &proposed, dry_run);
    context.show(&page)
}

fn asked(matches: &ArgMatches, book: &Book) -> Result<Drawing, Failure> {
    let method = text(matches, "method").unwrap_or_default();
    let method = DrawMethod::from_code(&method.to_lowercase())
        .ok_or_else(|| Failure::usage("audit-no-method", method))?;
    let strata = text(matches, "strata").map(|given| {
        let there = StrataBy::ALL.map(StrataBy::code);
        grouping(given, &there).map(StrataBy::from_code)
    });
    let strata = strata.transpose().map_err(Error::Audit)?.flatten();
    let seed = text(matches, "seed").map(|given| {
        let wrong = |_| AuditError::NotASeed {
            given: given.to_owned(),
        };
        given.parse::<Seed>().map_err(wrong)
    });
    let seed = seed.transpose().map_err(Error::Audit)?;
    let share = |name: &str| matches.get_one::<f64>(name).copied().unwrap_or_default() / 100.0;
    let many = |name: &str| -> Vec<String> {
        let given = matches.get_many::<String>(name).into_iter().flatten();
        given.map(|one| one.trim().to_owned()).collect()
    };
    let by_hand = many("case");
    let signals = many("signal")
        .iter()
        .map(|name| super::signals_explain::named(name).map(|kind| kind.slug().to_owned()))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Drawing {
        method: if by_hand.is_empty() {
            method
        } else {
            DrawMethod::ByHand
        },
        strata,
        size: matches.get_one::<usize>("size").copied(),
        wanted: Wanted {
            certainty: share("certainty"),
            tolerable: share("tolerable"),
            expected: share("expected"),
        },
        seed,
        by_hand,
        targeted: matches.get_one::<usize>("targeted").copied().unwrap_or(0),
        signals,
        on: day(matches, book),
    })
}

fn tell(page: &mut Page, texts: &Texts, round: &str, drawn: &Proposed, dry_run: bool) {
    page.title(&texts.with("audit-draw-title", &[("round", round.into())]));
    let mut field = |key: &str, value: &str| {
        page.field(2, 24, &texts.get(&format!("audit-draw-{key}")), value);
    };
    field("frame", &drawn.frame.to_string());
    for (reason, count) in &drawn.left_out {
        let reason = texts.get(&format!("audit-reason-{reason}"));
        field("left-out", &format!("{count} · {reason}"));
    }
    let mut advice = drawn.advice.size.to_string();
    if let Some(table) = drawn.advice.by_table {
        let values = [
            ("size", drawn.advice.size.into()),
            ("table", table.into()),
            ("accepts", drawn.advice.accepts.into()),
        ];
        advice = texts.with("audit-draw-advice-text", &values).into_owned();
    }
    field("advice", &advice);
    field("seed", drawn.data["seed"].as_str().unwrap_or_default());
    field("until", &drawn.data["frame_until"].to_string());
    for one in &drawn.strata {
        let values = [("drawn", one.drawn.into()), ("size", one.size.into())];
        let count = texts.with("audit-draw-stratum-text", &values);
        field("stratum", &format!("{} · {count}", one.key));
    }
    field("cases", &drawn.cases.join(", "));
    for (number, signal) in &drawn.targeted {
        let name = texts.get(&format!("signal-{}", signal.replace('-', "_")));
        field("targeted", &format!("{number} · {name}"));
    }
    let double = texts.with("audit-draw-double-text", &[("count", drawn.double.into())]);
    field("double", &double);
    page.gap();
    if drawn.without_second > 0 {
        let values = [("count", drawn.without_second.into())];
        page.line(0, Tone::Alert, &texts.with("audit-draw-no-second", &values));
    }
    if let Some(risk) = drawn.risk {
        let values = [("risk", format!("{:.1}", risk * 100.0).into())];
        page.line(0, Tone::Alert, &texts.with("audit-draw-risk", &values));
    }
    let values = [("round", round.into())];
    let key = if dry_run {
        "cli-kept"
    } else {
        "audit-draw-again"
    };
    page.line(0, Tone::Soft, &texts.with(key, &values));
}

fn as_json(drawn: &Proposed, dry_run: bool) -> Value {
    json!({
        "dry_run": dry_run,
        "draw": drawn.data,
        "left_out": drawn.left_out,
        "numbers": drawn.cases,
        "targeted": drawn.targeted.iter().map(|(number, signal)| json!({
            "number": number, "signal": signal })).collect::<Vec<_>>(),
        "advised": drawn.advice.size,
        "by_table": drawn.advice.by_table,
        "accepts": drawn.advice.accepts,
        "double": drawn.double,
        "without_second": drawn.without_second,
        "risk_of_looking_again": drawn.risk,
    })
}

/// Tells whether every draw came out again; exit code 1 when one did not.
fn again(context: &Context, draws: &[Repeated]) -> Result<(), Failure> {
    let texts = &context.texts;
    let failed = draws.iter().any(|one| one.same == Some(false));
    if context.json {
        let draws: Vec<Value> = draws
            .iter()
            .map(|one| {
                json!({ "draw": one.number, "seed": one.seed, "frame_until": one.until,
                "frame": one.frame.0, "frame_recorded": one.frame.1, "digest": one.digest.0,
                "digest_recorded": one.digest.1, "numbers": one.cases, "same": one.same })
            })
            .collect();
        context.show_json(&json!({ "draws": draws }))?;
    } else {
        let mut page = context.page();
        for one in draws {
            page.heading(&texts.with("audit-again-title", &[("number", one.number.into())]));
            for (key, value) in [
                ("seed", one.seed.clone()),
                ("until", one.until.to_string()),
                ("frame", one.frame.0.to_string()),
                ("digest", one.digest.0.clone()),
                ("cases", one.cases.join(", ")),
            ] {
                page.field(2, 24, &texts.get(&format!("audit-draw-{key}")), &value);
            }
            let (key, tone) = match one.same {
                Some(true) => ("audit-again-same", Tone::Strong),
                Some(false) => ("audit-again-other", Tone::Alert),
                None => ("audit-again-by-hand", Tone::Soft),
            };
            page.line(2, tone, &texts.get(key));
        }
        context.show(&page)?;
    }
    if failed { Err(Failure::Found) } else { Ok(()) }
}
