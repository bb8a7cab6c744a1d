//! The questions of a weighing, in the order of the method: first the wanted effect, then what is
//! decided, the three corners, the principles, what else could be done, the client's view, and the
//! law last.

use serde_json::{Map, Value, json};

use super::Script;
use super::answer::Answers;
use super::ask::{Ask, Choice, Question};
use super::fields::Asking;
use crate::book::fields::{EventType, FieldSpec, Line, Shape, common, has_legal_effect};

/// Weeks after which a decision is looked at again, unless somebody says otherwise.
const REVIEW_WEEKS: i32 = 8;

/// Alternatives beside the options that were put forward.
const OWN_ALTERNATIVES_MAX: usize = 20;

/// A possibility that was not chosen.
struct Other {
    key: String,
    label: String,
    kind: &'static str,
}

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
        if decision {
            self.named("subject", true);
            self.named("kind", true);
        }
        self.options(decision);
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
    fn about(&mut self, key: &str, path: &str, about: &str, required: bool) {
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
            question.help = texts
                .with("guided-chosen-help", &[("step", step.into())])
                .into_owned();
            let preferred = preference(self.script, number);
            question.proposal = preferred.map(|number| Value::from(number.to_string()));
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
        self.about(&reason, &reason, &label, true);
        let verdict = self.answers.text(&path("verdict")).unwrap_or_default();
        match corner {
            "wet" if matches!(verdict, "nee" | "onduidelijk") => {
                self.about(&path("sources"), &path("sources"), &label, false);
            }
            "middelen" => {
                for field in [
                    "cost_eur",
                    "alternative_cost_eur",
                    "cost_of_doing_nothing_eur",
                ] {
                    self.about(&path(field), &path(field), &label, field == "cost_eur");
                }
            }
            "zelfregie" => {
                self.about(&path("client_says"), &path("client_says"), &label, true);
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
            let weighs = path("weightier_value");
            self.about(&format!("~weighs.{key}"), &weighs, &label(key), true);
        }
    }

    fn principle_rules(&mut self) {
        let more = self.script.facts.principle_texts.clone();
        if let Some(question) = self.questions.last_mut() {
            question.path = "principles".to_owned();
            question.more = more;
        }
    }

    fn alternatives(&mut self) {
        if self.is_given("alternatives") {
            return;
        }
        let mut place = 0;
        for other in others(self.script, self.answers, self.said("kind")) {
            self.alternative(&other.key, &other.label, place, false);
            if self.answers.has(&format!("~alt.{}.corner", other.key)) {
                place += 1;
            }
        }
        let label = self.script.texts.get("guided-other").into_owned();
        for number in 0..OWN_ALTERNATIVES_MAX {
            let key = format!("~alt.own{number}.option");
            let path = format!("alternatives.{place}.option");
            self.text(&key, "guided-other", Ask::Value(Shape::Words), false);
            if let Some(question) = self.questions.last_mut() {
                question.path = path;
            }
            let Some(option) = self.answers.text(&key) else {
                break;
            };
            let about = if option.chars().count() > 40 {
                label.clone()
            } else {
                option.to_owned()
            };
            self.alternative(&format!("own{number}"), &about, place, true);
            place += 1;
        }
    }

    fn alternative(&mut self, key: &str, label: &str, place: usize, required: bool) {
        let why_not = format!("~alt.{key}.why_not");
        let at = |field: &str| format!("alternatives.{place}.{field}");
        self.about(
            &why_not,
            &at("why_not"),
            label.trim_end_matches('.'),
            required,
        );
        if self.answers.get(&why_not).is_some() {
            let corner = format!("~alt.{key}.corner");
            self.about(
                &corner,
                &at("failing_corner"),
                label.trim_end_matches('.'),
                false,
            );
        }
    }

    fn client_view(&mut self, required: bool) {
        if self.is_given("client_view") {
            return;
        }
        self.named("client_view.position", required);
        match self.answers.text("client_view.position") {
            Some("onbekend") => {
                self.named("client_view.unknown_because", true);
                self.named("client_view.ask_by", true);
            }
            Some(_) => self.named("client_view.words", true),
            None => {}
        }
    }

    fn led_by(&mut self) {
        if self.is_given("led_by") {
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

/// Puts together what the conversation asked in its own way.
pub(super) fn compose(
    script: &Script<'_>,
    line: &mut Line,
    questions: &[Question],
    answers: &Answers,
) {
    let asked = |key: &str| questions.iter().any(|question| question.key == key);
    let text = |key: &str| answers.text(key).filter(|_| asked(key));
    if let (Some(chosen), Some((step, _))) = (text("~chosen"), latest_options(script)) {
        let mut used = Map::new();
        used.insert("set".to_owned(), Value::from(format!("#{step}")));
        if chosen != "0" {
            used.insert("chosen".to_owned(), Value::from(chosen));
        }
        line.data.insert("options".to_owned(), Value::Object(used));
    }
    if asked("~applied") {
        let applied = answers.several("~applied");
        let aside = answers.several("~aside");
        let aside = aside.into_iter().filter(|key| !applied.contains(key));
        let stances = applied
            .iter()
            .map(|key| (*key, "toegepast"))
            .chain(aside.map(|key| (key, "bewust_opzij")));
        let stances = stances.map(|(key, stance)| {
            let mut one = json!({ "principle": key, "stance": stance });
            fill(&mut one, "reason", text(&format!("~why.{key}")));
            fill(&mut one, "weightier_value", text(&format!("~weighs.{key}")));
            one
        });
        insert_list(line, "principles", stances.collect());
    }
    let mut overrides = Vec::new();
    for corner in ["wet", "middelen", "zelfregie"] {
        if let Some(by) = text(&format!("~over.{corner}.by")) {
            let mut one = json!({ "corner": corner, "by": by });
            fill(&mut one, "reason", text(&format!("~over.{corner}.reason")));
            fill(&mut one, "until", text(&format!("~over.{corner}.until")));
            overrides.push(one);
        }
    }
    insert_list(line, "overrides", overrides);
    let kind = line
        .data
        .get("kind")
        .and_then(Value::as_str)
        .map(str::to_owned);
    let mut alternatives = Vec::new();
    for other in others(script, answers, kind.as_deref()) {
        if let Some(why_not) = text(&format!("~alt.{}.why_not", other.key)) {
            let mut one = json!({ "option": other.label, "kind": other.kind, "why_not": why_not });
            fill(
                &mut one,
                "failing_corner",
                text(&format!("~alt.{}.corner", other.key)),
            );
            alternatives.push(one);
        }
    }
    for number in 0..OWN_ALTERNATIVES_MAX {
        let at = |field: &str| format!("~alt.own{number}.{field}");
        let Some(option) = text(&at("option")) else {
            break;
        };
        let mut one = json!({ "option": option });
        fill(&mut one, "why_not", text(&at("why_not")));
        fill(&mut one, "failing_corner", text(&at("corner")));
        alternatives.push(one);
    }
    insert_list(line, "alternatives", alternatives);
    let recorder = line.common.get("role").cloned();
    if let Some(Value::Object(led_by)) = line.data.get_mut("led_by")
        && led_by.get("actor") == line.common.get("actor")
        && let Some(role) = recorder
    {
        led_by.entry("role").or_insert(role);
    }
}

fn fill(record: &mut Value, field: &str, value: Option<&str>) {
    if let Some(value) = value {
        record[field] = Value::from(value);
    }
}

fn insert_list(line: &mut Line, field: &str, items: Vec<Value>) {
    if !items.is_empty() {
        line.data.insert(field.to_owned(), Value::Array(items));
    }
}

/// The last options that were put forward: the step, and what each option says.
fn latest_options(script: &Script<'_>) -> Option<(usize, Vec<Other>)> {
    let step = script.facts.of_type("options_presented").next()?;
    let closed = script.texts.get("closed-shielded");
    let options = step.data["options"].as_array()?.iter().zip(1..);
    let options = options.map(|(option, number): (_, usize)| Other {
        key: number.to_string(),
        label: option["option"].as_str().unwrap_or(&closed).to_owned(),
        kind: kind_of(option["kind"].as_str()),
    });
    Some((step.number, options.collect()))
}

fn kind_of(code: Option<&str>) -> &'static str {
    let known = ["optie", "niets_doen", "wachten", "waarschuwing", "gesprek"];
    known
        .into_iter()
        .find(|kind| Some(*kind) == code)
        .unwrap_or("optie")
}

/// Number of the option that the client preferred, when it was asked about these options.
fn preference(script: &Script<'_>, step: usize) -> Option<u64> {
    let voiced = script.facts.of_type("client_preference_voiced").next()?;
    let later = voiced.number > step;
    voiced.data["preference"].as_u64().filter(|_| later)
}

/// What else could have been done, doing nothing first.
fn others(script: &Script<'_>, answers: &Answers, kind: Option<&str>) -> Vec<Other> {
    let chosen = answers.text("~chosen").unwrap_or_default();
    let options = latest_options(script).map_or_else(Vec::new, |(_, options)| options);
    let mut others: Vec<Other> = options
        .into_iter()
        .filter(|one| one.key != chosen)
        .collect();
    let mut wanted = vec!["niets_doen"];
    if kind == Some("maatregel") {
        wanted.extend(["waarschuwing", "gesprek"]);
    }
    for kind in wanted {
        if others.iter().all(|other| other.kind != kind) {
            others.push(Other {
                key: kind.to_owned(),
                label: script.texts.code("option_kind", kind).into_owned(),
                kind,
            });
        }
    }
    others.sort_by_key(|other| other.kind != "niets_doen");
    others
}
