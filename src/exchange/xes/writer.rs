//! Writing a log in XES (IEEE 1849), trace by trace, in the order it is given.

use std::io::{self, Write};

use super::model::{Attribute, Kind, LogHeader, Trace};
use crate::exchange::markup::{escaped, tag};

/// Writes a log. What the header declares is for the caller to keep: a global stands in every
/// trace or event, a prefix belongs to an extension.
pub struct Writer<W> {
    out: W,
}

impl<W: Write> Writer<W> {
    /// Starts a log with this header; [`LogHeader::declared`] goes on the `log` element.
    ///
    /// # Errors
    /// When the output fails.
    pub fn new(mut out: W, header: &LogHeader) -> io::Result<Self> {
        out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
        let declared: Vec<(&str, &str)> = header
            .declared
            .iter()
            .map(|(key, text)| (key.as_str(), text.as_str()))
            .collect();
        tag(&mut out, 0, "log", &declared, ">\n")?;
        for one in &header.extensions {
            let keys = [
                ("name", one.name.as_str()),
                ("prefix", &one.prefix),
                ("uri", &one.uri),
            ];
            tag(&mut out, 1, "extension", &keys, "/>\n")?;
        }
        for one in &header.globals {
            tag(&mut out, 1, "global", &[("scope", &one.scope)], ">\n")?;
            for attribute in &one.attributes {
                write(&mut out, 2, attribute)?;
            }
            out.write_all(b" </global>\n")?;
        }
        for one in &header.classifiers {
            let mut keys = vec![("name", one.name.as_str())];
            if let Some(scope) = &one.scope {
                keys.push(("scope", scope));
            }
            keys.push(("keys", &one.keys));
            tag(&mut out, 1, "classifier", &keys, "/>\n")?;
        }
        for attribute in &header.attributes {
            write(&mut out, 1, attribute)?;
        }
        Ok(Self { out })
    }

    /// Writes a trace with its events.
    ///
    /// # Errors
    /// When the output fails.
    pub fn trace(&mut self, trace: &Trace) -> io::Result<()> {
        self.out.write_all(b" <trace>\n")?;
        for attribute in &trace.attributes {
            write(&mut self.out, 2, attribute)?;
        }
        for event in &trace.events {
            self.out.write_all(b"  <event>\n")?;
            for attribute in &event.attributes {
                write(&mut self.out, 3, attribute)?;
            }
            self.out.write_all(b"  </event>\n")?;
        }
        self.out.write_all(b" </trace>\n")
    }

    /// Writes what closes the log.
    ///
    /// # Errors
    /// When the output fails.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.write_all(b"</log>\n")?;
        self.out.flush()
    }
}

/// Writes an attribute with what is nested in it. Recursion is as deep as the attribute, which the
/// caller made.
fn write(out: &mut dyn Write, depth: usize, attribute: &Attribute) -> io::Result<()> {
    let name = attribute.kind.element();
    let mut keys = vec![("key", attribute.key.as_str())];
    if attribute.kind.has_value() {
        keys.push(("value", &attribute.text));
    }
    if attribute.children.is_empty() && attribute.kind != Kind::List {
        return tag(out, depth, name, &keys, "/>\n");
    }
    tag(out, depth, name, &keys, ">\n")?;
    for child in &attribute.children {
        write(out, depth + 1, child)?;
    }
    if attribute.kind == Kind::List {
        tag(out, depth + 1, "values", &[], ">\n")?;
        for item in &attribute.items {
            write(out, depth + 2, item)?;
        }
        writeln!(out, "{}</values>", " ".repeat(depth + 1))?;
    }
    writeln!(out, "{}</{}>", " ".repeat(depth), escaped(name))
}
