//! No leak of the future: what a learner sees at a decision point is the same, to the byte, whether
//! the log ends right before the decision or goes on.
//!
//! A dossier is recorded up to a decision, and what is shown of it then is kept; when everything was
//! recorded, the decision point must show the same. A shielding reaches back by design: then the
//! other side of the comparison is a log that ends before the decision and goes on with the
//! shieldings alone.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use weegboek::base::Timestamp;
use weegboek::base::digest::sha256;
use weegboek::book::demo::CASES;
use weegboek::book::learning::{LearningRound, Scene};
use weegboek::book::{Access, Book, Init, Recording};
use weegboek::exchange::Line;
use weegboek::text::{Lang, Texts};

use crate::generate::synth::{self, Lateness, Options, Plan};
use crate::support::MADE_AT;

const ROUND: &str = r#"{"event":"round_planned","occurred_on":"2024-01-02","actor":"MC-01","role":"MC","municipality":"Rietdam","data":{"round":"leren-1","kind":"leren","question":"Wat was hier te zien?","learning_goal":"Eerst vragen, dan kiezen."}}"#;

/// A book with a round of learning in it.
fn book(dir: &Path, at: Option<Timestamp>) -> (Book, LearningRound) {
    let init = Init {
        municipality: "Rietdam".to_owned(),
        at,
        ..Init::default()
    };
    let book = Book::init(dir, &init).unwrap();
    let line = Line::parse(ROUND).unwrap();
    let recording = Recording {
        at,
        ..Recording::default()
    };
    book.record(&line, &recording).unwrap();
    let round = book.learning_round(None, "leren-1").unwrap();
    (book, round)
}

/// Everything there is of a scene: JSON, text, and for some the PDF.
fn everything(scene: &Scene, with_pdf: bool) -> [String; 3] {
    let hex = |bytes: &[u8]| format!("{:?}", sha256(&[bytes]));
    let pdf = if with_pdf {
        hex(&scene.document.to_pdf().unwrap())
    } else {
        String::new()
    };
    [
        serde_json::to_string(scene).unwrap(),
        scene.document.to_text(80),
        pdf,
    ]
}

fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copied(&entry.path(), &target);
        } else if entry.file_name() != "index.redb" {
            // The index is derived; a copy of it under way would only be made anew.
            fs::copy(entry.path(), &target).unwrap();
        }
    }
}

/// A decision point, as it was when the log ended there.
struct Kept {
    dossier: String,
    point: usize,
    shown: [String; 3],
}

/// Records the lines; before each decision keeps what is shown of its dossier.
struct Recorder<'a> {
    book: Book,
    round: LearningRound,
    dir: &'a Path,
    texts: Texts,
    recorded: HashSet<String>,
    kept: Vec<Kept>,
    shielded: usize,
    pdfs: usize,
}

impl Recorder<'_> {
    fn record(&mut self, line: &Line, at: Option<Timestamp>, later: &[(Line, Option<Timestamp>)]) {
        if line.event == "decision_taken" {
            self.keep(line.dossier.as_deref().unwrap(), later);
        }
        let recording = Recording {
            at,
            ..Recording::default()
        };
        let receipt = self.book.record(line, &recording);
        receipt.unwrap_or_else(|error| panic!("{:?}: {error}", line.id));
        self.recorded.extend(line.id.clone());
    }

    fn keep(&mut self, dossier: &str, later: &[(Line, Option<Timestamp>)]) {
        let there = |line: &&(Line, Option<Timestamp>)| {
            let target = line.0.data.get("target").and_then(|id| id.as_str());
            target.is_some_and(|id| self.recorded.contains(id))
        };
        let shieldings: Vec<_> = later
            .iter()
            .filter(|(line, _)| {
                line.event == "entry_shielded" && line.dossier.as_deref() == Some(dossier)
            })
            .filter(there)
            .collect();
        let with_pdf = self.pdfs > 0;
        self.pdfs = self.pdfs.saturating_sub(1);
        let (scene, point) = if shieldings.is_empty() {
            let scene = self
                .book
                .scene_at_the_end(&self.texts, &self.round, dossier);
            let scene = scene.unwrap();
            (everything(&scene, with_pdf), scene.point)
        } else {
            self.shielded += 1;
            let copy = self.dir.join("kopie");
            copied(self.book.dir(), &copy);
            let book = Book::open(&copy, Access::Write).unwrap();
            for (line, at) in shieldings {
                let recording = Recording {
                    at: *at,
                    ..Recording::default()
                };
                book.record(line, &recording).unwrap();
            }
            let scene = book
                .scene_at_the_end(&self.texts, &self.round, dossier)
                .unwrap();
            book.close().unwrap();
            fs::remove_dir_all(&copy).unwrap();
            (everything(&scene, with_pdf), scene.point)
        };
        self.kept.push(Kept {
            dossier: dossier.to_owned(),
            point,
            shown: scene,
        });
    }

    /// Every decision point shows what it showed.
    fn check(&self) {
        for kept in &self.kept {
            let scene = self
                .book
                .scene_of_dossier(&self.texts, &self.round, &kept.dossier, kept.point)
                .unwrap();
            let now = everything(&scene, !kept.shown[2].is_empty());
            let place = format!("{} at point {}", kept.dossier, kept.point);
            assert_eq!(now[1], kept.shown[1], "{place}");
            assert_eq!(now[0], kept.shown[0], "{place}");
            assert_eq!(now[2], kept.shown[2], "{place}");
        }
    }
}

