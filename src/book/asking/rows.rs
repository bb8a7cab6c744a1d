//! Rows of a question's statement as contributions.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::AskError;
use crate::practice::answer::{Contribution, Gathered, Gatherer};
use crate::views::question::Question;
use crate::views::table::Cell;

/// From here on a whole number in a group column is taken for the pseudonym of a professional,
/// which is a random number of 63 bits: an own question may have hidden it under another name.
const PSEUDONYM_FROM: u64 = 1_000_000_000_000;

/// The columns a statement gives: measure, the groups, and what is counted.
pub(super) fn columns(question: &Question) -> Vec<String> {
    let first = std::iter::once("measure".to_owned());
    let last = [
        "client",
        "person",
        "numerator",
        "denominator",
        "value",
        "missing",
    ];
    let groups = question.groups.iter().cloned();
    first.chain(groups).chain(last.map(str::to_owned)).collect()
}

/// Reads rows as contributions, and gathers them.
pub(super) struct Reader<'a> {
    question: &'a Question,
    measures: BTreeMap<&'a str, usize>,
    /// Every text that stood in a group column: the same text is kept once.
    words: HashMap<String, Arc<str>>,
    row: u64,
    /// The row that was read last; its room is used for the next.
    pub(super) one: Contribution,
    gatherer: Gatherer<'a>,
}

impl<'a> Reader<'a> {
    /// For a question, grouped by the groups at these places of its list.
    pub(super) fn new(question: &'a Question, by: &[usize]) -> Self {
        let names = question.measures.iter().map(|one| one.name.as_str());
        Self {
            question,
            measures: names.zip(0..).collect(),
            words: HashMap::new(),
            row: 0,
            one: Contribution {
                measure: 0,
                groups: vec![None; question.groups.len()],
                client: None,
                person: None,
                numerator: 0.0,
                denominator: 0.0,
                value: None,
                missing: false,
            },
            gatherer: Gatherer::new(&question.measures, by),
        }
    }

    /// What the rows came to.
    pub(super) fn gathered(self) -> Vec<Gathered> {
        self.gatherer.gathered()
    }

    /// Whether the statement gives the right columns.
    pub(super) fn check(&self, found: &[String]) -> Result<(), AskError> {
        let wanted = columns(self.question);
        if found == wanted {
            return Ok(());
        }
        Err(AskError::Columns {
            code: self.question.code.clone(),
            found: found.join(", "),
            wanted: wanted.join(", "),
        })
    }

    /// Takes one row.
    pub(super) fn take(&mut self, cells: &[Cell]) -> Result<(), AskError> {
        self.row += 1;
        let fault = |what| AskError::Contribution {
            code: self.question.code.clone(),
            row: self.row,
            what,
        };
        let count = self.question.groups.len();
        let ([name, rest @ ..], true) = (cells, cells.len() == count + 7) else {
            return Err(fault("another number of columns"));
        };
        let Cell::Text(name) = name else {
            return Err(fault("no measure"));
        };
        let measure = self.measures.get(name.as_ref()).copied();
        let measure = measure.ok_or_else(|| fault("a measure that the head does not name"))?;
        let (groups, numbers) = rest.split_at(count);
        let [client, person, numerator, denominator, value, missing] = numbers else {
            return Err(fault("another number of columns"));
        };
        self.one.measure = measure;
        self.one.client = id(client).map_err(fault)?;
        self.one.person = id(person).map_err(fault)?;
        self.one.numerator = real(numerator).map_err(fault)?.unwrap_or(0.0);
        self.one.denominator = real(denominator).map_err(fault)?.unwrap_or(0.0);
        self.one.value = real(value).map_err(fault)?;
        self.one.missing = real(missing).map_err(fault)?.is_some_and(|one| one > 0.0);
        for (place, cell) in groups.iter().enumerate() {
            self.group(place, cell)?;
        }
        self.gatherer.take(&self.one);
        Ok(())
    }

