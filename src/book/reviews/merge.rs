//! Joining what several municipalities shared: each file is checked, and nothing is added up.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::error::{BadContribution, ReviewError};
use super::key::key_name;
use super::share::FORMAT;
use super::wording::figure;
use crate::base::Day;
use crate::book::asking::{Audience, MeasureKind, Row};
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::host::{Disk as _, RealDisk};
use crate::print::{Column, Document, Table};
use crate::proof::{Note, VerifierKey};
use crate::text::{Lang, Texts};

/// Bytes of a file that is read at most.
const LEN_MAX: usize = 4 * 1024 * 1024;

/// Keys that are read from a folder at most: more than there are municipalities.
const KEYS_MAX: usize = 1_000;

/// A checked contribution.
#[derive(Debug, Clone, PartialEq)]
struct Part {
    municipality: String,
    theme: Option<String>,
    from: Day,
    until: Day,
    norm: u32,
    known_at: String,
    /// By the digest of the statement and the name of the measure.
    values: BTreeMap<(String, String), Row>,
    /// Title of the question and of the measure, kind.
    titles: BTreeMap<(String, String), Titles>,
}

#[derive(Debug, Clone, PartialEq)]
struct Titles {
    code: String,
    question: [String; 2],
    measure: [String; 2],
    kind: MeasureKind,
}

/// Municipalities beside each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// Which municipalities are in it, in alphabetical order.
    pub municipalities: Vec<String>,
    /// Which municipality lacks which indicator, by the code of the question.
    pub missing: Vec<(String, String)>,
    /// The comparison.
    pub document: Document,
}

impl Book {
    /// The trusted keys of a folder: every file in it holds one.
    ///
    /// # Errors
    /// [`ReviewError::Key`]; [`Error::Views`] when the folder cannot be read.
    pub fn keys_in(&self, dir: &Path) -> Result<Vec<VerifierKey>, Error> {
        let failed = |error| Error::Views(crate::views::Error::Io(error));
        let names = RealDisk.list(dir).map_err(failed)?;
        let mut keys = Vec::new();
        for name in names
            .iter()
            .filter(|name| !name.starts_with('.'))
            .take(KEYS_MAX)
        {
            let bytes = RealDisk
                .read_small(&dir.join(name), LEN_MAX)
                .map_err(failed)?;
            keys.push(key(&String::from_utf8_lossy(&bytes), name)?);
        }
        Ok(keys)
    }

    /// A trusted key as somebody wrote it down.
    ///
    /// # Errors
    /// [`ReviewError::Key`].
    pub fn trusted_key(&self, text: &str) -> Result<VerifierKey, Error> {
        key(text, text)
    }

    /// Checks contributions and lays them beside each other.
    ///
    /// # Errors
    /// [`ReviewError::Contribution`] for the first file that is not accepted; nothing is shown then.
    pub fn merge(
        &self,
        files: &[PathBuf],
        trusted: &[VerifierKey],
        texts: &Texts,
        on: Day,
    ) -> Result<Merged, Error> {
        let least = self.disclosure_rules(Audience::Policy, on)?.norm;
        let mut parts: Vec<Part> = Vec::new();
        for path in files {
            let refused = |why| ReviewError::Contribution {
                file: path.display().to_string(),
                why,
            };
            let bytes = RealDisk
                .read_small(path, LEN_MAX)
                .map_err(|error| Error::Views(crate::views::Error::Io(error)))?;
            let part = read(&bytes, trusted, least).map_err(refused)?;
            if parts
                .iter()
                .any(|one| one.municipality == part.municipality)
            {
                let municipality = part.municipality;
                return Err(refused(BadContribution::Twice { municipality }).into());
            }
            let other = |one: &Part| {
                (&one.theme, one.from, one.until) != (&part.theme, part.from, part.until)
            };
            if parts.iter().any(other) {
                return Err(refused(BadContribution::Other).into());
            }
            parts.push(part);
        }
        parts.sort_by(|one, two| one.municipality.cmp(&two.municipality));
        Ok(merged(&parts, texts, on))
    }
}

fn key(text: &str, given: &str) -> Result<VerifierKey, Error> {
    let read: Result<VerifierKey, _> = text.trim().parse();
    Ok(read.map_err(|why| ReviewError::Key {
        given: given.to_owned(),
        why,
    })?)
}

fn read(bytes: &[u8], trusted: &[VerifierKey], least: u32) -> Result<Part, BadContribution> {
    let text = std::str::from_utf8(bytes).map_err(|_| BadContribution::Form)?;
    let note = Note::parse(text).map_err(BadContribution::Note)?;
    let signers = note.verify(trusted).map_err(BadContribution::Note)?;
    let value: Value = serde_json::from_str(note.text()).map_err(|_| BadContribution::Form)?;
    let part = part(&value).ok_or(BadContribution::Form)?;
    let name = key_name(&part.municipality);
    if !signers.iter().any(|key| key.name() == name) {
        let signed = signers.iter().map(|key| key.name().to_owned());
        return Err(BadContribution::Signer {
            named: part.municipality,
            signed: signed.collect::<Vec<_>>().join(", "),
        });
    }
    if part.norm < least {
        let norm = part.norm;
        return Err(BadContribution::Norm { norm, least });
    }
    Ok(part)
}

