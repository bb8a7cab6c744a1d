//! Signals over many dossiers after anything that may be recorded and put right, in whatever steps
//! it is taken in: the rows made anew, and what the dossiers say themselves.

use proptest::prelude::*;
use serde_json::{Value, json};
use weegboek::exchange::Line;

use crate::signals_rows::{World, corrected, made, why};
use crate::signals_support::day;
use crate::support::set;

/// Numbers that look random, the same for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % sides).unwrap()
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len() as u64)]
    }
}

/// One thing that may be recorded; what a rule refuses is refused.
fn something(dice: &mut Dice, at: usize, on: &str) -> Line {
    let dossier = format!("D{}", dice.below(8));
    let team = ("team", json!(dice.of(&["Noord", "Zuid"])));
    let minutes = ("minutes_spent", json!(dice.below(60)));
    let band = dice.of(&["tot_1_jaar", "langer_dan_5_jaar"]);
    let common = |more: Vec<(&'static str, Value)>| {
        let mut all = vec![team.clone(), minutes.clone()];
        all.extend(more);
        all
    };
    let (base, name, changes) = match dice.below(16) {
        0..=2 => (
            "opened",
            "opened".to_owned(),
            common(vec![("benefit_band", json!(band))]),
        ),
        3..=5 => {
            let kind = dice.of(&["traject", "maatwerk"]);
            let key = dice.of(&["plek", "reis"]);
            let text = dice.below(2);
            let more = vec![
                ("kind", json!(kind)),
                ("situation_key", json!(key)),
                ("why", why(text)),
            ];
            ("decision", "decision".to_owned(), common(more))
        }
        6 => ("contest", "contest".to_owned(), vec![]),
        7 => {
            let kind = dice.of(&["traject", "maatwerk"]);
            let more = vec![("kind", json!(kind)), ("why", why(dice.below(2)))];
            ("reconsidered", format!("anew{at}"), common(more))
        }
        8 => (
            "exception",
            format!("exception{}", dice.below(2)),
            vec![("norm", json!("vervoer"))],
        ),
        9 => {
            let one = format!("D{}/exception0", dice.below(8));
            let other = format!("D{}/exception1", dice.below(8));
            let mut bundle = made("bundled", &format!("O/{at}"), on, &[]);
            set(&mut bundle, "exceptions", json!([one, other]));
            return bundle;
        }
        10 => ("voice", format!("voice{at}"), common(vec![])),
        11 => {
            let signal = dice.of(&["same_justification", "like_case_decided_differently"]);
            (
                "signal",
                format!("said{at}"),
                vec![("signal", json!(signal))],
            )
        }
        12 => {
            let signal = dice.of(&["burden", "voice_missing", "forbidden_without_source"]);
            let mut answer = made(
                "signal",
                &format!("O/{at}"),
                on,
                &[("signal", json!(signal))],
            );
            answer.dossier = None;
            return answer;
        }
        13 => ("closed", "closed".to_owned(), common(vec![])),
        _ => {
            let (target, field, value) = match dice.below(8) {
                0 => (
                    "decision",
                    "situation_key",
                    json!(dice.of(&["plek", "reis"])),
                ),
                1 => ("decision", "kind", json!(dice.of(&["traject", "maatwerk"]))),
                2 => ("decision", "taken_on", json!("2025-01-20")),
                3 => ("decision", "why", why(dice.below(2))),
                4 => ("decision", "team", json!(dice.of(&["Noord", "Zuid"]))),
                5 => ("opened", "benefit_band", json!(band)),
                6 => ("opened", "team", json!(dice.of(&["Noord", "Zuid"]))),
                _ => ("opened", "minutes_spent", json!(dice.below(60))),
            };
            let target = format!("{dossier}/{target}");
            (
                "corrected",
                format!("corrected{at}"),
                corrected(&target, field, value),
            )
        }
    };
    made(base, &format!("{dossier}/{name}"), on, &changes)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, max_shrink_iters: 0, ..ProptestConfig::default() })]

    /// Whatever is recorded and put right, in whatever steps it is taken in.
    #[test]
    fn taken_further_is_made_anew_and_is_what_the_dossiers_say(seed in any::<u64>()) {
        let mut world = World::new();
        let mut dice = Dice(seed);
        let mut on = day("2025-01-13");
        let (mut done, mut days) = (0, Vec::new());
        for at in 0..200 {
            let today = on.to_string();
            done += usize::from(world.record(&something(&mut dice, at, &today), &today).is_ok());
            on = on.plus(i32::try_from(dice.below(2)).unwrap()).unwrap();
            if dice.below(20) == 0 {
                world.book.views().unwrap();
                days.push(today);
            }
        }
        prop_assert!(done > 40, "{}", done);
        let last = on.plus(95).unwrap().to_string();
        let mut days: Vec<&str> = days.iter().map(String::as_str).collect();
        days.push(&last);
        world.holds(&days);
    }
}
