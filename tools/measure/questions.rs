//! Every built-in question once, over the whole of a book: its statement alone, and the answer as
//! it may be shown.

use std::ops::ControlFlow;

use weegboek::book::Book;
use weegboek::book::asking::{Asked, Audience};
use weegboek::views::question::Shape;
use weegboek::views::table::{Cell, Face};
use weegboek::views::{Limits, Views};

use super::Failure;
use super::process::{Spent, timed};
use super::table::Table;

/// The days of the generator's dossiers.
const FROM: &str = "2018-01-01";
const UNTIL: &str = "2027-01-01";

/// How many of the slowest are named.
const SLOWEST: usize = 5;

/// Asks them; `number` is a dossier of the book, for what a client asks about their own.
pub(crate) fn run(book: &Book, number: &str, table: &mut Table) -> Result<(), Failure> {
    table.part("Every built-in question once, over all of it");
    let views = book.views()?;
    let (mut statements, mut answers, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for question in book.questions()?.questions() {
        let about_one = question.shape == Shape::List && question.text.contains("asked.dossier");
        let (done, spent) = timed(|| statement(&views, &question.text, about_one));
        let rows = done?;
        statements.push((question.code.clone(), spent, rows));
        let asked = Asked {
            from: FROM.parse()?,
            until: UNTIL.parse()?,
            period: "alles".to_owned(),
            team: None,
            municipality: None,
            kind: None,
            known_at: None,
            by: None,
            dossier: about_one.then(|| number.to_owned()),
            audience: Audience::Policy,
        };
        let (done, spent) = timed(|| book.ask(&question.code, &asked));
        match done {
            Ok(_) => answers.push((question.code.clone(), spent, rows)),
            Err(error) => refused.push(format!("{}: {error}", question.code)),
        }
    }
    add(table, "statement", statements);
    add(table, "answer", answers);
    for why in refused {
        table.add("not answered", 1.0, "", why);
    }
    Ok(())
}

/// Reads every row of a statement; says how many.
fn statement(views: &Views, sql: &str, about_one: bool) -> Result<u64, Failure> {
    let questions = views.connect(None, Face::Own)?;
    let day = |text: &str| -> Result<Cell, Failure> {
        let day: weegboek::base::Day = text.parse()?;
        Ok(Cell::Whole(day.since_epoch().into()))
    };
    questions.give(
        "asked",
        &[
            ("from_day", day(FROM)?),
            ("until_day", day(UNTIL)?),
            ("on_day", day("2026-01-01")?),
            ("municipality", Cell::Null),
            ("team", Cell::Null),
            ("kind", Cell::Null),
            (
                "dossier",
                if about_one {
                    Cell::Whole(0)
                } else {
                    Cell::Null
                },
            ),
        ],
    )?;
    let mut rows = 0;
    questions.each(sql, Limits::default(), &mut |_| (), &mut |_| {
        rows += 1;
        ControlFlow::Continue(())
    })?;
    Ok(rows)
}

/// The slowest, and how many stay under a second.
fn add(table: &mut Table, what: &str, mut all: Vec<(String, Spent, u64)>) {
    all.sort_by(|one, other| other.1.cpu.total_cmp(&one.1.cpu));
    let (count, quick) = (
        all.len(),
        all.iter().filter(|one| one.1.wall <= 1.0).count(),
    );
    let sum: f64 = all.iter().map(|one| one.1.wall).sum();
    let note = format!("{quick} of {count} within the goal of 1 s each");
    table.add(format!("{what}s, all together"), sum, "s", note);
    for (code, spent, rows) in all.into_iter().take(SLOWEST) {
        let note = format!("{:.2} s of CPU; {rows} rows of the statement", spent.cpu);
        table.add(format!("{what} of {code}"), spent.wall, "s", note);
    }
}
