//! Somebody asks the same book through three faces in turn, and lays the answers beside each
//! other. Who is in which team is known; what is counted of the team of four is not.
//!
//! By hand: all are 79, the teams 40, 35 and 4. Whoever is told of all, of the 40 and of the 35,
//! by whatever command, has 79 − 40 − 35 = 4. So of the three counts at most two may be told,
//! whatever the order; with the memory thrown away in between all three are.

use serde_json::Value;

use super::cli_support::Place;

/// One of the three counts, through one face; whether it was told.
type Count = fn(&Place) -> bool;

fn json(place: &Place, args: &[&str]) -> Value {
    place.run(&[args, &["--json"]].concat()).json()
}

fn asked(place: &Place, more: &[&str]) -> bool {
    let args = ["ask", "run", "Q07", "--period", "2025", "--by", ""];
    let answer = json(place, &[&args, more].concat());
    let rows = answer["measures"][0]["rows"].as_array().unwrap();
    rows.iter().any(|row| row["n"].is_number())
}

fn analysed(place: &Place, more: &[&str]) -> bool {
    let answer = json(place, &[&["process", "stats"], more].concat());
    let told = answer["cases"].is_number();
    let activities = answer["tables"]["activities"]["rows"].as_array().unwrap();
    // Nothing is told of cases whose number is not.
    assert!(told || activities.is_empty(), "{answer}");
    told
}

fn lasted(place: &Place, more: &[&str]) -> bool {
    let answer = json(place, &[&["change", "duration"], more].concat());
    let row = &answer["rows"][0];
    assert!(
        row["n"].is_number() != row["suppressed"].is_string(),
        "{answer}"
    );
    row["n"].is_number()
}

const NORTH: [&str; 2] = ["--team", "=Noord"];
const EAST: [&str; 2] = ["--team", "Oost"];

/// Every order of the faces over the three counts, once.
const ATTACKS: [[Count; 3]; 3] = [
    [
        |place| asked(place, &[]),
        |place| analysed(place, &NORTH),
        |place| lasted(place, &EAST),
    ],
    [
        |place| lasted(place, &[]),
        |place| asked(place, &NORTH),
        |place| analysed(place, &EAST),
    ],
    [
        |place| analysed(place, &EAST),
        |place| lasted(place, &NORTH),
        |place| asked(place, &[]),
    ],
];

#[test]
fn three_faces_together_do_not_tell_of_the_smallest_team() {
    let place = super::ask::place();
    let memory = place.book().join("views/answers");
    for (number, attack) in ATTACKS.iter().enumerate() {
        let _ = std::fs::remove_file(&memory);
        let told = attack.map(|count| count(&place));
        assert_eq!(told, [true, true, false], "attack {number}");
        // Asking again, in another order, does not help.
        let again = [attack[2](&place), attack[0](&place), attack[1](&place)];
        assert_eq!(again, [false, true, true], "attack {number}");
    }
}

/// The attack is a real one: without the memory every count is told.
#[test]
fn without_the_memory_three_faces_tell_of_the_smallest_team() {
    let place = super::ask::place();
    let memory = place.book().join("views/answers");
    for attack in ATTACKS {
        let told = attack.map(|count| {
            let _ = std::fs::remove_file(&memory);
            count(&place)
        });
        assert_eq!(told, [true; 3]);
    }
}
