//! A blind rating is read by nobody but its writer until the moderator opens it, nothing ranks or
//! scores a person, and both hold when many do things at once (R20, R21, R24).

use std::process::{Command, Stdio};
use std::sync::Barrier;
use std::thread;

use serde_json::{Value, json};
use weegboek::book::demo::CASES;
use weegboek::book::{Access, AsKnown, Book, Error, Receipt, Recording};
use weegboek::domain::{Event, Rule};
use weegboek::exchange::Line;

use crate::audit_support::{Audited, ON, RATERS};

/// Everything that the commands of a round show, to everybody but one person.
fn shown(audited: &Audited, case: &str, but: &str) -> String {
    let others = RATERS
        .into_iter()
        .chain(["TM-10", "TB-09"])
        .filter(|who| *who != but);
    let mut all = String::new();
    for who in others {
        for format in [&[][..], &["--json"]] {
            let list = ["list", "--as", who, "--on", ON];
            all.push_str(&audited.audit(&[&list[..], format].concat()).ok());
            let read = ["case", "toets", case, "--as", who];
            all.push_str(&audited.audit(&[&read[..], format].concat()).ok());
        }
    }
    for report in ["--full", "--management", "--json"] {
        all.push_str(&audited.audit(&["report", "toets", "--on", ON, report]).ok());
    }
    let agreement = audited.audit(&["agreement", "toets"]);
    all.push_str(&agreement.out);
    all.push_str(&agreement.err);
    for format in [&[][..], &["--json"]] {
        all.push_str(&audited.audit(&[&["burden"][..], format].concat()).ok());
    }
    all
}

#[test]
fn a_blind_rating_changes_nothing_that_anybody_else_sees() {
    let audited = Audited::drawn();
    let case = "ZAAK-009";
    let readers = audited.readers(case);
    let [one, other] = readers[..] else {
        panic!("{readers:?}");
    };
    let before = shown(&audited, case, one);
    audited
        .rate(
            one,
            case,
            &["--score", "c1=1: geheim oordeel", "--minutes", "17"],
        )
        .ok();
    let finding = [
        "finding", "toets", case, "4", "--as", one, "--role", "AU", "--on", ON,
    ];
    let said = [
        "--kind",
        "tekort",
        "--principle",
        "P2",
        "--text",
        "Een geheime bevinding.",
    ];
    audited.audit(&[&finding[..], &said].concat()).ok();
    assert_eq!(shown(&audited, case, one), before);
    // The writer sees it.
    let own = audited.audit(&["case", "toets", case, "--as", one]).ok();
    assert!(own.contains("geheim oordeel"), "{own}");
    // Not everybody rated, so it stays closed, and nobody but the moderator opens.
    let open = |who: &str, case: &str| {
        audited.audit(&[
            "open", "toets", case, "--as", who, "--role", "TM", "--on", ON, "--json",
        ])
    };
    open("TM-10", case).error(2);
    audited.rate(other, case, &["--score", "c1=4"]).ok();
    open("TM-03", case).error(3);
    let seen = audited.audit(&["case", "toets", case, "--as", other]).ok();
    assert!(!seen.contains("geheim"), "{seen}");
    open("TM-10", case).ok();
    let seen = audited
        .audit(&["case", "toets", case, "--as", other, "--json"])
        .json();
    assert_eq!(seen["ratings"].as_array().unwrap().len(), 2);
    assert!(
        !seen.to_string().contains(one),
        "whose it is stays untold: {seen}"
    );
    let agreement = audited.audit(&["agreement", "toets"]);
    assert_eq!(agreement.code, 3, "{}", agreement.err);
    assert!(agreement.out.contains("geheim oordeel") && agreement.err.contains("10"));
}

