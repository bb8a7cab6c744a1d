//! Rows of a decision: the justification in force, whichever event holds it.

use super::case::Case;
use super::ledger::Sheet;
use super::options::{OptionSet, preference};
use super::seen::{Seen, code_cell, day_cell, flag_cell, whole, whole_cell};
use crate::base::Day;
use crate::domain::codes::{
    ClientPosition, Corner, DecisionKind, Generality, KnowledgeBasis, KnowledgeSource, Lever,
    OptionKind, Reconsidered, Role, RoomUsed, Stance, Verdict, YesNoUnknown,
};
use crate::domain::events::Event;
use crate::domain::events::decision::{
    Alternative, ClientView, DecisionTaken, LegalBasis, OptionsUsed, Override, PrincipleStance,
    Triangle,
};
use crate::views::table::Cell;
use crate::views::tables::decision::{
    DecisionAlternatives, DecisionCorners, DecisionLegal, DecisionPrinciples, Decisions,
};

/// The justification in force: that of the decision, or of a later reconsideration.
pub(super) struct Weighing<'a> {
    /// The entry that holds it.
    pub(super) at: usize,
    /// That entry.
    pub(super) seen: Seen<'a>,
    principles: &'a [PrincipleStance],
    triangle: &'a Triangle,
    /// Permissions to go on.
    pub(super) overrides: &'a [Override],
    legal: &'a [LegalBasis],
    alternatives: &'a [Alternative],
    /// The client's view; that of the decision while a reconsideration has none.
    view: (Seen<'a>, &'a ClientView),
    /// Options used, in the same way.
    options: (Seen<'a>, &'a OptionsUsed),
    /// Kind of decision, in the same way.
    kind: Option<DecisionKind>,
    /// The day on which it was given.
    day: Option<Day>,
}

impl<'a> Weighing<'a> {
    /// The justification of a decision that is in force.
    pub(super) fn of(case: &'a Case<'_>, decision: usize, taken: &'a DecisionTaken) -> Self {
        let own = case.seen(decision);
        let first = Self {
            at: decision,
            principles: &taken.principles,
            triangle: &taken.triangle,
            overrides: &taken.overrides,
            legal: &taken.legal,
            alternatives: &taken.alternatives,
            view: (own.clone(), &taken.client_view),
            options: (own.clone(), &taken.options),
            kind: own.show("kind", taken.kind),
            day: own.show("taken_on", taken.taken_on),
            seen: own,
        };
        let Some((at, answer)) = case.in_force(decision) else {
            return first;
        };
        let seen = case.seen(at);
        Self {
            at,
            principles: &answer.principles,
            triangle: &answer.triangle,
            overrides: &answer.overrides,
            legal: &answer.legal,
            alternatives: &answer.alternatives,
            view: answer
                .client_view
                .as_ref()
                .map_or(first.view, |view| (seen.clone(), view)),
            options: answer
                .options
                .as_ref()
                .map_or(first.options, |options| (seen.clone(), options)),
            kind: match answer.kind {
                Some(kind) => seen.show("kind", kind),
                None => first.kind,
            },
            day: seen.day(),
            seen,
        }
    }

    fn verdicts(&self) -> [(Corner, Option<Verdict>); 3] {
        let one = |path: &str, verdict| self.seen.show(path, verdict);
        let triangle = self.triangle;
        [
            (
                Corner::Law,
                one("triangle.wet.verdict", triangle.wet.verdict),
            ),
            (
                Corner::Means,
                one("triangle.middelen.verdict", triangle.middelen.verdict),
            ),
            (
                Corner::SelfDirection,
                one("triangle.zelfregie.verdict", triangle.zelfregie.verdict),
            ),
        ]
    }

    fn stances(&self, wanted: Stance) -> usize {
        self.seen
            .items("principles", self.principles)
            .filter(|(_, seen, one)| seen.show("stance", one.stance) == Some(wanted))
            .count()
    }

    fn considers(&self, wanted: OptionKind) -> bool {
        self.seen
            .items("alternatives", self.alternatives)
            .any(|(_, seen, one)| seen.maybe("kind", one.kind) == Some(wanted))
    }
}

