//! The reveal, in stages: what was decided and why, what the client said, what others chose, what
//! followed. Only after the learner's answer is locked, and never past the next decision.

use serde::Serialize;

use super::rounds::{LearningRound, RoundCase, Who};
use super::scene::{Point, made_on};
use super::telling::{ShownStep, Teller, put};
use crate::base::{EventId, Position};
use crate::book::error::Error;
use crate::book::fields::EventType;
use crate::book::history::{Step, Story};
use crate::book::opening::Book;
use crate::domain::Event;
use crate::domain::codes::{CatalogueKind, Stage};
use crate::domain::events::decision::DecisionTaken;
use crate::domain::events::learning::LearningAnswerLocked;
use crate::print::{Block, Column, Document, Table};
use crate::text::Texts;

/// The stages, in their only order.
pub const STAGES: [Stage; 4] = [
    Stage::Decision,
    Stage::Client,
    Stage::Others,
    Stage::WhatFollowed,
];

/// Fields of a decision that belong to the second stage.
const OF_CLIENT: &str = "client_view";

/// One stage of a reveal.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Revealed {
    /// Code of the stage.
    pub stage: &'static str,
    /// What it shows.
    pub document: Document,
}

impl Book {
    /// The reveal at a point, from the first stage up to and including the one that is asked for:
    /// nobody sees a stage without those before it.
    ///
    /// # Errors
    /// [`super::LearnError::NotLocked`] when the learner locked no answer at this point.
    pub fn reveal(
        &self,
        texts: &Texts,
        round: &LearningRound,
        case: &str,
        point: usize,
        until: Stage,
        who: &Who,
    ) -> Result<Vec<Revealed>, Error> {
        let case = self.case_named(round, case)?;
        let (_, _, own) = self.locked_answer(round, &case, point, &who.actor)?;
        let point = self.point(&case, point)?;
        self.stages(texts, round, &case, &point, until, Some((&own, &who.actor)))
    }

    /// The reveal for who guides a group, who has no answer of their own.
    ///
    /// # Errors
    /// [`super::LearnError::NotOpen`] when there is no such point.
    pub fn guided_reveal(
        &self,
        texts: &Texts,
        round: &LearningRound,
        case: &str,
        point: usize,
        until: Stage,
    ) -> Result<Vec<Revealed>, Error> {
        let case = self.case_named(round, case)?;
        let point = self.point(&case, point)?;
        self.stages(texts, round, &case, &point, until, None)
    }

    fn stages(
        &self,
        texts: &Texts,
        round: &LearningRound,
        case: &RoundCase,
        point: &Point,
        until: Stage,
        own: Option<(&LearningAnswerLocked, &str)>,
    ) -> Result<Vec<Revealed>, Error> {
        let veil = self.veil(round, case, &[])?;
        let last = STAGES.iter().position(|stage| *stage == until);
        let wanted = last.map_or(0, |place| place + 1);
        let others = self.others(round, case, point.decision, own.map(|(_, actor)| actor))?;
        let norm = self.group_norm()?;
        // Each stage is made from no more of the log than it shows.
        let just_after = self.knowable(&case.number, Some(point.before.next()))?;
        let followed = self.knowable(&case.number, point.next)?;
        let mut revealed = Vec::new();
        for stage in STAGES.iter().take(wanted) {
            let story = match stage {
                Stage::Decision => &just_after,
                _ => &followed,
            };
            let document = veil.over(texts, story, |teller| {
                let mut telling = Telling::new(teller, round, case, point, *stage, story);
                match stage {
                    Stage::Decision => telling.decision(own.map(|(answer, _)| answer)),
                    Stage::Client => telling.client(),
                    Stage::Others => telling.others(&others, norm),
                    Stage::WhatFollowed => telling.followed(point.before),
                    Stage::Nothing => {}
                }
                telling.document
            });
            revealed.push(Revealed {
                stage: stage.code(),
                document,
            });
        }
        Ok(revealed)
    }

    /// What others answered at a decision: one answer of each of them.
    fn others(
        &self,
        round: &LearningRound,
        case: &RoundCase,
        stop: EventId,
        own: Option<&str>,
    ) -> Result<Vec<LearningAnswerLocked>, Error> {
        let mut seen: Vec<String> = Vec::new();
        let mut others = Vec::new();
        for (recorded, answer) in self.answers(round, case)? {
            let actor = recorded.common.actor.0;
            let counts = Some(actor.as_str()) != own && !seen.contains(&actor);
            if answer.stop.0 == stop && counts {
                seen.push(actor);
                others.push(answer);
            }
        }
        Ok(others)
    }

