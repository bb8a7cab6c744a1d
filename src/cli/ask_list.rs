//! `ask list`: which questions there are, who asks them, and which are the municipality's own.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::{option, switch, verb};
use super::context::Context;
use super::failure::Failure;
use super::page::Tone;
use crate::book::Access;
use crate::book::asking::{ASKERS, Question, QuestionFault, Shape};
use crate::text::{Lang, Texts};

const PATH: &str = "ask list";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, PATH)
        .arg(option(texts, PATH, "asker", "asker").value_parser(ASKERS))
        .arg(option(texts, PATH, "about", "text"))
        .arg(switch(texts, PATH, "own"))
}

/// Lists them.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let texts = &context.texts;
    let catalogue = context.open(Access::Read)?.questions()?;
    let asker = matches.get_one::<String>("asker");
    let about = matches
        .get_one::<String>("about")
        .map(|text| text.to_lowercase());
    let wanted = |question: &&Question| {
        let about = about.as_ref().is_none_or(|word| mentions(question, word));
        asker.is_none_or(|asker| question.asks.contains(asker))
            && about
            && (question.own || !matches.get_flag("own"))
    };
    let chosen: Vec<&Question> = catalogue.questions().iter().filter(wanted).collect();
    if context.json {
        let questions: Vec<Value> = chosen.iter().map(|one| as_json(one)).collect();
        let faulty: Vec<Value> = catalogue
            .faulty()
            .iter()
            .map(|one| json!({ "file": one.file, "fault": one.fault.to_string() }))
            .collect();
        return context.show_json(&json!({ "questions": questions, "faulty": faulty }));
    }
    let mut page = context.page();
    if chosen.is_empty() {
        page.line(0, Tone::Plain, &texts.get("ask-list-empty"));
    }
    let mut own = false;
    let codes = chosen.iter().map(|one| one.code.chars().count());
    let width = codes.max().unwrap_or(0);
    for question in &chosen {
        if question.own != own {
            own = question.own;
            page.heading(&texts.get("ask-list-own"));
        }
        let code = format!("{:<width$} ", question.code);
        // The code is what to type; the English name of a built-in one stands in `ask show`.
        page.hanging(0, &code, Tone::Plain, title(texts, question));
    }
    page.gap();
    let count = texts.with("ask-list-count", &[("count", chosen.len().into())]);
    page.line(0, Tone::Soft, &count);
    page.line(0, Tone::Soft, &texts.get("ask-list-how"));
    for faulty in catalogue.faulty() {
        page.gap();
        let values = [
            ("file", faulty.file.as_str().into()),
            ("why", fault(texts, &faulty.fault).into()),
        ];
        page.line(0, Tone::Alert, &texts.with("ask-faulty", &values));
    }
    context.show(&page)
}

fn mentions(question: &Question, word: &str) -> bool {
    let texts = [
        &question.name,
        &question.title_nl,
        &question.title_en,
        &question.unit,
        &question.source,
    ];
    let groups = question.groups.iter().chain(&question.events);
    texts
        .into_iter()
        .chain(groups)
        .any(|text| text.to_lowercase().contains(word))
}

/// The question in the language of the reader.
pub(super) fn title<'a>(texts: &Texts, question: &'a Question) -> &'a str {
    match texts.lang() {
        Lang::Dutch => &question.title_nl,
        Lang::English => &question.title_en,
    }
}

/// One of two texts, by the language of the reader.
pub(super) fn either<'a>(texts: &Texts, pair: &'a (String, String)) -> &'a str {
    match texts.lang() {
        Lang::Dutch => &pair.0,
        Lang::English => &pair.1,
    }
}

/// What is wrong with a question file, in words.
pub(super) fn fault(texts: &Texts, fault: &QuestionFault) -> String {
    let with = |key: &str, what: &str| texts.with(key, &[("what", what.into())]).into_owned();
    match fault {
        QuestionFault::NoLine(key) => with("ask-fault-no-line", key),
        QuestionFault::Twice(key) => with("ask-fault-twice", key),
        QuestionFault::Unknown(key) => with("ask-fault-unknown", key),
        QuestionFault::Value { key, value } => {
            let values = [
                ("what", value.as_str().into()),
                ("key", key.as_str().into()),
            ];
            texts.with("ask-fault-value", &values).into_owned()
        }
        QuestionFault::Person(group) => with("ask-fault-person", group),
        QuestionFault::NotOneStatement => texts.get("ask-fault-statement").into_owned(),
        QuestionFault::EveryVersion(table) => with("ask-fault-every-version", table),
        QuestionFault::TooLong => texts.get("ask-fault-too-long").into_owned(),
        QuestionFault::Taken(name) => with("ask-fault-taken", name),
        QuestionFault::Unreadable(why) => with("ask-fault-unreadable", why),
    }
}

/// The head of a question for a program.
pub(super) fn as_json(question: &Question) -> Value {
    let measures: Vec<Value> = question
        .measures
        .iter()
        .map(|one| {
            json!({ "name": one.name, "kind": one.kind.word(),
                "title": { "nl": one.title_nl, "en": one.title_en } })
        })
        .collect();
    json!({
        "code": question.code,
        "name": question.name,
        "title": { "nl": question.title_nl, "en": question.title_en },
        "asks": question.asks,
        "source": question.source,
        "events": question.events,
        "shape": match question.shape { Shape::Answer => "answer", Shape::List => "list" },
        "numerator": { "nl": question.numerator.0, "en": question.numerator.1 },
        "denominator": { "nl": question.denominator.0, "en": question.denominator.1 },
        "unit": question.unit,
        "groups": question.groups,
        "by": question.by,
        "measures": measures,
        "sensitive": question.sensitive,
        "own": question.own,
    })
}
