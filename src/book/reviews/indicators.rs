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
        let mut earlier = Vec::new();
        for before in 1..=EARLIER {
            let Some((first, last)) = earlier_period(from, until, before) else {
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

/// The period that lies so many periods before another, as long as that one: whole months before
/// whole months, so that a year stands beside a year, and days before days. The last day is not in
/// it.
fn earlier_period(from: Day, until: Day, before: i32) -> Option<(Day, Day)> {
    let ((year, month, first), (last_year, last_month, last)) =
        (from.year_month_day(), until.year_month_day());
    if (first, last) != (1, 1) {
        let days = until.days_since(from).max(1);
        return from
            .plus(-before * days)
            .zip(from.plus(-(before - 1) * days));
    }
    let month = i32::from(year) * 12 + i32::from(month) - 1;
    let length = i32::from(last_year) * 12 + i32::from(last_month) - 1 - month;
    let start = |month: i32| -> Option<Day> {
        let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
        format!("{year:04}-{month:02}-01").parse().ok()
    };
    start(month - before * length).zip(start(month - (before - 1) * length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_stands_beside_a_year_and_days_beside_days() {
        let check = |from: &str, until: &str, before: i32, wanted: (&str, &str)| {
            let found = earlier_period(from.parse().unwrap(), until.parse().unwrap(), before);
            let (first, last) = found.unwrap();
            assert_eq!(
                (first.to_string().as_str(), last.to_string().as_str()),
                wanted
            );
        };
        check("2025-01-01", "2026-01-01", 1, ("2024-01-01", "2025-01-01"));
        check("2025-01-01", "2026-01-01", 2, ("2023-01-01", "2024-01-01"));
        check("2025-01-01", "2025-04-01", 1, ("2024-10-01", "2025-01-01"));
        check("2025-01-11", "2025-01-21", 2, ("2024-12-22", "2025-01-01"));
    }
}
