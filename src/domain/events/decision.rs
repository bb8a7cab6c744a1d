//! The weighing: decision, contest, reconsideration and exception (E16–E19; domain.md §3.2).
//!
//! What follows from a decision (triangle profile, completeness, chosen = preferred, led by the
//! lead) is derived and never stored.

use crate::base::Day;
use crate::domain::codes::{
    ClientPosition, Corner, DecisionKind, DepartsFrom, Generality, KnowledgeBasis, KnowledgeSource,
    Lever, OptionKind, Reconsidered, Role, RoomUsed, Stance, Verdict, VoicedBy, YesNoUnknown,
};
use crate::domain::macros::record;
use crate::domain::values::{Actor, Code, Count, Decimal, Euro, EventRef, NotKnown, Stated};
use crate::domain::words::Words;

record! {
    /// Who led the decision; whether they had the lead at the time is derived from E02.
    pub struct LedBy {
        /// Who.
        actor: Actor,
        /// In which role.
        role: Role,
    }

    /// On which options the decision rests, or why there were none.
    pub struct OptionsUsed {
        /// The option set (E14).
        set: Option<EventRef>,
        /// Number of the chosen option in that set.
        chosen: Option<Count>,
        /// Why no options were put forward.
        none_because: Option<Words>,
    }

    /// Stance towards one principle of the catalogue.
    pub struct PrincipleStance {
        /// Key of the principle, such as `P5`.
        principle: Code,
        /// Applied, or set aside on purpose.
        stance: Stance,
        /// Why.
        reason: Words,
        /// The value that weighed more; only when set aside (V15).
        weightier_value: Option<Code>,
    }

    /// Corner *wet*: is it allowed by law?
    pub struct LawVerdict {
        /// The verdict; *onduidelijk* is not *nee*.
        verdict: Verdict,
        /// Why.
        reason: Words,
        /// Sources.
        sources: Vec<Code>,
    }

    /// Corner *middelen*: is it a sensible use of public means?
    pub struct MeansVerdict {
        /// The verdict; sensible, not cheap.
        verdict: Verdict,
        /// Why.
        reason: Words,
        /// What it costs, or *onbekend*.
        cost_eur: Stated<Euro, NotKnown>,
        /// What the alternative costs.
        alternative_cost_eur: Option<Euro>,
        /// What doing nothing costs (V17).
        cost_of_doing_nothing_eur: Option<Euro>,
    }

    /// Corner *zelfregie*: does it add to self-direction?
    pub struct SelfDirectionVerdict {
        /// The verdict.
        verdict: Verdict,
        /// Why.
        reason: Words,
        /// What the client says about it: not the professional's opinion alone.
        client_says: Words,
    }

    /// The value triangle (003).
    pub struct Triangle {
        /// Is it allowed by law?
        wet: LawVerdict,
        /// Is it a sensible use of public means?
        middelen: MeansVerdict,
        /// Does it add to self-direction?
        zelfregie: SelfDirectionVerdict,
    }

    /// Named permission to go on against a *nee* (R03).
    pub struct Override {
        /// The corner that says *nee*.
        corner: Corner,
        /// By whom; not the taker of the decision.
        by: Actor [R03],
        /// Why.
        reason: Words [R03],
        /// Until when.
        until: Day [R03],
    }

    /// Legal basis.
    pub struct LegalBasis {
        /// Key of the regulation.
        regulation: Code,
        /// Article.
        article: Option<Code>,
        /// Local rule.
        local_rule: Option<Code>,
        /// The day whose law is applied.
        valid_on: Day,
        /// Room used in the law.
        room_used: RoomUsed,
    }

    /// An option that was not chosen.
    pub struct Alternative {
        /// The option.
        option: Words,
        /// What kind of option; a plain option when left out.
        kind: Option<OptionKind>,
        /// Why not.
        why_not: Words,
        /// The corner on which it fails.
        failing_corner: Option<Corner>,
    }

    /// The client's view of the decision.
    pub struct ClientView {
        /// In the client's words.
        words: Option<Words>,
        /// The client's position.
        position: ClientPosition [R05],
        /// Who put it into words.
        voiced_by: Option<VoicedBy>,
        /// Whether the client felt dependent.
        dependence_felt: Option<YesNoUnknown>,
        /// Why the view is not known.
        unknown_because: Option<Words>,
        /// By when it will be asked.
        ask_by: Option<Day>,
    }

