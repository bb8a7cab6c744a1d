//! The schemas of events: shapes of the domain with the words of the catalogue.

use serde_json::{Map, Value, json};

use crate::domain::EventType;
use crate::domain::field::{FieldSpec, Shape};
use crate::domain::values::{CODE_CHARS_MAX, TEXT_CHARS_MAX};
use crate::domain::words::WORDS_CHARS_MAX;
use crate::text::{Lang, Texts};

/// The dialect in which every schema is written.
pub(super) const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The code of a person, as [`crate::domain::values::Actor`] reads it.
const PERSON: &str = "^[A-Za-z0-9._-]{1,40}$";

/// A generated file: its place below `schemas/` and what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaFile {
    /// Path below `schemas/`, with `/`.
    pub path: String,
    /// The content, ending in a newline.
    pub content: String,
}

/// Makes schemas in both languages.
pub struct Schemas {
    pub(super) dutch: Texts,
    pub(super) english: Texts,
}

impl Default for Schemas {
    fn default() -> Self {
        Self::new()
    }
}

impl Schemas {
    /// Builds both catalogues of texts.
    #[must_use]
    pub fn new() -> Self {
        Self {
            dutch: Texts::new(Lang::Dutch),
            english: Texts::new(Lang::English),
        }
    }

    /// Every generated file, in the order of the event types.
    #[must_use]
    pub fn files(&self) -> Vec<SchemaFile> {
        let mut files: Vec<_> = EventType::ALL
            .iter()
            .map(|&event| SchemaFile {
                path: event_path(event, event.version()),
                content: pretty(&self.event(event)),
            })
            .collect();
        files.push(SchemaFile {
            path: "exchange-line.json".to_owned(),
            content: pretty(&self.exchange_line()),
        });
        files.push(SchemaFile {
            path: "event-types.md".to_owned(),
            content: self.registry(),
        });
        files.push(SchemaFile {
            path: "facts.md".to_owned(),
            content: super::facts::document(),
        });
        files
    }

    /// The schema of what an event holds, in its present version.
    #[must_use]
    pub fn event(&self, event: EventType) -> Value {
        let name = event.name();
        let mut records = Map::new();
        let content = self.object(name, &event.fields(), &mut records);
        let mut schema = Map::new();
        schema.insert("$schema".to_owned(), json!(DIALECT));
        let id = format!("urn:weegboek:schema:{name}:{}", event.version());
        schema.insert("$id".to_owned(), json!(id));
        schema.insert("title".to_owned(), json!(self.dutch.event(name)));
        schema.insert("description".to_owned(), json!(self.dutch.purpose(name)));
        schema.insert("x-title-en".to_owned(), json!(self.english.event(name)));
        schema.extend(content);
        if !records.is_empty() {
            schema.insert("$defs".to_owned(), Value::Object(records));
        }
        Value::Object(schema)
    }

    pub(super) fn object(
        &self,
        owner: &str,
        fields: &[FieldSpec],
        records: &mut Map<String, Value>,
    ) -> Map<String, Value> {
        let mut properties = Map::new();
        for field in fields {
            let mut shape = self.shape(&field.shape, records);
            if let (Shape::List(_), true, Value::Object(list)) =
                (&field.shape, field.required, &mut shape)
            {
                list.insert("minItems".to_owned(), json!(1));
            }
            properties.insert(field.name.to_owned(), self.told(owner, field.name, shape));
        }
        let required: Vec<_> = fields
            .iter()
            .filter(|field| field.required)
            .map(|field| field.name)
            .collect();
        let mut object = Map::new();
        object.insert("type".to_owned(), json!("object"));
        object.insert("properties".to_owned(), Value::Object(properties));
        object.insert("required".to_owned(), json!(required));
        object.insert("additionalProperties".to_owned(), json!(false));
        object
    }

    /// A shape with the label and question of its field before it.
    pub(super) fn told(&self, owner: &str, field: &str, shape: Value) -> Value {
        let (title, description) = self.dutch.field(owner, field);
        let (english, _) = self.english.field(owner, field);
        let mut told = Map::new();
        told.insert("title".to_owned(), json!(title));
        told.insert("description".to_owned(), json!(description));
        told.insert("x-title-en".to_owned(), json!(english));
        if let Value::Object(shape) = shape {
            told.extend(shape);
        }
        Value::Object(told)
    }

