//! Signals: questions to a colleague that follow from the facts (domain.md §5, F01–F35).
//!
//! Owns what each signal means, when it holds, and when it is answered; and the dates that are to
//! be kept. Never refuses, never changes a benefit, a decision or an order, never speaks about a
//! person. Invariants:
//!
//! * S1: a signal is an interval of days that follows from the facts known, whatever day it is
//!   asked on; it is written as soon as the facts say that it will come.
//! * S2: every number is the norm of the day that counts; without that norm there is no signal.
//! * S3: after an event only the kinds that listen to it can change ([`affected`]).
//! * S4: an answered signal stays to be seen, as answered.

mod across;
mod answered;
mod burden;
mod contact;
mod dossier;
mod feed;
mod instrument;
mod kind;
mod like_cases;
mod organisation;
mod over_time;
mod promises;
mod seen;
mod signal;
mod situation;
mod tally;
mod terms;
mod voice;
mod weighing;

pub use across::{Bundled, Excepted, Held, Justified, exceptions_not_bundled, same_justification};
pub use answered::{Answer, answers, state};
pub use burden::{Change, Minutes, burden, burden_of};
pub use dossier::{affected, of, of_kind, of_kinds};
pub use feed::{Feed, Filled};
pub use kind::{Scope, SignalKind, Theme};
pub use like_cases::{Decided, decided_differently};
pub use over_time::{Norms, Span, over_time};
pub use promises::{Promised, promised};
pub use seen::is_work_search;
pub use signal::{Answered, Signal, State};
pub use tally::{Counted, Tally, put_right};
pub use terms::{Term, TermKind, terms};
pub use voice::{Trajectory, Voice, voices_missing, voices_missing_of};
