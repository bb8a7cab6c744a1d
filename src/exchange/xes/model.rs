//! What an XES log is made of, as it was written.

use std::str::FromStr;

use crate::base::Timestamp;

/// The kind of an attribute, as its element says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Text.
    String,
    /// A moment (xs:dateTime).
    Date,
    /// A whole number (xs:long).
    Int,
    /// A number (xs:double).
    Float,
    /// `true` or `false`, also `1` or `0` (xs:boolean).
    Boolean,
    /// An identifier, usually a UUID.
    Id,
    /// A list; its items are [`Attribute::items`].
    List,
    /// Attributes under one key.
    Container,
}

impl Kind {
    /// The kind an element name stands for.
    pub(super) fn of(element: &str) -> Option<Self> {
        Some(match element {
            "string" => Self::String,
            "date" => Self::Date,
            "int" => Self::Int,
            "float" => Self::Float,
            "boolean" => Self::Boolean,
            "id" => Self::Id,
            "list" => Self::List,
            "container" => Self::Container,
            _ => return None,
        })
    }

    /// The name of its element.
    pub(super) fn element(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Date => "date",
            Self::Int => "int",
            Self::Float => "float",
            Self::Boolean => "boolean",
            Self::Id => "id",
            Self::List => "list",
            Self::Container => "container",
        }
    }

    /// Whether the element must have a value.
    pub(super) fn has_value(self) -> bool {
        !matches!(self, Self::List | Self::Container)
    }
}

/// One attribute, kept as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Its kind.
    pub kind: Kind,
    /// Its key.
    pub key: String,
    /// The text of its value; empty for lists and containers.
    pub text: String,
    /// Attributes of this attribute, in order.
    pub children: Vec<Attribute>,
    /// Items of a list, in order; empty for other kinds.
    pub items: Vec<Attribute>,
}

impl Attribute {
    /// An attribute without any of its own.
    #[must_use]
    pub fn new(kind: Kind, key: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            kind,
            key: key.into(),
            text: text.into(),
            children: Vec::new(),
            items: Vec::new(),
        }
    }

    fn parse<T: FromStr>(&self, kind: Kind) -> Option<T> {
        (self.kind == kind)
            .then(|| self.text.trim().parse().ok())
            .flatten()
    }

    /// The whole number of an `int`; `None` for other kinds and other text.
    #[must_use]
    pub fn int(&self) -> Option<i64> {
        self.parse(Kind::Int)
    }

    /// The number of a `float`; `None` for other kinds and other text.
    #[must_use]
    pub fn float(&self) -> Option<f64> {
        self.parse(Kind::Float)
    }

    /// The truth of a `boolean`; `None` for other kinds and other text.
    #[must_use]
    pub fn boolean(&self) -> Option<bool> {
        match (self.kind, self.text.trim()) {
            (Kind::Boolean, "true" | "1") => Some(true),
            (Kind::Boolean, "false" | "0") => Some(false),
            _ => None,
        }
    }

    /// The moment of a `date` that carries its offset, to the microsecond; `None` for other kinds
    /// and for local times, which name no moment.
    #[must_use]
    pub fn moment(&self) -> Option<Timestamp> {
        self.parse::<jiff::Timestamp>(Kind::Date)
            .map(|moment| Timestamp(moment.as_microsecond()))
    }
}

/// The first attribute of this key.
#[must_use]
pub fn find<'a>(attributes: &'a [Attribute], key: &str) -> Option<&'a Attribute> {
    attributes.iter().find(|attribute| attribute.key == key)
}

fn text<'a>(attributes: &'a [Attribute], key: &str) -> Option<&'a str> {
    find(attributes, key).map(|attribute| attribute.text.as_str())
}

/// One event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Event {
    /// Its attributes, in order.
    pub attributes: Vec<Attribute>,
}

impl Event {
    /// `concept:name`: what was done.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        text(&self.attributes, "concept:name")
    }

    /// `time:timestamp` as a moment; the text as written is [`Event::timestamp_text`].
    #[must_use]
    pub fn timestamp(&self) -> Option<Timestamp> {
        find(&self.attributes, "time:timestamp")?.moment()
    }

    /// `time:timestamp` as written.
    #[must_use]
    pub fn timestamp_text(&self) -> Option<&str> {
        text(&self.attributes, "time:timestamp")
    }

    /// `org:resource`: who did it.
    #[must_use]
    pub fn resource(&self) -> Option<&str> {
        text(&self.attributes, "org:resource")
    }

    /// `lifecycle:transition`: started, completed, …
    #[must_use]
    pub fn transition(&self) -> Option<&str> {
        text(&self.attributes, "lifecycle:transition")
    }
}

/// One case: its attributes, and its events in file order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trace {
    /// Its attributes, in order.
    pub attributes: Vec<Attribute>,
    /// Its events, in order.
    pub events: Vec<Event>,
}

impl Trace {
    /// `concept:name`: the name of the case.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        text(&self.attributes, "concept:name")
    }
}

/// A declared extension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// Its name.
    pub name: String,
    /// The prefix its keys have.
    pub prefix: String,
    /// Where it is defined; never fetched.
    pub uri: String,
}

/// Attributes that every trace or event is declared to have, with default values. The reader
/// never fills them in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Global {
    /// `trace` or `event`; `event` when the log does not say, as the standard has it.
    pub scope: String,
    /// The declared attributes.
    pub attributes: Vec<Attribute>,
}

/// A declared classifier: keys whose values together name an event's class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classifier {
    /// Its name.
    pub name: String,
    /// What it classifies, when the log says: `trace` or `event`.
    pub scope: Option<String>,
    /// Its keys as written, separated by spaces; keys with spaces stand between quotes.
    pub keys: String,
}

/// What a log says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogHeader {
    /// Attributes of the `log` element itself, as written.
    pub declared: Vec<(String, String)>,
    /// Extensions, in order.
    pub extensions: Vec<Extension>,
    /// Globals, in order.
    pub globals: Vec<Global>,
    /// Classifiers, in order.
    pub classifiers: Vec<Classifier>,
    /// Attributes of the log, in order; those that stand after the traces come in while reading.
    pub attributes: Vec<Attribute>,
    /// Attributes of the log, nested ones included, that were read but not kept because the
    /// header was full.
    pub attributes_left_out: u64,
}
