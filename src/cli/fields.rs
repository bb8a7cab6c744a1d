//! The fields of a form on a page: labels and values, records within records.

use serde_json::Value;

use super::lens::Lens;
use super::page::{Page, Tone};
use crate::base::Day;
use crate::book::fields::{FieldSpec, Shape};
use crate::book::history::Correction;

/// Columns for the labels.
pub(super) const LABEL: usize = 27;

/// Attributes that an imported step has as fields of its own.
const SAID_ALREADY: [&str; 4] = [
    "concept:name",
    "time:timestamp",
    "org:resource",
    "lifecycle:transition",
];

/// A form that is being put on a page.
pub(super) struct Sheet<'a> {
    /// How values are written.
    pub(super) lens: &'a Lens<'a>,
    /// The page.
    pub(super) page: &'a mut Page,
    /// The day whose catalogues hold.
    pub(super) day: Option<Day>,
}

impl Sheet<'_> {
    /// The fields of a form, but for those to skip, each with its corrections.
    pub(super) fn form(
        &mut self,
        indent: usize,
        owner: &str,
        specs: &[FieldSpec],
        form: &Value,
        skip: &[&str],
        corrections: &[Correction],
    ) {
        for spec in specs.iter().filter(|spec| !skip.contains(&spec.name)) {
            let Some(value) = form.get(spec.name).filter(|value| !value.is_null()) else {
                continue;
            };
            self.field(indent, owner, spec, value);
            self.corrections(indent, owner, std::slice::from_ref(spec), corrections);
        }
    }

    /// What stood in these fields before they were corrected.
    pub(super) fn corrections(
        &mut self,
        indent: usize,
        owner: &str,
        specs: &[FieldSpec],
        corrections: &[Correction],
    ) {
        for spec in specs {
            let of_field = |one: &&Correction| one.field.split('.').next() == Some(spec.name);
            for correction in corrections.iter().filter(of_field) {
                self.correction(indent, owner, spec, correction);
            }
        }
    }

    /// One field.
    fn field(&mut self, indent: usize, owner: &str, spec: &FieldSpec, value: &Value) {
        let (label, _) = self.lens.texts.field(owner, spec.name);
        let open = value.get("closed").is_none();
        match inner(&spec.shape) {
            Shape::Record { name, fields } if open && value.is_object() => {
                let label = self.page.toned(Tone::Soft, &label);
                self.page.raw(&format!("{}{label}", " ".repeat(indent)));
                self.form(indent + 2, name, fields, value, &[], &[]);
            }
            Shape::List(item) => match (item.as_ref(), value) {
                (Shape::Record { name, .. }, Value::Array(items))
                    if *name == "ImportedAttribute" && items.iter().all(said_already) => {}
                (Shape::Record { name, fields }, Value::Array(items)) if open => {
                    let label = self.page.toned(Tone::Soft, &label);
                    self.page.raw(&format!("{}{label}", " ".repeat(indent)));
                    for (item, number) in items.iter().zip(1_usize..) {
                        self.item(indent + 2, name, fields, item, number);
                    }
                }
                _ => self.plain(indent, &label, spec, value),
            },
            _ => self.plain(indent, &label, spec, value),
        }
    }

    fn plain(&mut self, indent: usize, label: &str, spec: &FieldSpec, value: &Value) {
        let value = self.lens.value(spec.name, &spec.shape, value, self.day);
        self.page.field(
            indent,
            LABEL.saturating_sub(indent.saturating_sub(4)),
            label,
            &value,
        );
    }

    /// One record of a list: its first value after its number, the others below it.
    fn item(
        &mut self,
        indent: usize,
        owner: &str,
        specs: &[FieldSpec],
        form: &Value,
        number: usize,
    ) {
        if owner == "ImportedAttribute" {
            return self.attribute(indent, form);
        }
        let mark = format!("{number}. ");
        let first = specs.iter().find(|spec| form.get(spec.name).is_some());
        let Some((first, value)) = first.and_then(|spec| Some((spec, form.get(spec.name)?))) else {
            return;
        };
        let text = self.lens.value(first.name, &first.shape, value, self.day);
        self.page.hanging(indent, &mark, Tone::Plain, &text);
        self.form(indent + 3, owner, specs, form, &[first.name], &[]);
    }

    /// An attribute of another system, as it wrote it, unless the step says it already.
    fn attribute(&mut self, indent: usize, form: &Value) {
        let at = |field: &str| self.lens.plain(form.get(field).unwrap_or(&Value::Null));
        let (key, value) = (at("key"), at("value"));
        if !said_already(form) {
            self.page
                .hanging(indent, "• ", Tone::Plain, &format!("{key}: {value}"));
        }
    }

    /// What stood in a field before it was corrected.
    fn correction(
        &mut self,
        indent: usize,
        owner: &str,
        spec: &FieldSpec,
        correction: &Correction,
    ) {
        let shape = if correction.field == spec.name {
            Some(&spec.shape)
        } else {
            None
        };
        let before = match shape {
            Some(shape) => self
                .lens
                .value(spec.name, shape, &correction.before, self.day),
            None => self.lens.quoted(&correction.before),
        };
        let values = [
            ("number", correction.step.to_string().into()),
            ("field", self.lens.texts.field(owner, spec.name).0.into()),
            ("before", before.into()),
        ];
        let text = self.lens.texts.with("cli-show-corrected", &values);
        self.page.hanging(indent + 2, "↳ ", Tone::Alert, &text);
    }
}

fn said_already(attribute: &Value) -> bool {
    let key = attribute.get("key").and_then(Value::as_str);
    key.is_some_and(|key| SAID_ALREADY.contains(&key))
}

/// The shape behind a word that says there is none.
fn inner(shape: &Shape) -> &Shape {
    match shape {
        Shape::Or { value, .. } => value,
        other => other,
    }
}
