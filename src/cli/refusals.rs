//! How refusals are told: the rule, the field, what is wrong with it, and how it can be done.

use serde_json::{Value as Json, json};

use super::page::{Page, Tone};
use crate::book::fields::{EventType, Fault, FieldSpec, Refusal, Shape, common};
use crate::text::Texts;

/// Adds refusals to a page, those of one rule together.
pub(super) fn tell(page: &mut Page, texts: &Texts, event: Option<&str>, refusals: &[Refusal]) {
    let mut told: Vec<String> = Vec::new();
    for refusal in refusals {
        let rule = refusal.rule.to_string();
        if told.contains(&rule) {
            continue;
        }
        let (says, remedy) = texts.rule(&rule);
        let says = texts.with(
            "cli-refused",
            &[("rule", rule.as_str().into()), ("text", says.into())],
        );
        page.line(0, Tone::Strong, &says);
        for one in refusals.iter().filter(|one| one.rule == refusal.rule) {
            let text = sentence(texts, one);
            let line = if one.field.is_empty() {
                text
            } else {
                let field = place(texts, event, &one.field);
                let values = [("field", field.into()), ("text", text.into())];
                texts.with("cli-refused-field", &values).into_owned()
            };
            page.hanging(2, "• ", Tone::Plain, &line);
        }
        let remedy = texts.with("cli-remedy", &[("text", remedy.into())]);
        page.line(2, Tone::Plain, &remedy);
        told.push(rule);
    }
}

/// The same for a program.
pub(super) fn json(texts: &Texts, event: Option<&str>, refusals: &[Refusal]) -> Json {
    let all = refusals.iter().map(|refusal| {
        let rule = refusal.rule.to_string();
        let (says, remedy) = texts.rule(&rule);
        json!({
            "rule": rule,
            "says": says,
            "field": refusal.field,
            "label": label(texts, event, &refusal.field),
            "text": sentence(texts, refusal),
            "remedy": remedy,
        })
    });
    Json::Array(all.collect())
}

/// What is wrong with the field.
pub(super) fn sentence(texts: &Texts, refusal: &Refusal) -> String {
    match &refusal.fault {
        Fault::Missing => texts.get("fault-missing"),
        Fault::Unknown => texts.get("fault-unknown"),
        Fault::NotA(kind) => texts.get(&format!("fault-not-a-{kind}")),
        Fault::NotOneOf(codes) => {
            let codes = codes.join(", ");
            texts.with("fault-not-one-of", &[("codes", codes.into())])
        }
        Fault::OutOfRange { min, max } => texts.with(
            "fault-out-of-range",
            &[("min", (*min).into()), ("max", (*max).into())],
        ),
        Fault::TooLong { max } => texts.with("fault-too-long", &[("max", (*max).into())]),
        Fault::TooShort { min } => texts.with("fault-too-short", &[("min", (*min).into())]),
        Fault::NoSuchEvent => texts.get("fault-no-such-event"),
        Fault::Because(key) => texts.because(key, None),
        Fault::BecauseOf(key, detail) => texts.because(key, Some(detail)),
    }
    .into_owned()
}

/// The label of a field with its path behind it, so that it can be found in a form and in a file.
fn place(texts: &Texts, event: Option<&str>, path: &str) -> String {
    let label = label(texts, event, path);
    if label == path {
        label
    } else {
        format!("{label} ({path})")
    }
}

/// The labels along a path, such as `Waardendriehoek › wet › Reden`.
pub(super) fn label(texts: &Texts, event: Option<&str>, path: &str) -> String {
    let mut steps = path.split('.');
    let Some(first) = steps.next().filter(|first| !first.is_empty()) else {
        return String::new();
    };
    let event_type = event.and_then(EventType::from_name);
    let own = event_type.map(EventType::fields).unwrap_or_default();
    let find =
        |fields: Vec<FieldSpec>, name: &str| fields.into_iter().find(|field| field.name == name);
    let (owner, field) = match find(own, first) {
        Some(field) => (event.unwrap_or_default(), Some(field)),
        None => ("common", find(common(), first)),
    };
    let Some(field) = field else {
        return path.to_owned();
    };
    let mut labels = vec![texts.field(owner, field.name).0.into_owned()];
    let mut shape = field.shape;
    for step in steps {
        shape = inner(shape);
        match &shape {
            Shape::List(item) => {
                if let Ok(number) = step.parse::<usize>() {
                    labels.push((number + 1).to_string());
                }
                shape = item.as_ref().clone();
            }
            Shape::Record { name, fields } => {
                labels.push(texts.field(name, step).0.into_owned());
                let found = fields.iter().find(|field| field.name == step);
                let Some(found) = found else {
                    return path.to_owned();
                };
                shape = found.shape.clone();
            }
            _ => labels.push(step.to_owned()),
        }
    }
    labels.join(" › ")
}

/// The value behind a shape that may also be a word that there is none.
fn inner(shape: Shape) -> Shape {
    match shape {
        Shape::Or { value, .. } => *value,
        other => other,
    }
}
