//! What an object-centric log is made of.

use crate::base::Timestamp;

/// The kind of an attribute.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Text.
    String,
    /// A moment.
    Time,
    /// A whole number.
    Integer,
    /// A number.
    Float,
    /// `true` or `false`.
    Boolean,
    /// A kind the standard does not know, as written.
    Other(String),
}

impl Kind {
    /// The kind a text stands for.
    #[must_use]
    pub fn of(text: &str) -> Self {
        match text {
            "string" => Self::String,
            "time" => Self::Time,
            "integer" => Self::Integer,
            "float" => Self::Float,
            "boolean" => Self::Boolean,
            other => Self::Other(other.to_owned()),
        }
    }

    /// Its name in the standard.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::String => "string",
            Self::Time => "time",
            Self::Integer => "integer",
            Self::Float => "float",
            Self::Boolean => "boolean",
            Self::Other(name) => name,
        }
    }
}

/// A declared attribute of a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributeType {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
}

/// A declared type of object or event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Type {
    /// Its name.
    pub name: String,
    /// Its attributes, in order.
    pub attributes: Vec<AttributeType>,
}

/// The declared types of a log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Types {
    /// Types of objects, in order.
    pub objects: Vec<Type>,
    /// Types of events, in order.
    pub events: Vec<Type>,
}

/// A moment, with the text it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The moment.
    pub at: Timestamp,
    /// Whether the text had no offset, so that UTC was assumed.
    pub assumed_utc: bool,
    /// The text as written.
    pub text: String,
}

impl Moment {
    /// The moment at which the standard places first values: 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn origin() -> Self {
        Self::at(Timestamp(0))
    }

    /// A moment to write.
    #[must_use]
    pub fn at(at: Timestamp) -> Self {
        Self {
            at,
            assumed_utc: false,
            text: super::time::write(at),
        }
    }
}

/// A named value of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Name of the attribute.
    pub name: String,
    /// The value as text; a value that was a number or boolean in JSON as JSON writes it.
    pub text: String,
}

/// A value of an object, and from when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Name of the attribute.
    pub name: String,
    /// From when.
    pub from: Moment,
    /// The value as text.
    pub text: String,
}

/// A relation to an object.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Relation {
    /// Id of the object.
    pub object: String,
    /// What the object is in it.
    pub qualifier: String,
}

/// An object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// Its id.
    pub id: String,
    /// Name of its type.
    pub of_type: String,
    /// Its values over time, as ordered in the source.
    pub changes: Vec<Change>,
    /// Its relations to other objects.
    pub relations: Vec<Relation>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its id.
    pub id: String,
    /// Name of its type.
    pub of_type: String,
    /// When it happened.
    pub time: Moment,
    /// Its values.
    pub values: Vec<Value>,
    /// Its relations to objects.
    pub relations: Vec<Relation>,
}

/// A row of a database that is of no object or event that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stray {
    /// The table it stands in.
    pub table: String,
    /// The id it names.
    pub id: String,
}

/// A whole log, in the order of its source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Log {
    /// Declared types.
    pub types: Types,
    /// Objects.
    pub objects: Vec<Object>,
    /// Events.
    pub events: Vec<Event>,
    /// Rows of a database that belong to nothing that is there.
    pub strays: Vec<Stray>,
}
