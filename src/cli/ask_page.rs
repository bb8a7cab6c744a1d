//! An answer on a page: every number with its n, what was not known, and what is left out and why.

use std::collections::BTreeSet;

use super::ask_list::{either, title};
use super::page::{Page, Tone};
use crate::base::Day;
use crate::book::asking::{Answer, Body, Measure, MeasureKind, Note, Reason, Row};
use crate::book::views::Cell;
use crate::text::{Lang, Texts};

/// Writes the answer.
pub(super) fn answer(page: &mut Page, texts: &Texts, answer: &Answer) {
    head(page, texts, answer);
    match &answer.body {
        Body::Measures(measures) => {
            let mut kinds = BTreeSet::new();
            let mut reasons = Vec::new();
            for (measure, rows) in measures {
                page.heading(measure_title(texts, measure));
                table(page, texts, answer, measure, rows);
                kinds.insert(measure.kind.word());
                let all = rows
                    .iter()
                    .flat_map(|row| row.hidden.iter().chain(&row.partly));
                reasons.extend(all.cloned());
            }
            foot(page, texts, answer, &kinds, &reasons);
        }
        Body::List { columns, rows } => {
            page.gap();
            // The dossier stands above the list already.
            let told = |column: &str| column != "client" || answer.asked.dossier.is_none();
            let rows: Vec<Vec<String>> = rows
                .iter()
                .map(|row| {
                    let cells = columns.iter().zip(row).filter(|(column, _)| told(column));
                    cells
                        .map(|(column, cell)| shown(texts, column, cell))
                        .collect()
                })
                .collect();
            if rows.is_empty() {
                page.line(0, Tone::Plain, &texts.get("ask-list-nothing"));
            } else {
                let names = columns.iter().filter(|column| told(column));
                let names: Vec<String> = names.map(|column| group_name(texts, column)).collect();
                if page.has_room(&names, &rows) {
                    page.table(&names, &rows, &[]);
                } else {
                    records(page, &names, &rows);
                }
            }
        }
    }
}

/// Rows of more columns than a page has room for: each with its values below each other, without
/// those that are not there.
fn records(page: &mut Page, names: &[String], rows: &[Vec<String>]) {
    let widest = names.iter().map(|name| name.chars().count()).max();
    let width = widest.unwrap_or(0).min(30);
    for row in rows {
        page.gap();
        for (name, value) in names.iter().zip(row).filter(|(_, value)| *value != "–") {
            page.field(0, width, name, value);
        }
    }
}

/// What was asked, of when, as known when.
pub(super) fn head(page: &mut Page, texts: &Texts, answer: &Answer) {
    page.title(title(texts, &answer.question));
    page.line(0, Tone::Soft, &subtitle(texts, answer));
    for note in &answer.notes {
        let line = match note {
            Note::AsKnownEarlier(moment) => texts.with(
                "ask-note-earlier",
                &[("moment", texts.moment(*moment).into())],
            ),
            Note::HeldBackByEarlier => texts.get("ask-note-held-back"),
            Note::NoControl => texts.get("ask-note-no-control"),
            Note::Cut(rows) => texts.with("ask-note-cut", &[("count", (*rows).into())]),
            Note::DataIn { first, last } => {
                let period = if first == last {
                    first.to_string()
                } else {
                    format!("{first}..{last}")
                };
                let values = [
                    ("first", first.to_string().into()),
                    ("last", last.to_string().into()),
                    ("period", period.into()),
                ];
                texts.with("ask-note-data-in", &values)
            }
        };
        page.line(0, Tone::Alert, &line);
    }
}

/// Period, filters and moment in one line.
pub(super) fn subtitle(texts: &Texts, answer: &Answer) -> String {
    let asked = &answer.asked;
    let last = asked.until.plus(-1).unwrap_or(asked.until);
    let filters = [
        &asked.team,
        &asked.municipality,
        &asked.kind,
        &asked.dossier,
    ];
    let filters: Vec<&str> = filters.into_iter().flatten().map(String::as_str).collect();
    let values = [
        ("code", answer.question.code.as_str().into()),
        ("from", texts.day(asked.from).into()),
        ("last", texts.day(last).into()),
        ("moment", texts.moment(answer.known_at).into()),
    ];
    let mut line = texts.with("ask-subtitle", &values).into_owned();
    if !filters.is_empty() {
        let only = texts.with("ask-only", &[("what", filters.join(", ").into())]);
        line.push(' ');
        line.push_str(&only);
    }
    line
}

/// The title of a measure.
pub(super) fn measure_title<'a>(texts: &Texts, measure: &'a Measure) -> &'a str {
    match texts.lang() {
        Lang::Dutch => &measure.title_nl,
        Lang::English => &measure.title_en,
    }
}

