//! Rows of voices, experience knowledge, letters, enforcement and visits.

use super::case::Case;
use super::ledger::Sheet;
use super::seen::{code_cell, flag_cell, whole, whole_cell};
use crate::base::Day;
use crate::domain::EventType;
use crate::domain::codes::{BenefitBand, Compensation, Contribution, Role, VoicedBy, YesNoUnknown};
use crate::domain::events::Event;
use crate::domain::events::organisation::InvestigationVisitRecorded;
use crate::domain::events::voice::ClientVoiceRecorded;
use crate::views::tables::organisation::{EnforcementTalks, Letters, Visits};
use crate::views::tables::voice::{CaseDiscussions, ExperiencePerspectives, Tandems, Voices};

/// Whether a role speaks from experience.
pub(super) fn is_expert(role: Role) -> bool {
    matches!(role, Role::ExperienceExpert | Role::ExperienceHolder)
}

/// The row of an entry of these kinds.
pub(super) fn rows(case: &Case<'_>, at: usize, sheet: &mut Sheet) {
    let seen = case.seen(at);
    let code = YesNoUnknown::code;
    match case.event(at) {
        Event::ClientVoiceRecorded(recorded) => voice(case, at, recorded, sheet),
        Event::TandemFormed(formed) => sheet.add(
            0,
            Tandems {
                from_day: seen.on("from", formed.from),
                until_day: seen.on("until", formed.until),
                compensation: seen
                    .code("compensation", formed.compensation.map(Compensation::code)),
            },
        ),
        Event::ExperiencePerspectiveGiven(given) => {
            let about = seen.maybe("about", given.about);
            sheet.add(
                0,
                ExperiencePerspectives {
                    role: seen.code("role", Role::code(seen.recorded.common.role)),
                    trained: seen.flag("trained", given.trained),
                    differs: seen.flag("differs", given.differs),
                    changed_something: seen.flag("changed_something", given.changed_something),
                    contribution: seen
                        .code("contribution", given.contribution.map(Contribution::code)),
                    compensation: seen
                        .code("compensation", given.compensation.map(Compensation::code)),
                    benefit_risk_checked: seen
                        .flag("benefit_risk_checked", given.benefit_risk_checked),
                    about: whole_cell(about.and_then(|about| case.place(about.0))),
                },
            );
        }
        Event::CaseDiscussionHeld(held) => {
            let present = |wanted: &dyn Fn(Role) -> bool| {
                seen.flag("roles", held.roles.iter().any(|role| wanted(*role)))
            };
            sheet.add(
                0,
                CaseDiscussions {
                    manager_present: present(&|role| role == Role::TeamManager),
                    volunteer_present: present(&|role| role == Role::Volunteer),
                    expert_present: present(&is_expert),
                    client_informed: seen.code("client_informed", code(held.client_informed)),
                },
            );
        }
        Event::LetterSent(sent) => sheet.add(
            0,
            Letters {
                author_unit: seen.key("author_unit", sent.author_unit.0.as_str()),
                days_given: seen.number("days_given", sent.days_given),
                consequence_named: seen.flag("consequence_named", sent.consequence_named),
                counsellor_informed: seen
                    .code("counsellor_informed", code(sent.counsellor_informed)),
                five_second_check: seen
                    .flag("five_second_check_by", sent.five_second_check_by.is_some()),
                plain_language_check: seen.flag("plain_language_check", sent.plain_language_check),
            },
        ),
        Event::EnforcementCoordinated(coordinated) => sheet.add(
            0,
            EnforcementTalks {
                on_day: seen.on("on", coordinated.on),
            },
        ),
        Event::InvestigationVisitRecorded(visited) => visit(case, at, visited, sheet),
        _ => {}
    }
}

