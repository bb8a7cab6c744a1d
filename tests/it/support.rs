//! What the acceptance tests share: a book of their own, a dossier with every event, and the ways
//! in which a line is refused or recorded.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;
use weegboek::base::Timestamp;
use weegboek::book::fields::{Line, Refusal, Rule};
use weegboek::book::{Access, AsKnown, Book, Error, Init, Kind, Receipt, Recording, Step, export};
use weegboek::log::{Checkpoint, Query, Select};
use weegboek::store::{Item, Opening};
use weegboek::text::{Lang, Texts};

/// One valid line of every event type, in an order in which they can be recorded; every text that
/// a person can give is given.
const DOSSIER: &str = include_str!("dossier.jsonl");

/// Moment at which a test's own book is made, when its moments are set.
pub(crate) const MADE_AT: Timestamp = Timestamp(1_704_186_000_000_000);

/// Every line of the dossier, by the name after `D-1/`.
pub(crate) fn dossier() -> Vec<Line> {
    DOSSIER
        .lines()
        .map(|line| Line::parse(line).unwrap())
        .collect()
}

/// One line of the dossier.
pub(crate) fn line(name: &str) -> Line {
    let found = dossier().into_iter().find(|line| name_of(line) == name);
    found.unwrap_or_else(|| panic!("the dossier has no line {name}"))
}

pub(crate) fn name_of(line: &Line) -> &str {
    let id = line.id.as_deref().unwrap_or_default();
    id.split_once('/').map_or(id, |(_, name)| name)
}

/// A book of its own in a folder of its own.
pub(crate) struct Scene {
    pub(crate) book: Book,
    pub(crate) dir: TempDir,
}

impl Scene {
    /// An empty book.
    pub(crate) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let book = Book::init(&dir.path().join("boek"), &init()).unwrap();
        Self { book, dir }
    }

    /// A book with the dossier up to, and without, the line of this name.
    pub(crate) fn before(name: &str) -> Self {
        let scene = Self::new();
        let lines = dossier();
        assert!(lines.iter().any(|line| name_of(line) == name), "{name}");
        for line in lines.iter().take_while(|line| name_of(line) != name) {
            scene.records(line);
        }
        scene
    }

    /// A book with the dossier up to, and with, the line of this name.
    pub(crate) fn after(name: &str) -> Self {
        let scene = Self::before(name);
        scene.records(&line(name));
        scene
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.dir.path().join("boek")
    }

    /// How far the log has come, and the hash of what stands there.
    pub(crate) fn checkpoint(&self) -> Checkpoint {
        self.book.store().checkpoint().unwrap()
    }

    /// What there is to see of the book, to compare before and after.
    pub(crate) fn everything(&self) -> String {
        let mut all = format!("{:?}", self.checkpoint());
        if let Ok(story) = self.book.story("D-1", AsKnown::default()) {
            let _ = write!(all, "{:?}", shown(&story.steps));
        }
        all
    }

    /// The line is recorded, now.
    pub(crate) fn records(&self, line: &Line) -> Receipt {
        let receipt = self
            .book
            .record(line, &Recording::default())
            .unwrap_or_else(|error| panic!("{:?}: {error}", line.id));
        assert!(!receipt.was_there, "{:?} was there", line.id);
        receipt
    }

    /// The line is refused for exactly these reasons, in the words of both languages, and nothing
    /// is written.
    pub(crate) fn refuses(&self, line: &Line, reasons: &[(Rule, &str)]) -> Vec<Refusal> {
        let before = self.everything();
        let place = format!("{:?} {}", line.id, line.to_value());
        let error = match self.book.record(line, &Recording::default()) {
            Err(error) => error,
            Ok(receipt) => panic!("{place}: recorded at {}", receipt.position),
        };
        let kind = error.kind();
        let Error::Refused(refusals) = error else {
            panic!("{place}: {error}");
        };
        let found: Vec<_> = refusals
            .iter()
            .map(|refusal| (refusal.rule, refusal.field.as_str()))
            .collect();
        assert_eq!(found, reasons, "{place}");
        let numbered = reasons.iter().any(|(rule, _)| *rule != Rule::Form);
        let expected = if numbered { Kind::Refused } else { Kind::Usage };
        assert_eq!(kind, expected, "{place}");
        assert_eq!(self.everything(), before, "{place}: something was written");
        for refusal in &refusals {
            has_remedy(refusal.rule);
        }
        refusals
    }

    /// The line is refused after one change, under one rule at one field.
    pub(crate) fn refuses_changed(
        &self,
        line: &Line,
        rule: Rule,
        field: &str,
        change: impl FnOnce(&mut Line),
    ) {
        let mut changed = line.clone();
        change(&mut changed);
        assert_ne!(&changed, line, "the change changes nothing");
        self.refuses(&changed, &[(rule, field)]);
    }
}

pub(crate) fn init() -> Init {
    Init {
        municipality: "Proefstad".to_owned(),
        ..Init::default()
    }
}

/// The rule and its remedy can be read in both languages, and the remedy says something.
fn has_remedy(rule: Rule) {
    static TEXTS: OnceLock<[Texts; 2]> = OnceLock::new();
    for texts in TEXTS.get_or_init(|| Lang::ALL.map(Texts::new)) {
        for key in [format!("rule-{rule}"), format!("rule-{rule}-remedy")] {
            let text = texts.find(&key, &[]);
            assert!(
                text.is_some_and(|text| text.chars().count() > 10),
                "{key} in {:?}",
                texts.lang()
            );
        }
    }
}

