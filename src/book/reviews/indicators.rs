//! The indicators of a review: each with its answer for the period, earlier periods beside it, and
//! teams and municipalities beside each other. Every figure comes through disclosure control.

use super::file::ReviewFile;
use crate::base::Day;
use crate::book::asking::{Answer, Asked, Audience, Body, Measure, Row};
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::views::question::Question;

/// Periods before that of the round that are laid beside it.
const EARLIER: i32 = 3;

/// The figures of one answer: for each measure its rows, the total last.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// How the period is called.
    pub period: String,
    /// First day.
    pub from: Day,
    /// First day after it.
    pub until: Day,
    /// Measures and rows.
    pub measures: Vec<(Measure, Vec<Row>)>,
    /// The answer they come from.
    pub answer: Answer,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// The question.
    pub question: Question,
    /// The answer for the period of the round.
    pub now: Figures,
    /// Answers for earlier periods of the same length, the latest first.
    pub earlier: Vec<Figures>,
    /// By what the question itself divides by, such as principles, when that is no team.
    pub parts: Option<Figures>,
    /// Teams beside each other, when the question knows teams.
    pub teams: Option<Figures>,
    /// Municipalities beside each other, when the question knows them.
    pub municipalities: Option<Figures>,
}

impl Indicator {
    /// The total of a measure in the period of the round.
    #[must_use]
    pub fn total(&self, measure: &str) -> Option<&Row> {
        total(&self.now, measure)
    }
}

/// The total of a measure.
pub(super) fn total<'f>(figures: &'f Figures, measure: &str) -> Option<&'f Row> {
    let found = figures.measures.iter().find(|(one, _)| one.name == measure);
    found.and_then(|(_, rows)| rows.iter().find(|row| row.total))
}

impl Book {
    /// The questions whose figures a review looks at: those of its plan, else those of its theme.
    ///
    /// # Errors
    /// As [`Book::indicator_named`].
    pub fn indicators_in(&self, review: &ReviewFile) -> Result<Vec<Question>, Error> {
        let plan = &review.round.plan;
        if plan.indicators.is_empty() {
            return plan
                .theme
                .map_or_else(|| Ok(Vec::new()), |theme| self.indicators_of(theme));
        }
        let names = plan.indicators.iter();
        names.map(|code| self.indicator_named(&code.0)).collect()
    }

    /// Every indicator of a review with its figures, as known at the moment of the review.
    ///
    /// # Errors
    /// As [`Book::ask`].
    pub fn indicators(&self, review: &ReviewFile) -> Result<Vec<Indicator>, Error> {
        let questions = self.indicators_in(review)?.into_iter();
        questions
            .map(|question| self.indicator(review, question))
            .collect()
    }

    fn indicator(&self, review: &ReviewFile, question: Question) -> Result<Indicator, Error> {
        let (from, until) = review.period;
        let whole = |by: &[&str]| self.figures(review, &question, (from, until), by);
        let by = |group: &str| {
            let known = question.groups.iter().any(|one| one == group);
            known.then(|| whole(&[group])).transpose()
        };
        let now = whole(&[])?;
        let places = ["team", "municipality"];
        let own: Vec<&str> = question.by.iter().map(String::as_str).collect();
        let divides = !own.is_empty() && !own.iter().any(|group| places.contains(group));
        let parts = divides.then(|| whole(&own)).transpose()?;
        let (teams, municipalities) = (by("team")?, by("municipality")?);
        let days = until.days_since(from).max(1);
        let mut earlier = Vec::new();
        for before in 1..=EARLIER {
            let Some((first, last)) = from
                .plus(-before * days)
                .zip(from.plus(-(before - 1) * days))
            else {
                break;
            };
            earlier.push(self.figures(review, &question, (first, last), &[])?);
        }
        Ok(Indicator {
            question,
            now,
            earlier,
            parts,
            teams,
            municipalities,
        })
    }

    pub(super) fn figures(
        &self,
        review: &ReviewFile,
        question: &Question,
        (from, until): (Day, Day),
        by: &[&str],
    ) -> Result<Figures, Error> {
        let last = until.plus(-1).unwrap_or(until);
        let team = review.round.plan.team.as_ref().map(|team| team.0.clone());
        // Between municipalities no single team stands, and a team beside itself says nothing.
        let team = team.filter(|_| by.is_empty());
        let asked = Asked {
            from,
            until,
            period: format!("{from}..{last}"),
            team,
            municipality: None,
            kind: None,
            known_at: review.moment,
            by: Some(by.iter().map(|&group| group.to_owned()).collect()),
            dossier: None,
            audience: Audience::Policy,
        };
        self.figured(&question.code, &asked)
    }

    /// An answer with figures.
    pub(super) fn figured(&self, code: &str, asked: &Asked) -> Result<Figures, Error> {
        let answer = self.ask(code, asked)?;
        let measures = match &answer.body {
            Body::Measures(measures) => measures.clone(),
            Body::List { .. } => Vec::new(),
        };
        Ok(Figures {
            period: asked.period.clone(),
            from: asked.from,
            until: asked.until,
            measures,
            answer,
        })
    }
}
