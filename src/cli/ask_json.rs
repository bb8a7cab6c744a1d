//! An answer for a program.

use serde_json::{Value, json};

use crate::book::asking::{Answer, Audience, Body, Note, Reason, Row};
use crate::book::views::Cell;

/// The whole answer; see `docs/json-output.md`.
pub(super) fn answer(answer: &Answer) -> Value {
    let asked = &answer.asked;
    let (audience, last) = match asked.audience {
        Audience::Team => ("team", asked.until.plus(-1)),
        Audience::Policy => ("policy", asked.until.plus(-1)),
    };
    let mut value = json!({
        "question": { "code": answer.question.code, "name": answer.question.name,
            "title": { "nl": answer.question.title_nl, "en": answer.question.title_en },
            "unit": answer.question.unit, "own": answer.question.own },
        "period": { "text": asked.period, "from": asked.from.to_string(),
            "until": last.map(|day| day.to_string()) },
        "team": asked.team,
        "municipality": asked.municipality,
        "kind": asked.kind,
        "audience": audience,
        "on_day": answer.on_day.to_string(),
        "known_at": answer.known_at.to_string(),
        "bookmark": answer.bookmark.0,
        "groups": answer.by,
        "norm": answer.rules.norm,
        "rounding": answer.rules.rounding,
        "share_from": answer.rules.share_from,
        "notes": answer.notes.iter().map(note).collect::<Vec<_>>(),
    });
    match &answer.body {
        Body::Measures(measures) => {
            let measures: Vec<Value> = measures
                .iter()
                .map(|(measure, rows)| {
                    json!({ "name": measure.name, "kind": measure.kind.word(),
                        "title": { "nl": measure.title_nl, "en": measure.title_en },
                        "rows": rows.iter().map(row).collect::<Vec<_>>() })
                })
                .collect();
            value["measures"] = Value::from(measures);
        }
        Body::List { columns, rows } => {
            let rows: Vec<Value> = rows
                .iter()
                .map(|row| row.iter().map(cell).collect())
                .collect();
            value["columns"] = json!(columns);
            value["rows"] = Value::from(rows);
        }
    }
    value
}

fn cell(cell: &Cell) -> Value {
    match cell {
        Cell::Null => Value::Null,
        Cell::Whole(number) => json!(number),
        Cell::Real(number) => json!(number),
        Cell::Text(text) => json!(text),
    }
}

fn note(note: &Note) -> Value {
    match note {
        Note::AsKnownEarlier(moment) => {
            json!({ "note": "as-known-earlier", "known_at": moment.to_string() })
        }
        Note::HeldBackByEarlier => json!({ "note": "held-back-by-earlier" }),
        Note::NoControl => json!({ "note": "no-control" }),
        Note::Cut(rows) => json!({ "note": "cut", "rows": rows }),
        Note::DataIn { first, last } => {
            json!({ "note": "data-in", "first_year": first, "last_year": last })
        }
    }
}

fn reason(reason: &Reason) -> Value {
    match reason.earlier() {
        Some(earlier) => json!({ "reason": reason.key(), "earlier": earlier }),
        None => json!({ "reason": reason.key() }),
    }
}

fn row(row: &Row) -> Value {
    json!({
        "groups": row.groups.iter().map(|group| group.as_deref()).collect::<Vec<_>>(),
        "total": row.total,
        "n": row.n,
        "clients": row.clients,
        "clients_at_least": row.clients_at_least,
        "numerator": row.numerator,
        "denominator": row.denominator,
        "ratio": row.ratio,
        "median": row.median,
        "p90": row.p90,
        "mean": row.mean,
        "sd": row.deviation,
        "spread": row.spread,
        "persons": row.persons,
        "relative": row.relative,
        "missing": row.missing,
        "suppressed": row.hidden.as_ref().map(reason),
        "partly": row.partly.iter().map(reason).collect::<Vec<_>>(),
    })
}
