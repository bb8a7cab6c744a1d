//! The state of a dossier by its facts alone is the state of its story, with every text closed.

use weegboek::base::Position;
use weegboek::book::{AsKnown, Book, KnownAt};
use weegboek::domain::{Closed, Dossier, Event, Words};

/// What a dossier holds, texts closed, without what the organisation did.
fn closed(dossier: &Dossier) -> Vec<(String, Event, String)> {
    let own = |event: &Event| {
        !matches!(
            event,
            Event::OrganisationalObstacleRaised(_)
                | Event::OrganisationAnswered(_)
                | Event::ExceptionsBundled(_)
                | Event::PolicyContextNoted(_)
        )
    };
    dossier
        .events()
        .filter(|recorded| own(&recorded.event))
        .map(|recorded| {
            let mut event = recorded.event.clone();
            event.words_mut(&mut |words| *words = Words::Closed(Closed::NotOpened));
            let day = recorded.common.occurred_on.to_string();
            (recorded.id.to_string(), event, day)
        })
        .collect()
}

#[test]
fn facts_are_the_state_of_the_story_at_every_moment() {
    let dir = tempfile::tempdir().unwrap();
    let (book, _) = Book::demo(&dir.path().join("boek")).unwrap();
    let head = book.store().head().unwrap().next.0;
    let mut compared = 0;
    for listed in book.dossiers(AsKnown::default()).unwrap() {
        let number = listed.number.as_str();
        let mut asked = vec![AsKnown::default()];
        asked.extend((0..=head).step_by(7).map(|position| AsKnown {
            known_at: Some(KnownAt::Position(Position(position))),
            valid_on: None,
        }));
        for day in ["2025-02-17", "2025-06-30"] {
            asked.push(AsKnown {
                known_at: None,
                valid_on: Some(day.parse().unwrap()),
            });
        }
        for as_known in asked {
            let facts = book.facts(number, as_known);
            let Ok(story) = book.story(number, as_known) else {
                assert!(facts.is_err(), "{number} {as_known:?}");
                continue;
            };
            // What the organisation did can stand in a story before its dossier begins.
            let own = closed(&story.dossier);
            if own.is_empty() {
                assert!(facts.is_err(), "{number} {as_known:?}");
                continue;
            }
            // Corrections themselves are no part of the state.
            let state = facts.unwrap();
            let found: Vec<_> = closed(&state)
                .into_iter()
                .filter(|one| !matches!(one.1, Event::EntryCorrected(_)))
                .collect();
            assert_eq!(found, own, "{number} {as_known:?}");
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared}");
}
