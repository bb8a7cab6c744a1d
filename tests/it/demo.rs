//! The demonstration: twelve cases through the ordinary command path.

use weegboek::book::{AsKnown, Book};

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
