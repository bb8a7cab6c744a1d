//! Rounds: who rates, what is kept from everybody until it is opened, and what stays as it was.

use serde_json::{Value, json};
use weegboek::base::EventId;
use weegboek::book::fields::{Line, Rule};
use weegboek::book::{AsKnown, Recording};

use crate::support::{Scene, exported, line, renamed, set, unset};

pub(crate) fn plan(kind: &str) -> Line {
    let mut plan = renamed(&line("round"), "D-1/ronde");
    set(&mut plan, "kind", kind);
    unset(&mut plan, "theme");
    set(&mut plan, "round", "audit");
    plan
}

pub(crate) fn draw() -> Line {
    let mut draw = renamed(&line("drawn"), "D-1/trekking");
    set(&mut draw, "round", "audit");
    unset(&mut draw, "targeted");
    unset(&mut draw, "excluded");
    draw
}

/// A dossier in an audit round, rated by two persons.
pub(crate) fn scene() -> Scene {
    let scene = Scene::after("handover");
    scene.records(&plan("audit"));
    scene.records(&draw());
    scene
}

pub(crate) fn rating(by: &str) -> Line {
    let mut rating = renamed(&line("review"), &format!("D-1/oordeel/{by}"));
    set(&mut rating, "actor", by);
    set(&mut rating, "round", "audit");
    let criteria = json!([
        { "criterion": "c1", "score": "4" },
        { "criterion": "c8", "score": "3", "reason": "Dat staat er." },
        { "criterion": "c9", "score": "niet_te_zien" },
    ]);
    set(&mut rating, "criteria", criteria);
    rating
}

pub(crate) fn opening() -> Line {
    let mut opening = renamed(&line("opened_round"), "D-1/opening");
    set(&mut opening, "round", "audit");
    opening
}

pub(crate) fn of_round(name: &str, id: &str) -> Line {
    let mut line = renamed(&line(name), &format!("D-1/{id}"));
    set(&mut line, "round", "audit");
    line
}

/// What the faces of the book show, places in the log left aside.
fn faces(scene: &Scene) -> Value {
    let story = scene.book.story("D-1", AsKnown::default()).unwrap();
    let steps: Vec<_> = story
        .steps
        .iter()
        .map(|step| {
            json!([
                step.number,
                step.recorded.id.to_string(),
                step.common,
                step.data
            ])
        })
        .collect();
    let facts = scene.book.facts("D-1", AsKnown::default()).unwrap();
    let facts: Vec<_> = facts.events().map(|one| one.event.write()).collect();
    let list = format!("{:?}", scene.book.dossiers(AsKnown::default()).unwrap());
    let lines = exported(&scene.book, None);
    let own = exported(&scene.book, Some("D-1"));
    json!([steps, facts, list, lines, own, story.left_out])
}

#[test]
fn what_is_blind_or_private_changes_no_face_until_it_is_opened() {
    let scene = scene();
    let before = faces(&scene);
    scene.records(&rating("AU-1"));
    let mut finding = of_round("finding", "vondst");
    set(&mut finding, "text", "Een geheime vondst.");
    scene.records(&finding);
    let mut view = of_round("view", "kijk");
    set(&mut view, "text", "Een geheime kijk.");
    scene.records(&view);
    scene.records(&of_round("locked", "antwoord"));
    let mut repair = renamed(&line("corrected"), "D-1/herstel");
    set(&mut repair, "target", "D-1/vondst");
    set(&mut repair, "field", "text");
    set(&mut repair, "actor", "AU-1");
    scene.records(&repair);
    scene.records(&rating("AU-2"));
    assert_eq!(faces(&scene), before);
    // Their writer sees them; nobody else does.
    let own = |actor: &str| scene.book.own_private(Some("D-1"), "Proefstad", actor);
    assert_eq!(own("AU-1").unwrap().len(), 4);
    assert_eq!(own("TM-01").unwrap().len(), 0);
    // To name one is to know of it.
    let mut answer = renamed(&line("finding_answer"), "D-1/antwoord-op");
    set(&mut answer, "finding", "D-1/vondst");
    scene.refuses(&answer, &[(Rule::Form, "finding")]);
    scene.records(&opening());
    let story = scene.book.story("D-1", AsKnown::default()).unwrap();
    let shown = |name: &str| {
        let id = EventId::derived(&format!("D-1/{name}"));
        story.steps.iter().position(|step| step.recorded.id == id)
    };
    for name in ["oordeel/AU-1", "oordeel/AU-2", "vondst", "kijk", "herstel"] {
        assert!(
            shown(name) < shown("opening") && shown(name).is_some(),
            "{name}"
        );
    }
    assert_eq!(shown("antwoord"), None, "an answer is told in no story");
    // What was known before the opening stays what it was.
    let moment = story.steps[shown("opening").unwrap()].recorded.position;
    let then = AsKnown {
        known_at: Some(weegboek::book::KnownAt::Position(moment)),
        valid_on: None,
    };
    let then = scene.book.story("D-1", then).unwrap();
    assert_eq!(
        json!(then.steps.len()),
        json!(before[0].as_array().unwrap().len())
    );
    scene.records(&answer);
}