#[test]
fn the_demo_shows_nothing_of_the_future() {
    let dir = tempfile::tempdir().unwrap();
    let (book, round) = book(&dir.path().join("boek"), Some(MADE_AT));
    let mut lines: Vec<(Line, Option<Timestamp>)> = CASES
        .iter()
        .flat_map(|(_, text)| text.lines())
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let line = Line::parse(line).unwrap();
            let at: Timestamp = line.recorded_at.as_deref().unwrap().parse().unwrap();
            (line, Some(at))
        })
        .collect();
    lines.sort_by_key(|(_, at)| *at);
    let mut recorder = Recorder {
        book,
        round,
        dir: dir.path(),
        texts: Texts::new(Lang::Dutch),
        recorded: HashSet::new(),
        kept: Vec::new(),
        shielded: 0,
        pdfs: 3,
    };
    for (place, (line, at)) in lines.iter().enumerate() {
        recorder.record(line, *at, &lines[place + 1..]);
    }
    assert_eq!(recorder.kept.len(), 13, "decisions in the twelve cases");
    assert_eq!(
        recorder.shielded, 1,
        "ZAAK-012 is shielded after its decision"
    );
    recorder.check();
}

/// 25 generated dossiers here; `WEEGBOEK_LEARN_DOSSIERS=1000` plays as many as the promise names.
#[test]
fn generated_dossiers_show_nothing_of_the_future() {
    let count: u64 = std::env::var("WEEGBOEK_LEARN_DOSSIERS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(25);
    let dir = tempfile::tempdir().unwrap();
    let (book, round) = book(&dir.path().join("boek"), None);
    let mut recorder = Recorder {
        book,
        round,
        dir: dir.path(),
        texts: Texts::new(Lang::Dutch),
        recorded: HashSet::new(),
        kept: Vec::new(),
        shielded: 0,
        pdfs: 0,
    };
    let options = Options {
        seed: 49,
        events: (count * 24).max(1_000),
        dossiers: count,
        lateness: Lateness::Usual,
    };
    let mut dossiers = 0;
    for block in Plan::new(options) {
        for whole in synth::block(&options, &block) {
            dossiers += u64::from(whole.dossier.is_some());
            let lines: Vec<(Line, Option<Timestamp>)> =
                whole.lines.into_iter().map(|line| (line, None)).collect();
            for (place, (line, at)) in lines.iter().enumerate() {
                recorder.record(line, *at, &lines[place + 1..]);
            }
        }
    }
    assert_eq!(dossiers, count);
    assert!(recorder.kept.len() as u64 > count / 2, "too few decisions");
    recorder.check();
}

/// What the organisation records later must not move into an earlier moment: a policy context with
/// an earlier first day, and one that the closing of the dossier would shut out.
#[test]
fn later_policy_and_closing_change_no_decision_point() {
    let dir = tempfile::tempdir().unwrap();
    let (book, round) = book(&dir.path().join("boek"), None);
    let texts = Texts::new(Lang::Dutch);
    let record = |text: &str| {
        let line = Line::parse(text).unwrap();
        book.record(&line, &Recording::default())
            .unwrap_or_else(|error| panic!("{text}: {error}"));
    };
    let policy = |from: &str, direction: &str| {
        format!(
            r#"{{"event":"policy_context_noted","occurred_on":"2025-01-01","actor":"BE-01","role":"BE","municipality":"Rietdam","data":{{"from":"{from}","direction":"{direction}","source":"Een brief van de raad over het beleid."}}}}"#
        )
    };
    record(&policy("2024-03-01", "strenger"));
    // Known already, of a day after the closing that is still to come.
    record(&policy("2026-06-01", "soepeler"));
    let case: Vec<&str> = CASES[0].1.lines().collect();
    for line in case
        .iter()
        .take_while(|line| !line.contains("\"decision_taken\""))
    {
        record(line);
    }
    let before = book.scene_at_the_end(&texts, &round, "ZAAK-001").unwrap();
    for line in case
        .iter()
        .skip_while(|line| !line.contains("\"decision_taken\""))
    {
        record(line);
    }
    record(&policy("2024-11-01", "anders"));
    let after = book
        .scene_of_dossier(&texts, &round, "ZAAK-001", 1)
        .unwrap();
    assert_eq!(everything(&before, false), everything(&after, false));
    assert!(
        before
            .steps
            .iter()
            .filter(|step| step.event == "policy_context_noted")
            .count()
            == 2,
        "both contexts were known"
    );
}
