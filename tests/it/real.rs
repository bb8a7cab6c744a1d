//! A published event log of other people through the whole book: the permit applications of a
//! municipality (BPI Challenge 2015, municipality 1).
//!
//! The log is not ours to pass on: these tests look for it in the folder `WEEGBOEK_DATA`, or in
//! `../shared/data` beside the project, and say so when it is absent.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use weegboek::base::{Day, Timestamp};
use weegboek::book::import_xes::{Options, Report};
use weegboek::book::{AsKnown, Book, Init, Story};
use weegboek::domain::Event;
use weegboek::domain::codes::AttributeKind;
use weegboek::domain::events::imported::StepImported;
use weegboek::exchange::xes::{self, Limits, Reader};

const LOG: &str = "bpic15_1.xes.gz";
const CASES: &str = "bpic15_1-cases.csv";
/// Tells the child process where its book goes.
const CHILD: &str = "WEEGBOEK_TEST_IMPORT_INTO";
/// Mebibytes that the process which imports may take at most.
const RESIDENT_MAX: u64 = 200;

fn data(file: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("WEEGBOEK_DATA").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    let path = folder.join(file);
    if path.exists() {
        return Some(path);
    }
    // Past the test's own capture, so that it is seen.
    let said = format!("skipped: {} is absent\n", path.display());
    let _written = std::io::stderr().write_all(said.as_bytes());
    None
}

fn import(book: &Book, path: &Path) -> Report {
    let options = Options {
        source: "vergunningen".to_owned(),
        municipality: Some("gemeente-1".to_owned()),
        limits: Limits::default(),
    };
    book.import_xes(File::open(path).unwrap(), &options, &mut |_| ())
        .unwrap()
}

fn new_book(dir: &Path) -> Book {
    Book::init(dir, &Init::default()).unwrap()
}

fn steps(story: &Story) -> Vec<&StepImported> {
    let mut found = Vec::with_capacity(story.steps.len());
    for step in &story.steps {
        if let Event::StepImported(step) = &step.recorded.event {
            found.push(step);
        }
    }
    found
}

/// Keys and texts of attributes that are not nested, as the file has them.
fn plain(attributes: &[xes::Attribute]) -> Vec<(&str, &str)> {
    attributes
        .iter()
        .map(|one| (one.key.as_str(), one.text.as_str()))
        .collect()
}

#[test]
fn the_permit_log_is_imported_whole_in_its_order_with_its_attributes() {
    let Some(path) = data(LOG) else { return };
    let dir = tempfile::tempdir().unwrap();
    let book = new_book(&dir.path().join("boek"));
    let report = import(&book, &path);
    let expected = Report {
        traces: 1_199,
        steps: 52_217,
        activities: 398,
        dossiers_added: 1_199,
        steps_added: 52_217,
        already_there: 0,
    };
    assert_eq!(report, expected);

    let list = book.dossiers(AsKnown::default()).unwrap();
    assert_eq!(list.len(), 1_199);
    assert!(list.iter().all(|one| one.imported && one.lead.is_none()));

    let mut variants = HashSet::new();
    let mut moments = HashMap::new();
    for trace in Reader::new(File::open(&path).unwrap(), Limits::default()).unwrap() {
        let trace = trace.unwrap();
        let name = trace.name().unwrap();
        let number = format!("vergunningen:{name}");
        let story = book.story(&number, AsKnown::default()).unwrap();
        assert!(story.imported, "{number}");
        assert_eq!(story.steps.len(), trace.events.len() + 1, "{number}");
        let Event::TrajectoryImported(start) = &story.steps[0].recorded.event else {
            panic!("{number} does not begin with its import");
        };
        assert_eq!(start.trace.as_ref().map(|name| name.0.as_str()), Some(name));
        let kept = |attributes: &[weegboek::domain::events::imported::ImportedAttribute]| {
            attributes
                .iter()
                .map(|one| (one.key.0.clone(), one.value.0.clone()))
                .collect::<Vec<_>>()
        };
        let as_written = |attributes| {
            plain(attributes)
                .into_iter()
                .map(|(key, text)| (key.to_owned(), text.to_owned()))
                .collect::<Vec<_>>()
        };
        assert_eq!(kept(&start.attributes), as_written(&trace.attributes));
        let found = steps(&story);
        for (step, event) in found.iter().zip(&trace.events) {
            assert_eq!(step.activity.0, event.name().unwrap(), "{number}");
            assert_eq!(step.happened_at, event.timestamp(), "{number}");
            assert_eq!(kept(&step.attributes), as_written(&event.attributes));
        }
        let variant: Vec<String> = found.iter().map(|step| step.activity.0.clone()).collect();
        variants.insert(variant);
        let happened = found.iter().map(|step| step.happened_at.unwrap()).collect();
        moments.insert(name.to_owned(), happened);
    }
    assert_eq!(variants.len(), 1_170);
    spot_checks(&book);

    let head = book.store().head().unwrap();
    let again = import(&book, &path);
    let expected = Report {
        dossiers_added: 0,
        steps_added: 0,
        already_there: 1_199,
        ..expected
    };
    assert_eq!(again, expected);
    assert_eq!(book.store().head().unwrap(), head);
    if let Some(table) = data(CASES) {
        as_the_other_program_counted(&moments, &table);
    }
}

