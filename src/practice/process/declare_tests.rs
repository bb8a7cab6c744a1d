//! Every template on traces written out by hand: satisfied, violated, vacuous, window, actor.

use super::{Checked, Rule, check};
use crate::practice::process::log::by_hand::log;

fn checked(rule: &str, text: &str) -> Checked {
    check(&rule.parse::<Rule>().unwrap(), &log(text))
}

/// Cases satisfied, violated, vacuous.
fn cases(rule: &str, text: &str) -> (u64, u64, u64) {
    let found = checked(rule, text);
    assert_eq!((found.cases.pending, found.cases.unknown), (0, 0), "{rule}");
    assert_eq!(found.violating.len() as u64, found.cases.violated);
    (found.cases.satisfied, found.cases.violated, found.vacuous)
}

#[test]
fn rules_about_one_activity_ask_something_of_every_case() {
    let text = "a b ; b a ; b ; a a a";
    assert_eq!(cases("init(a)", text), (2, 2, 0));
    assert_eq!(cases("end(a)", text), (2, 2, 0));
    assert_eq!(cases("existence(a)", text), (3, 1, 0));
    assert_eq!(cases("existence(2, a)", text), (1, 3, 0));
    // Fewer than so many: never, and at most once.
    assert_eq!(cases("absence(a)", text), (1, 3, 0));
    assert_eq!(cases("absence(2, a)", text), (3, 1, 0));
    assert_eq!(cases("exactly(1, a)", text), (2, 2, 0));
}

#[test]
fn choices_ask_for_one_or_for_one_only() {
    let text = "a ; b ; a b ; c";
    assert_eq!(cases("choice(a, b)", text), (3, 1, 0));
    assert_eq!(cases("exclusive-choice(a, b)", text), (2, 2, 0));
}

#[test]
fn rules_without_an_order_look_both_ways() {
    let text = "a b ; b a ; a ; b ; c";
    assert_eq!(cases("responded-existence(a, b)", text), (2, 1, 2));
    assert_eq!(cases("coexistence(a, b)", text), (2, 2, 1));
    assert_eq!(cases("not-coexistence(a, b)", text), (2, 2, 1));
}

#[test]
fn response_asks_for_each_a_a_later_b() {
    // a-a-b: one b answers both; a-b-a: the second a is unanswered; b-a; c asks nothing.
    let text = "a a b ; a b a ; b a ; c ; a x b";
    assert_eq!(cases("response(a, b)", text), (2, 2, 1));
    assert_eq!(cases("alternate-response(a, b)", text), (1, 3, 1));
    assert_eq!(cases("chain-response(a, b)", text), (0, 4, 1));
    let found = checked("response(a, b)", text);
    // Activations 2 + 2 + 1 + 1, of which 2 + 1 + 0 + 1 are answered.
    assert_eq!(
        (found.activations.total(), found.activations.satisfied),
        (6, 4)
    );
    assert_eq!(found.violating, [1, 2]);
    assert_eq!(cases("chain-response(a, b)", "a b a b"), (1, 0, 0));
}

#[test]
fn precedence_asks_for_each_b_an_earlier_a() {
    let text = "a b b ; b a ; a b ; c ; a x b";
    assert_eq!(cases("precedence(a, b)", text), (3, 1, 1));
    // The second b has no a of its own.
    assert_eq!(cases("alternate-precedence(a, b)", text), (2, 2, 1));
    assert_eq!(cases("chain-precedence(a, b)", text), (1, 3, 1));
}

#[test]
fn succession_is_response_and_precedence() {
    let text = "a b ; a ; b ; a a b ; a b a b ; c ; a x b";
    assert_eq!(cases("succession(a, b)", text), (4, 2, 1));
    assert_eq!(cases("alternate-succession(a, b)", text), (3, 3, 1));
    assert_eq!(cases("chain-succession(a, b)", text), (2, 4, 1));
    // One activation for a, one for b.
    assert_eq!(checked("succession(a, b)", "a b").activations.total(), 2);
}

#[test]
fn what_must_not_follow() {
    let text = "a b ; b a ; a x b ; b";
    assert_eq!(cases("not-succession(a, b)", text), (1, 2, 1));
    assert_eq!(cases("not-chain-succession(a, b)", text), (2, 1, 1));
}