#[test]
fn only_who_was_asked_rates_once_and_by_the_instrument() {
    let scene = scene();
    let good = rating("AU-1");
    for (rule, field, change) in [
        (Rule::R20, "actor", ("actor", json!("AU-9"))),
        (Rule::Form, "round", ("round", json!("geen ronde"))),
        (Rule::Form, "computed", ("computed", json!("1"))),
        (Rule::Form, "override_reason", ("given", json!("1"))),
        (
            Rule::Form,
            "criteria.0.criterion",
            (
                "criteria",
                json!([{ "criterion": "c99", "score": "niet_te_zien" }]),
            ),
        ),
    ] {
        scene.refuses_changed(&good, rule, field, |line| set(line, change.0, change.1));
    }
    let receipt = scene.records(&good);
    let stored = scene
        .book
        .store()
        .event(receipt.id, weegboek::store::Opening::Words)
        .unwrap()
        .unwrap();
    let form = stored.event.write();
    assert_eq!(
        (&form["computed"], &form["blind"]),
        (&json!("3"), &json!(true))
    );
    let again = scene.book.record(&good, &Recording::default()).unwrap();
    assert!(again.was_there, "the same form is the same event");
    let twice = renamed(&good, "D-1/oordeel/nog-eens");
    scene.refuses(&twice, &[(Rule::R20, "round")]);
    scene.refuses(&opening(), &[(Rule::Form, "round")]);
    let mut repair = renamed(&line("corrected"), "D-1/herstel");
    set(&mut repair, "target", "D-1/oordeel/AU-1");
    set(&mut repair, "actor", "AU-1");
    set(&mut repair, "field", "blind");
    scene.refuses(&repair, &[(Rule::R18, "field")]);
    scene.records(&rating("AU-2"));
    scene.refuses_changed(&opening(), Rule::R27, "actor", |line| {
        set(line, "actor", "AU-1");
        set(line, "role", "AU");
    });
    scene.records(&opening());
    scene.refuses(
        &renamed(&opening(), "D-1/opening-2"),
        &[(Rule::Form, "round")],
    );
    scene.refuses(&of_round("view", "kijk"), &[(Rule::Form, "round")]);
}

#[test]
fn who_took_a_decision_rates_nothing_in_that_case() {
    let scene = Scene::after("handover");
    let mut plan = plan("audit");
    set(&mut plan, "raters", json!(["TB-03", "AU-2"]));
    scene.records(&plan);
    let mut draw = draw();
    set(&mut draw, "cases.0.rater", "TB-03");
    scene.records(&draw);
    scene.refuses(&rating("TB-03"), &[(Rule::R20, "actor")]);
    scene.refuses(
        &renamed(&draw, "D-1/trekking-2"),
        &[(Rule::Form, "cases.0.case")],
    );
}

#[test]
fn a_plan_is_whole_and_its_name_is_used_once() {
    let scene = Scene::after("handover");
    let good = plan("audit");
    for (field, change) in [
        ("theme", ("theme", json!("client_centraal"))),
        ("raters", ("raters", json!(["AU-1", "AU-1"]))),
        ("instrument", ("instrument", json!("bestaat niet"))),
        ("repeats", ("repeats", json!("eerder"))),
        ("read_until", ("read_until", json!("2020-01-01"))),
    ] {
        let mut changed = good.clone();
        set(&mut changed, change.0, change.1);
        if field == "raters" {
            unset(&mut changed, "double_percent");
        }
        scene.refuses(&changed, &[(Rule::Form, field)]);
    }
    scene.refuses_changed(&good, Rule::Form, "raters", |line| {
        set(line, "raters", json!(["AU-1"]));
    });
    scene.records(&good);
    scene.refuses(&renamed(&good, "D-1/ronde-2"), &[(Rule::Form, "round")]);
    let mut closed = of_round("closed_round", "dicht");
    scene.records(&closed);
    closed = renamed(&closed, "D-1/dicht-2");
    scene.refuses(&closed, &[(Rule::Form, "round")]);
    scene.refuses(&draw(), &[(Rule::Form, "round")]);
}

