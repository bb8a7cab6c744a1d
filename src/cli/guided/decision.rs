//! The questions of a weighing, in the order of the method: first the wanted effect, then what is
//! decided, the three corners, the principles, what else could be done, the client's view, and the
//! law last.

use serde_json::Value;

use super::ask::{Ask, Choice, Standing};
use super::fields::Asking;
use super::possibilities::{chosen, costs, latest_options, preference, preference_words};
use crate::book::fields::{EventType, FieldSpec, Shape, common, has_legal_effect};

/// Weeks after which a decision is looked at again, unless somebody says otherwise.
const REVIEW_WEEKS: i32 = 8;

impl Asking<'_> {
    /// The questions of a decision, or of the answer to a contest.
    pub(super) fn weighing(&mut self) {
        let decision = self.script.event == EventType::DecisionTaken;
        if !decision {
            self.named("contest", true);
            self.named("outcome", true);
            if self.said("outcome") == Some("gewijzigd") {
                self.named("kind", false);
            }
        }
        self.named("why", true);
        if let Some(question) = self.questions.last_mut()
            && question.key == "why"
        {
            question.prompt = self.script.texts.get("guided-why").into_owned();
        }
        self.options(decision);
        if decision {
            self.named("subject", true);
            if let Some((step, option)) = chosen(self.script, self.answers) {
                self.offer(step, option.words);
            }
            self.named("kind", true);
        }
        for corner in ["wet", "middelen", "zelfregie"] {
            self.corner(corner);
        }
        self.principles();
        self.alternatives();
        self.client_view(decision);
        if decision {
            self.named("review_on", true);
            self.propose(self.day().plus(7 * REVIEW_WEEKS).map(|day| day.to_string()));
            self.led_by();
        }
        let effect = self.said("kind").is_some_and(has_legal_effect);
        if effect && !self.is_given("legal") {
            for field in ["regulation", "article", "room_used", "valid_on"] {
                self.named(&format!("legal.0.{field}"), field != "article");
            }
        }
        self.what_else(effect);
    }

    /// The field of the event at a path, and what it belongs to.
    fn spec(&self, path: &str) -> Option<(String, FieldSpec)> {
        let mut owner = self.script.event.name().to_owned();
        let mut fields = self.script.event.fields();
        let mut found: Option<FieldSpec> = None;
        for step in path
            .split('.')
            .filter(|step| step.parse::<usize>().is_err())
        {
            if let Some(spec) = found.take() {
                let shape = match spec.shape {
                    Shape::List(item) => *item,
                    other => other,
                };
                let Shape::Record {
                    name,
                    fields: inner,
                } = shape
                else {
                    return None;
                };
                owner = name.to_owned();
                fields = inner;
            }
            found = fields.iter().find(|spec| spec.name == step).cloned();
        }
        found.map(|spec| (owner, spec))
    }

    fn named(&mut self, path: &str, required: bool) {
        if let Some((owner, spec)) = self.spec(path) {
            self.field(&owner, path, &spec, required);
        }
    }

    /// Asks a field under a key of the conversation, with words that say what it is about.
    pub(super) fn about(&mut self, key: &str, path: &str, about: &str, required: bool) {
        let before = self.questions.len();
        self.named(path, required);
        if self.questions.len() > before
            && let Some(question) = self.questions.last_mut()
        {
            question.key = key.to_owned();
            let mut prompt = about.chars();
            let first = prompt.next().map(char::to_uppercase).into_iter().flatten();
            let about: String = first.chain(prompt).collect();
            question.prompt = format!("{about} – {}", question.prompt.to_lowercase());
        }
    }

    fn propose(&mut self, value: Option<String>) {
        if let (Some(question), Some(value)) = (self.questions.last_mut(), value) {
            question.proposal = Some(Value::from(value));
        }
    }

    /// The words at this path may be given behind the choice that was asked last.
    fn behind(&mut self, path: &str) {
        if let Some(question) = self.questions.last_mut() {
            question.behind = Some(path.to_owned());
        }
    }

    /// Words of an earlier step that the question asked last may take over.
    pub(super) fn offer(&mut self, step: usize, words: String) {
        if let Some(question) = self.questions.last_mut()
            && !words.trim().is_empty()
        {
            question.stands = Some(Standing { step, words });
        }
    }

    fn options(&mut self, decision: bool) {
        if self.is_given("options") {
            return;
        }
        let Some((number, options)) = latest_options(self.script) else {
            self.named("options.none_because", decision);
            return;
        };
        let mut choices: Vec<_> = options
            .iter()
            .zip(1..)
            .map(|(option, number): (_, usize)| Choice {
                value: number.to_string(),
                label: option.label.clone(),
            })
            .collect();
        let texts = self.script.texts;
        choices.push(Choice {
            value: "0".to_owned(),
            label: texts.get("guided-chosen-none").into_owned(),
        });
        let ask = Ask::One {
            choices,
            free: false,
        };
        self.text("~chosen", "guided-chosen", ask, decision);
        if let Some(question) = self.questions.last_mut() {
            question.path = "options".to_owned();
            let step = format!("#{number}");
            let preferred = preference(self.script, number);
            let key = match preferred {
                Some(_) => "guided-chosen-preferred",
                None => "guided-chosen-help",
            };
            // Shown, never proposed: a weighing has no default.
            let preferred = preferred.map_or_else(String::new, |number| number.to_string());
            let values = [("step", step.into()), ("preferred", preferred.into())];
            question.help = texts.with(key, &values).into_owned();
        }
    }

    fn corner(&mut self, corner: &str) {
        if self.is_given("triangle") && self.is_given(&format!("triangle.{corner}.verdict")) {
            return self.permission(corner);
        }
        let path = |field: &str| format!("triangle.{corner}.{field}");
        let label = self.script.texts.code("corner", corner).into_owned();
        self.named(&path("verdict"), true);
        let reason = path("reason");
        self.behind(&reason);
        self.about(&reason, &reason, &label, true);
        let verdict = self.answers.text(&path("verdict")).unwrap_or_default();
        match corner {
            "wet" if matches!(verdict, "nee" | "onduidelijk") => {
                self.about(&path("sources"), &path("sources"), &label, false);
            }
            "middelen" => {
                let [cost, other] = costs(self.script, self.answers);
                for (field, known) in [
                    ("cost_eur", cost),
                    ("alternative_cost_eur", other),
                    ("cost_of_doing_nothing_eur", None),
                ] {
                    self.about(&path(field), &path(field), &label, field == "cost_eur");
                    self.propose(known);
                }
            }
            "zelfregie" => {
                self.about(&path("client_says"), &path("client_says"), &label, true);
                if let Some((step, words)) = preference_words(self.script) {
                    self.offer(step, words);
                }
            }
            _ => {}
        }
        self.permission(corner);
    }

    /// A *nee* goes on only with the permission of another (R03).
    fn permission(&mut self, corner: &str) {
        let given = self.script.given.data.get("triangle");
        let flag = given.and_then(|triangle| triangle[corner]["verdict"].as_str());
        let asked = self.answers.text(&format!("triangle.{corner}.verdict"));
        if flag.or(asked) != Some("nee") || self.is_given("overrides") {
            return;
        }
        let place = self
            .questions
            .iter()
            .filter(|question| question.key.starts_with("~over.") && question.key.ends_with(".by"))
            .count();
        let texts = self.script.texts;
        let corner_label = texts.code("corner", corner);
        let label = texts.with("guided-permission", &[("corner", corner_label.into())]);
        let label = label.into_owned();
        for field in ["by", "reason", "until"] {
            let path = format!("overrides.{place}.{field}");
            self.about(&format!("~over.{corner}.{field}"), &path, &label, true);
        }
    }

    fn principles(&mut self) {
        if self.is_given("principles") {
            return;
        }
        let all = self.script.facts.principles.clone();
        let ask = Ask::Many {
            choices: all.clone(),
            free: false,
        };
        self.text("~applied", "guided-applied", ask, false);
        self.principle_rules();
        let applied = self.answers.several("~applied");
        let label = |key: &str| {
            let found = all.iter().find(|choice| choice.value == key);
            found.map_or_else(|| key.to_owned(), |choice| choice.label.clone())
        };
        for (place, key) in applied.iter().enumerate() {
            let path = format!("principles.{place}.reason");
            self.about(&format!("~why.{key}"), &path, &label(key), true);
            self.help("guided-applied-reason");
        }
        // The numbers stay those of the principles; what is applied says so.
        let note = self.script.texts.get("guided-is-applied");
        let marked = all.iter().cloned().map(|mut choice| {
            if applied.contains(&choice.value.as_str()) {
                choice.label = format!("{} ({note})", choice.label);
            }
            choice
        });
        let ask = Ask::Many {
            choices: marked.collect(),
            free: false,
        };
        self.text("~aside", "guided-aside", ask, false);
        self.principle_rules();
        let aside = self.answers.several("~aside");
        let aside = aside.iter().filter(|key| !applied.contains(key));
        for (place, key) in aside.enumerate() {
            let path = |field: &str| format!("principles.{}.{field}", applied.len() + place);
            self.about(&format!("~why.{key}"), &path("reason"), &label(key), true);
            self.help("guided-aside-reason");
            let weighs = path("weightier_value");
            self.about(&format!("~weighs.{key}"), &weighs, &label(key), true);
            self.help("guided-aside-value");
        }
    }

    fn help(&mut self, text: &str) {
        if let Some(question) = self.questions.last_mut() {
            question.help = self.script.texts.get(text).into_owned();
        }
    }

    fn principle_rules(&mut self) {
        let more = self.script.facts.principle_texts.clone();
        if let Some(question) = self.questions.last_mut() {
            question.path = "principles".to_owned();
            question.more = more;
        }
    }

    fn client_view(&mut self, required: bool) {
        if self.is_given("client_view") {
            return;
        }
        self.named("client_view.position", required);
        self.behind("client_view.words");
        match self.answers.text("client_view.position") {
            Some("onbekend") => {
                self.named("client_view.unknown_because", true);
                self.named("client_view.ask_by", true);
            }
            Some(_) => self.named("client_view.words", true),
            None => {}
        }
    }

    /// Who has the lead and records a decision took it: that is asked of nobody else. It stands in
    /// the summary, and among what may be recorded beside the weighing, to say otherwise.
    fn led_by(&mut self) {
        if self.is_given("led_by") || self.led_by_recorder() {
            return;
        }
        let recorder = self.said("actor").map(str::to_owned);
        let (label, _) = self.script.texts.field("decision_taken", "led_by");
        let label = label.into_owned();
        self.about("led_by.actor", "led_by.actor", &label, true);
        self.propose(recorder.clone());
        let leader = self.answers.text("led_by.actor").map(str::to_owned);
        if leader.is_some() && leader != recorder {
            self.about("led_by.role", "led_by.role", &label, true);
        }
    }

    /// One question for everything that may be recorded beside the weighing.
    fn what_else(&mut self, effect: bool) {
        let decision = self.script.event == EventType::DecisionTaken;
        let mut paths: Vec<&str> = Vec::new();
        if decision {
            paths.extend(["expected", "lever", "knowledge", "experience", "generality"]);
            paths.extend(["with", "situation_key", "until", "in_force_from"]);
            if self.led_by_recorder() {
                paths.push("led_by");
            }
        } else {
            paths.push("apology");
        }
        if self.answers.get("client_view.position").is_some() {
            paths.extend(["client_view.voiced_by", "client_view.dependence_felt"]);
        }
        if self.answers.text("triangle.wet.verdict") == Some("ja") {
            paths.push("triangle.wet.sources");
        }
        if !effect {
            paths.push("legal");
        }
        let mut rest: Vec<_> = paths
            .into_iter()
            .filter_map(|path| {
                let (owner, spec) = self.spec(path)?;
                Some((owner, path.to_owned(), spec))
            })
            .collect();
        for spec in common()
            .into_iter()
            .filter(|spec| !spec.required && spec.name != "team")
        {
            rest.push(("common".to_owned(), spec.name.to_owned(), spec));
        }
        self.rest("~more", rest);
    }
}
