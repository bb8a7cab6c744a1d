//! How trouble is told: what happened, what was kept, what to do next.

use std::io::{ErrorKind, Write as _};
use std::path::Path;

use serde_json::{Value as Json, json};

use super::ask_errors;
use super::audit_errors;
use super::context::Context;
use super::failure::Failure;
use super::page::{Page, Tone};
use super::refusals;
use super::review_errors;
use crate::book::Error;
use crate::book::config::FILE_NAME;
use crate::book::errors::{
    Damage, HostError, KeyClosed, LineError, LogError, OcelError, StoreError, VaultError,
    ViewsError,
};
use crate::text::{Texts, Value};

/// What a person must know about a failure.
struct Told {
    what: String,
    kept: String,
    next: String,
}

/// Writes to standard error; when that fails there is nobody left to tell.
pub(super) fn say(text: &str) {
    let mut err = std::io::stderr().lock();
    let ended = if text.ends_with('\n') { "" } else { "\n" };
    drop(err.write_all(format!("{text}{ended}").as_bytes()));
}

/// Writes a message to standard error in lines that fit.
pub(super) fn tell(context: &Context, text: &str) {
    let mut page = Page::new(context.width, false);
    page.line(0, Tone::Plain, text);
    say(page.text());
}

/// Tells that the words on the command line cannot be understood; gives the exit code.
pub(super) fn usage(texts: &Texts, json: bool, what: &str) -> u8 {
    let told = Told {
        what: what.to_owned(),
        kept: texts.get("cli-kept").into_owned(),
        next: texts.get("cli-next-usage").into_owned(),
    };
    write(texts, json, super::page::width(), &told, 2, None);
    2
}

/// Tells why a command failed; gives the exit code.
pub(super) fn report(context: &Context, failure: &Failure) -> u8 {
    let texts = &context.texts;
    let code = failure.code();
    let (event, error) = match failure {
        Failure::Found | Failure::Told(_) => return code,
        Failure::Output(_) if code == 0 => return code,
        Failure::Form { event, error } => (Some(event.as_str()), Some(error)),
        Failure::Book(error) => (None, Some(error)),
        _ => (None, None),
    };
    if let Some(Error::Refused(refused)) = error {
        if context.json {
            let refusals = refusals::json(texts, event, refused);
            let error = json!({ "code": code, "kind": "refused",
                "what": texts.get("cli-refused-head"), "kept": texts.get("cli-kept"),
                "refusals": refusals });
            say(&json!({ "error": error }).to_string());
        } else {
            let mut page = Page::new(context.width, false);
            page.line(0, Tone::Plain, &texts.get("cli-refused-head"));
            refusals::tell(&mut page, texts, event, refused);
            say(page.text());
        }
        return code;
    }
    let told = match failure {
        Failure::Usage { key, given } => Told {
            what: texts.with(key, &[("given", given.into())]).into_owned(),
            kept: texts.get("cli-kept").into_owned(),
            next: texts
                .find(&format!("{key}-next"), &[])
                .unwrap_or_else(|| texts.get("cli-next-usage"))
                .into_owned(),
        },
        Failure::File { path, source } => file(texts, path, source),
        Failure::Output(source) => file(texts, Path::new("-"), source),
        Failure::Book(error) | Failure::Form { error, .. } => {
            explained(texts, &context.book_dir, error)
        }
        Failure::Found | Failure::Told(_) => return code,
    };
    let damage = match error {
        Some(Error::Store(StoreError::Log(LogError::Damage(damage)))) => Some(damage),
        _ => None,
    };
    write(texts, context.json, context.width, &told, code, damage);
    code
}

fn write(texts: &Texts, json: bool, width: usize, told: &Told, code: u8, damage: Option<&Damage>) {
    if json {
        let mut error = json!({ "code": code, "kind": kind(code), "what": told.what,
            "kept": told.kept, "next": told.next });
        if let Some(damage) = damage {
            error["damage"] = damage_json(damage);
        }
        say(&json!({ "error": error }).to_string());
        return;
    }
    let mut page = Page::new(width, false);
    let what = texts.with("cli-error", &[("what", told.what.as_str().into())]);
    page.line(0, Tone::Plain, &what);
    page.line(0, Tone::Plain, &told.kept);
    let next = texts.with("cli-next", &[("what", told.next.as_str().into())]);
    page.line(0, Tone::Plain, &next);
    say(page.text());
}

fn kind(code: u8) -> &'static str {
    match code {
        1 => "found",
        2 => "usage",
        3 => "refused",
        4 => "conflict",
        5 => "damage",
        _ => "io",
    }
}

/// Damage for a program.
pub(super) fn damage_json(damage: &Damage) -> Json {
    json!({ "file": damage.file.display().to_string(), "offset": damage.offset,
        "position": damage.position.0, "what": damage.what, "consequence": damage.consequence })
}