    /// What experience knowledge added.
    pub struct ExperienceUsed {
        /// The experience perspective (E27), or *geen*.
        perspective: Stated<EventRef>,
        /// What it changed.
        changed: Option<Words>,
    }

    /// On what knowledge the decision rests.
    pub struct Knowledge {
        /// Knowing or believing.
        basis: KnowledgeBasis,
        /// The source.
        source: Option<Code>,
        /// Kinds of knowledge used.
        sources: Vec<KnowledgeSource>,
    }

    /// What should change, from what to what, by when.
    pub struct Expected {
        /// What is measured.
        what: Code,
        /// From.
        from: Option<Decimal>,
        /// To.
        to: Decimal,
        /// By when.
        by_when: Option<Day>,
    }

    /// E16, Besluit genomen: the weighing (domain.md §3.2).
    pub struct DecisionTaken {
        /// Kind of decision.
        kind: DecisionKind,
        /// What is decided, in one plain sentence.
        subject: Words,
        /// Day on which it was taken.
        taken_on: Day,
        /// Day from which it holds.
        in_force_from: Day,
        /// Day on which it is looked at again.
        review_on: Day,
        /// Last day on which it holds.
        until: Option<Day>,
        /// Who led it.
        led_by: LedBy [R07],
        /// Roles that were present.
        with: Vec<Role>,
        /// Options on which it rests.
        options: OptionsUsed,
        /// Key of the situation, so that like cases can be compared between teams.
        situation_key: Option<Code>,
        /// The wanted effect first, then the reason.
        why: Words [R01],
        /// Stances towards principles.
        principles: Vec<PrincipleStance> [R01],
        /// The value triangle.
        triangle: Triangle [R02],
        /// Permission for each *nee*.
        overrides: Vec<Override>,
        /// Legal basis.
        legal: Vec<LegalBasis>,
        /// What else was weighed.
        alternatives: Vec<Alternative> [R06],
        /// The client's view.
        client_view: ClientView [R05],
        /// Experience knowledge.
        experience: Option<ExperienceUsed>,
        /// Knowledge.
        knowledge: Option<Knowledge>,
        /// The lever.
        lever: Option<Lever>,
        /// The expected effect.
        expected: Option<Expected>,
        /// Good for one, or for more?
        generality: Option<Generality>,
    }

    /// E17, Besluit betwist: somebody disagrees; never refused for its form (002, Awb).
    pub struct DecisionContested {
        /// The decision.
        decision: EventRef,
        /// The ground, in own words.
        ground: Words,
        /// In which role somebody contests.
        by: Option<Role>,
        /// Whether it is a formal objection.
        formal: Option<bool>,
        /// The wished outcome.
        wished: Option<Words>,
    }

    /// E18, Besluit heroverwogen: the answer, by another person, with a justification of its own.
    pub struct DecisionReconsidered {
        /// The contest.
        contest: EventRef,
        /// The outcome.
        outcome: Reconsidered,
        /// The kind of decision after a change.
        kind: Option<DecisionKind>,
        /// The wanted effect first, then the reason.
        why: Words [R01],
        /// Stances towards principles.
        principles: Vec<PrincipleStance> [R01],
        /// The value triangle.
        triangle: Triangle [R02],
        /// Permission for each *nee*.
        overrides: Vec<Override>,
        /// Legal basis.
        legal: Vec<LegalBasis>,
        /// What else was weighed.
        alternatives: Vec<Alternative>,
        /// The client's view.
        client_view: Option<ClientView>,
        /// The option set that was used.
        options: Option<OptionsUsed>,
        /// Apology.
        apology: Option<Words>,
    }

    /// E19, Uitzondering gemaakt: departing from a rule or habit (003).
    pub struct ExceptionMade {
        /// The decision.
        decision: EventRef,
        /// The rule or habit.
        norm: Code,
        /// Rule or habit.
        departs_from: DepartsFrom,
        /// Why this case is unique.
        why_unique: Words,
        /// Good for one, or for more?
        generality: Generality,
        /// Tags.
        tags: Vec<Code>,
    }
}
