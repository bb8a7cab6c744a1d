//! The catalogues of the book: first editions, and what holds today.

use std::sync::{Arc, PoisonError};

use serde_json::Value;

use super::error::Error;
use super::opening::Book;
use super::record::{Recording, SETTINGS_NAME};
use crate::base::Timestamp;
use crate::domain::Catalogues;
use crate::domain::events::registry::StreamKind;
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
            let edition: Value = serde_json::from_str(text).map_err(|error| Error::Config {
                path: format!("{name}.json").into(),
                what: error.to_string(),
            })?;
            self.adopt(&format!("weegboek/eerste-editie/{name}"), edition, at)?;
        }
        Ok(())
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
