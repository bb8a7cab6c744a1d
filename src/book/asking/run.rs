//! Running a question: the views, the rows, disclosure control, the memory of answers.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::answers::Answers;
use super::rows::Reader;
use super::{Answer, AskError, Asked, Audience, Body, Note, OWN_DIR};
use crate::base::{Day, Timestamp};
use crate::book::disclosing::short;
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::book::views::DIR_NAME;
use crate::host::{Disk as _, RealDisk};
use crate::practice::answer::Gathered;
use crate::practice::disclosure::{Controlled, Memory, Remembered, Rules, control};
use crate::views::question::{Catalogue, MAX_OWN, MAX_OWN_LEN, PERSON_COLUMNS, Question, Shape};
use crate::views::table::{Cell, Face};
use crate::views::{Limits, Questions, Views};

/// How long one question may take.
const TIME: Duration = Duration::from_secs(120);

/// Rows one question may give: more than a million events bring forth.
const ROWS: u64 = 5_000_000;

/// Rows of a list that are shown.
const LIST_ROWS: u64 = 10_000;

/// Earlier answers to the same question that are tried.
const EARLIER: usize = 5;

/// When, and as known when, a question is answered.
#[derive(Clone, Copy)]
struct Moment {
    known_at: Timestamp,
    on_day: Day,
}

impl Book {
    /// Every question that can be asked: the built-in ones, and the municipality's own from the
    /// folder `questions` of the book.
    ///
    /// # Errors
    /// [`Error::Views`] when that folder cannot be read.
    pub fn questions(&self) -> Result<Catalogue, Error> {
        let mut catalogue = Catalogue::built_in();
        let dir = self.dir.join(OWN_DIR);
        let disk = RealDisk;
        let failed = |error| Error::Views(crate::views::Error::Io(error));
        if !disk.exists(&dir).map_err(failed)? {
            return Ok(catalogue);
        }
        let names = disk.list(&dir).map_err(failed)?;
        for name in names.iter().filter(|name| is_sql(name)).take(MAX_OWN) {
            let bytes = disk.read_small(&dir.join(name), MAX_OWN_LEN);
            let text = bytes
                .map_err(|error| error.source.to_string())
                .and_then(|bytes| String::from_utf8(bytes).map_err(|error| error.to_string()));
            catalogue.add_own(name, text);
        }
        Ok(catalogue)
    }

    /// Answers a question, by its code or name. What comes back may be shown; it is remembered
    /// before it does.
    ///
    /// # Errors
    /// [`Error::Ask`] when it cannot be asked like that, [`Error::Views`] when the views fail.
    pub fn ask(&self, name: &str, asked: &Asked) -> Result<Answer, Error> {
        let catalogue = self.questions()?;
        let question = found(&catalogue, name)?;
        let by = checked(question, asked)?;
        let views = self.views()?;
        let status = views.standing()?;
        let now = self.now();
        let latest = status.recorded_at.unwrap_or(now);
        let moment = |known_at: Timestamp| {
            let last = asked.until.plus(-1).unwrap_or(asked.until);
            let seen = asked.known_at.unwrap_or(now).day();
            Moment {
                known_at,
                on_day: last.min(seen).max(asked.from),
            }
        };
        let moment = moment(asked.known_at.unwrap_or(latest));
        let rules = Rules {
            sensitive: question.sensitive,
            ..self.disclosure_rules(asked.audience, moment.on_day)?
        };
        let asking = Asking {
            book: self,
            views: &views,
            question,
            asked,
            by: &by,
            rules,
        };
        let (body, moment, notes) = match question.shape {
            Shape::List => asking.list(moment)?,
            Shape::Answer => asking.answer(moment)?,
        };
        Ok(Answer {
            question: question.clone(),
            asked: asked.clone(),
            on_day: moment.on_day,
            known_at: moment.known_at,
            bookmark: status.next,
            by,
            rules,
            body,
            notes,
        })
    }
}

fn is_sql(name: &str) -> bool {
    let ending = Path::new(name).extension();
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("sql")) && !name.starts_with('.')
}

/// The question with this code or name, or why there is none.
fn found<'a>(catalogue: &'a Catalogue, name: &str) -> Result<&'a Question, AskError> {
    if let Some(question) = catalogue.find(name) {
        return Ok(question);
    }
    let file = |file: &str| file.strip_suffix(".sql") == Some(name) || file == name;
    let faulty = catalogue.faulty().iter().find(|one| file(&one.file));
    Err(match faulty {
        Some(faulty) => AskError::Faulty(faulty.clone()),
        None => AskError::NoSuchQuestion {
            name: name.to_owned(),
        },
    })
}