/// What an operating system answered, in the language of the reader.
pub(super) fn os(texts: &Texts, source: &std::io::Error) -> String {
    let key = match source.kind() {
        ErrorKind::NotFound => "cli-os-not-found",
        ErrorKind::PermissionDenied => "cli-os-denied",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "cli-os-full",
        ErrorKind::ReadOnlyFilesystem => "cli-os-read-only",
        ErrorKind::IsADirectory => "cli-os-is-folder",
        ErrorKind::NotADirectory => "cli-os-no-folder",
        ErrorKind::AlreadyExists => "cli-os-exists",
        ErrorKind::InvalidData => "cli-os-not-text",
        _ => return source.to_string(),
    };
    texts.get(key).into_owned()
}

fn file(texts: &Texts, path: &Path, source: &std::io::Error) -> Told {
    let values = [
        ("path", path.display().to_string().into()),
        ("why", os(texts, source).into()),
    ];
    Told {
        what: texts.with("cli-trouble-file", &values).into_owned(),
        kept: texts.get("cli-kept-book").into_owned(),
        next: texts.get("cli-next-file").into_owned(),
    }
}

/// Names the trouble, what it left as it was, and the way out.
fn explained(texts: &Texts, dir: &Path, error: &Error) -> Told {
    let told = |key: &str, kept: &str, values: &[(&str, Value<'_>)]| Told {
        what: texts
            .with(&format!("cli-trouble-{key}"), values)
            .into_owned(),
        kept: texts.get(kept).into_owned(),
        next: texts.with(&format!("cli-next-{key}"), values).into_owned(),
    };
    let nothing = "cli-kept";
    let shown = |path: &Path| Value::from(path.display().to_string());
    match error {
        Error::NoBook { dir } => told("no-book", nothing, &[("dir", shown(dir))]),
        Error::BookExists { dir } => told("book-exists", nothing, &[("dir", shown(dir))]),
        Error::Config { path, what } => told(
            "config",
            nothing,
            &[("path", shown(path)), ("why", what.as_str().into())],
        ),
        Error::NoSuchDossier { number } => {
            told("no-dossier", nothing, &[("given", number.as_str().into())])
        }
        Error::NoSuchEvent { name } => {
            told("no-event-type", nothing, &[("given", name.as_str().into())])
        }
        Error::DossierNeeded { event } => {
            let label = texts.event(event);
            told("dossier-needed", nothing, &[("given", label.into())])
        }
        Error::Line(error) => told("line", nothing, &[("why", line(texts, error).into())]),
        Error::Time(error) => told("time", nothing, &[("given", error.text.as_str().into())]),
        Error::TooManyLines { max } => told("too-many-lines", nothing, &[("max", (*max).into())]),
        Error::TooLongForPipe { max } => {
            told("too-long-for-pipe", nothing, &[("max", (*max).into())])
        }
        Error::Contended => told("contended", nothing, &[]),
        Error::ReadOnly => told("read-only", nothing, &[]),
        Error::Io { path, source, .. } => file(texts, path, source),
        Error::NoEdition { catalogue } => {
            let name = texts.code("catalogue", catalogue.code());
            told("no-edition", nothing, &[("given", name.as_ref().into())])
        }
        Error::AnalystOnly => told("analyst-only", nothing, &[]),
        Error::OutputExists { path } => told("output-exists", nothing, &[("path", shown(path))]),
        Error::NotBuiltIn { what } => told("not-built-in", nothing, &[("given", (*what).into())]),
        Error::NoSuchObjectType { given, there } => told(
            "no-object-type",
            nothing,
            &[
                ("given", given.as_str().into()),
                ("there", there.as_str().into()),
            ],
        ),
        Error::Ocel(OcelError::TooLarge { .. }) => told("ocel-large", nothing, &[]),
        Error::Ocel(error) => told("ocel", nothing, &[("why", error.to_string().into())]),
        Error::Xes(error) => told(
            "xes",
            "cli-kept-xes",
            &[
                ("line", error.place.line.into()),
                ("count", error.place.traces.into()),
                ("why", error.problem.to_string().into()),
            ],
        ),
        Error::Refused(_) => told("other", nothing, &[("why", error.to_string().into())]),
        Error::Store(error) => store(texts, dir, error, &told),
        Error::Views(error) => views(texts, dir, error, &told),
        Error::Learn(error) => {
            let given = error.given();
            told(error.key(), nothing, &[("given", given.into())])
        }
        Error::Ask(error) => {
            let (key, kept, values) = ask_errors::named(texts, error);
            told(key, kept, &values)
        }
        Error::Review(error) => {
            let (key, kept, values) = review_errors::named(error);
            told(key, kept, &values)
        }
        Error::Audit(error) => {
            let (key, kept, values) = audit_errors::named(error);
            told(key, kept, &values)
        }
    }
}

/// What went wrong with the views; the book itself is never touched by that.
fn views(texts: &Texts, dir: &Path, error: &ViewsError, told: Tell<'_>) -> Told {
    let why = Value::from(error.to_string());
    let kept = "cli-kept-views";
    match error {
        ViewsError::Store(error) => store(texts, dir, error, told),
        ViewsError::Io(HostError { path, source, .. }) => file(texts, path, source),
        ViewsError::Busy { who, .. } => told("views-busy", kept, &[("who", who.as_str().into())]),
        ViewsError::Damaged { path, what } => told(
            "views-damaged",
            kept,
            &[
                ("path", path.display().to_string().into()),
                ("why", what.as_str().into()),
            ],
        ),
        ViewsError::Question { refused: true, .. } => told("views-refused", kept, &[("why", why)]),
        ViewsError::Question { .. } => told("views-question", kept, &[("why", why)]),
        ViewsError::TooLarge => told("views-too-large", kept, &[]),
        ViewsError::Engine { .. } | ViewsError::Stopped => {
            told("views-failed", kept, &[("why", why)])
        }
    }
}

type Tell<'a> = &'a dyn Fn(&str, &str, &[(&str, Value<'_>)]) -> Told;

fn store(texts: &Texts, dir: &Path, error: &StoreError, told: Tell<'_>) -> Told {
    let nothing = "cli-kept";
    let why = Value::from(error.to_string());
    match error {
        StoreError::Log(LogError::Io(HostError { path, source, .. }))
        | StoreError::Vault(VaultError::Io(HostError { path, source, .. })) => {
            file(texts, path, source)
        }
        StoreError::Vault(VaultError::Busy { .. }) => {
            let who = texts.get("cli-other-process");
            told(
                "locked",
                "cli-kept-locked",
                &[
                    ("who", who.into()),
                    ("dir", dir.display().to_string().into()),
                ],
            )
        }
        StoreError::Log(LogError::Locked { holder, .. }) => {
            let who = match holder {
                Some(pid) => texts.with("cli-process", &[("pid", pid.to_string().into())]),
                None => texts.get("cli-other-process"),
            };
            told(
                "locked",
                "cli-kept-locked",
                &[
                    ("who", who.into()),
                    ("dir", dir.display().to_string().into()),
                ],
            )
        }
        StoreError::Log(LogError::Damage(damage)) => told(
            "damage",
            "cli-kept-damage",
            &[
                ("file", damage.file.display().to_string().into()),
                ("offset", damage.offset.to_string().into()),
                ("position", damage.position.0.to_string().into()),
                ("why", damage.what.as_str().into()),
            ],
        ),
        StoreError::Log(LogError::TimeWentBack { given, last }) => told(
            "time-back",
            nothing,
            &[
                ("given", texts.moment(*given).into()),
                ("last", texts.moment(*last).into()),
            ],
        ),
        StoreError::SameIdOtherContent { position, .. } => told(
            "same-id",
            nothing,
            &[("position", position.0.to_string().into())],
        ),
        StoreError::Log(LogError::Poisoned { .. }) => {
            told("poisoned", "cli-kept-unknown", &[("why", why)])
        }
        StoreError::Log(LogError::NotALog { dir, .. }) => told(
            "not-a-log",
            nothing,
            &[("dir", dir.display().to_string().into())],
        ),
        StoreError::Vault(VaultError::KeyFileAbsent { path }) => told(
            "no-key",
            nothing,
            &[
                ("path", path.display().to_string().into()),
                ("config", FILE_NAME.into()),
            ],
        ),
        StoreError::Closed(KeyClosed::NoKeyFile) => told("locked-vault", nothing, &[]),
        StoreError::Vault(VaultError::KeyFileExposed { path, mode }) => told(
            "key-exposed",
            nothing,
            &[
                ("path", path.display().to_string().into()),
                ("mode", format!("{mode:03o}").into()),
            ],
        ),
        StoreError::Vault(VaultError::KeyFileDamaged { path, .. }) => told(
            "key-damaged",
            nothing,
            &[("path", path.display().to_string().into())],
        ),
        StoreError::Vault(VaultError::OtherKeyFile { .. }) => told("other-key", nothing, &[]),
        StoreError::Vault(VaultError::Damaged { path, .. }) => told(
            "keys-damaged",
            nothing,
            &[("path", path.display().to_string().into())],
        ),
        _ => told("other", "cli-kept-unknown", &[("why", why)]),
    }
}

/// What went wrong, in one sentence.
pub(super) fn what(texts: &Texts, error: &Error) -> String {
    explained(texts, Path::new(""), error).what
}

/// Why an exchange line cannot be read.
pub(super) fn line(texts: &Texts, error: &LineError) -> String {
    match error {
        LineError::NotJson(why) => texts.with("cli-line-not-json", &[("why", why.as_str().into())]),
        LineError::NoEvent => texts.get("cli-line-no-event"),
        LineError::WrongKind { key, wanted } => {
            let kind = match *wanted {
                "text" => "words",
                "a whole number" => "number",
                _ => "record",
            };
            let kind = texts.get(&format!("fault-not-a-{kind}"));
            texts.with(
                "cli-line-wrong-kind",
                &[("key", (*key).into()), ("text", kind.into())],
            )
        }
        LineError::TooLong { max } => texts.with("cli-line-too-long", &[("max", (*max).into())]),
    }
    .into_owned()
}
