//! Asking a named question: from what a person wants to know to an answer that may be shown.

pub(super) mod answers;
pub mod picture;
mod rows;
mod run;

use crate::base::{Day, Position, Timestamp};
use crate::views::table::Cell;

pub use crate::practice::answer::{Kind as MeasureKind, Measure};
pub use crate::practice::disclosure::{Reason, Row, Rules};
pub use crate::views::question::{
    ASKERS, Catalogue, Fault as QuestionFault, FaultyQuestion, Question, Shape,
};

/// Folder of a municipality's own questions in that of the book.
pub const OWN_DIR: &str = "questions";

/// For whom an answer is; decides which norm holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Audience {
    /// A team about itself: the smaller norm, and only about one team.
    Team,
    /// Everybody else.
    #[default]
    Policy,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// First day of the period.
    pub from: Day,
    /// First day after it.
    pub until: Day,
    /// How people call the period.
    pub period: String,
    /// One team only.
    pub team: Option<String>,
    /// One municipality only.
    pub municipality: Option<String>,
    /// One kind of decision only.
    pub kind: Option<String>,
    /// As known at this moment.
    pub known_at: Option<Timestamp>,
    /// Grouped by these columns; the question's own choice when left out.
    pub by: Option<Vec<String>>,
    /// The dossier, for what a client asks about their own.
    pub dossier: Option<String>,
    /// For whom it is.
    pub audience: Audience,
}

/// What a reader should know about an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// It is the answer of an earlier moment: since then so few clients changed that a new answer
    /// would tell of those.
    AsKnownEarlier(Timestamp),
    /// Some of it is held back because of earlier answers.
    HeldBackByEarlier,
    /// Nothing was held back: the norm is 1.
    NoControl,
    /// The list was cut after so many rows.
    Cut(usize),
    /// Nothing was found in the period; enough clients have entries in these years.
    DataIn {
        /// The first of them.
        first: i32,
        /// The last.
        last: i32,
    },
}

/// What was answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// The rows of every measure, as they may be shown.
    Measures(Vec<(Measure, Vec<Row>)>),
    /// A list: names of the columns, and rows.
    List {
        /// Names of the columns.
        columns: Vec<String>,
        /// The rows.
        rows: Vec<Vec<Cell>>,
    },
}

/// An answer, as it may be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The question.
    pub question: Question,
    /// What was asked of it.
    pub asked: Asked,
    /// The reporting day.
    pub on_day: Day,
    /// As known at which moment.
    pub known_at: Timestamp,
    /// Every event before this position was in the views.
    pub bookmark: Position,
    /// What it is grouped by.
    pub by: Vec<String>,
    /// The rules of disclosure control.
    pub rules: Rules,
    /// What was answered.
    pub body: Body,
    /// What a reader should know.
    pub notes: Vec<Note>,
}

/// Why a question was not answered. Nothing was told, and nothing remembered.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// No question has this code or name.
    #[error("there is no question {name}")]
    NoSuchQuestion {
        /// What was given.
        name: String,
    },
    /// A file of the municipality's own has this name, but cannot be used.
    #[error("{0}")]
    Faulty(FaultyQuestion),
    /// The question cannot be grouped by this.
    #[error("{code} cannot be grouped by {group}; it can be by: {groups}")]
    NoSuchGroup {
        /// The question.
        code: String,
        /// What was given.
        group: String,
        /// What is possible.
        groups: String,
    },
    /// No answer is grouped by a person.
    #[error("no answer is grouped by a person ({group})")]
    GroupsByPerson {
        /// The column.
        group: String,
    },
    /// The team's own view is of one team.
    #[error("the team's own view is of one team")]
    TeamNeeded,
    /// The question is about one dossier.
    #[error("{code} is about one dossier")]
    DossierNeeded {
        /// The question.
        code: String,
    },
    /// The question is not about one dossier, so that it would tell of one person.
    #[error("{code} is not about one dossier")]
    NoDossier {
        /// The question.
        code: String,
    },
    /// The period has no day in it.
    #[error("the period ends before it begins")]
    EmptyPeriod,
    /// The statement does not give the columns of a contribution.
    #[error("{code} gives the columns {found}, and should give {wanted}")]
    Columns {
        /// The question.
        code: String,
        /// The columns it gives.
        found: String,
        /// The columns it should give.
        wanted: String,
    },
    /// A row of the statement cannot be read.
    #[error("{code}: row {row} cannot be read: {what}")]
    Contribution {
        /// The question.
        code: String,
        /// Which row, from 1.
        row: u64,
        /// What is wrong.
        what: &'static str,
    },
    /// It takes too long, or gives too many rows.
    #[error("{code} takes longer or gives more rows than a question may")]
    TooMuch {
        /// The question.
        code: String,
    },
    /// The memory of given answers is damaged.
    #[error("{path}: the memory of given answers is damaged", path = path.display())]
    MemoryDamaged {
        /// The file.
        path: std::path::PathBuf,
    },
    /// Somebody else is asking, and does not finish.
    #[error("somebody else keeps the memory of given answers: {path}", path = path.display())]
    MemoryBusy {
        /// The file.
        path: std::path::PathBuf,
    },
    /// The memory of given answers is full.
    #[error("{path}: the memory of given answers is full", path = path.display())]
    MemoryFull {
        /// The file.
        path: std::path::PathBuf,
    },
}

impl AskError {
    /// What kind of trouble it is.
    #[must_use]
    pub fn kind(&self) -> super::Kind {
        use super::Kind;
        match self {
            Self::GroupsByPerson { .. } | Self::MemoryFull { .. } | Self::NoDossier { .. } => {
                Kind::Refused
            }
            Self::MemoryDamaged { .. } => Kind::Damage,
            Self::MemoryBusy { .. } => Kind::Conflict,
            _ => Kind::Usage,
        }
    }
}
