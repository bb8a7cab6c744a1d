//! The teaching cases and the built-in catalogues can be read as they stand in the repository.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use weegboek::base::{Day, EventId, Timestamp};
use weegboek::domain::EventType;
use weegboek::domain::codes::Role;
use weegboek::domain::envelope::Common;
use weegboek::domain::events::registry::StreamKind;
use weegboek::domain::events::settings::CatalogueAdopted;
use weegboek::domain::field::{Field, Names, Reading};

/// Keys of an exchange line that are not among the common fields of an event.
const OWN_KEYS: [&str; 5] = ["event", "id", "dossier", "recorded_at", "data"];

/// Every outside name stands for an event, every number for a dossier.
struct Outside;

impl Names for Outside {
    fn event(&self, text: &str) -> Option<EventId> {
        Some(EventId::derived(text))
    }

    fn case(&self, number: &str) -> Option<[u8; 16]> {
        Some(EventId::derived(number).0)
    }
}

/// One exchange line and where it stands.
struct Line {
    place: String,
    file: String,
    form: Map<String, Value>,
}

impl Line {
    fn text(&self, key: &str) -> &str {
        self.form.get(key).and_then(Value::as_str).unwrap_or("")
    }

    fn moment(&self) -> Timestamp {
        let text = self.text("recorded_at");
        text.parse()
            .unwrap_or_else(|_| panic!("{}: {text:?} is no moment", self.place))
    }

    fn kind(&self) -> EventType {
        let name = self.text("event");
        EventType::from_name(name).unwrap_or_else(|| panic!("{}: no event {name:?}", self.place))
    }

    /// Dossier and step, as the id gives them: `ZAAK-001/11.2` is (`ZAAK-001`, (11, 2)).
    fn step(&self) -> (String, (u32, u32)) {
        let id = self.text("id");
        let parts = id.split_once('/').and_then(|(dossier, step)| {
            let (step, part) = step.split_once('.').unwrap_or((step, "0"));
            Some((dossier.to_owned(), (step.parse().ok()?, part.parse().ok()?)))
        });
        parts.unwrap_or_else(|| panic!("{}: {id:?} is no step of a case", self.place))
    }
}

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found: Vec<_> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|it| it == ending))
        .collect();
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn object(text: &str, place: &str) -> Map<String, Value> {
    match serde_json::from_str(text) {
        Ok(Value::Object(form)) => form,
        Ok(_) => panic!("{place}: not an object"),
        Err(error) => panic!("{place}: {error}"),
    }
}

fn lines() -> Vec<Line> {
    let mut lines = Vec::new();
    for path in files("src/book/teaching", "jsonl") {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        for (number, text) in read(&path).lines().enumerate() {
            let place = format!("{file}:{}", number + 1);
            lines.push(Line {
                form: object(text, &place),
                file: file.to_string(),
                place,
            });
        }
    }
    lines
}

/// The lines of the twelve cases, without the two attempts that the book must refuse.
fn cases() -> Vec<Line> {
    let mut lines = lines();
    lines.retain(|line| line.file != "refused.jsonl");
    lines
}

/// Every text in a form that is the id of a line.
fn references<'v>(value: &'v Value, ids: &BTreeSet<String>, found: &mut Vec<&'v str>) {
    match value {
        Value::String(text) if ids.contains(text) => found.push(text),
        Value::Array(items) => items.iter().for_each(|item| references(item, ids, found)),
        Value::Object(form) => form.values().for_each(|item| references(item, ids, found)),
        _ => {}
    }
}

#[test]
fn every_line_can_be_read() {
    for line in lines() {
        let place = &line.place;
        let mut common = line.form.clone();
        common.retain(|key, _| !OWN_KEYS.contains(&key.as_str()));
        let mut reading = Reading::new(&Outside);
        let common = Common::read(&Value::Object(common), &mut reading);
        assert!(
            reading.refusals.is_empty(),
            "{place}: {:?}",
            reading.refusals
        );
        let common = common.unwrap_or_else(|| panic!("{place}: no common fields"));

        let mut reading = Reading::new(&Outside);
        let data = line.form.get("data").cloned().unwrap_or_default();
        let event = line.kind().read(&data, &mut reading);
        assert!(
            reading.refusals.is_empty(),
            "{place}: {:?}",
            reading.refusals
        );
        assert!(event.is_some(), "{place}: no content");

        let roles = line.kind().roles();
        let may = roles.is_empty() || roles.contains(&common.role);
        assert!(may, "{place}: {:?} may not record this", common.role);
        assert!(
            common.occurred_on <= line.moment().day(),
            "{place}: happened after it was recorded (R25)"
        );
        let of_dossier = line.kind().stream_kind() != StreamKind::Organisation;
        assert_eq!(of_dossier, line.form.contains_key("dossier"), "{place}");
        let (dossier, _) = line.text("id").split_once('/').unwrap_or_default();
        assert!(!of_dossier || line.text("dossier") == dossier, "{place}");
        assert_eq!(
            common.actor.0.split('-').next(),
            Some(common.role.code()),
            "{place}"
        );
    }
}

