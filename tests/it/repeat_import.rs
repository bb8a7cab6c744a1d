//! Importing again, by half, with faults, and what another book exported.

use weegboek::book::fields::{Line, Rule};
use weegboek::book::import::{Options, RefusedLine, Report, Why};
use weegboek::book::{AsKnown, Book, Init};
use weegboek::exchange::LineError;

use crate::support::{MADE_AT, Scene, demo, exported, gap_free, line, renamed, set, shown, unset};

pub(crate) fn import(book: &Book, bytes: &[u8], keep_times: bool) -> Report {
    let options = Options {
        keep_times,
        ..Options::default()
    };
    let mut input = bytes;
    book.import_dossiers(&mut input, options, &mut |_| ())
        .unwrap()
}

fn as_file(lines: &[Line]) -> String {
    let lines: Vec<_> = lines.iter().map(|it| it.to_value().to_string()).collect();
    lines.join("\n")
}

/// A book made as the demonstration's is, with nothing in it.
fn empty_like_the_demo(dir: &std::path::Path) -> Book {
    let init = Init {
        municipality: "Rietdam".to_owned(),
        key_file: None,
        at: Some(MADE_AT),
    };
    Book::init(dir, &init).unwrap()
}

/// What a reader is told, without the pseudonyms of dossiers, which are another book's own. What
/// the organisation did comes after the dossiers when their moments are not kept.
fn told(book: &Book, number: &str, in_order: bool) -> Vec<String> {
    let story = book.story(number, AsKnown::default()).unwrap();
    let mut told = Vec::new();
    for (step, mut shown) in story.steps.iter().zip(shown(&story.steps)) {
        shown.3.as_object_mut().unwrap().remove("case");
        if !in_order {
            shown.0 = 0;
        }
        let organisation = step.of_organisation;
        told.push(format!("{} {organisation} {shown:?}", step.recorded.id));
    }
    if !in_order {
        told.sort_unstable();
    }
    told
}

#[test]
fn the_export_of_the_demo_is_imported_with_the_same_stories() {
    let original = demo();
    let file = exported(&original, None);
    for keep_times in [true, false] {
        let dir = tempfile::tempdir().unwrap();
        let book = empty_like_the_demo(&dir.path().join("boek"));
        let report = import(&book, file.as_bytes(), keep_times);
        // A dossier with shielded words cannot come back whole, and says so.
        assert_eq!(report.left_out.keys().collect::<Vec<_>>(), ["ZAAK-012"]);
        assert!(
            report
                .refused
                .iter()
                .all(|it| it.dossier.as_deref() == Some("ZAAK-012"))
        );
        let listed = book.dossiers(AsKnown::default()).unwrap();
        assert_eq!(listed.len(), 11);
        for one in &listed {
            let here = told(&book, &one.number, keep_times);
            assert_eq!(
                here,
                told(&original, &one.number, keep_times),
                "{}",
                one.number
            );
            if keep_times {
                let moments = |book: &Book| -> Vec<_> {
                    let story = book.story(&one.number, AsKnown::default()).unwrap();
                    story
                        .steps
                        .iter()
                        .map(|it| it.recorded.recorded_at)
                        .collect()
                };
                assert_eq!(moments(&book), moments(&original), "{}", one.number);
            }
        }
        gap_free(&book);
        // Again adds nothing.
        let head = book.store().checkpoint().unwrap();
        let again = import(&book, file.as_bytes(), keep_times);
        assert_eq!((again.events, again.dossiers), (0, 0));
        assert_eq!(again.already_there, report.events + report.already_there);
        assert_eq!(book.store().checkpoint().unwrap(), head);
    }
}

/// Every book records the first editions of its catalogues itself; those of another book are the
/// same ones, though it recorded them on another day.
#[test]
fn the_export_of_another_book_brings_no_catalogue_twice() {
    let scene = Scene::new();
    let report = import(&scene.book, exported(&demo(), None).as_bytes(), false);
    assert_eq!(scene.book.dossiers(AsKnown::default()).unwrap().len(), 11);
    assert_eq!(report.already_there, 9);
    // What is shielded is not exported, so its dossier cannot come in whole.
    let only = |it: &RefusedLine| it.dossier.as_deref() == Some("ZAAK-012");
    assert!(report.refused.iter().all(only), "{:?}", report.refused);
}

