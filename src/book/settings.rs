//! The catalogues of the book: first editions, and what holds today.

use std::sync::{Arc, PoisonError};

use serde_json::Value;

use super::error::Error;
use super::opening::Book;
use super::record::{Recording, SETTINGS_NAME};
use crate::base::{Day, Timestamp};
use crate::domain::Catalogues;
use crate::domain::codes::CatalogueKind;
use crate::domain::events::registry::StreamKind;
use crate::domain::events::settings::CatalogueAdopted;
use crate::exchange::Line;
use crate::store::Opening;

/// The built-in first editions, in the form in which a municipality records its own.
const FIRST_EDITIONS: [(&str, &str); 9] = [
    (
        "principes",
        include_str!("../domain/editions/principes.json"),
    ),
    (
        "waardendriehoek",
        include_str!("../domain/editions/waardendriehoek.json"),
    ),
    (
        "instrumenten",
        include_str!("../domain/editions/instrumenten.json"),
    ),
    (
        "rechtsbronnen",
        include_str!("../domain/editions/rechtsbronnen.json"),
    ),
    (
        "bewaartermijnen",
        include_str!("../domain/editions/bewaartermijnen.json"),
    ),
    ("normen", include_str!("../domain/editions/normen.json")),
    ("woorden", include_str!("../domain/editions/woorden.json")),
    (
        "toetsinstrument",
        include_str!("../domain/editions/toetsinstrument.json"),
    ),
    (
        "afschermwoorden",
        include_str!("../domain/editions/afschermwoorden.json"),
    ),
];

/// A catalogue and its editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editions {
    /// Its name.
    pub catalogue: &'static str,
    /// Name of each edition, and the first day on which it holds.
    pub editions: Vec<(String, Day)>,
}

/// Code under which the book itself records.
pub(super) const BOOK_ACTOR: &str = "WEEGBOEK";

