//! What is kept from everybody changes no face of the book: neither what people read nor the fact
//! tables, free SQL, process analysis, exports and the log itself.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;
use weegboek::book::views::{Cut, tables};
use weegboek::book::{AsKnown, inspect};
use weegboek::domain::KeptUntil;
use weegboek::views::Limits;
use weegboek::views::table::Face;

use crate::rounds::{of_round, opening, rating, scene};
use crate::rows_support::{Facts, key};
use crate::support::{Scene, line, renamed, set};

/// What nobody but its writer may read yet.
const SECRET: &str = "geheim";

/// Copies what a book cannot do without; the rest is derived.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name();
        if ["views", "index.redb", "lock"]
            .iter()
            .any(|one| name == *one)
        {
            continue;
        }
        let to = to.join(&name);
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn run(dir: &Path, args: &[&str]) -> String {
    let output = Command::cargo_bin("weegboek")
        .unwrap()
        .current_dir(dir)
        .env_clear()
        .env("LANG", "nl_NL.UTF-8")
        .args(args)
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    // A question that has no answer yet, such as too few measurements, is an answer here too.
    let code = output.status.code().unwrap();
    assert!([0, 1, 3].contains(&code), "{args:?}: {out}{err}");
    format!("{code} {out}{err}")
}

const READING: [&[&str]; 17] = [
    &["dossier", "list", "--json"],
    &["dossier", "show", "D-1", "--json"],
    &["dossier", "story", "D-1", "--json"],
    &["dossier", "story", "D-1"],
    &["replay", "D-1", "--all", "--json"],
    &["signals", "list", "--all", "--json"],
    &["terms", "--all", "--json"],
    &["change", "show", "D-1", "--json"],
    &["process", "stats", "--json"],
    &["process", "variants", "--json"],
    &["process", "graph", "--json"],
    &["process", "waiting", "--json"],
    &[
        "ask",
        "run",
        "unanswered-findings",
        "--dossier",
        "D-1",
        "--json",
    ],
    &["ask", "run", "right-step", "--dossier", "D-1", "--json"],
    &["ask", "run", "burden", "--json"],
    &["export", "jsonl"],
    &["export", "jsonl", "--dossier", "D-1"],
];

/// Every face of the book, by its name.
fn faces(scene: &Scene) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let place = tempfile::tempdir().unwrap();
    copy(&scene.path(), &place.path().join("boek"));
    for args in READING {
        all.insert(args.join(" "), run(place.path(), args));
    }
    for (kind, out) in [
        ("xes", "log.xes"),
        ("ocel-json", "log.json"),
        ("ocel-xml", "log.xml"),
        ("csv", "tabellen"),
    ] {
        let who = ["--analyst", "--actor", "OZ-01", "--role", "OZ"];
        let args = [
            &["export", kind, "--out", out][..],
            &who,
            &["--purpose", "Nagaan wat verborgen blijft"],
        ];
        let _ = run(place.path(), &args.concat());
        all.insert(format!("export {kind}"), written(&place.path().join(out)));
    }
    // The same events give the same rows: as the fold gives them, and as free SQL finds them.
    let mut rows = Facts::of(&scene.book).rows();
    rows.sort_by_key(key);
    all.insert("rows".to_owned(), format!("{rows:?}"));
    let views = scene.book.views().unwrap();
    let questions = views.connect(None, Face::Own).unwrap();
    for (table, _) in tables() {
        let sql = format!("SELECT * FROM {} ORDER BY 1, 2, 7", table.name);
        let answer = questions.answer(&sql, Limits::default()).unwrap();
        assert_eq!(answer.cut, None::<Cut>, "{}", table.name);
        all.insert(format!("sql {}", table.name), format!("{:?}", answer.rows));
    }
    let signals = scene.book.facts("D-1", AsKnown::default()).unwrap();
    all.insert("facts".to_owned(), format!("{signals:?}"));
    all
}

/// What an export wrote: a file, or the files of a folder.
fn written(path: &Path) -> String {
    if path.is_file() {
        return std::fs::read_to_string(path).unwrap();
    }
    let mut names: Vec<_> = std::fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "csv"))
        .collect();
    names.sort();
    let mut all = String::new();
    for path in names {
        // The export itself is an event, so tables of the whole book may tell of it; none does.
        let text = std::fs::read_to_string(&path).unwrap();
        let _ = writeln!(all, "{}\n{text}", path.display().to_string().len());
    }
    all
}

fn lines(scene: &Scene, args: &[&str]) -> Vec<String> {
    let all = [&["log", "read"][..], args].concat();
    let out = run(scene.dir.path(), &all);
    out.lines().map(str::to_owned).collect()
}

