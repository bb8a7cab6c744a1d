//! `replay learn answer, panel, finish`: the own answer, locked; and what was learned.
//!
//! The questions are asked one by one at a terminal, or when `--guided` is given; every answer can
//! be given as an option too. Nothing is looked up in the dossier beyond the decision point.

use std::io::{BufRead, IsTerminal as _, Write};

use clap::{ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Map, Value, json};

use super::arguments::{option, switch, verb};
use super::context::Context;
use super::failure::Failure;
use super::learn::{case, named, opened, point, round, say, several, text, who};
use crate::book::Access;
use crate::book::fields::EventType;
use crate::book::learning::{Attempt, Finish, Hindsight, Scene, Stage, codes};
use crate::text::{Texts, Value as Fill};

/// The options of an answer: name, name of the value, field, and the list of its codes.
const FIELDS: [(&str, &str, &str, Option<&str>); 9] = [
    ("noticed", "text", "noticed", None),
    ("missing", "text", "missing", None),
    ("choice", "kind", "choice_kind", Some("decision_kind")),
    ("why", "text", "reasons", None),
    ("law", "kind", "law", Some("verdict")),
    ("means", "kind", "means", Some("verdict")),
    ("self-direction", "kind", "self_direction", Some("verdict")),
    ("expect", "text", "expectation", None),
    ("sure", "count", "confidence", None),
];

/// `answer`.
pub(super) fn answer(texts: &Texts) -> Command {
    with_answer(texts, verb(texts, "replay learn answer"), "LE")
}

/// `panel`.
pub(super) fn panel(texts: &Texts) -> Command {
    with_answer(texts, verb(texts, "replay learn panel"), "TB")
}

fn with_answer(texts: &Texts, command: Command, role: &'static str) -> Command {
    const PATH: &str = "replay learn answer";
    let mut command = command
        .args(round(texts))
        .args(who(texts, role))
        .arg(case(texts))
        .arg(point(texts))
        .arg(switch(texts, PATH, "guided").short('g'))
        .arg(option(texts, PATH, "rank", "text").action(ArgAction::Append))
        .arg(option(texts, PATH, "principle", "text").action(ArgAction::Append));
    for (name, value, _, _) in FIELDS {
        command = command.arg(option(texts, PATH, name, value));
    }
    command
}

/// `finish`.
pub(super) fn finish(texts: &Texts) -> Command {
    let path = "replay learn finish";
    let hindsight: Vec<&str> = Hindsight::ALL.iter().map(|one| one.code()).collect();
    let stages: Vec<&str> = Stage::ALL.iter().map(|one| one.code()).collect();
    verb(texts, path)
        .args(round(texts))
        .args(who(texts, "LE"))
        .arg(case(texts))
        .arg(point(texts).required(true))
        .arg(option(texts, path, "insight", "text"))
        .arg(option(texts, path, "intention", "text"))
        .arg(option(texts, path, "hindsight", "kind").value_parser(hindsight))
        .arg(option(texts, path, "changed-by", "kind").value_parser(stages))
        .arg(option(texts, path, "minutes", "count").value_parser(value_parser!(u64)))
}

