//! How commands and their arguments are described: the same way everywhere, in one language.

use std::path::PathBuf;

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command, value_parser};

use super::run::VERBS;
use crate::text::Texts;

/// The whole command line.
pub(super) fn root(texts: &Texts) -> Command {
    let mut root = verb(texts, "weegboek")
        .version(env!("CARGO_PKG_VERSION"))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(texts.get("cli-help-version").into_owned())
                .help_heading(texts.get("cli-heading-general").into_owned()),
        )
        .subcommand_required(true)
        .arg_required_else_help(true);
    for arg in general(texts) {
        root = root.arg(arg);
    }
    for one in VERBS {
        root = root.subcommand((one.command)(texts));
    }
    dressed(texts, root, "")
}

/// Options that hold for every command.
fn general(texts: &Texts) -> Vec<Arg> {
    let args = [
        option(texts, "", "book", "dir").value_parser(value_parser!(PathBuf)),
        option(texts, "", "lang", "lang"),
        switch(texts, "", "json"),
        switch(texts, "", "no-color"),
        Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .help(texts.get("cli-help-help").into_owned()),
    ];
    let heading = texts.get("cli-heading-general").into_owned();
    args.into_iter()
        .map(|arg| arg.global(true).help_heading(heading.clone()))
        .collect()
}

/// A command with the help that stands under its path, such as `dossier show`.
pub(super) fn verb(texts: &Texts, path: &'static str) -> Command {
    let key = format!("cli-help-{}", path.replace(' ', "-"));
    let name = path.rsplit(' ').next().unwrap_or(path);
    let mut command = Command::new(name)
        .about(texts.get(&key).into_owned())
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .next_help_heading(texts.get("cli-heading-options").into_owned())
        .subcommand_help_heading(texts.get("cli-heading-commands").into_owned())
        .subcommand_value_name(texts.get("cli-value-command").into_owned());
    if let Some(more) = texts.find(&format!("{key}-more"), &[]) {
        command = command.after_help(more.into_owned());
    }
    command
}

/// A command that only holds others.
pub(super) fn noun(texts: &Texts, path: &'static str) -> Command {
    verb(texts, path)
        .subcommand_required(true)
        .arg_required_else_help(true)
}

/// The help of an argument: its own under the path of its command, else the one of everywhere.
fn help(texts: &Texts, path: &str, name: &str) -> String {
    let own = format!("cli-help-{}-{name}", path.replace(' ', "-"));
    let text = texts.find(&own, &[]);
    text.unwrap_or_else(|| texts.get(&format!("cli-help-option-{name}")))
        .into_owned()
}

/// An option with a value; `value` is the key of the name that help shows for it.
pub(super) fn option(texts: &Texts, path: &str, name: &'static str, value: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(texts.get(&format!("cli-value-{value}")).into_owned())
        .help(help(texts, path, name))
        .hide_possible_values(true)
        .hide_default_value(true)
}

/// An option without a value.
pub(super) fn switch(texts: &Texts, path: &str, name: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(help(texts, path, name))
}

/// A value by its place.
pub(super) fn positional(
    texts: &Texts,
    path: &str,
    name: &'static str,
    value: &'static str,
) -> Arg {
    Arg::new(name)
        .value_name(texts.get(&format!("cli-value-{value}")).into_owned())
        .help(help(texts, path, name))
        .help_heading(texts.get("cli-heading-arguments").into_owned())
        .hide_possible_values(true)
}

/// Gives a command and those below it a help page in the language of the reader.
fn dressed(texts: &Texts, command: Command, above: &str) -> Command {
    let path = match above {
        "" => command.get_name().to_owned(),
        above => format!("{above} {}", command.get_name()),
    };
    let usage = usage_line(texts, &command, &path);
    let heading = texts.get("cli-heading-usage");
    let template =
        format!("{{about-with-newline}}\n{heading} {{usage}}\n\n{{all-args}}{{after-help}}");
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    // What is below a command that wants a value comes after that value, unless it needs none.
    let mut path = path;
    let alone = command.is_subcommand_negates_reqs_set();
    for arg in command
        .get_positionals()
        .filter(|arg| arg.is_required_set() && !alone)
    {
        let names = arg.get_value_names().unwrap_or_default();
        path.extend(names.iter().map(|name| format!(" <{name}>")));
    }
    let mut command = command
        .override_usage(StyledStr::from(usage))
        .help_template(StyledStr::from(template));
    for name in names {
        command = command.mut_subcommand(name, |sub| dressed(texts, sub, &path));
    }
    command
}

/// How a command is called, in one line.
fn usage_line(texts: &Texts, command: &Command, path: &str) -> String {
    let mut line = path.to_owned();
    let name = |arg: &Arg| {
        let names = arg.get_value_names().unwrap_or_default();
        names.first().map(ToString::to_string).unwrap_or_default()
    };
    for arg in command.get_arguments().filter(|arg| !arg.is_positional()) {
        if arg.is_required_set()
            && let Some(long) = arg.get_long()
        {
            line.push_str(&format!(" --{long} {}", name(arg)));
        }
    }
    line.push_str(&format!(" [{}]", texts.get("cli-value-options")));
    for arg in command.get_positionals() {
        let name = name(arg);
        let more = match arg.get_action() {
            ArgAction::Append => "…",
            _ => "",
        };
        line.push_str(&if arg.is_required_set() {
            format!(" <{name}>{more}")
        } else {
            format!(" [{name}]{more}")
        });
    }
    if command.has_subcommands() {
        let name = texts.get("cli-value-command");
        line.push_str(&if command.is_subcommand_required_set() {
            format!(" <{name}>")
        } else {
            format!(" [{name}]")
        });
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn check(command: &Command) {
        let help = |text: Option<&StyledStr>| text.map(ToString::to_string).unwrap_or_default();
        let about = help(command.get_about());
        assert!(!about.is_empty() && !about.contains('«'), "{command:?}");
        for arg in command.get_arguments() {
            let about = help(arg.get_help());
            assert!(
                !about.is_empty() && !about.contains('«'),
                "{}: {arg:?}",
                command.get_name()
            );
            let names = arg.get_value_names().unwrap_or_default();
            assert!(names.iter().all(|name| !name.contains('«')), "{names:?}");
        }
        command.get_subcommands().for_each(check);
    }

    #[test]
    fn every_command_and_option_has_help_in_both_languages() {
        for lang in Lang::ALL {
            let root = root(&Texts::new(lang));
            check(&root);
            root.debug_assert();
        }
    }
}
