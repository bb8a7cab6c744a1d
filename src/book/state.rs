//! The state of a dossier: what its story comes down to, for one page.
//!
//! Made from the forms of the steps, in which what is shielded is closed already.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::history::{Step, Story};
use crate::domain::codes::LifeDomain;
use crate::domain::{Event, EventType};

/// What a step says about something, with the number of that step.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Said {
    /// Number of the step.
    pub step: usize,
    /// Day on which it happened.
    pub on: Value,
    /// Its content, as a form.
    pub data: Value,
}

/// A goal and how it goes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Goal {
    /// How it was set.
    #[serde(flatten)]
    pub set: Said,
    /// The last time it was discussed.
    pub reviewed: Option<Said>,
}

/// A life domain; without `said` it was not discussed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Domain {
    /// Its code.
    pub domain: &'static str,
    /// The last thing that was said about it.
    pub said: Option<Said>,
}

/// An instrument that runs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Instrument {
    /// How it was started.
    #[serde(flatten)]
    pub started: Said,
    /// The limit that holds now.
    pub limit: Value,
    /// Whether it ended.
    pub ended: Option<Said>,
}

/// A decision and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Decision {
    /// The decision.
    #[serde(flatten)]
    pub taken: Said,
    /// Verdicts on law, means and self-direction.
    pub profile: [Value; 3],
    /// Whether the person who led it had the lead.
    pub led_by_lead: Option<bool>,
    /// Steps that contest it, each with the step that answered.
    pub contests: Vec<Contest>,
}

/// A contest of a decision.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contest {
    /// The contest.
    #[serde(flatten)]
    pub said: Said,
    /// The answer, when there is one.
    pub answer: Option<Said>,
}

/// A promise that was not kept yet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpenPromise {
    /// Number of the step in which it was made.
    pub step: usize,
    /// The promise, as a form.
    pub promise: Value,
}

/// What a dossier from another system holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Imported {
    /// Name of the log it came from.
    pub source: Value,
    /// How often each activity occurs.
    pub activities: BTreeMap<String, u64>,
}

/// The state of a dossier.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct State {
    /// Its number.
    pub number: String,
    /// Municipality.
    pub municipality: Value,
    /// The team that recorded last.
    pub team: Value,
    /// How many steps are shown.
    pub steps: usize,
    /// How many were recorded later, or had not happened yet.
    pub left_out: usize,
    /// How it was opened.
    pub opened: Option<Said>,
    /// Who has the lead.
    pub lead: Option<String>,
    /// Where the client wants to go.
    pub perspective: Option<Said>,
    /// The goals.
    pub goals: Vec<Goal>,
    /// The eight life domains.
    pub domains: Vec<Domain>,
    /// The last behaviour picture.
    pub picture: Option<Said>,
    /// The instruments.
    pub instruments: Vec<Instrument>,
    /// The decisions.
    pub decisions: Vec<Decision>,
    /// Open promises.
    pub promises: Vec<OpenPromise>,
    /// How it was closed.
    pub closed: Option<Said>,
    /// What another system's log says, when it came from there.
    pub imported: Option<Imported>,
}

fn said(step: &Step) -> Said {
    Said {
        step: step.number,
        on: member(&step.common, "occurred_on"),
        data: step.data.clone(),
    }
}

fn member(form: &Value, path: &str) -> Value {
    let found = path
        .split('.')
        .try_fold(form, |place, name| place.get(name));
    found.cloned().unwrap_or(Value::Null)
}

