//! Declare rules on finite traces: what must, may or must not follow what.
//!
//! An *activation* is an occurrence that makes a rule ask something; a case without one satisfies
//! the rule *vacuously*, which is no evidence that it was followed, and is told apart. What an
//! open case has not done yet but still can is *pending*. A condition on time or actor that cannot
//! be judged because the moment or the actor is not known gives *unknown*, never a verdict.
//!
//! Source: the Declare templates on finite traces (Pesic 2008; De Giacomo and Vardi 2013), with a
//! time window and a condition on the actor.

use super::log::{Case, EventLog};

/// Microseconds in a day.
const DAY: i64 = 86_400_000_000;

/// What a rule asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// The case begins with A.
    Init,
    /// The case ends with A.
    End,
    /// A occurs at least so many times.
    Existence(u32),
    /// A occurs fewer than so many times; `absence(1, A)` means never.
    Absence(u32),
    /// A occurs exactly so many times.
    Exactly(u32),
    /// A or B occurs, or both.
    Choice,
    /// A or B occurs, not both.
    ExclusiveChoice,
    /// Where A occurs, B occurs before or after it.
    RespondedExistence,
    /// Where one of the two occurs, so does the other.
    Coexistence,
    /// A and B do not occur in one case.
    NotCoexistence,
    /// After A comes B.
    Response,
    /// After A comes B, before the next A.
    AlternateResponse,
    /// Right after A comes B.
    ChainResponse,
    /// B comes only after A.
    Precedence,
    /// B comes only after A, and no other B lies between.
    AlternatePrecedence,
    /// B comes only right after A.
    ChainPrecedence,
    /// Response and precedence.
    Succession,
    /// Alternate response and alternate precedence.
    AlternateSuccession,
    /// Chain response and chain precedence.
    ChainSuccession,
    /// After A comes no B.
    NotSuccession,
    /// Right after A comes no B.
    NotChainSuccession,
}

/// Who must have done the other event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Who {
    /// It does not matter.
    #[default]
    Anyone,
    /// The same actor.
    Same,
    /// Another actor.
    Other,
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// What it asks.
    pub template: Template,
    /// Activities that count as A.
    pub a: Vec<String>,
    /// Activities that count as B; none for a rule about A alone.
    pub b: Vec<String>,
    /// The other event is at most so many days away.
    pub within_days: Option<u32>,
    /// Who did the other event.
    pub who: Who,
}

/// How many of something a rule judged how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Satisfied, with at least one activation.
    pub satisfied: u64,
    /// Violated.
    pub violated: u64,
    /// Not yet satisfied, and the case is open.
    pub pending: u64,
    /// Not to be judged: a moment or actor is not known.
    pub unknown: u64,
}

impl Tally {
    /// All of them.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.satisfied + self.violated + self.pending + self.unknown
    }

    fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Satisfied => self.satisfied += 1,
            Verdict::Violated => self.violated += 1,
            Verdict::Pending => self.pending += 1,
            Verdict::Unknown => self.unknown += 1,
        }
    }
}

/// What a rule says of one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfCase {
    /// Its place in the log.
    pub place: usize,
    /// Which part of the cases it is in: satisfied, violated, pending, unknown, vacuous.
    pub part: usize,
    /// Activations.
    pub activations: u64,
    /// Of these, violated.
    pub violated: u64,
}

/// What checking a rule found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// Cases, by their gravest activation.
    pub cases: Tally,
    /// Cases that the rule asked nothing of.
    pub vacuous: u64,
    /// Activations.
    pub activations: Tally,
    /// Places of the cases that violate it.
    pub violating: Vec<usize>,
    /// Every case with at least one event.
    pub by_case: Vec<OfCase>,
    /// Activities of the rule that do not occur in the log.
    pub absent: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Satisfied,
    Violated,
    Pending,
    Unknown,
}

