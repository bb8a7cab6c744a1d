//! Writing a log in XML, relations as `relationship` elements.

use std::io::Write;

use super::Writer;
use super::error::Error;
use super::model::{Event, Object, Relation, Type, Types};
use super::time;
use crate::exchange::markup::{escaped, tag};

/// Writes a log in XML.
pub struct XmlWriter<W> {
    out: W,
    in_events: bool,
}

impl<W: Write> XmlWriter<W> {
    /// Starts a log with these types.
    ///
    /// # Errors
    /// When the output fails.
    pub fn new(mut out: W, types: &Types) -> Result<Self, Error> {
        out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log>\n")?;
        list(&mut out, "object-types", "object-type", &types.objects)?;
        list(&mut out, "event-types", "event-type", &types.events)?;
        out.write_all(b" <objects>\n")?;
        Ok(Self {
            out,
            in_events: false,
        })
    }

    fn values<'v>(
        &mut self,
        values: impl Iterator<Item = (&'v str, Option<String>, &'v str)>,
    ) -> Result<(), Error> {
        self.out.write_all(b"   <attributes>\n")?;
        for (name, from, text) in values {
            let mut keys = vec![("name", name)];
            if let Some(from) = &from {
                keys.push(("time", from));
            }
            tag(&mut self.out, 4, "attribute", &keys, ">")?;
            writeln!(self.out, "{}</attribute>", escaped(text))?;
        }
        Ok(self.out.write_all(b"   </attributes>\n")?)
    }

    fn relations(&mut self, relations: &[Relation]) -> Result<(), Error> {
        self.out.write_all(b"   <objects>\n")?;
        for one in relations {
            let keys = [
                ("object-id", one.object.as_str()),
                ("qualifier", &one.qualifier),
            ];
            tag(&mut self.out, 4, "relationship", &keys, "/>\n")?;
        }
        Ok(self.out.write_all(b"   </objects>\n")?)
    }

    fn begin_events(&mut self) -> Result<(), Error> {
        if !self.in_events {
            self.out.write_all(b" </objects>\n <events>\n")?;
            self.in_events = true;
        }
        Ok(())
    }
}

fn list(out: &mut dyn Write, outer: &str, inner: &str, types: &[Type]) -> Result<(), Error> {
    tag(out, 1, outer, &[], ">\n")?;
    for one in types {
        tag(
            out,
            2,
            inner,
            &[("name", &one.name)],
            ">\n   <attributes>\n",
        )?;
        for attribute in &one.attributes {
            let keys = [
                ("name", attribute.name.as_str()),
                ("type", attribute.kind.name()),
            ];
            tag(out, 4, "attribute", &keys, "/>\n")?;
        }
        writeln!(out, "   </attributes>\n  </{inner}>")?;
    }
    Ok(writeln!(out, " </{outer}>")?)
}

impl<W: Write> Writer for XmlWriter<W> {
    fn object(&mut self, object: &Object) -> Result<(), Error> {
        if self.in_events {
            return Err(Error::Order);
        }
        let keys = [("id", object.id.as_str()), ("type", &object.of_type)];
        tag(&mut self.out, 2, "object", &keys, ">\n")?;
        let changes = object.changes.iter();
        self.values(changes.map(|one| {
            (
                one.name.as_str(),
                Some(time::write(one.from.at)),
                one.text.as_str(),
            )
        }))?;
        self.relations(&object.relations)?;
        Ok(self.out.write_all(b"  </object>\n")?)
    }

    fn event(&mut self, event: &Event) -> Result<(), Error> {
        self.begin_events()?;
        let at = time::write(event.time.at);
        let keys = [
            ("id", event.id.as_str()),
            ("type", &event.of_type),
            ("time", &at),
        ];
        tag(&mut self.out, 2, "event", &keys, ">\n")?;
        let values = event.values.iter();
        self.values(values.map(|one| (one.name.as_str(), None, one.text.as_str())))?;
        self.relations(&event.relations)?;
        Ok(self.out.write_all(b"  </event>\n")?)
    }

    fn finish(mut self: Box<Self>) -> Result<(), Error> {
        self.begin_events()?;
        self.out.write_all(b" </events>\n</log>\n")?;
        Ok(self.out.flush()?)
    }
}
