//! The reader: from XML events to traces, with a stack of its own instead of recursion.

use std::io::Read;

use quick_xml::Error as XmlError;
use quick_xml::events::{BytesStart, Event as Xml};

use super::element;
use super::error::{Error, Place, Problem};
use super::model::{Attribute, Classifier, Event, Extension, Global, Kind, LogHeader, Trace};
use crate::exchange::source::{Source, Stop};

/// How much a log may ask of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of XES text in all, unpacked: what a gzip bomb runs into.
    pub total_len_max: u64,
    /// Bytes of memory one trace may take.
    pub trace_len_max: usize,
    /// Bytes of memory the header may take. Log attributes beyond it are counted and left out.
    pub header_len_max: usize,
    /// Bytes of one key or value.
    pub text_len_max: usize,
    /// Levels of nested elements, the log itself included.
    pub depth_max: usize,
}

impl Default for Limits {
    /// 16 GiB in all, 64 MiB a trace, 16 MiB of header, 1 MiB a value, 64 levels: several times
    /// what any published log holds.
    fn default() -> Self {
        Self {
            total_len_max: 16 << 30,
            trace_len_max: 64 << 20,
            header_len_max: 16 << 20,
            text_len_max: 1 << 20,
            depth_max: 64,
        }
    }
}

/// One open element, holding what was read of it.
enum Open {
    Log,
    Global(Global),
    Trace(Trace),
    Event(Event),
    Attribute(Attribute),
    /// `values` of a list: its attributes become the list's items.
    Values,
    /// An element that may hold nothing.
    Leaf,
    /// A log attribute that no longer fits in the header, and all within it.
    LeftOut,
}

impl Open {
    fn name(&self) -> &'static str {
        match self {
            Self::Log => "the log",
            Self::Global(_) => "a global",
            Self::Trace(_) => "a trace",
            Self::Event(_) => "an event",
            Self::Attribute(_) => "an attribute",
            Self::Values => "the values of a list",
            Self::Leaf => "an extension or classifier",
            Self::LeftOut => "an attribute of the log",
        }
    }
}

/// Reads a log trace by trace.
///
/// An iterator of traces in file order; after an error it ends.
///
/// ```
/// use weegboek::exchange::xes::{Limits, Reader};
/// let text = r#"<log><trace><string key="concept:name" value="Z1"/></trace></log>"#;
/// let mut reader = Reader::new(text.as_bytes(), Limits::default())?;
/// assert_eq!(reader.next().transpose()?.unwrap_or_default().name(), Some("Z1"));
/// # Ok::<(), weegboek::exchange::xes::Error>(())
/// ```
pub struct Reader<'a> {
    xml: quick_xml::Reader<Source<'a>>,
    piece: Vec<u8>,
    limits: Limits,
    header: LogHeader,
    header_len: usize,
    trace_len: usize,
    stack: Vec<Open>,
    /// Read while looking for the end of the header.
    first: Option<Trace>,
    place: Place,
    seen_root: bool,
    finished: bool,
}

impl std::fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "xes::Reader({})", self.place)
    }
}

impl<'a> Reader<'a> {
    /// Starts reading: the header is complete on return, and the first trace is read.
    ///
    /// # Errors
    /// When the text is not an XES log as far as the end of its first trace.
    pub fn new(source: impl Read + 'a, limits: Limits) -> Result<Self, Error> {
        let source = Source::new(source, limits.total_len_max).map_err(|why| Error {
            problem: why.into(),
            place: Place::default(),
        })?;
        let mut reader = Self {
            xml: quick_xml::Reader::from_reader(source),
            piece: Vec::new(),
            limits,
            header: LogHeader::default(),
            header_len: 0,
            trace_len: 0,
            stack: Vec::new(),
            first: None,
            place: Place::default(),
            seen_root: false,
            finished: false,
        };
        reader.first = reader.read_trace()?;
        Ok(reader)
    }

    /// What the log says about itself. Complete once the first trace was given, but for
    /// attributes that stand after the traces.
    #[must_use]
    pub fn header(&self) -> &LogHeader {
        &self.header
    }

