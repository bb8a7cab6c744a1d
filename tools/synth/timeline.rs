//! All lines in the order of their moments of recording, as a book would have come to hold them.
//!
//! Dossiers are made twice: once to learn when each begins, once when its time has come. Only the
//! dossiers that are under way at a moment are in memory, and what the organisation did.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use weegboek::exchange::Line;

use super::synth::{self, Options, Plan};

/// Where the lines of a dossier come from: its number and how many it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Source {
    index: u64,
    len: u64,
}

/// The place of a line in time; what is recorded at one moment goes by number of dossier.
type Next = Reverse<(String, u64)>;

/// The lines, oldest first.
#[derive(Debug)]
pub(crate) struct Timeline {
    options: Options,
    /// Dossiers that have not begun, the last one first, with their first moment.
    waiting: Vec<(String, Source)>,
    /// The lines of the organisation, the last one first.
    organisation: Vec<Line>,
    /// The next line of each dossier that is under way.
    next: BinaryHeap<Next>,
    /// Their lines, the last one first.
    open: std::collections::HashMap<u64, Vec<Line>>,
}

impl Timeline {
    pub(crate) fn new(options: Options) -> Self {
        let mut waiting = Vec::new();
        let mut organisation = Vec::new();
        for block in Plan::new(options) {
            let mut made = synth::block(&options, &block);
            let own = made.split_off(block.lens.len());
            organisation.extend(own.into_iter().flat_map(|whole| whole.lines));
            let sources = (block.first..).zip(&block.lens);
            for ((index, len), whole) in sources.zip(&made) {
                let source = Source { index, len: *len };
                if let Some(first) = whole.lines.first() {
                    waiting.push((moment(first), source));
                }
            }
        }
        waiting.sort_unstable_by(|one, other| other.cmp(one));
        organisation.sort_by_key(|line| Reverse(moment(line)));
        Self {
            options,
            waiting,
            organisation,
            next: BinaryHeap::new(),
            open: std::collections::HashMap::new(),
        }
    }

    /// Makes the dossiers that begin no later than anything that is under way.
    fn begin(&mut self) {
        loop {
            let soonest = self.next.peek().map(|Reverse((at, _))| at);
            let due = |(at, _): &(String, Source)| soonest.is_none_or(|soonest| at <= soonest);
            let Some((at, source)) = self.waiting.pop_if(|waiting| due(waiting)) else {
                return;
            };
            let mut lines = synth::dossier(&self.options, source.index, source.len).lines;
            lines.reverse();
            self.open.insert(source.index, lines);
            self.next.push(Reverse((at, source.index)));
        }
    }
}

impl Iterator for Timeline {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        self.begin();
        let soonest = self.next.peek().map(|Reverse((at, _))| at.clone());
        let own = self.organisation.last().map(moment);
        // What an organisation does is about dossiers: it comes after what they recorded then.
        if own.is_some() && soonest.is_none_or(|soonest| own < Some(soonest)) {
            return self.organisation.pop();
        }
        let Reverse((_, index)) = self.next.pop()?;
        let lines = self.open.get_mut(&index)?;
        let line = lines.pop();
        match lines.last().map(moment) {
            Some(at) => self.next.push(Reverse((at, index))),
            None => {
                self.open.remove(&index);
            }
        }
        line
    }
}

/// The moment of recording as it is written: the order of these texts is the order of time.
fn moment(line: &Line) -> String {
    line.recorded_at.clone().unwrap_or_default()
}
