//! Errors as somebody who reads Dutch meets them: English detail of a parser is introduced as such,
//! every line fits the screen, and a word on the command line that does not fit is answered.

use crate::cli_support::Place;

const INTRODUCED: &str = "Technische melding, in het Engels:";

#[test]
fn english_detail_is_introduced() {
    let folder = Place::demo();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let bad = file("bad.txt", "<log><event><<");
    let who = ["--actor", "OZ-01", "--role", "OZ", "--purpose", "Nagaan"];
    for args in [
        vec!["import", "xes", &bad],
        vec!["import", "ocel", &bad, "--object-type", "order"],
        vec!["import", "dossiers", &bad],
        [&["sql"][..], &who, &["selec x"]].concat(),
    ] {
        let ran = folder.run(&args);
        assert_ne!(ran.code, 0, "{args:?}");
        let said = format!("{}{}", ran.out, ran.err).replace('\n', " ");
        assert!(said.contains(INTRODUCED), "{args:?}: {said}");
    }
}

#[test]
fn a_note_beside_an_answer_fits_the_screen() {
    let folder = Place::demo();
    let who = ["--actor", "OZ-01", "--role", "OZ", "--purpose", "Nagaan"];
    let ran = folder.run(&[&["sql"][..], &who, &["select 1 as een"]].concat());
    assert!(ran.err.contains("losse gegevens"), "{}", ran.err);
    let widest = ran.err.lines().map(|line| line.chars().count()).max();
    assert!(widest <= Some(100), "{}", ran.err);
}

#[test]
fn what_is_not_there_and_what_does_not_fit_is_said() {
    let folder = Place::demo();
    let ran = folder.run(&["log", "read", "--stream", "nobody"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(ran.err.contains("niets dat daarbij past"), "{}", ran.err);
    let ran = folder.run(&["log", "read", "--limit", "nul"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("Geef een getal dat hier kan."),
        "{}",
        ran.err
    );
}