    /// How far reading has come.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    fn read_trace(&mut self) -> Result<Option<Trace>, Error> {
        let result = self.step_until_trace();
        if !matches!(result, Ok(Some(_))) {
            self.finished = true;
        }
        result.map_err(|problem| Error {
            problem,
            place: Place {
                in_trace: matches!(self.stack.get(1), Some(Open::Trace(_))),
                ..self.place
            },
        })
    }

    fn step_until_trace(&mut self) -> Result<Option<Trace>, Problem> {
        // Room for the longest value with every character written as a reference, and its key.
        let grant = self.limits.text_len_max.saturating_mul(2) + 4096;
        let mut piece = std::mem::take(&mut self.piece);
        loop {
            piece.clear();
            self.xml.get_mut().grant(grant);
            self.place.line = self.xml.get_ref().line();
            self.place.offset = self.xml.buffer_position();
            let done = match self.xml.read_event_into(&mut piece) {
                Ok(event) => self.take(event)?,
                Err(why) => return Err(self.problem(why, grant)),
            };
            match done {
                Step::More => {}
                Step::Trace(trace) => {
                    self.piece = piece;
                    return Ok(Some(trace));
                }
                Step::End => return Ok(None),
            }
        }
    }

    /// What an error of the XML layer means here.
    fn problem(&mut self, why: XmlError, grant: usize) -> Problem {
        match self.xml.get_ref().stop() {
            Some(Stop::Piece) => {
                return Problem::TooLarge {
                    what: "a piece of markup or text (bytes)",
                    limit: grant as u64,
                };
            }
            Some(Stop::Total) => {
                return Problem::TooLarge {
                    what: "the whole text (bytes)",
                    limit: self.limits.total_len_max,
                };
            }
            None => {}
        }
        match why {
            XmlError::Io(why) if why.kind() == std::io::ErrorKind::UnexpectedEof => {
                Problem::Truncated
            }
            XmlError::Io(why) => Problem::Source(std::io::Error::new(why.kind(), why.to_string())),
            XmlError::Encoding(quick_xml::encoding::EncodingError::Utf8(why)) => {
                self.place.offset += why.valid_up_to() as u64;
                Problem::NotUtf8
            }
            XmlError::Escape(why) => Problem::Reference(why.to_string()),
            // All of these mean that a construct was still open when the text ended.
            XmlError::Syntax(_) => Problem::Truncated,
            other => Problem::Syntax(other.to_string()),
        }
    }

    fn take(&mut self, event: Xml<'_>) -> Result<Step, Problem> {
        match event {
            Xml::Start(start) => {
                self.open(&start)?;
                Ok(Step::More)
            }
            Xml::Empty(start) => {
                self.open(&start)?;
                self.close()
            }
            Xml::End(_) => self.close(),
            Xml::Comment(_) | Xml::PI(_) => Ok(Step::More),
            Xml::Decl(decl) => match decl.encoding() {
                Some(Ok(name))
                    if !name.eq_ignore_ascii_case("utf-8")
                        && !name.eq_ignore_ascii_case("us-ascii") =>
                {
                    Err(Problem::Encoding(name.into_owned()))
                }
                Some(Err(why)) => Err(Problem::Syntax(why.to_string())),
                _ => Ok(Step::More),
            },
            Xml::DocType(_) => Err(Problem::DocType),
            Xml::GeneralRef(name) => Err(Problem::Reference(name.into_inner().into_owned())),
            // White space comes as text of its own, so that every piece starts at its first byte.
            Xml::Text(text) if text.trim_ascii().is_empty() => Ok(Step::More),
            Xml::Text(_) | Xml::CData(_) => Err(Problem::StrayText),
            Xml::Eof if self.stack.is_empty() && self.seen_root => Ok(Step::End),
            Xml::Eof => Err(Problem::Truncated),
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), Problem> {
        if self.stack.len() >= self.limits.depth_max {
            return Err(Problem::TooLarge {
                what: "the nesting of elements (levels)",
                limit: self.limits.depth_max as u64,
            });
        }
        let longest = self.limits.text_len_max;
        let local = start.local_name();
        let name: &str = local.as_ref();
        let misplaced = |parent| Problem::Misplaced {
            element: name.chars().take(100).collect(),
            parent,
        };
        let opened = match self.stack.last() {
            None if name == "log" && !self.seen_root => {
                self.seen_root = true;
                self.declared(start)?;
                Open::Log
            }
            None => return Err(misplaced("no log")),
            Some(Open::LeftOut) => Open::LeftOut,
            Some(Open::Log) => match name {
                "trace" => {
                    self.trace_len = 0;
                    Open::Trace(Trace::default())
                }
                "extension" | "classifier" | "global" => self.declaration(name, start)?,
                _ => {
                    let attribute = element::attribute(name, start, longest)?;
                    self.keep(attribute.ok_or_else(|| misplaced("the log"))?)?
                }
            },
            Some(Open::Trace(_)) if name == "event" => {
                self.charge(size_of::<Event>())?;
                Open::Event(Event::default())
            }
            Some(Open::Attribute(list)) if list.kind == Kind::List && name == "values" => {
                Open::Values
            }
            Some(Open::Leaf) => return Err(misplaced("an extension or classifier")),
            Some(parent) => {
                let parent = parent.name();
                let attribute = element::attribute(name, start, longest)?;
                let attribute = attribute.ok_or_else(|| misplaced(parent))?;
                self.keep(attribute)?
            }
        };
        self.stack.push(opened);
        Ok(())
    }

    /// The element that ended goes to the one it stands in.
    fn close(&mut self) -> Result<Step, Problem> {
        let Some(closed) = self.stack.pop() else {
            return Err(Problem::Syntax("an end without a start".to_owned()));
        };
        match (closed, self.stack.last_mut()) {
            (Open::Trace(trace), _) => {
                self.place.traces += 1;
                self.place.events += trace.events.len() as u64;
                return Ok(Step::Trace(trace));
            }
            (Open::Event(event), Some(Open::Trace(trace))) => trace.events.push(event),
            (Open::Global(global), _) => self.header.globals.push(global),
            (Open::Attribute(attribute), Some(Open::Log)) => self.header.attributes.push(attribute),
            (Open::Attribute(attribute), Some(Open::Global(global))) => {
                global.attributes.push(attribute);
            }
            (Open::Attribute(attribute), Some(Open::Trace(trace))) => {
                trace.attributes.push(attribute);
            }
            (Open::Attribute(attribute), Some(Open::Event(event))) => {
                event.attributes.push(attribute);
            }
            (Open::Attribute(attribute), Some(Open::Attribute(parent))) => {
                parent.children.push(attribute);
            }
            (Open::Attribute(item), Some(Open::Values)) => {
                // `values` only ever opens within a list, which is the one below it.
                let below = self.stack.len().saturating_sub(2);
                if let Some(Open::Attribute(list)) = self.stack.get_mut(below) {
                    list.items.push(item);
                }
            }
            (Open::LeftOut, _) => self.header.attributes_left_out += 1,
            _ => {}
        }
        Ok(Step::More)
    }

    /// The attributes of the `log` element itself.
    fn declared(&mut self, start: &BytesStart<'_>) -> Result<(), Problem> {
        let texts = element::texts(start, self.limits.text_len_max)?;
        self.header_len += texts
            .iter()
            .map(|(name, text)| name.len() + text.len())
            .sum::<usize>();
        self.header.declared = texts;
        Ok(())
    }

    fn declaration(&mut self, element: &str, start: &BytesStart<'_>) -> Result<Open, Problem> {
        let texts = element::texts(start, self.limits.text_len_max)?;
        self.charge(size_of::<Extension>() + start.len())?;
        let find = |wanted: &str| {
            let found = texts.iter().find(|(name, _)| name == wanted);
            found.map(|(_, text)| text.clone())
        };
        let need = |attribute: &'static str| {
            find(attribute).ok_or_else(|| Problem::Missing {
                element: element.to_owned(),
                attribute,
            })
        };
        Ok(match element {
            "extension" => {
                self.header.extensions.push(Extension {
                    name: need("name")?,
                    prefix: need("prefix")?,
                    uri: need("uri")?,
                });
                Open::Leaf
            }
            "classifier" => {
                self.header.classifiers.push(Classifier {
                    name: need("name")?,
                    scope: find("scope"),
                    keys: need("keys")?,
                });
                Open::Leaf
            }
            _ => Open::Global(Global {
                scope: find("scope").unwrap_or_else(|| "event".to_owned()),
                attributes: Vec::new(),
            }),
        })
    }

    /// Keeps an attribute where there is room. Only what the log says about itself may be left
    /// out: it is no part of any trace, and logs carry statistics there that outgrow them.
    fn keep(&mut self, attribute: Attribute) -> Result<Open, Problem> {
        let len = cost(&attribute);
        let of_log = matches!(self.stack.get(1), None | Some(Open::Attribute(_)));
        if of_log && self.header_len.saturating_add(len) > self.limits.header_len_max {
            return Ok(Open::LeftOut);
        }
        self.charge(len)?;
        Ok(Open::Attribute(attribute))
    }

    /// Counts memory for the trace being read, or for the header when there is none.
    fn charge(&mut self, bytes: usize) -> Result<(), Problem> {
        let in_trace = matches!(self.stack.get(1), Some(Open::Trace(_)));
        let (used, limit, what) = if in_trace {
            let limit = self.limits.trace_len_max;
            (&mut self.trace_len, limit, "one trace (bytes in memory)")
        } else {
            let limit = self.limits.header_len_max;
            (&mut self.header_len, limit, "the header (bytes in memory)")
        };
        *used = used.saturating_add(bytes);
        if *used > limit {
            return Err(Problem::TooLarge {
                what,
                limit: limit as u64,
            });
        }
        Ok(())
    }
}

/// Memory an attribute takes without its children.
fn cost(attribute: &Attribute) -> usize {
    size_of::<Attribute>() + attribute.key.len() + attribute.text.len()
}

/// What one XML event led to.
enum Step {
    More,
    Trace(Trace),
    End,
}

impl Iterator for Reader<'_> {
    type Item = Result<Trace, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(first) = self.first.take() {
            return Some(Ok(first));
        }
        if self.finished {
            return None;
        }
        self.read_trace().transpose()
    }
}
