//! The errors of the rooms below, for whoever explains them to a person.

pub use super::asking::AskError;
pub use crate::base::time::NotATime;
pub use crate::exchange::LineError;
pub use crate::exchange::ocel::Error as OcelError;
pub use crate::exchange::xes::{Error as XesError, Problem as XesProblem};
pub use crate::host::Error as HostError;
pub use crate::log::{Damage, Error as LogError};
pub use crate::store::Error as StoreError;
pub use crate::vault::{Closed as KeyClosed, Error as VaultError};
pub use crate::views::Error as ViewsError;