#[test]
fn keys_stand_in_their_order() {
    const ORDER: [&str; 15] = [
        "event",
        "id",
        "dossier",
        "occurred_on",
        "recorded_at",
        "actor",
        "role",
        "municipality",
        "team",
        "caused_by",
        "minutes_spent",
        "initiated_by",
        "promises",
        "keeps",
        "data",
    ];
    for line in lines() {
        let places: Vec<_> = line
            .form
            .keys()
            .map(|key| ORDER.iter().position(|one| one == key))
            .collect();
        assert!(
            places.is_sorted() && !places.contains(&None),
            "{}",
            line.place
        );
    }
}

#[test]
fn references_point_backwards_and_steps_follow_each_other() {
    let mut lines = cases();
    lines.sort_by_key(Line::moment);
    let ids: BTreeSet<_> = lines
        .iter()
        .map(|line| line.text("id").to_owned())
        .collect();
    assert_eq!(ids.len(), lines.len(), "an id stands twice");

    let mut seen = BTreeSet::new();
    let mut last_steps = BTreeMap::new();
    let mut last_moment = None;
    for line in &lines {
        let place = &line.place;
        let mut found = Vec::new();
        for value in line
            .form
            .iter()
            .filter(|(key, _)| *key != "id")
            .map(|(_, value)| value)
        {
            references(value, &ids, &mut found);
        }
        for id in found {
            assert!(seen.contains(id), "{place}: {id} is not there yet");
        }
        seen.insert(line.text("id").to_owned());

        assert!(
            last_moment < Some(line.moment()),
            "{place}: two lines at one moment"
        );
        last_moment = Some(line.moment());
        let (case, step) = line.step();
        let before = last_steps.insert(case, step);
        assert!(before < Some(step), "{place}: comes too late");
    }
}

/// What looks like the name of an event is the name of an event.
#[test]
fn references_resolve() {
    fn texts<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
        match value {
            Value::String(text) => found.push(text),
            Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
            Value::Object(form) => form.values().for_each(|item| texts(item, found)),
            _ => {}
        }
    }
    let lines = lines();
    let ids: BTreeSet<_> = lines.iter().map(|line| line.text("id")).collect();
    assert_eq!(ids.len(), lines.len(), "an id stands twice");
    for line in &lines {
        let mut found = Vec::new();
        line.form
            .values()
            .for_each(|value| texts(value, &mut found));
        for text in found
            .iter()
            .filter(|text| text.starts_with("ZAAK-") && text.contains('/'))
        {
            assert!(ids.contains(text), "{}: {text} is nowhere", line.place);
        }
    }
}

#[test]
fn files_keep_the_order_of_recording() {
    for pair in cases().windows(2) {
        let ordered = pair[0].file != pair[1].file || pair[0].moment() < pair[1].moment();
        assert!(ordered, "{}", pair[1].place);
    }
}

#[test]
fn every_event_of_the_domain_occurs() {
    let there: BTreeSet<_> = cases().iter().map(|line| line.kind().number()).collect();
    let missing: Vec<_> = (1..=43).filter(|number| !there.contains(number)).collect();
    assert!(missing.is_empty(), "never used: {missing:?}");
}

/// The two attempts go wrong on a rule of the book, not on their form.
#[test]
fn the_refused_attempts_are_the_two_of_the_cases() {
    let mut refused = lines();
    refused.retain(|line| line.file == "refused.jsonl");
    let ids: Vec<_> = refused.iter().map(|line| line.text("id")).collect();
    assert_eq!(ids, ["ZAAK-003/8-geweigerd", "ZAAK-007/5"]);
}

