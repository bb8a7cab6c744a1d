//! `replay learn set`: a round with a goal, and the shielded cases in it.

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

use super::arguments::{noun, option, verb};
use super::context::Context;
use super::failure::Failure;
use super::learn::{named, opened, pdf, round, say, several, tell, text, who};
use crate::book::Access;
use crate::book::learning::NewRound;
use crate::text::{Texts, Value as Fill};

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    const PATH: &str = "replay learn set";
    let dossier = |texts| option(texts, PATH, "dossier", "number").required(true);
    let mask = |texts| option(texts, PATH, "mask", "text").action(ArgAction::Append);
    let plan = "replay learn set plan";
    noun(texts, PATH)
        .subcommand(
            verb(texts, plan)
                .args(round(texts))
                .args(who(texts, "TB"))
                .arg(option(texts, plan, "goal", "text").required(true))
                .arg(option(texts, plan, "question", "text").required(true))
                .arg(option(texts, plan, "ends-on", "day")),
        )
        .subcommand(choose(texts))
        .subcommand(
            verb(texts, "replay learn set preview")
                .args(round(texts))
                .arg(dossier(texts))
                .arg(mask(texts))
                .arg(pdf(texts)),
        )
        .subcommand(
            verb(texts, "replay learn set confirm")
                .args(round(texts))
                .args(who(texts, "TB"))
                .arg(dossier(texts))
                .arg(mask(texts)),
        )
        .subcommand(
            verb(texts, "replay learn set fill")
                .args(round(texts))
                .args(who(texts, "TB"))
                .arg(dossier(texts).action(ArgAction::Append)),
        )
}

fn choose(texts: &Texts) -> Command {
    let path = "replay learn set choose";
    let own = |name: &'static str, value: &'static str| -> Arg { option(texts, path, name, value) };
    verb(texts, path)
        .arg(own("principle", "name"))
        .arg(own("reason", "kind").value_parser(["opzij", "betwist", "bevinding"]))
        .arg(own("team", "team"))
}

/// Hands over to the verb.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("plan", matches)) => plan(context, matches),
        Some(("choose", matches)) => run_choose(context, matches),
        Some(("preview", matches)) => preview(context, matches),
        Some(("confirm", matches)) => confirm(context, matches),
        Some(("fill", matches)) => fill(context, matches),
        _ => Ok(()),
    }
}

fn plan(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Write)?;
    let new = NewRound {
        round: text(matches, "round").unwrap_or_default(),
        question: text(matches, "question").unwrap_or_default(),
        goal: text(matches, "goal").unwrap_or_default(),
        ends_on: text(matches, "ends-on"),
    };
    let municipality = text(matches, "municipality");
    let planned = book.plan_learning(&new, municipality.as_deref(), &named(matches));
    planned.map_err(|error| Failure::form("round_planned", error))?;
    book.close()?;
    if context.json {
        return context.show_json(&json!({ "round": new.round, "planned": true }));
    }
    say(context, "learn-planned", &[("round", new.round.into())])
}

/// The decisions one can learn from (Q49), with the numbers that the ordinary question leaves out:
/// whoever makes a set must find the dossiers.
fn run_choose(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let text = |name: &str| text(matches, name);
    let mut found = book.cases_to_learn_from(text("team").as_deref())?;
    if let Some(principle) = text("principle") {
        found.retain(|one| one.about.as_deref() == Some(principle.as_str()));
    }
    if let Some(reason) = text("reason") {
        found.retain(|one| one.reason == reason);
    }
    if context.json {
        let value = serde_json::to_value(&found).map_err(std::io::Error::from)?;
        return context.show_json(&json!({ "decisions": value }));
    }
    if found.is_empty() {
        return say(context, "learn-choose-nothing", &[]);
    }
    let texts = &context.texts;
    let columns = ["number", "day", "kind", "reason", "about"];
    let head = columns.map(|column| texts.get(&format!("learn-choose-{column}")).into_owned());
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|one| {
            let reason = format!("learn-reason-{}", one.reason);
            vec![
                one.dossier.clone(),
                texts.day(one.taken_on),
                texts.code("decision_kind", one.kind).into_owned(),
                texts.get(&reason).into_owned(),
                one.about.clone().unwrap_or_default(),
            ]
        })
        .collect();
    let mut page = context.page();
    page.table(&head, &rows, &[]);
    context.show(&page)
}

fn preview(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (book, round) = opened(context, matches, Access::Read)?;
    let number = text(matches, "dossier").unwrap_or_default();
    let mask = several(matches, "mask");
    let scene = book.shielded_preview(&context.texts, &round, &number, &mask)?;
    tell(context, matches, &scene.document, || {
        serde_json::to_value(&scene)
    })
}

fn confirm(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (book, round) = opened(context, matches, Access::Write)?;
    let number = text(matches, "dossier").unwrap_or_default();
    let mask = several(matches, "mask");
    let who = named(matches);
    let confirmed = book.confirm_shielding(&round, &number, &mask, &who);
    confirmed.map_err(|error| Failure::form("shielding_confirmed", error))?;
    book.close()?;
    if context.json {
        return context.show_json(&json!({ "round": round.round, "confirmed": true }));
    }
    let values: [(&str, Fill<'_>); 2] = [
        ("number", number.into()),
        ("round", round.round.as_str().into()),
    ];
    say(context, "learn-confirmed", &values)
}

fn fill(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (book, round) = opened(context, matches, Access::Write)?;
    let filled = book.fill_learning(&round, &several(matches, "dossier"), &named(matches));
    let filled = filled.map_err(|error| Failure::form("cases_drawn", error))?;
    book.close()?;
    if context.json {
        return context.show_json(&json!({ "round": round.round, "cases": filled.cases }));
    }
    let values: [(&str, Fill<'_>); 2] = [
        ("round", round.round.as_str().into()),
        ("cases", context.texts.list(&filled.cases).into()),
    ];
    say(context, "learn-set-filled", &values)
}
