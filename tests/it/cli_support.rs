//! Running the command itself, in a folder of its own.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;
use weegboek::book::Book;

/// A folder with the demonstration in it.
pub(crate) struct Place {
    dir: tempfile::TempDir,
}

/// What a run gave back.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Place {
    pub(crate) fn empty() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
        }
    }

    /// With the twelve cases recorded.
    pub(crate) fn demo() -> Self {
        let place = Self::empty();
        let (book, _) = Book::demo(&place.book()).unwrap();
        book.close().unwrap();
        place
    }

    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    pub(crate) fn book(&self) -> PathBuf {
        self.path().join("boek")
    }

    /// Runs the command in Dutch.
    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.run_with(args, "")
    }

    pub(crate) fn run_with(&self, args: &[&str], input: &str) -> Ran {
        let output = Command::cargo_bin("weegboek")
            .unwrap()
            .current_dir(self.path())
            .env_clear()
            .env("LANG", "nl_NL.UTF-8")
            .args(args)
            .write_stdin(input)
            .output()
            .unwrap();
        Ran {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ran {
    /// Must have gone well; gives what was written.
    pub(crate) fn ok(self) -> String {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        self.out
    }

    /// Must have gone well and written JSON.
    pub(crate) fn json(self) -> Value {
        serde_json::from_str(&self.ok()).unwrap()
    }

    /// Must have failed with this code and told so in JSON.
    pub(crate) fn error(&self, code: i32) -> Value {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        let told: Value = serde_json::from_str(&self.err).unwrap();
        assert_eq!(told["error"]["code"], code);
        told["error"].clone()
    }
}
