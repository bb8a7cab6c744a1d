//! What the tests of recording share: a book with cases, and the command on it.

use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::OnceLock;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;
use weegboek::book::demo::CASES;
use weegboek::book::fields::Line;
use weegboek::book::{Book, Init, Recording};

/// A book in a folder that disappears with it.
pub(crate) struct TestBook {
    dir: TempDir,
}

impl TestBook {
    /// A book with the first steps of one worked case, recorded at their own moments.
    pub(crate) fn with_case(number: &str, steps: usize) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let at = Some("2024-01-02T09:00:00Z".parse().unwrap());
        let init = Init {
            municipality: "Zandhaven".to_owned(),
            key_file: None,
            at,
        };
        let book = Book::init(&dir.path().join("boek"), &init).unwrap();
        for line in lines(number).into_iter().take(steps) {
            let at = line.recorded_at.as_deref().map(|at| at.parse().unwrap());
            book.record(&line, &Recording { expected: None, at })
                .unwrap();
        }
        book.close().unwrap();
        Self { dir }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.dir.path().join("boek")
    }

    /// Runs the command with these arguments and this input.
    pub(crate) fn run(&self, args: &[&str], input: &str) -> Output {
        let mut command = Command::cargo_bin("weegboek").unwrap();
        for name in ["ACTOR", "ROLE", "TEAM"] {
            command.env_remove(format!("WEEGBOEK_{name}"));
        }
        command
            .env("LC_ALL", "nl_NL.UTF-8")
            .env("COLUMNS", "100")
            .arg("--book")
            .arg(self.path())
            .args(args)
            .write_stdin(input)
            .output()
            .unwrap()
    }

    /// How many events there are.
    pub(crate) fn events(&self) -> u64 {
        let book = Book::open(&self.path(), weegboek::book::Access::Read).unwrap();
        book.store().head().unwrap().next.0
    }

    /// The drafts that are kept.
    pub(crate) fn drafts(&self) -> Vec<PathBuf> {
        let Ok(folder) = std::fs::read_dir(self.path().join("drafts")) else {
            return Vec::new();
        };
        folder.map(|entry| entry.unwrap().path()).collect()
    }
}

/// The exchange lines of a worked case.
pub(crate) fn lines(number: &str) -> Vec<Line> {
    let (_, text) = CASES.iter().find(|(name, _)| *name == number).unwrap();
    text.lines()
        .map(|line| Line::parse(line).unwrap())
        .collect()
}

/// A book with all worked cases, for reading only.
pub(crate) fn demo() -> &'static Path {
    static DEMO: OnceLock<TempDir> = OnceLock::new();
    DEMO.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        let (book, _) = Book::demo(&dir.path().join("boek")).unwrap();
        book.close().unwrap();
        dir
    })
    .path()
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// Standard output as JSON.
pub(crate) fn json(output: &Output) -> Value {
    assert_eq!(code(output), 0, "{}{}", out(output), err(output));
    serde_json::from_slice(&output.stdout).unwrap()
}