impl Book {
    /// Every edition of every catalogue that was recorded.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn catalogues(&self) -> Result<Arc<Catalogues>, Error> {
        if let Some(kept) = self.kept_catalogues() {
            return Ok(kept);
        }
        let stream = self
            .store
            .stream(StreamKind::Settings.category(), SETTINGS_NAME)?;
        // Held while reading, so that what is forgotten meanwhile is not put back.
        let mut kept = self
            .catalogues
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        let version = self.store.stream_head(stream)?.map(|head| head.version);
        if version.is_some() && kept.0 == version {
            return Ok(Arc::clone(&kept.1));
        }
        let events = self.store.read_stream(stream, Opening::Words)?;
        let folded = Arc::new(
            events
                .iter()
                .fold(Catalogues::default(), Catalogues::evolve),
        );
        let version = events.last().map(|recorded| recorded.version);
        *kept = (version, Arc::clone(&folded));
        Ok(folded)
    }

    /// The catalogues in memory, when nobody but this book can have recorded others since.
    fn kept_catalogues(&self) -> Option<Arc<Catalogues>> {
        self.writer.as_ref()?;
        let kept = self
            .catalogues
            .read()
            .unwrap_or_else(PoisonError::into_inner);
        kept.0.map(|_| Arc::clone(&kept.1))
    }

    /// Lets the catalogues be read anew: an edition was recorded.
    pub(super) fn forget_catalogues(&self) {
        self.catalogues
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .0 = None;
    }

    /// Records the built-in first editions.
    pub(super) fn adopt_first_editions(&self, at: Option<Timestamp>) -> Result<(), Error> {
        for (name, text) in FIRST_EDITIONS {
            self.adopt_first(name, text, at)?;
        }
        Ok(())
    }

    fn adopt_first(&self, name: &str, text: &str, at: Option<Timestamp>) -> Result<(), Error> {
        let edition: Value = serde_json::from_str(text).map_err(|error| Error::Config {
            path: format!("{name}.json").into(),
            what: error.to_string(),
        })?;
        self.adopt(&format!("weegboek/eerste-editie/{name}"), edition, at)
    }

    /// Records the built-in first edition of a catalogue of which the book has no edition: one
    /// that was made before that catalogue came with the program. Gives whether it was recorded
    /// now; nothing changes when there is an edition.
    ///
    /// # Errors
    /// [`Error::ReadOnly`], [`Error::Store`].
    pub fn adopt_built_in(&self, kind: CatalogueKind) -> Result<bool, Error> {
        if self.catalogues()?.editions_of(kind).next().is_some() {
            return Ok(false);
        }
        let built_in = FIRST_EDITIONS.iter().find(|(name, _)| *name == kind.code());
        let Some((name, text)) = built_in else {
            return Err(Error::NoEdition { catalogue: kind });
        };
        self.adopt_first(name, text, None)?;
        Ok(true)
    }

    /// Records the built-in first edition of every catalogue of which the book has none; gives
    /// their names.
    ///
    /// # Errors
    /// As [`Book::adopt_built_in`].
    pub fn adopt_all_built_in(&self) -> Result<Vec<&'static str>, Error> {
        let mut adopted = Vec::new();
        for kind in CatalogueKind::ALL {
            if self.adopt_built_in(*kind)? {
                adopted.push(kind.code());
            }
        }
        Ok(adopted)
    }

    /// The edition of a catalogue that holds on a day. There is none only in a book that was made
    /// before that catalogue came with the program; then nothing stands in for it.
    ///
    /// # Errors
    /// [`Error::NoEdition`], [`Error::Store`].
    pub fn edition_on(&self, kind: CatalogueKind, day: Day) -> Result<CatalogueAdopted, Error> {
        let catalogues = self.catalogues()?;
        let found = catalogues.on(kind, day).cloned();
        found.ok_or(Error::NoEdition { catalogue: kind })
    }

    /// Every catalogue with its editions, in the order of recording.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn editions(&self) -> Result<Vec<Editions>, Error> {
        let catalogues = self.catalogues()?;
        let of = |kind: CatalogueKind| Editions {
            catalogue: kind.code(),
            editions: catalogues
                .editions_of(kind)
                .map(|edition| (edition.edition.0.clone(), edition.valid_from))
                .collect(),
        };
        Ok(CatalogueKind::ALL.iter().copied().map(of).collect())
    }

    /// Records the norms of the worked cases: nobody in them exists, so every group may show
    /// (domain.md §6).
    pub(super) fn adopt_norms_of_practice(&self, at: Option<Timestamp>) -> Result<(), Error> {
        let text = include_str!("../domain/editions/normen.json");
        let mut edition: Value = serde_json::from_str(text).map_err(|error| Error::Config {
            path: "normen.json".into(),
            what: error.to_string(),
        })?;
        edition["edition"] = Value::from("oefenset");
        edition["source"] = Value::from("Oefenset: verzonnen zaken, dus ook een kleine groep mag");
        for entry in edition["entries"].as_array_mut().into_iter().flatten() {
            if (entry["key"].as_str()).is_some_and(|key| key.starts_with("kleinste_groep")) {
                entry["number"] = Value::from(1);
            }
        }
        self.adopt("weegboek/oefenset/normen", edition, at)
    }

    fn adopt(&self, id: &str, edition: Value, at: Option<Timestamp>) -> Result<(), Error> {
        let day = at.unwrap_or_else(|| self.now()).day();
        let mut line = Line {
            event: "catalogue_adopted".to_owned(),
            id: Some(id.to_owned()),
            ..Line::default()
        };
        if let Value::Object(data) = edition {
            line.data = data;
        }
        for (key, value) in [
            ("occurred_on", day.to_string().as_str()),
            ("actor", BOOK_ACTOR),
            ("role", "BH"),
        ] {
            line.common.insert(key.to_owned(), Value::from(value));
        }
        if self.config.municipality.is_empty() {
            line.common
                .insert("municipality".to_owned(), Value::from("weegboek"));
        }
        self.record(&line, &Recording { expected: None, at })?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Init;

    /// A book as it was made when seven catalogues came with the program.
    fn old(dir: &std::path::Path) -> Book {
        let init = Init {
            municipality: "Rietdam".to_owned(),
            ..Init::default()
        };
        let book = Book::make(dir, &init).unwrap();
        for (name, text) in &FIRST_EDITIONS[..7] {
            book.adopt_first(name, text, None).unwrap();
        }
        book.config.write(dir).unwrap();
        book
    }

    #[test]
    fn an_old_book_says_what_it_has_no_edition_of_and_adopts_it_once() {
        let place = tempfile::tempdir().unwrap();
        let dir = place.path().join("boek");
        let book = old(&dir);
        let day = book.now().day();
        let absent = [CatalogueKind::AuditInstrument, CatalogueKind::ShieldedWords];
        for kind in CatalogueKind::ALL {
            let found = book.edition_on(*kind, day);
            if absent.contains(kind) {
                let error = found.unwrap_err();
                assert!(
                    matches!(error, Error::NoEdition { catalogue } if catalogue == *kind),
                    "{error}"
                );
            } else {
                assert_eq!(found.unwrap().catalogue, *kind);
            }
        }
        let head = || book.store().head().unwrap().next.0;
        assert_eq!(head(), 7);
        assert!(!book.adopt_built_in(CatalogueKind::Norms).unwrap());
        assert_eq!(head(), 7, "what is there stays as it is");
        assert!(book.adopt_built_in(CatalogueKind::AuditInstrument).unwrap());
        assert!(!book.adopt_built_in(CatalogueKind::AuditInstrument).unwrap());
        assert_eq!(book.adopt_all_built_in().unwrap(), ["afschermwoorden"]);
        assert!(book.adopt_all_built_in().unwrap().is_empty());
        assert_eq!(head(), 9);
        // It is what a new book begins with, and another process finds it too.
        book.close().unwrap();
        let old = Book::open(&dir, crate::book::Access::Read).unwrap();
        let new = Book::init(&place.path().join("nieuw"), &Init::default()).unwrap();
        for kind in absent {
            let edition = |book: &Book| book.edition_on(kind, day).unwrap();
            assert_eq!(edition(&old), edition(&new));
        }
        assert_eq!(old.editions().unwrap(), new.editions().unwrap());
        assert!(matches!(
            old.adopt_built_in(CatalogueKind::Norms),
            Ok(false)
        ));
    }
}
