//! The fold of one dossier or organisation: moment by moment, only what may have changed is worked out again.

use super::case::Case;
use super::context::Context;
use super::ledger::{Ledger, Sheet};
use super::{
    audit, decision, instrument, measured, options, organisation, picture, practice, promises,
    rounds, touch, trajectory, voice,
};
use crate::domain::Recorded;
use crate::domain::events::Event;
use crate::views::table::Row;

/// Every version of every row of a dossier, or of an organisation when the context finds dossiers.
/// `thorough` works out every entry after every event;
/// the rows are the same.
pub(super) fn fold(context: &Context<'_>, events: Vec<Recorded>, thorough: bool) -> Vec<Row> {
    let (practised, events) = practice::rows(context, events, thorough);
    let mut case = Case::new(context, events);
    let mut ledger = Ledger::default();
    let mut touched = Vec::new();
    while case.known() < case.events().len() {
        let moment = case.events()[case.known()].recorded_at;
        let mut corrected = false;
        touched.clear();
        // What was recorded at one moment is known together.
        while case
            .events()
            .get(case.known())
            .is_some_and(|next| next.recorded_at <= moment)
        {
            let (at, team) = (case.known(), case.team);
            case.take();
            corrected |= case.correct(at);
            touch::touched(&case, at, team, &mut touched);
        }
        if corrected {
            case.again();
        }
        if corrected || thorough {
            touched.clear();
            touched.extend(0..case.known());
        }
        touched.sort_unstable();
        touched.dedup();
        for at in &touched {
            let mut sheet = Sheet::new(case.head(*at), moment.0);
            rows(&case, *at, &mut sheet);
            ledger.put(*at, sheet);
        }
    }
    let mut rows = ledger.into_rows();
    rows.extend(practised);
    rows
}

/// What one entry comes down to, as far as is known.
fn rows(case: &Case<'_>, at: usize, sheet: &mut Sheet) {
    if case.context.dossiers.is_some() {
        organisation::rows(case, at, sheet);
        audit::rows(case, at, sheet);
        rounds::rows(case, at, sheet);
        return;
    }
    if at == 0 {
        trajectory::whole_course(case, sheet);
    }
    trajectory::entry(case, at, sheet);
    match case.event(at) {
        Event::DecisionTaken(taken) => decision::rows(case, at, taken, sheet),
        Event::OptionsPresented(presented) => options::option_set(case, at, presented, sheet),
        Event::ClientPreferenceVoiced(voiced) => options::voiced(case, at, voiced, sheet),
        Event::DecisionContested(contested) => options::contest(case, at, contested, sheet),
        Event::DecisionReconsidered(answer) => options::reconsideration(case, at, answer, sheet),
        Event::ExceptionMade(made) => options::exception(case, at, made, sheet),
        Event::InstrumentStarted(started) => instrument::started(case, at, started, sheet),
        Event::InstrumentReviewed(review) => instrument::reviewed(case, at, review, sheet),
        Event::InstrumentExtended(extended) => instrument::extended(case, at, extended, sheet),
        Event::TrajectoryOpened(_)
        | Event::TrajectoryImported(_)
        | Event::ConversationHeld(_)
        | Event::CaseHandedOver(_)
        | Event::TrajectoryClosed(_)
        | Event::StepImported(_) => trajectory::rows(case, at, sheet),
        Event::ReviewHeld(_) => {
            audit::rows(case, at, sheet);
            rounds::rows(case, at, sheet);
        }
        Event::ActionAgreed(_)
        | Event::ActionChecked(_)
        | Event::JudgementRecorded(_)
        | Event::LearningAnswerLocked(_) => rounds::rows(case, at, sheet),
        Event::FindingRecorded(_)
        | Event::FindingAnswered(_)
        | Event::SignalAnswered(_)
        | Event::ReplayCompleted(_)
        | Event::EntryCorrected(_)
        | Event::EntryShielded(_) => audit::rows(case, at, sheet),
        Event::FuturePerspectiveVoiced(_)
        | Event::LifeDomainAssessed(_)
        | Event::BehaviourPictureMade(_)
        | Event::NeedsVoiced(_)
        | Event::UrgentObstacleReported(_)
        | Event::StabilisationAgreed(_)
        | Event::GoalSet(_)
        | Event::GoalReviewed(_)
        | Event::LearningExperienceNoted(_) => picture::rows(case, at, sheet),
        _ => voice::rows(case, at, sheet),
    }
    measured::rows(case, at, sheet);
    promises::rows(case, at, sheet);
}
