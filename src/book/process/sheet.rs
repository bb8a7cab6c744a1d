//! Tables under way: every number with the figures it would tell, and after disclosure control
//! the tables that may be shown.

use super::answer::{Answer, Cell, Table};
use super::sets::{Parts, cases};
use crate::book::disclosing::short;
use crate::practice::disclosure::{Counted, Counts, Figure, POPULATION, Reason, Released, Rules};
use crate::practice::process::{EventLog, Summary};

/// Rows of a long table that may be told: the first ones. Every row is remembered for ever.
const ROWS_MAX: usize = 150;

/// What must be told for a number to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gate {
    /// Nothing.
    Open,
    /// A figure.
    Figure(usize),
    /// It is never shown: too few clients.
    Shut,
}

/// A cell before control.
#[derive(Debug, Clone)]
pub(super) enum Slot {
    /// A name, or something that tells of nobody.
    Plain(Cell),
    /// A count.
    Count(u64, Gate),
    /// The count in a summary, which is left out when it is not told.
    Number(u64, Gate),
    /// Days.
    Days(f64, Gate),
    /// A part and a whole, both of which must be told.
    Share([(u64, Gate); 2]),
    /// The second share minus the first.
    Difference([[(u64, Gate); 2]; 2]),
    /// Something that is told only without control.
    Exact(Cell),
}

struct Row {
    gates: Vec<Gate>,
    slots: Vec<Slot>,
}

/// A table before control.
pub(super) struct Draft {
    table: Table,
    rows: Vec<Row>,
}

impl Draft {
    pub(super) fn new(name: &'static str, columns: &[&'static str]) -> Self {
        Self {
            table: Table::new(name, columns),
            rows: Vec::new(),
        }
    }

    /// Adds a row that is left out whole unless every gate is told.
    pub(super) fn row(&mut self, gates: &[Gate], slots: Vec<Slot>) {
        let gates = gates.to_vec();
        self.rows.push(Row { gates, slots });
    }

    /// Whether another row may have figures: of long tables only the first rows are told.
    pub(super) fn has_room(&self, rules: &Rules) -> bool {
        rules.open() || self.rows.len() < ROWS_MAX
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// An answer before control.
pub(super) struct Sheet {
    rules: Rules,
    figures: Vec<Figure>,
    counts: Counts,
    /// The answer, without its tables.
    pub(super) answer: Answer,
    /// Its tables.
    pub(super) tables: Vec<Draft>,
    cases: (u64, Gate),
}

impl Sheet {
    /// A sheet about the cases of a log; nothing is told unless it is told how many they are.
    pub(super) fn new(analysis: &'static str, log: &EventLog, rules: &Rules) -> Self {
        let cases = log.cases().filter(|case| !case.is_empty()).count() as u64;
        let mut sheet = Self {
            rules: *rules,
            figures: Vec::new(),
            counts: Counts::default(),
            answer: Answer {
                analysis,
                cases: None,
                norm: u64::from(rules.norm),
                rounding: u64::from(rules.rounding),
                tables: Vec::new(),
                notes: Vec::new(),
            },
            tables: Vec::new(),
            cases: (cases, Gate::Open),
        };
        sheet.cases.1 = sheet.population(log);
        if !rules.open() {
            sheet.answer.notes.push("hidden");
        }
        if cases == 0 {
            sheet.answer.notes.push("no-cases");
        }
        sheet
    }

    /// The rules.
    pub(super) fn rules(&self) -> &Rules {
        &self.rules
    }

    /// How many cases it is about.
    pub(super) fn cases(&self) -> (u64, Gate) {
        self.cases
    }

    /// How many clients a log has.
    pub(super) fn population(&mut self, log: &EventLog) -> Gate {
        let parts = || cases(log, &|_| true);
        self.add(POPULATION, parts, None, false)
    }

    /// A figure among hundreds: laid beside others in pairs.
    pub(super) fn figure(&mut self, what: &[&str], parts: impl FnOnce() -> Parts) -> Gate {
        self.add(short(what), parts, None, true)
    }

    /// A figure that together with others makes up a whole that is told.
    pub(super) fn slice(&mut self, what: &[&str], parts: impl FnOnce() -> Parts) -> Gate {
        self.add(short(what), parts, None, false)
    }

    /// A part of the clients of another figure: nobody and everybody tell of each of them.
    pub(super) fn part(&mut self, whole: Gate, parts: impl FnOnce() -> Parts) -> Gate {
        self.add(POPULATION, parts, Some(whole), false)
    }

    /// A part of a whole that is told, where nobody and everybody tell of each of them, among
    /// other parts of it.
    pub(super) fn slice_within(
        &mut self,
        what: &[&str],
        whole: Gate,
        parts: impl FnOnce() -> Parts,
    ) -> Gate {
        self.add(short(what), parts, Some(whole), false)
    }

    /// Says how many cases it is about when that is more than those of the first log.
    pub(super) fn cases_are(&mut self, cases: u64, gate: Gate) {
        let gate = if gate == Gate::Open {
            self.cases.1
        } else {
            gate
        };
        self.cases = (cases, gate);
    }

    fn add(
        &mut self,
        statistic: u64,
        parts: impl FnOnce() -> Parts,
        whole: Option<Gate>,
        apart: bool,
    ) -> Gate {
        if self.rules.open() {
            return Gate::Open;
        }
        let parts = parts();
        let first = self.figures.is_empty();
        if !first && parts.len() < self.rules.least() {
            return Gate::Shut;
        }
        let within = match whole {
            Some(Gate::Figure(place)) => Some(place),
            Some(Gate::Shut) => return Gate::Shut,
            Some(Gate::Open) | None => None,
        };
        self.figures.push(Figure {
            statistic,
            parts,
            within,
            under: (!first).then_some(0),
            apart,
        });
        Gate::Figure(self.figures.len() - 1)
    }

    /// The slots of a summary behind a gate; `clients` are those of its durations.
    pub(super) fn summary(&self, summary: Option<Summary>, gate: Gate, clients: u64) -> [Slot; 5] {
        let Some(found) = summary.filter(|_| gate != Gate::Shut) else {
            return [const { Slot::Plain(Cell::Nothing) }; 5];
        };
        let enough = self.rules.p90_from() as u64 <= clients;
        [
            Slot::Number(found.n as u64, gate),
            Slot::Days(found.median, gate),
            Slot::Days(found.p90, if enough { gate } else { Gate::Shut }),
            Slot::Days(found.mean, gate),
            found
                .sd
                .map_or(Slot::Plain(Cell::Nothing), |sd| Slot::Days(sd, gate)),
        ]
    }

    /// How many clients stand behind a gate; all there may be when nothing is controlled.
    pub(super) fn clients(&self, gate: Gate) -> u64 {
        match gate {
            Gate::Open => u64::MAX,
            Gate::Shut => 0,
            Gate::Figure(place) => self
                .figures
                .get(place)
                .map_or(0, |figure| figure.parts.len() as u64),
        }
    }

    /// A count that is part of sums, as a cell of theirs; `clients` are those it is about.
    pub(super) fn counted(&mut self, count: u64, clients: u64, gate: Gate) -> Option<usize> {
        let figure = match gate {
            Gate::Open => return None,
            Gate::Figure(place) => Some(place),
            Gate::Shut => None,
        };
        let whole = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        self.counts.cells.push(Counted {
            figure,
            count: f64::from(whole(count)),
            clients: usize::try_from(clients).unwrap_or(usize::MAX),
        });
        Some(self.counts.cells.len() - 1)
    }

    /// A sum over cells, which is told here or elsewhere.
    pub(super) fn sum(&mut self, cells: Vec<usize>) {
        if !cells.is_empty() {
            self.counts.lines.push(cells);
        }
    }

    /// Takes out the counts that add up to sums.
    pub(super) fn take_counts(&mut self) -> Vec<Counts> {
        Vec::from([std::mem::take(&mut self.counts)])
    }

    /// Takes out the figures that it would tell.
    pub(super) fn take_figures(&mut self) -> Vec<Figure> {
        std::mem::take(&mut self.figures)
    }

    /// The answer with what may be told.
    pub(super) fn told(self, released: &Released) -> Answer {
        let shown = Shown {
            rules: self.rules,
            released,
        };
        let mut answer = self.answer;
        answer.cases = shown.count(self.cases.0, self.cases.1);
        for draft in self.tables {
            let mut table = draft.table;
            for row in draft.rows {
                if row.gates.iter().all(|gate| shown.tells(*gate)) {
                    table
                        .rows
                        .push(row.slots.iter().map(|slot| shown.cell(slot)).collect());
                } else {
                    table.hidden_rows += 1;
                }
            }
            table.hidden_rows = shown.rounded(table.hidden_rows);
            answer.tables.push(table);
        }
        let reasons = released.hidden.iter().flatten();
        if reasons
            .clone()
            .any(|reason| matches!(reason, Reason::Near { .. } | Reason::Full))
            && released.because_of_earlier
        {
            answer.notes.push("earlier");
        }
        answer
    }
}

/// What is shown of slots.
struct Shown<'a> {
    rules: Rules,
    released: &'a Released,
}

