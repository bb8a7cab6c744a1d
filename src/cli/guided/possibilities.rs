//! What else could be done: the options that were put forward and not chosen, doing nothing first.

use std::cmp::Ordering;

use serde_json::Value;

use super::Script;
use super::answer::Answers;
use super::ask::Ask;
use super::fields::Asking;
use crate::book::fields::Shape;

/// Alternatives beside the options that were put forward.
pub(super) const OWN_MAX: usize = 20;

/// A possibility that was not chosen.
pub(super) struct Other {
    pub(super) key: String,
    pub(super) label: String,
    pub(super) kind: &'static str,
    /// How it was put to the client; empty when that is shielded or it was not put forward.
    pub(super) words: String,
    /// What speaks against it, as it was put to the client.
    pub(super) against: String,
    /// What it costs in euros, when that was said.
    pub(super) cost: Option<String>,
}

impl Asking<'_> {
    /// What else was weighed, doing nothing first.
    pub(super) fn alternatives(&mut self) {
        if self.is_given("alternatives") {
            return;
        }
        let mut place = 0;
        for other in others(self.script, self.answers, self.said("kind")) {
            let step = latest_options(self.script).map(|(step, _)| step);
            let against = step.map(|step| (step, other.against.clone()));
            self.alternative(&other.key, &other.label, place, against);
            if self.answers.has(&format!("~alt.{}.corner", other.key)) {
                place += 1;
            }
        }
        let label = self.script.texts.get("guided-other").into_owned();
        for number in 0..OWN_MAX {
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
            self.alternative(&format!("own{number}"), &about, place, None);
            place += 1;
        }
    }

    /// Asks why not, and at which corner it fails; an option that was put forward may be passed
    /// over, and offers what was said against it then.
    fn alternative(
        &mut self,
        key: &str,
        label: &str,
        place: usize,
        against: Option<(usize, String)>,
    ) {
        let required = key.starts_with("own");
        let why_not = format!("~alt.{key}.why_not");
        let at = |field: &str| format!("alternatives.{place}.{field}");
        self.about(
            &why_not,
            &at("why_not"),
            label.trim_end_matches('.'),
            required,
        );
        if let Some((step, words)) = against {
            self.offer(step, words);
        }
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
}

/// The last options that were put forward: the step, and what each option says.
pub(super) fn latest_options(script: &Script<'_>) -> Option<(usize, Vec<Other>)> {
    let step = script.facts.of_type("options_presented").next()?;
    let closed = script.texts.get("closed-shielded");
    let options = step.data["options"].as_array()?.iter().zip(1..);
    let options = options.map(|(option, number): (_, usize)| Other {
        key: number.to_string(),
        label: option["option"].as_str().unwrap_or(&closed).to_owned(),
        kind: kind_of(option["kind"].as_str()),
        words: option["option"].as_str().unwrap_or_default().to_owned(),
        against: option["cons"].as_str().unwrap_or_default().to_owned(),
        cost: amount(&option["cost_eur"]),
    });
    Some((step.number, options.collect()))
}

/// An amount in euros as a person types it.
fn amount(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        _ => None,
    }
}

/// The option that was chosen, with the step in which it was put forward.
pub(super) fn chosen(script: &Script<'_>, answers: &Answers) -> Option<(usize, Other)> {
    let chosen = answers.text("~chosen")?;
    let (step, options) = latest_options(script)?;
    let option = options.into_iter().find(|option| option.key == chosen)?;
    Some((step, option))
}

/// What the chosen option costs, and the least that another one costs which was put forward.
pub(super) fn costs(script: &Script<'_>, answers: &Answers) -> [Option<String>; 2] {
    let Some((_, chosen)) = chosen(script, answers) else {
        return [None, None];
    };
    let options = latest_options(script).map_or_else(Vec::new, |(_, options)| options);
    let euros = |cost: &String| cost.parse::<f64>().ok();
    let others = options.into_iter().filter(|one| one.key != chosen.key);
    let least = others
        .filter_map(|one| one.cost)
        .filter(|cost| euros(cost).is_some())
        .min_by(|a, b| euros(a).partial_cmp(&euros(b)).unwrap_or(Ordering::Equal));
    [chosen.cost, least]
}

/// Why the client prefers what it prefers, in its own words, and the step that says so.
pub(super) fn preference_words(script: &Script<'_>) -> Option<(usize, String)> {
    let (step, _) = latest_options(script)?;
    preference(script, step)?;
    let voiced = script.facts.of_type("client_preference_voiced").next()?;
    let words = voiced.data["reasons"].as_str()?;
    Some((voiced.number, words.to_owned()))
}

fn kind_of(code: Option<&str>) -> &'static str {
    let known = ["optie", "niets_doen", "wachten", "waarschuwing", "gesprek"];
    known
        .into_iter()
        .find(|kind| Some(*kind) == code)
        .unwrap_or("optie")
}

/// Number of the option that the client preferred, when it was asked about these options.
pub(super) fn preference(script: &Script<'_>, step: usize) -> Option<u64> {
    let voiced = script.facts.of_type("client_preference_voiced").next()?;
    let later = voiced.number > step;
    voiced.data["preference"].as_u64().filter(|_| later)
}

/// What else could have been done, doing nothing first.
pub(super) fn others(script: &Script<'_>, answers: &Answers, kind: Option<&str>) -> Vec<Other> {
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
                words: String::new(),
                against: String::new(),
                cost: None,
            });
        }
    }
    others.sort_by_key(|other| other.kind != "niets_doen");
    others
}
