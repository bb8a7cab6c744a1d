//! Pictures of a log: the graph of its most frequent steps, and the dotted chart.

use super::EventLog;
use crate::base::Timestamp;
use crate::plot::{dots as dots_plot, graph as graph_plot};
use crate::practice::process::hide::Norm;
use crate::practice::process::{dots, graph, statistics};

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
    /// The graph as SVG; what the norm hides is not drawn.
    #[must_use]
    pub fn draw(&self, log: &EventLog, norm: Norm, words: &Words<'_>) -> String {
        let statistics = statistics::of(log);
        let mut kept: Vec<u32> = Vec::new();
        let mut nodes = Vec::new();
        let shown = statistics.activities.iter();
        for one in shown.filter(|one| norm.shows(one.cases)).take(self.nodes) {
            kept.extend(log.activity_code(&one.activity));
            nodes.push(graph_plot::Node {
                label: (words.label)(&one.activity),
                note: (words.number)(norm.rounded(one.events)),
            });
        }
        let place = |code: u32| kept.iter().position(|one| *one == code);
        let mut arrows: Vec<(usize, usize, u64, String)> = Vec::new();
        for edge in graph::of(log).edges {
            let ends = place(edge.from).zip(place(edge.to));
            let Some((from, to)) = ends.filter(|_| norm.shows(edge.cases)) else {
                continue;
            };
            let count = norm.rounded(edge.count);
            let mut label = (words.number)(count);
            let time = norm.summary(edge.time, edge.cases).median;
            if let Some(days) = time.filter(|_| self.times) {
                label = format!("{label} · {}", (words.days)(days));
            }
            arrows.push((from, to, count, label));
        }
        let (begin, end) = (nodes.len(), nodes.len() + 1);
        for (label, cases) in [
            (&words.begin, statistics.cases),
            (&words.end, statistics.cases),
        ] {
            let note = norm
                .count(cases, cases)
                .map(words.number)
                .unwrap_or_default();
            nodes.push(graph_plot::Node {
                label: label.clone(),
                note,
            });
        }
        for one in &statistics.activities {
            let Some(at) = log.activity_code(&one.activity).and_then(place) else {
                continue;
            };
            for (from, to, count) in [(begin, at, one.starts), (at, end, one.ends)] {
                if let Some(count) = norm.count(count, count).filter(|count| *count > 0) {
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
    /// The chart as SVG.
    #[must_use]
    pub fn draw(&self, log: &EventLog, norm: Norm, words: &Words<'_>) -> String {
        let named = self.activities.iter().take(2);
        let named: Vec<(u32, String)> = named
            .filter_map(|name| Some((log.activity_code(name)?, (words.label)(name))))
            .collect();
        let kinds: Vec<u32> = named.iter().map(|(code, _)| *code).collect();
        let cases = log.cases().filter(|case| !case.is_empty()).count() as u64;
        let chart = if norm.shows(cases) {
            dots::of(log, &kinds, 430, 300, norm)
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