/// Columns of lists that say yes or no.
const FLAGS: [&str; 4] = [
    "my_words_stand_in_it",
    "my_choice_followed",
    "says_what_it_should_bring",
    "contested",
];

/// A cell of a list as a person reads it: a day as a date, a code by its label.
fn shown(texts: &Texts, column: &str, cell: &Cell) -> String {
    match cell {
        Cell::Null => "–".to_owned(),
        Cell::Whole(number) if column.ends_with("_day") => {
            let day = i32::try_from(*number).ok().and_then(Day::from_epoch);
            day.map_or_else(|| number.to_string(), |day| day.to_string())
        }
        Cell::Whole(0) if FLAGS.contains(&column) => {
            texts.code("yes_no_unknown", "nee").to_string()
        }
        Cell::Whole(1) if FLAGS.contains(&column) => texts.code("yes_no_unknown", "ja").to_string(),
        Cell::Whole(number) => number.to_string(),
        Cell::Real(number) => texts.decimal(*number, 1),
        Cell::Text(text) if column == "term" => {
            let found = texts.find(&format!("due-{text}"), &[]);
            found.map_or_else(|| text.to_string(), std::borrow::Cow::into_owned)
        }
        Cell::Text(text) if column == "event_type" => texts.event(text).to_string(),
        Cell::Text(text) => group_value(texts, column, text),
    }
}

fn table(page: &mut Page, texts: &Texts, answer: &Answer, measure: &Measure, rows: &[Row]) {
    let kind = measure.kind;
    let mut head: Vec<String> = answer
        .by
        .iter()
        .map(|group| group_name(texts, group))
        .collect();
    if head.is_empty() {
        head.push(String::new());
    }
    let groups = head.len();
    for key in columns(kind) {
        head.push(texts.get(&format!("ask-column-{key}")).into_owned());
    }
    let lines: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let mut line = labels(texts, row, &answer.by);
            line.extend(columns(kind).iter().map(|key| value(texts, row, kind, key)));
            line
        })
        .collect();
    let last = head.len() - 1;
    let right: Vec<usize> = (groups..last).collect();
    page.table(&head, &lines, &right);
}

/// The columns of a kind; the last tells what is left out.
fn columns(kind: MeasureKind) -> &'static [&'static str] {
    match kind {
        MeasureKind::Ratio => &["n", "numerator", "ratio", "missing", "left-out"],
        MeasureKind::Count => &["count", "missing", "left-out"],
        MeasureKind::Median => &["n", "median", "p90", "missing", "left-out"],
        MeasureKind::Mean => &["n", "mean", "sd", "missing", "left-out"],
        MeasureKind::Sums => &["n", "sum", "beside", "missing", "left-out"],
        MeasureKind::Spread => &["n", "persons", "spread", "missing", "left-out"],
        MeasureKind::Relative => &[
            "numerator",
            "denominator",
            "relative",
            "missing",
            "left-out",
        ],
    }
}

/// The name of a group column.
pub(super) fn group_name(texts: &Texts, group: &str) -> String {
    let found = texts.find(&format!("ask-group-{}", group.replace('_', "-")), &[]);
    found.map_or_else(|| group.to_owned(), std::borrow::Cow::into_owned)
}

/// Lists of codes that the values of a group column are from, where they bear another name.
const LISTS: [(&str, &[&str]); 8] = [
    (
        "kind",
        &["decision_kind", "conversation_kind", "obstacle_kind"],
    ),
    ("actual_kind", &["decision_kind"]),
    ("failing_corner", &["corner"]),
    ("led_by_role", &["role"]),
    ("speaker", &["role", "voiced_by"]),
    ("weightier_value", &["corner"]),
    ("where_it_failed", &["corner"]),
    ("written_by_role", &["role"]),
];

/// The value of a group in words: the label of its code, else as it is.
pub(super) fn group_value(texts: &Texts, group: &str, value: &str) -> String {
    let others = LISTS.iter().filter(|(name, _)| *name == group);
    let others = others.flat_map(|(_, lists)| lists.iter().copied());
    let mut lists = std::iter::once(group).chain(others);
    let label = lists.find_map(|list| texts.find(&format!("code-{list}-{value}"), &[]));
    label.map_or_else(|| value.to_owned(), std::borrow::Cow::into_owned)
}

/// The groups of a row in words.
pub(super) fn labels(texts: &Texts, row: &Row, by: &[String]) -> Vec<String> {
    if row.total {
        let mut line = vec![String::new(); by.len().max(1)];
        if let Some(first) = line.first_mut() {
            *first = texts.get("ask-total").into_owned();
        }
        return line;
    }
    let unknown = || texts.get("ask-unknown").into_owned();
    let groups = row.groups.iter().zip(by);
    groups
        .map(|(value, group)| {
            let value = value.as_deref();
            value.map_or_else(unknown, |value| group_value(texts, group, value))
        })
        .collect()
}

