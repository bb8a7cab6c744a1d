//! Tables of instruments and their limits, and of every value that was measured.

use super::macros::tables;

tables! {
    /// One row for each instrument that was started.
    Open Instruments INSTRUMENTS "instruments" from [instrument_started instrument_reviewed instrument_extended instrument_ended effect_measured] {
        /// key of the instrument in the catalogue
        req instrument: Key,
        /// the lever
        req lever: Code("lever"),
        /// first day
        req started_day: Day,
        /// last day as first agreed
        req first_limit_day: Day,
        /// last day that holds now, extensions included
        req limit_day: Day,
        /// day on which it is discussed
        req review_day: Day,
        /// the decision behind it
        opt decision: Position,
        /// what it costs
        opt cost: Money,
        /// who provides it
        opt provider: Key,
        /// whether it is a bundled trajectory
        opt bundled: Flag,
        /// how useful the client finds it, 1 to 5, at the start
        opt useful: Whole,
        /// what is measured of its expected result
        req expected_what: Key,
        /// from which value
        opt expected_from: Real,
        /// to which value
        opt expected_to: Real,
        /// how often it was extended
        req extensions: Whole,
        /// day of its first review
        opt first_reviewed_day: Day,
        /// last day, when it ended
        opt ended_day: Day,
        /// why it ended
        opt end_reason: Code("end_reason"),
        /// whether the result was measured; empty while it runs
        opt result_measured: Flag,
    }

    /// One row for each review of an instrument.
    Open InstrumentReviews INSTRUMENT_REVIEWS "instrument_reviews" from [instrument_reviewed] {
        /// the instrument, by its start
        opt instrument_started: Position,
        /// the verdict
        req verdict: Code("instrument_verdict"),
        /// how useful the client finds it, 1 to 5
        opt useful: Whole,
        /// whether a measurement stands behind it
        req measured: Flag,
    }

    /// One row for each extension of an instrument.
    Open InstrumentExtensions INSTRUMENT_EXTENSIONS "instrument_extensions" from [instrument_extended effect_measured] {
        /// the instrument, by its start
        opt instrument_started: Position,
        /// the new last day
        req limit_day: Day,
        /// whether that instrument was measured in the days before it that the norm
        /// `meting_voor_verlenging_dagen` allows
        req measured_before: Flag,
        /// the decision behind it
        opt decision: Position,
    }

    /// One row for each value that was measured: measurements, and the zero values of opening,
    /// life domains, behaviour pictures and needs.
    Open Measurements MEASUREMENTS "measurements" from [effect_measured trajectory_opened life_domain_assessed behaviour_picture_made needs_voiced trajectory_closed] {
        /// where the value was recorded
        req source: Code("measure_source"),
        /// what was measured, such as `geloof_in_eigen_kunnen`
        req what: Key,
        /// the value
        req value: Real,
        /// its scale
        opt scale: Key,
        /// moment of the measurement
        req moment: Code("measure_moment"),
        /// whose account it is
        opt by: Code("source"),
        /// the instrument it belongs to, by its start
        opt instrument_started: Position,
        /// an earlier value, as stated with it
        opt stated_earlier: Real,
        /// first zero value of the same recorded before it; empty for that value itself
        opt baseline: Real,
        /// day of that value
        opt baseline_day: Day,
        /// value minus baseline; empty without baseline
        opt change: Real,
        /// whether other explanations of a change are named
        req other_explanations: Flag,
    }
}
