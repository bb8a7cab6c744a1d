//! Exported event logs against the structure of IEEE 1849-2016: which element stands where, what
//! each must say of itself, what a declaration promises, and how values are written.
//!
//! The schema of the standard (XSD) was found in no package we searched and stands here as rules: the
//! order of clause 4 (extensions, globals, classifiers, attributes, traces), the lexical forms of
//! XML Schema part 2, and the keys of the standard extensions. The markup is read by a reader of
//! this test's own, not by the one that is tested.

use std::collections::{BTreeMap, BTreeSet};

use crate::cli_support::Place;

#[derive(Debug, Default, Clone)]
struct Element {
    name: String,
    given: BTreeMap<String, String>,
    inside: Vec<Element>,
}

impl Element {
    fn get(&self, name: &str) -> &str {
        self.given.get(name).map_or("", String::as_str)
    }

    fn attributes(&self) -> impl Iterator<Item = &Element> {
        let kinds = ["string", "date", "int", "float", "boolean", "id", "list"];
        let is = move |one: &&Element| kinds.contains(&one.name.as_str());
        self.inside.iter().filter(is)
    }
}

/// Reads markup without text between elements, comments or declarations of types, which is all the
/// export may write.
fn parse(text: &str) -> Result<Element, String> {
    let mut stack = vec![Element::default()];
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    let mut rest = text.strip_prefix(head).ok_or("no declaration")?;
    while let Some((between, more)) = rest.split_once('<') {
        if !between.trim().is_empty() {
            return Err(format!("text between elements: {between:?}"));
        }
        let (tag, after) = more.split_once('>').ok_or("a tag without end")?;
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            let closed = stack.pop().ok_or("an end too many")?;
            if closed.name != name {
                return Err(format!("</{name}> closes <{}>", closed.name));
            }
            stack
                .last_mut()
                .ok_or("an end too many")?
                .inside
                .push(closed);
            continue;
        }
        let (tag, empty) = tag
            .strip_suffix('/')
            .map_or((tag, false), |tag| (tag, true));
        let (name, mut given) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut element = Element {
            name: name.to_owned(),
            ..Element::default()
        };
        while !given.trim().is_empty() {
            let (key, more) = given
                .split_once("=\"")
                .ok_or("an attribute without value")?;
            let (value, more) = more.split_once('"').ok_or("a value without end")?;
            let old = element.given.insert(key.trim().to_owned(), plain(value)?);
            if old.is_some() {
                return Err(format!("{key} twice in <{name}>"));
            }
            given = more;
        }
        if empty {
            stack.last_mut().ok_or("no root")?.inside.push(element);
        } else {
            stack.push(element);
        }
    }
    let root = stack.pop().filter(|_| stack.is_empty());
    match root.map(|root| root.inside).as_deref() {
        Some([log]) => Ok(log.clone()),
        _ => Err("not one whole element".to_owned()),
    }
}

/// A value with its references resolved; only the five of XML and those of characters may be there.
fn plain(value: &str) -> Result<String, String> {
    let mut parts = value.split('&');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';').ok_or("a bare &")?;
        let number = name
            .strip_prefix("#x")
            .map(|hex| u32::from_str_radix(hex, 16));
        let number = number.or_else(|| name.strip_prefix('#').map(str::parse));
        text.push(match (name, number) {
            ("amp", _) => '&',
            ("lt", _) => '<',
            ("gt", _) => '>',
            ("quot", _) => '"',
            ("apos", _) => '\'',
            (_, Some(Ok(number))) => char::from_u32(number).ok_or("no such character")?,
            _ => return Err(format!("the entity {name}")),
        });
        text.push_str(rest);
    }
    Ok(text)
}

/// A name without colon (Namespaces in XML 1.0), here of ASCII alone.
fn is_nc_name(text: &str) -> bool {
    let mut letters = text.chars();
    letters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && letters.all(|one| one.is_ascii_alphanumeric() || "_-.".contains(one))
}

fn digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// xs:dateTime with its offset, which the standard wants (the schema type leaves it free).
fn is_moment(text: &str) -> bool {
    let Some((day, time)) = text.split_once('T') else {
        return false;
    };
    let day: Vec<&str> = day.split('-').collect();
    let cut = time.find(['+', '-', 'Z']).unwrap_or(time.len());
    let (clock, offset) = time.split_at(cut);
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let clock: Vec<&str> = clock.split(':').collect();
    let of_utc = offset == "Z" || {
        let parts: Vec<&str> = offset.get(1..).unwrap_or("").split(':').collect();
        parts.len() == 2 && parts.iter().all(|part| digits(part, 2))
    };
    matches!(day[..], [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2))
        && clock.len() == 3
        && clock.iter().all(|part| digits(part, 2))
        && !fraction.is_empty()
        && digits(fraction, fraction.len())
        && of_utc
}

