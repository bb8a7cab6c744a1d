//! Killed at any moment: what was acknowledged is there, what was written together is there whole
//! or not at all.
//!
//! The child is this test binary run again with one test by name. It writes with eight threads and
//! says on a pipe what was acknowledged, after it was; the parent kills it and keeps the ledger.

use std::collections::{BTreeMap, HashMap};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

use weegboek::base::{EventId, Position, StreamId, Version};
use weegboek::book::fields::{Event, Line};
use weegboek::book::{Access, Book, Notice, Recording, import};
use weegboek::log::{self, Query};
use weegboek::store::{Item, Opening};

use crate::support::{init, line, renamed, set, unset};

const CHILD: &str = "WEEGBOEK_KILL_CHILD";
const ROUND: &str = "WEEGBOEK_KILL_ROUND";
const THREADS: u64 = 8;
const DOSSIERS: u64 = 4;

/// A measurement whose name tells which event it is: round, thread, batch, place in the batch.
fn measurement(dossier: &str, name: &str) -> Line {
    let mut line = renamed(&line("effect"), name);
    line.dossier = Some(dossier.to_owned());
    unset(&mut line, "instrument");
    set(&mut line, "what", name);
    set(&mut line, "client_words", format!("Dit is {name}."));
    line
}

fn opening(dossier: &str) -> Line {
    let mut line = renamed(&line("opened"), &format!("{dossier}/open"));
    line.dossier = Some(dossier.to_owned());
    set(&mut line, "number", dossier);
    line
}

/// Not a test: the child that writes until it is killed.
#[test]
fn child_that_writes() {
    let Some(dir) = std::env::var_os(CHILD) else {
        return;
    };
    let round: u64 = std::env::var(ROUND).unwrap().parse().unwrap();
    let book = Book::open(Path::new(&dir), Access::Write).unwrap();
    // Standard output itself: what tests print is kept back.
    let said = Mutex::new(std::io::stdout());
    let say = |text: &str| {
        let mut out = said.lock().unwrap();
        writeln!(out, "{text}").and_then(|()| out.flush()).unwrap();
    };
    let record = |line: &Line| {
        let receipt = book.record(line, &Recording::default()).unwrap();
        let name = line.id.as_deref().unwrap();
        let version = receipt.version.unwrap_or(Version(u64::MAX));
        say(&format!("one {name} {} {version}", receipt.position));
    };
    for number in 0..DOSSIERS {
        record(&opening(&format!("K{round}-{number}")));
    }
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            let (book, say, record) = (&book, &say, &record);
            scope.spawn(move || {
                for count in 0.. {
                    let own = format!("K{round}-t{thread}-{count}");
                    let shared = format!("K{round}-{}", thread % DOSSIERS);
                    if (thread + count) % 3 != 0 {
                        record(&measurement(&shared, &format!("{own}/one")));
                        continue;
                    }
                    // A new dossier of one to five events, imported whole.
                    let len = (thread + count) % 5;
                    let mut lines = vec![opening(&own)];
                    for at in 0..len {
                        lines.push(measurement(&own, &format!("{own}/{at}/{len}")));
                    }
                    let text: Vec<_> = lines.iter().map(|it| it.to_value().to_string()).collect();
                    let text = text.join("\n");
                    let options = import::Options::default();
                    let report = book
                        .import_dossiers(&mut text.as_bytes(), options, &mut |_| ())
                        .unwrap();
                    assert_eq!(report.events, len + 1);
                    say(&format!("batch {own} {len}"));
                }
            });
        }
    });
}

/// What the children said, outside the book.
#[derive(Default)]
struct Ledger {
    ones: HashMap<String, (Position, Version)>,
    batches: HashMap<String, u64>,
}

impl Ledger {
    /// Notes what was said; whether it was an acknowledgement.
    fn note(&mut self, said: &str) -> bool {
        let parts: Vec<_> = said.split(' ').collect();
        match parts.as_slice() {
            ["one", name, position, version] => {
                let version = version.parse().map_or(Version(u64::MAX), Version);
                let place = (Position(position.parse().unwrap()), version);
                self.ones.insert((*name).to_owned(), place);
            }
            ["batch", name, len] => {
                self.batches
                    .insert((*name).to_owned(), len.parse().unwrap());
            }
            // What the test harness says itself.
            _ => return false,
        }
        true
    }

    fn acknowledged(&self) -> u64 {
        self.ones.len() as u64 + self.batches.values().map(|len| len + 1).sum::<u64>()
    }
}

/// When a child is killed: so long after it said so many things.
struct Moment {
    said: u64,
    after: Duration,
}

/// Runs a child, kills it, and notes everything it said.
fn run_and_kill(dir: &Path, round: u64, moment: &Moment, ledger: &mut Ledger) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kill::child_that_writes", "--nocapture"])
        .env(CHILD, dir)
        .env(ROUND, round.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut heard = BufReader::new(child.stdout.take().unwrap());
    let mut said = Vec::new();
    let mut listen = |ledger: &mut Ledger| -> Option<bool> {
        said.clear();
        let len = heard.read_until(b'\n', &mut said).unwrap();
        // A line without its end was cut by the kill: it was not said.
        let line = std::str::from_utf8(&said).ok()?.strip_suffix('\n');
        (len > 0).then(|| line.is_some_and(|line| ledger.note(line)))
    };
    let mut count = 0;
    while count < moment.said {
        let acknowledged = listen(ledger);
        assert!(
            acknowledged.is_some(),
            "the child of round {round} ended by itself"
        );
        count += u64::from(acknowledged == Some(true));
    }
    std::thread::sleep(moment.after);
    child.kill().unwrap();
    while listen(ledger).is_some() {}
    let status = child.wait().unwrap();
    assert!(
        !status.success(),
        "the child of round {round} ended by itself"
    );
}