    /// From how many people on something may be told of a group (norm *kleinste_groep*).
    pub(super) fn group_norm(&self) -> Result<usize, Error> {
        let catalogues = self.catalogues()?;
        let today = self.now().day();
        let entry = catalogues.entry(CatalogueKind::Norms, "kleinste_groep", today);
        let number = entry.and_then(|entry| entry.number.as_ref().map(|number| number.0));
        let whole = number.map(|number| number.ceil().to_string());
        Ok(whole
            .and_then(|text| text.parse().ok())
            .unwrap_or(super::spread::LEAST_PEOPLE))
    }
}

/// A stage being told.
struct Telling<'a> {
    teller: &'a Teller<'a>,
    story: &'a Story,
    stop: EventId,
    document: Document,
}

impl<'a> Telling<'a> {
    fn new(
        teller: &'a Teller<'a>,
        round: &LearningRound,
        case: &RoundCase,
        point: &Point,
        stage: Stage,
        story: &'a Story,
    ) -> Self {
        let texts = teller.texts;
        let last = story
            .steps
            .iter()
            .map(|step| step.recorded.common.occurred_on)
            .max();
        let values = [
            ("case", case.name.as_str().into()),
            ("point", point.number.into()),
        ];
        let title = texts.with("learn-scene-title", &values);
        let mut document = Document::new(title, texts.lang().code(), made_on(teller, last));
        document.subtitle = round.goal.clone();
        document.footer.text = texts.get("learn-footer").into_owned();
        document.footer.pages = texts.get("learn-footer-pages").into_owned();
        document.heading(1, texts.get(&format!("learn-stage-{}", stage.code())));
        Self {
            teller,
            story,
            stop: point.decision,
            document,
        }
    }

    fn text(&self, key: &str) -> String {
        self.teller.texts.get(key).into_owned()
    }