#[test]
fn figures_need_ten_cases_and_no_face_tells_of_one_person() {
    let audited = Audited::drawn();
    audited.finished();
    let found = audited.audit(&["agreement", "toets", "--json"]).json();
    assert_eq!(found["double"], 10);
    let figures = found["figures"].as_array().unwrap();
    let of = |code: &str| figures.iter().find(|one| one["subject"] == code).unwrap();
    assert_eq!(of("c1")["items"], 10);
    assert!(of("steps")["percent"].as_f64().unwrap() > 0.99);
    assert!(of("c1")["ac1"]["value"].is_number());
    // Everybody gave c8 a four: there is no kappa, and it says why.
    assert!(of("c8")["kappa"]["value"].is_null() && of("c8")["kappa"]["why_none"].is_string());
    for args in [
        &["agreement", "toets", "--per", "rater"][..],
        &["agreement", "toets", "--per", "AU-01"],
        &["report", "toets", "--by", "klantmanager"],
        &["report", "toets", "--management", "--by", "beoordelaar"],
        &["burden", "--by", "actor"],
        &["burden", "--by", "medewerker"],
    ] {
        let ran = audited.audit(&[args, &["--json"]].concat());
        let code = if args.contains(&"AU-01") { 2 } else { 3 };
        let error = ran.error(code);
        assert!(ran.out.is_empty() && !error["next"].as_str().unwrap().is_empty());
    }
    for args in [
        &["agreement", "toets"][..],
        &["agreement", "toets", "--json"],
        &["report", "toets", "--full"],
        &["report", "toets", "--full", "--json"],
        &["report", "toets", "--management"],
        &["burden"],
        &["burden", "--json"],
        &["draw", "toets", "--again"],
    ] {
        let told = audited.audit(args).ok();
        assert!(
            RATERS.iter().all(|who| !told.contains(who)),
            "{args:?}: {told}"
        );
    }
    // A list is the asker's own.
    let list = audited.audit(&["list", "--as", "AU-01", "--json"]).json();
    assert!(!list.to_string().contains("AU-02"), "{list}");
    assert_eq!(audited.audit(&["list"]).code, 2, "whose list must be said");
}

fn line(event: &str, case: &str, actor: &str, role: &str, data: &Value) -> Line {
    let line = json!({ "event": event, "dossier": case, "occurred_on": ON, "actor": actor,
        "role": role, "data": data });
    Line::parse(&line.to_string()).unwrap()
}

fn rating(case: &str, who: &str) -> Line {
    let data = json!({ "round": "toets", "reviewers": [who], "steps": [
        { "step": "#2", "verdict": "ja", "reason": "Past." }], "criteria": [] });
    line("review_held", case, who, "AU", &data)
}

/// Records all lines at the same moment.
fn at_once(book: &Book, lines: &[Line]) -> Vec<Result<Receipt, Error>> {
    let barrier = Barrier::new(lines.len());
    thread::scope(|scope| {
        let running: Vec<_> = lines
            .iter()
            .map(|line| {
                let barrier = &barrier;
                scope.spawn(move || {
                    barrier.wait();
                    book.record(line, &Recording::default())
                })
            })
            .collect();
        running.into_iter().map(|one| one.join().unwrap()).collect()
    })
}

fn refused_by(outcome: &Result<Receipt, Error>, rule: Rule) -> bool {
    matches!(outcome, Err(Error::Refused(refusals)) if refusals.iter().all(|one| one.rule == rule))
}

