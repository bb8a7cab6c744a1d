//! The ten principles as far as the order of events can test them.
//!
//! Each rule is a question to the practice, not a verdict: a case that departs from one may have
//! every reason, and a decision can say so. The rules look at kinds of event, not at which
//! instrument, goal or obstacle an event is about; signals do that. Source: domain.md §1.2 (004)
//! and the signals of §5.

use super::declare::Rule;

/// A rule of the practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltIn {
    /// Its key; its name stands in the texts.
    pub key: &'static str,
    /// The principle it belongs to, such as `P3`; `None` for a rule about all of them.
    pub principle: Option<&'static str>,
    /// The rule.
    pub rule: Rule,
    /// The norm its window comes from, and what that is multiplied with to make days.
    pub norm: Option<(&'static str, u32)>,
}

/// Key, principle, rule, norm of the window and the days in its unit.
type Line = (
    &'static str,
    Option<&'static str>,
    &'static str,
    Option<(&'static str, u32)>,
);

const RULES: [Line; 20] = [
    ("opened-first", None, "init(trajectory_opened)", None),
    (
        "perspective-before-instrument",
        Some("P3"),
        "precedence(future_perspective_voiced, instrument_started)",
        None,
    ),
    (
        "perspective-before-goal",
        Some("P3"),
        "precedence(future_perspective_voiced, goal_set)",
        None,
    ),
    (
        "goal-reviewed",
        Some("P4"),
        "response(goal_set, goal_reviewed)",
        None,
    ),
    (
        "options-before-preference",
        Some("P5"),
        "precedence(options_presented, client_preference_voiced)",
        None,
    ),
    (
        "preference-before-decision",
        Some("P5"),
        "precedence(client_preference_voiced, decision_taken)",
        None,
    ),
    (
        "contest-answered",
        Some("P5"),
        "response(decision_contested, decision_reconsidered)",
        None,
    ),
    (
        "measured-twice",
        Some("P6"),
        "existence(2, behaviour_picture_made | effect_measured)",
        None,
    ),
    (
        "early-success",
        Some("P7"),
        "response(trajectory_opened, learning_experience_noted)",
        Some(("vroeg_succes_dagen", 1)),
    ),
    (
        "self-efficacy-again",
        Some("P7"),
        "response(behaviour_picture_made, effect_measured(geloof_in_eigen_kunnen))",
        None,
    ),
    (
        "help-in-time",
        Some("P8"),
        "response(urgent_obstacle_reported, stabilisation_agreed)",
        Some(("stabilisatie_dagen", 1)),
    ),
    (
        "stabilised",
        Some("P8"),
        "response(stabilisation_agreed, obstacle_stabilised)",
        None,
    ),
    (
        "domains-begun",
        Some("P9"),
        "response(trajectory_opened, life_domain_assessed)",
        Some(("leefgebieden_dagen", 1)),
    ),
    (
        "no-silence",
        Some("P9"),
        "response(conversation_held, conversation_held | trajectory_closed)",
        Some(("stilte_weken", 7)),
    ),
    (
        "instrument-reviewed",
        Some("P10"),
        "response(instrument_started, instrument_reviewed | instrument_ended)",
        None,
    ),
    (
        "instrument-ended",
        Some("P10"),
        "response(instrument_started, instrument_ended)",
        None,
    ),
    (
        "measured-before-extension",
        Some("P10"),
        "precedence(effect_measured, instrument_extended)",
        Some(("meting_voor_verlenging_dagen", 1)),
    ),
    (
        "measured-before-close",
        None,
        "precedence(effect_measured, trajectory_closed)",
        None,
    ),
    (
        "coordinated-before-visit",
        None,
        "precedence(enforcement_coordinated, investigation_visit_recorded)",
        None,
    ),
    (
        "finding-answered",
        None,
        "response(finding_recorded, finding_answered) other-actor",
        Some(("bevinding_antwoord_dagen", 1)),
    ),
];

/// What of the principles the order of events cannot test; each key has a sentence in the texts.
pub const NOT_TESTABLE: [(&str, &str); 8] = [
    ("P1", "same-sequence"),
    ("P2", "wording"),
    ("P4", "own-goal"),
    ("P5", "real-options"),
    ("P6", "reasons"),
    ("P8", "demands"),
    ("P9", "eight-domains"),
    ("P10", "limit"),
];

/// The rules of the practice, their windows by the norms of the day that is asked about. A rule
/// whose norm is not there has no window.
#[must_use]
pub fn rules(norm: &dyn Fn(&str) -> Option<u32>) -> Vec<BuiltIn> {
    let mut rules = Vec::with_capacity(RULES.len());
    for (key, principle, text, of_norm) in RULES {
        // Every text is one of those above, and a test reads them all.
        let Ok(mut rule) = text.parse::<Rule>() else {
            continue;
        };
        rule.within_days = of_norm.and_then(|(norm_key, unit)| norm(norm_key)?.checked_mul(unit));
        rules.push(BuiltIn {
            key,
            principle,
            rule,
            norm: of_norm,
        });
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::EventType;

    #[test]
    fn every_rule_can_be_read_and_names_events_that_exist() {
        let found = rules(&|_| Some(8));
        assert_eq!(found.len(), RULES.len());
        for one in &found {
            for name in one.rule.a.iter().chain(&one.rule.b) {
                let event = name.split('(').next().unwrap();
                assert!(EventType::from_name(event).is_some(), "{name}");
            }
            assert_eq!(one.rule.within_days.is_some(), one.norm.is_some());
        }
        let silence = found.iter().find(|one| one.key == "no-silence").unwrap();
        assert_eq!(silence.rule.within_days, Some(56));
    }
}