    fn step(&self) -> Option<&'a Step> {
        let steps = self.story.steps.iter();
        steps.into_iter().find(|step| step.recorded.id == self.stop)
    }

    fn decision(&mut self, own: Option<&LearningAnswerLocked>) {
        let Some(step) = self.step() else { return };
        let mut shown = self.teller.step(step);
        let view = self
            .teller
            .texts
            .field(shown.event, OF_CLIENT)
            .0
            .into_owned();
        shown.rows.retain(|(label, _)| !label.starts_with(&view));
        put(&mut self.document, std::slice::from_ref(&shown));
        if let (Some(own), Event::DecisionTaken(taken)) = (own, &step.recorded.event) {
            self.compare(own, taken);
        }
    }

    /// The learner's answer beside the decision: the reasons, not only the choice.
    fn compare(&mut self, own: &LearningAnswerLocked, taken: &DecisionTaken) {
        let texts = self.teller.texts;
        let words = |text: &crate::domain::words::Words| {
            text.open().map_or_else(
                || self.text("closed-shielded"),
                |text| self.teller.forms.text(text),
            )
        };
        let kind = |code: &str| texts.code("decision_kind", code).into_owned();
        let verdict = |code: &str| texts.code("verdict", code).into_owned();
        let stances = |stances: &[crate::domain::events::decision::PrincipleStance]| {
            let all: Vec<String> = stances
                .iter()
                .map(|one| {
                    let stance = texts.code("stance", one.stance.code());
                    format!("{} {stance}", one.principle.0)
                })
                .collect();
            texts.list(&all)
        };
        let corner = |code: &str| texts.code("corner", code).into_owned();
        let triangle = &taken.triangle;
        let rows = vec![
            vec![
                self.text("learn-compare-kind"),
                kind(own.choice_kind.code()),
                kind(taken.kind.code()),
            ],
            vec![
                self.text("learn-compare-why"),
                words(&own.reasons),
                words(&taken.why),
            ],
            vec![
                self.text("learn-compare-principles"),
                stances(&own.principles),
                stances(&taken.principles),
            ],
            vec![
                corner("wet"),
                verdict(own.law.code()),
                verdict(triangle.wet.verdict.code()),
            ],
            vec![
                corner("middelen"),
                verdict(own.means.code()),
                verdict(triangle.middelen.verdict.code()),
            ],
            vec![
                corner("zelfregie"),
                verdict(own.self_direction.code()),
                verdict(triangle.zelfregie.verdict.code()),
            ],
        ];
        let columns = [
            "learn-compare-what",
            "learn-compare-own",
            "learn-compare-decided",
        ];
        let table = Table {
            caption: Some(self.text("learn-compare")),
            columns: columns.map(|key| Column::left(self.text(key))).into(),
            rows,
            notes: vec![self.text("learn-compare-note")],
        };
        self.document.push(Block::Table(table));
    }

    fn client(&mut self) {
        let mut told = false;
        if let Some(step) = self.step() {
            let shown = self.teller.step(step);
            let event = EventType::DecisionTaken;
            let specs = event.fields();
            let view: Vec<_> = specs
                .into_iter()
                .filter(|spec| spec.name == OF_CLIENT)
                .collect();
            let rows = self.teller.rows(event.name(), &view, &shown.data);
            told = !rows.is_empty();
            self.document.facts(rows);
        }
        let stop = self.stop;
        let about = |step: &&Step| match &step.recorded.event {
            Event::DecisionContested(contest) => contest.decision.0 == stop,
            Event::ClientVoiceRecorded(voice) => voice.about.is_some_and(|about| about.0 == stop),
            _ => false,
        };
        let steps: Vec<ShownStep> = self
            .story
            .steps
            .iter()
            .filter(about)
            .map(|step| self.teller.step(step))
            .collect();
        if !told && steps.is_empty() {
            self.document.paragraph(self.text("learn-client-nothing"));
        }
        put(&mut self.document, &steps);
    }

    fn others(&mut self, others: &[LearningAnswerLocked], norm: usize) {
        let texts = self.teller.texts;
        let (panel, learners): (Vec<_>, Vec<_>) =
            others.iter().partition(|answer| answer.panel == Some(true));
        let enough = |group: &[&LearningAnswerLocked]| group.len() >= norm && !group.is_empty();
        // A group that is too small goes with the other, so that it cannot be told apart.
        if enough(&panel) && enough(&learners) {
            self.group("learn-panel", &panel);
            self.group("learn-learners", &learners);
        } else if enough(&others.iter().collect::<Vec<_>>()) {
            self.group("learn-together", &others.iter().collect::<Vec<_>>());
        } else {
            let values = [("norm", norm.max(1).into())];
            let few = texts.with("learn-too-few", &values).into_owned();
            self.document.paragraph(few);
        }
    }

    /// The choices of a group with their counts, then all its reasons: in the order of the
    /// alphabet, which tells nothing about who wrote them or when.
    fn group(&mut self, key: &str, group: &[&LearningAnswerLocked]) {
        let texts = self.teller.texts;
        let title = texts
            .with(key, &[("count", group.len().into())])
            .into_owned();
        self.document.heading(2, title);
        let mut kinds: Vec<(usize, String)> = Vec::new();
        for answer in group {
            let kind = texts.code("decision_kind", answer.choice_kind.code());
            match kinds.iter_mut().find(|(_, known)| *known == kind) {
                Some((count, _)) => *count += 1,
                None => kinds.push((1, kind.into_owned())),
            }
        }
        kinds.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
        let table = Table {
            caption: None,
            columns: vec![
                Column::left(self.text("learn-compare-kind")),
                Column::right(self.text("learn-count")),
            ],
            rows: kinds
                .into_iter()
                .map(|(count, kind)| vec![kind, count.to_string()])
                .collect(),
            notes: Vec::new(),
        };
        self.document.push(Block::Table(table));
        let mut reasons: Vec<String> = group
            .iter()
            .filter_map(|answer| {
                let kind = texts.code("decision_kind", answer.choice_kind.code());
                let reasons = self.teller.forms.text(answer.reasons.open()?);
                Some(format!("{kind}: ‘{reasons}’"))
            })
            .collect();
        reasons.sort();
        self.document.heading(3, self.text("learn-compare-why"));
        self.document.list(reasons);
    }

    fn followed(&mut self, stop: Position) {
        let later: Vec<ShownStep> = self
            .story
            .steps
            .iter()
            .filter(|step| step.recorded.position > stop)
            .map(|step| self.teller.step(step))
            .collect();
        if later.is_empty() {
            self.document.paragraph(self.text("learn-followed-nothing"));
        }
        put(&mut self.document, &later);
        self.document.paragraph(self.text("learn-hindsight"));
    }
}