/// What is shielded in ZAAK-012 may stand nowhere else, or shielding it would hide nothing.
#[test]
fn medical_details_stand_only_where_they_will_be_shielded() {
    const DETAILS: [&str; 3] = ["hersenbloeding", "linkerhand", "lassen"];
    const SHIELDED: [(&str, &str); 3] = [
        ("ZAAK-012/1", "/question"),
        ("ZAAK-012/3", "/question"),
        ("ZAAK-012/3", "/perspectives/0/perspective"),
    ];
    let holds = |text: &str| DETAILS.iter().any(|detail| text.contains(detail));
    for line in lines() {
        let mut data = line.form.get("data").cloned().unwrap_or_default();
        for (id, field) in SHIELDED.iter().filter(|(id, _)| *id == line.text("id")) {
            let text = data.pointer_mut(field).map(Value::take).unwrap_or_default();
            assert!(holds(&text.to_string()), "{id}{field}: nothing to shield");
        }
        assert!(!holds(&data.to_string()), "{}", line.place);
    }
}

#[test]
fn every_catalogue_can_be_read() {
    let mut kinds = BTreeSet::new();
    for path in files("src/domain/editions", "json") {
        let place = path.display().to_string();
        let form = Value::Object(object(&read(&path), &place));
        let mut reading = Reading::new(&Outside);
        let adopted = CatalogueAdopted::read(&form, &mut reading);
        assert!(
            reading.refusals.is_empty(),
            "{place}: {:?}",
            reading.refusals
        );
        let Some(adopted) = adopted else {
            panic!("{place}: no catalogue");
        };
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        assert_eq!(name, adopted.catalogue.code(), "{place}");
        let keys: BTreeSet<_> = adopted.entries.iter().map(|entry| &entry.key).collect();
        assert_eq!(
            keys.len(),
            adopted.entries.len(),
            "{place}: a key stands twice"
        );
        kinds.insert(adopted.catalogue);
    }
    assert_eq!(kinds.len(), 9);
}

/// Instruments, principles and regulations that the cases name stand in the catalogues.
#[test]
fn the_cases_use_what_the_catalogues_hold() {
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in files("src/domain/editions", "json") {
        let form = object(&read(&path), &path.display().to_string());
        let keys = form
            .get("entries")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let keys = keys.filter_map(|entry| Some(entry.get("key")?.as_str()?.to_owned()));
        let name = form.get("catalogue").and_then(Value::as_str).unwrap_or("");
        known.insert(name.to_owned(), keys.collect());
    }
    fn check(value: &Value, place: &str, known: &BTreeMap<String, BTreeSet<String>>) {
        let holds = |catalogue: &str, key: &Value| {
            let there = known
                .get(catalogue)
                .zip(key.as_str())
                .is_some_and(|(keys, key)| keys.contains(key));
            assert!(there, "{place}: {key} is not among the {catalogue}");
        };
        match value {
            Value::Array(items) => items.iter().for_each(|item| check(item, place, known)),
            Value::Object(form) => {
                for (name, item) in form {
                    match (name.as_str(), item) {
                        ("principle", _) => holds("principes", item),
                        ("instrument", _)
                            if form.contains_key("limit") && form.contains_key("purpose") =>
                        {
                            holds("instrumenten", item);
                        }
                        ("regulation", _) => holds("rechtsbronnen", item),
                        ("sources", Value::Array(sources)) if form.contains_key("verdict") => {
                            sources
                                .iter()
                                .for_each(|source| holds("rechtsbronnen", source));
                        }
                        _ => check(item, place, known),
                    }
                }
            }
            _ => {}
        }
    }
    for line in lines() {
        check(&Value::Object(line.form.clone()), &line.place, &known);
    }
}

#[test]
fn roles_days_and_moments_are_what_the_book_knows() {
    for line in lines() {
        assert!(
            Role::from_code(line.text("role")).is_some(),
            "{}",
            line.place
        );
        let occurred: Day = line.text("occurred_on").parse().unwrap();
        let hour = &line.text("recorded_at")[11..13];
        assert!(
            ("08".."18").contains(&hour),
            "{}: outside office hours",
            line.place
        );
        assert_eq!(occurred, line.moment().day(), "{}", line.place);
    }
}
