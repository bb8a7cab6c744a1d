//! Synthetic dossiers: what a municipality could have recorded, made up from a seed.
//!
//! Every dossier is made by itself out of the seed and its number, so that memory does not grow
//! with their count and several threads can each make their own. Nothing here is about anybody.

mod case;
mod choice;
mod ending;
mod intake;
mod organisation;
mod plan;
mod rng;
mod sentences;
mod weighing;
mod words;

use weegboek::exchange::Line;

pub(crate) use plan::{Block, Lateness, Options, Plan};

/// What stays together: the lines of one dossier, or those of the organisation about a block.
#[derive(Debug, Clone)]
pub(crate) struct Whole {
    /// Number of the dossier; none for the organisation.
    #[allow(dead_code, reason = "not every tool that shares this needs it")]
    pub(crate) dossier: Option<String>,
    /// Its lines, in the order of recording.
    pub(crate) lines: Vec<Line>,
}

/// One dossier: number `index`, with exactly `len` events.
pub(crate) fn dossier(options: &Options, index: u64, len: u64) -> Whole {
    let mut case = case::Case::new(options, index, len);
    intake::run(&mut case);
    while !case.full() {
        if case.left() < 15 && case.rng.chance(750) {
            ending::run(&mut case);
        } else {
            choice::run(&mut case);
        }
    }
    Whole {
        dossier: Some(case.number.clone()),
        lines: case.lines,
    }
}

/// What the organisation did about the dossiers of a block.
pub(crate) fn organisation(options: &Options, block: &Block, made: &[Whole]) -> Whole {
    Whole {
        dossier: None,
        lines: organisation::run(options, block, made),
    }
}

/// The dossiers of a block and what the organisation did about them.
pub(crate) fn block(options: &Options, block: &Block) -> Vec<Whole> {
    let mut made: Vec<Whole> = block
        .lens
        .iter()
        .zip(block.first..)
        .map(|(len, index)| dossier(options, index, *len))
        .collect();
    if block.organisation > 0 {
        let own = organisation(options, block, &made);
        made.push(own);
    }
    made
}
