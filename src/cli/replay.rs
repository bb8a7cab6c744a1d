//! `replay`: a dossier step by step, each as it read when it was recorded.

use std::io::{BufRead as _, IsTerminal as _, Write as _};

use clap::{ArgMatches, Command, value_parser};
use serde_json::json;

use super::arguments::{option, positional, switch, verb};
use super::context::Context;
use super::dossier::given_number;
use super::failure::Failure;
use super::lens::Lens;
use super::page::Tone;
use super::story;
use crate::base::Position;
use crate::book::{Access, AsKnown, Book, KnownAt, Standing, Step, Story};
use crate::text::{Texts, Value as Fill};

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    let step = |name: &'static str| {
        option(texts, "replay", name, "count").value_parser(value_parser!(usize))
    };
    verb(texts, "replay")
        .arg(positional(texts, "replay", "number", "number").required(true))
        .arg(step("from"))
        .arg(step("to"))
        .arg(switch(texts, "replay", "all"))
        .args_conflicts_with_subcommands(true)
        .subcommand_negates_reqs(true)
        .subcommand(super::learn::command(texts))
}

/// One step as it was known then, with where the dossier stood before and after it.
struct Moment {
    story: Story,
    number: usize,
    before: Standing,
    after: Standing,
}

impl Moment {
    fn step(&self) -> Option<&Step> {
        self.story
            .steps
            .iter()
            .find(|step| step.number == self.number)
    }
}

/// A replay under way: the positions of its steps, and the moments that were looked at.
struct Replay<'a> {
    book: &'a Book,
    number: &'a str,
    places: Vec<(usize, Position)>,
}

impl Replay<'_> {
    /// The dossier right after the step at a place, shielded words closed, later corrections not
    /// yet made.
    fn moment(&self, place: usize) -> Result<Option<Moment>, Failure> {
        let Some((number, position)) = self.places.get(place).copied() else {
            return Ok(None);
        };
        let known = |position| AsKnown {
            known_at: Some(KnownAt::Position(position)),
            valid_on: None,
        };
        let story = self.book.story(self.number, known(position.next()))?;
        let after = story.standing();
        // What was known before it is the same story without its last step.
        let before = match self.book.story(self.number, known(position)) {
            Ok(story) => story.standing(),
            Err(crate::book::Error::NoSuchDossier { .. }) => Standing::default(),
            Err(other) => return Err(other.into()),
        };
        Ok(Some(Moment {
            story,
            number,
            before,
            after,
        }))
    }
}

