//! Golden samples: every version ever released is there, and still means what it meant.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;
use weegboek::codec::golden::{self, Golden};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/golden")
}

fn all() -> Vec<(String, Golden)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let golden = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        found.push((name, golden));
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    found
}

#[test]
fn every_version_has_its_file_and_every_file_its_version() {
    let wanted: BTreeSet<_> = golden::versions()
        .into_iter()
        .map(|(event_type, version)| golden::file_name(event_type, version))
        .collect();
    let there: BTreeSet<_> = all().into_iter().map(|(name, _)| name).collect();
    assert_eq!(there, wanted, "run tools/golden for a new version");
    assert_eq!(wanted.len(), 63, "59 types, and four earlier versions");
}

#[test]
fn every_sample_still_means_what_it_meant() {
    for (name, golden) in all() {
        assert_eq!(golden::check(&golden), Ok(()), "{name}");
        assert_eq!(golden.samples.len(), 2, "{name}: full and bare");
        let expected = format!("{}.v{}.json", golden.event, golden.schema_version);
        assert_eq!(name, expected);
    }
}

/// The other half of the test above: a golden file that no longer agrees is found, whatever is
/// different in it.
#[test]
fn a_difference_is_detected() {
    for (name, golden) in all() {
        let differs = |what: &str, change: &dyn Fn(&mut Golden)| {
            let mut other = golden.clone();
            change(&mut other);
            assert_ne!(other, golden);
            let found = golden::check(&other);
            assert!(found.is_err(), "{name}: {what} was not noticed");
        };
        differs("another layout", &|it| {
            it.layout = it.layout.replacen(':', "?:", 1);
        });
        differs("a field more", &|it| {
            it.layout = it.layout.replacen('{', "{nieuw:code ", 1);
        });
        differs("a type that is not", &|it| it.event.push('x'));
        differs("a later version", &|it| it.schema_version += 1);
        for at in 0..golden.samples.len() {
            differs("facts cut short", &|it| {
                let facts = &mut it.samples[at].facts;
                facts.truncate(facts.len() - 2);
            });
            differs("facts with more", &|it| it.samples[at].facts.push_str("00"));
            differs("facts that are no hex", &|it| {
                it.samples[at].facts.replace_range(0..1, "x");
            });
            differs("another meaning of the common fields", &|it| {
                it.samples[at].common["actor"] = Value::from("TB-99");
            });
            differs("another meaning of the content", &|it| {
                it.samples[at].data["nieuw"] = Value::from(1);
            });
            if !golden.samples[at].words.is_empty() {
                differs("words gone", &|it| it.samples[at].words.clear());
                differs("a word changed", &|it| {
                    let words = &mut it.samples[at].words;
                    let end = words.len() - 2;
                    words.replace_range(end.., "21");
                });
            }
        }
    }
}

/// A change of any one byte of the facts is noticed: it reads as something else, or not at all.
#[test]
fn every_changed_byte_is_detected() {
    for (name, golden) in all() {
        for at in 0..golden.samples.len() {
            let len = golden.samples[at].facts.len() / 2;
            for byte in 0..len {
                let mut other = golden.clone();
                let facts = &mut other.samples[at].facts;
                let old = u8::from_str_radix(&facts[byte * 2..byte * 2 + 2], 16).unwrap();
                facts.replace_range(byte * 2..byte * 2 + 2, &format!("{:02x}", old ^ 1));
                assert!(golden::check(&other).is_err(), "{name}: byte {byte}");
            }
        }
    }
}
