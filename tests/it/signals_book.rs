//! Signals over many dossiers: same justification, exceptions not bundled, like cases, missing
//! voices, burden (F22, F25–F27, F31). Numbers are those of the built-in norms.

use weegboek::base::{EventId, Position, Timestamp};
use weegboek::domain::codes::{BenefitBand, DecisionKind};
use weegboek::practice::signals::{
    Bundled, Change, Decided, Excepted, Held, Justified, Minutes, Trajectory, Voice, burden,
    decided_differently, exceptions_not_bundled, same_justification, voices_missing,
};

use crate::signals_support::{catalogues, day, id};

/// Noon of a day.
fn at(text: &str) -> Timestamp {
    day(text).at_hour(12)
}

/// A place in a log in which each day has one event.
fn place(on: &str) -> Position {
    Position(u64::try_from(day(on).since_epoch()).unwrap())
}

/// Days, number, and from when until when the book took it to be so.
fn written(held: &[Held]) -> Vec<String> {
    let day = |moment: Timestamp| moment.day().to_string();
    let lines = held.iter().map(|one| {
        let until = one.signal.until.map(|day| day.to_string());
        let number = one.signal.number.map(|number| format!(" {number}"));
        format!(
            "{}..{}{} known {}..{}",
            one.signal.since,
            until.unwrap_or_default(),
            number.unwrap_or_default(),
            day(one.recorded_from),
            one.recorded_until.map(day).unwrap_or_default()
        )
    });
    lines.collect()
}

fn about(held: &[Held]) -> Vec<Option<EventId>> {
    held.iter().map(|one| one.signal.about).collect()
}

fn justified(name: &str, fingerprint: u64, on: &str) -> Justified {
    Justified {
        decision: id(name),
        position: place(on),
        municipality: "Proefstad".to_owned(),
        team: None,
        fingerprint,
        day: day(on),
        recorded_at: at(on),
        replaced: None,
    }
}

#[test]
fn f22_same_justification() {
    let two = [
        justified("a", 7, "2025-01-06"),
        justified("b", 7, "2025-01-13"),
        justified("c", 8, "2025-01-20"),
    ];
    assert!(same_justification(&two, &catalogues()).is_empty());
    // The third one on 27 January makes three; the fourth comes by itself.
    let mut four = two.to_vec();
    four.push(justified("d", 7, "2025-01-27"));
    four.push(justified("e", 7, "2025-02-03"));
    let held = same_justification(&four, &catalogues());
    assert_eq!(
        about(&held),
        ["a", "b", "d", "e"].map(|name| Some(id(name)))
    );
    let three = "2025-01-27.. 3 known 2025-01-27..";
    let fourth = "2025-02-03.. 4 known 2025-02-03..";
    assert_eq!(written(&held), [three, three, three, fourth]);
    // A new decision ends the signal about the old one; a correction of the text takes it away.
    four[0].replaced = Some((at("2025-02-10"), Some(day("2025-02-10"))));
    four[1].replaced = Some((at("2025-02-10"), None));
    let held = same_justification(&four, &catalogues());
    let of = |name: &str| {
        let found = held.iter().filter(|one| one.signal.about == Some(id(name)));
        written(&found.cloned().collect::<Vec<_>>())
    };
    assert_eq!(
        of("a"),
        [
            "2025-01-27.. 3 known 2025-01-27..2025-02-10",
            "2025-01-27..2025-02-10 3 known 2025-02-10.."
        ]
    );
    assert_eq!(of("b"), ["2025-01-27.. 3 known 2025-01-27..2025-02-10"]);
    // Another municipality has its own.
    let mut elsewhere = two.to_vec();
    elsewhere.push(Justified {
        municipality: "Elders".to_owned(),
        ..justified("f", 7, "2025-02-03")
    });
    assert!(same_justification(&elsewhere, &catalogues()).is_empty());
}

fn excepted(name: &str, rule: &str, on: &str) -> Excepted {
    Excepted {
        exception: id(name),
        position: place(on),
        municipality: "Proefstad".to_owned(),
        rule: rule.to_owned(),
        day: day(on),
        recorded_at: at(on),
    }
}

#[test]
fn f25_exceptions_not_bundled() {
    let mut all = vec![
        excepted("a", "vervoer", "2025-01-06"),
        excepted("b", "vervoer", "2025-01-13"),
        excepted("c", "leren", "2025-01-20"),
    ];
    assert!(exceptions_not_bundled(&all, &[], &catalogues()).is_empty());
    all.push(excepted("d", "vervoer", "2025-01-27"));
    let held = exceptions_not_bundled(&all, &[], &catalogues());
    assert_eq!(written(&held), ["2025-01-27.. 3 known 2025-01-27.."]);
    assert_eq!(about(&held), [Some(id("d"))]);
    // A fourth; then two of the four are bundled, which leaves two.
    all.push(excepted("e", "vervoer", "2025-02-03"));
    let bundle = Bundled {
        exceptions: vec![id("a"), id("b")],
        position: place("2025-03-03"),
        day: day("2025-03-03"),
        recorded_at: at("2025-03-03"),
    };
    let held = exceptions_not_bundled(&all, std::slice::from_ref(&bundle), &catalogues());
    assert_eq!(
        written(&held),
        [
            "2025-01-27.. 3 known 2025-01-27..2025-02-03",
            "2025-01-27.. 4 known 2025-02-03..2025-03-03",
            "2025-01-27..2025-03-03 4 known 2025-03-03.."
        ]
    );
    // Bundled before there were three: two are left, and a fifth makes three again.
    all.push(excepted("f", "vervoer", "2025-04-07"));
    let held = exceptions_not_bundled(&all, &[bundle], &catalogues());
    assert_eq!(held.last().unwrap().signal.about, Some(id("f")));
    assert_eq!(written(&held[3..]), ["2025-04-07.. 3 known 2025-04-07.."]);
}

