//! `ask show`: what a question counts, where it comes from, and its statement.

use clap::{ArgMatches, Command};
use serde_json::Value;

use super::arguments::{positional, verb};
use super::ask_list::{as_json, either, title};
use super::ask_page::group_name;
use super::context::Context;
use super::failure::Failure;
use super::page::Tone;
use crate::book::errors::AskError;
use crate::book::{Access, Error};
use crate::text::{Lang, Texts};

const PATH: &str = "ask show";

/// Columns for the labels.
const LABEL: usize = 16;

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, PATH).arg(positional(texts, PATH, "name", "question").required(true))
}

/// Shows it.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let texts = &context.texts;
    let name = matches
        .get_one::<String>("name")
        .cloned()
        .unwrap_or_default();
    let catalogue = context.open(Access::Read)?.questions()?;
    let Some(question) = catalogue.find(&name) else {
        return Err(Error::Ask(AskError::NoSuchQuestion { name }).into());
    };
    if context.json {
        let mut value = as_json(question);
        value["sql"] = Value::from(question.text.clone());
        return context.show_json(&value);
    }
    let mut page = context.page();
    page.title(&format!("{} · {}", question.code, title(texts, question)));
    let asks: Vec<String> = question
        .asks
        .iter()
        .map(|asker| texts.get(&format!("ask-asker-{asker}")).into_owned())
        .collect();
    let measures = question.measures.iter().map(|one| {
        let title = match texts.lang() {
            Lang::Dutch => &one.title_nl,
            Lang::English => &one.title_en,
        };
        let kind = texts.get(&format!("ask-measure-{}", one.kind.word()));
        format!("{title} ({kind})")
    });
    // The word for people, and between brackets what is typed.
    let typed = |name: &String, said: &str| match name == said {
        true => name.clone(),
        false => format!("{} ({name})", said.to_lowercase()),
    };
    let groups = |names: &[String]| {
        let names = names.iter();
        let names = names.map(|name| typed(name, &group_name(texts, name)));
        names.collect::<Vec<_>>().join(", ")
    };
    let events = question.events.iter();
    let events = events.map(|name| texts.event(name).into_owned());
    let rows = [
        ("name", question.name.clone()),
        ("asks", texts.list(&asks)),
        ("source", question.source.clone()),
        ("numerator", either(texts, &question.numerator).to_owned()),
        (
            "denominator",
            either(texts, &question.denominator).to_owned(),
        ),
        ("measures", measures.collect::<Vec<_>>().join("\n")),
        ("groups", groups(&question.groups)),
        ("by", groups(&question.by)),
        ("events", events.collect::<Vec<_>>().join(", ")),
    ];
    for (key, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
        page.field(0, LABEL, &texts.get(&format!("ask-head-{key}")), value);
    }
    page.heading(&texts.get("ask-head-sql"));
    for line in question.text.lines().filter(|line| !line.starts_with("--")) {
        let safe: String = line.chars().filter(|sign| !sign.is_control()).collect();
        page.raw(&safe);
    }
    page.gap();
    page.line(0, Tone::Soft, &texts.get("ask-head-how"));
    context.show(&page)
}
