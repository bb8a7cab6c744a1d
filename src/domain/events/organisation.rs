//! What the organisation does: obstacles, answers, bundles, letters, enforcement, policy
//! (E29–E35).

use crate::base::Day;
use crate::domain::codes::{Direction, Nature, ObstacleKind, OrganisationVerdict, YesNoUnknown};
use crate::domain::macros::record;
use crate::domain::values::{Actor, CaseRef, Code, Count, Euro, EventRef, Stated};
use crate::domain::words::Words;

record! {
    /// E29, Organisatorische belemmering gemeld: what stands in the way (000, 003).
    pub struct OrganisationalObstacleRaised {
        /// Kind of obstacle.
        kind: ObstacleKind,
        /// What.
        what: Words,
        /// What it does.
        effect: Words,
        /// The source that is claimed, or *geen*.
        claimed_source: Stated<Code>,
        /// The dossier in which it came up.
        case: Option<CaseRef>,
    }

    /// E30, Organisatie geeft antwoord: reply to an obstacle or bundle (003).
    pub struct OrganisationAnswered {
        /// The obstacle (E29) or bundle (E31).
        about: EventRef,
        /// The verdict.
        verdict: OrganisationVerdict,
        /// The source, or *geen*.
        source: Stated<Code>,
        /// Who owns the answer.
        owner: Code,
        /// The answer in words.
        answer: Option<Words>,
        /// From which day it holds.
        valid_from: Option<Day>,
    }

    /// E31, Uitzonderingen gebundeld: learning from exceptions (003).
    pub struct ExceptionsBundled {
        /// The exceptions (E19), two or more.
        exceptions: Vec<EventRef> [Form],
        /// What they share.
        pattern: Words,
        /// Incidental or structural.
        nature: Nature,
        /// The proposal.
        proposal: Words,
        /// To whom.
        addressee: Code,
        /// What the exceptions cost together.
        cost_sum_eur: Option<Euro>,
    }

    /// E32, Brief verstuurd: what a letter does (003).
    pub struct LetterSent {
        /// The unit that wrote it; the team is not the writer.
        author_unit: Code,
        /// What it asks.
        request: Words,
        /// Days given.
        days_given: Count,
        /// Whether a consequence is named.
        consequence_named: bool,
        /// Whether the counsellor was told.
        counsellor_informed: YesNoUnknown,
        /// Who moved for five seconds into the reader's place.
        five_second_check_by: Option<Actor>,
        /// Whether plain language was checked.
        plain_language_check: Option<bool>,
    }

    /// E33, Handhaving afgestemd: alignment beforehand; never the content of an investigation.
    pub struct EnforcementCoordinated {
        /// The lead with whom.
        with: Actor,
        /// On which day.
        on: Day,
        /// What was agreed.
        agreement: Words,
    }

    /// E34, Onderzoeksbezoek vastgelegd: the visit as an event in the case (002, VNG).
    pub struct InvestigationVisitRecorded {
        /// Day of the visit.
        visited_on: Day,
        /// Whether it was announced.
        announced: YesNoUnknown [R17],
        /// Whether the lead knew beforehand.
        lead_informed: YesNoUnknown [R17],
        /// Whether the ground was recorded beforehand.
        ground_recorded: YesNoUnknown [R17],
        /// Whether there was consent after explanation.
        consent: YesNoUnknown [R17],
        /// What it did to the client.
        effect: Option<Words>,
    }

    /// E35, Beleidscontext vastgelegd: the political wind (000, 001).
    pub struct PolicyContextNoted {
        /// From which day.
        from: Day,
        /// Stricter, more lenient, otherwise.
        direction: Direction,
        /// The source.
        source: Words,
        /// Until which day.
        until: Option<Day>,
        /// The topic.
        topic: Option<Code>,
    }
}