fn part(value: &Value) -> Option<Part> {
    let text = |key: &str| value.get(key)?.as_str().map(str::to_owned);
    if text("format")? != FORMAT {
        return None;
    }
    let period = value.get("period")?;
    let day = |key: &str| period.get(key)?.as_str()?.parse::<Day>().ok();
    let mut part = Part {
        municipality: text("municipality")?,
        theme: text("theme"),
        from: day("from")?,
        until: day("until")?,
        norm: u32::try_from(value.get("norm")?.as_u64()?).ok()?,
        known_at: text("known_at").unwrap_or_default(),
        values: BTreeMap::new(),
        titles: BTreeMap::new(),
    };
    for indicator in value.get("indicators")?.as_array()? {
        let statement = indicator.get("statement")?.as_str()?.to_owned();
        let code = indicator.get("code")?.as_str()?.to_owned();
        for measure in indicator.get("measures")?.as_array()? {
            let name = measure.get("name")?.as_str()?.to_owned();
            let kind = MeasureKind::named(measure.get("kind")?.as_str()?)?;
            let place = (statement.clone(), name);
            let titles = Titles {
                code: code.clone(),
                question: titles(indicator)?,
                measure: titles(measure)?,
                kind,
            };
            part.values
                .insert(place.clone(), row(measure.get("value")?));
            part.titles.insert(place, titles);
        }
    }
    Some(part)
}

fn titles(value: &Value) -> Option<[String; 2]> {
    let title = value.get("title")?;
    let one = |lang: &str| title.get(lang)?.as_str().map(str::to_owned);
    Some([one("nl")?, one("en")?])
}

fn row(value: &Value) -> Row {
    let number = |key: &str| value.get(key).and_then(Value::as_f64);
    Row {
        total: true,
        n: number("n"),
        numerator: number("numerator"),
        denominator: number("denominator"),
        ratio: number("ratio"),
        median: number("median"),
        p90: number("p90"),
        mean: number("mean"),
        deviation: number("deviation"),
        spread: number("spread"),
        relative: number("relative"),
        rate: value.get("rate").and_then(Value::as_bool).unwrap_or(false),
        ..Row::default()
    }
}

/// Whether anything of a row was told.
fn tells(row: &Row) -> bool {
    [
        row.n,
        row.numerator,
        row.ratio,
        row.median,
        row.mean,
        row.spread,
        row.relative,
    ]
    .iter()
    .any(Option::is_some)
}

fn merged(parts: &[Part], texts: &Texts, on: Day) -> Merged {
    let mut titles: BTreeMap<(String, (String, String)), &Titles> = BTreeMap::new();
    for part in parts {
        for (place, one) in &part.titles {
            titles
                .entry((one.code.clone(), place.clone()))
                .or_insert(one);
        }
    }
    let say = |key: &str| texts.get(&format!("review-merge-{key}")).into_owned();
    let mut document = Document::new(say("title"), texts.lang().code(), on);
    document.footer.text = say("footer");
    document.footer.pages = texts.get("audit-report-pages").into_owned();
    let theme = parts.first().and_then(|part| part.theme.as_deref());
    document.subtitle = theme.map(|theme| texts.code("theme", theme).into_owned());
    document.paragraph(say("what"));
    let mut facts: Vec<(String, String)> = Vec::new();
    for part in parts {
        let values = [
            ("from", texts.day(part.from).into()),
            ("until", texts.day(part.until).into()),
            ("norm", part.norm.into()),
            ("known", part.known_at.as_str().into()),
        ];
        let told = texts.with("review-merge-fact", &values).into_owned();
        facts.push((part.municipality.clone(), told));
    }
    document.facts(facts);
    let mut missing: BTreeSet<(String, String)> = BTreeSet::new();
    let mut heading = String::new();
    for ((code, place), one) in &titles {
        let pick = |pair: &[String; 2]| match texts.lang() {
            Lang::Dutch => pair[0].clone(),
            Lang::English => pair[1].clone(),
        };
        let question = pick(&one.question);
        if question != heading {
            document.heading(2, question.clone());
            heading = question;
        }
        let rows = parts.iter().map(|part| {
            let told = match part.values.get(place) {
                None => {
                    missing.insert((part.municipality.clone(), code.clone()));
                    say("missing")
                }
                Some(row) if tells(row) => figure(texts, one.kind, row),
                Some(_) => say("held"),
            };
            vec![part.municipality.clone(), told]
        });
        let rows = rows.collect();
        document.table(Table {
            caption: Some(pick(&one.measure)),
            columns: vec![
                Column::left(say("municipality")),
                Column::left(say("figure")),
            ],
            rows,
            notes: Vec::new(),
        });
    }
    if !missing.is_empty() {
        document.heading(2, say("missing-title"));
        let sentences: Vec<String> = missing
            .iter()
            .map(|(municipality, code)| {
                let values = [
                    ("municipality", municipality.as_str().into()),
                    ("code", code.as_str().into()),
                ];
                texts.with("review-merge-lacks", &values).into_owned()
            })
            .collect();
        document.list(sentences);
    }
    document.remark(say("note"));
    Merged {
        municipalities: parts.iter().map(|part| part.municipality.clone()).collect(),
        missing: missing.into_iter().collect(),
        document,
    }
}