    /// Takes a group value as text. Rows that follow each other mostly have the same.
    fn group(&mut self, place: usize, cell: &Cell) -> Result<(), AskError> {
        let before = self.one.groups.get(place).and_then(Option::as_ref);
        let text = match cell {
            Cell::Null => None,
            Cell::Text(text) => {
                if before.is_some_and(|before| **before == **text) {
                    return Ok(());
                }
                Some(text.as_ref().to_owned())
            }
            Cell::Whole(number) => Some(number.to_string()),
            Cell::Real(number) => Some(number.to_string()),
        };
        let word = match text {
            None => None,
            Some(text) => Some(match self.words.get(&text) {
                Some(kept) => Arc::clone(kept),
                None => {
                    // A text is looked at once: what is kept is no pseudonym.
                    let number = text.parse::<i64>().ok();
                    if number.is_some_and(|number| number.unsigned_abs() >= PSEUDONYM_FROM) {
                        let group = self.question.groups.get(place).cloned();
                        let group = group.unwrap_or_default();
                        return Err(AskError::GroupsByPerson { group });
                    }
                    let kept: Arc<str> = Arc::from(text.as_str());
                    self.words.insert(text, Arc::clone(&kept));
                    kept
                }
            }),
        };
        if let Some(group) = self.one.groups.get_mut(place) {
            *group = word;
        }
        Ok(())
    }
}

fn id(cell: &Cell) -> Result<Option<i64>, &'static str> {
    match cell {
        Cell::Null => Ok(None),
        Cell::Whole(number) => Ok(Some(*number)),
        Cell::Text(_) | Cell::Real(_) => Err("client or person is not a whole number"),
    }
}

fn real(cell: &Cell) -> Result<Option<f64>, &'static str> {
    match cell {
        Cell::Null => Ok(None),
        Cell::Real(number) if number.is_finite() => Ok(Some(*number)),
        Cell::Whole(number) => Ok(Some(match i32::try_from(*number) {
            Ok(small) => f64::from(small),
            // Exact up to 2⁵³, which no count or amount reaches.
            Err(_) => number.to_string().parse().unwrap_or(f64::MAX),
        })),
        Cell::Text(_) | Cell::Real(_) => Err("a number is not a number"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::question::Catalogue;

    fn row(team: Cell, client: Cell) -> Vec<Cell> {
        let mut cells = vec![Cell::Text("real".into()), team, Cell::Null, Cell::Null];
        cells.extend([Cell::Null, client, Cell::Null]);
        cells.extend([Cell::Whole(1), Cell::Real(2.0), Cell::Null, Cell::Whole(0)]);
        cells
    }

    #[test]
    fn a_row_is_read_and_a_pseudonym_is_no_group() {
        let text = include_str!("../../views/questions/real-choice.sql");
        let text = text
            .lines()
            .map(|line| match line.strip_prefix("-- groups:") {
                Some(_) => "-- groups: team municipality quarter kind".to_owned(),
                None => match line.strip_prefix("-- measure:") {
                    Some(_) => "-- measure: real ratio | Echt | Real".to_owned(),
                    None => match line.strip_prefix("-- by:") {
                        Some(_) => "-- by: team".to_owned(),
                        None => line.to_owned(),
                    },
                },
            });
        let text = text.collect::<Vec<_>>().join("\n");
        let mut catalogue = Catalogue::default();
        catalogue.add_own("real-choice.sql", Ok(text));
        let question = &catalogue.questions()[0];
        let mut reader = Reader::new(question, &[0]);
        assert!(reader.check(&columns(question)).is_ok());
        assert!(reader.check(&["measure".to_owned()]).is_err());
        let good = row(Cell::Text("noord".into()), Cell::Whole(3));
        reader.take(&good).unwrap();
        assert_eq!(reader.one.client, Some(3));
        assert_eq!(reader.one.groups[0].as_deref(), Some("noord"));
        let hidden = row(Cell::Text("8239472398472394".into()), Cell::Whole(3));
        assert!(matches!(
            reader.take(&hidden),
            Err(AskError::GroupsByPerson { .. })
        ));
        let hidden = row(Cell::Whole(-8_239_472_398_472_394), Cell::Whole(3));
        assert!(matches!(
            reader.take(&hidden),
            Err(AskError::GroupsByPerson { .. })
        ));
        assert_eq!(reader.row, 3);
        let wrong = row(Cell::Null, Cell::Text("x".into()));
        assert!(reader.take(&wrong).is_err());
    }
}
