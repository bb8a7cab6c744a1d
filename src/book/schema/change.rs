//! What may still change about a schema that was committed: its words, and lists that grow.

use serde_json::Value;

use super::make::SchemaFile;

/// What is to be done with a generated file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The committed file is current.
    Nothing,
    /// There is no such file yet.
    Add,
    /// The committed file says the same in other words.
    Renew,
    /// The structure changed at this place: that asks for a new schema version.
    Refuse(String),
}

/// Compares a generated file with the one that was committed.
#[must_use]
pub fn step(made: &SchemaFile, committed: Option<&str>) -> Step {
    let Some(committed) = committed else {
        return Step::Add;
    };
    if committed == made.content {
        return Step::Nothing;
    }
    if !made.path.starts_with("events/") {
        return Step::Renew;
    }
    let change = match (
        serde_json::from_str(committed),
        serde_json::from_str(&made.content),
    ) {
        (Ok(committed), Ok(made)) => structural_change(&committed, &made),
        _ => Some("#".to_owned()),
    };
    change.map_or(Step::Renew, Step::Refuse)
}

/// The first place where the structure of a schema differs from the one that was committed, when
/// that needs a new version: words may change, and lists of codes may grow at their end.
#[must_use]
pub fn structural_change(committed: &Value, made: &Value) -> Option<String> {
    compare("#", committed, made)
}

fn compare(place: &str, old: &Value, new: &Value) -> Option<String> {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            let names = old
                .keys()
                .chain(new.keys().filter(|name| !old.contains_key(*name)));
            for name in names {
                let below = format!("{place}/{name}");
                let change = match (old.get(name), new.get(name)) {
                    (Some(Value::String(_)) | None, Some(Value::String(_)) | None)
                        if is_prose(name) =>
                    {
                        None
                    }
                    (Some(Value::Array(old)), Some(Value::Array(new))) if name == "enum" => {
                        (!new.starts_with(old)).then_some(below)
                    }
                    (Some(old), Some(new)) => compare(&below, old, new),
                    _ => Some(below),
                };
                if change.is_some() {
                    return change;
                }
            }
            None
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => old
            .iter()
            .zip(new)
            .enumerate()
            .find_map(|(index, (old, new))| compare(&format!("{place}/{index}"), old, new)),
        _ => (old != new).then(|| place.to_owned()),
    }
}

fn is_prose(keyword: &str) -> bool {
    matches!(keyword, "title" | "description") || keyword.starts_with("x-")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn words_may_change_and_lists_may_grow_at_the_end_and_nothing_else() {
        let old = json!({
            "title": "a",
            "x-title-en": "a",
            "properties": {
                "title": { "description": "b", "type": "string" },
                "kind": { "enum": ["x", "y"] },
            },
            "required": ["title"],
        });
        let check = |pointer: &str, value: Value, change: Option<&str>| {
            let mut new = old.clone();
            *new.pointer_mut(pointer).unwrap() = value;
            let found = structural_change(&old, &new);
            assert_eq!(found.as_deref(), change, "{pointer}");
        };
        check("/title", json!("other words"), None);
        check("/x-title-en", json!("other words"), None);
        check("/properties/title/description", json!("c"), None);
        check("/properties/kind/enum", json!(["x", "y", "z"]), None);
        let kinds = Some("#/properties/kind/enum");
        check("/properties/kind/enum", json!(["x"]), kinds);
        check("/properties/kind/enum", json!(["z", "x", "y"]), kinds);
        let title = "#/properties/title";
        check(
            "/properties/title/type",
            json!("number"),
            Some(&format!("{title}/type")),
        );
        check(
            "/properties/title",
            json!({ "type": "string", "minLength": 1 }),
            Some(&format!("{title}/minLength")),
        );
        check(
            "/properties",
            json!({ "kind": { "enum": ["x", "y"] } }),
            Some(title),
        );
        check("/required", json!([]), Some("#/required"));
    }

    #[test]
    fn only_schemas_of_events_are_refused() {
        let file = |path: &str| SchemaFile {
            path: path.to_owned(),
            content: "{\"type\":\"object\"}\n".to_owned(),
        };
        let other = Some("{\"type\":\"string\"}\n");
        let refused = Step::Refuse("#/type".to_owned());
        assert_eq!(step(&file("events/a.v1.json"), other), refused);
        assert_eq!(step(&file("exchange-line.json"), other), Step::Renew);
        assert_eq!(step(&file("events/a.v1.json"), None), Step::Add);
        let same = file("events/a.v1.json");
        assert_eq!(step(&same, Some(&same.content)), Step::Nothing);
        let damaged = Step::Refuse("#".to_owned());
        assert_eq!(step(&same, Some("half a fi")), damaged);
    }
}
