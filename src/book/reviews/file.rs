//! What stands about a review: what people wrote, once it is opened, and what they judged together.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::{Day, Timestamp};
use crate::book::audits::Round;
use crate::book::error::Error;
use crate::book::learning::LearningRound;
use crate::book::masking::{masked_event, shields};
use crate::book::opening::Book;
use crate::domain::codes::RoundKind;
use crate::domain::{Dossier, Event, Recorded, withheld};
use crate::store::Opening;

/// What one seat thinks; never whose seat it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct View {
    /// The indicator or criterion; none when it is about the whole.
    pub about: Option<String>,
    /// Code of the role.
    pub seat: String,
    /// The words; none when they are closed.
    pub text: Option<String>,
    /// Code of the position.
    pub position: Option<&'static str>,
}

/// A joint judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Judged {
    /// The indicator or criterion; none when it is about the whole.
    pub about: Option<String>,
    /// The judgement; none when its words are closed.
    pub text: Option<String>,
    /// Role and words of every seat that sees it otherwise or was asked.
    pub differences: Vec<(String, Option<String>)>,
}

/// What was written about the round as a whole, or about one case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The name of the case in the round; none for the whole.
    pub case: Option<String>,
    /// Whether what people wrote alone was opened.
    pub opened: bool,
    /// What each seat wrote; empty until it is opened.
    pub views: Vec<View>,
    /// What was judged together, in order.
    pub judgements: Vec<Judged>,
    #[serde(skip)]
    pub(super) opened_at: Option<Timestamp>,
}

/// A review with everything that may be seen of it.
#[derive(Debug, Clone)]
pub struct ReviewFile {
    /// The round.
    pub round: Round,
    /// What was written about the round as a whole.
    pub whole: Part,
    /// What was written about each case of its set, by the names of the cases.
    pub cases: Vec<Part>,
    /// As known at which moment its figures are given: that of the opening, so that everybody sees
    /// what the group saw. None before that: as known now.
    pub moment: Option<Timestamp>,
    /// First day and first day after its period.
    pub period: (Day, Day),
}

impl Book {
    /// A review with what may be seen of it now.
    ///
    /// # Errors
    /// As [`Book::theme_round`]; [`Error::Store`].
    pub fn review(&self, municipality: Option<&str>, code: &str) -> Result<ReviewFile, Error> {
        let round = self.theme_round(municipality, code)?;
        let stream = self.organisation_stream(&round.municipality)?;
        let told = self.store.read_stream(stream, Opening::Words)?;
        let whole = part(None, round.code(), &told);
        let mut cases = Vec::new();
        let set = self.set_of(&round)?;
        for name in self.learning_cases(&set)? {
            let (_, first) = self.behind(&set, &name)?;
            let Some(first) = self.store.event(first, Opening::Facts)? else {
                continue;
            };
            let events = self.own_events(first.stream.id, Opening::Words, &|_| true)?;
            cases.push(part(Some(name), round.code(), &events));
        }
        let period = period(&round);
        Ok(ReviewFile {
            moment: whole.opened_at,
            round,
            whole,
            cases,
            period,
        })
    }

    /// The shielded set of a review.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn set_of(&self, round: &Round) -> Result<LearningRound, Error> {
        self.shielded_round(
            Some(&round.municipality),
            round.code(),
            RoundKind::ThemeReview,
        )
    }

    /// The number of the dossier behind a case of a review, to record something about it. It is
    /// shown to nobody.
    ///
    /// # Errors
    /// [`crate::book::learning::LearnError::NoSuchCase`]; [`Error::Store`].
    pub fn dossier_behind(&self, round: &Round, case: &str) -> Result<String, Error> {
        Ok(self.behind(&self.set_of(round)?, case)?.0)
    }

    /// What a person wrote alone in a review and nobody else may see yet: about the whole, or about
    /// a case.
    ///
    /// # Errors
    /// As [`Book::review`].
    pub fn own_views(
        &self,
        round: &Round,
        case: Option<&str>,
        actor: &str,
    ) -> Result<Vec<View>, Error> {
        let number = case
            .map(|case| self.dossier_behind(round, case))
            .transpose()?;
        let events = self.own_private(number.as_deref(), &round.municipality, actor)?;
        Ok(events
            .iter()
            .filter_map(|one| view(one, round.code()))
            .collect())
    }
}

/// First day and first day after the period of a round: what is read, else the year before its plan.
fn period(round: &Round) -> (Day, Day) {
    let last = round.plan.read_until.unwrap_or(round.planned_on);
    let until = last.plus(1).unwrap_or(last);
    let from = round.plan.read_from.or_else(|| until.plus(-365));
    (from.unwrap_or(until), until)
}

fn part(case: Option<String>, round: &str, events: &[Recorded]) -> Part {
    let shields = shields(events);
    let masked = events.iter().map(|recorded| {
        let fields = shields.get(&recorded.id).map_or(&[][..], Vec::as_slice);
        masked_event(recorded, fields)
    });
    let shown = withheld::shown(masked.collect());
    let dossier = shown.into_iter().fold(Dossier::default(), Dossier::evolve);
    let mut part = Part {
        case,
        ..Part::default()
    };
    let mut judgements: BTreeMap<Option<String>, Judged> = BTreeMap::new();
    for recorded in dossier.events() {
        part.views.extend(view(recorded, round));
        match &recorded.event {
            Event::RoundOpened(opened) if opened.round.0 == round => {
                part.opened = true;
                part.opened_at.get_or_insert(recorded.recorded_at);
            }
            Event::JudgementRecorded(judged) if judged.round.0 == round => {
                let about = judged.about.as_ref().map(|code| code.0.clone());
                let open = |words: &crate::domain::words::Words| words.open().map(str::to_owned);
                let differences = judged.differences.iter();
                let differences =
                    differences.map(|one| (one.seat.code().to_owned(), open(&one.text)));
                // A later judgement about the same takes the place of an earlier one.
                judgements.insert(
                    about.clone(),
                    Judged {
                        about,
                        text: open(&judged.text),
                        differences: differences.collect(),
                    },
                );
            }
            _ => {}
        }
    }
    part.judgements = judgements.into_values().collect();
    // Not in the order of writing, so that it does not tell who was first.
    part.views.sort_by(|one, other| {
        (&one.about, &one.seat, &one.text).cmp(&(&other.about, &other.seat, &other.text))
    });
    part
}

fn view(recorded: &Recorded, round: &str) -> Option<View> {
    let Event::ViewWritten(view) = &recorded.event else {
        return None;
    };
    (view.round.0 == round).then(|| View {
        about: view.about.as_ref().map(|code| code.0.clone()),
        seat: recorded.common.role.code().to_owned(),
        text: view.text.open().map(str::to_owned),
        position: view.position.map(|position| position.code()),
    })
}
