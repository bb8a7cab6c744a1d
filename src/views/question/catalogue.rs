//! Every question that can be asked: the built-in ones and the municipality's own.

use super::head::{Fault, FaultyQuestion, Question, parse};

/// Own questions a municipality may have; more is a mistake.
pub const MAX_OWN: usize = 500;

/// Bytes of one own question file.
pub const MAX_OWN_LEN: usize = 64 * 1024;

macro_rules! files {
    ($($name:literal)*) => {
        &[ $( ($name, include_str!(concat!("../questions/", $name, ".sql"))) ),* ]
    };
}

/// The built-in files, in the order of their codes.
static BUILT_IN: &[(&str, &str)] = files!(
    "complete-weighing"
    "right-step"
    "unanswered-findings"
    "past-the-limit"
    "reviewed-in-time"
    "extension-with-proof"
    "silence"
    "burden"
    "lost-promises"
    "stance-per-principle"
    "set-aside-together"
    "talents-beside-obstacles"
    "change-per-lever"
    "skills-only"
    "early-success"
    "positional-wording"
    "whose-goals"
    "perspective-first"
    "real-choice"
    "choice-followed"
    "time-to-think"
    "useful-for-the-client"
    "coloured-yes"
    "eight-domains"
    "urgent-first"
    "basic-needs"
    "a-new-problem"
    "in-the-lead"
    "unexpected-visit"
    "is-it-allowed"
    "pressing-letters"
    "handovers"
    "depends-on-who"
    "strict-or-lenient"
    "managers-take-part"
    "experience-in-the-work"
    "eye-openers"
    "missing-voice"
    "who-speaks"
    "reward-for-experience"
    "triangle-profile"
    "room-in-the-law"
    "recurring-exceptions"
    "sensible-with-money"
    "where-people-land"
    "political-wind"
    "knowing-and-believing"
    "learners-choice"
    "cases-to-learn-from"
    "my-story"
    "what-was-promised"
    "written-about-me"
);

/// Every question that can be asked.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    questions: Vec<Question>,
    faulty: Vec<FaultyQuestion>,
}

impl Catalogue {
    /// The built-in questions.
    #[must_use]
    pub fn built_in() -> Self {
        let mut catalogue = Self::default();
        for (name, text) in BUILT_IN {
            catalogue.add(&format!("{name}.sql"), parse(text, false));
        }
        catalogue
    }

    /// Adds a municipality's own question file; what cannot be used is kept apart with its fault.
    pub fn add_own(&mut self, file: &str, text: Result<String, String>) {
        let question = text
            .map_err(Fault::Unreadable)
            .and_then(|text| parse(&text, true));
        self.add(file, question);
    }

    fn add(&mut self, file: &str, question: Result<Question, Fault>) {
        let checked = question.and_then(|question| {
            let names = [&question.code, &question.name];
            let taken = names.into_iter().find(|name| self.find(name).is_some());
            match taken.cloned() {
                Some(taken) => Err(Fault::Taken(taken)),
                None => Ok(question),
            }
        });
        match checked {
            Ok(question) => self.questions.push(question),
            Err(fault) => self.faulty.push(FaultyQuestion {
                file: file.to_owned(),
                fault,
            }),
        }
    }

    /// Every question that can be asked.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// Files that cannot be used, with what is wrong.
    #[must_use]
    pub fn faulty(&self) -> &[FaultyQuestion] {
        &self.faulty
    }

    /// The question with this code or name; capitals do not matter.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Question> {
        let same = |other: &str| other.eq_ignore_ascii_case(name);
        let mut all = self.questions.iter();
        all.find(|one| same(&one.code) || same(&one.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_question_can_be_read() {
        let catalogue = Catalogue::built_in();
        assert_eq!(catalogue.faulty(), &[]);
        assert_eq!(catalogue.questions().len(), BUILT_IN.len());
        for (question, (name, _)) in catalogue.questions().iter().zip(BUILT_IN) {
            assert_eq!(&question.name, name);
        }
        assert!(catalogue.find("q04").is_some());
    }

    #[test]
    fn an_own_question_stands_beside_the_others_but_takes_no_name() {
        let mut catalogue = Catalogue::built_in();
        let text = BUILT_IN[0].1;
        catalogue.add_own("copy.sql", Ok(text.to_owned()));
        let built_in = Catalogue::built_in();
        let first = &built_in.questions()[0];
        let own = text
            .replace(&format!("code: {}", first.code), "code: A1")
            .replace(&format!("name: {}", first.name), "name: ours");
        catalogue.add_own("ours.sql", Ok(own));
        catalogue.add_own("gone.sql", Err("denied".to_owned()));
        assert!(catalogue.find("ours").is_some_and(|one| one.own));
        let faults: Vec<&str> = catalogue
            .faulty()
            .iter()
            .map(|one| one.file.as_str())
            .collect();
        assert_eq!(faults, ["copy.sql", "gone.sql"]);
    }
}