/// Whether an activity of a log is one that a rule names: itself, or with its kind between
/// brackets behind it.
fn names(wanted: &str, activity: &str) -> bool {
    let rest = activity.strip_prefix(wanted);
    rest.is_some_and(|rest| rest.is_empty() || (rest.starts_with('(') && rest.ends_with(')')))
}

/// Checks a rule on every case with at least one event.
#[must_use]
pub fn check(rule: &Rule, log: &EventLog) -> Checked {
    let among = |names_of: &[String], activity: &str| {
        let mut wanted = names_of.iter();
        wanted.any(|wanted| names(wanted, activity))
    };
    let activities = log.activities().iter();
    let kinds: Vec<(bool, bool)> = activities
        .map(|activity| (among(&rule.a, activity), among(&rule.b, activity)))
        .collect();
    let mut found = Checked::default();
    let occurs = |wanted: &String| log.activities().iter().any(|one| names(wanted, one));
    let named = rule.a.iter().chain(&rule.b);
    found.absent = named.filter(|wanted| !occurs(wanted)).cloned().collect();
    let until = log.known_until().map(|moment| moment.0);
    let mut verdicts = Vec::new();
    for case in log.cases().filter(|case| !case.is_empty()) {
        let judge = Judge {
            rule,
            case,
            kinds: &kinds,
            until,
        };
        verdicts.clear();
        judge.activations(&mut verdicts);
        for verdict in &verdicts {
            found.activations.add(*verdict);
        }
        let has = |wanted| verdicts.contains(&wanted);
        let part = if verdicts.is_empty() {
            found.vacuous += 1;
            4
        } else if has(Verdict::Violated) {
            found.cases.violated += 1;
            found.violating.push(case.place);
            1
        } else if has(Verdict::Unknown) {
            found.cases.unknown += 1;
            3
        } else if has(Verdict::Pending) {
            found.cases.pending += 1;
            2
        } else {
            found.cases.satisfied += 1;
            0
        };
        let violated = verdicts.iter().filter(|one| **one == Verdict::Violated);
        found.by_case.push(OfCase {
            place: case.place,
            part,
            activations: verdicts.len() as u64,
            violated: violated.count() as u64,
        });
    }
    found
}

/// One case under one rule.
struct Judge<'a> {
    rule: &'a Rule,
    case: Case<'a>,
    /// By activity code: whether it counts as A, and as B.
    kinds: &'a [(bool, bool)],
    until: Option<i64>,
}

/// Whether another event is what the rule wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fits {
    Yes,
    No,
    CannotTell,
}

/// How far a search for the other event goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// To the end.
    Far,
    /// Not past the next event of the activating kind.
    Alternate,
    /// The neighbour only.
    Next,
}

