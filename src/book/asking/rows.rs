//! Rows of a question's statement as contributions.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::AskError;
use crate::practice::answer::Contribution;
use crate::views::question::Question;
use crate::views::table::Cell;

/// From here on a whole number in a group column is taken for the pseudonym of a professional,
/// which is a random number of 63 bits: an own question may have hidden it under another name.
const PSEUDONYM_FROM: i64 = 1_000_000_000_000;

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

/// Reads rows into contributions.
pub(super) struct Reader<'a> {
    question: &'a Question,
    measures: BTreeMap<&'a str, usize>,
    words: BTreeMap<String, Arc<str>>,
    row: u64,
    pub(super) read: Vec<Contribution>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(question: &'a Question) -> Self {
        let names = question.measures.iter().map(|one| one.name.as_str());
        Self {
            question,
            measures: names.zip(0..).collect(),
            words: BTreeMap::new(),
            row: 0,
            read: Vec::new(),
        }
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
        for (cell, group) in groups.iter().zip(&self.question.groups) {
            if let Some(number) = whole(cell)
                && number.abs() >= PSEUDONYM_FROM
            {
                let group = group.clone();
                return Err(AskError::GroupsByPerson { group });
            }
        }
        let contribution = Contribution {
            measure,
            client: id(client).map_err(fault)?,
            person: id(person).map_err(fault)?,
            numerator: real(numerator).map_err(fault)?.unwrap_or(0.0),
            denominator: real(denominator).map_err(fault)?.unwrap_or(0.0),
            value: real(value).map_err(fault)?,
            missing: real(missing).map_err(fault)?.is_some_and(|one| one > 0.0),
            groups: groups.iter().map(|cell| self.word(cell)).collect(),
        };
        self.read.push(contribution);
        Ok(())
    }

    /// A group value as text; the same text is kept once.
    fn word(&mut self, cell: &Cell) -> Option<Arc<str>> {
        let text = match cell {
            Cell::Null => return None,
            Cell::Text(text) => text.to_string(),
            Cell::Whole(number) => number.to_string(),
            Cell::Real(number) => number.to_string(),
        };
        if let Some(kept) = self.words.get(&text) {
            return Some(Arc::clone(kept));
        }
        let kept: Arc<str> = Arc::from(text.as_str());
        self.words.insert(text, Arc::clone(&kept));
        Some(kept)
    }
}

fn whole(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Whole(number) => Some(*number),
        Cell::Text(text) => text.parse().ok(),
        Cell::Null | Cell::Real(_) => None,
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
        // Exact up to 2⁵³, which no count or amount reaches.
        Cell::Whole(number) => Ok(number.to_string().parse().ok()),
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
        let mut reader = Reader::new(question);
        assert!(reader.check(&columns(question)).is_ok());
        assert!(reader.check(&["measure".to_owned()]).is_err());
        let good = row(Cell::Text("noord".into()), Cell::Whole(3));
        reader.take(&good).unwrap();
        assert_eq!(reader.read[0].client, Some(3));
        assert_eq!(reader.read[0].groups[0].as_deref(), Some("noord"));
        let hidden = row(Cell::Text("8239472398472394".into()), Cell::Whole(3));
        assert!(matches!(
            reader.take(&hidden),
            Err(AskError::GroupsByPerson { .. })
        ));
        let wrong = row(Cell::Null, Cell::Text("x".into()));
        assert!(reader.take(&wrong).is_err());
    }
}
