//! The demonstration: twelve cases through the ordinary command path.

use weegboek::book::fields::Line;
use weegboek::book::{AsKnown, Book, KnownAt, Recording};

#[test]
fn the_twelve_cases_are_recorded_and_two_attempts_refused() {
    let dir = tempfile::tempdir().unwrap();
    let (book, report) = Book::demo(&dir.path().join("boek")).unwrap();
    assert_eq!(report.events, 154);
    let refused: Vec<_> = report
        .attempts
        .iter()
        .map(|attempt| (attempt.id.as_str(), attempt.refusals[0].rule.to_string()))
        .collect();
    assert!(
        refused.contains(&("ZAAK-003/8-geweigerd", "R24".to_owned())),
        "{refused:?}"
    );
    assert!(
        refused.contains(&("ZAAK-007/5", "R03".to_owned())),
        "{refused:?}"
    );
    assert_eq!(book.dossiers(AsKnown::default()).unwrap().len(), 12);
}

/// The list shows a corrected lead, and no lead or team that is shielded, at any moment.
#[test]
fn the_list_follows_corrections_and_shieldings() {
    let dir = tempfile::tempdir().unwrap();
    let (book, _) = Book::demo(&dir.path().join("boek")).unwrap();
    let before = book.store().head().unwrap().next;
    for line in [
        r#"{"event":"entry_corrected","dossier":"ZAAK-008","occurred_on":"2026-03-02","actor":"TB-04","role":"TB","data":{"target":"ZAAK-008/2","field":"lead","new_value":"TB-05","reason":"De code stond verkeerd.","asked_by":"TB"}}"#,
        r#"{"event":"entry_shielded","dossier":"ZAAK-009","occurred_on":"2026-03-02","actor":"TM-05","role":"TM","data":{"target":"ZAAK-009/2","fields":["lead","team"],"ground":"Op verzoek van de klantmanager."}}"#,
    ] {
        book.record(&Line::parse(line).unwrap(), &Recording::default())
            .unwrap();
    }
    let listed = |as_known: AsKnown, number: &str| {
        let list = book.dossiers(as_known).unwrap();
        let found = list.into_iter().find(|one| one.number == number);
        let found = found.unwrap();
        (found.lead, found.team)
    };
    let then = AsKnown {
        known_at: Some(KnownAt::Position(before)),
        valid_on: None,
    };
    let noord = Some("Noord".to_owned());
    let lead = |code: &str| Some(code.to_owned());
    assert_eq!(listed(then, "ZAAK-008"), (lead("TB-04"), noord.clone()));
    let now = AsKnown::default();
    assert_eq!(listed(now, "ZAAK-008"), (lead("TB-05"), noord));
    assert_eq!(listed(then, "ZAAK-009"), (None, None));
    assert_eq!(listed(now, "ZAAK-009"), (None, None));
}
