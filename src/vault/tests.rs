//! The vault as a whole: what opens, what stays closed and why, and what survives.

mod golden;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

use crate::base::{Category, EventId, KeyId, StreamId};

use super::format::{self, Record};
use super::{Access, Closed, Error, EventKey, Kek, Part, Sealed, Vault};

const LOG: [u8; 16] = [0xaa; 16];

fn kek() -> Kek {
    Kek::known(1, [7; 32])
}

fn stream(id: u8) -> StreamId {
    StreamId {
        category: Category(1),
        id: [id; 16],
    }
}

fn part(key: KeyId) -> Part {
    Part {
        event: EventId([1; 16]),
        stream: stream(1),
        event_type: 2,
        schema_version: 3,
        kind: 1,
        class: 4,
        key,
    }
}

/// A new vault in a folder of its own.
fn vault() -> (tempfile::TempDir, PathBuf, Vault) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("keys");
    let vault = Vault::create(&path, LOG, kek()).unwrap();
    (dir, path, vault)
}

fn reopen(path: &Path, access: Access) -> Result<Vault, Error> {
    Vault::open(path, LOG, kek(), access)
}

fn open(vault: &Vault, part: &Part, sealed: &Sealed) -> Result<Vec<u8>, Closed> {
    vault.handle().open(part, &sealed.commitment, &sealed.bytes)
}

/// A vault with one key, and one part sealed under it.
fn sealed() -> (tempfile::TempDir, PathBuf, Vault, Part, Sealed) {
    let (dir, path, vault) = vault();
    let part = part(vault.ensure_key(stream(1), 4).unwrap());
    let sealed = vault.handle().seal(&part, b"the reason").unwrap();
    (dir, path, vault, part, sealed)
}

#[test]
fn a_part_opens_in_its_own_place_only() {
    let (_dir, _, vault, part, sealed) = sealed();
    assert_eq!(open(&vault, &part, &sealed).unwrap(), b"the reason");
    // Event and kind choose the key, so these are found at the commitment.
    let elsewhere = [
        Part {
            event: EventId([2; 16]),
            ..part
        },
        Part { kind: 2, ..part },
    ];
    for moved in elsewhere {
        let closed = open(&vault, &moved, &sealed).unwrap_err();
        assert_eq!(closed, Closed::CommitmentMismatch);
    }
    let moved = [
        Part {
            stream: stream(2),
            ..part
        },
        Part {
            event_type: 9,
            ..part
        },
        Part {
            schema_version: 9,
            ..part
        },
        Part { class: 9, ..part },
    ];
    for moved in moved {
        assert_eq!(open(&vault, &moved, &sealed), Err(Closed::Damaged));
    }
    let other = vault.ensure_key(stream(2), 4).unwrap();
    let wrong_key = Part { key: other, ..part };
    let closed = open(&vault, &wrong_key, &sealed).unwrap_err();
    assert_eq!(closed, Closed::CommitmentMismatch);
    let unknown = KeyId([0; 16]);
    let nowhere = Part {
        key: unknown,
        ..part
    };
    let closed = open(&vault, &nowhere, &sealed).unwrap_err();
    assert_eq!(closed, Closed::KeyUnknown(unknown));
}

#[test]
fn every_changed_bit_and_every_cut_is_refused_and_leaves_nothing_readable() {
    let (_dir, _, vault, part, sealed) = sealed();
    let mut handle = vault.handle();
    let mut plain = Vec::new();
    for at in 0..sealed.bytes.len() {
        for bit in 0..8 {
            let mut bytes = sealed.bytes.clone();
            bytes[at] ^= 1 << bit;
            let result = handle.open_into(&part, &sealed.commitment, &bytes, &mut plain);
            assert_eq!(result, Err(Closed::Damaged));
            assert!(plain.is_empty());
        }
        let cut = &sealed.bytes[..at];
        let result = handle.open_into(&part, &sealed.commitment, cut, &mut plain);
        assert_eq!(result, Err(Closed::Damaged));
    }
    for at in 0..32 {
        let mut commitment = sealed.commitment;
        commitment[at] ^= 1;
        let result = handle.open_into(&part, &commitment, &sealed.bytes, &mut plain);
        assert_eq!(result, Err(Closed::CommitmentMismatch));
    }
}

#[test]
fn one_event_key_opens_its_part_and_no_other() {
    let (_dir, _, vault, part, sealed) = sealed();
    let mut handle = vault.handle();
    let words = Part { kind: 2, ..part };
    let other = handle.seal(&words, b"other words").unwrap();
    let given = EventKey::from_bytes(*handle.event_key(&part).unwrap().bytes());
    let mut plain = Vec::new();
    given
        .open_into(&part, &sealed.commitment, &sealed.bytes, &mut plain)
        .unwrap();
    assert_eq!(plain, b"the reason");
    let result = given.open_into(&words, &other.commitment, &other.bytes, &mut plain);
    assert_eq!(result, Err(Closed::CommitmentMismatch));
    assert!(!format!("{given:?} {handle:?} {vault:?} {:?}", kek()).contains("07"));
}

