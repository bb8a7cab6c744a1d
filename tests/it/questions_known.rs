//! Every question as known at a moment is the same question asked of a book whose log ends there.

use weegboek::base::Timestamp;
use weegboek::book::fields::Line;
use weegboek::book::{Book, Recording};
use weegboek::views::question::{Catalogue, Shape};
use weegboek::views::table::{Cell, Face};
use weegboek::views::{Limits, Questions, Views};

use crate::generate::synth::{self, Lateness, Options, Plan};
use crate::questions_support::{Asked, gathered_of, give, lines, rows_of};
use crate::support::init;

/// Moments at which the log is cut off.
const CUTS: usize = 21;

/// Lines of some dossiers and of what the organisation did about them, in the order in which they
/// were recorded. Without shielding: that reaches back on purpose.
fn recorded(seed: u64) -> Vec<(Timestamp, Line)> {
    let options = Options {
        seed,
        events: 300,
        dossiers: u64::MAX,
        lateness: Lateness::Usual,
    };
    let mut all: Vec<(Timestamp, Line)> = Plan::new(options)
        .flat_map(|block| synth::block(&options, &block))
        .flat_map(|whole| whole.lines)
        .filter(|line| line.event != "entry_shielded")
        .map(|line| {
            let at = line.recorded_at.as_deref().unwrap().parse().unwrap();
            (at, line)
        })
        .collect();
    all.sort_by_key(|(at, _)| *at);
    all
}

/// What every question tells: all of it, by its own groups, and of one period and municipality.
fn everything(views: &Views, known_at: Option<Timestamp>) -> Vec<(String, Vec<String>)> {
    let all = Asked {
        from: "2018-01-01",
        until: "2040-01-01",
        on: "2025-03-01",
        known_at,
        ..Asked::default()
    };
    let part = Asked {
        from: "2024-06-01",
        until: "2025-01-01",
        on: "2025-01-01",
        municipality: Some("Rietdam"),
        ..all.clone()
    };
    let questions = views.connect(known_at, Face::Open).unwrap();
    let of_one = Asked {
        dossier: Some(first_dossier(&questions)),
        ..all.clone()
    };
    let mut told = Vec::new();
    for one in Catalogue::built_in().questions() {
        let code = one.code.as_str();
        if one.shape == Shape::List {
            let (_, found) = rows_of(&questions, code, &of_one);
            let found = found.iter().map(|row| format!("{row:?}")).collect();
            told.push((code.to_owned(), found));
            continue;
        }
        let by: Vec<&str> = one.groups.iter().map(String::as_str).collect();
        told.push((
            format!("{code} whole"),
            lines(&gathered_of(&questions, code, &by, &all)),
        ));
        let by: Vec<&str> = one.by.iter().map(String::as_str).collect();
        told.push((
            format!("{code} part"),
            lines(&gathered_of(&questions, code, &by, &part)),
        ));
    }
    told
}

/// The first events of a book are its settings; the first dossier comes after them.
fn first_dossier(questions: &Questions) -> i64 {
    give(questions, &Asked::default());
    let sql = "SELECT MIN(dossier) FROM entries";
    let found = questions.answer(sql, Limits::default()).unwrap();
    match found.rows[0][0] {
        Cell::Whole(dossier) => dossier,
        _ => 0,
    }
}

/// The log is cut off by recording no further: at each moment the views are made anew from what
/// there is, and the questions are asked of them. Afterwards, with everything recorded, they are
/// asked again as known at those moments.
#[test]
fn as_known_at_a_moment_is_as_if_the_log_ended_there() {
    let dir = tempfile::tempdir().unwrap();
    let lines = recorded(11);
    let begin = weegboek::book::Init {
        at: Some(Timestamp(lines[0].0.0 - 1_000_000)),
        ..init()
    };
    let book = Book::init(&dir.path().join("boek"), &begin).unwrap();
    let every = lines.len() / CUTS;
    let mut then = Vec::new();
    for (at, (moment, line)) in lines.iter().enumerate() {
        let recording = Recording {
            expected: None,
            at: Some(*moment),
        };
        book.record(line, &recording)
            .unwrap_or_else(|error| panic!("{:?}: {error}", line.id));
        let last_of_its_moment = lines.get(at + 1).is_none_or(|(next, _)| next > moment);
        if at / every >= then.len() && last_of_its_moment {
            let views = book.views_as_they_are();
            views.rebuild().unwrap();
            then.push((*moment, everything(&views, None)));
        }
    }
    assert!(then.len() >= 20, "{}", then.len());
    let views = book.views().unwrap();
    let mut telling = std::collections::BTreeSet::new();
    for (moment, told) in then {
        for (now, then) in everything(&views, Some(moment)).iter().zip(&told) {
            assert_eq!(now, then, "as known at {moment}");
            if then
                .1
                .iter()
                .any(|line| line.contains(|sign: char| ('1'..='9').contains(&sign)))
            {
                telling.insert(then.0.split(' ').next().unwrap_or_default().to_owned());
            }
        }
    }
    // What never tells anything proves nothing.
    let silent = 52 - telling.len();
    assert!(silent <= 10, "{silent} questions told nothing: {telling:?}");
}