fn is_value(kind: &str, text: &str) -> bool {
    match kind {
        "date" => is_moment(text),
        "int" => text.parse::<i64>().is_ok(),
        "float" => {
            ["INF", "-INF", "NaN"].contains(&text)
                || (text.parse::<f64>().is_ok() && !text.contains(['i', 'n', 'N']))
        }
        "boolean" => ["true", "false", "0", "1"].contains(&text),
        "string" | "id" => true,
        _ => false,
    }
}

/// What a log breaks of the standard; nothing when it holds.
fn faults(text: &str) -> Vec<String> {
    let log = match parse(text) {
        Ok(log) => log,
        Err(why) => return vec![why],
    };
    let mut found = Faults::default();
    found.log(&log);
    found.0
}

#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn check(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.0.push(what());
        }
    }

    fn log(&mut self, log: &Element) {
        self.check(log.name == "log", || format!("<{}> is no log", log.name));
        self.check(log.get("xmlns") == "http://www.xes-standard.org/", || {
            "the namespace".to_owned()
        });
        self.check(log.get("xes.version") == "1849.2016", || {
            "the version".to_owned()
        });
        self.check(log.given.contains_key("xes.features"), || {
            "the features".to_owned()
        });
        let ranks = log.inside.iter().map(|one| match one.name.as_str() {
            "extension" => 0,
            "global" => 1,
            "classifier" => 2,
            "trace" => 4,
            "event" => 5,
            _ => 3,
        });
        self.check(ranks.is_sorted(), || {
            "the order of what is in the log".to_owned()
        });
        let all = |name: &'static str| log.inside.iter().filter(move |one| one.name == name);
        let mut prefixes = BTreeSet::new();
        for one in all("extension") {
            for key in ["name", "prefix"] {
                self.check(is_nc_name(one.get(key)), || {
                    format!("{key} of an extension")
                });
            }
            self.check(one.get("uri").starts_with("http://"), || "a uri".to_owned());
            self.check(one.inside.is_empty() && one.given.len() == 3, || {
                "what an extension says".to_owned()
            });
            self.check(prefixes.insert(one.get("prefix")), || {
                format!("prefix {} twice", one.get("prefix"))
            });
        }
        let mut globals: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
        for one in all("global") {
            let scope = one.get("scope");
            self.check(["trace", "event"].contains(&scope), || {
                format!("a global of {scope:?}")
            });
            let keys = one.attributes().map(|one| (one.get("key"), &*one.name));
            let old = globals.insert(scope, keys.collect());
            self.check(old.is_none(), || format!("two globals of {scope}"));
            self.holder(one, &prefixes);
        }
        let of = |scope: &str| globals.get(scope).cloned().unwrap_or_default();
        for one in all("classifier") {
            self.check(is_nc_name(one.get("name")), || {
                format!("name {:?} of a classifier", one.get("name"))
            });
            let scope = match one.get("scope") {
                "" => "event",
                scope => scope,
            };
            let declared = of(scope);
            for key in one.get("keys").split(' ') {
                let there = declared.iter().any(|(name, _)| *name == key);
                self.check(there, || {
                    format!("the classifier's key {key:?} is no global")
                });
            }
        }
        self.holder(log, &prefixes);
        for trace in all("trace") {
            self.check(trace.given.is_empty(), || "a trace that says".to_owned());
            self.promised(trace, &of("trace"));
            self.holder(trace, &prefixes);
            let events = trace.inside.iter().map(|one| one.name == "event");
            self.check(events.is_sorted(), || {
                "an attribute after an event".to_owned()
            });
            for event in trace.inside.iter().filter(|one| one.name == "event") {
                self.check(event.given.is_empty(), || "an event that says".to_owned());
                self.promised(event, &of("event"));
                self.holder(event, &prefixes);
                let only = event.attributes().count() == event.inside.len();
                self.check(only, || "what is in an event".to_owned());
            }
        }
        let used = log.inside.iter().any(nests);
        let declared = log
            .get("xes.features")
            .split(' ')
            .any(|one| one == "nested-attributes");
        self.check(used == declared, || {
            format!("nested attributes: {used}, declared: {declared}")
        });
    }

    /// A global is a promise: every trace or event has it, and as the same kind.
    fn promised(&mut self, holder: &Element, globals: &[(&str, &str)]) {
        for (key, kind) in globals {
            let there = holder
                .attributes()
                .any(|one| one.get("key") == *key && one.name == *kind);
            self.check(there, || format!("a {} without its {key}", holder.name));
        }
    }

    fn holder(&mut self, holder: &Element, prefixes: &BTreeSet<&str>) {
        let mut keys = BTreeSet::new();
        for one in holder.attributes() {
            let key = one.get("key");
            self.check(keys.insert(key), || {
                format!("{key} twice in a {}", holder.name)
            });
            self.attribute(one, prefixes);
        }
    }

    fn attribute(&mut self, one: &Element, prefixes: &BTreeSet<&str>) {
        let (key, kind) = (one.get("key"), one.name.as_str());
        let (prefix, own) = key.split_once(':').unwrap_or(("", key));
        self.check(is_nc_name(own), || format!("the key {key:?}"));
        if !prefix.is_empty() {
            self.check(prefixes.contains(prefix), || {
                format!("{key} of no extension")
            });
            let wanted = match (prefix, own) {
                ("concept", "name" | "instance")
                | ("lifecycle", "model" | "transition" | "state")
                | ("org", "resource" | "role" | "group") => "string",
                ("time", "timestamp") => "date",
                ("identity", "id") => "id",
                _ => "",
            };
            self.check(wanted == kind, || format!("{key} is a {kind}"));
        }
        let values = one.inside.iter().filter(|one| one.name == "values").count();
        if kind == "list" {
            self.check(values == 1 && one.given.len() == 1, || {
                format!("the list {key}")
            });
        } else {
            let says = one.given.len() == 2 && one.given.contains_key("value");
            self.check(says && values == 0, || format!("what {key} says"));
            let value = one.get("value");
            self.check(is_value(kind, value), || {
                format!("{key}: {value:?} is no {kind}")
            });
        }
        self.holder(one, prefixes);
    }
}