#[test]
fn a_key_seals_only_for_its_own_stream_and_class_and_only_what_fits() {
    let (_dir, _, vault, part, _) = sealed();
    let mut handle = vault.handle();
    let wrong_class = Part { class: 5, ..part };
    let wrong_stream = Part {
        stream: stream(9),
        ..part
    };
    for wrong in [wrong_class, wrong_stream] {
        let refused = handle.seal(&wrong, b"x").unwrap_err();
        assert!(matches!(refused, Error::KeyNotOfPart { .. }), "{refused}");
    }
    let most = crate::base::limits::PART_LEN_MAX - 28;
    assert_eq!(
        handle.seal(&part, &vec![0; most]).unwrap().bytes.len(),
        most + 28
    );
    let refused = handle.seal(&part, &vec![0; most + 1]).unwrap_err();
    assert!(matches!(refused, Error::TooLong { .. }), "{refused}");
}

#[test]
fn a_locked_vault_says_why_everything_is_closed() {
    let (dir, path, vault, part, sealed) = sealed();
    let closed = Vault::locked(&path, LOG).unwrap();
    assert!(closed.is_locked() && !vault.is_locked());
    assert_eq!(open(&closed, &part, &sealed), Err(Closed::NoKeyFile));
    assert_eq!(closed.stream_id(Category(1), "x"), Err(Closed::NoKeyFile));
    assert_eq!(closed.actor_id("x"), Err(Closed::NoKeyFile));
    assert!(matches!(
        closed.ensure_key(stream(1), 4),
        Err(Error::Closed(Closed::NoKeyFile))
    ));
    let without_file = Vault::locked(&dir.path().join("absent"), LOG).unwrap();
    assert_eq!(open(&without_file, &part, &sealed), Err(Closed::NoKeyFile));
}

#[test]
fn keys_survive_reopening_and_the_same_question_gets_the_same_key() {
    let (_dir, path, vault, part, sealed) = sealed();
    let wanted = [
        (stream(1), 4),
        (stream(2), 4),
        (stream(2), 5),
        (stream(2), 4),
    ];
    let keys = vault.ensure_keys(&wanted).unwrap();
    assert_eq!((keys[0], keys[1]), (part.key, keys[3]));
    assert_eq!(keys.iter().collect::<HashSet<_>>().len(), 3);
    let pseudonym = vault.stream_id(Category(1), "ZAAK-1").unwrap();
    drop(vault);
    for access in [Access::Write, Access::Read] {
        let again = reopen(&path, access).unwrap();
        assert_eq!((again.len(), again.cut()), (3, None));
        assert_eq!(again.key_of(stream(2), 5), Some(keys[2]));
        assert_eq!(open(&again, &part, &sealed).unwrap(), b"the reason");
        assert_eq!(again.stream_id(Category(1), "ZAAK-1"), Ok(pseudonym));
    }
    let again = reopen(&path, Access::Write).unwrap();
    assert_eq!(again.ensure_keys(&wanted).unwrap(), keys);
}

#[test]
fn a_reader_follows_the_writer_and_makes_no_keys() {
    let (_dir, path, vault) = vault();
    let reader = reopen(&path, Access::Read).unwrap();
    assert!(reader.is_empty());
    let part = part(vault.ensure_key(stream(1), 4).unwrap());
    let sealed = vault.handle().seal(&part, b"new").unwrap();
    assert_eq!(open(&reader, &part, &sealed).unwrap(), b"new");
    assert!(matches!(
        reader.ensure_key(stream(1), 4),
        Err(Error::ReadOnly)
    ));
    assert!(matches!(
        reopen(&path, Access::Write),
        Err(Error::Busy { .. })
    ));
}

#[test]
fn a_vault_refuses_another_key_file_and_another_log() {
    let (_dir, path, vault) = vault();
    drop(vault);
    let before = fs::read(&path).unwrap();
    for other in [Kek::known(1, [8; 32]), Kek::known(2, [7; 32])] {
        let error = Vault::open(&path, LOG, other, Access::Write).unwrap_err();
        assert!(matches!(error, Error::OtherKeyFile { .. }), "{error}");
    }
    let error = Vault::open(&path, [1; 16], kek(), Access::Write).unwrap_err();
    assert!(matches!(error, Error::OtherLog { .. }), "{error}");
    assert!(Vault::create(&path, LOG, kek()).is_err());
    assert_eq!(fs::read(&path).unwrap(), before);
}