impl Story {
    /// What the story comes down to.
    #[must_use]
    pub fn state(&self) -> State {
        let own: Vec<&Step> = self
            .steps
            .iter()
            .filter(|step| !step.of_organisation)
            .collect();
        let of = |wanted: EventType| {
            own.iter()
                .copied()
                .filter(move |step| step.recorded.event.event_type() == wanted)
        };
        let last = |wanted| of(wanted).next_back().map(said);
        let about = |wanted: EventType, field: &'static str, id: String| {
            of(wanted).filter(move |step| member(&step.data, field) == id.as_str())
        };
        let day = own
            .iter()
            .map(|step| step.recorded.common.occurred_on)
            .chain(self.as_known.valid_on)
            .max();
        let goals = of(EventType::GoalSet).map(|step| {
            let id = step.recorded.id.to_string();
            Goal {
                set: said(step),
                reviewed: about(EventType::GoalReviewed, "goal", id)
                    .next_back()
                    .map(said),
            }
        });
        let domains = LifeDomain::ALL.iter().map(|domain| Domain {
            domain: domain.code(),
            said: of(EventType::LifeDomainAssessed)
                .rfind(|step| member(&step.data, "domain") == domain.code())
                .map(said),
        });
        let instruments = of(EventType::InstrumentStarted).map(|step| {
            let id = step.recorded.id.to_string();
            let extended =
                about(EventType::InstrumentExtended, "instrument", id.clone()).next_back();
            Instrument {
                started: said(step),
                limit: member(&extended.unwrap_or(step).data, "limit"),
                ended: about(EventType::InstrumentEnded, "instrument", id)
                    .next_back()
                    .map(said),
            }
        });
        let decisions = of(EventType::DecisionTaken).map(|step| {
            let corner = |name: &str| member(&step.data, &format!("triangle.{name}.verdict"));
            let id = step.recorded.id.to_string();
            let contests = about(EventType::DecisionContested, "decision", id).map(|contest| {
                let id = contest.recorded.id.to_string();
                Contest {
                    said: said(contest),
                    answer: about(EventType::DecisionReconsidered, "contest", id)
                        .next_back()
                        .map(said),
                }
            });
            Decision {
                taken: said(step),
                profile: ["wet", "middelen", "zelfregie"].map(corner),
                led_by_lead: match &step.recorded.event {
                    Event::DecisionTaken(taken) => self.dossier.led_by_lead(taken),
                    _ => None,
                },
                contests: contests.collect(),
            }
        });
        let first = own.first();
        State {
            number: self.number.clone(),
            municipality: first.map_or(Value::Null, |step| member(&step.common, "municipality")),
            team: own
                .iter()
                .rev()
                .map(|step| member(&step.common, "team"))
                .find(|team| !team.is_null())
                .unwrap_or(Value::Null),
            steps: self.steps.len(),
            left_out: self.left_out,
            opened: last(EventType::TrajectoryOpened),
            lead: day
                .and_then(|day| self.dossier.lead_on(day))
                .map(|lead| lead.0.clone()),
            perspective: last(EventType::FuturePerspectiveVoiced),
            goals: goals.collect(),
            domains: domains.collect(),
            picture: last(EventType::BehaviourPictureMade),
            instruments: instruments.collect(),
            decisions: decisions.collect(),
            promises: open_promises(&own),
            closed: last(EventType::TrajectoryClosed),
            imported: last(EventType::TrajectoryImported).map(|trajectory| Imported {
                source: member(&trajectory.data, "source"),
                activities: activities(&own),
            }),
        }
    }
}

fn open_promises(steps: &[&Step]) -> Vec<OpenPromise> {
    let list = |step: &Step, name: &str| match step.common.get(name) {
        Some(Value::Array(items)) => items.clone(),
        _ => Vec::new(),
    };
    let kept: Vec<Value> = steps.iter().flat_map(|step| list(step, "keeps")).collect();
    let mut open = Vec::new();
    for step in steps {
        let id = step.recorded.id.to_string();
        for (promise, number) in list(step, "promises").into_iter().zip(1_u64..) {
            let is_kept = kept.iter().any(|kept| {
                member(kept, "event") == id.as_str() && member(kept, "number") == number
            });
            if !is_kept {
                open.push(OpenPromise {
                    step: step.number,
                    promise,
                });
            }
        }
    }
    open
}

fn activities(steps: &[&Step]) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for step in steps {
        if let Event::StepImported(imported) = &step.recorded.event {
            *counts.entry(imported.activity.0.clone()).or_default() += 1;
        }
    }
    counts
}
