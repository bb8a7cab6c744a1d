//! Flags from fields: every event has the flags that its form asks for, and what is given on the
//! command line becomes the same form again.
//!
//! A field is `--field VALUE`; a field within a record has dots (`--triangle.wet.verdict ja`); a
//! list is the same flag several times. A record in a list is JSON or `key=value;key=value`.

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Map, Value};

use crate::book::fields::{EventType, Fault, FieldSpec, Refusal, Rule, Shape, common};
use crate::text::Texts;

/// Common fields that have a flag of their own in [`super::record`], with their environment.
pub(super) const OWN_FLAGS: [(&str, Option<&str>); 5] = [
    ("actor", Some("WEEGBOEK_ACTOR")),
    ("role", Some("WEEGBOEK_ROLE")),
    ("team", Some("WEEGBOEK_TEAM")),
    ("municipality", None),
    ("occurred_on", None),
];

/// One flag: where its value goes in the form, and what it holds.
struct Flag {
    path: String,
    owner: String,
    name: &'static str,
    required: bool,
    rule: Rule,
    shape: Shape,
}

/// The flags of an event type, its own fields first and then the common ones.
pub(super) fn add(mut command: Command, event: EventType, texts: &Texts) -> Command {
    let own = texts.get("record-heading-fields").into_owned();
    for (order, flag) in flags_of(event.name(), event.fields()).iter().enumerate() {
        command = command.arg(arg(flag, texts, order).help_heading(own.clone()));
    }
    let heading = texts.get("record-heading-common").into_owned();
    for (order, flag) in flags_of("common", common()).iter().enumerate() {
        // A field of the content goes before a common field of the same name.
        let taken = event.fields().iter().any(|spec| spec.name == flag.path);
        if !taken {
            command = command.arg(arg(flag, texts, 500 + order).help_heading(heading.clone()));
        }
    }
    command
}

/// What was given on the command line.
pub(super) struct Given {
    /// Common fields.
    pub(super) common: Map<String, Value>,
    /// Content.
    pub(super) data: Map<String, Value>,
}

/// What was given, as the common fields and the content of a form.
pub(super) fn read(event: EventType, matches: &ArgMatches) -> Result<Given, Vec<Refusal>> {
    let mut refusals = Vec::new();
    let mut collect = |flags: Vec<Flag>, skip: &[FieldSpec]| {
        let mut form = Value::Object(Map::new());
        for flag in flags {
            if skip.iter().any(|spec| spec.name == flag.path) {
                continue;
            }
            let Some(given) = matches.get_many::<String>(&flag.path) else {
                continue;
            };
            let given: Vec<&str> = given.map(String::as_str).collect();
            match value(&flag.shape, &given) {
                Ok(value) => put(&mut form, &flag.path, value),
                Err(text) => refusals.push(Refusal::because_of(
                    Rule::Form,
                    &flag.path,
                    "not-key-value",
                    text,
                )),
            }
        }
        match form {
            Value::Object(members) => members,
            _ => Map::new(),
        }
    };
    let data = collect(flags_of(event.name(), event.fields()), &[]);
    let common = collect(flags_of("common", common()), &event.fields());
    if refusals.is_empty() {
        Ok(Given { common, data })
    } else {
        Err(refusals)
    }
}

/// Puts a value at a dotted path of a form, making the records on the way.
pub(super) fn put(form: &mut Value, path: &str, value: Value) {
    let Some((first, rest)) = path.split_once('.') else {
        return place(form, path, value);
    };
    let inner = rest.split('.').next().unwrap_or_default();
    let empty = if inner.parse::<usize>().is_ok() {
        Value::Array(Vec::new())
    } else {
        Value::Object(Map::new())
    };
    match form {
        Value::Object(members) => {
            let next = members.entry(first).or_insert(Value::Null);
            if !next.is_object() && !next.is_array() {
                *next = empty;
            }
            put(next, rest, value);
        }
        Value::Array(items) => {
            let Ok(number) = first.parse::<usize>() else {
                return;
            };
            while items.len() <= number {
                items.push(Value::Object(Map::new()));
            }
            put(&mut items[number], rest, value);
        }
        _ => {}
    }
}

fn place(form: &mut Value, step: &str, value: Value) {
    match form {
        Value::Object(members) => {
            members.insert(step.to_owned(), value);
        }
        Value::Array(items) => {
            let Ok(number) = step.parse::<usize>() else {
                return;
            };
            while items.len() < number {
                items.push(Value::Null);
            }
            if number < items.len() {
                items[number] = value;
            } else {
                items.push(value);
            }
        }
        _ => {}
    }
}

fn flags_of(owner: &str, fields: Vec<FieldSpec>) -> Vec<Flag> {
    let mut flags = Vec::new();
    gather(owner, "", (true, Rule::Form), fields, &mut flags);
    flags
}

/// `above` says whether the record must be there, and which rule asks for it.
fn gather(
    owner: &str,
    path: &str,
    above: (bool, Rule),
    fields: Vec<FieldSpec>,
    into: &mut Vec<Flag>,
) {
    for spec in fields {
        let at = if path.is_empty() {
            spec.name.to_owned()
        } else {
            format!("{path}.{}", spec.name)
        };
        let required = above.0 && spec.required;
        let rule = match spec.rule {
            Rule::Form => above.1,
            own => own,
        };
        match spec.shape {
            Shape::Record { name, fields } => gather(name, &at, (required, rule), fields, into),
            shape => into.push(Flag {
                path: at,
                owner: owner.to_owned(),
                name: spec.name,
                required,
                rule,
                shape,
            }),
        }
    }
}

