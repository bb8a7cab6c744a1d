//! How an import goes: dossiers that stand alone first, then what hangs together.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use super::error::Error;
use super::form;
use super::import::{Options, Report};
use super::lines::{Lines, ReadSeek};
use super::opening::Book;
use super::planning::{Numbered, Plan, Planned};
use crate::base::limits::APPEND_EVENTS_MAX;
use crate::base::{EventId, Expected, StreamId, Timestamp};
use crate::domain::EventType;
use crate::domain::events::registry::StreamKind;

/// Events that are written together: enough to share a sync, few enough to hold.
const TOGETHER: usize = 1_024;

/// Which dossiers of a file were dealt with.
pub(super) struct Found<'a> {
    lines: &'a Lines,
    /// By group: what became of it.
    fate: Vec<Fate>,
    /// Lines of no dossier that were refused.
    refused: BTreeSet<u64>,
    /// Whether something was referred to that is not decided yet.
    waits: Cell<bool>,
}

/// What became of a dossier.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Open,
    Held,
    Done,
    Out,
}

impl<'a> Found<'a> {
    pub(super) fn new(lines: &'a Lines, together: bool) -> Self {
        let mut found = Self {
            lines,
            fate: vec![if together { Fate::Held } else { Fate::Open }; lines.groups.len()],
            refused: BTreeSet::new(),
            waits: Cell::new(false),
        };
        found.set(0, Fate::Held);
        found
    }

    pub(super) fn fate(&self, group: u32) -> Fate {
        let at = usize::try_from(group).unwrap_or(usize::MAX);
        self.fate.get(at).copied().unwrap_or(Fate::Out)
    }

    fn set(&mut self, group: u32, fate: Fate) {
        let at = usize::try_from(group).unwrap_or(usize::MAX);
        if let Some(place) = self.fate.get_mut(at) {
            *place = fate;
        }
    }

    /// The type of an event that stands in the file before a line and does not stay out.
    fn before(&self, number: u64, group: u32, id: EventId) -> Option<EventType> {
        let place = self.lines.find(id)?;
        let out = self.fate(place.group) == Fate::Out || self.refused.contains(&place.number);
        if place.number >= number || place.group == group || out {
            return None;
        }
        if self.fate(place.group) != Fate::Done {
            self.waits.set(true);
        }
        place.event_type
    }
}

impl Book {
    /// Decides and writes the dossiers that stand by themselves, one after another.
    pub(super) fn each_alone(
        &self,
        input: &mut dyn ReadSeek,
        found: &mut Found<'_>,
        options: Options,
        report: &mut Report,
        progress: &mut dyn FnMut(u64),
    ) -> Result<(), Error> {
        let lines = found.lines;
        let mut plan = Plan::new(self, false)?;
        let mut ready: Vec<Planned> = Vec::new();
        for group in 1..u32::try_from(lines.groups.len()).unwrap_or(u32::MAX) {
            plan.clear();
            found.waits.set(false);
            let mut planned = Vec::new();
            let mut refused = Vec::new();
            for numbered in lines.read(input, lines.of_group(group))? {
                // What belongs to a round waits for the plan of that round, which is of no dossier.
                if numbered
                    .line
                    .data
                    .get("round")
                    .is_some_and(|it| !it.is_null())
                {
                    found.waits.set(true);
                    refused.clear();
                    break;
                }
                let before = |id| found.before(numbered.number, group, id);
                match plan.decide(&numbered, &before) {
                    Ok(one) => planned.push(one),
                    Err(why) => refused.push(*why),
                }
            }
            if !refused.is_empty() {
                report.refused.append(&mut refused);
                found.set(group, Fate::Out);
                progress(lines.count(group));
            } else if found.waits.get() {
                found.set(group, Fate::Held);
            } else {
                found.set(group, Fate::Done);
                report.dossiers += u64::from(planned.iter().any(|one| !one.there));
                progress(lines.count(group));
                if ready.len() + planned.len() > TOGETHER {
                    self.settle(std::mem::take(&mut ready), options, report)?;
                }
                ready.append(&mut planned);
            }
        }
        self.settle(ready, options, report)
    }

    fn settle(
        &self,
        planned: Vec<Planned>,
        options: Options,
        report: &mut Report,
    ) -> Result<(), Error> {
        if options.dry_run {
            for one in &planned {
                report.events += u64::from(!one.there);
                report.already_there += u64::from(one.there);
            }
            return Ok(());
        }
        self.write(planned, report)
    }

