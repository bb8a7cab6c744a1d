//! The picture of somebody's situation: perspective, life domains, behaviour, needs, goals
//! (E04–E13).

use crate::base::Day;
use crate::domain::codes::{
    FormulatedBy, GoalResult, Lever, LifeDomain, Need, ObstacleState, Role, Source, Urgency,
    VoicedBy,
};
use crate::domain::macros::record;
use crate::domain::values::{Actor, EventRef, NotAsked, Score, Stated};
use crate::domain::words::Words;

record! {
    /// E04, Toekomstperspectief verwoord: where the client wants to go (P3).
    pub struct FuturePerspectiveVoiced {
        /// In the client's words.
        words: Words [R12],
        /// Who put it into words.
        voiced_by: VoicedBy,
        /// What it means to the client (zingeving).
        meaning: Option<Words>,
        /// How near it feels.
        nearness: Option<Score>,
    }

    /// E05, Leefgebied in kaart gebracht: one of eight domains (P9).
    pub struct LifeDomainAssessed {
        /// Which domain.
        domain: LifeDomain,
        /// The situation now.
        situation: Words,
        /// How urgent.
        urgency: Urgency,
        /// Whose account it is.
        source: Source,
        /// Possibility or talent.
        talent: Option<Words>,
        /// Obstacle.
        obstacle: Option<Words>,
        /// Score by the client.
        client_score: Option<Score>,
        /// Score by the professional, kept apart: the gap is information.
        professional_score: Option<Score>,
        /// "Daar begint het."
        starts_here: Option<bool>,
    }

    /// One concrete behaviour: action, target, context and time (Fishbein & Ajzen 2010).
    pub struct Behaviour {
        /// What somebody does.
        action: Words,
        /// At what or whom it is aimed.
        target: Option<Words>,
        /// In what surroundings.
        context: Option<Words>,
        /// When.
        time: Option<Words>,
    }

    /// Willen: attitude, social pressure, self-efficacy, intention.
    pub struct Willing {
        /// Attitude (houding).
        attitude: Option<Score>,
        /// Social pressure.
        social_pressure: Option<Score>,
        /// Self-efficacy (geloof in eigen kunnen).
        self_efficacy: Option<Score>,
        /// Intention.
        intention: Option<Score>,
    }

    /// Kunnen: knowledge and skill, and what the surroundings allow.
    pub struct Able {
        /// Knowledge and skill.
        skill: Option<Score>,
        /// What the surroundings allow; 1 is a great obstacle.
        environment: Option<Score>,
    }

    /// E06, Gedragsbeeld gemaakt: the IGM picture, also a zero measurement (001, 002, 004).
    pub struct BehaviourPictureMade {
        /// The behaviour.
        behaviour: Behaviour,
        /// Willen.
        willing: Willing,
        /// Kunnen.
        able: Able,
        /// The lever that fits (aangrijpingspunt).
        lever: Lever,
        /// Who made the picture together.
        made_with: Vec<Role> [Form],
        /// Beliefs behind it.
        beliefs: Option<Words>,
        /// Whether the time is right for it.
        readiness: Option<Words>,
        /// Background.
        background: Option<Words>,
    }

    /// How well one need is met, and how heavily it weighs.
    pub struct NeedScore {
        /// Which need.
        need: Need,
        /// How well it is met.
        met: Score,
        /// How heavily it weighs.
        weight: Option<Score>,
        /// In the client's words.
        words: Option<Words>,
    }

    /// E07, Basisbehoeften besproken: autonomy, competence, relatedness (000).
    pub struct NeedsVoiced {
        /// The needs that were discussed.
        needs: Vec<NeedScore> [Form],
        /// Whose account it is.
        source: Source,
    }

    /// E08, Urgente belemmering gemeld: something comes first (P8).
    pub struct UrgentObstacleReported {
        /// Life domain.
        domain: LifeDomain,
        /// What.
        what: Words,
        /// Since when.
        since: Option<Day>,
        /// By when it bites.
        deadline: Option<Day>,
        /// What it does to the room to act.
        effect: Option<Words>,
    }

    /// E09, Stabilisatie afgesproken: practical help and a pause (P8).
    pub struct StabilisationAgreed {
        /// The urgent obstacle.
        obstacle: EventRef,
        /// The help.
        help: Words,
        /// By whom.
        by: Actor,
        /// By when.
        by_when: Day,
        /// Until when other demands are paused.
        demands_paused_until: Option<Day>,
    }

    /// E10, Belemmering gestabiliseerd: what came of it (P8).
    pub struct ObstacleStabilised {
        /// The urgent obstacle.
        obstacle: EventRef,
        /// Its state.
        state: ObstacleState,
        /// What the client says, or *niet_gevraagd*.
        client_view: Stated<Words, NotAsked>,
        /// What next.
        next: Option<Words>,
    }

    /// E11, Doel vastgesteld: a reachable goal (P4).
    pub struct GoalSet {
        /// The goal.
        goal: Words,
        /// Who put it into words.
        formulated_by: FormulatedBy,
        /// The near step.
        near_step: Words,
        /// By when.
        by_when: Day,
        /// The client's own words.
        client_words: Option<Words>,
        /// Whether the client confirms it.
        client_confirms: Option<bool>,
        /// The perspective it serves.
        perspective: Option<EventRef>,
    }

    /// E12, Doel besproken: progress, together (P9).
    pub struct GoalReviewed {
        /// The goal.
        goal: EventRef,
        /// The result.
        result: GoalResult,
        /// What the client says.
        client_view: Words,
        /// What was learned.
        lesson: Option<Words>,
    }

    /// E13, Leerervaring vastgelegd: a small success, an obstacle managed (P7).
    pub struct LearningExperienceNoted {
        /// What happened.
        what: Words,
        /// The talent that was used.
        talent: Words,
        /// In the client's words.
        client_words: Words,
        /// The goal it belongs to.
        goal: Option<EventRef>,
    }
}
