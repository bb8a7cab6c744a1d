//! The head of a question file: lines `-- key: value` before the statement.

use std::collections::{BTreeMap, BTreeSet};

use crate::practice::answer::{Kind, Measure};

/// Who may ask: team lead, the four theme groups, policy maker, learner, client.
pub const ASKERS: [&str; 8] = ["TL", "LG", "CC", "PO", "SC", "BM", "LE", "CL"];

/// Columns of the views that hold a professional; no question may group by them.
pub const PERSON_COLUMNS: [&str; 8] = [
    "person",
    "by",
    "lead",
    "led_by",
    "learner",
    "resource",
    "actor",
    "counsellor",
];

/// Bytes of a question file; longer is not a question.
const LEN_MAX: usize = 64 * 1024;

/// What a question gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Contributions, for counts and shares of groups.
    Answer,
    /// Rows about cases, for who may see them one by one.
    List,
}

/// A named question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its code, such as `Q04`; a municipality chooses its own.
    pub code: String,
    /// Its name, such as `past-the-limit`.
    pub name: String,
    /// The question in Dutch.
    pub title_nl: String,
    /// The question in English.
    pub title_en: String,
    /// Who asks it, of [`ASKERS`].
    pub asks: Vec<String>,
    /// Where it comes from.
    pub source: String,
    /// Names of the event types it stands on.
    pub events: Vec<String>,
    /// What it gives.
    pub shape: Shape,
    /// What stands in the numerator, in Dutch and English.
    pub numerator: (String, String),
    /// What stands in the denominator, in Dutch and English.
    pub denominator: (String, String),
    /// What is counted.
    pub unit: String,
    /// The group columns of the statement, in its order.
    pub groups: Vec<String>,
    /// The groups that are used when the asker names none.
    pub by: Vec<String>,
    /// What it measures.
    pub measures: Vec<Measure>,
    /// Whether the numerator tells something delicate about a client; then a share of 90 % and
    /// more is held back too.
    pub sensitive: bool,
    /// The whole file, head included.
    pub text: String,
    /// Whether it is the municipality's own.
    pub own: bool,
}

/// What is wrong with a question file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A line of the head that must be there.
    #[error("the line `-- {0}: …` is not there")]
    NoLine(&'static str),
    /// A line that stands there twice.
    #[error("the line `-- {0}: …` stands there twice")]
    Twice(String),
    /// A line that no question has.
    #[error("no question has a line `-- {0}: …`")]
    Unknown(String),
    /// A value that cannot stand there.
    #[error("`{value}` cannot stand behind `{key}`")]
    Value {
        /// The key of the line.
        key: String,
        /// What was found.
        value: String,
    },
    /// It groups by a professional.
    #[error("it groups by the person in `{0}`; no answer may be grouped by a person")]
    Person(String),
    /// There is no statement, or more than one.
    #[error("a question is one SELECT statement")]
    NotOneStatement,
    /// It reads the tables with every version of every row.
    #[error("it reads `{0}`; a question reads the views, which are already as known then")]
    EveryVersion(String),
    /// The file is too long.
    #[error("the file is longer than {LEN_MAX} bytes")]
    TooLong,
    /// Another question has its code or name.
    #[error("another question is called `{0}`")]
    Taken(String),
    /// The file cannot be read.
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
}

