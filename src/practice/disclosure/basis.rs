//! A reduced basis of released sums: lines that are zero on each other's pivots, and the search
//! for a sum of few clients among them.
//!
//! A line over most clients is kept dense, a line over some of them sparse, so that a cell costs
//! about as much as it has clients, however many others there are.

use std::collections::HashMap;

use super::field::{folded, inverse, mixed, times};

/// A line with this many numbers, and one for every so many columns, is kept dense.
const DENSE_FROM: usize = 1_024;
const DENSE_SHARE: usize = 8;

/// No line has this pivot.
const NO_LINE: usize = usize::MAX;

/// A row under way: a number for every column, and which columns were touched.
#[derive(Debug, Clone, Default)]
pub(super) struct Scratch {
    values: Vec<u64>,
    touched: Vec<usize>,
    is_touched: Vec<bool>,
}

impl Scratch {
    /// Makes room for so many columns.
    pub(super) fn grow(&mut self, columns: usize) {
        if self.values.len() < columns {
            self.values.resize(columns, 0);
            self.is_touched.resize(columns, false);
        }
    }

    /// Begins with a row.
    pub(super) fn load(&mut self, row: &[(usize, u64)]) {
        self.clear();
        for (column, value) in row {
            self.set(*column, *value);
        }
    }

    fn clear(&mut self) {
        for column in self.touched.drain(..) {
            if let Some(value) = self.values.get_mut(column) {
                *value = 0;
            }
            if let Some(is) = self.is_touched.get_mut(column) {
                *is = false;
            }
        }
    }

    fn get(&self, column: usize) -> u64 {
        self.values.get(column).copied().unwrap_or(0)
    }

    fn set(&mut self, column: usize, value: u64) {
        if let Some(is) = self.is_touched.get_mut(column)
            && !*is
        {
            *is = true;
            self.touched.push(column);
        }
        if let Some(own) = self.values.get_mut(column) {
            *own = value;
        }
    }

    /// Takes `factor` times a line away.
    fn subtract(&mut self, line: &Line, factor: u64) {
        let minus = minus(factor);
        line.each(&mut |column, value| {
            let own = plus(self.get(column), minus, value);
            self.set(column, own);
        });
    }

    /// How many numbers are not zero.
    fn count(&self) -> usize {
        let real = self.touched.iter().filter(|column| self.get(**column) != 0);
        real.count()
    }

    /// The columns that are not zero, in their order.
    fn columns(&mut self) -> Vec<usize> {
        self.touched.sort_unstable();
        let real = self.touched.iter().copied();
        real.filter(|column| self.get(*column) != 0).collect()
    }
}

/// A line of a basis; its number on the pivot is 1.
#[derive(Debug, Clone)]
struct Line {
    numbers: Numbers,
    /// How many numbers are not zero.
    len: usize,
}

#[derive(Debug, Clone)]
enum Numbers {
    /// In the order of the columns.
    Sparse(Vec<(usize, u64)>),
    /// For every column up to its last.
    Dense(Vec<u64>),
}

impl Line {
    fn each(&self, take: &mut dyn FnMut(usize, u64)) {
        match &self.numbers {
            Numbers::Sparse(numbers) => {
                for (column, value) in numbers {
                    take(*column, *value);
                }
            }
            Numbers::Dense(numbers) => {
                for (column, value) in numbers.iter().enumerate() {
                    if *value != 0 {
                        take(column, *value);
                    }
                }
            }
        }
    }

    fn at(&self, column: usize) -> u64 {
        match &self.numbers {
            Numbers::Sparse(numbers) => numbers
                .binary_search_by_key(&column, |(own, _)| *own)
                .ok()
                .and_then(|at| numbers.get(at))
                .map_or(0, |(_, value)| *value),
            Numbers::Dense(numbers) => numbers.get(column).copied().unwrap_or(0),
        }
    }

    /// Takes `factor` times a sparse row away.
    fn subtract(&mut self, row: &[(usize, u64)], factor: u64) {
        let minus = minus(factor);
        match &mut self.numbers {
            Numbers::Sparse(numbers) => {
                *numbers = merged(numbers, row, minus);
                self.len = numbers.len();
            }
            Numbers::Dense(numbers) => {
                if let Some((last, _)) = row.last()
                    && *last >= numbers.len()
                {
                    numbers.resize(last + 1, 0);
                }
                for (column, value) in row {
                    if let Some(own) = numbers.get_mut(*column) {
                        let was = *own != 0;
                        *own = plus(*own, minus, *value);
                        self.len = self.len + usize::from(*own != 0) - usize::from(was);
                    }
                }
                if self.len * DENSE_SHARE * 2 < numbers.len() {
                    let numbers = numbers.iter().copied().enumerate();
                    let real = numbers.filter(|(_, value)| *value != 0);
                    self.numbers = Numbers::Sparse(real.collect());
                }
            }
        }
    }
}