/// Locks an answer.
pub(super) fn run(context: &Context, matches: &ArgMatches, panel: bool) -> Result<(), Failure> {
    let who = named(matches);
    let case = text(matches, "case").unwrap_or_default();
    let point = matches.get_one::<usize>("point").copied();
    let mut given = given(matches);
    let lacks = !given.contains_key("choice_kind") || !given.contains_key("reasons");
    if matches.get_flag("guided") || (lacks && on_terminal(context)) {
        let (book, round) = opened(context, matches, Access::Read)?;
        let scene = book.learning_scene(&context.texts, &round, &case, point, &who)?;
        let mut asker = Asker::new(context);
        if !asker.answer(&scene, &mut given)? {
            return say(context, "learn-stopped", &[]);
        }
    }
    let (book, round) = opened(context, matches, Access::Write)?;
    let attempt = Attempt { data: given, panel };
    let locked = book.lock_answer(&context.texts, &round, &case, point, &attempt, &who);
    let event = EventType::LearningAnswerLocked.name();
    let (point, receipt) = locked.map_err(|error| Failure::form(event, error))?;
    book.close()?;
    if context.json {
        return context.show_json(&json!({
            "round": round.round,
            "case": case.to_uppercase(),
            "point": point,
            "locked_at": receipt.recorded_at.map(|moment| moment.to_string()),
        }));
    }
    let values: [(&str, Fill<'_>); 2] = [
        ("case", case.to_uppercase().into()),
        ("point", point.into()),
    ];
    say(context, "learn-answer-locked", &values)
}

/// Records what was learned.
pub(super) fn run_finish(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let case = text(matches, "case").unwrap_or_default();
    let point = matches.get_one::<usize>("point").copied().unwrap_or(0);
    let mut finish = Finish {
        insight: text(matches, "insight").unwrap_or_default(),
        intention: text(matches, "intention"),
        hindsight: text(matches, "hindsight"),
        changed_by: text(matches, "changed-by"),
        minutes: matches.get_one::<u64>("minutes").copied(),
    };
    if finish.insight.is_empty() && on_terminal(context) {
        let mut asker = Asker::new(context);
        if !asker.finish(&mut finish)? {
            return say(context, "learn-stopped", &[]);
        }
    }
    let (book, round) = opened(context, matches, Access::Write)?;
    let who = named(matches);
    let done = book.finish_learning(&context.texts, &round, &case, point, &finish, &who);
    done.map_err(|error| Failure::form(EventType::ReplayCompleted.name(), error))?;
    book.close()?;
    if context.json {
        return context.show_json(&json!({
            "round": round.round, "case": case.to_uppercase(), "point": point, "finished": true,
        }));
    }
    let values: [(&str, Fill<'_>); 2] = [
        ("case", case.to_uppercase().into()),
        ("point", point.into()),
    ];
    say(context, "learn-done", &values)
}

pub(super) fn on_terminal(context: &Context) -> bool {
    !context.json && std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// The fields that were given as options.
fn given(matches: &ArgMatches) -> Map<String, Value> {
    let mut data = Map::new();
    for (name, _, field, _) in FIELDS {
        if let Some(said) = text(matches, name) {
            data.insert(field.to_owned(), Value::from(said));
        }
    }
    put_list(&mut data, "ranking", &several(matches, "rank"), ranked);
    put_list(
        &mut data,
        "principles",
        &several(matches, "principle"),
        stance,
    );
    data
}

fn put_list(data: &mut Map<String, Value>, field: &str, said: &[String], read: fn(&str) -> Value) {
    let items: Vec<Value> = said
        .iter()
        .filter(|item| !item.is_empty())
        .map(|item| read(item))
        .collect();
    if !items.is_empty() {
        data.insert(field.to_owned(), Value::from(items));
    }
}

/// A number is an option that was put forward, anything else an own one.
fn ranked(said: &str) -> Value {
    match said.parse::<u64>() {
        Ok(number) => json!({ "option": number }),
        Err(_) => json!({ "own": said }),
    }
}

/// `P5=toegepast=reden`, with the weightier value as a fourth part when one is set aside.
fn stance(said: &str) -> Value {
    let mut parts = said.splitn(4, '=').map(str::trim);
    let mut next = || parts.next().filter(|part| !part.is_empty());
    let mut stance = Map::new();
    for field in ["principle", "stance", "reason", "weightier_value"] {
        if let Some(part) = next() {
            stance.insert(field.to_owned(), Value::from(part));
        }
    }
    Value::Object(stance)
}

/// Asks questions one by one.
pub(super) struct Asker<'c> {
    context: &'c Context,
    input: Box<dyn BufRead>,
    output: Box<dyn Write>,
}

/// What was typed.
enum Typed {
    Said(String),
    Nothing,
    Stop,
}

impl<'c> Asker<'c> {
    pub(super) fn new(context: &'c Context) -> Self {
        // With JSON on standard output, the conversation goes beside it.
        let output: Box<dyn Write> = if context.json {
            Box::new(std::io::stderr())
        } else {
            Box::new(std::io::stdout())
        };
        Self {
            context,
            input: Box::new(std::io::BufReader::new(std::io::stdin())),
            output,
        }
    }

    /// Asks for what was not given yet; `false` when the person stops.
    fn answer(&mut self, scene: &Scene, data: &mut Map<String, Value>) -> Result<bool, Failure> {
        let texts = &self.context.texts;
        let lines = scene.document.to_text(self.context.width);
        writeln!(self.output, "{lines}\n{}", texts.get("learn-ask-keys"))?;
        for (name, _, field, list) in FIELDS {
            if field == "choice_kind" {
                if !data.contains_key("ranking") && !self.ranking(scene, data)? {
                    return Ok(false);
                }
            } else if field == "law"
                && !data.contains_key("principles")
                && !self.principles(data)?
            {
                return Ok(false);
            }
            if data.contains_key(field) {
                continue;
            }
            let required = !matches!(field, "noticed" | "missing");
            let codes = list.map_or_else(Vec::new, codes);
            let said = match list {
                Some(list) => self.one(name, list, &codes)?,
                None => self.line(name, required)?,
            };
            match said {
                Typed::Stop => return Ok(false),
                Typed::Nothing => {}
                Typed::Said(said) => {
                    data.insert(field.to_owned(), Value::from(said));
                }
            }
        }
        Ok(true)
    }

    fn ranking(&mut self, scene: &Scene, data: &mut Map<String, Value>) -> Result<bool, Failure> {
        for option in &scene.options {
            writeln!(self.output, "  {option}")?;
        }
        match self.line("rank", false)? {
            Typed::Stop => return Ok(false),
            Typed::Nothing => {}
            Typed::Said(said) => {
                let items: Vec<String> =
                    said.split(';').map(|item| item.trim().to_owned()).collect();
                put_list(data, "ranking", &items, ranked);
            }
        }
        Ok(true)
    }

    fn principles(&mut self, data: &mut Map<String, Value>) -> Result<bool, Failure> {
        let mut said = Vec::new();
        loop {
            match self.line("principle", false)? {
                Typed::Stop => return Ok(false),
                Typed::Nothing => break,
                Typed::Said(one) => said.push(one),
            }
        }
        put_list(data, "principles", &said, stance);
        Ok(true)
    }

    /// Asks for what was learned; `false` when the person stops.
    fn finish(&mut self, finish: &mut Finish) -> Result<bool, Failure> {
        writeln!(self.output, "{}", self.context.texts.get("learn-ask-keys"))?;
        let Typed::Said(insight) = self.line("insight", true)? else {
            return Ok(false);
        };
        finish.insight = insight;
        if finish.intention.is_none() {
            match self.line("intention", false)? {
                Typed::Stop => return Ok(false),
                Typed::Nothing => {}
                Typed::Said(said) => finish.intention = Some(said),
            }
        }
        for (name, list, place) in [
            ("hindsight", "hindsight", &mut finish.hindsight),
            ("changed-by", "stage", &mut finish.changed_by),
        ] {
            if place.is_none() {
                match self.one(name, list, &codes(list))? {
                    Typed::Stop => return Ok(false),
                    Typed::Nothing => {}
                    Typed::Said(said) => *place = Some(said),
                }
            }
        }
        Ok(true)
    }

    /// One of a numbered list, by its number or its code.
    fn one(&mut self, name: &str, list: &str, codes: &[&'static str]) -> Result<Typed, Failure> {
        loop {
            for (code, number) in codes.iter().zip(1..) {
                let label = self.context.texts.code(list, code);
                writeln!(self.output, "  {number} {label}")?;
            }
            let Typed::Said(said) = self.line(name, true)? else {
                return Ok(Typed::Stop);
            };
            let by_number = said
                .parse::<usize>()
                .ok()
                .and_then(|number| number.checked_sub(1));
            let by_code = || codes.iter().find(|code| **code == said);
            if let Some(code) = by_number
                .and_then(|place| codes.get(place))
                .or_else(by_code)
            {
                return Ok(Typed::Said((*code).to_owned()));
            }
            writeln!(
                self.output,
                "  ! {}",
                self.context.texts.get("guided-unclear-choice")
            )?;
        }
    }

    /// One line.
    pub(super) fn said(&mut self, name: &str) -> Result<Option<String>, Failure> {
        Ok(match self.line(name, false)? {
            Typed::Said(said) => Some(said),
            _ => None,
        })
    }

    fn line(&mut self, name: &str, required: bool) -> Result<Typed, Failure> {
        let texts = &self.context.texts;
        loop {
            writeln!(self.output, "\n{}", texts.get(&format!("learn-ask-{name}")))?;
            write!(self.output, "> ")?;
            self.output.flush()?;
            let mut typed = String::new();
            if self.input.read_line(&mut typed)? == 0 {
                writeln!(self.output)?;
                return Ok(Typed::Stop);
            }
            match typed.trim() {
                "!" => return Ok(Typed::Stop),
                "" | "-" if !required => return Ok(Typed::Nothing),
                "" => writeln!(self.output, "  ! {}", texts.get("fault-missing"))?,
                said => return Ok(Typed::Said(said.to_owned())),
            }
        }
    }
}
