//! A round over the worked cases, from the command line.

use crate::cli_support::{Place, Ran};

/// Day of plan and draw: cases 002 and 012 were looked at less than a year before.
pub(crate) const ON: &str = "2026-03-02";

/// The raters of the round.
pub(crate) const RATERS: [&str; 3] = ["AU-01", "AU-02", "AU-03"];

/// The demonstration with a round `toets` of ten cases, all read by two.
pub(crate) struct Audited {
    pub(crate) place: Place,
}

impl Audited {
    pub(crate) fn planned(raters: &[&str], double: &str, more: &[&str]) -> Self {
        let place = Place::demo();
        let mut args = vec!["plan", "toets", "--as", "TM-10", "--role", "TM", "--on", ON];
        args.extend([
            "--question",
            "Was dit de juiste stap?",
            "--instrument",
            "weegboek-1",
        ]);
        args.extend(["--double-percent", double, "--moderator", "TM-10"]);
        for rater in raters {
            args.extend(["--raters", rater]);
        }
        args.extend(more);
        let audited = Self { place };
        audited.audit(&args).ok();
        audited
    }

    pub(crate) fn drawn() -> Self {
        let audited = Self::planned(&RATERS, "100", &[]);
        let seed = ["--seed", "2026030200000001"];
        audited
            .draw(&[&["--strata", "gemeente", "--method", "gelaagd"][..], &seed].concat())
            .ok();
        audited
    }

    pub(crate) fn draw(&self, more: &[&str]) -> Ran {
        let mut args = vec!["draw", "toets", "--as", "TM-10", "--role", "TM", "--on", ON];
        args.extend(more);
        self.audit(&args)
    }

    /// Runs `audit`.
    pub(crate) fn audit(&self, args: &[&str]) -> Ran {
        let mut all = vec!["--book", "boek", "audit"];
        all.extend(args);
        self.place.run(&all)
    }

    /// The cases that this person still has to rate.
    pub(crate) fn to_rate(&self, who: &str) -> Vec<String> {
        let list = self
            .audit(&["list", "--as", who, "--on", ON, "--json"])
            .json();
        let tasks = list["tasks"].as_array().unwrap().iter();
        let rate = tasks.filter(|task| task["task"] == "rate");
        rate.map(|task| task["dossier"].as_str().unwrap().to_owned())
            .collect()
    }

    pub(crate) fn rate(&self, who: &str, case: &str, more: &[&str]) -> Ran {
        let mut args = vec!["rate", "toets", case, "--as", who, "--on", ON];
        args.extend(["--rest", "ja: past bij wat er bekend was"]);
        args.extend(more);
        self.audit(&args)
    }

    /// The two readers of a case.
    pub(crate) fn readers(&self, case: &str) -> Vec<&'static str> {
        let reads = |who: &&str| self.to_rate(who).iter().any(|one| one == case);
        RATERS.into_iter().filter(|who| reads(who)).collect()
    }

    /// Rates every case by everybody and opens them.
    pub(crate) fn finished(&self) {
        for who in RATERS {
            for case in self.to_rate(who) {
                let score = if who == "AU-02" { "c1=3" } else { "c1=4" };
                self.rate(who, &case, &["--score", score, "--score", "c8=4"])
                    .ok();
            }
        }
        self.audit(&["open", "toets", "--as", "TM-10", "--role", "TM", "--on", ON])
            .ok();
    }
}
