//! Why a question was not answered, in the words of the reader.

use super::ask_list::fault;
use crate::book::errors::AskError;
use crate::text::{Texts, Value};

/// The key of the trouble, of what was kept, and the values they name.
pub(super) type Named = (
    &'static str,
    &'static str,
    Vec<(&'static str, Value<'static>)>,
);

/// Names the trouble.
pub(super) fn named(texts: &Texts, error: &AskError) -> Named {
    let kept = "cli-kept-ask";
    let path = |path: &std::path::Path| vec![("path", path.display().to_string().into())];
    let given = |text: &str| vec![("given", text.to_owned().into())];
    match error {
        AskError::NoSuchQuestion { name } => ("ask-no-question", kept, given(name)),
        AskError::Faulty(faulty) => {
            let mut values = given(&faulty.file);
            values.push(("why", fault(texts, &faulty.fault).into()));
            ("ask-faulty", kept, values)
        }
        AskError::NoSuchGroup {
            code,
            group,
            groups,
        } => {
            let mut values = given(group);
            values.push(("code", code.clone().into()));
            values.push(("groups", groups.clone().into()));
            ("ask-no-group", kept, values)
        }
        AskError::GroupsByPerson { group } => ("ask-person", kept, given(group)),
        AskError::TeamNeeded => ("ask-team-needed", kept, Vec::new()),
        AskError::DossierNeeded { code } => ("ask-dossier-needed", kept, given(code)),
        AskError::NoDossier { code } => ("ask-no-dossier", kept, given(code)),
        AskError::EmptyPeriod => ("ask-empty-period", kept, Vec::new()),
        AskError::Columns {
            code,
            found,
            wanted,
        } => {
            let mut values = given(code);
            values.push(("found", found.clone().into()));
            values.push(("wanted", wanted.clone().into()));
            ("ask-columns", kept, values)
        }
        AskError::Contribution { code, row, what } => {
            let mut values = given(code);
            values.push(("row", row.to_string().into()));
            values.push(("why", (*what).into()));
            ("ask-contribution", kept, values)
        }
        AskError::TooMuch { code } => ("ask-too-much", kept, given(code)),
        AskError::MemoryDamaged { path: file } => ("ask-memory-damaged", kept, path(file)),
        AskError::MemoryBusy { path: file } => ("ask-memory-busy", kept, path(file)),
        AskError::MemoryFull { path: file } => ("ask-memory-full", kept, path(file)),
    }
}
