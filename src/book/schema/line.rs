//! The schema of an exchange line, and the table of all event types.

use serde_json::{Map, Value, json};

use super::make::{DIALECT, Schemas, bounded, event_path};
use crate::domain::EventType;
use crate::domain::codes::Role;
use crate::domain::envelope::Common;
use crate::domain::field::{Field, Shape};
use crate::domain::values::CODE_CHARS_MAX;

impl Schemas {
    /// The schema of one exchange line; its `data` follows the schema of its event.
    #[must_use]
    pub fn exchange_line(&self) -> Value {
        let mut records = Map::new();
        let common = match Common::shape() {
            Shape::Record { fields, .. } => fields,
            _ => Vec::new(),
        };
        let names: Vec<_> = EventType::ALL.iter().map(|event| event.name()).collect();
        let whole = json!({ "type": "integer", "minimum": 0 });
        let mut properties = Map::new();
        let mut line = |name: &str, shape: Value| {
            properties.insert(name.to_owned(), self.told("line", name, shape));
        };
        line("event", json!({ "enum": names }));
        line("id", bounded(CODE_CHARS_MAX));
        line("dossier", bounded(CODE_CHARS_MAX));
        line(
            "recorded_at",
            json!({ "type": "string", "format": "date-time" }),
        );
        line("schema_version", json!({ "type": "integer", "minimum": 1 }));
        line("position", whole.clone());
        line("version", whole);
        line("data", json!({ "type": "object" }));
        let mut schema = self.object("common", &common, &mut records);
        let mut required = vec![json!("event"), json!("data")];
        if let Some(Value::Array(of_common)) = schema.get("required") {
            required.extend(of_common.iter().cloned());
        }
        if let Some(Value::Object(of_common)) = schema.get_mut("properties") {
            of_common.extend(properties);
        }
        schema.insert("required".to_owned(), Value::Array(required));
        schema.insert(
            "allOf".to_owned(),
            EventType::ALL
                .iter()
                .flat_map(|&event| branches(event))
                .collect(),
        );
        schema.insert("$defs".to_owned(), Value::Object(records));
        let mut head = Map::new();
        head.insert("$schema".to_owned(), json!(DIALECT));
        head.insert("title".to_owned(), json!(self.dutch.get("schema-line")));
        head.insert(
            "description".to_owned(),
            json!(self.dutch.get("schema-line-purpose")),
        );
        head.insert(
            "x-title-en".to_owned(),
            json!(self.english.get("schema-line")),
        );
        head.extend(schema);
        Value::Object(head)
    }

    /// The table of all event types, in Markdown.
    #[must_use]
    pub fn registry(&self) -> String {
        let mut text = String::from(
            "# Event types\n\n\
             Made by `tools/schemas`; a number and a name never change their meaning.\n\n\
             | Number | Name | Version | Stream | Who may record it | Dutch | English |\n\
             |---|---|---|---|---|---|---|\n",
        );
        for event in EventType::ALL {
            let roles: Vec<_> = event.roles().iter().map(|role| role.code()).collect();
            let who = if roles.is_empty() {
                "anyone".to_owned()
            } else {
                roles.join(" ")
            };
            let name = event.name();
            text.push_str(&format!(
                "| {} | [`{name}`]({}) | {} | {} | {who} | {} | {} |\n",
                event.number(),
                event_path(*event, event.version()),
                event.version(),
                event.stream_kind().name(),
                self.dutch.event(name),
                self.english.event(name),
            ));
        }
        text.push_str("\n| Role | Dutch | English |\n|---|---|---|\n");
        for role in Role::ALL {
            let (dutch, english) = (
                self.dutch.code("role", role.code()),
                self.english.code("role", role.code()),
            );
            text.push_str(&format!("| {} | {dutch} | {english} |\n", role.code()));
        }
        text
    }
}

/// The conditions that give the data of an exchange line the schema of its event and version.
fn branches(event: EventType) -> Vec<Value> {
    let (name, present) = (event.name(), event.version());
    let earlier = (1..present).map(|version| {
        json!({
            "if": {
                "properties": { "event": { "const": name }, "schema_version": { "const": version } },
                "required": ["event", "schema_version"],
            },
            "then": { "properties": { "data": { "$ref": event_path(event, version) } } },
        })
    });
    let mut now = json!({
        "if": { "properties": { "event": { "const": name } }, "required": ["event"] },
        "then": { "properties": { "data": { "$ref": event_path(event, present) } } },
    });
    if present > 1 {
        now["if"]["properties"]["schema_version"] = json!({ "minimum": present });
    }
    earlier.chain([now]).collect()
}