    /// Decides what was held back, in the order of the file or of the moments that are kept, again
    /// and again until nothing more has to stay out.
    pub(super) fn held_together(
        &self,
        input: &mut dyn ReadSeek,
        found: &mut Found<'_>,
        options: Options,
        report: &mut Report,
    ) -> Result<Vec<Held>, Error> {
        let lines = found.lines;
        let mut which: Vec<u32> = (0_u32..)
            .zip(&lines.places)
            .filter(|(_, place)| found.fate(place.group) == Fate::Held)
            .map(|(at, _)| at)
            .collect();
        if which.is_empty() {
            return Ok(Vec::new());
        }
        let groups: BTreeMap<u64, u32> = which
            .iter()
            .filter_map(|at| lines.places.get(usize::try_from(*at).ok()?))
            .map(|place| (place.number, place.group))
            .collect();
        let mut all = lines.read(input, &which)?;
        which.clear();
        if options.keep_times {
            let moment = |one: &Numbered| form::moment(&one.line).ok().flatten();
            all.sort_by_key(|one| (moment(one).unwrap_or(Timestamp(i64::MAX)), one.number));
        }
        loop {
            let mut plan = Plan::new(self, options.keep_times)?;
            let mut planned = Vec::new();
            let mut again = false;
            for numbered in &all {
                let group = groups.get(&numbered.number).copied().unwrap_or_default();
                if found.fate(group) == Fate::Out || found.refused.contains(&numbered.number) {
                    continue;
                }
                // Only what was written before stands elsewhere; the rest is decided here.
                let before = |id| {
                    let place = found.lines.find(id)?;
                    (found.fate(place.group) == Fate::Done && place.number < numbered.number)
                        .then_some(place.event_type)?
                };
                match plan.decide(numbered, &before) {
                    Ok(planned_one) => planned.push(Held {
                        group,
                        planned: planned_one,
                    }),
                    Err(refused) => {
                        again = true;
                        found.refused.insert(refused.line);
                        report.refused.push(*refused);
                    }
                }
            }
            for number in &found.refused {
                let group = groups.get(number).copied().unwrap_or_default();
                if group > 0
                    && let Some(fate) = found.fate.get_mut(usize::try_from(group).unwrap_or(0))
                {
                    *fate = Fate::Out;
                }
            }
            if !again {
                return Ok(planned);
            }
        }
    }

    /// Writes what was held: whole dossiers first, then what belongs to none, in its order.
    pub(super) fn write_held(
        &self,
        held: Vec<Held>,
        lines: &Lines,
        report: &mut Report,
        progress: &mut dyn FnMut(u64),
    ) -> Result<(), Error> {
        let mut others = Vec::new();
        let mut dossiers: BTreeMap<u32, Vec<Planned>> = BTreeMap::new();
        for one in held {
            match one.group {
                0 => others.push(one.planned),
                group => dossiers.entry(group).or_default().push(one.planned),
            }
        }
        for (group, planned) in dossiers {
            report.dossiers += u64::from(planned.iter().any(|one| !one.there));
            self.write(planned, report)?;
            progress(lines.count(group));
        }
        self.write_parts(others, report, progress)
    }

    /// Writes events in the order of the moments that are kept.
    pub(super) fn write_in_time_order(
        &self,
        held: Vec<Held>,
        report: &mut Report,
        progress: &mut dyn FnMut(u64),
    ) -> Result<(), Error> {
        let added: BTreeSet<u32> = held
            .iter()
            .filter(|one| one.group > 0 && !one.planned.there)
            .map(|one| one.group)
            .collect();
        report.dossiers += added.len() as u64;
        let planned = held.into_iter().map(|one| one.planned).collect();
        self.write_parts(planned, report, progress)
    }

    fn write_parts(
        &self,
        planned: Vec<Planned>,
        report: &mut Report,
        progress: &mut dyn FnMut(u64),
    ) -> Result<(), Error> {
        let mut rest = planned.into_iter();
        loop {
            let part: Vec<Planned> = rest.by_ref().take(TOGETHER).collect();
            if part.is_empty() {
                return Ok(());
            }
            progress(part.len() as u64);
            self.write(part, report)?;
        }
    }

    /// Writes events together; those that are there already are left as they are.
    ///
    /// A decision rests on how far its dossier had come: when somebody else recorded in one of
    /// these dossiers meanwhile, none of them is written and the import ends with the conflict.
    pub(super) fn write(&self, planned: Vec<Planned>, report: &mut Report) -> Result<(), Error> {
        let mut fresh = Vec::with_capacity(planned.len());
        for one in planned {
            if one.there {
                report.already_there += 1;
            } else {
                fresh.push(one);
            }
        }
        let count = fresh.len() as u64;
        let mut rest = fresh.into_iter().peekable();
        while rest.peek().is_some() {
            let mut expected: BTreeMap<StreamId, Expected> = BTreeMap::new();
            let mut part = Vec::new();
            for one in rest.by_ref().take(APPEND_EVENTS_MAX) {
                if let Some(wanted) = one.expected {
                    expected.entry(one.event.stream).or_insert(wanted);
                }
                part.push(one.event);
            }
            self.store.append(expected.into_iter().collect(), &part)?;
            for event in &part {
                self.forget(event.stream.id);
                if event.stream.category == StreamKind::Settings.category() {
                    self.forget_catalogues();
                }
            }
        }
        report.events += count;
        Ok(())
    }
}

/// A line that was held back until everything else was decided.
pub(super) struct Held {
    group: u32,
    planned: Planned,
}

/// What a dry run would have written of it.
pub(super) fn count(held: &[Held], report: &mut Report) {
    let mut added = BTreeSet::new();
    for one in held {
        report.events += u64::from(!one.planned.there);
        report.already_there += u64::from(one.planned.there);
        if one.group > 0 && !one.planned.there {
            added.insert(one.group);
        }
    }
    report.dossiers += added.len() as u64;
}