/// Checks what is asked; gives the groups.
fn checked(question: &Question, asked: &Asked) -> Result<Vec<String>, AskError> {
    let by = asked.by.clone().unwrap_or_else(|| question.by.clone());
    for group in &by {
        if PERSON_COLUMNS.contains(&group.as_str()) {
            let group = group.clone();
            return Err(AskError::GroupsByPerson { group });
        }
        if !question.groups.contains(group) {
            return Err(AskError::NoSuchGroup {
                code: question.code.clone(),
                group: group.clone(),
                groups: question.groups.join(", "),
            });
        }
    }
    if asked.from >= asked.until {
        return Err(AskError::EmptyPeriod);
    }
    if asked.audience == Audience::Team && asked.team.is_none() {
        return Err(AskError::TeamNeeded);
    }
    let code = question.code.clone();
    let about_one = question.shape == Shape::List && question.text.contains("asked.dossier");
    match (about_one, &asked.dossier) {
        (true, None) => Err(AskError::DossierNeeded { code }),
        (false, Some(_)) => Err(AskError::NoDossier { code }),
        _ => Ok(by),
    }
}

/// Whether nothing at all was found, known or not.
fn is_empty(gathered: &[Gathered]) -> bool {
    gathered.iter().all(|one| {
        let total = &one.total;
        total.clients.is_empty() && total.missing() == 0 && total.denominator().abs() <= 0.0
    })
}

struct Asking<'a> {
    book: &'a Book,
    views: &'a Views,
    question: &'a Question,
    asked: &'a Asked,
    by: &'a [String],
    rules: Rules,
}

type Given = (Body, Moment, Vec<Note>);

