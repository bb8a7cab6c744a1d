//! `signals explain`: what a signal means, where it comes from and what to do; and how signals
//! are written everywhere.

use std::sync::Arc;

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::{positional, verb};
use super::context::Context;
use super::failure::Failure;
use super::page::{Page, Tone};
use crate::base::Day;
use crate::book::Access;
use crate::book::fields::{CatalogueKind, Catalogues};
use crate::book::worklist::{self, Item, Scope, Signal, SignalKind, State};
use crate::text::{Lang, Texts};

const PATH: &str = "signals explain";

/// Units of norms that tell how long something lasts.
const TIMES: [&str; 4] = ["minuten", "dagen", "weken", "maanden"];

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, PATH).arg(positional(texts, PATH, "kind", "signal"))
}

/// The kind with this name.
pub(super) fn named(name: &str) -> Result<SignalKind, Failure> {
    let name = name.trim();
    let by_code = SignalKind::ALL
        .iter()
        .find(|kind| kind.code().eq_ignore_ascii_case(name));
    SignalKind::from_slug(&name.to_lowercase())
        .or(by_code.copied())
        .ok_or_else(|| Failure::usage("cli-no-such-signal", name))
}

/// Explains one, or all.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let given = matches.get_one::<String>("kind");
    let one = given.map(|name| named(name)).transpose()?;
    let kinds: Vec<SignalKind> = match one {
        Some(kind) => vec![kind],
        None => SignalKind::ALL.to_vec(),
    };
    let book = context.open(Access::Read)?;
    let about = About::new(&context.texts, book.catalogues()?, book.now().day());
    if context.json {
        let kinds: Vec<Value> = kinds.iter().map(|kind| about.json(*kind)).collect();
        return context.show_json(&json!({ "signals": kinds }));
    }
    let mut page = context.page();
    for kind in kinds {
        page.heading(&about.name(kind));
        about.question(&mut page, kind);
        for (key, value) in about.kind(kind) {
            page.field(
                2,
                20,
                &context.texts.get(&format!("cli-signals-{key}")),
                &value,
            );
        }
    }
    page.gap();
    page.line(0, Tone::Soft, &context.texts.get("cli-signals-about"));
    context.show(&page)
}

/// How signals are written for a reader, with the norms of a day.
pub(super) struct About<'a> {
    pub(super) texts: &'a Texts,
    catalogues: Arc<Catalogues>,
    day: Day,
}

impl<'a> About<'a> {
    pub(super) fn new(texts: &'a Texts, catalogues: Arc<Catalogues>, day: Day) -> Self {
        Self {
            texts,
            catalogues,
            day,
        }
    }

    /// One of the texts of a kind.
    pub(super) fn text(&self, kind: SignalKind, which: &str) -> String {
        let key = format!("signal-{}-{which}", kind.slug());
        self.texts.get(&key).into_owned()
    }

    /// Its name.
    pub(super) fn name(&self, kind: SignalKind) -> String {
        self.texts
            .get(&format!("signal-{}", kind.slug()))
            .into_owned()
    }

    /// Where a signal stands.
    pub(super) fn state(&self, state: State) -> String {
        self.texts
            .get(&format!("signal-state-{}", state.code()))
            .into_owned()
    }

    /// The question a kind puts.
    pub(super) fn question(&self, page: &mut Page, kind: SignalKind) {
        page.line(2, Tone::Plain, &self.text(kind, "question"));
    }

    /// The question, and from where it comes.
    pub(super) fn origin(&self, page: &mut Page, kind: SignalKind) {
        self.question(page, kind);
        let of_kind = self.kind(kind);
        let wanted = ["principle", "corner", "source", "norm"];
        for (key, value) in of_kind.iter().filter(|(key, _)| wanted.contains(key)) {
            page.field(2, 10, &self.texts.get(&format!("cli-signals-{key}")), value);
        }
    }

    /// The step it is about.
    pub(super) fn step(&self, step: &worklist::About) -> String {
        let label = self.texts.event(step.event.name());
        match step.step {
            Some(number) => format!("{number} {label}"),
            None => label.into_owned(),
        }
    }

    /// The name of an entry of a catalogue on a day.
    fn named(&self, kind: CatalogueKind, key: &str, day: Day) -> String {
        let Some(entry) = self.catalogues.entry(kind, key, day) else {
            return key.to_owned();
        };
        match (self.texts.lang(), &entry.name_en) {
            (Lang::English, Some(name)) => name.0.clone(),
            _ => entry.name.0.clone(),
        }
    }

    fn norm(&self, key: &str, value: f64, day: Day) -> String {
        let name = self.named(CatalogueKind::Norms, key, day);
        let value = self.texts.decimal(value, 0);
        let values = [("name", name.into()), ("value", value.into())];
        let text = self.texts.with("cli-signals-norm-value", &values);
        let entry = self.catalogues.entry(CatalogueKind::Norms, key, day);
        let unit = entry.and_then(|entry| entry.unit.as_ref());
        // Units are Dutch words, and most names of norms say theirs.
        let unsaid = |unit: &&str| TIMES.contains(unit) && !text.contains(*unit);
        let unit = unit.map(|unit| unit.0.as_str()).filter(unsaid);
        match (self.texts.lang(), unit) {
            (Lang::Dutch, Some(unit)) => format!("{text} {unit}"),
            _ => text.into_owned(),
        }
    }

