//! Tables of the settings: catalogues and norms by the days on which they hold.

use super::macros::tables;

/// The day after every day: `valid_until_day` of what holds still.
pub const OPEN_END: i64 = 99_999_999;

tables! {
    /// One row for each catalogue entry of an edition.
    Open CatalogueEntries CATALOGUE_ENTRIES "catalogue_entries" from [catalogue_adopted] {
        /// which catalogue
        req catalogue: Code("catalogue"),
        /// name of the edition
        req edition: Key,
        /// its key
        req key: Key,
        /// its number
        opt number: Real,
        /// unit of the number
        opt unit: Key,
        /// lever of an instrument
        opt lever: Code("lever"),
        /// first day on which it holds
        req valid_from_day: Day,
        /// first day on which it holds no more; 99999999 while nothing replaces it
        req valid_until_day: Day,
    }

    /// One row for each norm of an edition.
    Open Norms NORMS "norms" from [catalogue_adopted] {
        /// its key, such as `stilte_weken`
        req key: Key,
        /// its number
        req number: Real,
        /// first day on which it holds; -99999999 for the first edition, which holds for all
        /// earlier days too
        req valid_from_day: Day,
        /// first day on which it holds no more; 99999999 while nothing replaces it
        req valid_until_day: Day,
    }
}
