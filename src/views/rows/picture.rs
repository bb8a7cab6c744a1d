//! Rows of the picture of somebody's situation: perspective, domains, behaviour, needs, goals.

use super::case::Case;
use super::ledger::Sheet;
use super::seen::{code_cell, day_cell, whole_cell};
use crate::domain::codes::{
    FormulatedBy, GoalResult, Lever, LifeDomain, Need, ObstacleState, Role, Source, Urgency,
    VoicedBy,
};
use crate::domain::events::Event;
use crate::domain::values::EventRef;
use crate::views::tables::picture::{
    BehaviourPictures, GoalReviews, Goals, LearningExperiences, LifeDomains, Needs, Perspectives,
    Stabilisations, UrgentObstacles,
};

/// The row or rows of an entry of the picture.
pub(super) fn rows(case: &Case<'_>, at: usize, sheet: &mut Sheet) {
    let seen = case.seen(at);
    let place = |reference: Option<EventRef>| {
        whole_cell(reference.and_then(|reference| case.place(reference.0)))
    };
    match case.event(at) {
        Event::FuturePerspectiveVoiced(voiced) => sheet.add(
            0,
            Perspectives {
                voiced_by: seen.code("voiced_by", VoicedBy::code(voiced.voiced_by)),
                meaning: seen.flag("meaning", voiced.meaning.is_some()),
                nearness: seen.number("nearness", voiced.nearness),
            },
        ),
        Event::LifeDomainAssessed(assessed) => sheet.add(
            0,
            LifeDomains {
                domain: seen.code("domain", LifeDomain::code(assessed.domain)),
                urgency: seen.code("urgency", Urgency::code(assessed.urgency)),
                source: seen.code("source", Source::code(assessed.source)),
                talent: seen.flag("talent", assessed.talent.is_some()),
                obstacle: seen.flag("obstacle", assessed.obstacle.is_some()),
                client_score: seen.number("client_score", assessed.client_score),
                professional_score: seen.number("professional_score", assessed.professional_score),
                starts_here: seen.flag("starts_here", assessed.starts_here),
            },
        ),
        Event::BehaviourPictureMade(picture) => {
            let (will, able) = (&picture.willing, &picture.able);
            sheet.add(
                0,
                BehaviourPictures {
                    attitude: seen.number("willing.attitude", will.attitude),
                    social_pressure: seen.number("willing.social_pressure", will.social_pressure),
                    self_efficacy: seen.number("willing.self_efficacy", will.self_efficacy),
                    intention: seen.number("willing.intention", will.intention),
                    skill: seen.number("able.skill", able.skill),
                    environment: seen.number("able.environment", able.environment),
                    lever: seen.code("lever", Lever::code(picture.lever)),
                    with_client: seen.flag("made_with", picture.made_with.contains(&Role::Client)),
                },
            );
        }
        Event::NeedsVoiced(voiced) => {
            for (item, inner, one) in seen.items("needs", &voiced.needs) {
                sheet.add(
                    item,
                    Needs {
                        need: inner.code("need", Need::code(one.need)),
                        met: inner.number("met", one.met),
                        weight: inner.number("weight", one.weight),
                        source: seen.code("source", Source::code(voiced.source)),
                    },
                );
            }
        }
        Event::UrgentObstacleReported(reported) => {
            let agreed = case.first_day(at, |event| matches!(event, Event::StabilisationAgreed(_)));
            let (state, settled) = settled(case, at);
            sheet.add(
                0,
                UrgentObstacles {
                    domain: seen.code("domain", LifeDomain::code(reported.domain)),
                    since_day: seen.on("since", reported.since),
                    deadline_day: seen.on("deadline", reported.deadline),
                    first_agreed_day: day_cell(agreed),
                    settled_day: day_cell(settled),
                    state: code_cell(state.map(ObstacleState::code)),
                },
            );
        }
        Event::StabilisationAgreed(agreed) => sheet.add(
            0,
            Stabilisations {
                obstacle: place(seen.show("obstacle", agreed.obstacle)),
                by_when_day: seen.on("by_when", agreed.by_when),
                paused_until_day: seen.on("demands_paused_until", agreed.demands_paused_until),
            },
        ),
        Event::GoalSet(set) => {
            let last = case.referring(at).rev().find_map(|later| {
                let Event::GoalReviewed(review) = case.event(later) else {
                    return None;
                };
                Some(case.seen(later).show("result", review.result))
            });
            sheet.add(
                0,
                Goals {
                    formulated_by: seen
                        .code("formulated_by", FormulatedBy::code(set.formulated_by)),
                    by_when_day: seen.on("by_when", set.by_when),
                    perspective_linked: seen.flag("perspective", set.perspective.is_some()),
                    confirmed: seen.flag("client_confirms", set.client_confirms),
                    last_result: code_cell(last.flatten().map(GoalResult::code)),
                },
            );
        }
        Event::GoalReviewed(review) => sheet.add(
            0,
            GoalReviews {
                goal: place(seen.show("goal", review.goal)),
                result: seen.code("result", GoalResult::code(review.result)),
            },
        ),
        Event::LearningExperienceNoted(noted) => sheet.add(
            0,
            LearningExperiences {
                goal: place(seen.maybe("goal", noted.goal)),
            },
        ),
        _ => {}
    }
}

/// The last known state of an urgent obstacle, and the day on which it was first solved or
/// manageable.
pub(super) fn settled(
    case: &Case<'_>,
    obstacle: usize,
) -> (Option<ObstacleState>, Option<crate::base::Day>) {
    let (mut state, mut settled) = (None, None);
    for later in case.referring(obstacle) {
        if let Event::ObstacleStabilised(stabilised) = case.event(later) {
            let seen = case.seen(later);
            state = seen.show("state", stabilised.state);
            if matches!(
                state,
                Some(ObstacleState::Solved | ObstacleState::Manageable)
            ) {
                settled = settled.or(seen.day());
            }
        }
    }
    (state, settled)
}
