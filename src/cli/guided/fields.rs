//! Questions from fields: any form, in the order of its fields, optional ones behind one question.

use serde_json::Value;

use super::Script;
use super::answer::Answers;
use super::ask::{Ask, Choice, Question};
use crate::book::fields::{EventType, FieldSpec, Rule, Shape, common};

/// Items of a list that are asked at most, so that a form ends.
const ITEMS_MAX: usize = 50;

/// Days that are the day of the event unless somebody says otherwise.
const THE_DAY_ITSELF: [&str; 7] = [
    "started_on",
    "ended_on",
    "visited_on",
    "taken_on",
    "in_force_from",
    "valid_on",
    "from",
];

/// Questions being put in order.
pub(super) struct Asking<'a> {
    pub(super) script: &'a Script<'a>,
    pub(super) answers: &'a Answers,
    pub(super) questions: Vec<Question>,
}

impl<'a> Asking<'a> {
    pub(super) fn new(script: &'a Script<'a>, answers: &'a Answers) -> Self {
        Self {
            script,
            answers,
            questions: Vec::new(),
        }
    }

    /// What every form needs and was not given: person, role, municipality.
    pub(super) fn beginning(&mut self) {
        let allowed = self.script.event.roles();
        for mut spec in common().into_iter().filter(|spec| spec.required) {
            if spec.name == "municipality" && self.script.facts.municipality_known {
                continue;
            }
            if let Shape::Choice { codes, .. } = &mut spec.shape
                && spec.name == "role"
                && !allowed.is_empty()
            {
                codes.retain(|code| allowed.iter().any(|role| role.code() == *code));
            }
            self.field("common", spec.name, &spec, true);
        }
    }

    /// The required fields of the event, then one question for the rest.
    pub(super) fn whole_form(&mut self) {
        let fields = self.script.event.fields();
        // The number of a dossier that is opened is the number it was asked for.
        let opens = self.script.event == EventType::TrajectoryOpened;
        let asked = |spec: &&FieldSpec| spec.required && !(opens && spec.name == "number");
        for spec in fields.iter().filter(asked) {
            self.field(self.script.event.name(), spec.name, spec, true);
        }
        let rest: Vec<_> = fields.into_iter().filter(|spec| !spec.required).collect();
        let mut rest: Vec<_> = rest
            .into_iter()
            .map(|spec| (self.script.event.name(), spec))
            .collect();
        let own = self.script.event.fields();
        rest.extend(
            common()
                .into_iter()
                .filter(|spec| !spec.required && spec.name != "team")
                .filter(|spec| own.iter().all(|field| field.name != spec.name))
                .map(|spec| ("common", spec)),
        );
        let rest = rest
            .into_iter()
            .map(|(owner, spec)| (owner.to_owned(), spec.name.to_owned(), spec))
            .collect();
        self.rest("~more", rest);
    }

    /// One question which of these fields to record too, and then those that were chosen.
    pub(super) fn rest(&mut self, key: &str, fields: Vec<(String, String, FieldSpec)>) {
        let fields: Vec<_> = fields
            .into_iter()
            .filter(|(_, path, _)| !self.is_given(path))
            .collect();
        if fields.is_empty() {
            return;
        }
        let choices = fields
            .iter()
            .map(|(owner, path, spec)| Choice {
                value: path.clone(),
                label: self.script.texts.field(owner, spec.name).0.into_owned(),
            })
            .collect();
        let ask = Ask::Many {
            choices,
            free: false,
        };
        self.text(key, "guided-more", ask, false);
        let chosen = self.answers.several(key);
        for (owner, path, spec) in &fields {
            if chosen.contains(&path.as_str()) {
                self.field(owner, path, spec, true);
            }
        }
    }

    /// The questions of one field.
    pub(super) fn field(&mut self, owner: &str, path: &str, spec: &FieldSpec, required: bool) {
        if self.is_given(path) {
            return;
        }
        match &spec.shape {
            Shape::Record { name, fields } => self.record(name, path, fields),
            Shape::List(item) => self.list(owner, path, spec, item, required),
            Shape::Or { value, absent } if matches!(**value, Shape::List(_)) => {
                self.list_or_none(owner, path, spec, value, absent);
            }
            _ => self.plain(owner, path, spec, required),
        }
    }

    fn record(&mut self, name: &str, path: &str, fields: &[FieldSpec]) {
        let at = |spec: &FieldSpec| format!("{path}.{}", spec.name);
        for spec in fields.iter().filter(|spec| spec.required) {
            self.field(name, &at(spec), spec, true);
        }
        let rest: Vec<_> = fields.iter().filter(|spec| !spec.required).collect();
        // One or two short questions are sooner answered than chosen.
        if rest.len() <= 2 || rest.len() == fields.len() {
            for spec in rest {
                self.field(name, &at(spec), spec, false);
            }
        } else {
            let rest = rest
                .into_iter()
                .map(|spec| (name.to_owned(), at(spec), spec.clone()))
                .collect();
            self.rest(&format!("~more.{path}"), rest);
        }
    }

