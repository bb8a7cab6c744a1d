//! The bytes of a log: unpacked when gzipped, counted, and never more at once than allowed.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use flate2::bufread::MultiGzDecoder;

/// Bytes fetched at once.
const CHUNK: usize = 64 * 1024;
/// How a gzip stream starts (RFC 1952 §2.3.1).
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// Which limit stopped the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) enum Stop {
    /// One piece of markup or text took more than was granted.
    Piece,
    /// The whole text is longer than allowed.
    Total,
}

/// A source that grants so many bytes for each piece and so many in all, and counts lines.
pub(in crate::exchange) struct Source<'a> {
    inner: BufReader<Box<dyn Read + 'a>>,
    granted: usize,
    left: u64,
    line: u64,
    stop: Option<Stop>,
}

impl<'a> Source<'a> {
    /// Looks at the first two bytes and unpacks when they say gzip.
    pub(in crate::exchange) fn new(
        mut raw: impl Read + 'a,
        total_len_max: u64,
    ) -> io::Result<Self> {
        let mut start = Vec::with_capacity(GZIP.len());
        raw.by_ref()
            .take(GZIP.len() as u64)
            .read_to_end(&mut start)?;
        let packed = start == GZIP;
        let whole = Cursor::new(start).chain(raw);
        let text: Box<dyn Read + 'a> = if packed {
            Box::new(MultiGzDecoder::new(BufReader::with_capacity(CHUNK, whole)))
        } else {
            Box::new(whole)
        };
        Ok(Self {
            inner: BufReader::with_capacity(CHUNK, text),
            granted: 0,
            left: total_len_max,
            line: 1,
            stop: None,
        })
    }

    /// Grants so many bytes for the next piece.
    pub(in crate::exchange) fn grant(&mut self, bytes: usize) {
        self.granted = bytes;
    }

    /// The line reading has come to, from 1.
    pub(in crate::exchange) fn line(&self) -> u64 {
        self.line
    }

    /// Which limit stopped reading, if one did.
    pub(in crate::exchange) fn stop(&self) -> Option<Stop> {
        self.stop
    }
}

impl Read for Source<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(out)?;
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Source<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let left = usize::try_from(self.left).unwrap_or(usize::MAX);
        let allowed = self.granted.min(left);
        let bytes = self.inner.fill_buf()?;
        // The end of the text needs no grant.
        if allowed == 0 && !bytes.is_empty() {
            self.stop = Some(if left == 0 { Stop::Total } else { Stop::Piece });
            return Err(io::Error::other("a limit was reached"));
        }
        Ok(bytes.get(..allowed.min(bytes.len())).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        let read = self.inner.buffer().get(..count).unwrap_or_default();
        let lines = read.iter().filter(|byte| **byte == b'\n').count();
        self.line += lines as u64;
        self.granted = self.granted.saturating_sub(count);
        self.left = self.left.saturating_sub(count as u64);
        self.inner.consume(count);
    }
}