impl Shown<'_> {
    fn tells(&self, gate: Gate) -> bool {
        match gate {
            Gate::Open => true,
            Gate::Shut => false,
            Gate::Figure(place) => self.released.tells(place),
        }
    }

    fn rounded(&self, count: u64) -> u64 {
        if self.rules.open() {
            return count;
        }
        let base = u64::from(self.rules.rounding.max(1));
        (count + base / 2) / base * base
    }

    fn count(&self, count: u64, gate: Gate) -> Option<u64> {
        self.tells(gate).then(|| match gate {
            // Of a file, which its reader holds.
            Gate::Open => count,
            _ => self.rounded(count),
        })
    }

    /// A share of counts as shown, so that it undoes no rounding.
    fn share(&self, of: &[(u64, Gate); 2]) -> Option<f64> {
        let [part, whole] = of.map(|(count, gate)| self.count(count, gate));
        #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
        match (part, whole) {
            (Some(part), Some(whole)) if whole > 0 => Some(part as f64 / whole as f64),
            _ => None,
        }
    }

    fn cell(&self, slot: &Slot) -> Cell {
        let nothing = |cell: Option<Cell>| cell.unwrap_or(Cell::Nothing);
        match slot {
            Slot::Plain(cell) => cell.clone(),
            Slot::Count(count, gate) => self.count(*count, *gate).map_or(Cell::Hidden, Cell::Count),
            Slot::Number(count, gate) => nothing(self.count(*count, *gate).map(Cell::Count)),
            Slot::Days(days, gate) => {
                let days = match gate {
                    Gate::Open => *days,
                    // With all its digits a mean would give back the count under it.
                    _ => (days * 10.0).round() / 10.0,
                };
                nothing(self.tells(*gate).then_some(Cell::Days(days)))
            }
            Slot::Share(of) => nothing(self.share(of).map(Cell::Share)),
            Slot::Difference([one, other]) => {
                let both = self.share(one).zip(self.share(other));
                nothing(both.map(|(one, other)| Cell::Share(other - one)))
            }
            Slot::Exact(cell) if self.rules.open() => cell.clone(),
            Slot::Exact(_) => Cell::Nothing,
        }
    }
}
