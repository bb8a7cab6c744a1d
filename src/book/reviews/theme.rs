//! The four themes, the questions that belong to each, and the rounds that look at one.

use super::error::ReviewError;
use crate::book::audits::{AuditError, Round};
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::domain::codes::{RoundKind, Theme};
use crate::views::question::{Question, Shape};

/// The word by which questions name the group of a theme (domain.md §4).
const fn asker(theme: Theme) -> &'static str {
    match theme {
        Theme::GuidingPrinciples => "LG",
        Theme::ClientCentral => "CC",
        Theme::ProfessionalOrganisation => "PO",
        Theme::WithClients => "SC",
    }
}

impl Book {
    /// The indicators of a theme: the built-in questions of its group that give figures, and the
    /// municipality's own ones for it, in the order of their codes.
    ///
    /// # Errors
    /// [`Error::Views`] when the folder of own questions cannot be read.
    pub fn indicators_of(&self, theme: Theme) -> Result<Vec<Question>, Error> {
        let group = asker(theme);
        let catalogue = self.questions()?;
        let wanted = |one: &&Question| {
            one.shape == Shape::Answer && one.asks.iter().any(|asker| asker == group)
        };
        let mut found: Vec<Question> = catalogue
            .questions()
            .iter()
            .filter(wanted)
            .cloned()
            .collect();
        found.sort_by(|one, other| (one.own, &one.code).cmp(&(other.own, &other.code)));
        Ok(found)
    }

    /// The question with this code or name, when it gives figures.
    ///
    /// # Errors
    /// [`ReviewError::NotAFigure`]; [`Error::Views`].
    pub fn indicator_named(&self, name: &str) -> Result<Question, Error> {
        let catalogue = self.questions()?;
        let found = catalogue
            .find(name.trim())
            .filter(|one| one.shape == Shape::Answer);
        let found = found.cloned().ok_or_else(|| ReviewError::NotAFigure {
            given: name.to_owned(),
        });
        Ok(found?)
    }

    /// The round with this name, when it is a review by theme.
    ///
    /// # Errors
    /// [`AuditError::NoSuchRound`]; [`Error::Store`].
    pub fn theme_round(&self, municipality: Option<&str>, code: &str) -> Result<Round, Error> {
        let rounds = self.rounds_of(municipality)?.into_iter();
        let rounds: Vec<Round> = rounds
            .filter(|one| one.plan.kind == RoundKind::ThemeReview)
            .collect();
        let there: Vec<&str> = rounds.iter().map(Round::code).collect();
        let there = if there.is_empty() {
            "–".to_owned()
        } else {
            there.join(", ")
        };
        let found = rounds.into_iter().find(|one| one.code() == code.trim());
        found.ok_or_else(|| {
            AuditError::NoSuchRound {
                given: code.to_owned(),
                there,
            }
            .into()
        })
    }
}
