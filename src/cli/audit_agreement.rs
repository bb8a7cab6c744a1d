//! `audit agreement`: how far two readers of one case say the same, and what to talk about.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::{option, verb};
use super::audit::{round, text};
use super::audit_report::whole;
use super::context::Context;
use super::failure::Failure;
use super::page::{Page, Tone};
use crate::book::audits::{Agreement, Differing, Figures, Measured, Named};
use crate::book::{Access, Error};
use crate::text::Texts;

const PATH: &str = "audit agreement";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, PATH)
        .arg(round(texts, PATH))
        .arg(option(texts, PATH, "per", "group").alias("by"))
        .arg(option(texts, PATH, "municipality", "municipality"))
}

/// Shows items and figures; with too few cases the items, and why there are no figures.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    whole(matches, "per")?;
    let book = context.open(Access::Read)?;
    let code = text(matches, "in-round").unwrap_or_default();
    let round = book.audit_round(text(matches, "municipality"), code)?;
    let found = book.results(&round)?.agreement();
    let named = book.named(&round, &context.texts)?;
    if context.json {
        context.show_json(&as_json(&found))?;
    } else {
        let mut page = context.page();
        tell(&mut page, &context.texts, &named, &found);
        context.show(&page)?;
    }
    match found.figures {
        Err(error) => Err(Error::Audit(error).into()),
        Ok(_) => Ok(()),
    }
}

fn tell(page: &mut Page, texts: &Texts, named: &Named<'_>, found: &Agreement) {
    let values = [
        ("double", found.double.into()),
        ("closed", found.closed.into()),
    ];
    page.title(&texts.get("audit-agreement-title"));
    page.line(
        0,
        Tone::Plain,
        &texts.with("audit-agreement-count", &values),
    );
    page.heading(&texts.get("audit-agreement-items"));
    if found.items.is_empty() {
        page.line(2, Tone::Plain, &texts.get("audit-agreement-no-items"));
    }
    for (item, number) in found.items.iter().zip(1_usize..) {
        page.hanging(
            2,
            &format!("{number:>3}. "),
            Tone::Plain,
            &named.differing(item),
        );
    }
    for one in found.figures.iter().flatten() {
        page.heading(&named.subject(&one.subject));
        let mut field = |key: &str, value: &str| {
            page.field(2, 30, &texts.get(&format!("audit-agreement-{key}")), value);
        };
        let counts = [("items", one.items.into()), ("cases", one.cases.into())];
        field("n", &texts.with("audit-agreement-n-text", &counts));
        let percent = one
            .percent
            .map_or_else(|_| "–".to_owned(), |part| named.percent(part));
        field("percent", &percent);
        for (key, figure) in figures(one) {
            field(key, &named.measured(figure));
        }
        let head = std::iter::once(String::new())
            .chain(one.categories.iter().map(|code| (*code).to_owned()));
        let head: Vec<String> = head.collect();
        let rows: Vec<Vec<String>> = one
            .categories
            .iter()
            .zip(&one.table)
            .map(|(code, row)| {
                let cells = row.iter().map(ToString::to_string);
                std::iter::once((*code).to_owned()).chain(cells).collect()
            })
            .collect();
        page.line(2, Tone::Soft, &texts.get("audit-agreement-table"));
        page.table(&head, &rows, &[1, 2, 3, 4]);
    }
    page.gap();
    page.line(0, Tone::Soft, &texts.get("audit-agreement-about"));
}

/// Every chance-corrected figure that there is, with its key.
fn figures(one: &Figures) -> Vec<(&'static str, &Measured)> {
    let always = [
        ("kappa", Some(&one.kappa)),
        ("linear", one.linear.as_ref()),
        ("quadratic", one.quadratic.as_ref()),
        ("fleiss", Some(&one.fleiss)),
        ("nominal", Some(&one.nominal)),
        ("ordinal", one.ordinal.as_ref()),
        ("interval", one.interval.as_ref()),
        ("ac1", Some(&one.ac1)),
    ];
    let there = always.into_iter();
    there
        .filter_map(|(key, found)| Some((key, found?)))
        .collect()
}

fn as_json(found: &Agreement) -> Value {
    let items: Vec<Value> = found.items.iter().map(item_json).collect();
    let figures = found.figures.as_ref().ok().map(|all| {
        let all = all.iter().map(figures_json);
        all.collect::<Vec<_>>()
    });
    json!({ "double": found.double, "closed": found.closed, "items": items, "figures": figures })
}

fn item_json(item: &Differing) -> Value {
    json!({
        "dossier": item.number,
        "step": item.step,
        "event": item.event,
        "criterion": item.criterion,
        "apart": item.apart,
        "said": item.said.iter().map(|(code, reason)| json!({
            "said": code, "reason": reason })).collect::<Vec<_>>(),
    })
}

fn figures_json(one: &Figures) -> Value {
    let mut form = json!({
        "subject": one.subject.code(),
        "cases": one.cases,
        "items": one.items,
        "categories": one.categories,
        "table": one.table,
        "percent": one.percent.ok(),
    });
    for (key, figure) in figures(one) {
        form[key] = json!({
            "value": figure.value.ok(),
            "low": figure.interval.map(|one| one.low),
            "high": figure.interval.map(|one| one.high),
            "why_none": figure.value.err().map(|why| why.to_string()),
        });
    }
    form
}
