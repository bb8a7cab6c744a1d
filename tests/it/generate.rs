//! The generator: the same seed gives the same bytes, and no rule refuses anything it makes.

#[allow(dead_code, reason = "the tests need a part of it")]
#[path = "../../tools/synth/mod.rs"]
pub(crate) mod synth;
#[path = "../../tools/synth/timeline.rs"]
mod timeline;

use std::collections::HashSet;
use std::io::Cursor;

use synth::{Lateness, Options, Plan};
use timeline::Timeline;
use weegboek::base::EventId;
use weegboek::book::{Book, Init, import};
use weegboek::domain::EventType;
use weegboek::exchange::Line;

fn options(events: u64) -> Options {
    Options {
        seed: 7,
        events,
        dossiers: u64::MAX,
        lateness: Lateness::Usual,
    }
}

fn text(options: Options) -> String {
    let mut text = String::new();
    for block in Plan::new(options) {
        for line in synth::block(&options, &block).iter().flat_map(|w| &w.lines) {
            text.push_str(&line.to_value().to_string());
            text.push('\n');
        }
    }
    text
}

/// Lines of several dossiers in turn, so that their events lie between each other; then those of
/// the organisation, which are about them.
pub(crate) fn interleaved(seed: u64, events: u64) -> Vec<Line> {
    let options = Options {
        seed,
        ..options(events)
    };
    let made: Vec<_> = Plan::new(options)
        .flat_map(|block| synth::block(&options, &block))
        .collect();
    let (dossiers, own): (Vec<_>, Vec<_>) =
        made.into_iter().partition(|whole| whole.dossier.is_some());
    let longest = dossiers.iter().map(|whole| whole.lines.len()).max();
    let mut lines: Vec<Line> = Vec::new();
    for at in 0..longest.unwrap_or(0) {
        lines.extend(
            dossiers
                .iter()
                .filter_map(|whole| whole.lines.get(at).cloned()),
        );
    }
    lines.extend(own.into_iter().flat_map(|whole| whole.lines));
    lines
}

