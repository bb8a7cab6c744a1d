//! Every built-in question once, over the whole of a book: its statement alone, and the answer as
//! it may be shown.

use std::ops::ControlFlow;
use std::path::Path;

use weegboek::base::{Day, Timestamp};
use weegboek::book::asking::{Asked, Audience};
use weegboek::book::{Access, AsKnown, Book};
use weegboek::views::question::{Question, Shape};
use weegboek::views::table::{Cell, Face};
use weegboek::views::{Limits, Views};

use super::Failure;
use super::process::{Spent, resident, timed};
use super::table::Table;

/// The days of the generator's dossiers.
const FROM: &str = "2018-01-01";
const UNTIL: &str = "2027-01-01";

/// How many of the slowest are named.
const SLOWEST: usize = 5;

/// The goal for one question, in seconds.
const GOAL: f64 = 1.0;

/// What one question took.
struct Taken {
    code: String,
    spent: Spent,
    rows: u64,
}

/// Asks them and names the slowest; `number` is a dossier of the book, for what a client asks
/// about their own.
pub(crate) fn run(book: &Book, number: &str, table: &mut Table) -> Result<(), Failure> {
    table.part("Every built-in question once, over all of it");
    let (statements, answers) = ask(book, number, None, table)?;
    add(table, "statement", statements, SLOWEST);
    add(table, "answer", answers, SLOWEST);
    Ok(())
}

/// Asks every question of a book that is there, three times: with no earlier answers, beside the
/// answers of the first time, and as known now through `--known-at`.
pub(crate) fn every(dir: &Path, table: &mut Table) -> Result<(), Failure> {
    let book = Book::open(dir, Access::Read)?;
    let listed = book.dossiers(AsKnown::default())?;
    let number = &listed.first().ok_or("the book has no dossier")?.number;
    let (kept, aside) = (dir.join("views/answers"), dir.join("views/answers.aside"));
    let is_kept = kept.exists();
    if is_kept {
        std::fs::rename(&kept, &aside)?;
    }
    let done = turns(&book, number, table);
    drop(std::fs::remove_file(&kept));
    if is_kept {
        std::fs::rename(&aside, &kept)?;
    }
    done?;
    table.add("memory", resident("VmHWM"), "MiB", "greatest");
    Ok(())
}

fn turns(book: &Book, number: &str, table: &mut Table) -> Result<(), Failure> {
    table.part("Every built-in question once, over all of it");
    let (statements, answers) = ask(book, number, None, table)?;
    add(table, "statement", statements, usize::MAX);
    add(table, "answer", answers, usize::MAX);
    table.part("The same again, beside what was answered before");
    let (_, answers) = ask(book, number, None, table)?;
    add(table, "answer", answers, usize::MAX);
    table.part("The same as known at this moment");
    let (statements, answers) = ask(book, number, Some(book.now()), table)?;
    add(table, "statement", statements, usize::MAX);
    add(table, "answer", answers, usize::MAX);
    Ok(())
}

fn ask(
    book: &Book,
    number: &str,
    known_at: Option<Timestamp>,
    table: &mut Table,
) -> Result<(Vec<Taken>, Vec<Taken>), Failure> {
    let views = book.views()?;
    let (mut statements, mut answers) = (Vec::new(), Vec::new());
    for question in book.questions()?.questions() {
        let about_one = question.shape == Shape::List && question.text.contains("asked.dossier");
        let (done, spent) = timed(|| statement(&views, question, about_one, known_at));
        let rows = done?;
        let taken = |spent| Taken {
            code: question.code.clone(),
            spent,
            rows,
        };
        statements.push(taken(spent));
        let asked = Asked {
            from: FROM.parse()?,
            until: UNTIL.parse()?,
            period: "alles".to_owned(),
            team: None,
            municipality: None,
            kind: None,
            known_at,
            by: None,
            dossier: about_one.then(|| number.to_owned()),
            audience: Audience::Policy,
        };
        let (done, spent) = timed(|| book.ask(&question.code, &asked));
        match done {
            Ok(_) => answers.push(taken(spent)),
            Err(error) => table.add(
                "not answered",
                1.0,
                "",
                format!("{}: {error}", question.code),
            ),
        }
    }
    Ok((statements, answers))
}

/// Reads every row of a statement; says how many.
fn statement(
    views: &Views,
    question: &Question,
    about_one: bool,
    known_at: Option<Timestamp>,
) -> Result<u64, Failure> {
    let questions = views.connect(known_at, Face::Own)?;
    let day = |text: &str| -> Result<Cell, Failure> {
        let day: Day = text.parse()?;
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
    let limits = Limits::default();
    questions.each(&question.text, limits, &mut |_| (), &mut |_| {
        rows += 1;
        ControlFlow::Continue(())
    })?;
    Ok(rows)
}

/// All together, how many stay within the goal, and so many of the slowest by name.
fn add(table: &mut Table, what: &str, mut all: Vec<Taken>, named: usize) {
    all.sort_by(|one, other| other.spent.wall.total_cmp(&one.spent.wall));
    let quick = all.iter().filter(|one| one.spent.wall <= GOAL).count();
    let sum: f64 = all.iter().map(|one| one.spent.wall).sum();
    let note = format!("{quick} of {} within the goal of 1 s each", all.len());
    table.add(format!("{what}s, all together"), sum, "s", note);
    for Taken { code, spent, rows } in all.into_iter().take(named) {
        let note = format!("{:.2} s of CPU; {rows} rows of the statement", spent.cpu);
        table.add(format!("{what} of {code}"), spent.wall, "s", note);
    }
}
