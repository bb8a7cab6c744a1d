//! Agreement: how far persons who judged the same things say the same.
//!
//! Ratings come as one row per judged thing and one cell per judge; `None` where a judge did not
//! judge. Chance-corrected figures say how much more they agree than their own habits would give.

pub mod alpha;
pub mod kappa;
mod seeded;

pub use alpha::{Alpha, Scale, krippendorff, krippendorff_interval};
pub use kappa::{Kappa, Weights, cohen, fleiss, gwet, percent};

/// Why there is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoAgreement {
    /// Nothing was judged by at least two.
    #[error("nothing was judged by at least two persons")]
    NothingInCommon,
    /// The rows do not all have the cells they should.
    #[error("the ratings do not form a table")]
    NotATable,
    /// Everybody gave everything the same judgement, so chance explains all agreement.
    #[error("everybody gave everything the same judgement")]
    NoVariation,
}
