//! An answer as a picture: lines when it is grouped by time alone, bars otherwise.

use super::ask_list::title;
use super::ask_page::{head, labels, measure_title, percent, ratio, subtitle, value};
use super::page::{Page, Tone};
use crate::book::asking::picture::{Legend, Mark, Panel, Point, bars, lines, scale, terminal};
use crate::book::asking::{Answer, Body, Measure, MeasureKind, Row};
use crate::text::Texts;

/// Columns that are a course of time.
const TIMES: [&str; 6] = ["year", "half_year", "quarter", "month", "week", "on_date"];

/// The measure of Q46 that holds no numbers but marks on the line.
const MARKS: &str = "wind";

/// The picture as SVG.
pub(super) fn svg(texts: &Texts, answer: &Answer) -> String {
    let panels = panels(texts, answer);
    let title = title(texts, &answer.question);
    let description = format!(
        "{} {}",
        subtitle(texts, answer),
        texts.get("ask-picture-text")
    );
    if is_course(answer) {
        let (hidden, mark) = (
            texts.get("ask-picture-hidden"),
            texts.get("ask-picture-mark"),
        );
        let legend = Legend {
            hidden: &hidden,
            mark: &mark,
        };
        let marks = marks(answer, &panels);
        lines(title, &description, &panels, &marks, legend)
    } else {
        bars(title, &description, &panels)
    }
}

/// The picture in lines of text.
pub(super) fn plot(page: &mut Page, texts: &Texts, answer: &Answer, width: usize) {
    head(page, texts, answer);
    let panels = panels(texts, answer);
    if panels.is_empty() {
        page.line(0, Tone::Plain, &texts.get("ask-picture-none"));
    }
    for panel in &panels {
        page.gap();
        for line in terminal(panel, width) {
            page.raw(&line);
        }
    }
    page.gap();
    page.line(0, Tone::Soft, &texts.get("ask-picture-text"));
}

fn is_course(answer: &Answer) -> bool {
    matches!(answer.by.as_slice(), [one] if TIMES.contains(&one.as_str()))
}

fn measures(answer: &Answer) -> &[(Measure, Vec<Row>)] {
    match &answer.body {
        Body::Measures(measures) => measures,
        Body::List { .. } => &[],
    }
}

fn panels(texts: &Texts, answer: &Answer) -> Vec<Panel> {
    let drawn = measures(answer).iter().filter(|(one, _)| one.name != MARKS);
    drawn
        .map(|(measure, rows)| panel(texts, answer, measure, rows))
        .collect()
}

fn panel(texts: &Texts, answer: &Answer, measure: &Measure, rows: &[Row]) -> Panel {
    let course = is_course(answer);
    let points: Vec<Point> = rows
        .iter()
        .filter(|row| !course || !row.total)
        .map(|row| Point {
            label: labels(texts, row, &answer.by).join(" · "),
            value: number(measure.kind, row),
            told: told(texts, measure.kind, row),
        })
        .collect();
    let shares = matches!(measure.kind, MeasureKind::Spread)
        || (measure.kind == MeasureKind::Ratio && rows.iter().all(|row| !row.rate));
    let values = points.iter().filter_map(|point| point.value);
    let places = scale(values, shares.then_some(1.0));
    let label = |place: f64| {
        if shares {
            percent(texts, place)
        } else if measure.kind == MeasureKind::Sums {
            texts.amount(format!("{place:.0}").parse().unwrap_or(0))
        } else {
            texts.decimal((place * 100.0).round() / 100.0, 0)
        }
    };
    Panel {
        title: measure_title(texts, measure).to_owned(),
        scale: places
            .into_iter()
            .map(|place| (place, label(place)))
            .collect(),
        points,
    }
}

/// The number that is drawn.
fn number(kind: MeasureKind, row: &Row) -> Option<f64> {
    match kind {
        MeasureKind::Ratio => row.ratio,
        MeasureKind::Count => row.n,
        MeasureKind::Median => row.median,
        MeasureKind::Mean => row.mean,
        MeasureKind::Sums => row.numerator,
        MeasureKind::Spread => row.spread,
        MeasureKind::Relative => row.relative,
    }
}

/// The number with its n, or why there is none.
fn told(texts: &Texts, kind: MeasureKind, row: &Row) -> String {
    let key = match kind {
        MeasureKind::Ratio => "ratio",
        MeasureKind::Count => "count",
        MeasureKind::Median => "median",
        MeasureKind::Mean => "mean",
        MeasureKind::Sums => "sum",
        MeasureKind::Spread => "spread",
        MeasureKind::Relative => "relative",
    };
    if number(kind, row).is_none() {
        let why = value(texts, row, kind, "left-out");
        let nothing = texts.get("ask-picture-nothing");
        return if why.is_empty() {
            nothing.into_owned()
        } else {
            why
        };
    }
    let own = match (kind, row.ratio) {
        (MeasureKind::Ratio, Some(number)) => ratio(texts, row, number),
        _ => value(texts, row, kind, key),
    };
    if kind == MeasureKind::Count || row.n.is_none() {
        return own;
    }
    let n = value(texts, row, kind, "n");
    format!("{own} (n {n})")
}

/// What happened meanwhile, where the question tells of it.
fn marks(answer: &Answer, panels: &[Panel]) -> Vec<Mark> {
    let Some(points) = panels.first().map(|panel| &panel.points) else {
        return Vec::new();
    };
    let wind = measures(answer).iter().filter(|(one, _)| one.name == MARKS);
    let rows = wind.flat_map(|(measure, rows)| {
        let shown = rows
            .iter()
            .filter(|row| !row.total && row.n.is_some_and(|n| n > 0.0));
        shown.map(move |row| (measure, row))
    });
    let found = rows.filter_map(|(_, row)| {
        let time = row.groups.first()?.as_deref()?;
        let at = points.iter().position(|point| point.label == time)?;
        let more = row.groups.get(1).and_then(|group| group.as_deref());
        Some(Mark {
            at,
            label: more.unwrap_or("•").to_owned(),
        })
    });
    found.collect()
}
