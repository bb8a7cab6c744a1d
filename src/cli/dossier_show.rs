//! `dossier show`: the state of a dossier on one page.

use clap::{ArgMatches, Command};
use serde_json::Value;

use super::arguments::verb;
use super::context::Context;
use super::dossier::{as_known, as_known_options, given_number, number};
use super::failure::Failure;
use super::fields::{LABEL, Sheet};
use super::lens::{Lens, spaced};
use super::page::Tone;
use super::story;
use crate::book::Access;
use crate::book::fields::{CatalogueKind, EventType};
use crate::book::state::{Decision, Goal, Instrument, Said, State};
use crate::text::Texts;

const PATH: &str = "dossier show";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, PATH)
        .arg(number(texts, PATH))
        .args(as_known_options(texts, PATH))
}

/// Shows it.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let story = book.story(given_number(matches), as_known(matches))?;
    let state = story.state();
    if context.json {
        let json = serde_json::to_value(&state).map_err(std::io::Error::from)?;
        return context.show_json(&json);
    }
    let lens = Lens::new(&context.texts, book.catalogues()?, &story, book.now().day());
    let mut page = context.page();
    story::head(&mut page, &context.texts, &story);
    page.gap();
    let mut sheet = Sheet {
        lens: &lens,
        page: &mut page,
        day: None,
    };
    match &state.imported {
        Some(_) => sheet.imported(&state),
        None => sheet.state(&state),
    }
    context.show(&page)
}

fn at<'v>(said: &'v Said, field: &str) -> &'v Value {
    said.data.get(field).unwrap_or(&Value::Null)
}

