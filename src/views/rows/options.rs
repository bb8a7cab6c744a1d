//! Rows of shared decisions: options, preferences, contests, reconsiderations, exceptions.

use super::case::{Case, position};
use super::ledger::Sheet;
use super::seen::{code_cell, day_cell, whole_cell};
use crate::base::Day;
use crate::domain::EventType;
use crate::domain::codes::{
    DecisionKind, DepartsFrom, Generality, OptionKind, Reconsidered, Role, VoicedBy, YesNoUnknown,
};
use crate::domain::events::Event;
use crate::domain::events::choice::{ClientPreferenceVoiced, OptionsPresented};
use crate::domain::events::decision::{DecisionContested, DecisionReconsidered, ExceptionMade};
use crate::views::table::Cell;
use crate::views::tables::decision::{
    Contests, Exceptions, OptionSetOptions, OptionSets, Preferences, Reconsiderations,
};

/// A set of options as far as it is not shielded.
pub(super) struct OptionSet {
    /// Options besides doing nothing.
    pub(super) besides_nothing: usize,
    /// Whether doing nothing is one.
    pub(super) doing_nothing: bool,
    /// The day on which it was put forward.
    pub(super) day: Option<Day>,
}

impl OptionSet {
    pub(super) fn of(case: &Case<'_>, at: usize) -> Option<Self> {
        let Event::OptionsPresented(presented) = case.event(at) else {
            return None;
        };
        let seen = case.seen(at);
        let mut set = Self {
            besides_nothing: 0,
            doing_nothing: false,
            day: seen.day(),
        };
        if seen.hides("options") {
            return None;
        }
        for (_, seen, option) in seen.items("options", &presented.options) {
            if seen.maybe("kind", option.kind) == Some(OptionKind::DoNothing) {
                set.doing_nothing = true;
            } else {
                set.besides_nothing += 1;
            }
        }
        Some(set)
    }

    /// Whether a real choice was put forward before an entry: recorded before it, on or before its
    /// day.
    pub(super) fn real_choice_before(case: &Case<'_>, at: usize, day: Option<Day>) -> bool {
        case.of_type(EventType::OptionsPresented)
            .iter()
            .filter(|set| **set < at)
            .filter_map(|set| Self::of(case, *set))
            .any(|set| {
                let in_time = set.day.zip(day).is_some_and(|(set, day)| set <= day);
                in_time && set.doing_nothing && set.besides_nothing >= 2
            })
    }
}

/// What the client preferred of a set.
pub(super) struct Preference {
    /// Number of the option.
    pub(super) preferred: Option<i64>,
    /// Whether the client did not know yet.
    pub(super) undecided: bool,
}

/// The last preference on a set that was voiced on or before a day.
pub(super) fn preference(case: &Case<'_>, set: usize, by: Option<Day>) -> Option<Preference> {
    let by = by?;
    let (_, last) = case
        .referring(set)
        .filter_map(|at| {
            let Event::ClientPreferenceVoiced(voiced) = case.event(at) else {
                return None;
            };
            let seen = case.seen(at);
            let day = seen.day().filter(|day| *day <= by)?;
            let choice = seen.show("preference", &voiced.preference)?;
            Some((day, choice.0))
        })
        .max_by_key(|(day, _)| *day)?;
    Some(Preference {
        preferred: last.map(|number| number.0),
        undecided: last.is_none(),
    })
}

pub(super) fn option_set(
    case: &Case<'_>,
    at: usize,
    presented: &OptionsPresented,
    sheet: &mut Sheet,
) {
    let seen = case.seen(at);
    let set = OptionSet::of(case, at);
    sheet.add(
        0,
        OptionSets {
            options: whole_cell(
                set.as_ref()
                    .map(|set| super::seen::whole(set.besides_nothing)),
            ),
            offers_doing_nothing: seen.flag("options", set.is_some_and(|set| set.doing_nothing)),
        },
    );
    for (item, inner, option) in seen.items("options", &presented.options) {
        sheet.add(
            item,
            OptionSetOptions {
                option_set: Cell::Whole(position(seen.recorded)),
                number: Cell::Whole(Case::number(item)),
                option_kind: inner.code("kind", option.kind.map(OptionKind::code)),
                cost: inner.money("cost_eur", option.cost_eur),
            },
        );
    }
}

pub(super) fn voiced(
    case: &Case<'_>,
    at: usize,
    voiced: &ClientPreferenceVoiced,
    sheet: &mut Sheet,
) {
    let seen = case.seen(at);
    let set = seen.show("options", voiced.options);
    sheet.add(
        0,
        Preferences {
            option_set: whole_cell(set.and_then(|set| case.place(set.0))),
            preferred: seen.number("preference", voiced.preference.0),
            undecided: seen.flag("preference", voiced.preference.0.is_none()),
            dependence_felt: seen.code(
                "dependence_felt",
                voiced.dependence_felt.map(YesNoUnknown::code),
            ),
            voiced_by: seen.code("voiced_by", voiced.voiced_by.map(VoicedBy::code)),
            supported: seen.flag("support", voiced.support.is_some()),
        },
    );
}

pub(super) fn contest(
    case: &Case<'_>,
    at: usize,
    contested: &DecisionContested,
    sheet: &mut Sheet,
) {
    let seen = case.seen(at);
    let decision = seen.show("decision", contested.decision);
    let by = match contested.by {
        Some(role) => seen.show("by", role),
        None => seen.show("role", seen.recorded.common.role),
    };
    let answered = case.first_day(at, |event| matches!(event, Event::DecisionReconsidered(_)));
    sheet.add(
        0,
        Contests {
            decision: whole_cell(decision.and_then(|decision| case.place(decision.0))),
            by_role: code_cell(by.map(Role::code)),
            formal: seen.flag("formal", contested.formal),
            answered_day: day_cell(answered),
        },
    );
}

pub(super) fn reconsideration(
    case: &Case<'_>,
    at: usize,
    answer: &DecisionReconsidered,
    sheet: &mut Sheet,
) {
    let seen = case.seen(at);
    let contest = seen.show("contest", answer.contest);
    let decision = contest.and_then(|_| case.reconsidered_decision(answer));
    sheet.add(
        0,
        Reconsiderations {
            contest: whole_cell(contest.and_then(|contest| case.place(contest.0))),
            decision: whole_cell(decision.map(|decision| position(case.seen(decision).recorded))),
            outcome: seen.code("outcome", Reconsidered::code(answer.outcome)),
            kind: seen.code("kind", answer.kind.map(DecisionKind::code)),
        },
    );
}

pub(super) fn exception(case: &Case<'_>, at: usize, made: &ExceptionMade, sheet: &mut Sheet) {
    let seen = case.seen(at);
    let decision = seen.show("decision", made.decision);
    sheet.add(
        0,
        Exceptions {
            decision: whole_cell(decision.and_then(|decision| case.place(decision.0))),
            norm: seen.key("norm", made.norm.0.as_str()),
            departs_from: seen.code("departs_from", DepartsFrom::code(made.departs_from)),
            generality: seen.code("generality", Generality::code(made.generality)),
        },
    );
}