/// One sparse row plus `minus` times another.
fn merged(one: &[(usize, u64)], other: &[(usize, u64)], minus: u64) -> Vec<(usize, u64)> {
    let mut out = Vec::with_capacity(one.len() + other.len());
    let (mut left, mut right) = (one.iter().peekable(), other.iter().peekable());
    loop {
        match (left.peek(), right.peek()) {
            (Some((a, own)), Some((b, _))) if a < b => {
                out.push((*a, *own));
                left.next();
            }
            (Some((a, own)), Some((b, value))) if a == b => {
                let sum = plus(*own, minus, *value);
                if sum != 0 {
                    out.push((*a, sum));
                }
                left.next();
                right.next();
            }
            (_, Some((b, value))) => {
                let sum = plus(0, minus, *value);
                if sum != 0 {
                    out.push((*b, sum));
                }
                right.next();
            }
            (Some((a, own)), None) => {
                out.push((*a, *own));
                left.next();
            }
            (None, None) => return out,
        }
    }
}

fn minus(factor: u64) -> u64 {
    super::field::PRIME - factor
}

fn plus(own: u64, factor: u64, value: u64) -> u64 {
    folded(u128::from(own) + u128::from(factor) * u128::from(value))
}

/// A reduced basis.
#[derive(Debug, Clone)]
pub(super) struct Basis {
    /// 0 takes pivots among clients that nothing tells apart from many; others look arbitrary.
    seed: u64,
    lines: Vec<Line>,
    /// For every column the line that has it as its pivot.
    of: Vec<usize>,
}

impl Basis {
    pub(super) fn new(seed: u64) -> Self {
        Self {
            seed,
            lines: Vec::new(),
            of: Vec::new(),
        }
    }

    /// How many numbers its lines hold.
    pub(super) fn entries(&self) -> usize {
        self.lines.iter().map(|line| line.len).sum()
    }

    /// Makes a row zero on every pivot. Lines are zero on each other's pivots, so only those that
    /// the row itself has count.
    fn reduce(&self, row: &[(usize, u64)], scratch: &mut Scratch) {
        scratch.load(row);
        for (column, own) in row {
            let line = self.of.get(*column).and_then(|line| self.lines.get(*line));
            if let Some(line) = line.filter(|_| *own != 0) {
                scratch.subtract(line, *own);
            }
        }
    }

    /// Whether a row, reduced, is small by itself or with a multiple of one line.
    pub(super) fn shows_few(
        &self,
        row: &[(usize, u64)],
        least: usize,
        scratch: &mut Scratch,
    ) -> bool {
        self.reduce(row, scratch);
        let own = scratch.count();
        if own == 0 {
            return false;
        }
        // Where the lengths differ by the norm or more, so do the columns.
        let near = |line: &&Line| own.abs_diff(line.len) < least;
        own < least
            || (self.lines.iter())
                .filter(near)
                .any(|line| few_with(scratch, own, line, least))
    }

    /// Adds a row; `crowd` says how many clients nothing tells apart from that of a column.
    pub(super) fn insert(
        &mut self,
        row: &[(usize, u64)],
        columns: usize,
        crowd: &dyn Fn(usize) -> usize,
        scratch: &mut Scratch,
    ) {
        self.reduce(row, scratch);
        let real = scratch.columns();
        let all = real.iter().copied();
        let pivot = if self.seed == 0 {
            all.max_by_key(|column| (crowd(*column), *column))
        } else {
            let order = |column: &usize| mixed(u64::try_from(*column).unwrap_or(0), self.seed);
            all.min_by_key(order)
        };
        let Some(pivot) = pivot else {
            return;
        };
        let factor = inverse(scratch.get(pivot));
        let line: Vec<(usize, u64)> = real
            .into_iter()
            .map(|column| (column, times(scratch.get(column), factor)))
            .collect();
        for other in &mut self.lines {
            let own = other.at(pivot);
            if own != 0 {
                other.subtract(&line, own);
            }
        }
        self.of.resize(columns, NO_LINE);
        if let Some(of) = self.of.get_mut(pivot) {
            *of = self.lines.len();
        }
        let len = line.len();
        let dense = len >= DENSE_FROM && len * DENSE_SHARE >= columns;
        let numbers = if dense {
            let mut numbers = vec![0; columns];
            for (column, value) in line {
                if let Some(own) = numbers.get_mut(column) {
                    *own = value;
                }
            }
            Numbers::Dense(numbers)
        } else {
            Numbers::Sparse(line)
        };
        self.lines.push(Line { numbers, len });
    }
}

/// Whether the row minus some multiple of a line is not zero for fewer than `least` clients.
fn few_with(row: &Scratch, own: usize, line: &Line, least: usize) -> bool {
    let mut shared = 0;
    line.each(&mut |column, _| shared += usize::from(row.get(column) != 0));
    let apart = own + line.len - 2 * shared;
    if shared == 0 || apart >= least {
        return false;
    }
    // Columns with the same ratio vanish together.
    let mut ratios: HashMap<u64, usize> = HashMap::new();
    line.each(&mut |column, below| {
        let above = row.get(column);
        if above != 0 {
            let ratio = times(above, inverse(below));
            *ratios.entry(ratio).or_default() += 1;
        }
    });
    let most = ratios.values().max().copied().unwrap_or(0);
    let weight = apart + shared - most;
    weight > 0 && weight < least
}