/// Values of one case, copied by hand from the file.
fn spot_checks(book: &Book) {
    let number = "vergunningen:10009138";
    let story = book.story(number, AsKnown::default()).unwrap();
    let Event::TrajectoryImported(start) = &story.steps[0].recorded.event else {
        panic!("{number} does not begin with its import");
    };
    assert_eq!(start.source.0, "vergunningen");
    for (key, kind, value) in [
        ("endDate", AttributeKind::Date, "2014-07-18T00:00:00+02:00"),
        ("SUMleges", AttributeKind::Float, "157.09305"),
        ("parts", AttributeKind::String, "Bouw,Reclame"),
        ("last_phase", AttributeKind::String, "Beschikking verzonden"),
    ] {
        let found = start.attributes.iter().find(|one| one.key.0 == key);
        let found = found.unwrap_or_else(|| panic!("{key} is not there"));
        assert_eq!((found.kind, found.value.0.as_str()), (kind, value), "{key}");
    }
    let first = steps(&story)[0];
    assert_eq!(first.activity.0, "01_HOOFD_010");
    assert_eq!(first.resource.as_ref().unwrap().0, "9264148");
    assert_eq!(first.lifecycle.as_ref().unwrap().0, "complete");
    let moment: Timestamp = "2014-04-11T00:00:00+02:00".parse().unwrap();
    assert_eq!(first.happened_at, Some(moment));
    let written: Vec<_> = first
        .attributes
        .iter()
        .filter(|one| ["dateFinished", "dueDate"].contains(&one.key.0.as_str()))
        .map(|one| one.value.0.as_str())
        .collect();
    assert_eq!(
        written,
        ["2014-04-14 00:00:00", "2014-04-17T09:30:39+02:00"]
    );
}

/// Counts, first and last moments and durations of a commercial program for the same file. It
/// wrote its moments ten hours ahead of UTC.
fn as_the_other_program_counted(all: &HashMap<String, Vec<Timestamp>>, table: &Path) {
    let text = fs::read_to_string(table).unwrap();
    let mut rows = text.lines();
    let head: Vec<&str> = rows.next().unwrap().split(',').collect();
    let column = |name: &str| head.iter().position(|one| *one == name).unwrap();
    let columns = ["Case ID", "Events", "Started", "Finished"].map(column);
    assert_eq!(head.last(), Some(&"Duration (milliseconds)"));
    let mut checked = 0;
    for row in rows {
        let cells = cells(row);
        let [case, events, started, finished] = columns.map(|at| cells[at].as_str());
        let lasted = cells.last().unwrap();
        let moments = &all[case];
        let (first, last) = (moments.iter().min().unwrap(), moments.iter().max().unwrap());
        assert_eq!(moments.len().to_string(), events, "{case}");
        assert_eq!(*first, ten_hours_ahead(started), "{case}");
        assert_eq!(*last, ten_hours_ahead(finished), "{case}");
        assert_eq!(((last.0 - first.0) / 1_000).to_string(), *lasted, "{case}");
        checked += 1;
    }
    assert_eq!(checked, 1_199);
}

/// Cells of a row; a quoted one may hold commas.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    for (place, piece) in row.split('"').enumerate() {
        for (at, part) in piece.split(',').enumerate() {
            if at > 0 && place % 2 == 0 {
                cells.push(String::new());
            } else if at > 0 {
                cells.last_mut().unwrap().push(',');
            }
            cells.last_mut().unwrap().push_str(part);
        }
    }
    cells
}

/// `11.04.2014 08:00:00`, ten hours ahead of UTC.
fn ten_hours_ahead(text: &str) -> Timestamp {
    let (day, time) = text.split_once(' ').unwrap();
    let parts: Vec<&str> = day.split('.').collect();
    let day: Day = format!("{}-{}-{}", parts[2], parts[1], parts[0])
        .parse()
        .unwrap();
    let seconds = time
        .split(':')
        .fold(0, |sum, part| sum * 60 + part.parse::<i64>().unwrap());
    let seconds = i64::from(day.since_epoch()) * 86_400 + seconds - 10 * 3_600;
    Timestamp(seconds * 1_000_000)
}

/// Imports in a process of its own, so that nothing else counts, and reads its greatest size.
#[test]
fn importing_the_permit_log_takes_bounded_memory() {
    if data(LOG).is_none() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["real::a_child_that_imports", "--exact", "--nocapture"])
        .env(CHILD, dir.path().join("boek"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}");
    let peak: u64 = said
        .lines()
        .find_map(|line| line.split_once("peak KiB: "))
        .and_then(|(_, number)| number.trim().parse().ok())
        .unwrap_or_else(|| panic!("it did not say how large it was: {said}"));
    assert!(peak > 1_000, "{peak} KiB cannot be true");
    assert!(peak / 1_024 <= RESIDENT_MAX, "{} MiB", peak / 1_024);
}

/// The child of the test above; without its variable it has nothing to do.
#[test]
fn a_child_that_imports() {
    let (Some(dir), Some(path)) = (std::env::var_os(CHILD), data(LOG)) else {
        return;
    };
    let book = new_book(Path::new(&dir));
    let report = import(&book, &path);
    assert_eq!(report.steps_added, 52_217);
    book.close().unwrap();
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let sizes: HashMap<&str, &str> = status
        .lines()
        .filter_map(|line| line.split_once(':'))
        .collect();
    let peak = sizes["VmHWM"].trim().trim_end_matches(" kB");
    let mut output = std::io::stdout();
    writeln!(output, "\npeak KiB: {peak}").unwrap();
}
