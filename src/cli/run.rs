//! From the words on the command line to the command that does the work.

use std::ffi::OsString;
use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use super::context::Context;
use super::failure::Failure;
use super::{
    arguments, ask, audit, change, completions, demo, dossier, editions, errors, export, glossary,
    import, init, log, man, my_story, process, record, replay, review, signals, sql, terms, usage,
    views,
};
use crate::text::{Lang, Texts};

/// A command: how it is described, and what it does.
pub(super) struct Verb {
    /// Its name.
    pub(super) name: &'static str,
    /// Its arguments and help.
    pub(super) command: fn(&Texts) -> Command,
    /// What it does.
    pub(super) run: fn(&Context, &ArgMatches) -> Result<(), Failure>,
}

macro_rules! verbs {
    (@name $module:ident) => { stringify!($module) };
    (@name $module:ident $name:literal) => { $name };
    ($($module:ident $(= $name:literal)?)*) => {
        &[ $( Verb {
            name: verbs!(@name $module $($name)?),
            command: $module::command,
            run: $module::run,
        } ),* ]
    };
}

/// Every command, in the order of the help page.
pub(super) static VERBS: &[Verb] = verbs!(demo init record dossier my_story = "mijn-verhaal" replay signals terms audit review ask change process views sql import export log editions glossary completions man);

/// Runs the command line of this process.
#[must_use]
pub fn run() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    ExitCode::from(run_with(&args))
}

fn run_with(args: &[OsString]) -> u8 {
    let json = args.iter().any(|arg| arg == "--json");
    let texts = match language(args) {
        Ok(lang) => Texts::new(lang),
        Err(given) => {
            let texts = Texts::new(Lang::default());
            let what = texts.with("cli-no-such-language", &[("given", given.into())]);
            return errors::usage(&texts, json, &what);
        }
    };
    let matches = match arguments::root(&texts).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => return usage::report(&texts, json, &error),
    };
    let context = context(texts, &matches);
    let result = match matches.subcommand() {
        Some((name, matches)) => VERBS
            .iter()
            .find(|verb| verb.name == name)
            .map_or(Ok(()), |verb| (verb.run)(&context, matches)),
        None => Ok(()),
    };
    // What a command wrote must be on its way before its failure is told.
    let result = result.and_then(|()| Ok(std::io::stdout().flush()?));
    match result {
        Ok(()) => 0,
        Err(failure) => errors::report(&context, &failure),
    }
}

/// The language of the help pages must be known before they are made, so it is looked up in the
/// bare arguments.
fn language(args: &[OsString]) -> Result<Lang, String> {
    let words: Vec<_> = args.iter().map(|arg| arg.to_string_lossy()).collect();
    let named = words
        .windows(2)
        .find(|pair| pair[0] == "--lang")
        .map(|pair| pair[1].to_string());
    let choice = named.or_else(|| {
        let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
        joined.map(str::to_owned)
    });
    let locales: Vec<String> = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .collect();
    let locales: Vec<&str> = locales.iter().map(String::as_str).collect();
    Lang::choose(choice.as_deref(), &locales).map_err(|error| error.text)
}

fn context(texts: Texts, matches: &ArgMatches) -> Context {
    let plain = matches.get_flag("no-color")
        || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    Context {
        texts,
        book_dir: matches
            .get_one::<PathBuf>("book")
            .cloned()
            .or_else(|| {
                // Set to nothing means not set.
                let named = std::env::var_os("WEEGBOEK_BOOK");
                named.filter(|dir| !dir.is_empty()).map(PathBuf::from)
            })
            .unwrap_or_else(|| PathBuf::from("boek")),
        json: matches.get_flag("json"),
        colour: !plain && !dumb && std::io::stdout().is_terminal(),
        progress: !dumb && std::io::stderr().is_terminal(),
        width: super::page::width(),
    }
}