    fn list(&mut self, owner: &str, path: &str, spec: &FieldSpec, item: &Shape, required: bool) {
        match item {
            Shape::Record { name, fields } => {
                for number in 0..ITEMS_MAX {
                    self.record(name, &format!("{path}.{number}"), fields);
                    // A choice between fewer than two options and doing nothing is none (R13).
                    let enough = spec.rule != Rule::R13 || number >= 2;
                    let again = format!("~again.{path}.{number}");
                    if enough && !self.yes_or_no(&again, owner, spec, false) {
                        break;
                    }
                }
            }
            Shape::Words | Shape::Text => {
                for number in 0..ITEMS_MAX {
                    let one = FieldSpec {
                        shape: item.clone(),
                        ..spec.clone()
                    };
                    let at = format!("{path}.{number}");
                    self.plain(owner, &at, &one, required && number == 0);
                    if self.answers.get(&at).is_none() {
                        break;
                    }
                }
            }
            _ => {
                let (choices, free) = match item {
                    Shape::Choice { list, codes } => (self.choices(list, codes), false),
                    Shape::Event => (self.script.facts.likely(spec.name), true),
                    _ => (self.catalogue(spec.name).unwrap_or_default(), true),
                };
                let ask = Ask::Many { choices, free };
                self.push(owner, path, spec, ask, required);
            }
        }
    }

    /// A list that may be said to be empty, but not left out.
    fn list_or_none(
        &mut self,
        owner: &str,
        path: &str,
        spec: &FieldSpec,
        list: &Shape,
        absent: &str,
    ) {
        let texts = self.script.texts;
        let choices = vec![
            Choice {
                value: absent.to_owned(),
                label: texts.get(&format!("absent-{absent}")).into_owned(),
            },
            Choice {
                value: "~".to_owned(),
                label: texts.get("guided-some").into_owned(),
            },
        ];
        let ask = Ask::One {
            choices,
            free: false,
        };
        self.push(owner, path, spec, ask, true);
        if self.answers.text(path) == Some("~")
            && let Shape::List(item) = list
        {
            self.list(owner, path, spec, item, true);
        }
    }

    fn plain(&mut self, owner: &str, path: &str, spec: &FieldSpec, required: bool) {
        let ask = match &spec.shape {
            Shape::Choice { list, codes } => Ask::One {
                choices: self.choices(list, codes),
                free: false,
            },
            Shape::Flag => Ask::One {
                choices: self.yes_no_choices(),
                free: false,
            },
            Shape::Event => Ask::Step(self.script.facts.likely(spec.name)),
            Shape::Or { value, .. } if **value == Shape::Event => Ask::Value(spec.shape.clone()),
            Shape::Code => match self.catalogue(spec.name) {
                Some(choices) => Ask::One {
                    choices,
                    free: true,
                },
                None => Ask::Value(Shape::Code),
            },
            shape => Ask::Value(shape.clone()),
        };
        self.push(owner, path, spec, ask, required);
    }

    fn push(&mut self, owner: &str, path: &str, spec: &FieldSpec, ask: Ask, required: bool) {
        let texts = self.script.texts;
        let (label, help) = texts.field(owner, spec.name);
        let mut more = Vec::new();
        if spec.rule != Rule::Form {
            let (rule, remedy) = texts.rule(&spec.rule.to_string());
            more.extend([rule.into_owned(), remedy.into_owned()]);
        }
        if spec.name == "principle" {
            more.extend(self.script.facts.principle_texts.iter().cloned());
        }
        let proposal = match &ask {
            Ask::Step(likely) if required => likely
                .first()
                .map(|choice| Value::from(choice.value.as_str())),
            Ask::Value(Shape::Day) if required && THE_DAY_ITSELF.contains(&spec.name) => {
                Some(Value::from(self.day().to_string()))
            }
            _ => None,
        };
        self.questions.push(Question {
            key: path.to_owned(),
            path: path.to_owned(),
            prompt: label.into_owned(),
            help: help.into_owned(),
            more,
            ask,
            proposal,
            stands: None,
            behind: None,
            required,
        });
    }

    /// A question of the conversation itself.
    pub(super) fn text(&mut self, key: &str, text: &str, ask: Ask, required: bool) {
        let texts = self.script.texts;
        self.questions.push(Question {
            key: key.to_owned(),
            path: key.to_owned(),
            prompt: texts.get(text).into_owned(),
            help: texts.get(&format!("{text}-help")).into_owned(),
            more: Vec::new(),
            ask,
            proposal: None,
            stands: None,
            behind: None,
            required,
        });
    }

    /// Asks whether there is another one; the answer so far.
    fn yes_or_no(&mut self, key: &str, owner: &str, spec: &FieldSpec, proposal: bool) -> bool {
        let (label, _) = self.script.texts.field(owner, spec.name);
        let label = label.into_owned();
        let ask = Ask::One {
            choices: self.yes_no_choices(),
            free: false,
        };
        self.text(key, "guided-again", ask, true);
        if let Some(question) = self.questions.last_mut() {
            question.prompt = format!("{label}: {}", question.prompt.to_lowercase());
            question.proposal = Some(Value::from(if proposal { "ja" } else { "nee" }));
        }
        self.answers.text(key) == Some("ja")
    }
}
