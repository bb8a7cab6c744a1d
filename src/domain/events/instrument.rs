//! Instruments and their limits, and individual effect measurement (E20–E24).

use super::decision::Expected;
use crate::base::Day;
use crate::domain::codes::{EndReason, InstrumentVerdict, Lever, MeasureMoment, Source};
use crate::domain::macros::record;
use crate::domain::values::{Code, Decimal, Euro, EventRef, NotMeasured, Score, Stated};
use crate::domain::words::Words;

record! {
    /// E20, Instrument ingezet: with purpose and limit (P1, P10).
    pub struct InstrumentStarted {
        /// Key of the instrument in the catalogue.
        instrument: Code,
        /// The purpose.
        purpose: Words [R08],
        /// The expected result.
        expected: Expected [R08],
        /// The lever.
        lever: Lever,
        /// First day.
        started_on: Day,
        /// Last day.
        limit: Day [R08],
        /// Day on which it is discussed, on or before the limit.
        review_on: Day [R08],
        /// The decision behind it.
        decision: EventRef,
        /// What it costs.
        cost_eur: Option<Euro>,
        /// Who provides it.
        provider: Option<Code>,
        /// Whether it is a bundled trajectory.
        bundled: Option<bool>,
        /// How useful the client finds it.
        useful: Option<Score>,
        /// Why it lasts longer than the catalogue's maximum.
        longer_because: Option<Words>,
    }

    /// E21, Instrument besproken: does it still help? (P10)
    pub struct InstrumentReviewed {
        /// The instrument.
        instrument: EventRef,
        /// The result so far.
        result_so_far: Words,
        /// What the client says.
        client_view: Words,
        /// The verdict.
        verdict: InstrumentVerdict,
        /// The measurement behind it.
        measurement: Option<EventRef>,
        /// How useful the client finds it.
        useful: Option<Score>,
    }

    /// E22, Instrument verlengd: a new limit, with progress shown (P10).
    pub struct InstrumentExtended {
        /// The instrument.
        instrument: EventRef,
        /// The new last day.
        limit: Day,
        /// Why.
        reason: Words [R10],
        /// The progress that is shown.
        progress: Words [R10],
        /// What the client says.
        client_view: Words [R10],
        /// The decision behind it.
        decision: Option<EventRef>,
    }

    /// E23, Instrument beëindigd (P10).
    pub struct InstrumentEnded {
        /// The instrument.
        instrument: EventRef,
        /// Last day.
        ended_on: Day,
        /// Why.
        reason: EndReason,
        /// The result, or *niet_gemeten*.
        result: Stated<Words, NotMeasured>,
        /// Explanation of the reason.
        explanation: Option<Words>,
        /// What was learned.
        lesson: Option<Words>,
    }

    /// E24, Effect gemeten: an individual measurement (002).
    pub struct EffectMeasured {
        /// What is measured, such as `geloof_in_eigen_kunnen`.
        what: Code,
        /// The value.
        value: Decimal,
        /// The scale, such as `1-5`.
        scale: Code,
        /// The moment.
        moment: MeasureMoment,
        /// Who measured.
        by: Source,
        /// The instrument it belongs to.
        instrument: Option<EventRef>,
        /// An earlier value.
        earlier: Option<Decimal>,
        /// The questionnaire or tool.
        tool: Option<Code>,
        /// Other explanations of a change.
        other_explanations: Option<Words>,
        /// What helped.
        helped: Option<Words>,
        /// In the client's words.
        client_words: Option<Words>,
    }
}
