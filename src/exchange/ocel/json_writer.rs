//! Writing a log in JSON. Every value is written as a text, as the published schema of the format
//! asks; its kind stands with its type.

use std::io::Write;

use serde_json::{Value as Json, json};

use super::Writer;
use super::error::Error;
use super::model::{Event, Object, Relation, Type, Types};

/// Writes a log in JSON.
pub struct JsonWriter<W> {
    out: W,
    written: Part,
}

/// How far writing has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Types,
    Objects,
    Events,
}

impl<W: Write> JsonWriter<W> {
    /// Starts a log with these types.
    ///
    /// # Errors
    /// When the output fails.
    pub fn new(mut out: W, types: &Types) -> Result<Self, Error> {
        let list = |types: &[Type]| -> Vec<Json> { types.iter().map(of_type).collect() };
        write!(
            out,
            "{{\"objectTypes\":{},\n\"eventTypes\":{},\n\"objects\":[",
            Json::from(list(&types.objects)),
            Json::from(list(&types.events)),
        )?;
        Ok(Self {
            out,
            written: Part::Types,
        })
    }

    fn begin(&mut self, part: Part) -> Result<(), Error> {
        match (self.written, part) {
            (Part::Types | Part::Objects, Part::Events) => {
                self.out.write_all(b"\n],\n\"events\":[\n")?;
            }
            (Part::Types, _) => self.out.write_all(b"\n")?,
            (Part::Events, Part::Objects) => return Err(Error::Order),
            _ => self.out.write_all(b",\n")?,
        }
        self.written = part;
        Ok(())
    }
}

fn of_type(one: &Type) -> Json {
    let attribute =
        |one: &super::model::AttributeType| json!({ "name": one.name, "type": one.kind.name() });
    let attributes: Vec<Json> = one.attributes.iter().map(attribute).collect();
    json!({ "name": one.name, "attributes": attributes })
}

fn relations(all: &[Relation]) -> Vec<Json> {
    let relation = |one: &Relation| json!({ "objectId": one.object, "qualifier": one.qualifier });
    all.iter().map(relation).collect()
}

impl<W: Write> Writer for JsonWriter<W> {
    fn object(&mut self, object: &Object) -> Result<(), Error> {
        self.begin(Part::Objects)?;
        let change = |one: &super::model::Change| json!({ "name": one.name, "time": super::time::write(one.from.at), "value": one.text });
        let changes: Vec<Json> = object.changes.iter().map(change).collect();
        let form = json!({
            "id": object.id,
            "type": object.of_type,
            "attributes": changes,
            "relationships": relations(&object.relations),
        });
        Ok(write!(self.out, "{form}")?)
    }

    fn event(&mut self, event: &Event) -> Result<(), Error> {
        self.begin(Part::Events)?;
        let value = |one: &super::model::Value| json!({ "name": one.name, "value": one.text });
        let values: Vec<Json> = event.values.iter().map(value).collect();
        let form = json!({
            "id": event.id,
            "type": event.of_type,
            "time": super::time::write(event.time.at),
            "attributes": values,
            "relationships": relations(&event.relations),
        });
        Ok(write!(self.out, "{form}")?)
    }

    fn finish(mut self: Box<Self>) -> Result<(), Error> {
        if self.written != Part::Events {
            self.out.write_all(b"\n],\n\"events\":[")?;
        }
        self.out.write_all(b"\n]}\n")?;
        Ok(self.out.flush()?)
    }
}
