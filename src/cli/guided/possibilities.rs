//! What else could be done: the options that were put forward and not chosen, doing nothing first.

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
}

impl Asking<'_> {
    /// What else was weighed, doing nothing first.
    pub(super) fn alternatives(&mut self) {
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
            });
        }
    }
    others.sort_by_key(|other| other.kind != "niets_doen");
    others
}