fn whole(texts: &Texts, number: f64) -> String {
    let rounded = (number * 10.0).round() / 10.0;
    texts.decimal(rounded, 0)
}

fn amount(texts: &Texts, cents: f64) -> String {
    let cents = format!("{cents:.0}").parse().unwrap_or(0);
    texts.amount(cents)
}

/// A share as a percentage, a rate as a number.
pub(super) fn ratio(texts: &Texts, row: &Row, number: f64) -> String {
    if row.rate {
        return texts.decimal((number * 100.0).round() / 100.0, 1);
    }
    percent(texts, number)
}

/// A share as a percentage.
pub(super) fn percent(texts: &Texts, share: f64) -> String {
    format!("{} %", texts.decimal((share * 100.0).round(), 0))
}

/// One value in words; a dash where there is none.
pub(super) fn value(texts: &Texts, row: &Row, kind: MeasureKind, key: &str) -> String {
    // What is held back looks otherwise than what there is not.
    let held = row.hidden.is_some() || !row.partly.is_empty();
    let dash = || if held { "×" } else { "–" }.to_owned();
    let short = |number: Option<f64>| {
        let number = number.map(|number| (number * 100.0).round() / 100.0);
        number.map_or_else(dash, |number| texts.decimal(number, 1))
    };
    let count = |number: Option<f64>| number.map_or_else(dash, |number| whole(texts, number));
    let money = |number: Option<f64>| number.map_or_else(dash, |number| amount(texts, number));
    match key {
        "n" | "count" => count(row.n),
        "numerator" => count(row.numerator),
        "denominator" => count(row.denominator),
        "ratio" => row
            .ratio
            .map_or_else(dash, |number| ratio(texts, row, number)),
        "median" => short(row.median),
        "p90" => short(row.p90),
        "mean" => short(row.mean),
        "sd" => short(row.deviation),
        "sum" => money(row.numerator),
        "beside" => money(row.denominator),
        "persons" => row.persons.map_or_else(dash, |count| count.to_string()),
        "spread" => row.spread.map_or_else(dash, |part| percent(texts, part)),
        "relative" => short(row.relative),
        "missing" => match row.missing {
            Some(missing) => whole(texts, missing),
            None if row.hidden.is_some() => "×".to_owned(),
            None => texts.get("ask-few").into_owned(),
        },
        _ => left_out(texts, row, kind),
    }
}

fn left_out(texts: &Texts, row: &Row, _: MeasureKind) -> String {
    let reasons = row.hidden.iter().chain(&row.partly);
    let keys: BTreeSet<&str> = reasons.map(Reason::key).collect();
    let words: Vec<String> = keys
        .iter()
        .map(|key| texts.get(&format!("ask-short-{key}")).into_owned())
        .collect();
    words.join(", ")
}

/// How to read it, what is left out, and why.
fn foot(
    page: &mut Page,
    texts: &Texts,
    answer: &Answer,
    kinds: &BTreeSet<&str>,
    reasons: &[Reason],
) {
    page.gap();
    let question = &answer.question;
    for (key, pair) in [
        ("ask-numerator", &question.numerator),
        ("ask-denominator", &question.denominator),
    ] {
        let what = either(texts, pair);
        if !what.is_empty() {
            page.line(0, Tone::Plain, &texts.with(key, &[("what", what.into())]));
        }
    }
    for kind in kinds {
        page.line(0, Tone::Plain, &texts.get(&format!("ask-read-{kind}")));
    }
    let rules = &answer.rules;
    let values = [
        ("norm", rules.norm.into()),
        ("rounding", rules.rounding.into()),
        ("share", rules.share_from.into()),
    ];
    if !reasons.is_empty() {
        page.line(0, Tone::Plain, &texts.get("ask-held-back-sign"));
    }
    if !rules.open() {
        page.line(0, Tone::Plain, &texts.with("ask-rules", &values));
    }
    let mut seen = BTreeSet::new();
    for reason in reasons {
        let earlier = reason.earlier().unwrap_or_default();
        if !seen.insert((reason.key(), earlier.to_owned())) {
            continue;
        }
        let values = [
            ("norm", rules.norm.into()),
            ("share", rules.share_from.into()),
            ("earlier", earlier.into()),
            ("dominance", percent(texts, rules.dominance).into()),
        ];
        let key = match (reason.key(), earlier.is_empty()) {
            ("derivable", true) => "ask-reason-derivable-here".to_owned(),
            (key, _) => format!("ask-reason-{key}"),
        };
        page.hanging(0, "· ", Tone::Soft, &texts.with(&key, &values));
    }
}
