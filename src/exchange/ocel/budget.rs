//! What a reader may still keep of a log, counted while it reads.

use super::error::Error;
use super::reader::Limits;

/// What is left of the limits. A small file can name one table or one default a million times, so
/// what is kept is counted, not what is read.
pub(super) struct Budget {
    limits: Limits,
    items_left: u64,
    text_left: u64,
}

impl Budget {
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            limits: *limits,
            items_left: limits.items_max,
            text_left: limits.total_len_max,
        }
    }

    /// Takes room for so many types, objects, events, values or relations.
    pub(super) fn items(&mut self, count: usize) -> Result<(), Error> {
        let left = self.items_left.checked_sub(as_u64(count));
        self.items_left = left.ok_or(Error::TooLarge {
            what: "the number of types, objects, events, values and relations",
            limit: self.limits.items_max,
        })?;
        Ok(())
    }

    /// Takes room for a text.
    pub(super) fn text(&mut self, text: &str) -> Result<(), Error> {
        self.longest(text)?;
        let left = self.text_left.checked_sub(as_u64(text.len()));
        self.text_left = left.ok_or(Error::TooLarge {
            what: "the text that is kept (bytes)",
            limit: self.limits.total_len_max,
        })?;
        Ok(())
    }

    /// Whether one text is short enough; takes no room.
    pub(super) fn longest(&self, text: &str) -> Result<(), Error> {
        if text.len() > self.limits.text_len_max {
            return Err(Error::TooLarge {
                what: "a name or value (bytes)",
                limit: as_u64(self.limits.text_len_max),
            });
        }
        Ok(())
    }
}

fn as_u64(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