#[test]
fn an_action_is_checked_by_somebody_else_while_it_is_open() {
    let scene = Scene::after("agreed");
    let good = line("checked");
    scene.refuses_changed(&line("agreed"), Rule::R20, "checker", |line| {
        *line = renamed(line, "D-1/agreed-2");
        set(line, "checker", "TB-04");
    });
    scene.refuses_changed(&good, Rule::R20, "actor", |line| {
        set(line, "actor", "TB-04");
        set(line, "role", "TB");
    });
    scene.refuses_changed(&good, Rule::R21, "action", |line| {
        set(line, "action", "D-1/finding");
    });
    scene.records(&good);
    let mut done = renamed(&good, "D-1/checked-2");
    set(&mut done, "outcome", "gedaan");
    scene.records(&done);
    scene.refuses(&renamed(&done, "D-1/checked-3"), &[(Rule::R21, "action")]);
}

#[test]
fn an_answer_is_locked_once_and_before_learning() {
    let scene = Scene::after("locked");
    let good = line("locked");
    scene.refuses(&renamed(&good, "D-1/locked-2"), &[(Rule::Form, "stop")]);
    let mut other = renamed(&good, "D-1/locked-3");
    set(&mut other, "actor", "LE-2");
    for wrong in [
        json!([{ "option": 99 }]),
        json!([{}]),
        json!([{ "option": 1 }, { "option": 1 }]),
    ] {
        let place = if wrong.as_array().unwrap().len() == 2 {
            1
        } else {
            0
        };
        let mut changed = other.clone();
        set(&mut changed, "ranking", wrong);
        scene.refuses(
            &changed,
            &[(Rule::Form, &format!("ranking.{place}.option"))],
        );
    }
    let mut replay = renamed(&line("replay"), "D-1/replay-2");
    set(&mut replay, "stop", "D-1/decision");
    set(&mut replay, "round", "toets najaar");
    set(&mut replay, "answer", "D-1/locked");
    let mut another = replay.clone();
    set(&mut another, "learner", "LE-2");
    scene.refuses(&another, &[(Rule::Form, "answer")]);
    scene.records(&replay);
    let mut late = renamed(&good, "D-1/locked-4");
    unset(&mut late, "round");
    scene.refuses(&late, &[(Rule::Form, "stop")]);
}

/// A view on the round as a whole stands with the organisation: written once for each subject and
/// person, before the opening, by nobody read until then; and opened by the moderator alone.
#[test]
fn a_view_on_the_whole_round_is_private_until_the_round_is_opened() {
    let scene = scene();
    let whole = |mut line: Line| {
        line.dossier = None;
        line
    };
    let view = whole(of_round("view", "kijk-1"));
    scene.records(&view);
    scene.refuses(&renamed(&view, "D-1/kijk-2"), &[(Rule::Form, "about")]);
    let mut other = renamed(&view, "D-1/kijk-3");
    set(&mut other, "about", "besluit-op-tijd");
    scene.records(&other);
    let mut unknown = renamed(&view, "D-1/kijk-4");
    set(&mut unknown, "round", "geen ronde");
    scene.refuses(&unknown, &[(Rule::Form, "round")]);
    // The opening of one case opens nothing of the whole, nor the other way round.
    scene.records(&rating("AU-1"));
    scene.records(&rating("AU-2"));
    scene.records(&opening());
    let own = |actor: &str| {
        let found = scene.book.own_private(None, "Proefstad", actor);
        found.unwrap().len()
    };
    assert_eq!((own("AU-1"), own("TM-01")), (2, 0));
    assert!(!exported(&scene.book, None).contains("view_written"));
    let judged = whole(of_round("judgement", "oordeel-geheel"));
    scene.refuses(&judged, &[(Rule::Form, "round")]);
    let opened = whole(renamed(&opening(), "D-1/opening/geheel"));
    scene.refuses_changed(&opened, Rule::R27, "actor", |line| {
        set(line, "actor", "TM-09");
    });
    scene.records(&opened);
    assert_eq!(own("AU-1"), 0);
    scene.refuses(
        &renamed(&opened, "D-1/opening/nog-eens"),
        &[(Rule::Form, "round")],
    );
    let mut late = renamed(&view, "D-1/kijk-5");
    set(&mut late, "actor", "AU-2");
    scene.refuses(&late, &[(Rule::Form, "round")]);
    scene.records(&judged);
    let lines = exported(&scene.book, None);
    let views = lines.lines().filter(|line| line.contains("view_written"));
    assert_eq!(views.count(), 2);
    // What is closed takes nothing more.
    scene.records(&of_round("closed_round", "dicht"));
    let again = whole(of_round("judgement", "oordeel-laat"));
    scene.refuses(&again, &[(Rule::Form, "round")]);
}