    fn source(&self, kind: SignalKind) -> String {
        let parts = kind.source().split(';').map(str::trim);
        let written = parts.map(|part| {
            let (code, rest) = part.split_once(' ').unwrap_or((part, ""));
            match self.texts.find(&format!("signal-source-{code}"), &[]) {
                Some(name) => format!("{name} ({code}) {rest}").trim_end().to_owned(),
                None => part.to_owned(),
            }
        });
        written.collect::<Vec<_>>().join("; ")
    }

    /// Everything there is to say about a kind, by the key of its label.
    fn kind(&self, kind: SignalKind) -> Vec<(&'static str, String)> {
        let mut fields = vec![("todo", self.text(kind, "todo"))];
        if let Some(key) = kind.principle() {
            let name = self.named(CatalogueKind::Principles, key, self.day);
            fields.push(("principle", format!("{key}, {name}")));
        }
        if let Some(corner) = kind.corner() {
            fields.push((
                "corner",
                self.texts.code("corner", corner.code()).into_owned(),
            ));
        }
        let theme = format!("signal-theme-{}", kind.theme().code());
        fields.push(("theme", self.texts.get(&theme).into_owned()));
        fields.push(("source", self.source(kind)));
        if let Some(key) = kind.norm() {
            let entry = self.catalogues.entry(CatalogueKind::Norms, key, self.day);
            let value = entry.and_then(|entry| entry.number);
            fields.extend(value.map(|value| ("norm", self.norm(key, value.0, self.day))));
        }
        let asked = kind.asked().iter();
        let asked: Vec<String> = asked
            .map(|role| self.texts.code("role", role.code()).into_owned())
            .collect();
        fields.push(("asked", self.texts.list(&asked)));
        let scope = match kind.scope() {
            Scope::Dossier => "cli-signals-scope-dossier",
            Scope::Book => "cli-signals-scope-book",
        };
        fields.push(("scope", self.texts.get(scope).into_owned()));
        fields.push(("key", kind.slug().to_owned()));
        fields
    }

    /// What its number says, in words, and whom or what it names.
    pub(super) fn details(&self, signal: &Signal, on: Day) -> String {
        let over = || f64::from(signal.days_on(on).max(0));
        let number = match signal.kind {
            // While it holds, the days up to then; later, the days there were in all.
            SignalKind::LimitPassed if signal.holds_on(on) => Some(over()),
            _ => signal.number,
        };
        let number = number.and_then(|number| {
            // Two decimals are enough for a reader.
            let rounded = (number * 100.0).round() / 100.0;
            let number = self.texts.decimal(rounded, 0);
            let key = format!("signal-{}-number", signal.kind.slug());
            self.texts.find(&key, &[("number", number.into())])
        });
        let corner = signal.corner.filter(|_| signal.kind.corner().is_none());
        let corner = corner.map(|corner| self.texts.code("corner", corner.code()).into_owned());
        let band = |unit: &str| match signal.kind {
            SignalKind::VoiceMissing => self.texts.code("benefit_band", unit).into_owned(),
            _ => unit.to_owned(),
        };
        let unit = signal.unit.as_ref().map(|unit| band(&unit.0));
        let parts = [number.map(std::borrow::Cow::into_owned), corner, unit];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Everything there is to say about one signal, by the key of its label.
    pub(super) fn item(&self, item: &Item) -> Vec<(&'static str, String)> {
        let signal = &item.signal;
        let mut fields = Vec::new();
        let subject = match &item.about {
            Some(step) => self.step(step),
            None => self.texts.get("cli-signals-whole").into_owned(),
        };
        fields.push(("subject", subject));
        let since = self.texts.day(signal.since);
        let when = match signal.until {
            Some(until) => self.texts.with(
                "cli-signals-between",
                &[
                    ("since", since.into()),
                    ("until", self.texts.day(until).into()),
                ],
            ),
            None => self
                .texts
                .with("cli-signals-from", &[("since", since.into())]),
        };
        fields.push(("when", when.into_owned()));
        let details = self.details(signal, self.day);
        if !details.is_empty() {
            fields.push(("detail", details));
        }
        let wanted = ["principle", "corner", "source", "todo"];
        let of_kind = self.kind(signal.kind).into_iter();
        fields.extend(of_kind.filter(|(key, _)| wanted.contains(key)));
        if let Some((key, value)) = signal.norm {
            fields.push(("norm", self.norm(key, value, signal.since)));
        }
        if let Some(answer) = &item.answered {
            let position = self.texts.code("position", answer.position.code());
            let values = [
                ("position", position.into()),
                ("day", self.texts.day(answer.on).into()),
            ];
            let text = self.texts.with("cli-signals-answer-value", &values);
            fields.push(("answer", text.into_owned()));
        }
        fields
    }

    fn json(&self, kind: SignalKind) -> Value {
        json!({
            "signal": kind.slug(),
            "code": kind.code(),
            "name": self.name(kind),
            "question": self.text(kind, "question"),
            "todo": self.text(kind, "todo"),
            "principle": kind.principle(),
            "corner": kind.corner().map(|corner| corner.code()),
            "theme": kind.theme().code(),
            "source": kind.source(),
            "norm": kind.norm(),
            "asked": kind.asked().iter().map(|role| role.code()).collect::<Vec<_>>(),
            "listens": kind.listens().iter().map(|event| event.name()).collect::<Vec<_>>(),
            "scope": match kind.scope() { Scope::Dossier => "dossier", Scope::Book => "book" },
        })
    }
}
