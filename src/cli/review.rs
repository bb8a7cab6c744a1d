//! `review`: a round of a theme group, from plan to report, and what municipalities share.

use clap::{ArgMatches, Command};

use super::arguments::noun;
use super::context::Context;
use super::failure::Failure;
use super::{review_record, review_report, review_set, review_share};
use crate::text::Texts;

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    let [plan, write, judge, bundle, answer, close] = review_record::commands(texts);
    noun(texts, "review")
        .subcommand(plan)
        .subcommand(review_set::list(texts))
        .subcommand(review_report::indicators(texts))
        .subcommand(review_set::preview(texts))
        .subcommand(review_set::confirm(texts))
        .subcommand(review_set::draw(texts))
        .subcommand(review_set::show(texts))
        .subcommand(write)
        .subcommand(review_set::open(texts))
        .subcommand(judge)
        .subcommand(bundle)
        .subcommand(answer)
        .subcommand(review_report::obstacles(texts))
        .subcommand(review_report::evidence(texts))
        .subcommand(close)
        .subcommand(review_report::report(texts))
        .subcommand(review_share::key(texts))
        .subcommand(review_share::contribute(texts))
        .subcommand(review_share::merge(texts))
}

/// Hands over to the verb.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("list", matches)) => review_set::run_list(context, matches),
        Some(("indicators", matches)) => review_report::run_indicators(context, matches),
        Some(("preview", matches)) => review_set::run_preview(context, matches),
        Some(("confirm", matches)) => review_set::run_confirm(context, matches),
        Some(("draw", matches)) => review_set::run_draw(context, matches),
        Some(("show", matches)) => review_set::run_show(context, matches),
        Some(("open", matches)) => review_set::run_open(context, matches),
        Some(("obstacles", matches)) => review_report::run_obstacles(context, matches),
        Some(("evidence", matches)) => review_report::run_evidence(context, matches),
        Some(("report", matches)) => review_report::run_report(context, matches),
        Some(("key", matches)) => review_share::run_key(context, matches),
        Some(("contribute", matches)) => review_share::run_contribute(context, matches),
        Some(("merge", matches)) => review_share::run_merge(context, matches),
        Some((name, matches)) => review_record::run(context, name, matches),
        None => Ok(()),
    }
}
