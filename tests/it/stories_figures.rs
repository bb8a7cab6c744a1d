//! What the cases say must come out: triangle profiles, choices, gaps and figures.

use weegboek::base::EventId;
use weegboek::book::Story;
use weegboek::book::fields::{Event, EventType};
use weegboek::domain::codes::{ClientPosition, MeasureMoment, StepVerdict, Verdict};
use weegboek::domain::events::decision::Triangle;

use crate::stories::{STEPS, step, story};
use crate::support::demo;

fn profile(triangle: &Triangle) -> [Verdict; 3] {
    [
        triangle.wet.verdict,
        triangle.middelen.verdict,
        triangle.zelfregie.verdict,
    ]
}

#[test]
fn triangle_profiles_are_those_of_the_cases() {
    use Verdict::{No, Yes};
    let book = demo();
    let mut decisions = 0;
    for (number, _) in STEPS {
        for step in story(&book, number).steps {
            let (triangle, overrides) = match &step.recorded.event {
                Event::DecisionTaken(taken) => (&taken.triangle, &taken.overrides),
                Event::DecisionReconsidered(answer) => (&answer.triangle, &answer.overrides),
                _ => continue,
            };
            decisions += 1;
            let against = ["ZAAK-003/3", "ZAAK-009/5"].map(EventId::derived);
            if against.contains(&step.recorded.id) {
                assert_eq!(profile(triangle), [Yes, Yes, No]);
                assert_eq!(overrides.len(), 1);
            } else {
                assert_eq!(profile(triangle), [Yes; 3], "{number} {}", step.number);
                assert!(overrides.is_empty());
            }
        }
    }
    assert_eq!(decisions, 15);
}

#[test]
fn chosen_is_preferred_where_the_cases_say_so() {
    let book = demo();
    let check = |number: &str, preference: &str, decision: &str, same: bool| {
        let story = story(&book, number);
        let Event::ClientPreferenceVoiced(voiced) = &step(&story, preference).recorded.event else {
            panic!("{number}/{preference}");
        };
        let used = match &step(&story, decision).recorded.event {
            Event::DecisionTaken(taken) => Some(&taken.options),
            Event::DecisionReconsidered(answer) => answer.options.as_ref(),
            other => panic!("{other:?}"),
        };
        let chosen = used.and_then(|used| used.chosen);
        assert!(chosen.is_some());
        assert_eq!(used.and_then(|used| used.set), Some(voiced.options));
        assert_eq!(chosen == voiced.preference.0, same, "{number}");
    };
    check("ZAAK-001", "7", "8", true);
    check("ZAAK-003", "7", "8", true);
    check("ZAAK-007", "4", "6", false);
    check("ZAAK-010", "8", "9", true);
    check("ZAAK-012", "8", "9", true);
}

#[test]
fn deliberate_gaps_and_figures_of_the_cases() {
    let book = demo();
    let has = |story: &Story, wanted: EventType| {
        let mut steps = story.steps.iter();
        steps.any(|step| step.recorded.event.event_type() == wanted)
    };
    let verdicts = |story: &Story, name: &str| -> Vec<StepVerdict> {
        let Event::ReviewHeld(review) = &step(story, name).recorded.event else {
            panic!("{name} is no review");
        };
        review.steps.iter().map(|step| step.verdict).collect()
    };

    let two = story(&book, "ZAAK-002");
    assert!(!has(&two, EventType::FuturePerspectiveVoiced));
    let instrument = two.dossier.instruments()[0];
    let over = instrument.ended_on.unwrap().days_since(instrument.limit);
    assert_eq!(over, 113);
    let yes = |all: &[StepVerdict]| all.iter().filter(|it| **it == StepVerdict::Yes).count();
    assert_eq!(
        (yes(&verdicts(&two, "5")), verdicts(&two, "5").len()),
        (5, 6)
    );

    let four = story(&book, "ZAAK-004");
    let zero = four.steps.iter().any(|step| {
        matches!(&step.recorded.event, Event::EffectMeasured(it) if it.moment == MeasureMoment::Zero)
    });
    assert!(!zero && !has(&four, EventType::BehaviourPictureMade));

    let six = story(&book, "ZAAK-006");
    assert!(!has(&six, EventType::OptionsPresented) && !has(&six, EventType::InstrumentStarted));
    let on = |name| step(&six, name).recorded.common.occurred_on;
    assert_eq!(on("10").days_since(on("2")), 19);

    let seven = story(&book, "ZAAK-007");
    let instrument = seven.dossier.instruments()[0];
    assert!(instrument.ended_on.unwrap() <= instrument.limit);
    assert_eq!(instrument.limit.to_string(), "2025-09-05");
    let Event::DecisionTaken(taken) = &step(&seven, "6").recorded.event else {
        panic!("no decision");
    };
    assert_eq!(
        taken.alternatives[0].failing_corner.unwrap().code(),
        "middelen"
    );

    let nine = story(&book, "ZAAK-009");
    let Event::DecisionTaken(taken) = &step(&nine, "5").recorded.event else {
        panic!("no decision");
    };
    assert_eq!(taken.client_view.position, ClientPosition::Unknown);
    assert!(taken.client_view.words.is_none());

    let twelve = story(&book, "ZAAK-012");
    let all = verdicts(&twelve, "13");
    assert_eq!((yes(&all), all.len(), all[0]), (5, 6, StepVerdict::Doubt));
}

#[test]
fn the_content_of_the_investigation_is_nowhere() {
    let story = story(&demo(), "ZAAK-005");
    let visit = &step(&story, "4").data;
    assert_eq!(visit["announced"], "nee");
    assert_eq!(visit["lead_informed"], "nee");
    assert_eq!(visit["ground_recorded"], "nee");
    assert_eq!(visit["consent"], "nee");
    let keys: Vec<_> = visit.as_object().unwrap().keys().collect();
    let known = [
        "visited_on",
        "announced",
        "lead_informed",
        "ground_recorded",
        "consent",
        "effect",
    ];
    assert!(
        keys.iter().all(|key| known.contains(&key.as_str())),
        "{keys:?}"
    );
}