/// What a crash while adding a record can leave: the mark of before, and any part of the record.
#[test]
fn a_torn_tail_is_cut_and_reported_whatever_was_left_of_it() {
    let (_dir, path, vault, part, sealed) = sealed();
    let before = fs::read(&path).unwrap();
    vault.ensure_key(stream(2), 4).unwrap();
    drop(vault);
    let record = fs::read(&path).unwrap()[before.len()..].to_vec();
    for kept in 1..record.len() {
        for filler in [&[][..], &[0; 40], &[0xff; 40]] {
            let torn = [&before, &record[..kept], filler].concat();
            if torn[before.len()..].starts_with(&record) {
                // The record ends by chance in the bytes of the filler: it is whole.
                continue;
            }
            fs::write(&path, &torn).unwrap();
            let reader = reopen(&path, Access::Read).unwrap();
            assert_eq!((reader.len(), reader.cut()), (1, None));
            let writer = reopen(&path, Access::Write).unwrap();
            let cut = writer.cut().unwrap();
            assert_eq!(cut.at, before.len() as u64);
            assert_eq!(cut.len, (torn.len() - before.len()) as u64);
            assert_eq!(open(&writer, &part, &sealed).unwrap(), b"the reason");
            writer.ensure_key(stream(3), 4).unwrap();
            drop(writer);
            assert_eq!(reopen(&path, Access::Write).unwrap().len(), 2);
        }
    }
}

#[test]
fn damage_below_the_durable_mark_is_named_and_left_alone() {
    let (_dir, path, vault) = vault();
    vault
        .ensure_keys(&[(stream(1), 1), (stream(2), 1)])
        .unwrap();
    drop(vault);
    let sound = fs::read(&path).unwrap();
    for at in 4096..sound.len() {
        let mut bytes = sound.clone();
        bytes[at] ^= 1;
        fs::write(&path, &bytes).unwrap();
        for access in [Access::Write, Access::Read] {
            match reopen(&path, access) {
                Err(Error::Damaged { offset, .. }) => {
                    assert!(offset <= at as u64 && at as u64 - offset < 107);
                }
                other => unreachable!("byte {at}: {other:?}"),
            }
        }
        assert_eq!(fs::read(&path).unwrap(), bytes);
        fs::write(&path, &sound[..at]).unwrap();
        let error = reopen(&path, Access::Write).unwrap_err();
        assert!(matches!(error, Error::Damaged { .. }), "{error}");
    }
}

#[test]
fn a_destroyed_key_says_by_which_event_even_when_locked() {
    let (_dir, path, vault, part, sealed) = sealed();
    let event = EventId([9; 16]);
    drop(vault);
    let mut bytes = fs::read(&path).unwrap();
    format::write(&Record::Destroyed(part.key, event), &mut bytes);
    fs::write(&path, &bytes).unwrap();
    let expected = Closed::KeyDestroyed {
        key: part.key,
        event,
    };
    let vault = reopen(&path, Access::Write).unwrap();
    assert_eq!(open(&vault, &part, &sealed), Err(expected.clone()));
    let locked = Vault::locked(&path, LOG).unwrap();
    assert_eq!(open(&locked, &part, &sealed), Err(expected));
    assert_ne!(vault.ensure_key(stream(1), 4).unwrap(), part.key);
}

#[test]
fn a_record_of_a_later_release_is_not_skipped() {
    let (_dir, path, vault) = vault();
    drop(vault);
    let mut bytes = fs::read(&path).unwrap();
    let start = bytes.len();
    bytes.extend([0, 0, 200]);
    let check = crc32c::crc32c(&bytes[start..]).to_be_bytes();
    bytes.extend(check);
    fs::write(&path, &bytes).unwrap();
    let error = reopen(&path, Access::Read).unwrap_err();
    assert!(
        matches!(error, Error::Unsupported { found: 200, .. }),
        "{error}"
    );
}

#[test]
fn threads_asking_for_one_purpose_get_one_key() {
    let (_dir, _, vault) = vault();
    let keys: HashSet<_> = std::thread::scope(|scope| {
        let ask = |_| scope.spawn(|| vault.ensure_key(stream(5), 1).unwrap());
        let asked: Vec<_> = (0..8).map(ask).collect();
        asked.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!((keys.len(), vault.len()), (1, 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_sealed_opens_to_the_same(
        plain in proptest::collection::vec(any::<u8>(), 0..2_000),
        event: [u8; 16],
        event_type: u16,
        schema_version: u16,
        kind: u8,
    ) {
        let (_dir, _, vault, part, _) = sealed();
        let part = Part { event: EventId(event), event_type, schema_version, kind, ..part };
        let mut handle = vault.handle();
        let first = handle.seal(&part, &plain).unwrap();
        let second = handle.seal(&part, &plain).unwrap();
        prop_assert_ne!(&first.bytes, &second.bytes);
        prop_assert_eq!(first.commitment, second.commitment);
        prop_assert_eq!(handle.open(&part, &first.commitment, &first.bytes).unwrap(), plain);
    }
}