fn two_dossiers() -> Vec<Line> {
    let mut lines = Vec::new();
    for number in ["I-1", "I-2", "I-3"] {
        for (at, name) in ["opened", "perspective", "domain", "voice"]
            .iter()
            .enumerate()
        {
            let mut one = renamed(&line(name), &format!("{number}/{at}"));
            one.dossier = Some(number.to_owned());
            if at == 0 {
                set(&mut one, "number", number);
            }
            if at == 3 {
                unset(&mut one, "about");
            }
            lines.push(one);
        }
    }
    lines
}

#[test]
fn one_refused_line_leaves_out_its_dossier_whole_and_only_that() {
    let mut lines = two_dossiers();
    unset(&mut lines[5], "words");
    let scene = Scene::new();
    for keep_times in [false, true] {
        let report = import(&scene.book, as_file(&lines).as_bytes(), keep_times);
        assert_eq!(report.lines, 12);
        assert_eq!(report.refused.len(), 1);
        assert_eq!(report.refused[0].line, 6);
        assert!(
            matches!(&report.refused[0].why, Why::Refused(why) if why[0].rule == Rule::R12),
            "{:?}",
            report.refused[0]
        );
        let left_out: Vec<_> = report.left_out.iter().collect();
        assert_eq!(left_out, [(&"I-2".to_owned(), &4)]);
        let listed = scene.book.dossiers(AsKnown::default()).unwrap();
        let listed: Vec<_> = listed
            .iter()
            .map(|it| (it.number.as_str(), it.events))
            .collect();
        assert_eq!(listed, [("I-1", 4), ("I-3", 4)]);
    }
    // Mended, it comes in as well.
    let report = import(&scene.book, as_file(&two_dossiers()).as_bytes(), false);
    assert_eq!(
        (report.dossiers, report.events, report.already_there),
        (1, 4, 8)
    );
}

#[test]
fn an_interrupted_import_is_resumed() {
    let lines = two_dossiers();
    for half in 0..=lines.len() {
        let scene = Scene::new();
        for line in &lines[..half] {
            scene.records(line);
        }
        let report = import(&scene.book, as_file(&lines).as_bytes(), false);
        assert!(report.refused.is_empty(), "{:?}", report.refused);
        assert_eq!(report.already_there, half as u64);
        assert_eq!(report.events, (lines.len() - half) as u64);
        let listed = scene.book.dossiers(AsKnown::default()).unwrap();
        assert!(listed.iter().all(|it| it.events == 4) && listed.len() == 3);
        gap_free(&scene.book);
    }
}

/// What refers to a dossier that stays out stays out with it, whatever dossier it is in.
#[test]
fn what_refers_to_what_is_left_out_is_left_out_too() {
    let scene = Scene::new();
    let mut lines = two_dossiers();
    unset(&mut lines[1], "words");
    set(&mut lines[7], "about", "I-1/2");
    let mut raised = line("obstacle");
    unset(&mut raised, "case");
    set(&mut raised, "caused_by", "I-2/2");
    let mut answered = line("answered");
    set(&mut answered, "about", raised.id.clone().unwrap());
    lines.extend([raised, answered]);
    let report = import(&scene.book, as_file(&lines).as_bytes(), false);
    let left_out: Vec<_> = report.left_out.iter().collect();
    assert_eq!(left_out, [(&"I-1".to_owned(), &4), (&"I-2".to_owned(), &4)]);
    let refused: Vec<_> = report.refused.iter().map(|it| it.line).collect();
    assert_eq!(refused, [2, 8, 13, 14]);
    assert_eq!((report.dossiers, report.events), (1, 4));
}

/// The id of a line stands for something else here: its dossier stays out, the others come in.
#[test]
fn an_id_with_other_content_leaves_out_its_dossier() {
    let scene = Scene::new();
    scene.records(&two_dossiers()[0]);
    let mut lines = two_dossiers();
    set(&mut lines[0], "question", "Iets heel anders.");
    let report = import(&scene.book, as_file(&lines).as_bytes(), false);
    let left_out: Vec<_> = report.left_out.keys().collect();
    assert_eq!(left_out, ["I-1"], "{:?}", report.refused);
    assert_eq!(scene.book.dossiers(AsKnown::default()).unwrap().len(), 3);
    assert_eq!(report.dossiers, 2);
}

