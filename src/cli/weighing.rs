//! A decision, or its reconsideration, on a page of its own: what was decided, why, the triangle,
//! the principles, what else was possible, the client.

use serde_json::Value;

use super::fields::Sheet;
use super::page::Tone;
use crate::book::fields::{CatalogueKind, EventType};

/// Fields that stand in the layout; the others follow it in the order of the form.
const LAID_OUT: [&str; 18] = [
    "kind",
    "outcome",
    "contest",
    "subject",
    "taken_on",
    "in_force_from",
    "review_on",
    "until",
    "led_by",
    "with",
    "why",
    "principles",
    "triangle",
    "overrides",
    "legal",
    "alternatives",
    "client_view",
    "expected",
];

/// Columns for the name of a corner with its verdict.
const CORNER: usize = 24;

impl Sheet<'_> {
    /// The weighing. `led_by_lead` says whether the person who led had the lead.
    pub(super) fn weighing(
        &mut self,
        indent: usize,
        event: EventType,
        form: &Value,
        led_by_lead: Option<bool>,
    ) {
        let owner = event.name();
        self.decided(indent, owner, form);
        if let Some(why) = form.get("why") {
            self.block(indent, owner, "why");
            let why = self.lens.quoted(why);
            self.page.line(indent + 2, Tone::Plain, &why);
        }
        self.triangle(indent, owner, form);
        self.principles(indent, owner, form);
        self.alternatives(indent, owner, form);
        self.legal(indent, owner, form);
        self.client(indent, owner, form);
        self.led(indent, owner, form, led_by_lead);
        self.expected(indent, owner, form);
        let rest: Vec<_> = event
            .fields()
            .into_iter()
            .filter(|spec| !LAID_OUT.contains(&spec.name))
            .collect();
        if rest.iter().any(|spec| form.get(spec.name).is_some()) {
            self.page.gap();
            self.form(indent, owner, &rest, form, &[], &[]);
        }
    }

    fn label(&self, owner: &str, field: &str) -> String {
        self.lens.texts.field(owner, field).0.into_owned()
    }

    fn block(&mut self, indent: usize, owner: &str, field: &str) {
        let label = self.label(owner, field);
        self.under(indent, &label);
    }

    fn under(&mut self, indent: usize, label: &str) {
        self.page.gap();
        let label = self.page.toned(Tone::Strong, label);
        self.page.raw(&format!("{}{label}", " ".repeat(indent)));
    }

    fn decided(&mut self, indent: usize, owner: &str, form: &Value) {
        for (field, list) in [("outcome", "reconsidered"), ("kind", "decision_kind")] {
            if let Some(code) = form.get(field) {
                let label = self.label(owner, field);
                let value = self.lens.code(list, code);
                self.page
                    .line(indent, Tone::Soft, &format!("{label}: {value}"));
            }
        }
        if let Some(contest) = form.get("contest").and_then(Value::as_str) {
            let label = self.label(owner, "contest");
            let step = self.lens.step(contest);
            self.page
                .line(indent, Tone::Soft, &format!("{label}: {step}"));
        }
        if let Some(subject) = form.get("subject") {
            let text = self.lens.quoted(subject);
            self.page.line(indent, Tone::Strong, &text);
        }
        let days: Vec<String> = ["taken_on", "in_force_from", "review_on", "until"]
            .iter()
            .filter_map(|field| {
                let day = form.get(field)?;
                Some(format!(
                    "{} {}",
                    self.label(owner, field),
                    self.lens.day(day)
                ))
            })
            .collect();
        if !days.is_empty() {
            self.page.line(indent, Tone::Soft, &days.join(" · "));
        }
    }

    fn triangle(&mut self, indent: usize, owner: &str, form: &Value) {
        let Some(triangle) = form.get("triangle").filter(|value| value.is_object()) else {
            return;
        };
        self.block(indent, owner, "triangle");
        for (corner, record) in [
            ("wet", "law_verdict"),
            ("middelen", "means_verdict"),
            ("zelfregie", "self_direction_verdict"),
        ] {
            let Some(verdict) = triangle.get(corner) else {
                continue;
            };
            let name = self.lens.texts.code("corner", corner);
            let said = verdict.get("verdict").unwrap_or(&Value::Null);
            let says = self.lens.code("verdict", said);
            let head = format!("{name:<11}{says}");
            let reason = self
                .lens
                .quoted(verdict.get("reason").unwrap_or(&Value::Null));
            self.page.field(indent + 2, CORNER, &head, &reason);
            let more = self.corner_more(record, verdict);
            for line in more {
                self.page.field(indent + 2, CORNER, "", &line);
            }
            let corner_is =
                |given: &&Value| given.get("corner").and_then(Value::as_str) == Some(corner);
            let overrides = form.get("overrides").and_then(Value::as_array);
            for given in overrides.into_iter().flatten().filter(corner_is) {
                let at = |field: &str| given.get(field).unwrap_or(&Value::Null);
                let values = [
                    ("by", self.lens.plain(at("by")).into()),
                    ("until", self.lens.day(at("until")).into()),
                    ("reason", self.lens.quoted(at("reason")).into()),
                ];
                let text = self
                    .lens
                    .texts
                    .with("cli-weigh-override", &values)
                    .into_owned();
                self.page.field(indent + 2, CORNER, "", &text);
            }
        }
    }

    /// Sources, money, and what the client says.
    fn corner_more(&self, record: &str, verdict: &Value) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(says) = verdict.get("client_says") {
            let label = self.label(record, "client_says");
            lines.push(format!("{label}: {}", self.lens.quoted(says)));
        }
        let money: Vec<String> = [
            "cost_eur",
            "alternative_cost_eur",
            "cost_of_doing_nothing_eur",
        ]
        .iter()
        .filter_map(|field| {
            let amount = verdict.get(field)?;
            Some(format!(
                "{}: {}",
                self.label(record, field),
                self.lens.euro(amount)
            ))
        })
        .collect();
        if !money.is_empty() {
            lines.push(money.join(" · "));
        }
        if let Some(Value::Array(sources)) = verdict.get("sources") {
            let sources: Vec<String> = sources
                .iter()
                .filter_map(Value::as_str)
                .map(|key| self.lens.named(CatalogueKind::LegalSources, key, self.day))
                .collect();
            let label = self.label(record, "sources");
            lines.push(format!("{label}: {}", self.lens.texts.list(&sources)));
        }
        lines
    }

    fn principles(&mut self, indent: usize, owner: &str, form: &Value) {
        let Some(Value::Array(stances)) = form.get("principles") else {
            return;
        };
        self.block(indent, owner, "principles");
        for stance in stances {
            let key = stance
                .get("principle")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let name = self.lens.named(CatalogueKind::Principles, key, self.day);
            let code = stance.get("stance").unwrap_or(&Value::Null);
            let mark = if code.as_str() == Some("toegepast") {
                "+ "
            } else {
                "− "
            };
            let reason = self
                .lens
                .quoted(stance.get("reason").unwrap_or(&Value::Null));
            let head = format!("{key} {name}: {}", self.lens.code("stance", code));
            self.page.hanging(indent + 2, mark, Tone::Plain, &head);
            self.page.line(indent + 4, Tone::Plain, &reason);
            if let Some(value) = stance.get("weightier_value") {
                let label = self.label("principle_stance", "weightier_value");
                let value = super::lens::spaced(&self.lens.plain(value));
                self.page
                    .line(indent + 4, Tone::Alert, &format!("{label}: {value}"));
            }
        }
    }

    fn alternatives(&mut self, indent: usize, owner: &str, form: &Value) {
        let Some(Value::Array(others)) = form.get("alternatives") else {
            return;
        };
        self.block(indent, owner, "alternatives");
        for other in others {
            let option = self
                .lens
                .quoted(other.get("option").unwrap_or(&Value::Null));
            let mut head = option;
            if let Some(corner) = other.get("failing_corner") {
                let corner = self.lens.code("corner", corner);
                let fails = self
                    .lens
                    .texts
                    .with("cli-weigh-fails", &[("corner", corner.into())]);
                head = format!("{head} – {fails}");
            }
            self.page.hanging(indent + 2, "• ", Tone::Plain, &head);
            let why = self
                .lens
                .quoted(other.get("why_not").unwrap_or(&Value::Null));
            self.page.line(indent + 4, Tone::Plain, &why);
        }
    }

    fn legal(&mut self, indent: usize, owner: &str, form: &Value) {
        let Some(Value::Array(bases)) = form.get("legal") else {
            return;
        };
        self.block(indent, owner, "legal");
        for basis in bases {
            let key = basis
                .get("regulation")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let mut parts = vec![self.lens.named(CatalogueKind::LegalSources, key, self.day)];
            for field in ["article", "local_rule"] {
                if let Some(value) = basis.get(field) {
                    let label = self.label("legal_basis", field);
                    parts.push(format!("{label}: {}", self.lens.plain(value)));
                }
            }
            if let Some(room) = basis.get("room_used") {
                parts.push(self.lens.code("room_used", room));
            }
            if let Some(day) = basis.get("valid_on") {
                let values = [("day", self.lens.day(day).into())];
                parts.push(
                    self.lens
                        .texts
                        .with("cli-weigh-law-of", &values)
                        .into_owned(),
                );
            }
            self.page
                .hanging(indent + 2, "§ ", Tone::Plain, &parts.join(" · "));
        }
    }

    fn client(&mut self, indent: usize, owner: &str, form: &Value) {
        let Some(view) = form.get("client_view").filter(|view| view.is_object()) else {
            return;
        };
        self.block(indent, owner, "client_view");
        if let Some(words) = view.get("words") {
            let words = self.lens.quoted(words);
            self.page.line(indent + 2, Tone::Plain, &words);
        }
        let mut parts = Vec::new();
        for (field, list) in [("position", "client_position"), ("voiced_by", "voiced_by")] {
            parts.extend(view.get(field).map(|code| self.lens.code(list, code)));
        }
        if let Some(felt) = view.get("dependence_felt") {
            let label = self.label("client_view", "dependence_felt");
            parts.push(format!("{label}: {}", self.lens.plain(felt)));
        }
        if let Some(why) = view.get("unknown_because") {
            let label = self.label("client_view", "unknown_because");
            parts.push(format!("{label}: {}", self.lens.quoted(why)));
        }
        if let Some(day) = view.get("ask_by") {
            let label = self.label("client_view", "ask_by");
            parts.push(format!("{label} {}", self.lens.day(day)));
        }
        self.page.line(indent + 2, Tone::Plain, &parts.join(" · "));
    }

    fn led(&mut self, indent: usize, owner: &str, form: &Value, led_by_lead: Option<bool>) {
        let Some(led) = form.get("led_by") else {
            return;
        };
        self.block(indent, owner, "led_by");
        let at = |field: &str| led.get(field).unwrap_or(&Value::Null);
        let role = self.lens.code("role", at("role"));
        let mut text = format!("{role} {}", self.lens.plain(at("actor")));
        if let Some(was_lead) = led_by_lead {
            let key = if was_lead {
                "cli-weigh-lead"
            } else {
                "cli-weigh-not-lead"
            };
            text = format!("{text} – {}", self.lens.texts.get(key));
        }
        self.page.line(indent + 2, Tone::Plain, &text);
        if let Some(Value::Array(with)) = form.get("with") {
            let roles: Vec<String> = with
                .iter()
                .map(|role| self.lens.code("role", role))
                .collect();
            let label = self.label(owner, "with");
            let text = format!("{label}: {}", self.lens.texts.list(&roles));
            self.page.line(indent + 2, Tone::Plain, &text);
        }
    }

    fn expected(&mut self, indent: usize, owner: &str, form: &Value) {
        let Some(expected) = form.get("expected").filter(|value| value.is_object()) else {
            return;
        };
        self.block(indent, owner, "expected");
        let at = |field: &str| self.lens.plain(expected.get(field).unwrap_or(&Value::Null));
        let values = [
            ("what", super::lens::spaced(&at("what")).into()),
            ("from", at("from").into()),
            ("to", at("to").into()),
            (
                "by",
                self.lens
                    .day(expected.get("by_when").unwrap_or(&Value::Null))
                    .into(),
            ),
        ];
        let key = match (expected.get("from"), expected.get("by_when")) {
            (Some(_), Some(_)) => "cli-weigh-expected",
            (None, Some(_)) => "cli-weigh-expected-to-by",
            (Some(_), None) => "cli-weigh-expected-from",
            (None, None) => "cli-weigh-expected-to",
        };
        let text = self.lens.texts.with(key, &values).into_owned();
        self.page.line(indent + 2, Tone::Plain, &text);
    }
}