/// Everything that can be hidden: a double rating, a finding, its correction and its shielding,
/// a view on the case and one on the whole round, and a learner's answer.
fn hidden(scene: &Scene) -> u64 {
    let mut held = rating("AU-1");
    set(&mut held, "criteria.1.reason", "Een geheim oordeel.");
    set(&mut held, "minutes_spent", 35);
    scene.records(&held);
    let mut finding = of_round("finding", "vondst");
    set(&mut finding, "text", "Een geheime vondst.");
    scene.records(&finding);
    let mut repair = renamed(&line("corrected"), "D-1/herstel");
    set(&mut repair, "target", "D-1/vondst");
    set(&mut repair, "field", "text");
    set(&mut repair, "new_words", "Nog altijd een geheime vondst.");
    set(&mut repair, "actor", "AU-1");
    scene.records(&repair);
    let mut view = of_round("view", "kijk");
    set(&mut view, "text", "Een geheime kijk.");
    scene.records(&view);
    let mut whole = of_round("view", "kijk-op-het-geheel");
    set(&mut whole, "text", "Een geheime kijk op het geheel.");
    whole.dossier = None;
    scene.records(&whole);
    let mut locked = of_round("locked", "antwoord");
    set(&mut locked, "reasons", "Een geheime reden.");
    scene.records(&locked);
    6
}

#[test]
fn what_is_kept_from_everybody_changes_no_face_of_the_book() {
    let scene = scene();
    let before = faces(&scene);
    let log_before = lines(&scene, &["--words", "--json"]);
    let count = hidden(&scene);
    let after = faces(&scene);
    for (face, text) in &after {
        assert!(!text.contains(SECRET), "{face}: {text}");
        assert_eq!(text, &before[face], "{face}");
    }
    // The log itself tells that something is there and until when, not what.
    for content in ["--words", "--facts"] {
        let log = lines(&scene, &[content, "--json"]);
        let kept: Vec<Value> = log[log_before.len()..]
            .iter()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(kept.len() as u64, count);
        for line in kept {
            assert_eq!((&line["closed"], line.get("data")), (&"kept".into(), None));
            assert!(line.get("common").is_none(), "{line}");
            let learned = line["type"] == "learning_answer_locked";
            let until = &line["kept_until"];
            assert!(learned == (until == "learned"), "{line}");
            assert!(learned || until["round_opened"] == "audit", "{line}");
        }
        if content == "--words" {
            assert_eq!(log[..log_before.len()], log_before);
        }
        for line in lines(&scene, &[content]).iter().skip(log_before.len()) {
            let told = line.contains("als ronde audit geopend is") || line.contains("leren");
            assert!(
                told && !line.contains("AU-1") && !line.contains("LE-1"),
                "{line}"
            );
        }
        let text = lines(&scene, &[content]).concat();
        assert!(!text.contains(SECRET), "{text}");
    }
    // What is opened can be read from then on, in the log too.
    scene.records(&rating("AU-2"));
    scene.records(&opening());
    let opened = faces(&scene);
    for face in ["dossier story D-1 --json", "export jsonl"] {
        assert!(opened[face].contains("geheim oordeel"), "{face}");
        assert!(!opened[face].contains("kijk op het geheel"), "{face}");
        assert!(!opened[face].contains("geheime reden"), "{face}");
    }
    assert_ne!(opened["rows"], before["rows"]);
    assert_ne!(opened["sql review_criteria"], before["sql review_criteria"]);
    assert_eq!(
        opened["sql learning_answers"],
        before["sql learning_answers"]
    );
    let log = lines(&scene, &["--words"]).concat();
    assert!(log.contains("geheim oordeel") && !log.contains("geheime reden"));
    assert!(!log.contains("kijk op het geheel"), "{log}");
    let mut whole = renamed(&opening(), "D-1/opening/geheel");
    whole.dossier = None;
    scene.records(&whole);
    let log = lines(&scene, &["--words"]).concat();
    assert!(log.contains("kijk op het geheel"), "{log}");
}

/// Who follows the log sees no more than who reads it.
#[test]
fn following_the_log_shows_nothing_before_its_time() {
    let scene = scene();
    let head = scene.checkpoint().next.0;
    let look = inspect::Look {
        from: Some(head),
        words: true,
        ..inspect::Look::default()
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap();
    let mut following = scene.book.follow(&look);
    let mut next = || runtime.block_on(following.next()).unwrap();
    hidden(&scene);
    for _ in 0..6 {
        let looked = next();
        let until = match &looked.content {
            Err(inspect::NotShown::Kept(until)) => until.clone(),
            other => panic!("{other:?}"),
        };
        let learned = looked.entry.stream.category.0 == 4;
        assert_eq!(learned, until == KeptUntil::Learned);
    }
    // After the opening nothing new is private: a rating that comes now is seen at once.
    scene.records(&rating("AU-2"));
    assert!(matches!(
        next().content,
        Err(inspect::NotShown::Kept(KeptUntil::RoundOpened(_)))
    ));
    scene.records(&opening());
    assert!(next().content.is_ok());
    // Who begins to follow now sees what was opened.
    let mut again = scene.book.follow(&look);
    let first = runtime.block_on(again.next()).unwrap();
    assert!(first.content.is_ok());
}
