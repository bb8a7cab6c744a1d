//! Two cohorts of cases beside each other, every number with the clients behind it.

use super::answer::Cell;
use super::figures::{activity, edge_gates, events, text};
use super::sets;
use super::sheet::{Draft, Gate, Sheet, Slot};
use crate::practice::disclosure::Rules;
use crate::practice::process::{EventLog, compare};

/// Two cohorts beside each other; `free` is the second one when it comes from a file.
pub(super) fn comparison(one: &EventLog, other: &EventLog, free: bool, rules: &Rules) -> Sheet {
    let found = compare::of(one, other);
    let mut sheet = Sheet::new("compare", one, rules);
    sheet.answer.notes.insert(0, "compare");
    sheet.answer.notes.retain(|note| *note != "no-cases");
    let logs = [one, other];
    let controlled = [!rules.open(), !rules.open() && !free];
    let first = sheet.cases().1;
    let second = if controlled[1] {
        sheet.population(other)
    } else {
        Gate::Open
    };
    let whole = [first, second];
    let mut table = Draft::new("sides", &["what", "one", "other"]);
    let mut rows: Vec<(&'static str, Vec<Slot>)> = Vec::new();
    let mut put =
        |what: &'static str, slot: Slot| match rows.iter_mut().find(|(name, _)| *name == what) {
            Some((_, slots)) => slots.push(slot),
            None => rows.push((what, vec![slot])),
        };
    for (which, side) in found.sides.iter().enumerate() {
        let (log, all) = (logs[which], whole[which]);
        let hands = |case: &crate::practice::process::Case<'_>| {
            (1..case.len()).any(|at| sets::hands_over(case, at).is_some())
        };
        let mut gates = [Gate::Open; 5];
        if controlled[which] {
            let again = sets::again(log).remove(&None).unwrap_or_default();
            gates = [
                sheet.part(all, || sets::cases(log, &|case| case.is_open())),
                events(&mut sheet, log),
                sheet.part(all, || again),
                sheet.part(all, || sets::cases(log, &hands)),
                sheet.slice(&["process", "duration", "closed"], || {
                    sets::durations(log, true)
                }),
            ];
        }
        put("cases", Slot::Count(side.cases, all));
        put("open-cases", Slot::Count(side.open, gates[0]));
        put("events", Slot::Count(side.events, gates[1]));
        put("variants", Slot::Count(side.variants, all));
        put("cases-again", Slot::Count(side.cases_again, gates[2]));
        put("handed-over", Slot::Count(side.handed_over, gates[3]));
        let closed = sheet.summary(side.closed, gates[4], sheet.clients(gates[4]));
        let labels = [
            "closed-n",
            "closed-median",
            "closed-p90",
            "closed-mean",
            "closed-sd",
        ];
        for (what, slot) in labels.into_iter().zip(closed) {
            put(what, slot);
        }
    }
    for (what, slots) in rows {
        let name = std::iter::once(text(Cell::Key("number", what)));
        table.row(&[], name.chain(slots).collect());
    }
    let columns = [
        "from",
        "to",
        "one",
        "one-share",
        "other",
        "other-share",
        "difference",
    ];
    let mut pairs = Draft::new("pairs", &columns);
    let totals = [0, 1].map(|which: usize| {
        let counts = found.pairs.iter().map(|pair| pair.counts[which]);
        (counts.sum::<u64>(), whole[which])
    });
    let sets = [0, 1].map(|which: usize| controlled[which].then(|| sets::edges(logs[which])));
    for pair in &found.pairs {
        let mut gates = [Gate::Open; 2];
        for (which, gate) in gates.iter_mut().enumerate().filter(|one| controlled[one.0]) {
            let log = logs[which];
            let codes = log
                .activity_code(&pair.from)
                .zip(log.activity_code(&pair.to));
            *gate = match codes {
                Some(codes) if pairs.has_room(rules) => {
                    edge_gates(&mut sheet, log, codes, sets[which].as_ref())[0]
                }
                _ => Gate::Shut,
            };
        }
        let shares = [0, 1].map(|which: usize| {
            let count = (pair.counts[which], gates[which]);
            [count, totals[which]]
        });
        let mut row = vec![activity(&pair.from), activity(&pair.to)];
        for share in shares {
            row.push(Slot::Count(share[0].0, share[0].1));
            row.push(Slot::Share(share));
        }
        row.push(Slot::Difference(shares));
        pairs.row(&gates, row);
    }
    sheet.tables = vec![table, pairs];
    sheet.cases_are(found.sides.iter().map(|side| side.cases).sum(), second);
    sheet
}
