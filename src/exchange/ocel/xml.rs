//! The XML form of a log, read with a stack of its own instead of recursion.
//!
//! Relations stand in a nested `objects` element, as `relationship` (the specification) or as
//! `object` (the older example and schema); both are read.

use quick_xml::Error as XmlError;
use quick_xml::events::{BytesStart, Event as Xml};

use super::budget::Budget;
use super::error::{Error, short};
use super::model::{
    AttributeType, Change, Event, Kind, Log, Moment, Object, Relation, Type, Value,
};
use super::reader::{Limits, too_long};
use super::time;
use crate::exchange::source::{Source, Stop};
use crate::exchange::xes::element::texts;

/// One open element, holding what was read of it.
enum Open {
    Log,
    ObjectTypes,
    EventTypes,
    Objects,
    Events,
    Type(Type),
    Object(Object),
    Event(Event),
    /// `attributes` of a type, an object or an event.
    Attributes,
    Declared,
    /// A value: its name, its moment for a value of an object, its text so far.
    Value(String, Option<Moment>, String),
    /// The relations of an object or an event.
    Relations,
    Relation,
}

/// Reads the whole text.
pub(super) fn read(source: Source<'_>, limits: &Limits) -> Result<Log, Error> {
    let mut reader = Reader {
        xml: quick_xml::Reader::from_reader(source),
        limits: *limits,
        budget: Budget::new(limits),
        log: Log::default(),
        stack: Vec::new(),
        seen_root: false,
    };
    let grant = limits.text_len_max.saturating_mul(2).saturating_add(4096);
    let mut piece = Vec::new();
    loop {
        piece.clear();
        reader.xml.get_mut().grant(grant);
        let event = match reader.xml.read_event_into(&mut piece) {
            Ok(event) => event,
            Err(why) => return Err(reader.failed(&why)),
        };
        if reader.take(event)? {
            return Ok(reader.log);
        }
    }
}

struct Reader<'a> {
    xml: quick_xml::Reader<Source<'a>>,
    limits: Limits,
    budget: Budget,
    log: Log,
    stack: Vec<Open>,
    seen_root: bool,
}