#[test]
fn one_activity_can_be_both() {
    // Each a is followed by another, but for the last.
    let found = checked("response(a, a)", "a a a");
    assert_eq!(
        (found.activations.satisfied, found.activations.violated),
        (2, 1)
    );
    assert_eq!(cases("alternate-response(a, a | b)", "a a b"), (1, 0, 0));
}

#[test]
fn a_window_ends_with_its_last_day() {
    let text = "a@0 b@14 ; a@0 b@14.5 ; a@0 b@40 b@41";
    assert_eq!(cases("response(a, b) within 14 days", text), (1, 2, 0));
    assert_eq!(
        cases("precedence(a, b) within 14 days", "a@0 b@14 ; a@0 b@15"),
        (1, 1, 0)
    );
    assert_eq!(
        cases("not-succession(a, b) within 14 days", text),
        (2, 1, 0)
    );
    // An earlier a outside the window and a later one within it: the nearest counts.
    assert_eq!(
        cases("precedence(a, b) within 2 days", "a@0 a@9 b@10"),
        (1, 0, 0)
    );
    assert_eq!(
        cases("coexistence(a, b) within 1 days", "b@0 a@1"),
        (1, 0, 0)
    );
}

#[test]
fn the_actor_can_be_asked_to_be_the_same_or_another() {
    let text = "a@0//p b@1//p ; a@0//p b@1//q ; a@0//p b@1//p b@2//q";
    assert_eq!(cases("response(a, b) other-actor", text), (2, 1, 0));
    assert_eq!(cases("response(a, b) same-actor", text), (2, 1, 0));
    assert_eq!(cases("precedence(a, b) other-actor", text), (1, 2, 0));
    assert_eq!(cases("chain-response(a, b) other-actor", text), (1, 2, 0));
}

#[test]
fn what_is_not_known_is_not_judged() {
    let found = checked(
        "response(a, b) within 14 days",
        "a@0 b@? ; a@? b@3 ; a@0 b@? b@2",
    );
    assert_eq!((found.cases.unknown, found.cases.satisfied), (2, 1));
    let found = checked("response(a, b) other-actor", "a//p b");
    assert_eq!(found.cases.unknown, 1);
    // Without an event to look at there is nothing unknown about it.
    let found = checked("response(a, b) within 14 days", "a@? c@3");
    assert_eq!(found.cases.violated, 1);
}

#[test]
fn an_open_case_may_still_do_it() {
    // Known up to day 20. Open since day 0 and since day 10; the window of 14 days closes on day
    // 14 and on day 24.
    let text = "c@20 ; a@0 … ; a@10 … ; a@10";
    let found = checked("response(a, b) within 14 days", text);
    let cases = found.cases;
    assert_eq!((cases.violated, cases.pending, found.vacuous), (2, 1, 1));
    let found = checked("response(a, b)", text);
    assert_eq!((found.cases.violated, found.cases.pending), (1, 2));
    let found = checked("existence(b)", text);
    assert_eq!((found.cases.violated, found.cases.pending), (2, 2));
    // What was done in the wrong order stays wrong, and a neighbour cannot come in between later.
    assert_eq!(checked("precedence(a, b)", "b …").cases.violated, 1);
    assert_eq!(checked("chain-response(a, b)", "a c …").cases.violated, 1);
    assert_eq!(
        checked("alternate-response(a, b)", "a a …").cases.violated,
        1
    );
    assert_eq!(checked("absence(2, a)", "a a …").cases.violated, 1);
}

#[test]
fn a_name_also_means_its_kinds_and_names_that_do_not_occur_are_told() {
    let found = checked("precedence(a, d)", "a d(x) ; d(y) ; dd");
    assert_eq!(
        (found.cases.satisfied, found.cases.violated, found.vacuous),
        (1, 1, 1)
    );
    let found = checked("precedence(a, d(x))", "a d(x) ; d(y)");
    assert_eq!((found.cases.satisfied, found.vacuous), (1, 1));
    assert_eq!(checked("response(a, q)", "a").absent, ["q"]);
}