/// What is in the book, read on after every kill.
#[derive(Default)]
struct Seen {
    next: u64,
    versions: HashMap<StreamId, u64>,
    places: HashMap<String, (Position, Version)>,
    /// Names by what stands before the slash: one event, or an opening and its measurements.
    groups: BTreeMap<String, Vec<String>>,
}

impl Seen {
    /// Reads what came since the last time: positions and versions without a gap, content whole.
    fn read_on(&mut self, book: &Book) {
        let query = Query::all_from(Position(self.next));
        let mut reading = book.store().read(&query, Opening::Words).unwrap();
        while let Some(item) = reading.next().unwrap() {
            self.take(&item);
        }
        assert_eq!(self.next, book.store().head().unwrap().next.0);
    }

    fn take(&mut self, item: &Item) {
        let Item { entry, content } = item;
        assert_eq!(
            entry.position,
            Position(self.next),
            "a gap in the positions"
        );
        self.next += 1;
        let version = self.versions.entry(entry.stream).or_default();
        assert_eq!(
            entry.version,
            Version(*version),
            "a gap in {}",
            entry.stream
        );
        *version += 1;
        let recorded = content.as_ref().unwrap();
        let name = match &recorded.event {
            Event::EffectMeasured(measured) => {
                let words = measured.client_words.as_ref().and_then(|it| it.open());
                assert_eq!(words, Some(format!("Dit is {}.", measured.what.0).as_str()));
                measured.what.0.clone()
            }
            Event::TrajectoryOpened(opened) => format!("{}/open", opened.number.0),
            _ => return,
        };
        assert_eq!(entry.event_id, EventId::derived(&name));
        let (group, _) = name.split_once('/').unwrap();
        let group = self.groups.entry(group.to_owned()).or_default();
        group.push(name.clone());
        let place = (entry.position, entry.version);
        assert!(self.places.insert(name, place).is_none(), "recorded twice");
    }

    /// Everything that was acknowledged is there where it was said to be; batches are whole.
    fn agrees_with(&self, ledger: &Ledger) {
        for (name, said) in &ledger.ones {
            let there = self.places.get(name);
            let there = there.unwrap_or_else(|| panic!("{name} was acknowledged and is gone"));
            assert_eq!(there.0, said.0, "{name}");
            assert!(said.1.0 == u64::MAX || there.1 == said.1, "{name}");
        }
        for (name, len) in &ledger.batches {
            let there = self.groups.get(name).map_or(0, Vec::len) as u64;
            assert_eq!(there, len + 1, "{name} was acknowledged");
        }
        for (name, there) in &self.groups {
            let len = there.len() - 1;
            let whole = match there[0].split('/').nth(1) {
                Some("one") => len == 0,
                Some("open") => there[1..].iter().all(|it| it.ends_with(&format!("/{len}"))),
                _ => false,
            };
            assert!(whole, "{name} is there by half: {there:?}");
        }
    }
}

/// A repeatable row of numbers without a pattern (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

fn log_of(dir: &Path) -> PathBuf {
    dir.join("log")
}

#[test]
fn nothing_acknowledged_is_lost_when_killed() {
    let kills: u64 = std::env::var("WEEGBOEK_KILLS").map_or(100, |kills| kills.parse().unwrap());
    let place = tempfile::tempdir().unwrap();
    let dir = place.path().join("boek");
    Book::init(&dir, &init()).unwrap().close().unwrap();
    let reader = Book::open(&dir, Access::Read).unwrap();
    let (mut ledger, mut seen) = (Ledger::default(), Seen::default());
    let mut numbers = Numbers(20_250_217);
    let (mut tails, mut cut_len) = (0, 0);
    for round in 0..kills {
        // One round in sixteen is killed while it starts and opens the book.
        let number = numbers.next();
        let moment = Moment {
            said: if number.is_multiple_of(16) {
                0
            } else {
                1 + number % 40
            },
            after: Duration::from_micros(numbers.next() % 20_000),
        };
        run_and_kill(&dir, round, &moment, &mut ledger);
        // A reader beside the writers sees no more than is there, and nothing broken.
        let durable = reader.store().head().unwrap().next;
        let book = Book::open(&dir, Access::Write).unwrap();
        for notice in book.notices() {
            if let Notice::TailCut { bytes, .. } = notice {
                tails += 1;
                cut_len += bytes;
            }
        }
        assert!(durable <= book.store().head().unwrap().next);
        seen.read_on(&book);
        seen.agrees_with(&ledger);
        drop(book);
        // The whole log is read again after every kill while it is small, then now and then.
        if round < 100 || round % 20 == 0 || round + 1 == kills {
            let report = log::check(&log_of(&dir)).unwrap();
            assert!(report.is_sound(), "{:#?}", report.damages);
            assert_eq!(report.events, seen.next);
        }
    }
    let acknowledged = ledger.acknowledged();
    assert!(
        acknowledged > kills,
        "too little was written to prove anything"
    );
    writeln!(
        std::io::stderr(),
        "{kills} kills, {acknowledged} events acknowledged, {} in the book, {} batches, \
         {tails} torn tails cut ({cut_len} bytes)",
        seen.next,
        ledger.batches.len(),
    )
    .unwrap();
}