fn voice(case: &Case<'_>, at: usize, recorded: &ClientVoiceRecorded, sheet: &mut Sheet) {
    let seen = case.seen(at);
    let about = seen.maybe("about", recorded.about);
    let entry = about.and_then(|about| case.find(about.0));
    let dependence = recorded.dependence_felt.map(YesNoUnknown::code);
    sheet.add(
        0,
        Voices {
            voiced_by: seen.code("voiced_by", VoicedBy::code(recorded.voiced_by)),
            about: whole_cell(about.and_then(|about| case.place(about.0))),
            about_type: code_cell(entry.map(|entry| case.event(entry).event_type().name())),
            heard: seen.number("heard", recorded.heard),
            seen: seen.number("seen", recorded.seen),
            understood: seen.number("understood", recorded.understood),
            new_problem_after: seen.flag("new_problem_after", recorded.new_problem_after),
            trust: seen.number("trust", recorded.trust),
            dependence_felt: seen.code("dependence_felt", dependence),
            helped: seen.count("helped", recorded.helped.len()),
            not_helped: seen.count("not_helped", recorded.not_helped.len()),
            benefit_band: code_cell(band(case).map(BenefitBand::code)),
            conversation_participants: whole_cell(participants(case, entry, seen.day())),
        },
    );
}

/// Time on benefit at the start of the trajectory.
pub(super) fn band(case: &Case<'_>) -> Option<BenefitBand> {
    case.leads.iter().find_map(|at| match case.event(*at) {
        Event::TrajectoryOpened(opened) => {
            case.seen(*at).maybe("benefit_band", opened.benefit_band)
        }
        _ => None,
    })
}

/// How many took part in the conversation a voice is about, or else in the last one by its day.
fn participants(case: &Case<'_>, about: Option<usize>, day: Option<Day>) -> Option<i64> {
    let of = |at: usize| match case.event(at) {
        Event::ConversationHeld(held) => case
            .seen(at)
            .show("participants", whole(held.participants.len())),
        _ => None,
    };
    let is_conversation = |at: &usize| matches!(case.event(*at), Event::ConversationHeld(_));
    if let Some(at) = about.filter(is_conversation) {
        return of(at);
    }
    let day = day?;
    let (_, last) = case
        .of_type(EventType::ConversationHeld)
        .iter()
        .filter_map(|at| Some((case.seen(*at).day().filter(|held| *held <= day)?, *at)))
        .max()?;
    of(last)
}

fn visit(case: &Case<'_>, at: usize, visited: &InvestigationVisitRecorded, sheet: &mut Sheet) {
    let seen = case.seen(at);
    let code = YesNoUnknown::code;
    let day = seen.show("visited_on", visited.visited_on);
    let coordinated = day.map(|day| {
        case.of_type(EventType::EnforcementCoordinated)
            .iter()
            .any(|talk| match case.event(*talk) {
                Event::EnforcementCoordinated(talked) => case
                    .seen(*talk)
                    .show("on", talked.on)
                    .is_some_and(|on| on <= day),
                _ => false,
            })
    });
    let told = trusts(case);
    let before = told
        .iter()
        .filter(|(told, ..)| day.is_some_and(|day| *told < day))
        .max();
    let after = told
        .iter()
        .filter(|(told, ..)| day.is_some_and(|day| *told >= day))
        .min();
    sheet.add(
        0,
        Visits {
            visited_day: seen.on("visited_on", visited.visited_on),
            announced: seen.code("announced", code(visited.announced)),
            lead_informed: seen.code("lead_informed", code(visited.lead_informed)),
            ground_recorded: seen.code("ground_recorded", code(visited.ground_recorded)),
            consent: seen.code("consent", code(visited.consent)),
            coordinated_before: flag_cell(coordinated),
            trust_before: whole_cell(before.map(|(_, _, trust)| *trust)),
            trust_after: whole_cell(after.map(|(_, _, trust)| *trust)),
        },
    );
}

/// What the client said about trust: day, entry, score.
fn trusts(case: &Case<'_>) -> Vec<(Day, usize, i64)> {
    case.trusts
        .iter()
        .filter_map(|at| {
            let seen = case.seen(*at);
            let trust = match case.event(*at) {
                Event::ConversationHeld(held) => held.trust,
                Event::ClientVoiceRecorded(voice) => voice.trust,
                _ => None,
            };
            Some((seen.day()?, *at, seen.maybe("trust", trust)?.0))
        })
        .collect()
}