fn decided(name: &str, team: &str, kind: DecisionKind, on: &str) -> Decided {
    Decided {
        decision: id(name),
        position: place(on),
        municipality: "Proefstad".to_owned(),
        team: team.to_owned(),
        situation_key: "afspraak_gemist_2x".to_owned(),
        kind,
        day: day(on),
        recorded_at: at(on),
        changes: Vec::new(),
    }
}

#[test]
fn f26_like_case_decided_differently() {
    use DecisionKind::{Measure, Warning};
    let north = decided("a", "Noord", Warning, "2025-06-10");
    let south = decided("b", "Zuid", Measure, "2025-06-18");
    let held = decided_differently(&[north.clone(), south.clone()]);
    assert_eq!(written(&held), ["2025-06-18.. known 2025-06-18.."]);
    assert_eq!(about(&held), [Some(id("b"))]);
    assert_eq!(held[0].team.as_deref(), Some("Zuid"));
    // Changed into a warning on 8 July: they are of one kind.
    let mut changed = south.clone();
    changed.changes = vec![(at("2025-07-08"), day("2025-07-08"), Some(Warning))];
    let held = decided_differently(&[north.clone(), changed]);
    assert_eq!(
        written(&held),
        [
            "2025-06-18.. known 2025-06-18..2025-07-08",
            "2025-06-18..2025-07-08 known 2025-07-08.."
        ]
    );
    // One team may differ from itself; another situation, and no difference, raise nothing.
    let own = decided("c", "Noord", Measure, "2025-06-12");
    assert!(decided_differently(&[north.clone(), own]).is_empty());
    let elsewhere = Decided {
        situation_key: "iets_anders".to_owned(),
        ..south
    };
    assert!(decided_differently(&[north.clone(), elsewhere]).is_empty());
    let same = decided("d", "Zuid", Warning, "2025-06-19");
    assert!(decided_differently(&[north, same]).is_empty());
}

#[test]
fn f27_voice_missing() {
    let trajectory = |band| Trajectory {
        municipality: "Proefstad".to_owned(),
        band: Some(band),
        opened_at: at("2025-01-06"),
        closed_at: None,
    };
    let voice = |band| Voice {
        municipality: "Proefstad".to_owned(),
        band: Some(band),
        recorded_at: at("2025-02-03"),
    };
    let (new, long) = (BenefitBand::UpToOne, BenefitBand::FivePlus);
    let open = |count: usize, band| vec![trajectory(band); count];
    // Ten trajectories of each band; one voice of the new, nine of the long: a tenth of the
    // voices over half of the trajectories is 0.2, under 0.5.
    let mut trajectories = open(10, new);
    trajectories.extend(open(10, long));
    let mut voices = vec![voice(long); 9];
    voices.push(voice(new));
    let missing = |until: &str, trajectories: &[Trajectory], voices: &[Voice]| {
        voices_missing(trajectories, voices, &catalogues(), at(until))
    };
    let held = missing("2025-04-02", &trajectories, &voices);
    assert_eq!(
        written(&held),
        ["2025-04-01..2025-07-01 0.2 known 2025-04-01.."]
    );
    assert_eq!(held[0].signal.unit.as_ref().unwrap().0, "tot_1_jaar");
    // The quarter is not over yet.
    assert!(missing("2025-03-31", &trajectories, &voices).is_empty());
    // Three of twelve is a quarter: half of a half, not under it.
    let mut enough = vec![voice(long); 9];
    enough.extend(vec![voice(new); 3]);
    assert!(missing("2025-04-02", &trajectories, &enough).is_empty());
    // A band of four is smaller than the smallest group.
    let mut small = open(4, new);
    small.extend(open(10, long));
    assert!(missing("2025-04-02", &small, &voices).is_empty());
}

#[test]
fn f31_burden() {
    let came = |on: &str, came| Change {
        municipality: "Proefstad".to_owned(),
        team: "Noord".to_owned(),
        recorded_at: at(on),
        came,
    };
    let spent = |on: &str, minutes| Minutes {
        municipality: "Proefstad".to_owned(),
        team: "Noord".to_owned(),
        recorded_at: at(on),
        minutes,
    };
    // In the week of Monday 13 January: 61 minutes over two open trajectories is 30.5, above 30.
    let changes = [came("2025-01-06", true), came("2025-01-07", true)];
    let minutes = [spent("2025-01-13", 40), spent("2025-01-19", 21)];
    let held = burden(&changes, &minutes, &catalogues(), at("2025-01-20"));
    assert_eq!(
        written(&held),
        ["2025-01-20..2025-01-27 30.5 known 2025-01-20.."]
    );
    assert!(burden(&changes, &minutes, &catalogues(), at("2025-01-19")).is_empty());
    let fewer = [spent("2025-01-13", 40), spent("2025-01-19", 20)];
    assert!(burden(&changes, &fewer, &catalogues(), at("2025-01-20")).is_empty());
    // One of the two closed in that week.
    let closed = [
        changes[0].clone(),
        changes[1].clone(),
        came("2025-01-15", false),
    ];
    let held = burden(&closed, &fewer, &catalogues(), at("2025-01-20"));
    assert_eq!(held[0].signal.number, Some(60.0));
}