fn book(dir: &std::path::Path) -> Book {
    let init = Init {
        municipality: "Rietdam".to_owned(),
        ..Init::default()
    };
    Book::init(&dir.join("boek"), &init).unwrap()
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_exactly_the_events_that_were_asked() {
    let once = text(options(3_000));
    assert_eq!(once, text(options(3_000)));
    assert_eq!(once.lines().count(), 3_000);
    let other = Options {
        seed: 8,
        ..options(3_000)
    };
    assert_ne!(once, text(other));
    // What a released seed gives may never change: benchmarks of years are compared by it.
    let digest = EventId::derived(&once).to_string();
    assert_eq!(digest, "32062eb8-7a08-8fd7-8c4b-cf15ddc78387");
}

#[test]
fn a_dossier_is_the_same_whether_or_not_those_before_it_are_made() {
    let made: Vec<_> = Plan::new(options(2_000))
        .flat_map(|block| synth::block(&options(2_000), &block))
        .collect();
    let fifth = synth::dossier(&options(2_000), 4, made[4].lines.len() as u64);
    assert_eq!(fifth.lines, made[4].lines);
}

/// In the order of time everything is there once, and each dossier in its own order.
#[test]
fn the_timeline_is_the_same_lines_in_the_order_of_their_moments() {
    let mut by_dossier: Vec<_> = Plan::new(options(9_000))
        .flat_map(|block| synth::block(&options(9_000), &block))
        .flat_map(|whole| whole.lines)
        .collect();
    let timed: Vec<Line> = Timeline::new(options(9_000)).collect();
    assert_eq!(timed.len(), 9_000);
    assert!(timed.is_sorted_by_key(|line| line.recorded_at.clone()));
    // Dossiers lie through one another.
    let turns = timed
        .windows(2)
        .filter(|two| two[0].dossier != two[1].dossier);
    assert!(turns.count() > 3_000);
    by_dossier.sort_by_key(|line| {
        (
            line.recorded_at.clone(),
            line.dossier.is_none(),
            line.dossier.clone(),
        )
    });
    let key = |line: &Line| (line.recorded_at.clone(), line.id.clone());
    assert_eq!(
        by_dossier.iter().map(key).collect::<Vec<_>>(),
        timed.iter().map(key).collect::<Vec<_>>()
    );
}

#[test]
fn nothing_that_is_made_is_refused_and_every_kind_of_event_occurs() {
    let options = Options {
        lateness: Lateness::Late,
        ..options(12_000)
    };
    let text = text(options);
    let kinds: HashSet<String> = text
        .lines()
        .map(|line| Line::parse(line).unwrap().event)
        .collect();
    let missing: Vec<_> = EventType::ALL
        .iter()
        .filter(|kind| kind.number() < 100 && !kinds.contains(kind.name()))
        .map(|kind| kind.name())
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
    let dir = tempfile::tempdir().unwrap();
    let book = book(dir.path());
    let mut input = Cursor::new(text.as_bytes());
    let plain = import::Options::default();
    let report = book.import_file(&mut input, plain, &mut |_| ()).unwrap();
    assert!(report.refused.is_empty(), "{:?}", report.refused.first());
    assert_eq!((report.lines, report.events), (12_000, 12_000));
    // Again, and from something that is read only once: nothing is added.
    let head = book.store().head().unwrap();
    let again = book
        .import_dossiers(&mut text.as_bytes(), plain, &mut |_| ())
        .unwrap();
    assert_eq!((again.events, again.already_there), (0, 12_000));
    assert_eq!(book.store().head().unwrap(), head);
}

/// Lines of many dossiers through one another, one of them refused: its dossier stays out whole,
/// and so does what refers to it.
#[test]
fn interleaved_dossiers_are_imported_whole_or_stay_out_whole() {
    let made: Vec<_> = Plan::new(options(400))
        .flat_map(|block| synth::block(&options(400), &block))
        .collect();
    let bad = made[2].dossier.clone().unwrap();
    let mut lines: Vec<Line> = Vec::new();
    for at in 0..made.iter().map(|whole| whole.lines.len()).max().unwrap() {
        lines.extend(made.iter().filter_map(|whole| whole.lines.get(at).cloned()));
    }
    let is_bad = |line: &&mut Line| line.dossier.as_deref() == Some(bad.as_str());
    let last = lines.iter_mut().rfind(is_bad).unwrap();
    last.common.insert("role".to_owned(), "OZ".into());
    // A voice in another dossier about an event of the bad one, and an obstacle that is fine.
    let target = made[2].lines[0].id.clone().unwrap();
    let mut voice = made[0].lines[0].clone();
    voice.event = "client_voice_recorded".to_owned();
    voice.id = Some("stem/1".to_owned());
    voice.common.insert("role".to_owned(), "CL".into());
    voice.data = serde_json::from_value(serde_json::json!({
        "words": "Dat was bij mij ook zo.", "voiced_by": "zelf", "about": target,
    }))
    .unwrap();
    lines.push(voice);
    let text: String = lines
        .iter()
        .map(|line| format!("{}\n", line.to_value()))
        .collect();
    let dir = tempfile::tempdir().unwrap();
    let book = book(dir.path());
    for dry_run in [true, false] {
        let options = import::Options {
            dry_run,
            ..import::Options::default()
        };
        let mut input = Cursor::new(text.as_bytes());
        let report = book.import_file(&mut input, options, &mut |_| ()).unwrap();
        let out: Vec<_> = report.left_out.keys().cloned().collect();
        assert_eq!(out, [made[0].dossier.clone().unwrap(), bad.clone()]);
        let kept = made.len() as u64 - 2;
        assert_eq!(report.dossiers, kept, "dry run: {dry_run}");
        assert_eq!(report.refused.len(), 2, "{:?}", report.refused);
    }
}
