//! The rules of the house that the compiler cannot hold: who may import whom, which crate is
//! named where, how long a file may be, which words may not stay behind, which links must lead
//! somewhere. ARCHITECTURE.md states the first two; this test reads them there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file that is longer does two things.
const LINES_MAX: usize = 600;

/// Files of the crate root, which belong to no room: the list of rooms and the hand-over to them.
const ROOT_FILES: [&str; 2] = ["lib", "main"];

/// A name, and the names that are allowed with it.
type Table = BTreeMap<String, BTreeSet<String>>;

fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn architecture() -> io::Result<String> {
    fs::read_to_string(home().join("ARCHITECTURE.md"))
}

/// All files below a folder, hidden ones included; none when there is no such folder.
fn files_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        // What tools build or install is not ours.
        if path.ends_with("target") || path.ends_with("node_modules") {
            continue;
        }
        if path.is_dir() {
            found.extend(files_below(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn sources() -> io::Result<Vec<(PathBuf, String)>> {
    let files = files_below(&home().join("src"))?.into_iter();
    files
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| fs::read_to_string(&path).map(|text| (path, text)))
        .collect()
}

/// The room a source file belongs to: the first part of its path below `src`.
fn room_of(path: &Path) -> Option<String> {
    let inside = path.strip_prefix(home().join("src")).ok()?;
    let first = inside.iter().next()?.to_str()?;
    let room = first.strip_suffix(".rs").unwrap_or(first);
    (!ROOT_FILES.contains(&room)).then(|| room.to_owned())
}

/// The names between backticks.
fn in_backticks(text: &str) -> BTreeSet<String> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// Reads the table whose head has these columns: first column to the last one.
fn table(markdown: &str, head: &str) -> Table {
    let squeeze = |line: &str| line.replace(' ', "");
    let wanted = squeeze(head);
    let rows = markdown
        .lines()
        .skip_while(|line| !squeeze(line).trim_matches('|').eq(&wanted))
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    rows.filter_map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        let name = in_backticks(cells.first()?).pop_first()?;
        Some((name, in_backticks(cells.last()?)))
    })
    .collect()
}