/// The rows of a decision.
pub(super) fn rows(case: &Case<'_>, at: usize, taken: &DecisionTaken, sheet: &mut Sheet) {
    let weighing = Weighing::of(case, at, taken);
    let decision = super::case::position(case.seen(at).recorded);
    decision_row(case, at, taken, &weighing, sheet);
    for (item, seen, one) in weighing.seen.items("principles", weighing.principles) {
        sheet.add(
            item,
            DecisionPrinciples {
                decision: Cell::Whole(decision),
                principle: seen.key("principle", one.principle.0.as_str()),
                stance: seen.code("stance", one.stance.code()),
                weightier_value: seen.key(
                    "weightier_value",
                    one.weightier_value.as_ref().map(|value| value.0.as_str()),
                ),
            },
        );
    }
    for (item, (corner, verdict)) in weighing.verdicts().into_iter().enumerate() {
        let given: Vec<_> = weighing
            .seen
            .items("overrides", weighing.overrides)
            .filter(|(_, seen, one)| seen.show("corner", one.corner) == Some(corner))
            .collect();
        let until = given
            .iter()
            .filter_map(|(_, seen, one)| seen.show("until", one.until));
        sheet.add(
            item,
            DecisionCorners {
                decision: Cell::Whole(decision),
                corner: code_cell(Some(corner.code())),
                verdict: code_cell(verdict.map(Verdict::code)),
                overridden: weighing.seen.flag("overrides", !given.is_empty()),
                override_until_day: day_cell(until.max()),
            },
        );
    }
    for (item, seen, one) in weighing.seen.items("alternatives", weighing.alternatives) {
        sheet.add(
            item,
            DecisionAlternatives {
                decision: Cell::Whole(decision),
                number: Cell::Whole(Case::number(item)),
                option_kind: seen.code("kind", one.kind.map(OptionKind::code)),
                failing_corner: seen.code("failing_corner", one.failing_corner.map(Corner::code)),
            },
        );
    }
    for (item, seen, one) in weighing.seen.items("legal", weighing.legal) {
        let key = |code: &'_ Option<crate::domain::values::Code>| {
            code.as_ref().map(|code| code.0.clone())
        };
        sheet.add(
            item,
            DecisionLegal {
                decision: Cell::Whole(decision),
                regulation: seen.key("regulation", one.regulation.0.as_str()),
                article: seen.key("article", key(&one.article).as_deref()),
                local_rule: seen.key("local_rule", key(&one.local_rule).as_deref()),
                valid_day: seen.on("valid_on", one.valid_on),
                room_used: seen.code("room_used", RoomUsed::code(one.room_used)),
            },
        );
    }
}

