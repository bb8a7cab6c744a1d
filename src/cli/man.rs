//! `man`: manual pages, made from the same help.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use super::arguments::{option, root, verb};
use super::context::Context;
use super::failure::Failure;
use crate::text::Texts;

/// Headings that the page maker writes, with the keys of ours.
const HEADINGS: [(&str, &str); 7] = [
    (".SH NAME", "name"),
    (".SH SYNOPSIS", "synopsis"),
    (".SH DESCRIPTION", "description"),
    (".SH OPTIONS", "options"),
    (".SH SUBCOMMANDS", "commands"),
    (".SH EXTRA", "extra"),
    (".SH VERSION", "version"),
];

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, "man")
        .arg(option(texts, "man", "output", "dir").value_parser(value_parser!(PathBuf)))
}

/// Writes the page of the whole, or a page for each command into a folder.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let mut whole = root(&context.texts);
    whole.build();
    let Some(dir) = matches.get_one::<PathBuf>("output") else {
        let page = page(&context.texts, &whole, "weegboek")?;
        let mut out = context.out();
        out.write_all(page.as_bytes())?;
        return Ok(out.flush()?);
    };
    std::fs::create_dir_all(dir).map_err(|source| failed(dir, source))?;
    write_all(&context.texts, &whole, "weegboek", dir)
}

fn write_all(texts: &Texts, command: &Command, name: &str, dir: &Path) -> Result<(), Failure> {
    let path = dir.join(format!("{name}.1"));
    std::fs::write(&path, page(texts, command, name)?).map_err(|source| failed(&path, source))?;
    for below in command.get_subcommands() {
        write_all(texts, below, &format!("{name}-{}", below.get_name()), dir)?;
    }
    Ok(())
}

fn failed(path: &Path, source: std::io::Error) -> Failure {
    Failure::File {
        path: path.to_owned(),
        source,
    }
}

fn page(texts: &Texts, command: &Command, name: &str) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(command.clone())
        .title(name)
        .render(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let lines = text.lines().map(|line| {
        let ours = HEADINGS.iter().find(|(theirs, _)| *theirs == line);
        ours.map_or_else(
            || line.to_owned(),
            |(_, key)| format!(".SH {}", texts.get(&format!("cli-man-{key}"))),
        )
    });
    let mut page = lines.collect::<Vec<_>>().join("\n");
    page.push('\n');
    Ok(page)
}
