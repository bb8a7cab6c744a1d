//! Samen Beslissen: options and preference (E14, E15).

use crate::domain::codes::{OptionKind, VoicedBy, YesNoUnknown};
use crate::domain::macros::record;
use crate::domain::values::{Absent, Actor, Count, Euro, EventRef, Stated};
use crate::domain::words::Words;

/// The client does not know yet; a valid answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotDecided;

impl Absent for NotDecided {
    const WORD: &'static str = "weet_ik_nog_niet";
}

record! {
    /// One option, with what speaks for and against it.
    pub struct ChoiceOption {
        /// The option.
        option: Words,
        /// What kind of option; a plain option when left out.
        kind: Option<OptionKind>,
        /// What speaks for it.
        pros: Words [R13],
        /// What speaks against it.
        cons: Words [R13],
        /// What it costs.
        cost_eur: Option<Euro>,
    }

    /// E14, Keuzes voorgelegd: a shared decision begins with a choice (002).
    pub struct OptionsPresented {
        /// What the choice is about.
        topic: Words,
        /// The options, numbered from 1 in this order.
        options: Vec<ChoiceOption> [R13],
        /// What nobody knows yet.
        unknowns: Option<Words>,
        /// What cannot be offered, and why.
        not_possible: Option<Words>,
    }

    /// E15, Voorkeur uitgesproken: the client's choice (002, P5).
    pub struct ClientPreferenceVoiced {
        /// The option set.
        options: EventRef [R14],
        /// Number of the preferred option, or *weet_ik_nog_niet*.
        preference: Stated<Count, NotDecided>,
        /// Numbers of options that are fine too.
        also_fine: Vec<Count>,
        /// The client's own reasons.
        reasons: Words,
        /// Who put it into words.
        voiced_by: Option<VoicedBy>,
        /// Whether the client felt dependent while choosing.
        dependence_felt: Option<YesNoUnknown>,
        /// Who supported the client.
        support: Option<Actor>,
    }
}