fn decision_row(
    case: &Case<'_>,
    at: usize,
    taken: &DecisionTaken,
    weighing: &Weighing<'_>,
    sheet: &mut Sheet,
) {
    let own = case.seen(at);
    let seen = &weighing.seen;
    let (view_seen, view) = (&weighing.view.0, weighing.view.1);
    let (used_seen, used) = (&weighing.options.0, weighing.options.1);
    let set = used_seen
        .maybe("options.set", used.set)
        .and_then(|set| case.find(set.0));
    let offered = set.and_then(|set| OptionSet::of(case, set));
    let voiced = set.and_then(|set| preference(case, set, weighing.day));
    let preferred = voiced.as_ref().and_then(|voiced| voiced.preferred);
    let chosen = used_seen
        .maybe("options.chosen", used.chosen)
        .map(|chosen| chosen.0);
    let followed = preferred
        .zip(chosen)
        .map(|(preferred, chosen)| preferred == chosen);
    let verdicts = weighing.verdicts();
    let triangle = verdicts
        .iter()
        .map(|(_, verdict)| verdict.map(Verdict::code))
        .collect::<Option<Vec<_>>>()
        .map(|codes| codes.join("/"));
    let verdict = |place: usize| code_cell(verdicts[place].1.map(Verdict::code));
    let means = &weighing.triangle.middelen;
    let led_by = own.show("led_by.actor", &taken.led_by.actor);
    let taken_day = own.show("taken_on", taken.taken_on);
    let led_by_lead = led_by
        .zip(taken_day.and_then(|day| case.lead_on(day)))
        .map(|(led_by, lead)| led_by == lead);
    let experience = own.maybe("experience", taken.experience.as_ref());
    let used_experience =
        experience.and_then(|one| own.show("experience.perspective", one.perspective.0.is_some()));
    let knowledge = own.maybe("knowledge", taken.knowledge.as_ref());
    let source_of = |wanted| {
        let named = knowledge.is_some_and(|one| one.sources.contains(&wanted));
        own.flag("knowledge.sources", named)
    };
    let last = case.reconsiderations(at).pop();
    let contested = case
        .referring(at)
        .any(|later| matches!(case.event(later), Event::DecisionContested(_)));
    sheet.add(
        0,
        Decisions {
            kind: code_cell(weighing.kind.map(DecisionKind::code)),
            taken_day: day_cell(taken_day),
            in_force_day: own.on("in_force_from", taken.in_force_from),
            review_day: own.on("review_on", taken.review_on),
            until_day: own.on("until", taken.until),
            led_by: case.context.person(led_by),
            led_by_role: own.code("led_by.role", Role::code(taken.led_by.role)),
            led_by_lead: flag_cell(led_by_lead),
            situation_key: own.key(
                "situation_key",
                taken.situation_key.as_ref().map(|key| key.0.as_str()),
            ),
            option_set: whole_cell(
                used_seen
                    .maybe("options.set", used.set)
                    .and_then(|set| case.place(set.0)),
            ),
            options_absent_reason: used_seen
                .flag("options.none_because", used.none_because.is_some()),
            options_count: whole_cell(offered.as_ref().map(|set| whole(set.besides_nothing))),
            offers_doing_nothing: flag_cell(offered.as_ref().map(|set| set.doing_nothing)),
            real_choice: flag_cell(Some(OptionSet::real_choice_before(
                case,
                weighing.at,
                weighing.day,
            ))),
            options_day: day_cell(offered.and_then(|set| set.day)),
            preferred: whole_cell(preferred),
            preferred_undecided: flag_cell(Some(voiced.is_some_and(|voiced| voiced.undecided))),
            chosen: whole_cell(chosen),
            chosen_is_preferred: flag_cell(followed),
            law: verdict(0),
            means: verdict(1),
            self_direction: verdict(2),
            triangle: super::seen::key_cell(triangle.as_deref()),
            law_sources: seen.count("triangle.wet.sources", weighing.triangle.wet.sources.len()),
            cost: seen.money("triangle.middelen.cost_eur", means.cost_eur.0),
            alternative_cost: seen.money(
                "triangle.middelen.alternative_cost_eur",
                means.alternative_cost_eur,
            ),
            doing_nothing_cost: seen.money(
                "triangle.middelen.cost_of_doing_nothing_eur",
                means.cost_of_doing_nothing_eur,
            ),
            overrides: seen.count("overrides", weighing.overrides.len()),
            legal_bases: seen.count("legal", weighing.legal.len()),
            alternatives: seen.count("alternatives", weighing.alternatives.len()),
            warning_considered: seen.flag("alternatives", weighing.considers(OptionKind::Warning)),
            talk_considered: seen.flag("alternatives", weighing.considers(OptionKind::Talk)),
            client_position: view_seen
                .code("client_view.position", ClientPosition::code(view.position)),
            client_words: view_seen.flag("client_view.words", view.words.is_some()),
            dependence_felt: view_seen.code(
                "client_view.dependence_felt",
                view.dependence_felt.map(YesNoUnknown::code),
            ),
            client_ask_by_day: view_seen.on("client_view.ask_by", view.ask_by),
            experience_used: flag_cell(used_experience),
            experience_changed: own.flag(
                "experience.changed",
                experience.map(|one| one.changed.is_some()),
            ),
            knowledge_basis: own.code(
                "knowledge.basis",
                knowledge.map(|one| KnowledgeBasis::code(one.basis)),
            ),
            knowledge_source: own.flag(
                "knowledge.source",
                knowledge.is_some_and(|one| one.source.is_some()),
            ),
            from_science: source_of(KnowledgeSource::Science),
            from_practice: source_of(KnowledgeSource::Practice),
            from_experience: source_of(KnowledgeSource::Experience),
            lever: own.code("lever", taken.lever.map(Lever::code)),
            expected: own.flag("expected", taken.expected.is_some()),
            generality: own.code("generality", taken.generality.map(Generality::code)),
            principles_applied: seen.count("principles", weighing.stances(Stance::Applied)),
            principles_set_aside: seen.count("principles", weighing.stances(Stance::SetAside)),
            complete: flag_cell(Some(complete(taken, &own, weighing))),
            reconsidered: code_cell(
                last.and_then(|(_, _, outcome)| outcome)
                    .map(Reconsidered::code),
            ),
            contested: flag_cell(Some(contested)),
            wording_terms: seen.wording(),
        },
    );
}

/// Whether every block is filled beyond what the rules ask; a shielded block counts as empty.
fn complete(taken: &DecisionTaken, own: &Seen<'_>, weighing: &Weighing<'_>) -> bool {
    let seen = &weighing.seen;
    let law = &weighing.triangle.wet;
    let (view_seen, view) = &weighing.view;
    let (used_seen, used) = &weighing.options;
    let filled = |path: &str, there: bool| own.show(path, there) == Some(true);
    let knows_why = taken.knowledge.as_ref().is_some_and(|one| {
        one.basis != KnowledgeBasis::Knowing || filled("knowledge.source", one.source.is_some())
    });
    let basis = weighing.kind.is_some_and(|kind| !kind.has_legal_effect())
        || seen.items("legal", weighing.legal).next().is_some();
    let options = used_seen.maybe("options.set", used.set).is_some()
        || used_seen.show("options.none_because", used.none_because.is_some()) == Some(true);
    let source = seen.show("triangle.wet.sources", !law.sources.is_empty()) == Some(true);
    let cost = &weighing.triangle.middelen.cost_eur.0;
    source
        && seen.maybe("triangle.middelen.cost_eur", *cost).is_some()
        && basis
        && options
        && view_seen.show("client_view.words", view.words.is_some()) == Some(true)
        && filled("experience", taken.experience.is_some())
        && filled("knowledge", knows_why)
        && filled("lever", taken.lever.is_some())
        && filled("expected", taken.expected.is_some())
        && filled("generality", taken.generality.is_some())
}