#[test]
fn rating_answering_and_opening_at_once_keep_the_rules() {
    let audited = Audited::drawn();
    let cases: Vec<String> = audited.to_rate("AU-01");
    let readers: Vec<(String, Vec<&str>)> = cases
        .iter()
        .map(|case| (case.clone(), audited.readers(case)))
        .collect();
    let book = Book::open(&audited.place.book(), Access::Write).unwrap();
    for (case, who) in &readers {
        // Both readers, each of them three times, and the moderator who opens meanwhile.
        let mut lines: Vec<Line> = Vec::new();
        for _ in 0..3 {
            lines.extend(who.iter().map(|who| rating(case, who)));
            lines.push(line(
                "round_opened",
                case,
                "TM-10",
                "TM",
                &json!({ "round": "toets" }),
            ));
        }
        let outcomes = at_once(&book, &lines);
        for (turn, who) in who.iter().enumerate() {
            let own: Vec<_> = outcomes.iter().skip(turn).step_by(3).collect();
            let kept = own.iter().filter(|one| one.is_ok()).count();
            assert_eq!(kept, 1, "{case} {who}: one first rating each");
            assert!(
                own.iter()
                    .all(|one| one.is_ok() || refused_by(one, Rule::R20)),
                "{own:?}"
            );
        }
        let opened = outcomes
            .iter()
            .skip(2)
            .step_by(3)
            .filter_map(|one| one.as_ref().ok());
        let opened: Vec<_> = opened.collect();
        assert!(opened.len() <= 1);
        let ratings = outcomes.iter().enumerate().filter(|(at, _)| at % 3 != 2);
        let last = ratings
            .filter_map(|(_, one)| Some(one.as_ref().ok()?.position))
            .max();
        assert!(
            opened.iter().all(|one| Some(one.position) > last),
            "opened before all rated"
        );
        if opened.is_empty() {
            // Nothing blind is in the story yet.
            let story = book.story(case, AsKnown::default()).unwrap();
            let seen = story.steps.iter().any(|step| {
                matches!(&step.recorded.event, Event::ReviewHeld(held) if held.blind == Some(true))
            });
            assert!(!seen, "{case}");
        }
    }
}

#[test]
fn two_answers_to_one_finding_and_the_taker_of_a_decision() {
    let audited = Audited::drawn();
    let book = Book::open(&audited.place.book(), Access::Write).unwrap();
    // A finding outside a round is open at once; the taker of the decision may not make it (R20).
    let finding = |who: &str| {
        let data = json!({ "event": "ZAAK-009/5", "principle": "P2", "kind": "vraag", "text": "Is er gebeld?" });
        line("finding_recorded", "ZAAK-009", who, "TM", &data)
    };
    let tried = at_once(
        &book,
        &[finding("TB-09"), finding("TM-11"), finding("TB-09")],
    );
    assert!(
        refused_by(&tried[0], Rule::R20) && refused_by(&tried[2], Rule::R20),
        "{tried:?}"
    );
    let id = tried[1].as_ref().unwrap().id.to_string();
    let answer = |reason: &str| {
        let data = json!({ "finding": id, "position": "eens", "reason": reason });
        line("finding_answered", "ZAAK-009", "TB-09", "TB", &data)
    };
    let answers: Vec<Line> = ["een", "twee", "drie", "vier"].map(answer).into();
    let tried = at_once(&book, &answers);
    assert_eq!(
        tried.iter().filter(|one| one.is_ok()).count(),
        1,
        "{tried:?}"
    );
    assert!(
        tried
            .iter()
            .all(|one| one.is_ok() || refused_by(one, Rule::R21)),
        "{tried:?}"
    );
    book.close().unwrap();
}