/// The code without its line comments, so that prose may name anything.
fn without_comments(code: &str) -> String {
    let strip = |line: &str| match line.find("//") {
        // A colon before it is a web address within a text.
        Some(at) if !line[..at].ends_with(':') => line[..at].to_owned(),
        _ => line.to_owned(),
    };
    code.lines().map(strip).collect::<Vec<_>>().join("\n")
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn first_word(text: &str) -> &str {
    let end = text.find(|letter| !is_word(letter)).unwrap_or(text.len());
    &text[..end]
}

/// What follows each place where `wanted` stands as the start of a path.
fn after<'a>(code: &'a str, wanted: &'a str) -> impl Iterator<Item = &'a str> {
    code.match_indices(wanted).filter_map(move |(at, _)| {
        let before = code[..at].chars().next_back();
        let starts = before.is_none_or(|letter| !is_word(letter) && letter != ':');
        starts.then(|| &code[at + wanted.len()..])
    })
}

/// The rooms a file imports from: `crate::room` and `crate::{room, other::Thing}`.
fn rooms_used(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for rest in after(code, "crate::") {
        let Some(group) = rest.strip_prefix('{') else {
            used.insert(first_word(rest).to_owned());
            continue;
        };
        let mut depth = 1;
        let mut starts = true;
        for (at, letter) in group.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' => starts = true,
                _ if starts && depth == 1 && is_word(letter) => {
                    used.insert(first_word(&group[at..]).to_owned());
                    starts = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    used
}

/// Whether a file names a crate, as the start of a path or as a whole import.
fn names_crate(code: &str, name: &str) -> bool {
    let name = name.replace('-', "_");
    let path = format!("{name}::");
    let import = format!("use {name}");
    let whole = |rest: &str| rest.starts_with(|letter| !is_word(letter) && letter != ':');
    let from_root = format!("::{name}::");
    after(code, &path).next().is_some()
        || after(code, &from_root).next().is_some()
        || after(code, &import).any(whole)
}

fn show(path: &Path) -> String {
    let inside = path.strip_prefix(home()).unwrap_or(path);
    inside.display().to_string()
}

#[test]
fn rooms_lean_only_on_the_rooms_they_may_use() {
    let rooms = table(&architecture().unwrap(), "Room | What it is | May use");
    let mut broken = Vec::new();
    for (path, text) in sources().unwrap() {
        let Some(room) = room_of(&path) else { continue };
        let Some(allowed) = rooms.get(&room) else {
            continue;
        };
        let code = without_comments(&text);
        for used in rooms_used(&code) {
            if used != room && rooms.contains_key(&used) && !allowed.contains(&used) {
                broken.push(format!("{}: `{room}` may not use `{used}`", show(&path)));
            }
        }
        // Paths that climb could leave the room unseen.
        if code.contains("super::super::") {
            broken.push(format!("{}: write the path from `crate::`", show(&path)));
        }
        if path == home().join("src").join(&room).join("mod.rs") && code.contains("super::") {
            broken.push(format!(
                "{}: a room does not reach above itself",
                show(&path)
            ));
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn the_table_of_rooms_and_the_folders_are_the_same() {
    let rooms = table(&architecture().unwrap(), "Room | What it is | May use");
    let listed: BTreeSet<String> = rooms.keys().cloned().collect();
    let sources = sources().unwrap();
    let present: BTreeSet<String> = sources
        .iter()
        .filter_map(|(path, _)| room_of(path))
        .collect();
    assert_eq!(listed, present);
    for (room, allowed) in &rooms {
        let unknown: Vec<_> = allowed
            .iter()
            .filter(|used| !listed.contains(*used))
            .collect();
        assert!(
            unknown.is_empty(),
            "`{room}` may use what is no room: {unknown:?}"
        );
    }
}

#[test]
fn crates_are_named_only_behind_their_doors() {
    let doors = table(&architecture().unwrap(), "Crate | Only in");
    assert!(!doors.is_empty());
    let mut broken = Vec::new();
    for (path, text) in sources().unwrap() {
        let code = without_comments(&text);
        let room = room_of(&path).unwrap_or_default();
        for (name, rooms) in &doors {
            if !rooms.contains(&room) && names_crate(&code, name) {
                broken.push(format!("{}: `{name}` belongs in {rooms:?}", show(&path)));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn files_are_short_and_nothing_is_left_unfinished() {
    // Written in pieces, so that this file does not find itself.
    let unfinished = [
        ["TO", "DO"],
        ["FIX", "ME"],
        ["XX", "X"],
        ["to", "do!"],
        ["unimple", "mented!"],
        ["#[ig", "nore"],
    ]
    .map(|pieces| pieces.concat());
    let mut broken = Vec::new();
    for folder in ["src", "tests", "tools", ".ci"] {
        for path in files_below(&home().join(folder)).unwrap() {
            let bytes = fs::read(&path).unwrap();
            // Golden samples and other data are not source.
            let Ok(text) = String::from_utf8(bytes) else {
                continue;
            };
            let lines = text.lines().count();
            if lines > LINES_MAX {
                broken.push(format!("{}: {lines} lines", show(&path)));
            }
            for word in &unfinished {
                if text.contains(word) {
                    broken.push(format!("{}: holds {word}", show(&path)));
                }
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn links_lead_to_files_that_exist() {
    let mut broken = Vec::new();
    for name in ["ARCHITECTURE.md", "README.md"] {
        let Ok(text) = fs::read_to_string(home().join(name)) else {
            continue;
        };
        for rest in text.split("](").skip(1) {
            let target = rest.split([')', '#', ' ']).next().unwrap_or_default();
            let outside = target.contains("://") || target.starts_with("mailto:");
            if !outside && !home().join(target).exists() {
                broken.push(format!("{name}: {target}"));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

/// The checks themselves: what they must see, and what they must not mistake.
#[test]
fn the_checks_see_what_they_should() {
    let text = "| Room | What it is | May use |\n|---|---|---|\n| `a` | an `x` | nothing of ours |\n| `b` | y | `a`, `c` |\n\n| `d` |";
    let rooms = table(text, "Room | What it is | May use");
    assert_eq!(rooms.keys().collect::<Vec<_>>(), ["a", "b"]);
    assert!(rooms["a"].is_empty());
    assert_eq!(rooms["b"], in_backticks("`a` `c`"));
    let code = "use crate::base::Day;\nuse crate::{vault, log::{Writer, x}, store as s};\nlet a = crate::text::say();";
    let used: Vec<String> = rooms_used(code).into_iter().collect();
    assert_eq!(used, ["base", "log", "store", "text", "vault"]);
    assert!(rooms_used(&without_comments("// crate::vault")).is_empty());
    for named in [
        "use sha2::Digest;",
        "sha2::Sha256::new()",
        "use sha2;",
        "::sha2::x",
        "(sha2::x)",
    ] {
        assert!(names_crate(named, "sha2"), "{named}");
    }
    for other in ["use crate::sha2::x;", "my_sha2::x", "use sha256;", "sha2()"] {
        assert!(!names_crate(other, "sha2"), "{other}");
    }
    assert!(names_crate("use quick_xml::Reader;", "quick-xml"));
}
