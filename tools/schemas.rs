//! Writes the JSON Schemas of events and exchange lines, or checks that they are current.
//!
//! `tools/schemas` writes what differs and refuses to change the structure of a version that was
//! committed; `tools/schemas --check` writes nothing and fails when a file differs or is missing.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use weegboek::book::schema::{Schemas, Step, event_paths, step};

fn main() -> ExitCode {
    let mut check = false;
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--check" => check = true,
            _ => {
                let usage = "usage: tools/schemas [--check]\n";
                let _written = io::stderr().write_all(usage.as_bytes());
                return ExitCode::from(2);
            }
        }
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    match run(&folder, check, &mut io::stdout().lock()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        Err(error) => {
            let _written = writeln!(io::stderr(), "{}: {error}", folder.display());
            ExitCode::from(6)
        }
    }
}

/// Goes through every file; returns how many want a developer's attention.
fn run(folder: &Path, check: bool, out: &mut impl Write) -> io::Result<usize> {
    let mut wrong = 0;
    let files = Schemas::new().files();
    for file in &files {
        let place = folder.join(&file.path);
        let committed = match fs::read_to_string(&place) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let path = &file.path;
        match step(file, committed.as_deref()) {
            Step::Nothing => {}
            Step::Refuse(change) => {
                wrong += 1;
                writeln!(
                    out,
                    "refused: {path} would change at {change}; raise the schema version of the event"
                )?;
            }
            todo if check => {
                wrong += 1;
                let what = if todo == Step::Add {
                    "missing"
                } else {
                    "differs"
                };
                writeln!(out, "{what}: {path}; run tools/schemas")?;
            }
            _ => {
                if let Some(above) = place.parent() {
                    fs::create_dir_all(above)?;
                }
                fs::write(&place, &file.content)?;
                writeln!(out, "wrote {path}")?;
            }
        }
    }
    let wanted: BTreeSet<_> = event_paths().into_iter().collect();
    let mut there = BTreeSet::new();
    for entry in fs::read_dir(folder.join("events"))? {
        let name = entry?.file_name();
        there.insert(format!("events/{}", name.to_string_lossy()));
    }
    let made: BTreeSet<_> = files.iter().map(|file| file.path.clone()).collect();
    for path in wanted
        .difference(&there)
        .filter(|path| !made.contains(*path))
    {
        wrong += 1;
        writeln!(
            out,
            "missing: {path}; the schema of an earlier version stays for ever"
        )?;
    }
    for path in there.difference(&wanted) {
        wrong += 1;
        writeln!(out, "unknown: {path} belongs to no event and version")?;
    }
    Ok(wrong)
}