/// A question file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {fault}")]
pub struct FaultyQuestion {
    /// The file.
    pub file: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// Keys that every question has.
const NEEDED: [&str; 10] = [
    "code", "name", "title.nl", "title.en", "asks", "source", "events", "shape", "unit", "groups",
];

/// Keys that some have.
const ALLOWED: [&str; 6] = [
    "numerator.nl",
    "numerator.en",
    "denominator.nl",
    "denominator.en",
    "by",
    "sensitive",
];

/// Reads a question file.
///
/// # Errors
/// The first fault of the file.
pub fn parse(text: &str, own: bool) -> Result<Question, Fault> {
    if text.len() > LEN_MAX {
        return Err(Fault::TooLong);
    }
    let (lines, measures) = head(text)?;
    let get = |key: &str| lines.get(key).cloned().unwrap_or_default();
    for key in NEEDED {
        if !lines.contains_key(key) {
            return Err(Fault::NoLine(key));
        }
    }
    let shape = match get("shape").as_str() {
        "answer" => Shape::Answer,
        "list" => Shape::List,
        other => return Err(wrong("shape", other)),
    };
    let groups = words(&get("groups"));
    let by = words(&get("by"));
    for group in &groups {
        plain_name("groups", group)?;
        if PERSON_COLUMNS.contains(&group.as_str()) {
            return Err(Fault::Person(group.clone()));
        }
    }
    if let Some(other) = by.iter().find(|one| !groups.contains(one)) {
        return Err(wrong("by", other));
    }
    let asks = words(&get("asks"));
    if let Some(other) = asks.iter().find(|one| !ASKERS.contains(&one.as_str())) {
        return Err(wrong("asks", other));
    }
    let measures = measures
        .iter()
        .map(|line| measure(line))
        .collect::<Result<Vec<_>, _>>()?;
    let names: BTreeSet<&str> = measures.iter().map(|one| one.name.as_str()).collect();
    if names.len() != measures.len() {
        return Err(Fault::Twice("measure".to_owned()));
    }
    if measures.is_empty() && shape == Shape::Answer {
        return Err(Fault::NoLine("measure"));
    }
    let (code, name) = (get("code"), get("name"));
    plain_name("code", &code)?;
    plain_name("name", &name)?;
    one_statement(text)?;
    Ok(Question {
        code,
        name,
        title_nl: get("title.nl"),
        title_en: get("title.en"),
        asks,
        source: get("source"),
        events: words(&get("events")),
        shape,
        numerator: (get("numerator.nl"), get("numerator.en")),
        denominator: (get("denominator.nl"), get("denominator.en")),
        unit: get("unit"),
        groups,
        by,
        measures,
        sensitive: matches!(get("sensitive").as_str(), "yes" | "ja"),
        text: text.to_owned(),
        own,
    })
}

type Head = (BTreeMap<String, String>, Vec<String>);

/// The lines of the head by key, and the measures in their order. A line that begins with more
/// spaces goes on with the one before it; a comment without a key is a remark.
fn head(text: &str) -> Result<Head, Fault> {
    let mut lines: BTreeMap<String, String> = BTreeMap::new();
    let mut measures: Vec<String> = Vec::new();
    let mut last: Option<String> = None;
    for line in text.lines() {
        let Some(line) = line.trim_end().strip_prefix("--") else {
            if line.trim().is_empty() {
                last = None;
                continue;
            }
            break;
        };
        let deeper = line.starts_with("   ") || line.starts_with('\t');
        if deeper && let Some(key) = &last {
            let more = format!(" {}", line.trim());
            match key.as_str() {
                "measure" => {
                    if let Some(measure) = measures.last_mut() {
                        measure.push_str(&more);
                    }
                }
                key => {
                    if let Some(value) = lines.get_mut(key) {
                        value.push_str(&more);
                    }
                }
            }
            continue;
        }
        let Some((key, value)) = line.split_once(':') else {
            last = None;
            continue;
        };
        let (key, value) = (key.trim(), value.trim());
        let known = NEEDED.contains(&key) || ALLOWED.contains(&key) || key == "measure";
        if !known {
            let like_a_key = !key.is_empty()
                && key
                    .chars()
                    .all(|sign| sign.is_ascii_lowercase() || sign == '.');
            if like_a_key && key != "note" {
                return Err(Fault::Unknown(key.to_owned()));
            }
            last = None;
            continue;
        }
        last = Some(key.to_owned());
        if key == "measure" {
            measures.push(value.to_owned());
        } else if lines.insert(key.to_owned(), value.to_owned()).is_some() {
            return Err(Fault::Twice(key.to_owned()));
        }
    }
    Ok((lines, measures))
}

fn words(line: &str) -> Vec<String> {
    line.split([' ', ',', '\t'])
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn wrong(key: &str, value: &str) -> Fault {
    Fault::Value {
        key: key.to_owned(),
        value: value.to_owned(),
    }
}

fn plain_name(key: &str, name: &str) -> Result<(), Fault> {
    let plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_');
    let fits = !name.is_empty() && name.len() <= 64 && name.chars().all(plain);
    fits.then_some(()).ok_or_else(|| wrong(key, name))
}

/// `over ratio | Dutch title | English title`.
fn measure(line: &str) -> Result<Measure, Fault> {
    let mut parts = line.split('|').map(str::trim);
    let start = words(parts.next().unwrap_or_default());
    let [name, kind] = start.as_slice() else {
        return Err(wrong("measure", line));
    };
    plain_name("measure", name)?;
    let kind = Kind::named(kind).ok_or_else(|| wrong("measure", kind))?;
    let titles: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let [title_nl, title_en] = titles.as_slice() else {
        return Err(wrong("measure", line));
    };
    Ok(Measure {
        name: name.clone(),
        kind,
        title_nl: (*title_nl).to_owned(),
        title_en: (*title_en).to_owned(),
    })
}

/// The statement without comments and without what stands between quotes.
fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, signs.peek()) {
            ('-', Some('-')) => {
                for other in signs.by_ref() {
                    if other == '\n' {
                        bare.push('\n');
                        break;
                    }
                }
            }
            ('/', Some('*')) => {
                let mut before = ' ';
                for other in signs.by_ref().skip(1) {
                    if before == '*' && other == '/' {
                        break;
                    }
                    before = other;
                }
                bare.push(' ');
            }
            ('\'', _) => {
                for other in signs.by_ref() {
                    if other == '\'' {
                        break;
                    }
                }
                bare.push_str("''");
            }
            _ => bare.push(sign),
        }
    }
    bare
}

