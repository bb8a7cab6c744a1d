//! Without the key: what can still be read and checked, and what stays closed with a reason.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use weegboek::book::{Access, AsKnown, Book, Error, Kind, Notice, Recording};
use weegboek::store::{NotRead, Opening};
use weegboek::vault::Closed;
use weegboek::{log, store, vault};

use crate::support::{Scene, items, line};

/// A book with the whole dossier, closed, and where its key file is.
fn closed_book() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let Scene { book, dir } = Scene::after("closed");
    let path = dir.path().join("boek");
    let key = path.join(&book.config().key_file);
    book.close().unwrap();
    (dir, path, key)
}

fn vault_error(error: &Error) -> &vault::Error {
    match error {
        Error::Store(store::Error::Vault(error)) => error,
        other => panic!("{other}"),
    }
}

#[test]
fn without_the_key_file_the_log_is_read_in_order_and_says_why_it_is_closed() {
    let (_dir, path, key) = closed_book();
    let before = items(&Book::open(&path, Access::Read).unwrap(), Opening::Words);
    fs::rename(&key, path.join("elders")).unwrap();
    let book = Book::open(&path, Access::Read).unwrap();
    assert_eq!(book.notices(), [Notice::Locked { path: key.clone() }]);
    for opening in [Opening::Facts, Opening::Words] {
        let found = items(&book, opening);
        assert_eq!(found.len(), before.len());
        for (item, before) in found.iter().zip(&before) {
            assert_eq!(item.entry, before.entry);
            assert!(matches!(
                &item.content,
                Err(NotRead::Closed(Closed::NoKeyFile))
            ));
        }
    }
    // Checking needs no key, and everything that needs one says so.
    let report = log::check(&path.join(&book.config().log_dir)).unwrap();
    assert!(report.is_sound(), "{:?}", report.damages);
    assert_eq!(report.events, before.len() as u64);
    for error in [
        book.story("D-1", AsKnown::default()).err().unwrap(),
        book.dossiers(AsKnown::default()).err().unwrap(),
    ] {
        let closed = matches!(error, Error::Store(store::Error::Closed(Closed::NoKeyFile)));
        assert!(closed, "{error}");
        assert_eq!(error.kind(), Kind::Io);
    }
    let error = book.record(&line("lead"), &Recording::default());
    assert!(matches!(error, Err(Error::ReadOnly)));
    drop(book);

    let error = Book::open(&path, Access::Write).err().unwrap();
    assert!(
        matches!(vault_error(&error), vault::Error::KeyFileAbsent { .. }),
        "{error}"
    );
    assert!(error.to_string().contains("kek"), "{error}");
    assert_eq!(error.kind(), Kind::Io);
    // Put back, everything opens again, and nothing was written meanwhile.
    fs::rename(path.join("elders"), &key).unwrap();
    let book = Book::open(&path, Access::Write).unwrap();
    let after = items(&book, Opening::Words);
    assert_eq!(after.len(), before.len());
    for (after, before) in after.iter().zip(&before) {
        assert_eq!(
            after.content.as_ref().unwrap(),
            before.content.as_ref().unwrap()
        );
    }
}

#[test]
fn a_key_file_that_others_can_read_is_refused() {
    let (_dir, path, key) = closed_book();
    for mode in [0o644, 0o640, 0o604, 0o660, 0o601] {
        fs::set_permissions(&key, fs::Permissions::from_mode(mode)).unwrap();
        for access in [Access::Read, Access::Write] {
            let error = Book::open(&path, access).err().unwrap();
            let exposed = matches!(vault_error(&error), vault::Error::KeyFileExposed { .. });
            assert!(exposed, "{mode:o}: {error}");
        }
    }
    fs::set_permissions(&key, fs::Permissions::from_mode(0o400)).unwrap();
    Book::open(&path, Access::Read).unwrap();
}

#[test]
fn the_key_file_and_the_keys_are_for_their_owner_alone() {
    let (_dir, path, key) = closed_book();
    let mode = |path: &PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&key), 0o600);
    assert_eq!(mode(&key.parent().unwrap().to_owned()) & 0o077, 0);
    let keys = path.join("vault/keys");
    assert_eq!(mode(&keys) & 0o077, 0, "{:o}", mode(&keys));
}

#[test]
fn the_key_of_another_book_is_refused() {
    let (_dir, path, key) = closed_book();
    let (_other_dir, _, other_key) = closed_book();
    fs::remove_file(&key).unwrap();
    fs::copy(&other_key, &key).unwrap();
    fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
    for access in [Access::Read, Access::Write] {
        let error = Book::open(&path, access).err().unwrap();
        assert_eq!(error.kind(), Kind::Io, "{error}");
        assert!(
            matches!(error, Error::Store(store::Error::Vault(_))),
            "{error}"
        );
    }
}

#[test]
fn a_key_file_with_a_typing_error_is_told_as_damage() {
    let (_dir, path, key) = closed_book();
    let text = fs::read_to_string(&key).unwrap();
    let at = text.find("key ").unwrap() + 10;
    let digit = if &text[at..=at] == "0" { "1" } else { "0" };
    let typo = format!("{}{digit}{}", &text[..at], &text[at + 1..]);
    for wrong in [typo.as_str(), "", "iets anders", &text[..60]] {
        fs::write(&key, wrong).unwrap();
        let error = Book::open(&path, Access::Read).err().unwrap();
        let damaged = matches!(vault_error(&error), vault::Error::KeyFileDamaged { .. });
        assert!(damaged, "{wrong:?}: {error}");
        assert_eq!(error.kind(), Kind::Damage);
    }
}
