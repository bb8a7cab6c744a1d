//! What the command answers when a rule refuses: exit code 3, the rule, and nothing written.

use assert_cmd::Command;
use serde_json::{Value, json};
use weegboek::book::fields::Line;
use weegboek::book::{Access, Book};

use crate::support::{Scene, dossier, line, name_of, set, unset};

/// Imports the dossier up to a line through the command.
fn import(change: &dyn Fn(&mut Line), name: &str) -> (i32, String, u64) {
    let Scene { book, dir } = Scene::new();
    let path = dir.path().join("boek");
    book.close().unwrap();
    let mut lines: Vec<_> = dossier();
    lines.truncate(lines.iter().position(|it| name_of(it) == name).unwrap() + 1);
    change(lines.last_mut().unwrap());
    let text: Vec<_> = lines.iter().map(|it| it.to_value().to_string()).collect();
    let file = dir.path().join("lines.jsonl");
    std::fs::write(&file, text.join("\n")).unwrap();
    let output = Command::cargo_bin("weegboek")
        .unwrap()
        .env("LC_ALL", "nl_NL.UTF-8")
        .arg("--book")
        .arg(&path)
        .args(["import", "dossiers"])
        .arg(&file)
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    let book = Book::open(&path, Access::Read).unwrap();
    let head = book.store().head().unwrap().next.0;
    let code = output.status.code().unwrap();
    (code, String::from_utf8(said).unwrap(), head)
}

#[test]
fn a_refused_dossier_ends_with_exit_code_three_and_writes_nothing() {
    type Case = (&'static str, &'static str, &'static str, Option<Value>);
    let cases: [Case; 6] = [
        ("R01", "decision", "why", Some(json!("Te kort."))),
        ("R03", "decision", "overrides", None),
        ("R12", "perspective", "words", None),
        ("R25", "lead", "occurred_on", Some(json!("2999-01-01"))),
        ("R26", "voice", "words", Some(json!("Bel 06-12345678."))),
        ("R27", "goal", "role", Some(json!("AU"))),
    ];
    for (rule, name, field, value) in cases {
        let change = |line: &mut Line| match &value {
            Some(value) => set(line, field, value.clone()),
            None => unset(line, field),
        };
        let (code, said, head) = import(&change, name);
        assert_eq!(code, 3, "{rule}: {said}");
        assert!(said.contains(rule), "{rule}: {said}");
        assert_eq!(head, 9, "{rule}: something was written");
    }
}

#[test]
fn a_fault_of_the_form_ends_with_exit_code_two_and_a_good_file_with_zero() {
    let (code, said, head) = import(&|line| unset(line, "scope"), "lead");
    assert_eq!((code, head), (2, 9), "{said}");
    let (code, said, head) = import(&|_| (), "lead");
    assert_eq!((code, head), (0, 11), "{said}");
    assert_eq!(name_of(&line("lead")), "lead");
}