/// Shows the dossier step by step.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    if let Some(("learn", matches)) = matches.subcommand() {
        return super::learn::run(context, matches);
    }
    let number = given_number(matches);
    let book = context.open(Access::Read)?;
    let story = book.story(number, AsKnown::default())?;
    let count = story.steps.len();
    let from = matches.get_one::<usize>("from").copied().unwrap_or(1);
    let to = matches.get_one::<usize>("to").copied().unwrap_or(count);
    let within = |step: &&Step| (from..=to).contains(&step.number);
    let places: Vec<_> = story
        .steps
        .iter()
        .filter(within)
        .map(|step| (step.number, step.recorded.position))
        .collect();
    if places.is_empty() {
        return Err(Failure::usage("replay-no-steps", count.to_string()));
    }
    let replay = Replay {
        book: &book,
        number,
        places,
    };
    if context.json {
        return as_json(context, &replay);
    }
    let terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let mut page = context.page();
    let values: [(&str, Fill<'_>); 2] = [("number", number.into()), ("count", count.into())];
    page.title(&context.texts.with("replay-title", &values));
    context.show(&page)?;
    if terminal && !matches.get_flag("all") {
        return by_hand(context, &replay);
    }
    for place in 0..replay.places.len() {
        show(context, &replay, place)?;
    }
    Ok(())
}

/// Goes on at Enter, back at `b`, and stops at `q`.
fn by_hand(context: &Context, replay: &Replay<'_>) -> Result<(), Failure> {
    let mut place = 0;
    let mut input = std::io::stdin().lock();
    loop {
        show(context, replay, place)?;
        let last = place + 1 == replay.places.len();
        let key = if last {
            "replay-keys-last"
        } else {
            "replay-keys"
        };
        let mut out = context.out();
        write!(out, "\n{} ", context.texts.get(key))?;
        out.flush()?;
        let mut typed = String::new();
        if input.read_line(&mut typed)? == 0 {
            return Ok(());
        }
        match typed.trim().to_lowercase().as_str() {
            "q" | "!" => return Ok(()),
            "b" | "<" => place = place.saturating_sub(1),
            _ if last => return Ok(()),
            _ => place += 1,
        }
    }
}

fn show(context: &Context, replay: &Replay<'_>, place: usize) -> Result<(), Failure> {
    let Some(moment) = replay.moment(place)? else {
        return Ok(());
    };
    let texts = &context.texts;
    let mut page = context.page();
    page.raw("");
    let catalogues = replay.book.catalogues()?;
    let lens = Lens::new(texts, catalogues, &moment.story, replay.book.now().day());
    if let Some(step) = moment.step() {
        story::tell(&mut page, &lens, &moment.story, step);
    }
    let changed = changes(texts, &moment);
    let line = if changed.is_empty() {
        texts.get("replay-same")
    } else {
        let changes = changed.join("; ");
        texts.with("replay-changed", &[("changes", changes.into())])
    };
    page.hanging(5, "→ ", Tone::Strong, &line);
    context.show(&page)
}

/// What the step changed in where the dossier stands.
fn changes(texts: &Texts, moment: &Moment) -> Vec<String> {
    let Moment { before, after, .. } = moment;
    let mut told = Vec::new();
    if before.lead != after.lead {
        let nobody = texts.get("replay-nobody");
        let name = |lead: &Option<String>| lead.clone().unwrap_or_else(|| nobody.to_string());
        let values: [(&str, Fill<'_>); 2] = [
            ("before", name(&before.lead).into()),
            ("after", name(&after.lead).into()),
        ];
        told.push(texts.with("replay-lead", &values).into_owned());
    }
    let lists = [
        ("instrument", &before.instruments, &after.instruments),
        ("goal", &before.goals, &after.goals),
        ("decision", &before.decisions, &after.decisions),
    ];
    for (kind, before, after) in lists {
        let mut tell = |key: &str, steps: Vec<String>| {
            if !steps.is_empty() {
                let key = format!("replay-{kind}-{key}");
                let steps = texts.list(&steps);
                told.push(texts.with(&key, &[("steps", steps.into())]).into_owned());
            }
        };
        let only = |these: &[usize], those: &[usize]| -> Vec<String> {
            let only = these.iter().filter(|step| !those.contains(step));
            only.map(|step| format!("#{step}")).collect()
        };
        tell("added", only(after, before));
        tell("gone", only(before, after));
    }
    told
}

fn as_json(context: &Context, replay: &Replay<'_>) -> Result<(), Failure> {
    let standing = |standing: &Standing| {
        json!({
            "lead": standing.lead,
            "instruments": standing.instruments,
            "goals": standing.goals,
            "decisions": standing.decisions,
        })
    };
    let mut steps = Vec::new();
    for place in 0..replay.places.len() {
        let Some(moment) = replay.moment(place)? else {
            continue;
        };
        let Some(step) = moment.step() else {
            continue;
        };
        steps.push(json!({
            "number": step.number,
            "event": step.recorded.event.event_type().name(),
            "id": step.recorded.id.to_string(),
            "position": step.recorded.position.0,
            "recorded_at": step.recorded.recorded_at.to_string(),
            "common": step.common,
            "data": step.data,
            "later_corrected": step.later_corrected,
            "shielded": step.shielded,
            "changes": changes(&context.texts, &moment),
            "standing": standing(&moment.after),
        }));
    }
    context.show_json(&json!({ "dossier": replay.number, "steps": steps }))
}
