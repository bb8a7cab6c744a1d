//! Rounds: an audit, a review by theme or learning together, from plan to closing; and the actions
//! that come out of them.
//!
//! What concerns the whole round stands in the stream of the organisation, what concerns one case
//! in the audit stream of its dossier, so that it is destroyed with the dossier. A case is named by
//! its first event, never by its number.

use crate::base::Day;
use crate::domain::codes::{ActionOutcome, DrawMethod, Position3, Role, RoundKind, Theme};
use crate::domain::macros::record;
use crate::domain::values::{Actor, Code, Count, Decimal, EventRef, Hex, Percent, Total};
use crate::domain::words::Words;

record! {
    /// Ronde gepland: what is looked at, by whom, with which instrument.
    pub struct RoundPlanned {
        /// Name of the round, used once in a municipality.
        round: Code,
        /// Audit, review by theme, or learning.
        kind: RoundKind,
        /// The theme; a review by theme has one.
        theme: Option<Theme>,
        /// What the round wants to know.
        question: Words,
        /// The team whose cases are looked at; every team when left out.
        team: Option<Code>,
        /// First day of what is read.
        read_from: Option<Day>,
        /// Last day of what is read.
        read_until: Option<Day>,
        /// First day of what is judged.
        judged_from: Option<Day>,
        /// Last day of what is judged.
        judged_until: Option<Day>,
        /// Name of the edition of the audit instrument.
        instrument: Option<Code>,
        /// Share of the cases that a second person rates blind, in percent.
        double_percent: Option<Percent>,
        /// Who rates.
        raters: Vec<Actor>,
        /// Who opens, and sees double ratings only then.
        moderator: Option<Actor>,
        /// Names of the questions whose figures the round looks at, such as `juiste-stap`.
        indicators: Vec<Code>,
        /// What there is to learn.
        learning_goal: Option<Words>,
        /// Last day of the round.
        ends_on: Option<Day>,
        /// The earlier round that this one looks at again.
        repeats: Option<Code>,
    }

    /// One stratum of a draw.
    pub struct DrawnStratum {
        /// Its key.
        key: Code,
        /// Cases in it.
        size: Total,
        /// Cases drawn from it.
        drawn: Count,
    }

    /// A case that could not be drawn.
    pub struct ExcludedCase {
        /// The case, by its first event.
        case: EventRef,
        /// Key of the reason.
        reason: Code,
    }

    /// A case that was drawn.
    pub struct DrawnCase {
        /// The case, by its first event.
        case: EventRef,
        /// Key of its stratum.
        stratum: Code,
        /// How many cases of the frame it stands for.
        weight: Decimal,
        /// Who rates it.
        rater: Option<Actor>,
        /// Who rates it too, blind.
        second: Option<Actor>,
    }

    /// A case that a signal pointed at, beside the draw; it counts in no figure of the draw.
    pub struct TargetedCase {
        /// The case, by its first event.
        case: EventRef,
        /// The signal.
        signal: Code,
        /// Who rates it.
        rater: Option<Actor>,
    }

    /// Zaken getrokken: a draw that anybody can repeat from what is recorded here.
    pub struct CasesDrawn {
        /// The round.
        round: Code,
        /// Seed of the draw.
        seed: Hex<16>,
        /// Manner of drawing.
        method: DrawMethod,
        /// The frame is what stood before this position of the log.
        frame_until: Total,
        /// SHA-256 of the frame.
        frame_digest: Hex<64>,
        /// Cases in the frame.
        frame_size: Total,
        /// Certainty that was wanted, in percent.
        certainty: Option<Decimal>,
        /// Greatest share of deviations that is tolerated, in percent.
        tolerable: Option<Decimal>,
        /// Share of deviations that is expected, in percent.
        expected: Option<Decimal>,
        /// Number of cases that the tables advise.
        advised: Option<Count>,
        /// The strata.
        strata: Vec<DrawnStratum>,
        /// What could not be drawn, and why.
        excluded: Vec<ExcludedCase>,
        /// What was drawn.
        cases: Vec<DrawnCase>,
        /// What a signal pointed at.
        targeted: Vec<TargetedCase>,
    }

    /// Afscherming bevestigd: a person looked at the shielded text of a case before it enters a set.
    pub struct ShieldingConfirmed {
        /// The round.
        round: Code,
        /// Words that must be masked besides.
        extra: Vec<Words>,
        /// A remark.
        remark: Option<Words>,
    }

    /// Oordelen geopend: from here on everybody in the round sees what was written and rated;
    /// for one case in its dossier, for the whole round in the stream of the organisation.
    pub struct RoundOpened {
        /// The round.
        round: Code,
    }

    /// Actie afgesproken: what is done about a finding.
    pub struct ActionAgreed {
        /// The finding.
        finding: EventRef,
        /// What is done.
        what: Words,
        /// Who does it.
        owner: Actor,
        /// By when.
        by_when: Day,
        /// Who checks it; never the owner.
        checker: Option<Actor>,
    }

    /// Actie nagekeken, by somebody else than its owner.
    pub struct ActionChecked {
        /// The action.
        action: EventRef,
        /// What came of it.
        outcome: ActionOutcome,
        /// What was seen.
        text: Words,
        /// By when the rest is done.
        again_by: Option<Day>,
        /// Whether the case is looked at again in a next round.
        audit_again: Option<bool>,
    }

    /// Eigen kijk opgeschreven: what one person thinks before anybody speaks; private until opened.
    pub struct ViewWritten {
        /// The round.
        round: Code,
        /// The indicator or criterion it is about.
        about: Option<Code>,
        /// What the writer thinks.
        text: Words,
        /// Whether it goes well enough.
        position: Option<Position3>,
    }

    /// A view that differs from the joint judgement and is kept beside it.
    pub struct KeptDifference {
        /// From which seat: the role of whoever differs.
        seat: Role,
        /// What differs.
        text: Words,
    }

    /// Gezamenlijk oordeel vastgelegd, with the differences that remain.
    pub struct JudgementRecorded {
        /// The round.
        round: Code,
        /// The indicator or criterion it is about.
        about: Option<Code>,
        /// The judgement.
        text: Words,
        /// What is seen otherwise.
        differences: Vec<KeptDifference>,
    }

    /// Ronde afgesloten.
    pub struct RoundClosed {
        /// The round.
        round: Code,
        /// What the round found.
        conclusion: Words,
        /// What goes well.
        strengths: Option<Words>,
        /// What comes next.
        next: Option<Words>,
    }
}
