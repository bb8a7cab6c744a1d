//! Rows that may be shown, worked out by hand.

use super::*;
use crate::practice::answer::{Contribution, Measure, gather};
use crate::practice::disclosure::Remembered;

fn measure(kind: Kind) -> Measure {
    Measure {
        name: kind.word().to_owned(),
        kind,
        title_nl: String::new(),
        title_en: String::new(),
    }
}

/// Clients from `first` on in a team: so many of them in the numerator.
fn team(name: &str, first: i64, count: i64, with: i64) -> Vec<Contribution> {
    (0..count)
        .map(|place| Contribution {
            measure: 0,
            groups: vec![Some(Arc::from(name))],
            client: Some(first + place),
            person: None,
            numerator: if place < with { 1.0 } else { 0.0 },
            denominator: 1.0,
            value: None,
            missing: false,
        })
        .collect()
}

fn ask(rows: &[Contribution], by: &[usize], norm: u32, memory: &mut Memory) -> Controlled {
    ask_as(7, rows, by, norm, memory)
}

fn ask_as(
    statistic: u64,
    rows: &[Contribution],
    by: &[usize],
    norm: u32,
    memory: &mut Memory,
) -> Controlled {
    let gathered = gather(&[measure(Kind::Ratio)], by, rows);
    control(
        &gathered,
        &[statistic],
        &Rules::of(norm),
        memory,
        &Arc::from("this"),
    )
}

fn remember(memory: &mut Memory, given: &Controlled, label: &str) {
    let answer = Remembered {
        series: 1,
        label: Arc::from(label),
        given_at: 0,
        known_at: 0,
        on_day: 0,
    };
    memory.add(answer, given.kept.clone());
}

fn same(found: Option<f64>, wanted: f64) {
    assert!(
        found.is_some_and(|found| (found - wanted).abs() < 1e-12),
        "{found:?} is not {wanted}"
    );
}

/// 47 clients of whom 22: rounded 45 and 20, a share of 20/45.
#[test]
fn counts_are_rounded_and_shares_are_of_the_rounded() {
    let given = ask(&team("a", 0, 47, 22), &[], 10, &mut Memory::default());
    let row = &given.measures[0][0];
    same(row.n, 45.0);
    same(row.numerator, 20.0);
    same(row.ratio, 20.0 / 45.0);
    assert_eq!((row.clients, row.clients_at_least), (None, 10));
}

#[test]
fn with_norm_one_everything_is_told_exactly_and_nothing_remembered() {
    let given = ask(&team("a", 0, 3, 1), &[0], 1, &mut Memory::default());
    let row = &given.measures[0][0];
    same(row.ratio, 1.0 / 3.0);
    assert_eq!(row.clients, Some(3));
    assert_eq!(given.kept, []);
}

/// 20 clients of whom 10 at norm 10: counts are told, the share is not (fewer than 25).
#[test]
fn a_small_denominator_gives_no_share() {
    let given = ask(&team("a", 0, 20, 10), &[], 10, &mut Memory::default());
    let row = &given.measures[0][0];
    same(row.n, 20.0);
    assert_eq!(
        (row.ratio, row.partly.clone()),
        (None, vec![Reason::FewUnits])
    );
}

/// Teams of 40, 30 and 4: the 4 are held back, and the 30 with them, or the total would tell.
#[test]
fn a_small_team_takes_another_with_it() {
    let mut rows = team("a", 0, 40, 20);
    rows.extend(team("b", 100, 30, 15));
    rows.extend(team("c", 200, 4, 2));
    let given = ask(&rows, &[0], 10, &mut Memory::default());
    let hidden: Vec<_> = given.measures[0]
        .iter()
        .map(|row| row.hidden.clone())
        .collect();
    assert_eq!(
        hidden,
        [None, Some(Reason::Complement), Some(Reason::Small), None]
    );
    assert!(given.measures[0][3].total);
    assert!(!given.because_of_earlier);
}

/// Team a: nobody of 40 in the numerator, which is held back; with 15 of 30 beside it the total's
/// 35 would give the others away, so another numerator goes too.
#[test]
fn a_numerator_of_nobody_takes_another_with_it() {
    let mut rows = team("a", 0, 40, 0);
    rows.extend(team("b", 100, 30, 15));
    rows.extend(team("c", 200, 40, 20));
    let given = ask(&rows, &[0], 10, &mut Memory::default());
    let rows = &given.measures[0];
    assert_eq!(rows[0].partly, [Reason::Class]);
    assert_eq!(rows[1].partly, [Reason::Complement]);
    same(rows[0].n, 40.0);
    same(rows[2].numerator, 20.0);
    same(rows[3].numerator, 35.0);
}