/// The same from processes of their own: one writes at a time, the others are told so.
#[test]
fn processes_answering_one_finding_at_once_leave_one_answer() {
    let audited = Audited::drawn();
    let finding = [
        "record",
        "finding_recorded",
        "--dossier",
        "ZAAK-009",
        "--event",
        "#4",
    ];
    let said = [
        "--actor",
        "TM-11",
        "--role",
        "TM",
        "--occurred_on",
        ON,
        "--principle",
        "P2",
    ];
    let kind = [
        "--kind",
        "vraag",
        "--text",
        "Is er gebeld?",
        "--json",
        "--book",
        "boek",
    ];
    let told = audited
        .place
        .run(&[&finding[..], &said, &kind].concat())
        .json();
    let step = told["step"].as_u64().unwrap().to_string();
    let program = assert_cmd::cargo::cargo_bin("weegboek");
    let start = |text: &str| {
        Command::new(&program)
            .current_dir(audited.place.path())
            .env_clear()
            .args([
                "--book", "boek", "audit", "answer", "ZAAK-009", &step, "--as", "TB-09",
            ])
            .args([
                "--role",
                "TB",
                "--on",
                ON,
                "--position",
                "eens",
                "--reason",
                text,
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    };
    let running: Vec<_> = ["een", "twee", "drie", "vier", "vijf"].map(start).into();
    let codes: Vec<i32> = running
        .into_iter()
        .map(|mut one| one.wait().unwrap().code().unwrap())
        .collect();
    assert_eq!(
        codes.iter().filter(|code| **code == 0).count(),
        1,
        "{codes:?}"
    );
    assert!(
        codes.iter().all(|code| [0, 3, 4].contains(code)),
        "{codes:?}"
    );
}

/// R24: whoever took a decision does not reconsider it, however often it is tried at once.
#[test]
fn the_taker_never_reconsiders() {
    let audited = Audited::drawn();
    let book = Book::open(&audited.place.book(), Access::Write).unwrap();
    let contest = json!({ "decision": "ZAAK-001/8", "by": "CL", "ground": "Ik wil het anders.", "formal": "nee" });
    let contest = line("decision_contested", "ZAAK-001", "CL-01", "CL", &contest);
    let Ok(contested) = book.record(&contest, &Recording::default()) else {
        panic!("{:?}", book.record(&contest, &Recording::default()));
    };
    // The reconsideration of another case, about this contest.
    let (_, text) = CASES[2];
    let model = text.lines().map(|line| Line::parse(line).unwrap());
    let mut model = model.filter(|line| line.event == "decision_reconsidered");
    let mut data = Value::Object(model.next().unwrap().data);
    data["contest"] = json!(contested.id.to_string());
    let stays = |who: &str| line("decision_reconsidered", "ZAAK-001", who, "TB", &data);
    let tried = at_once(&book, &[stays("TB-04"), stays("TB-04"), stays("TB-04")]);
    for one in &tried {
        let Err(Error::Refused(refusals)) = one else {
            panic!("{one:?}");
        };
        assert!(
            refusals.iter().any(|one| one.rule == Rule::R24),
            "{refusals:?}"
        );
    }
}

#[test]
fn guided_questions_rate_a_case_and_a_stopped_one_goes_on() {
    let audited = Audited::drawn();
    let case = "ZAAK-009";
    let who = audited.readers(case)[0];
    let args = [
        "--book", "boek", "audit", "rate", "toets", case, "--as", who, "--on", ON, "--guided",
    ];
    let shown = audited
        .audit(&["case", "toets", case, "--as", who, "--json"])
        .json();
    let steps = shown["steps"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["judged"] == true)
        .count();
    // Two steps, then stopped.
    let stopped = audited
        .place
        .run_with(&args, "ja\nPast.\nnee\nTe laat.\n!\n");
    assert_eq!(stopped.code, 0, "{}", stopped.err);
    assert!(audited.to_rate(who).contains(&case.to_owned()));
    let mut typed = "j\n".to_owned();
    typed.push_str(&"twijfel\nEr staat weinig.\n".repeat(steps - 2));
    typed.push_str(&"3\n\n".repeat(8));
    typed.push_str("niet_te_zien\n\n1\nGeen woord van de cliënt.\n");
    // Another rating without a reason is asked again.
    typed.push_str("2\n\nHet besluit zelf is niet uitgelegd.\nja\n");
    let ran = audited.place.run_with(&args, &typed);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("Uit de criteria volgt: 3"), "{}", ran.out);
    assert!(!audited.to_rate(who).contains(&case.to_owned()));
    let own = audited
        .audit(&["case", "toets", case, "--as", who, "--json"])
        .json();
    let rated = &own["ratings"][0];
    assert_eq!(
        (&rated["computed"], &rated["given"]),
        (&json!("3"), &json!("2"))
    );
    assert_eq!(rated["steps"][1]["verdict"], "nee");
    assert_eq!(rated["criteria"].as_array().unwrap().len(), 10);
}
