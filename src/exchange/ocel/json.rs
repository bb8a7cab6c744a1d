//! The JSON form of a log. Depth is bounded by the parser, memory by the length of the text.

use std::fmt;
use std::io::Read;

use form::{Attribute, ChangeForm, EventForm, LogForm, ObjectForm, RelationForm, TypeForm};
use serde::de::{self, Deserialize, Deserializer, Visitor};

use super::error::{Error, short};
use super::model::{
    AttributeType, Change, Event, Kind, Log, Moment, Object, Relation, Type, Types, Value,
};
use super::time;

/// Reads the whole text.
pub(super) fn read(input: &mut dyn Read) -> Result<Log, Error> {
    let mut parser = serde_json::Deserializer::from_reader(input);
    let read = LogForm::deserialize(&mut parser).map_err(failed)?;
    parser.end().map_err(failed)?;
    Ok(Log {
        types: Types {
            objects: read.object_types.into_iter().map(of_type).collect(),
            events: read.event_types.into_iter().map(of_type).collect(),
        },
        objects: read
            .objects
            .into_iter()
            .map(object)
            .collect::<Result<_, _>>()?,
        events: read
            .events
            .into_iter()
            .map(event)
            .collect::<Result<_, _>>()?,
        strays: Vec::new(),
    })
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that map_err wants"
)]
fn failed(error: serde_json::Error) -> Error {
    Error::Json(short(&error.to_string()))
}

fn of_type(form: TypeForm) -> Type {
    let attribute = |one: Attribute| AttributeType {
        kind: Kind::of(&one.kind),
        name: one.name,
    };
    Type {
        name: form.name,
        attributes: form.attributes.into_iter().map(attribute).collect(),
    }
}

fn relation(form: RelationForm) -> Relation {
    Relation {
        object: form.object_id.0,
        qualifier: form.qualifier.unwrap_or_default(),
    }
}

fn moment(text: &str, id: &str) -> Result<Moment, Error> {
    time::read(text).ok_or_else(|| Error::Time {
        text: short(text),
        id: short(id),
    })
}

fn object(form: ObjectForm) -> Result<Object, Error> {
    let change = |one: ChangeForm| {
        Ok::<_, Error>(Change {
            from: moment(&one.time.0, &form.id.0)?,
            name: one.name,
            text: one.value.0,
        })
    };
    let changes = form
        .attributes
        .into_iter()
        .map(change)
        .collect::<Result<_, _>>()?;
    Ok(Object {
        id: form.id.0,
        of_type: form.of_type,
        changes,
        relations: form.relationships.into_iter().map(relation).collect(),
    })
}

fn event(form: EventForm) -> Result<Event, Error> {
    let value = |one: form::ValueForm| Value {
        name: one.name,
        text: one.value.0,
    };
    Ok(Event {
        time: moment(&form.time.0, &form.id.0)?,
        id: form.id.0,
        of_type: form.of_type,
        values: form.attributes.into_iter().map(value).collect(),
        relations: form.relationships.into_iter().map(relation).collect(),
    })
}

/// A bare value as text: what is no text in JSON stays as JSON writes it.
#[derive(Default)]
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor).map(Self)
    }
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, true, false or null")
    }

    fn visit_bool<E>(self, value: bool) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_i64<E>(self, value: i64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_u64<E>(self, value: u64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<String, E> {
        Ok(serde_json::Value::from(value).to_string())
    }

    fn visit_str<E>(self, value: &str) -> Result<String, E> {
        Ok(value.to_owned())
    }

    fn visit_string<E>(self, value: String) -> Result<String, E> {
        Ok(value)
    }

    fn visit_unit<E>(self) -> Result<String, E> {
        Ok(String::new())
    }
}

/// The forms as they stand in the text. A key that the standard does not have is passed over.
mod form {
    use serde::Deserialize;

    use super::Text;

    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub(super) struct LogForm {
        pub(super) object_types: Vec<TypeForm>,
        pub(super) event_types: Vec<TypeForm>,
        pub(super) objects: Vec<ObjectForm>,
        pub(super) events: Vec<EventForm>,
    }

    #[derive(Deserialize)]
    pub(super) struct TypeForm {
        pub(super) name: String,
        #[serde(default)]
        pub(super) attributes: Vec<Attribute>,
    }

    #[derive(Deserialize)]
    pub(super) struct Attribute {
        pub(super) name: String,
        #[serde(rename = "type")]
        pub(super) kind: String,
    }

    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub(super) struct RelationForm {
        pub(super) object_id: Text,
        #[serde(default)]
        pub(super) qualifier: Option<String>,
    }

    #[derive(Deserialize)]
    pub(super) struct ChangeForm {
        pub(super) name: String,
        pub(super) time: Text,
        pub(super) value: Text,
    }

    #[derive(Deserialize)]
    pub(super) struct ValueForm {
        pub(super) name: String,
        pub(super) value: Text,
    }

    #[derive(Deserialize)]
    pub(super) struct ObjectForm {
        pub(super) id: Text,
        #[serde(rename = "type")]
        pub(super) of_type: String,
        #[serde(default)]
        pub(super) attributes: Vec<ChangeForm>,
        #[serde(default)]
        pub(super) relationships: Vec<RelationForm>,
    }

    #[derive(Deserialize)]
    pub(super) struct EventForm {
        pub(super) id: Text,
        #[serde(rename = "type")]
        pub(super) of_type: String,
        pub(super) time: Text,
        #[serde(default)]
        pub(super) attributes: Vec<ValueForm>,
        #[serde(default)]
        pub(super) relationships: Vec<RelationForm>,
    }
}
