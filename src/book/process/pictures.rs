//! Pictures of a log: the graph of its most frequent steps, and the dotted chart.

use super::EventLog;
use super::answer::{Answer, Cell};
use crate::base::Timestamp;
use crate::plot::{dots as dots_plot, graph as graph_plot};
use crate::practice::process::dots;

/// The words in a picture; the book knows no language.
pub struct Words<'a> {
    /// Title.
    pub title: String,
    /// Description for who cannot see it.
    pub description: String,
    /// Where cases begin.
    pub begin: String,
    /// Where cases end.
    pub end: String,
    /// All other events.
    pub others: String,
    /// What a row of the dotted chart is, told how many cases it holds.
    pub rows_are: &'a dyn Fn(usize) -> String,
    /// The label of an activity.
    pub label: &'a dyn Fn(&str) -> String,
    /// A count.
    pub number: &'a dyn Fn(u64) -> String,
    /// A number of days.
    pub days: &'a dyn Fn(f64) -> String,
}

/// How a graph is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GraphPicture {
    /// So many activities, the most frequent ones.
    pub nodes: usize,
    /// About so many arrows besides those without which a box would stand alone.
    pub edges: usize,
    /// Whether arrows say their median time too.
    pub times: bool,
}

impl GraphPicture {
    /// The graph as SVG, drawn from the answers `stats` and `graph`: what those do not tell is not
    /// drawn.
    #[must_use]
    pub fn draw(&self, stats: &Answer, graph: &Answer, words: &Words<'_>) -> String {
        let rows = |answer: &Answer, name: &str| -> Vec<Vec<Cell>> {
            let mut tables = answer.tables.iter();
            let table = tables.find(|table| table.name == name);
            table.map(|table| table.rows.clone()).unwrap_or_default()
        };
        let named = |cell: Option<&Cell>| match cell {
            Some(Cell::Activity(name)) => name.clone(),
            _ => String::new(),
        };
        let count = |cell: Option<&Cell>| match cell {
            Some(Cell::Count(count)) => Some(*count),
            _ => None,
        };
        let activities = rows(stats, "activities");
        let mut kept: Vec<String> = Vec::new();
        let mut nodes = Vec::new();
        for row in activities.iter().take(self.nodes) {
            let name = named(row.first());
            nodes.push(graph_plot::Node {
                label: (words.label)(&name),
                note: count(row.get(1)).map(words.number).unwrap_or_default(),
            });
            kept.push(name);
        }
        let place = |name: &str| kept.iter().position(|one| one == name);
        let mut arrows: Vec<(usize, usize, u64, String)> = Vec::new();
        for row in rows(graph, "edges") {
            let ends = place(&named(row.first())).zip(place(&named(row.get(1))));
            let (Some((from, to)), Some(count)) = (ends, count(row.get(2))) else {
                continue;
            };
            let mut label = (words.number)(count);
            if let Some(Cell::Days(days)) = row.get(5).filter(|_| self.times) {
                label = format!("{label} · {}", (words.days)(*days));
            }
            arrows.push((from, to, count, label));
        }
        let (begin, end) = (nodes.len(), nodes.len() + 1);
        for label in [&words.begin, &words.end] {
            nodes.push(graph_plot::Node {
                label: label.clone(),
                note: stats.cases.map(words.number).unwrap_or_default(),
            });
        }
        for row in &activities {
            let Some(at) = place(&named(row.first())) else {
                continue;
            };
            for (from, to, cell) in [(begin, at, row.get(4)), (at, end, row.get(5))] {
                if let Some(count) = count(cell).filter(|count| *count > 0) {
                    arrows.push((from, to, count, (words.number)(count)));
                }
            }
        }
        arrows.sort_by_key(|(from, to, count, _)| (std::cmp::Reverse(*count), *from, *to));
        let edges = self.chosen(&arrows, nodes.len());
        graph_plot::draw(&nodes, &edges, &words.title, &words.description)
    }

    /// The heaviest arrows, and for every box its heaviest one in and its heaviest one out.
    fn chosen(
        &self,
        arrows: &[(usize, usize, u64, String)],
        nodes: usize,
    ) -> Vec<graph_plot::Edge> {
        let (mut comes, mut goes) = (vec![false; nodes], vec![false; nodes]);
        let mut chosen = Vec::new();
        for (rank, (from, to, count, label)) in arrows.iter().enumerate() {
            let between = from != to;
            let needed = between && (!goes[*from] || !comes[*to]);
            if rank >= self.edges && !needed {
                continue;
            }
            goes[*from] |= between;
            comes[*to] |= between;
            chosen.push(graph_plot::Edge {
                from: *from,
                to: *to,
                label: label.clone(),
                weight: f64::from(u32::try_from(*count).unwrap_or(u32::MAX)),
            });
        }
        chosen
    }
}

/// How a dotted chart is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DotsPicture {
    /// Activities that stand out; at most two are shown so.
    pub activities: Vec<String>,
}

impl DotsPicture {
    /// The chart as SVG, with at least so many cases to a row; empty when `stats` does not tell
    /// how many cases there are.
    #[must_use]
    pub fn draw(&self, stats: &Answer, log: &EventLog, least: usize, words: &Words<'_>) -> String {
        let named = self.activities.iter().take(2);
        let named: Vec<(u32, String)> = named
            .filter_map(|name| Some((log.activity_code(name)?, (words.label)(name))))
            .collect();
        let kinds: Vec<u32> = named.iter().map(|(code, _)| *code).collect();
        let chart = if stats.cases.is_some() {
            dots::of(log, &kinds, 430, 300, least)
        } else {
            dots::Chart::default()
        };
        let drawn = dots_plot::Chart {
            columns: chart.columns,
            rows: chart.rows,
            dots: chart
                .dots
                .iter()
                .map(|dot| dots_plot::Dot {
                    column: dot.column,
                    row: dot.row,
                    kind: dot.kind,
                })
                .collect(),
            kinds: named.into_iter().map(|(_, label)| label).collect(),
            others: &words.others,
            marks: chart.span.map(marks).unwrap_or_default(),
            rows_are: &(words.rows_are)(chart.cases_per_row),
        };
        dots_plot::draw(&drawn, &words.title, &words.description)
    }
}

/// Six days spread over a span, with their places as shares of it.
fn marks((first, last): (i64, i64)) -> Vec<(f64, String)> {
    const STEPS: i64 = 5;
    let length = last.saturating_sub(first);
    let steps = if length == 0 { 0 } else { STEPS };
    (0..=steps)
        .map(|step| {
            let moment = first.saturating_add(length / STEPS * step);
            let share = f64::from(u8::try_from(step).unwrap_or_default()) / 5.0;
            (share, Timestamp(moment).day().to_string())
        })
        .collect()
}