#[test]
fn what_is_no_line_is_reported_with_its_number() {
    let good = as_file(&two_dossiers());
    let scene = Scene::new();
    let mut file = Vec::new();
    let one = line("policy").to_value().to_string();
    for bad in [
        one.replacen("\"data\":{", "\"data\":{\"from\":\"2025-01-01\",", 1)
            .into_bytes(),
        one.replacen("\"id\":", "\"id\":\"x\",\"id\":", 1)
            .into_bytes(),
        b"\xff\xfe{}".to_vec(),
        b"[1,2,3]".to_vec(),
        b"{\"event\":".to_vec(),
        "[".repeat(50_000).into_bytes(),
    ] {
        file.extend(bad);
        file.push(b'\n');
    }
    file.extend(b"\r\n   \n");
    file.extend(good.as_bytes());
    let report = import(&scene.book, &file, false);
    let lines: Vec<_> = report.refused.iter().map(|it| it.line).collect();
    assert_eq!(lines, [1, 2, 3, 4, 5, 6]);
    for refused in &report.refused {
        let unreadable = matches!(&refused.why, Why::Unreadable(LineError::NotJson(_)));
        assert!(unreadable, "{refused:?}");
    }
    assert_eq!((report.dossiers, report.events), (3, 12));
}

#[test]
fn strange_files_and_fields() {
    let scene = Scene::new();
    for empty in ["", "\n", "\n\n  \n"] {
        let report = import(&scene.book, empty.as_bytes(), false);
        assert_eq!((report.events, report.refused.len()), (0, 0));
    }
    // A field that is not known is never dropped in silence, wherever it stands.
    let mut strange = line("opened");
    set(&mut strange, "nieuw", 1);
    scene.refuses(&strange, &[(Rule::Form, "nieuw")]);
    let mut strange = line("opened");
    set(&mut strange, "promises.0.nieuw", 1);
    scene.refuses(&strange, &[(Rule::Form, "promises.0.nieuw")]);
    let mut strange = line("opened");
    strange.common.insert("nieuw".to_owned(), 1.into());
    scene.refuses(&strange, &[(Rule::Form, "nieuw")]);
    // A megabyte of words is more than a text may have, and is refused as such.
    let mut long = line("opened");
    set(&mut long, "question", "woord ".repeat(175_000));
    scene.refuses(&long, &[(Rule::Form, "question")]);
    set(&mut long, "question", "é".repeat(20_000));
    scene.records(&long);
    let story = scene.book.story("D-1", AsKnown::default()).unwrap();
    assert_eq!(story.steps[0].data["question"], "é".repeat(20_000));
    // A line of more than eight megabytes is not kept in memory, and the next one is read.
    let huge = format!("{{\"event\":\"{}\"}}\n", "x".repeat(9 * 1024 * 1024));
    let file = huge + &line("policy").to_value().to_string();
    let report = import(&scene.book, file.as_bytes(), false);
    assert!(matches!(
        report.refused[0].why,
        Why::Unreadable(LineError::TooLong { .. })
    ));
    assert_eq!((report.lines, report.events), (2, 1));
    // The number of a dossier is the one it is filed under.
    let mut other = line("opened");
    other.dossier = Some("D-9".to_owned());
    other.id = Some("D-9/1".to_owned());
    scene.refuses(&other, &[(Rule::Form, "number")]);
}

/// The same line twice in one file is one event; the same id for two things is none.
#[test]
fn a_line_that_stands_twice_is_recorded_once() {
    let scene = Scene::new();
    let mut lines = two_dossiers();
    lines.insert(3, lines[2].clone());
    let mut policy = line("policy");
    lines.extend([policy.clone(), policy.clone()]);
    set(&mut policy, "topic", "iets anders");
    lines.push(policy);
    let report = import(&scene.book, as_file(&lines).as_bytes(), false);
    let refused: Vec<_> = report.refused.iter().map(|it| it.line).collect();
    assert_eq!(refused, [16], "{:?}", report.refused);
    assert_eq!(
        (report.dossiers, report.events, report.already_there),
        (3, 13, 2)
    );
    gap_free(&scene.book);
}