impl Asking<'_> {
    /// A connection as known at a moment, with what is asked at hand. What is asked now reads the
    /// views as they hold, which is as known at the last event.
    fn connect(&self, moment: Moment, earlier: bool) -> Result<Questions, Error> {
        let known_at = (earlier || self.asked.known_at.is_some()).then_some(moment.known_at);
        let questions = self.views.connect(known_at, Face::Open)?;
        let text = |value: &Option<String>| {
            let value = value.clone();
            value.map_or(Cell::Null, |value| Cell::Text(value.into()))
        };
        let day = |day: Day| Cell::Whole(i64::from(day.since_epoch()));
        let cells = [
            ("from_day", day(self.asked.from)),
            ("until_day", day(self.asked.until)),
            ("on_day", day(moment.on_day)),
            ("municipality", text(&self.asked.municipality)),
            ("team", text(&self.asked.team)),
            ("kind", text(&self.asked.kind)),
            ("dossier", self.dossier()?),
        ];
        questions.give("asked", &cells)?;
        Ok(questions)
    }

    /// The dossier that is asked about, as the views number it.
    fn dossier(&self) -> Result<Cell, Error> {
        let Some(number) = &self.asked.dossier else {
            return Ok(Cell::Null);
        };
        // The views hold no numbers of dossiers; the key of the book leads from one to the other.
        let place = self.book.dossier_place(number)?;
        Ok(Cell::Whole(i64::try_from(place.0).unwrap_or(i64::MAX)))
    }

    fn list(&self, moment: Moment) -> Result<Given, Error> {
        let limits = Limits {
            rows: Some(LIST_ROWS),
            time: Some(TIME),
        };
        let found = self
            .connect(moment, false)?
            .answer(&self.question.text, limits)?;
        let mut notes = Vec::from_iter(found.cut.map(|_| Note::Cut(found.rows.len())));
        if found.rows.is_empty() && self.asked.dossier.is_none() {
            notes.extend(self.elsewhere(moment)?);
        }
        let body = Body::List {
            columns: found.columns,
            rows: found.rows,
        };
        Ok((body, moment, notes))
    }

    fn answer(&self, moment: Moment) -> Result<Given, Error> {
        if self.rules.open() {
            let rows = self.gathered(moment, false)?;
            let controlled = self.controlled(&rows, &mut Memory::default());
            let mut notes = vec![Note::NoControl];
            if is_empty(&rows) {
                notes.extend(self.elsewhere(moment)?);
            }
            return Ok((self.body(controlled), moment, notes));
        }
        let mut answers = Answers::open(&self.book.dir.join(DIR_NAME))?;
        let rows = self.gathered(moment, false)?;
        let mut controlled = self.controlled(&rows, &mut answers.memory);
        let (mut moment, mut notes) = (moment, Vec::new());
        if is_empty(&rows) {
            notes.extend(self.elsewhere(moment)?);
        }
        if controlled.because_of_earlier {
            notes.push(Note::HeldBackByEarlier);
            // A new answer would tell of the few who changed; an earlier one tells nothing new.
            let earlier = self.earlier(&mut answers.memory, moment)?;
            if let Some((then, given)) = earlier {
                notes = vec![Note::AsKnownEarlier(then.known_at)];
                (moment, controlled) = (then, given);
            }
        }
        let remembered = Remembered {
            series: self.series(),
            label: self.label(),
            given_at: self.book.now().0,
            known_at: moment.known_at.0,
            on_day: moment.on_day.since_epoch(),
        };
        let kept = std::mem::take(&mut controlled.kept);
        if answers.memory.add(remembered, kept) {
            answers.save()?;
        }
        Ok((self.body(controlled), moment, notes))
    }

    /// The latest earlier moment at which the same question can be answered without holding back
    /// anything for the sake of other answers.
    fn earlier(
        &self,
        memory: &mut Memory,
        moment: Moment,
    ) -> Result<Option<(Moment, Controlled)>, Error> {
        if self.asked.known_at.is_some() {
            return Ok(None);
        }
        let same = memory.of_series(self.series());
        let mut moments: Vec<(i64, i32)> = same.map(|one| (one.known_at, one.on_day)).collect();
        moments.dedup();
        // As known at the same moment it would be the same answer.
        moments.retain(|then| *then != (moment.known_at.0, moment.on_day.since_epoch()));
        for (known_at, on_day) in moments.into_iter().take(EARLIER) {
            let then = Moment {
                known_at: Timestamp(known_at),
                on_day: Day::from_epoch(on_day).unwrap_or(moment.on_day),
            };
            let rows = self.gathered(then, true)?;
            let controlled = self.controlled(&rows, memory);
            if !controlled.because_of_earlier {
                return Ok(Some((then, controlled)));
            }
        }
        Ok(None)
    }

    /// The years in which enough clients have entries, when some lie outside the period: who asks
    /// about this year may look for something older.
    fn elsewhere(&self, moment: Moment) -> Result<Option<Note>, Error> {
        let limits = Limits {
            rows: None,
            time: Some(TIME),
        };
        let sql = "SELECT y.year, COUNT(DISTINCT e.dossier) AS clients FROM entries AS e
                   JOIN days AS y ON y.day = e.occurred_day GROUP BY y.year ORDER BY y.year";
        let found = self.connect(moment, false)?.answer(sql, limits)?;
        let years: Vec<i32> = found
            .rows
            .iter()
            .filter_map(|row| match row.as_slice() {
                [Cell::Text(year), Cell::Whole(clients)]
                    if *clients >= i64::from(self.rules.norm) =>
                {
                    year.parse().ok()
                }
                _ => None,
            })
            .collect();
        let (Some(first), Some(last)) = (years.first(), years.last()) else {
            return Ok(None);
        };
        let asked = |day: Day| i32::from(day.year_month_day().0);
        let until = self.asked.until.plus(-1).unwrap_or(self.asked.until);
        let within = asked(self.asked.from) <= *first && *last <= asked(until);
        Ok((!within).then_some(Note::DataIn {
            first: *first,
            last: *last,
        }))
    }

    fn gathered(&self, moment: Moment, earlier: bool) -> Result<Vec<Gathered>, Error> {
        let questions = self.connect(moment, earlier)?;
        let limits = Limits {
            rows: Some(ROWS),
            time: Some(TIME),
        };
        let mut columns = Vec::new();
        let mut fault = None;
        let place = |group: &String| self.question.groups.iter().position(|one| one == group);
        let by: Vec<usize> = self.by.iter().filter_map(place).collect();
        let mut reader = Reader::new(self.question, &by);
        let cut = questions.each(
            &self.question.text,
            limits,
            &mut |names| columns = names.to_vec(),
            &mut |cells| match reader.take(cells) {
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => {
                    fault = Some(error);
                    ControlFlow::Break(())
                }
            },
        )?;
        reader.check(&columns)?;
        if let Some(fault) = fault {
            return Err(fault.into());
        }
        if cut.is_some() {
            let code = self.question.code.clone();
            return Err(AskError::TooMuch { code }.into());
        }
        Ok(reader.gathered())
    }

    fn controlled(&self, gathered: &[Gathered], memory: &mut Memory) -> Controlled {
        let statistics: Vec<u64> = self
            .question
            .measures
            .iter()
            .map(|measure| short(&[&self.question.text, &measure.name]))
            .collect();
        control(gathered, &statistics, &self.rules, memory, &self.label())
    }

    fn body(&self, controlled: Controlled) -> Body {
        let measures = self.question.measures.iter().cloned();
        Body::Measures(measures.zip(controlled.measures).collect())
    }

    /// What is asked, so that the same question again is recognised.
    fn series(&self) -> u64 {
        let asked = self.asked;
        let none = || "\u{0}".to_owned();
        let filter = |value: &Option<String>| value.clone().unwrap_or_else(none);
        short(&[
            &self.question.text,
            &asked.from.to_string(),
            &asked.until.to_string(),
            &filter(&asked.team),
            &filter(&asked.municipality),
            &filter(&asked.kind),
            &self.by.join(","),
            &self.rules.norm.to_string(),
        ])
    }

    /// How people call this answer.
    fn label(&self) -> Arc<str> {
        let filters = [&self.asked.team, &self.asked.municipality, &self.asked.kind];
        let mut parts = vec![self.question.code.as_str(), self.asked.period.as_str()];
        parts.extend(filters.into_iter().flatten().map(String::as_str));
        Arc::from(parts.join(" "))
    }
}