/// The place in a line at a dotted path: of its content, or of its common fields.
fn place<'l>(line: &'l mut Line, path: &str) -> (&'l mut Value, String) {
    let (outer, last) = path.rsplit_once('.').unwrap_or(("", path));
    let mut steps = outer.split('.').filter(|step| !step.is_empty());
    let first = steps.next();
    let Some(first) = first else {
        panic!("{path}: a path of one step is set on the line itself");
    };
    let start = if line.data.contains_key(first) {
        line.data.get_mut(first)
    } else {
        line.common.get_mut(first)
    };
    let found = start.and_then(|start| {
        steps.try_fold(start, |place, step| match place {
            Value::Object(members) => members.get_mut(step),
            Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?),
            _ => None,
        })
    });
    let found = found.unwrap_or_else(|| panic!("{path} is not there"));
    (found, last.to_owned())
}

/// Whether a name of one step is a common field of every event.
fn is_common(name: &str) -> bool {
    weegboek::book::fields::common()
        .iter()
        .any(|spec| spec.name == name)
}

/// Puts a value at a dotted path of the content, or of the common fields.
pub(crate) fn set(line: &mut Line, path: &str, value: impl Into<Value>) {
    let value = value.into();
    if !path.contains('.') {
        let of_common = is_common(path) && !line.data.contains_key(path);
        let members = if of_common {
            &mut line.common
        } else {
            &mut line.data
        };
        members.insert(path.to_owned(), value);
        return;
    }
    match place(line, path) {
        (Value::Object(members), last) => {
            members.insert(last, value);
        }
        (Value::Array(items), last) => items[last.parse::<usize>().unwrap()] = value,
        (other, _) => panic!("{path}: {other} has no members"),
    }
}

/// Takes away what stands at a dotted path.
pub(crate) fn unset(line: &mut Line, path: &str) {
    if !path.contains('.') {
        let was = line.data.remove(path).or_else(|| line.common.remove(path));
        assert!(was.is_some(), "{path} is not there");
        return;
    }
    match place(line, path) {
        (Value::Object(members), last) => {
            assert!(members.remove(&last).is_some(), "{path} is not there");
        }
        (Value::Array(items), last) => {
            items.remove(last.parse::<usize>().unwrap());
        }
        (other, _) => panic!("{path}: {other} has no members"),
    }
}

/// The same line under another id.
pub(crate) fn renamed(line: &Line, name: &str) -> Line {
    let mut line = line.clone();
    line.id = Some(name.to_owned());
    line
}

/// What a book exports.
pub(crate) fn exported(book: &Book, dossier: Option<&str>) -> String {
    let options = export::Options {
        dossier: dossier.map(str::to_owned),
    };
    let mut output = Vec::new();
    book.export(&options, &mut output, &mut |_| ()).unwrap();
    String::from_utf8(output).unwrap()
}

/// What a reader sees of steps, without places in the log and moments of recording.
pub(crate) fn shown(steps: &[Step]) -> Vec<(usize, String, Value, Value, Vec<String>)> {
    let kind = |step: &Step| step.recorded.event.event_type().name().to_owned();
    steps
        .iter()
        .map(|step| {
            let (common, data) = (step.common.clone(), step.data.clone());
            (step.number, kind(step), common, data, step.shielded.clone())
        })
        .collect()
}

/// Every event of a book in the order of the log.
pub(crate) fn items(book: &Book, opening: Opening) -> Vec<Item> {
    let mut reading = book
        .store()
        .read(&Query::new(Select::All), opening)
        .unwrap();
    let mut found = Vec::new();
    while let Some(item) = reading.next().unwrap() {
        found.push(item);
    }
    found
}

/// Positions and versions are gap-free.
pub(crate) fn gap_free(book: &Book) {
    let mut versions = std::collections::HashMap::new();
    for (at, item) in items(book, Opening::Facts).iter().enumerate() {
        assert_eq!(item.entry.position.0, at as u64);
        let next = versions.entry(item.entry.stream).or_insert(0);
        assert_eq!(item.entry.version.0, *next, "in {}", item.entry.stream);
        *next += 1;
    }
}

/// The demonstration, made once, to be read only.
pub(crate) fn demo() -> Book {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    let dir = MADE.get_or_init(|| {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let dir = place.join(format!("demo-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&dir);
        let (book, _) = Book::demo(&dir).unwrap();
        book.close().unwrap();
        dir
    });
    Book::open(dir, Access::Read).unwrap()
}

/// Lets the norms of any other book hold in this one; the demonstration shows every group.
pub(crate) fn adopt_plain_norms(dir: &Path) {
    let text = include_str!("../../src/domain/editions/normen.json");
    let mut data: Value = serde_json::from_str(text).unwrap();
    data["edition"] = "gewoon".into();
    let line = serde_json::json!({"event": "catalogue_adopted", "occurred_on": "2026-02-02",
        "actor": "BH-01", "role": "BH", "municipality": "Rietdam", "data": data});
    let book = Book::open(dir, Access::Write).unwrap();
    let line = Line::parse(&line.to_string()).unwrap();
    book.record(&line, &Recording::default()).unwrap();
    book.close().unwrap();
}

/// The demonstration with the norms of any other book, made once, to be read only.
pub(crate) fn demo_with_plain_norms() -> Book {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    let dir = MADE.get_or_init(|| {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let dir = place.join(format!("demo-norms-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&dir);
        let (book, _) = Book::demo(&dir).unwrap();
        book.close().unwrap();
        adopt_plain_norms(&dir);
        dir
    });
    Book::open(dir, Access::Read).unwrap()
}

/// Every file below a folder, with its bytes.
pub(crate) fn files(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.clone(), std::fs::read(&path).unwrap()));
        }
    }
    found
}