/// Whether an attribute somewhere has attributes of its own.
fn nests(holder: &Element) -> bool {
    let own = |one: &Element| one.attributes().next().is_some();
    let is_attribute = !["trace", "event", "global", "log"].contains(&holder.name.as_str());
    (is_attribute && own(holder)) || holder.inside.iter().any(nests)
}

fn exported(folder: &Place) -> String {
    let out = folder.path().join("log.xes").display().to_string();
    let who = ["--analyst", "--actor", "OZ-01", "--role", "OZ"];
    let purpose = ["--purpose", "Nagaan of uitvoer klopt"];
    folder
        .run(&[&["export", "xes", "--out", &out][..], &who, &purpose].concat())
        .ok();
    std::fs::read_to_string(out).unwrap()
}

#[test]
fn the_demonstration_is_exported_as_the_standard_says() {
    let text = exported(&Place::demo());
    assert!(text.matches("<event>").count() > 100);
    assert_eq!(faults(&text), Vec::<String>::new());
}

/// A log of another system, with kinds, offsets, markup and a lifecycle of its own.
#[test]
fn an_imported_log_is_exported_as_the_standard_says() {
    let folder = Place::demo();
    let event = |name: &str, at: &str| {
        format!(
            "<event><string key=\"concept:name\" value=\"{name}\"/>\
             <date key=\"time:timestamp\" value=\"{at}\"/><float key=\"cost\" value=\"1.5\"/>\
             <string key=\"lifecycle:transition\" value=\"complete\"/>\
             <string key=\"org:resource\" value=\"R 1\"/></event>"
        )
    };
    let text = format!(
        "<log xes.version=\"1.0\"><trace><string key=\"concept:name\" value=\"Z 1\"/>{}{}{}</trace></log>",
        event(
            "A &lt;b&gt; &amp; &quot;c&quot;",
            "2024-02-29T10:00:00.5+02:00"
        ),
        event("&#9;tab", "2024-02-29T10:00:00Z"),
        event("", "2024-03-01T00:00:00.123456-05:30"),
    );
    let path = folder.path().join("in.xes");
    std::fs::write(&path, text).unwrap();
    let path = path.display().to_string();
    folder.run(&["import", "xes", &path, "--lang", "en"]).ok();
    let text = exported(&folder);
    assert!(text.contains("lifecycle:transition"), "the steps are there");
    assert_eq!(faults(&text), Vec::<String>::new());
}

/// The rules can fail: each of these changes breaks one.
#[test]
fn a_log_that_breaks_a_rule_is_found() {
    let text = exported(&Place::demo());
    for (from, to, wanted) in [
        (
            "<classifier name=\"Activity\"",
            "<classifier name=\"An activity\"",
            "of a classifier",
        ),
        (
            "keys=\"concept:name\"",
            "keys=\"org:group\"",
            "is no global",
        ),
        (
            "xes.features=\"\"",
            "xes.features=\"nested-attributes\"",
            "nested attributes",
        ),
        ("prefix=\"time\"", "prefix=\"tim\"", "of no extension"),
        ("scope=\"trace\"", "scope=\"event\"", "two globals"),
        (
            "<int key=\"log_position\" value=\"0\"",
            "<string key=\"log_position\" value=\"0\"",
            "without its log_position",
        ),
        ("+00:00\"", "\"", "is no date"),
        (
            "<boolean key=\"imported\" value=\"false\"",
            "<boolean key=\"imported\" value=\"no\"",
            "is no boolean",
        ),
        (
            "<boolean key=\"imported\"",
            "<string key=\"concept:name\"",
            "twice in a trace",
        ),
        ("<event>", "<event id=\"1\">", "an event that says"),
        (
            "</log>",
            "<string key=\"late\" value=\"\"/></log>",
            "the order",
        ),
        ("</log>", "", "not one whole element"),
        (
            "<string key=\"municipality\"",
            "<string key=\"the municipality\"",
            "the key",
        ),
    ] {
        let broken = text.replacen(from, to, 1);
        assert_ne!(broken, text, "{from} is not there");
        let found = faults(&broken).join("; ");
        assert!(found.contains(wanted), "{to}: {found}");
    }
}