#[test]
fn the_same_question_again_gets_the_same_answer() {
    let mut memory = Memory::default();
    let mut rows = team("a", 0, 40, 20);
    rows.extend(team("b", 100, 33, 15));
    rows.extend(team("c", 200, 4, 2));
    let first = ask(&rows, &[0], 10, &mut memory);
    remember(&mut memory, &first, "first");
    let again = ask(&rows, &[0], 10, &mut memory);
    assert_eq!(first.measures, again.measures);
    let cells = memory.cells.len();
    remember(&mut memory, &again, "first");
    assert_eq!(memory.cells.len(), cells);
}

/// Two clients more than in the earlier answer: not told, and the earlier answer is named. Ten
/// more: told.
#[test]
fn a_group_that_grew_by_a_few_is_not_told_again() {
    let mut memory = Memory::default();
    let first = ask(&team("a", 0, 60, 30), &[], 10, &mut memory);
    remember(&mut memory, &first, "Q04 in March");
    let more = ask(&team("a", 0, 62, 30), &[], 10, &mut memory);
    let earlier = Arc::from("Q04 in March");
    assert_eq!(more.measures[0][0].hidden, Some(Reason::Near { earlier }));
    assert!(more.because_of_earlier);
    let many = ask(&team("a", 0, 80, 40), &[], 10, &mut memory);
    assert_eq!(many.measures[0][0].hidden, None);
}

/// The same numbers under another name are recognised by what the clients add.
#[test]
fn another_name_for_the_same_statistic_does_not_help() {
    let mut memory = Memory::default();
    let first = ask_as(7, &team("a", 0, 60, 30), &[], 10, &mut memory);
    remember(&mut memory, &first, "Q04");
    let copy = ask_as(8, &team("a", 1, 59, 29), &[], 10, &mut memory);
    let earlier = Arc::from("Q04");
    assert_eq!(copy.measures[0][0].hidden, Some(Reason::Near { earlier }));
}

/// Another statistic over nearly the same clients: the share is told, in steps of five percent,
/// and how many there are is not.
#[test]
fn another_statistic_over_nearly_the_same_clients_tells_its_share_only() {
    let mut memory = Memory::default();
    let first = ask_as(7, &team("a", 0, 60, 30), &[], 10, &mut memory);
    remember(&mut memory, &first, "Q04");
    // 58 of the 60 clients; others are in the numerator: the last 18.
    let mut rows = team("a", 0, 58, 0);
    rows.iter_mut().skip(40).for_each(|row| row.numerator = 1.0);
    let other = ask_as(8, &rows, &[], 10, &mut memory);
    let row = &other.measures[0][0];
    assert_eq!(row.hidden, None);
    assert_eq!(row.n, None);
    // 18 of 58 is 31 %.
    same(row.ratio, 0.3);
    assert_eq!(
        row.partly,
        [Reason::Near {
            earlier: Arc::from("Q04")
        }]
    );
}

/// A team may see groups of five; laid beside a policy answer, four clients would be told of.
#[test]
fn answers_under_both_norms_are_laid_beside_each_other() {
    let mut memory = Memory::default();
    let policy = ask(&team("a", 0, 60, 30), &[], 10, &mut memory);
    remember(&mut memory, &policy, "policy");
    // Five fewer, of whom five in the numerator and five not in it: fine at norm 5.
    let team_view = ask(&team("a", 5, 50, 25), &[], 5, &mut memory);
    assert_eq!(team_view.measures[0][0].hidden, None);
    remember(&mut memory, &team_view, "team");
    let policy = ask(&team("a", 2, 56, 26), &[], 10, &mut memory);
    assert!(policy.measures[0][0].hidden.is_some());
}

#[test]
fn a_number_in_thousandths_is_that_of_its_digits() {
    for number in [
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.0005,
        0.0015,
        0.0025,
        -0.0005,
        2.5,
        1.0 / 3.0,
        2_147_483.646,
        2_147_483.647,
        -2_147_483.648,
        1e12,
        -1e12,
        6.1,
    ] {
        let digits: i64 = format!("{:.0}", number * 1_000.0).parse().unwrap();
        assert_eq!(thousandths(number), digits, "{number}");
    }
    assert_eq!(thousandths(f64::NAN), i64::MAX);
}