fn arg(flag: &Flag, texts: &Texts, order: usize) -> Arg {
    let (label, question) = texts.field(&flag.owner, flag.name);
    let mut help = format!("{label}. {question}");
    describe(&flag.shape, texts, &mut help);
    if flag.path == "occurred_on" {
        help.push_str(&format!(" {}", texts.get("record-help-today")));
    } else if flag.required {
        let must = texts.get("cli-required");
        match flag.rule {
            Rule::Form => help.push_str(&format!(" [{must}]")),
            rule => help.push_str(&format!(" [{must}, {rule}]")),
        }
    }
    let mut arg = Arg::new(flag.path.clone())
        .long(flag.path.clone())
        .help(help)
        .value_name(texts.get(value_name(&flag.shape)).into_owned())
        .num_args(1)
        .allow_negative_numbers(true)
        .display_order(if flag.required { order } else { order + 1_000 });
    let hyphens = flag.path.replace('_', "-");
    if hyphens != flag.path {
        arg = arg.alias(hyphens);
    }
    if is_list(&flag.shape) {
        arg = arg.action(ArgAction::Append);
    }
    if let Some((_, Some(variable))) = OWN_FLAGS.iter().find(|(name, _)| *name == flag.path) {
        arg = arg.env(*variable).hide_env_values(true);
    }
    arg
}

/// The codes that may be given, with their labels, and the fields of a record in a list.
fn describe(shape: &Shape, texts: &Texts, help: &mut String) {
    match shape {
        Shape::Choice { list, codes } => {
            let codes: Vec<_> = codes
                .iter()
                .map(|code| match texts.code(list, code) {
                    label if label == *code => label.into_owned(),
                    label => format!("{code} ({label})"),
                })
                .collect();
            help.push_str(&format!(" {}", codes.join(", ")));
        }
        Shape::Number { min, max } => help.push_str(&format!(" {min}–{max}")),
        Shape::Or { value, absent } => {
            describe(value, texts, help);
            help.push_str(&format!(" | {absent}"));
        }
        Shape::List(item) => match &**item {
            Shape::Record { fields, .. } => {
                let names: Vec<_> = fields
                    .iter()
                    .map(|spec| {
                        if spec.required {
                            spec.name.to_owned()
                        } else {
                            format!("[{}]", spec.name)
                        }
                    })
                    .collect();
                let shown = names.join(";");
                help.push_str(&format!(
                    " {}",
                    texts.with("record-help-items", &[("fields", shown.into())])
                ));
            }
            item => describe(item, texts, help),
        },
        _ => {}
    }
}

fn value_name(shape: &Shape) -> &'static str {
    match shape {
        Shape::Words | Shape::Text => "record-value-text",
        Shape::Choice { .. } => "record-value-choice",
        Shape::Number { .. } | Shape::Decimal => "record-value-number",
        Shape::Euro => "record-value-euro",
        Shape::Flag => "record-value-flag",
        Shape::Day => "record-value-day",
        Shape::Moment => "record-value-moment",
        Shape::Event => "record-value-step",
        Shape::Code | Shape::Actor | Shape::Case => "record-value-code",
        Shape::Or { value, .. } => value_name(value),
        Shape::List(item) => value_name(item),
        Shape::Record { .. } => "record-value-record",
    }
}

fn is_list(shape: &Shape) -> bool {
    match shape {
        Shape::List(_) => true,
        Shape::Or { value, .. } => is_list(value),
        _ => false,
    }
}

fn value(shape: &Shape, given: &[&str]) -> Result<Value, String> {
    match shape {
        Shape::Or { absent, .. } if given == [*absent] => Ok(Value::from(*absent)),
        Shape::Or { value: inner, .. } => value(inner, given),
        Shape::List(item) => given.iter().map(|text| self::item(item, text)).collect(),
        shape => item(shape, given.last().copied().unwrap_or_default()),
    }
}

fn item(shape: &Shape, text: &str) -> Result<Value, String> {
    let Shape::Record { fields, .. } = shape else {
        return Ok(Value::from(text));
    };
    if text.trim_start().starts_with('{') {
        return serde_json::from_str(text).map_err(|error| error.to_string());
    }
    let mut record = Value::Object(Map::new());
    for part in parts(text) {
        let (key, value) = part.split_once('=').ok_or_else(|| part.clone())?;
        let key = key.trim().replace('-', "_");
        let several = fields
            .iter()
            .any(|spec| spec.name == key && is_list(&spec.shape));
        let value = if several {
            value
                .split(',')
                .map(|item| Value::from(item.trim()))
                .collect()
        } else {
            Value::from(value.trim())
        };
        put(&mut record, &key, value);
    }
    Ok(record)
}

/// The parts between semicolons; `\;` stands for a semicolon itself.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if letters.peek() == Some(&';') => {
                letters.next();
                if let Some(part) = parts.last_mut() {
                    part.push(';');
                }
            }
            ';' => parts.push(String::new()),
            other => {
                if let Some(part) = parts.last_mut() {
                    part.push(other);
                }
            }
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// Whether a refusal says that something was left out.
pub(super) fn is_missing(refusal: &Refusal) -> bool {
    refusal.fault == Fault::Missing
}
