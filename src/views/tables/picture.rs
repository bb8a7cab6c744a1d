//! Tables of the picture of somebody's situation: perspective, domains, behaviour, needs, goals.

use super::macros::tables;

tables! {
    /// One row for each future perspective.
    Open Perspectives PERSPECTIVES "perspectives" from [future_perspective_voiced] {
        /// who put it into words
        req voiced_by: Code("voiced_by"),
        /// whether its meaning to the client is there
        req meaning: Flag,
        /// how near it feels, 1 to 5
        opt nearness: Whole,
    }

    /// One row for each life domain that was mapped.
    Open LifeDomains LIFE_DOMAINS "life_domains" from [life_domain_assessed] {
        /// which domain
        req domain: Code("life_domain"),
        /// how urgent
        req urgency: Code("urgency"),
        /// whose account it is
        req source: Code("source"),
        /// whether a possibility or talent is named
        req talent: Flag,
        /// whether an obstacle is named
        req obstacle: Flag,
        /// score by the client, 1 to 5
        opt client_score: Whole,
        /// score by the professional, 1 to 5
        opt professional_score: Whole,
        /// whether it begins here
        opt starts_here: Flag,
    }

    /// One row for each behaviour picture.
    Open BehaviourPictures BEHAVIOUR_PICTURES "behaviour_pictures" from [behaviour_picture_made] {
        /// attitude, 1 to 5
        opt attitude: Whole,
        /// social pressure, 1 to 5
        opt social_pressure: Whole,
        /// self-efficacy, 1 to 5
        opt self_efficacy: Whole,
        /// intention, 1 to 5
        opt intention: Whole,
        /// knowledge and skill, 1 to 5
        opt skill: Whole,
        /// what the surroundings allow, 1 to 5
        opt environment: Whole,
        /// the lever that fits
        req lever: Code("lever"),
        /// whether it was made with the client
        req with_client: Flag,
    }

    /// One row for each need that was discussed.
    Open Needs NEEDS "needs" from [needs_voiced] {
        /// which need
        req need: Code("need"),
        /// how well it is met, 1 to 5
        req met: Whole,
        /// how heavily it weighs, 1 to 5
        opt weight: Whole,
        /// whose account it is
        req source: Code("source"),
    }

    /// One row for each urgent obstacle.
    Open UrgentObstacles URGENT_OBSTACLES "urgent_obstacles" from [urgent_obstacle_reported stabilisation_agreed obstacle_stabilised] {
        /// life domain
        req domain: Code("life_domain"),
        /// since when
        opt since_day: Day,
        /// by when it bites
        opt deadline_day: Day,
        /// day on which help was first agreed
        opt first_agreed_day: Day,
        /// day on which it was solved or manageable
        opt settled_day: Day,
        /// its last known state
        opt state: Code("obstacle_state"),
    }

    /// One row for each agreed stabilisation.
    Open Stabilisations STABILISATIONS "stabilisations" from [stabilisation_agreed] {
        /// the urgent obstacle
        opt obstacle: Position,
        /// by when the help is there
        req by_when_day: Day,
        /// until when other demands are paused
        opt paused_until_day: Day,
    }

    /// One row for each goal.
    Open Goals GOALS "goals" from [goal_set goal_reviewed] {
        /// who put it into words
        req formulated_by: Code("formulated_by"),
        /// by when
        req by_when_day: Day,
        /// whether it serves a stated perspective
        req perspective_linked: Flag,
        /// whether the client confirms it
        opt confirmed: Flag,
        /// result of its last review
        opt last_result: Code("goal_result"),
    }

    /// One row for each review of a goal.
    Open GoalReviews GOAL_REVIEWS "goal_reviews" from [goal_reviewed] {
        /// the goal
        opt goal: Position,
        /// the result
        req result: Code("goal_result"),
    }

    /// One row for each learning experience.
    Open LearningExperiences LEARNING_EXPERIENCES "learning_experiences" from [learning_experience_noted] {
        /// the goal it belongs to
        opt goal: Position,
    }
}
