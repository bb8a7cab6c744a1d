//! Start, lead, contact, handover and close of a trajectory (E01–E03, E36, E43).

use crate::base::Day;
use crate::domain::codes::{
    Approach, AssumptionOutcome, BenefitBand, ConversationKind, HandoverManner, Place, Role,
    YesNoUnknown,
};
use crate::domain::envelope::Promise;
use crate::domain::macros::record;
use crate::domain::values::{
    Actor, Code, EventRef, LadderStep, NotAsked, NotMeasured, Score, Stated,
};
use crate::domain::words::Words;

record! {
    /// E01, Traject geopend: the start, with its purpose told beforehand (004 P10).
    pub struct TrajectoryOpened {
        /// Number of the dossier in the municipality; never a citizen number.
        number: Code,
        /// With what question the client came.
        question: Words,
        /// The purpose, in the words in which it was told.
        purpose: Words,
        /// Who has the lead.
        lead: Actor,
        /// Step of the participation ladder.
        ladder: Option<LadderStep>,
        /// Time on benefit.
        benefit_band: Option<BenefitBand>,
    }

    /// E02, Regie toegewezen: who is in the lead, and for what (002).
    pub struct LeadAssigned {
        /// Who has the lead.
        lead: Actor,
        /// For what.
        scope: Words,
        /// From which day.
        from: Day,
        /// Whether the client was told.
        client_informed: YesNoUnknown,
        /// Why.
        reason: Option<Words>,
        /// Until which day.
        until: Option<Day>,
    }

    /// Somebody who took part in a conversation.
    pub struct Participant {
        /// Their role.
        role: Role,
        /// Their code.
        actor: Option<Actor>,
    }

    /// Something the professional thought to know beforehand (003).
    pub struct Assumption {
        /// The assumption.
        assumption: Words,
        /// What became of it.
        outcome: Option<AssumptionOutcome>,
    }

    /// E03, Gesprek gevoerd: contact and manner (000, 003). Version 2 added `sanction_mentioned`.
    pub struct ConversationHeld {
        /// Kind of conversation.
        kind: ConversationKind,
        /// Who took part.
        participants: Vec<Participant> [Form],
        /// What the client said, or *geen*.
        client_words: Stated<Words>,
        /// Trust of the client in the guidance.
        trust: Option<Score>,
        /// Manner of approach.
        approach: Option<Approach>,
        /// Whether feelings were named.
        feelings_named: Option<bool>,
        /// Assumptions of the professional.
        assumptions: Vec<Assumption>,
        /// What the professional wrote down.
        note: Option<Words>,
        /// Whether a sanction was mentioned in the same talk.
        sanction_mentioned: Option<bool>,
    }

    /// E36, Zaak overgedragen: change of counsellor (001; Movisie).
    pub struct CaseHandedOver {
        /// Who handed over.
        from: Actor,
        /// Who received.
        to: Actor [R16],
        /// Why.
        reason: Words,
        /// Warm or cold.
        manner: HandoverManner,
        /// Whether the client was told beforehand.
        client_informed: YesNoUnknown [R16],
        /// What was promised and still open, or *geen*.
        open_commitments: Stated<Vec<Promise>> [R16],
        /// What the client need not tell again.
        not_again: Option<Words>,
    }

    /// E43, Traject afgesloten: the outcome (001, 004).
    pub struct TrajectoryClosed {
        /// Kinds of place, equal in rank.
        places: Vec<Place> [R22],
        /// What the client says about it.
        client_account: Option<Words>,
        /// Why the client's account is not there.
        no_account_reason: Option<Words>,
        /// "I did it all myself", 1 to 5, or *niet_gevraagd*.
        self_attribution: Stated<Score, NotAsked>,
        /// The last measurement, or *niet_gemeten*.
        last_measurement: Stated<EventRef, NotMeasured>,
        /// Step of the participation ladder.
        ladder: Option<LadderStep>,
        /// Day of aftercare.
        aftercare_on: Option<Day>,
    }
}
