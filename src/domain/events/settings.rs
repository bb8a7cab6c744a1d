//! Catalogues as events: principles, triangle questions, instruments, law, retention, norms.

use crate::base::Day;
use crate::domain::codes::{CatalogueKind, Lever};
use crate::domain::macros::record;
use crate::domain::values::{Code, Decimal, Text};

record! {
    /// One entry of a catalogue.
    pub struct CatalogueEntry {
        /// Its key, such as `P5` or `stilte_weken`.
        key: Code,
        /// Its name in Dutch.
        name: Text,
        /// Its name in English.
        name_en: Option<Text>,
        /// Its full text.
        text: Option<Text>,
        /// Its number: a norm, a term, a greatest duration.
        number: Option<Decimal>,
        /// Unit of the number.
        unit: Option<Code>,
        /// The lever of an instrument.
        lever: Option<Lever>,
        /// Where it comes from.
        source: Option<Text>,
    }

    /// A catalogue was adopted: from its day on it replaces the edition before it.
    pub struct CatalogueAdopted {
        /// Which catalogue.
        catalogue: CatalogueKind,
        /// Name of the edition.
        edition: Code,
        /// First day on which it holds.
        valid_from: Day,
        /// Its entries.
        entries: Vec<CatalogueEntry> [Form],
        /// Where it comes from.
        source: Option<Text>,
    }
}