fn one_statement(text: &str) -> Result<(), Fault> {
    let bare = bare(text).to_lowercase();
    let statement = bare.trim();
    let statement = statement.strip_suffix(';').unwrap_or(statement);
    let mut tokens = statement
        .split(|sign: char| !sign.is_alphanumeric() && sign != '_')
        .filter(|word| !word.is_empty());
    let starts = tokens
        .next()
        .is_some_and(|word| matches!(word, "select" | "with"));
    if !starts || statement.contains(';') {
        return Err(Fault::NotOneStatement);
    }
    match tokens.find(|word| word.starts_with("all_")) {
        Some(table) => Err(Fault::EveryVersion(table.to_owned())),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "\
-- code: Q04
-- name: past-the-limit
-- title.nl: Welke instrumenten lopen over de grens?
-- title.en: Which instruments run past their limit?
-- asks: TL
-- source: 004 P10; domain.md §4,
--    and the norm of the day
-- events: instrument_started instrument_ended
-- shape: answer
-- numerator.nl: over de grens
-- numerator.en: past the limit
-- denominator.nl: instrumenten
-- denominator.en: instruments
-- unit: instrument
-- groups: team municipality quarter
-- by: team
-- measure: over ratio | Over de grens | Past the limit
-- measure: days median | Dagen erover | Days past it
";

    fn with(line: &str, other: &str, sql: &str) -> Result<Question, Fault> {
        parse(&format!("{}{sql}", HEAD.replace(line, other)), false)
    }

    const SQL: &str = "-- a remark; with a semicolon\nSELECT 'a;b' AS measure FROM instruments;\n";

    #[test]
    fn a_head_is_read_with_its_lines_that_go_on() {
        let question = with("", "", SQL).unwrap();
        assert_eq!(question.code, "Q04");
        assert_eq!(
            question.source,
            "004 P10; domain.md §4, and the norm of the day"
        );
        assert_eq!(question.groups, ["team", "municipality", "quarter"]);
        assert_eq!(question.measures.len(), 2);
        assert_eq!(question.measures[1].kind, Kind::Median);
        assert_eq!(question.measures[1].title_en, "Days past it");
        assert!(!question.own && !question.sensitive);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let fault = |line, other, sql| with(line, other, sql).unwrap_err();
        assert_eq!(fault("-- code: Q04\n", "", SQL), Fault::NoLine("code"));
        assert_eq!(
            fault("-- by: team\n", "-- by: kind\n", SQL),
            wrong("by", "kind")
        );
        assert_eq!(fault("median", "minimum", SQL), wrong("measure", "minimum"));
        assert_eq!(
            fault("-- unit:", "-- code: Q05\n-- unit:", SQL),
            Fault::Twice("code".to_owned())
        );
        assert_eq!(
            fault("-- unit:", "-- untl: x\n-- unit:", SQL),
            Fault::Unknown("untl".to_owned())
        );
        assert_eq!(fault("", "", ""), Fault::NotOneStatement);
        assert_eq!(
            fault("", "", "SELECT 1; DROP TABLE days"),
            Fault::NotOneStatement
        );
        assert_eq!(fault("", "", "DELETE FROM days"), Fault::NotOneStatement);
        assert_eq!(
            fault("", "", "SELECT 1 FROM all_decisions"),
            Fault::EveryVersion("all_decisions".to_owned())
        );
    }

    #[test]
    fn no_question_groups_by_a_person() {
        let found = with("quarter", "led_by", SQL);
        assert_eq!(found.unwrap_err(), Fault::Person("led_by".to_owned()));
    }
}
