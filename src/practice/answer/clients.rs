//! What every client adds to a cell, in the order of the clients.

use super::cell::Given;

/// Clients with what each adds. Rows come mostly client by client, so they are put at the end and
/// ordered once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Clients {
    all: Vec<(i64, Given)>,
    /// Whether a client came after one with a higher number.
    mixed: bool,
}

impl Clients {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Every client with what it adds.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&i64, &Given)> {
        self.all.iter().map(|(client, given)| (client, given))
    }

    /// What they add.
    pub fn values(&self) -> impl ExactSizeIterator<Item = &Given> {
        self.all.iter().map(|(_, given)| given)
    }

    /// What the client of the row before adds, or of one that begins here.
    pub(super) fn last_or_new(&mut self, client: i64) -> &mut Given {
        let last = self.all.last().map(|(last, _)| *last);
        if last != Some(client) {
            self.mixed |= last.is_some_and(|last| last > client);
            self.all.push((client, Given::default()));
        }
        let place = self.all.len() - 1;
        &mut self.all[place].1
    }

    /// Puts them in order, each once.
    pub(super) fn settle(&mut self) {
        if !std::mem::take(&mut self.mixed) {
            return;
        }
        // Stable: what a client adds is summed in the order in which it came.
        self.all.sort_by_key(|(client, _)| *client);
        self.all.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1.add(&next.1);
            }
            same
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clients_that_come_mixed_stand_in_order_and_once() {
        let mut clients = Clients::default();
        for (client, value) in [(3, 1.0), (1, 2.0), (3, 4.0), (3, 8.0), (2, 16.0)] {
            clients.last_or_new(client).numerator += value;
        }
        clients.settle();
        let all: Vec<_> = clients
            .iter()
            .map(|(client, given)| (*client, given.numerator))
            .collect();
        assert_eq!(all, [(1, 2.0), (2, 16.0), (3, 13.0)]);
        assert_eq!((clients.len(), clients.is_empty()), (3, false));
        let sum: f64 = clients.values().map(|given| given.numerator).sum();
        assert!((sum - 31.0).abs() < 1e-9);
    }
}