    fn shape(&self, shape: &Shape, records: &mut Map<String, Value>) -> Value {
        match shape {
            Shape::Words => bounded(WORDS_CHARS_MAX),
            Shape::Text => json!({ "type": "string", "maxLength": TEXT_CHARS_MAX }),
            Shape::Code => bounded(CODE_CHARS_MAX),
            Shape::Actor => json!({ "type": "string", "pattern": PERSON }),
            Shape::Event | Shape::Case => json!({ "type": "string", "minLength": 1 }),
            Shape::Choice { codes, .. } => json!({ "enum": codes }),
            Shape::Number { min, max } => {
                json!({ "type": "integer", "minimum": min, "maximum": max })
            }
            Shape::Decimal | Shape::Euro => json!({ "type": "number" }),
            Shape::Flag => json!({ "type": "boolean" }),
            Shape::Day => json!({ "type": "string", "format": "date" }),
            Shape::Moment => json!({ "type": "string", "format": "date-time" }),
            Shape::Or { value, absent } => {
                let mut value = self.shape(value, records);
                // A text would match both; the word that says there is none goes first.
                if let (Some("string"), Some(text)) = (
                    value["type"].as_str().map(str::to_owned).as_deref(),
                    value.as_object_mut(),
                ) {
                    text.insert("not".to_owned(), json!({ "const": absent }));
                }
                json!({ "oneOf": [value, { "const": absent }] })
            }
            Shape::List(item) => json!({ "type": "array", "items": self.shape(item, records) }),
            Shape::Record { name, fields } => {
                if !records.contains_key(*name) {
                    records.insert((*name).to_owned(), Value::Null);
                    let object = self.object(name, fields, records);
                    records.insert((*name).to_owned(), Value::Object(object));
                }
                json!({ "$ref": format!("#/$defs/{name}") })
            }
        }
    }
}

/// Where the schema of an event's version stands below `schemas/`.
#[must_use]
pub fn event_path(event: EventType, version: u16) -> String {
    format!("events/{}.v{version}.json", event.name())
}

/// The paths of every schema that must be there: of earlier versions too.
#[must_use]
pub fn event_paths() -> Vec<String> {
    EventType::ALL
        .iter()
        .flat_map(|&event| (1..=event.version()).map(move |version| event_path(event, version)))
        .collect()
}

pub(super) fn bounded(max: usize) -> Value {
    json!({ "type": "string", "minLength": 1, "maxLength": max })
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    fn committed(path: &str) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
        fs::read_to_string(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    #[test]
    fn the_committed_schemas_are_current() {
        for file in Schemas::new().files() {
            let current = committed(&file.path) == file.content;
            assert!(current, "{} differs: run tools/schemas", file.path);
        }
    }

    #[test]
    fn every_version_of_every_event_has_its_schema() {
        for path in event_paths() {
            let schema: Value = serde_json::from_str(&committed(&path)).unwrap();
            let name = path.trim_start_matches("events/").trim_end_matches(".json");
            let urn = format!("urn:weegboek:schema:{}", name.replace(".v", ":"));
            assert_eq!(schema["$id"], json!(urn), "{path}");
            assert_eq!(schema["additionalProperties"], json!(false), "{path}");
        }
    }

    /// A sample has the properties of its schema, all of them when it is full.
    #[test]
    fn samples_have_the_properties_of_their_schema() {
        let schemas = Schemas::new();
        for &event in EventType::ALL {
            let schema = schemas.event(event);
            let properties = schema["properties"].as_object().unwrap();
            let full = event.sample(true, &mut 0).write();
            let names = |object: &Map<String, Value>| object.keys().cloned().collect::<Vec<_>>();
            let name = event.name();
            assert_eq!(
                names(full.as_object().unwrap()),
                names(properties),
                "{name}"
            );
            let bare = event.sample(false, &mut 0).write();
            for required in schema["required"].as_array().unwrap() {
                assert!(bare.get(required.as_str().unwrap()).is_some(), "{name}");
            }
        }
    }
}