impl Reader<'_> {
    fn error(&self, what: impl Into<String>) -> Error {
        Error::Xml {
            what: short(&what.into()),
            line: self.xml.get_ref().line(),
        }
    }

    fn failed(&self, why: &XmlError) -> Error {
        match self.xml.get_ref().stop() {
            Some(Stop::Total) => too_long(&self.limits),
            Some(Stop::Piece) => self.too_large(),
            None => self.error(why.to_string()),
        }
    }

    fn too_large(&self) -> Error {
        Error::TooLarge {
            what: "a name or value (bytes)",
            limit: u64::try_from(self.limits.text_len_max).unwrap_or(u64::MAX),
        }
    }

    /// Takes one piece; `true` at the end.
    fn take(&mut self, event: Xml<'_>) -> Result<bool, Error> {
        match event {
            Xml::Start(start) => self.open(&start)?,
            Xml::Empty(start) => {
                self.open(&start)?;
                self.close()?;
            }
            Xml::End(_) => self.close()?,
            Xml::Decl(decl) => match decl.encoding() {
                Some(Ok(name))
                    if !name.eq_ignore_ascii_case("utf-8")
                        && !name.eq_ignore_ascii_case("us-ascii") =>
                {
                    return Err(self.error(format!("the encoding {name}")));
                }
                _ => {}
            },
            Xml::DocType(_) => return Err(self.error("a document type declaration")),
            Xml::GeneralRef(reference) => {
                let name = reference.clone().into_inner().into_owned();
                let letter = match name.as_str() {
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "amp" => Some('&'),
                    "apos" => Some('\''),
                    "quot" => Some('"'),
                    _ => reference.resolve_char_ref().ok().flatten(),
                };
                let letter = letter.ok_or_else(|| self.error(format!("the entity {name:?}")))?;
                self.text(letter.encode_utf8(&mut [0; 4]))?;
            }
            Xml::Text(text) => self.text(&text.xml10_content())?,
            Xml::CData(text) => self.text(&text.xml10_content())?,
            Xml::Comment(_) | Xml::PI(_) => {}
            Xml::Eof if self.stack.is_empty() && self.seen_root => return Ok(true),
            Xml::Eof => return Err(self.error("the text ends before its log does")),
        }
        Ok(false)
    }

    fn text(&mut self, more: &str) -> Result<(), Error> {
        if let Some(Open::Value(_, _, text)) = self.stack.last_mut() {
            if text.len().saturating_add(more.len()) > self.limits.text_len_max {
                return Err(self.too_large());
            }
            text.push_str(more);
        } else if !more.trim_ascii().is_empty() {
            return Err(self.error("text between elements"));
        }
        Ok(())
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), Error> {
        if self.stack.len() >= self.limits.depth_max {
            return Err(Error::TooLarge {
                what: "the nesting of elements (levels)",
                limit: u64::try_from(self.limits.depth_max).unwrap_or(u64::MAX),
            });
        }
        let local = start.local_name();
        let name: &str = local.as_ref();
        if matches!(
            name,
            "object-type" | "event-type" | "object" | "event" | "attribute" | "relationship"
        ) {
            self.budget.items(1)?;
        }
        let given = texts(start, self.limits.text_len_max);
        let given = given.map_err(|why| self.error(why.to_string()))?;
        let find = |wanted: &str| {
            let found = given.iter().find(|(key, _)| key == wanted);
            found.map(|(_, text)| text.clone())
        };
        let need = |wanted: &str| {
            find(wanted).ok_or_else(|| self.error(format!("<{}> without {wanted:?}", short(name))))
        };
        let moment = |text: String, id: &str| {
            time::read(&text).ok_or_else(|| Error::Time {
                text: short(&text),
                id: short(id),
            })
        };
        // An element may stand in what holds it, and in nothing else.
        let holder = self
            .stack
            .len()
            .checked_sub(2)
            .and_then(|at| self.stack.get(at));
        let opened = match (self.stack.last(), name) {
            (None, "log") if !self.seen_root => {
                self.seen_root = true;
                Open::Log
            }
            (Some(Open::Log), "object-types") => Open::ObjectTypes,
            (Some(Open::Log), "event-types") => Open::EventTypes,
            (Some(Open::Log), "objects") => Open::Objects,
            (Some(Open::Log), "events") => Open::Events,
            (Some(Open::ObjectTypes), "object-type") | (Some(Open::EventTypes), "event-type") => {
                Open::Type(Type {
                    name: need("name")?,
                    attributes: Vec::new(),
                })
            }
            (Some(Open::Objects), "object") => Open::Object(Object {
                id: need("id")?,
                of_type: need("type")?,
                changes: Vec::new(),
                relations: Vec::new(),
            }),
            (Some(Open::Events), "event") => {
                let id = need("id")?;
                Open::Event(Event {
                    of_type: need("type")?,
                    time: moment(need("time")?, &id)?,
                    id,
                    values: Vec::new(),
                    relations: Vec::new(),
                })
            }
            (Some(Open::Type(_) | Open::Object(_) | Open::Event(_)), "attributes") => {
                Open::Attributes
            }
            (Some(Open::Object(_) | Open::Event(_)), "objects") => Open::Relations,
            (Some(Open::Attributes), "attribute") => match holder {
                Some(Open::Type(_)) => {
                    let declared = AttributeType {
                        name: need("name")?,
                        kind: Kind::of(&need("type")?),
                    };
                    self.declare(declared);
                    Open::Declared
                }
                Some(Open::Object(object)) => {
                    let from = moment(need("time")?, &object.id)?;
                    Open::Value(need("name")?, Some(from), String::new())
                }
                _ => Open::Value(need("name")?, None, String::new()),
            },
            (Some(Open::Relations), "relationship" | "object") => {
                let relation = Relation {
                    object: need("object-id")?,
                    qualifier: find("qualifier").unwrap_or_default(),
                };
                self.relate(relation);
                Open::Relation
            }
            _ => return Err(self.error(format!("<{}> where there can be none", short(name)))),
        };
        self.stack.push(opened);
        Ok(())
    }

    /// What holds the list that is open: two below the top once its item is being opened.
    fn holder(&mut self) -> Option<&mut Open> {
        let at = self.stack.len().checked_sub(2)?;
        self.stack.get_mut(at)
    }

    fn declare(&mut self, declared: AttributeType) {
        if let Some(Open::Type(of_type)) = self.holder() {
            of_type.attributes.push(declared);
        }
    }

    fn relate(&mut self, relation: Relation) {
        match self.holder() {
            Some(Open::Object(object)) => object.relations.push(relation),
            Some(Open::Event(event)) => event.relations.push(relation),
            _ => {}
        }
    }

    fn close(&mut self) -> Result<(), Error> {
        let Some(closed) = self.stack.pop() else {
            return Err(self.error("an end without a start"));
        };
        match closed {
            Open::Type(of_type) => match self.stack.last() {
                Some(Open::EventTypes) => self.log.types.events.push(of_type),
                _ => self.log.types.objects.push(of_type),
            },
            Open::Object(object) => self.log.objects.push(object),
            Open::Event(event) => self.log.events.push(event),
            Open::Value(name, from, text) => match (self.holder(), from) {
                (Some(Open::Object(object)), Some(from)) => {
                    object.changes.push(Change { name, from, text });
                }
                (Some(Open::Event(event)), _) => event.values.push(Value { name, text }),
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }
}