impl Judge<'_> {
    fn is_a(&self, at: usize) -> bool {
        self.kind(at).0
    }

    fn is_b(&self, at: usize) -> bool {
        self.kind(at).1
    }

    fn kind(&self, at: usize) -> (bool, bool) {
        let code = self.case.activities.get(at).copied().unwrap_or_default();
        self.kinds.get(code as usize).copied().unwrap_or_default()
    }

    /// The verdict on every activation of the case.
    fn activations(&self, out: &mut Vec<Verdict>) {
        match self.rule.template {
            Template::Init => out.push(sure(self.is_a(0))),
            Template::End => {
                let ends = self.is_a(self.case.len() - 1);
                out.push(if self.case.is_open() {
                    Verdict::Pending
                } else {
                    sure(ends)
                });
            }
            Template::Existence(least) => {
                out.push(self.not_yet(sure(self.count() >= u64::from(least))));
            }
            Template::Absence(limit) => out.push(sure(self.count() < u64::from(limit))),
            Template::Exactly(number) => {
                let (count, number) = (self.count(), u64::from(number));
                let verdict = sure(count == number);
                out.push(if count < number {
                    self.not_yet(verdict)
                } else {
                    verdict
                });
            }
            Template::Choice => {
                let one = (0..self.case.len()).any(|at| self.is_a(at) || self.is_b(at));
                out.push(self.not_yet(sure(one)));
            }
            Template::ExclusiveChoice => {
                let a = (0..self.case.len()).any(|at| self.is_a(at));
                let b = (0..self.case.len()).any(|at| self.is_b(at));
                out.push(match (a, b) {
                    (true, true) => Verdict::Violated,
                    (false, false) => self.not_yet(Verdict::Violated),
                    _ => Verdict::Satisfied,
                });
            }
            Template::RespondedExistence => self.anywhere(out, true, false, false),
            Template::Coexistence => self.anywhere(out, true, true, false),
            Template::NotCoexistence => self.anywhere(out, true, true, true),
            Template::Response => self.after(out, Reach::Far),
            Template::AlternateResponse => self.after(out, Reach::Alternate),
            Template::ChainResponse => self.after(out, Reach::Next),
            Template::Precedence => self.before(out, Reach::Far),
            Template::AlternatePrecedence => self.before(out, Reach::Alternate),
            Template::ChainPrecedence => self.before(out, Reach::Next),
            Template::Succession => self.both(out, Reach::Far),
            Template::AlternateSuccession => self.both(out, Reach::Alternate),
            Template::ChainSuccession => self.both(out, Reach::Next),
            Template::NotSuccession => self.not_after(out, Reach::Far),
            Template::NotChainSuccession => self.not_after(out, Reach::Next),
        }
    }

    fn count(&self) -> u64 {
        (0..self.case.len()).filter(|at| self.is_a(*at)).count() as u64
    }

    /// A violation that the case can still mend is pending.
    fn not_yet(&self, verdict: Verdict) -> Verdict {
        match verdict {
            Verdict::Violated if self.case.is_open() => Verdict::Pending,
            other => other,
        }
    }

    /// As [`Judge::not_yet`], while the window after an event lasts.
    fn not_yet_after(&self, at: usize, verdict: Verdict) -> Verdict {
        let closes = self.rule.within_days.and_then(|days| {
            let begins = self.case.time(at)?;
            Some(begins.saturating_add(i64::from(days).saturating_mul(DAY)))
        });
        let lasts = match (closes, self.until) {
            (Some(closes), Some(until)) => until <= closes,
            _ => true,
        };
        if lasts {
            self.not_yet(verdict)
        } else {
            verdict
        }
    }

    /// Whether the other event meets the conditions on time and actor.
    fn fits(&self, activation: usize, other: usize) -> Fits {
        let near = match self.rule.within_days {
            None => Some(true),
            Some(days) => {
                let moments = self.case.time(activation).zip(self.case.time(other));
                moments.map(|(one, other)| {
                    let apart = u64::from(days).saturating_mul(DAY.unsigned_abs());
                    one.abs_diff(other) <= apart
                })
            }
        };
        let who = match self.rule.who {
            Who::Anyone => Some(true),
            Who::Same => self.case.same_actor(activation, other),
            Who::Other => self.case.same_actor(activation, other).map(|same| !same),
        };
        match (near, who) {
            (Some(true), Some(true)) => Fits::Yes,
            (Some(false), _) | (_, Some(false)) => Fits::No,
            _ => Fits::CannotTell,
        }
    }

    /// The best fit among events in the order of looking; `stops` ends the search after its event.
    fn best(
        &self,
        activation: usize,
        places: impl Iterator<Item = usize>,
        wanted: &dyn Fn(usize) -> bool,
        reach: Reach,
        stops: &dyn Fn(usize) -> bool,
    ) -> Fits {
        let mut best = Fits::No;
        for other in places {
            if wanted(other) {
                match self.fits(activation, other) {
                    Fits::Yes => return Fits::Yes,
                    Fits::CannotTell => best = Fits::CannotTell,
                    Fits::No => {}
                }
            }
            if reach == Reach::Next || (reach == Reach::Alternate && stops(other)) {
                break;
            }
        }
        best
    }

    fn found_after(&self, at: usize, reach: Reach) -> Fits {
        let places = at + 1..self.case.len();
        let (wanted, stops) = (|other| self.is_b(other), |other| self.is_a(other));
        self.best(at, places, &wanted, reach, &stops)
    }

    fn found_before(&self, at: usize, reach: Reach) -> Fits {
        let (wanted, stops) = (|other| self.is_a(other), |other| self.is_b(other));
        self.best(at, (0..at).rev(), &wanted, reach, &stops)
    }

    fn response(&self, at: usize, reach: Reach) -> Verdict {
        let verdict = positive(self.found_after(at, reach));
        let shut = match reach {
            Reach::Far => false,
            Reach::Alternate => (at + 1..self.case.len()).any(|later| self.is_a(later)),
            Reach::Next => at + 1 < self.case.len(),
        };
        if shut {
            verdict
        } else {
            self.not_yet_after(at, verdict)
        }
    }

    fn after(&self, out: &mut Vec<Verdict>, reach: Reach) {
        let plain = self.rule.within_days.is_none() && self.rule.who == Who::Anyone;
        if plain && reach == Reach::Far {
            // From the last event back, so that each is looked at once.
            let (mut follows, begin) = (false, out.len());
            for at in (0..self.case.len()).rev() {
                let (a, b) = self.kind(at);
                if a {
                    out.push(if follows {
                        Verdict::Satisfied
                    } else {
                        self.not_yet(Verdict::Violated)
                    });
                }
                follows |= b;
            }
            out[begin..].reverse();
            return;
        }
        for at in (0..self.case.len()).filter(|at| self.is_a(*at)) {
            out.push(self.response(at, reach));
        }
    }

    fn before(&self, out: &mut Vec<Verdict>, reach: Reach) {
        let plain = self.rule.within_days.is_none() && self.rule.who == Who::Anyone;
        if plain && reach == Reach::Far {
            let mut came = false;
            for at in 0..self.case.len() {
                let (a, b) = self.kind(at);
                if b {
                    out.push(sure(came));
                }
                came |= a;
            }
            return;
        }
        for at in (0..self.case.len()).filter(|at| self.is_b(*at)) {
            out.push(positive(self.found_before(at, reach)));
        }
    }

    fn both(&self, out: &mut Vec<Verdict>, reach: Reach) {
        self.after(out, reach);
        self.before(out, reach);
    }

    /// Rules that look in both directions; `forbidden` turns the verdict round.
    fn anywhere(&self, out: &mut Vec<Verdict>, of_a: bool, of_b: bool, forbidden: bool) {
        for at in 0..self.case.len() {
            let (a, b) = self.kind(at);
            for (activates, wants_b) in [(of_a && a, true), (of_b && b, false)] {
                if !activates {
                    continue;
                }
                let wanted = |other: usize| {
                    let kind = self.kind(other);
                    if wants_b { kind.1 } else { kind.0 }
                };
                let places = (0..self.case.len()).filter(|other| *other != at);
                let fits = self.best(at, places, &wanted, Reach::Far, &|_| false);
                out.push(if forbidden {
                    negative(fits)
                } else {
                    self.not_yet_after(at, positive(fits))
                });
            }
        }
    }

    fn not_after(&self, out: &mut Vec<Verdict>, reach: Reach) {
        for at in (0..self.case.len()).filter(|at| self.is_a(*at)) {
            out.push(negative(self.found_after(at, reach)));
        }
    }
}

fn sure(holds: bool) -> Verdict {
    if holds {
        Verdict::Satisfied
    } else {
        Verdict::Violated
    }
}

fn positive(fits: Fits) -> Verdict {
    match fits {
        Fits::Yes => Verdict::Satisfied,
        Fits::No => Verdict::Violated,
        Fits::CannotTell => Verdict::Unknown,
    }
}

fn negative(fits: Fits) -> Verdict {
    match fits {
        Fits::Yes => Verdict::Violated,
        Fits::No => Verdict::Satisfied,
        Fits::CannotTell => Verdict::Unknown,
    }
}

#[cfg(test)]
#[path = "declare_tests.rs"]
mod tests;