impl Sheet<'_> {
    fn row(&mut self, key: &str, value: &str) {
        let label = self.lens.texts.get(&format!("cli-state-{key}"));
        self.page.field(0, LABEL, &label, value);
    }

    fn section(&mut self, key: &str) {
        let text = self.lens.texts.get(&format!("cli-state-{key}"));
        self.page.heading(&text);
    }

    fn none(&mut self) {
        let text = self.lens.texts.get("cli-state-none");
        self.page.line(2, Tone::Soft, &text);
    }

    fn where_from(&mut self, state: &State) {
        let place = self.lens.plain(&state.municipality);
        self.row("municipality", &place);
        if !state.team.is_null() {
            let team = self.lens.plain(&state.team);
            self.row("team", &team);
        }
    }

    fn imported(&mut self, state: &State) {
        self.where_from(state);
        let Some(imported) = &state.imported else {
            return;
        };
        let source = self.lens.plain(&imported.source);
        self.row("source", &source);
        self.section("activities");
        let mut all: Vec<_> = imported.activities.iter().collect();
        all.sort_by(|one, other| other.1.cmp(one.1).then(one.0.cmp(other.0)));
        for (name, count) in all {
            let count = self
                .lens
                .texts
                .number(i64::try_from(*count).unwrap_or(i64::MAX));
            self.page
                .hanging(2, &format!("{count:>6} × "), Tone::Plain, name);
        }
    }

    fn state(&mut self, state: &State) {
        self.where_from(state);
        if let Some(opened) = &state.opened {
            let day = self.lens.day(&opened.on);
            self.row("opened", &day);
            for field in ["question", "purpose"] {
                let words = self.lens.quoted(at(opened, field));
                self.row(field, &words);
            }
        }
        let none = self.lens.texts.get("cli-state-none").into_owned();
        self.row("lead", state.lead.as_deref().unwrap_or(&none));
        let closed = match &state.closed {
            Some(closed) => self.lens.day(&closed.on),
            None => self.lens.texts.get("cli-state-still-open").into_owned(),
        };
        self.row("closed", &closed);
        self.section("perspective");
        match &state.perspective {
            Some(said) => {
                let words = self.lens.quoted(at(said, "words"));
                self.mark(said.step, &words);
            }
            None => self.none(),
        }
        self.section("goals");
        if state.goals.is_empty() {
            self.none();
        }
        for goal in &state.goals {
            self.goal(goal);
        }
        self.decisions(&state.decisions);
        self.section("instruments");
        let open: Vec<_> = state
            .instruments
            .iter()
            .filter(|one| one.ended.is_none())
            .collect();
        if open.is_empty() {
            self.none();
        }
        for instrument in open {
            self.instrument(instrument);
        }
        self.section("promises");
        if state.promises.is_empty() {
            self.none();
        }
        for open in &state.promises {
            let field = |name: &str| open.promise.get(name).unwrap_or(&Value::Null);
            let mut text = format!(
                "{} – {}",
                self.lens.quoted(field("what")),
                self.lens.plain(field("by"))
            );
            if !field("by_when").is_null() {
                let values = [("day", self.lens.day(field("by_when")).into())];
                text = format!("{text}, {}", self.lens.texts.with("cli-state-by", &values));
            }
            self.mark(open.step, &text);
        }
        self.domains(state);
        self.picture(state.picture.as_ref());
        if let Some(closed) = &state.closed {
            self.section("closing");
            let event = EventType::TrajectoryClosed;
            self.form(2, event.name(), &event.fields(), &closed.data, &[], &[]);
        }
    }

    /// A line that begins with the number of the step it comes from.
    fn mark(&mut self, step: usize, text: &str) {
        self.page
            .hanging(2, &format!("#{step:<3} "), Tone::Plain, text);
    }

    fn goal(&mut self, goal: &Goal) {
        let text = self.lens.quoted(at(&goal.set, "goal"));
        self.mark(goal.set.step, &text);
        let by = [("day", self.lens.day(at(&goal.set, "by_when")).into())];
        let mut status = self.lens.texts.with("cli-state-by", &by).into_owned();
        let how = match &goal.reviewed {
            Some(review) => format!(
                "{} ({})",
                self.lens.code("goal_result", at(review, "result")),
                self.lens.day(&review.on)
            ),
            None => self.lens.texts.get("cli-state-not-reviewed").into_owned(),
        };
        status = format!("{status} · {how}");
        self.page.line(7, Tone::Soft, &status);
    }

    fn decisions(&mut self, decisions: &[Decision]) {
        self.section("decisions");
        if decisions.is_empty() {
            self.none();
        }
        for decision in decisions {
            let text = self.lens.quoted(at(&decision.taken, "subject"));
            self.mark(decision.taken.step, &text);
            let profile: Vec<String> = decision
                .profile
                .iter()
                .map(|verdict| self.lens.code("verdict", verdict))
                .collect();
            let profile = self.lens.texts.with(
                "cli-state-profile",
                &[("profile", profile.join("/").into())],
            );
            let mut parts = vec![
                self.lens.day(at(&decision.taken, "taken_on")),
                self.lens.code("decision_kind", at(&decision.taken, "kind")),
                profile.into_owned(),
            ];
            if decision.led_by_lead == Some(false) {
                parts.push(self.lens.texts.get("cli-weigh-not-lead").into_owned());
            }
            self.page.line(7, Tone::Soft, &parts.join(" · "));
            for contest in &decision.contests {
                let number = contest.said.step.to_string();
                let text = match &contest.answer {
                    Some(answer) => self.lens.texts.with(
                        "cli-state-reconsidered",
                        &[
                            ("number", number.into()),
                            ("answer", answer.step.to_string().into()),
                            (
                                "outcome",
                                self.lens.code("reconsidered", at(answer, "outcome")).into(),
                            ),
                        ],
                    ),
                    None => self
                        .lens
                        .texts
                        .with("cli-state-contested", &[("number", number.into())]),
                };
                self.page.line(7, Tone::Alert, &text);
            }
        }
    }

    fn instrument(&mut self, instrument: &Instrument) {
        let key = at(&instrument.started, "instrument")
            .as_str()
            .unwrap_or_default();
        let name = self.lens.named(CatalogueKind::Instruments, key, None);
        self.mark(instrument.started.step, &name);
        let values = [
            ("limit", self.lens.day(&instrument.limit).into()),
            (
                "review",
                self.lens.day(at(&instrument.started, "review_on")).into(),
            ),
        ];
        let text = self
            .lens
            .texts
            .with("cli-state-limit", &values)
            .into_owned();
        self.page.line(7, Tone::Soft, &text);
    }

    fn domains(&mut self, state: &State) {
        self.section("domains");
        for domain in &state.domains {
            let label = self
                .lens
                .texts
                .code("life_domain", domain.domain)
                .into_owned();
            let text = match &domain.said {
                Some(said) => format!(
                    "{} ({}, #{})",
                    self.lens.quoted(at(said, "situation")),
                    self.lens.code("urgency", at(said, "urgency")),
                    said.step
                ),
                None => self.lens.texts.get("cli-state-not-discussed").into_owned(),
            };
            self.page.field(2, LABEL, &label, &text);
        }
    }

    fn picture(&mut self, picture: Option<&Said>) {
        self.section("picture");
        let Some(said) = picture else {
            self.none();
            return;
        };
        let event = EventType::BehaviourPictureMade;
        let from = self.lens.texts.with(
            "cli-state-from-step",
            &[("number", said.step.to_string().into())],
        );
        let text = format!("{} – {}", from, self.lens.day(&said.on));
        self.page.line(2, Tone::Soft, &spaced(&text));
        self.form(2, event.name(), &event.fields(), &said.data, &[], &[]);
    }
}
