//! The conversation: asks, reads, checks each answer at once, goes back, stops, sums up.

use std::io::{self, BufRead, Write};

use serde_json::Value;

use super::Script;
use super::answer::Answers;
use super::ask::{Ask, Question, Standing, TAKE_OVER, numbered};
use crate::base::Day;
use crate::book::fields::{Line, Refusal, Rule, Shape};
use crate::cli::page::wrapped;
use crate::cli::refusals::sentence;

/// Characters of an answer in the summary.
const SUMMARY_CHARS: usize = 60;

/// Knows what is wrong with a form.
pub(in crate::cli) trait Judge {
    /// What is wrong with the answers so far.
    fn so_far(&self, line: &Line) -> Vec<Refusal>;

    /// What is wrong with the whole.
    fn whole(&self, line: &Line) -> Vec<Refusal>;
}

/// How a conversation ended.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::cli) enum Outcome {
    /// Confirmed: to be recorded.
    Confirmed(Box<Line>),
    /// Stopped; the draft is kept.
    Stopped,
}

/// A conversation about one form.
pub(in crate::cli) struct Session<'a, R, W> {
    pub(in crate::cli) script: &'a Script<'a>,
    pub(in crate::cli) judge: &'a dyn Judge,
    pub(in crate::cli) input: R,
    pub(in crate::cli) output: W,
    pub(in crate::cli) bold: bool,
    /// Columns that a text may take.
    pub(in crate::cli) width: usize,
    /// Called with the answers after each of them.
    pub(in crate::cli) keep: &'a mut dyn FnMut(&Answers) -> io::Result<()>,
}

/// What a typed line asks for.
enum Typed {
    Answer(Value),
    /// A choice, with the words that are asked after it.
    Both(Value, String),
    Again,
    Back,
    Stop,
}

impl<R: BufRead, W: Write> Session<'_, R, W> {
    /// Asks until the form is confirmed or the person stops.
    ///
    /// # Errors
    /// What reading, writing or keeping the draft says.
    pub(in crate::cli) fn run(&mut self, mut answers: Answers) -> io::Result<Outcome> {
        let texts = self.script.texts;
        writeln!(self.output, "{}", texts.get("guided-keys"))?;
        loop {
            let questions = self.script.questions(&answers);
            let open = questions
                .iter()
                .find(|question| !answers.has(&question.key));
            let typed = match open {
                Some(question) => self.ask(question, &mut answers)?,
                None => match self.finish(&questions, &mut answers)? {
                    Ok(line) => return Ok(Outcome::Confirmed(Box::new(line))),
                    Err(typed) => typed,
                },
            };
            match typed {
                Typed::Stop => return Ok(Outcome::Stopped),
                Typed::Back => {
                    let asked = |key: &&str| questions.iter().any(|known| known.key == **key);
                    let last = answers.keys().rev().find(asked).map(str::to_owned);
                    match last {
                        Some(key) => answers.take_back(&key),
                        None => writeln!(self.output, "{}", texts.get("guided-first"))?,
                    }
                }
                Typed::Answer(_) | Typed::Both(..) | Typed::Again => {}
            }
            (self.keep)(&answers)?;
        }
    }

    fn ask(&mut self, question: &Question, answers: &mut Answers) -> io::Result<Typed> {
        let proposal = answers
            .earlier(&question.key)
            .or(question.proposal.as_ref());
        let proposal = proposal.cloned();
        self.put(question, proposal.as_ref())?;
        let typed = self.typed(question, proposal)?;
        let (answer, words) = match typed {
            Typed::Answer(answer) => (answer, None),
            Typed::Both(answer, words) => (answer, Some(words)),
            other => return Ok(other),
        };
        let mut tried = answers.clone();
        tried.set(&question.key, answer.clone());
        let mut faults = self.faults(question, &tried);
        if let (Some(key), Some(words)) = (&question.behind, words) {
            tried.set(key, Value::from(words));
            let asked = self.script.questions(&tried);
            if let Some(behind) = asked.iter().find(|asked| asked.key == *key) {
                faults.extend(self.faults(behind, &tried));
            } else {
                // This choice asks for something else than words.
                tried.forget(key);
            }
        }
        if faults.is_empty() {
            *answers = tried;
            return Ok(Typed::Answer(answer));
        }
        for fault in faults {
            writeln!(self.output, "  ! {}", sentence(self.script.texts, &fault))?;
        }
        Ok(Typed::Again)
    }

    fn faults(&self, question: &Question, tried: &Answers) -> Vec<Refusal> {
        if question.key.starts_with('~') && question.path.starts_with('~') {
            return Vec::new();
        }
        let line = self.script.form(tried);
        let mut faults = self.judge.so_far(&line);
        faults.retain(|fault| within(&fault.field, &question.path));
        faults
    }

    fn put(&mut self, question: &Question, proposal: Option<&Value>) -> io::Result<()> {
        let texts = self.script.texts;
        let (on, off) = if self.bold {
            ("\x1b[1m", "\x1b[0m")
        } else {
            ("", "")
        };
        let optional = if question.required {
            String::new()
        } else {
            format!(" ({})", texts.get("cli-optional"))
        };
        writeln!(self.output, "\n{on}{}{off}{optional}", question.prompt)?;
        if !question.help.is_empty() {
            for line in wrapped(&question.help, self.width) {
                writeln!(self.output, "{line}")?;
            }
        }
        match &question.ask {
            Ask::One { choices, .. } | Ask::Many { choices, .. } => {
                for line in numbered(choices) {
                    writeln!(self.output, "  {line}")?;
                }
            }
            Ask::Step(choices) => {
                for choice in choices {
                    writeln!(self.output, "  {} {}", choice.value, choice.label)?;
                }
            }
            Ask::Value(Shape::Or { absent, .. }) => {
                let word = texts.get(&format!("absent-{absent}"));
                let hint = texts.with("guided-or", &[("word", word.into())]);
                writeln!(self.output, "  {hint}")?;
            }
            Ask::Value(_) => {}
        }
        if let Some(Standing { step, words }) = &question.stands {
            let values = [("words", words.as_str().into()), ("step", (*step).into())];
            let line = texts.with("guided-stands", &values);
            for line in wrapped(&line, self.width.saturating_sub(2)) {
                writeln!(self.output, "  {line}")?;
            }
        }
        match proposal {
            Some(value) => {
                let shown = question.shown(value, texts);
                write!(self.output, "[{shown}] > ")?;
            }
            None => write!(self.output, "> ")?,
        }
        self.output.flush()
    }

    fn typed(&mut self, question: &Question, proposal: Option<Value>) -> io::Result<Typed> {
        let texts = self.script.texts;
        let Some(typed) = self.line()? else {
            return Ok(Typed::Stop);
        };
        match typed.as_str() {
            "!" => Ok(Typed::Stop),
            "<" => Ok(Typed::Back),
            "?" => {
                self.explain(question)?;
                Ok(Typed::Again)
            }
            "" => match proposal {
                Some(value) => Ok(Typed::Answer(value)),
                None if question.required => {
                    writeln!(self.output, "  ! {}", texts.get("fault-missing"))?;
                    Ok(Typed::Again)
                }
                None => Ok(Typed::Answer(Value::Null)),
            },
            "-" if !question.required => Ok(Typed::Answer(Value::Null)),
            TAKE_OVER if question.stands.is_some() => {
                let stands = question.stands.as_ref();
                let words = stands.map(|stands| stands.words.as_str());
                Ok(Typed::Answer(Value::from(words)))
            }
            typed if question.behind.is_some() && question.with_words(typed).is_some() => {
                let both = question.with_words(typed);
                Ok(both.map_or(Typed::Again, |(choice, words)| {
                    Typed::Both(choice, words.to_owned())
                }))
            }
            typed => match question.understand(typed, self.script.facts.today) {
                Ok(value) => Ok(Typed::Answer(value)),
                Err(key) => {
                    writeln!(self.output, "  ! {}", texts.get(key))?;
                    Ok(Typed::Again)
                }
            },
        }
    }

    /// The next line, without its end; `None` when there are no more.
    fn line(&mut self) -> io::Result<Option<String>> {
        let mut line = String::new();
        if self.input.read_line(&mut line)? == 0 {
            writeln!(self.output)?;
            return Ok(None);
        }
        Ok(Some(line.trim().to_owned()))
    }

    fn explain(&mut self, question: &Question) -> io::Result<()> {
        let texts = self.script.texts;
        for text in &question.more {
            for line in wrapped(text, self.width.saturating_sub(2)) {
                writeln!(self.output, "  {line}")?;
            }
        }
        if question.behind.is_some() {
            writeln!(self.output, "  {}", texts.get("guided-how-behind"))?;
        }
        let how = match &question.ask {
            Ask::One { free: false, .. } => "guided-how-one",
            Ask::One { free: true, .. } => "guided-how-one-free",
            Ask::Many { free: false, .. } => "guided-how-many",
            Ask::Many { free: true, .. } => "guided-how-many-free",
            Ask::Step(_) | Ask::Value(Shape::Event) => "guided-how-step",
            Ask::Value(Shape::Day) => "guided-how-day",
            Ask::Value(Shape::Words | Shape::Text) => "guided-how-words",
            Ask::Value(_) => "guided-how-value",
        };
        writeln!(self.output, "  {}", texts.get(how))?;
        writeln!(self.output, "  {}", texts.get("guided-keys"))
    }

    /// Sums up, has the whole judged, and asks for confirmation.
    fn finish(
        &mut self,
        questions: &[Question],
        answers: &mut Answers,
    ) -> io::Result<Result<Line, Typed>> {
        let texts = self.script.texts;
        let line = self.script.form(answers);
        let refusals = self.judge.whole(&line);
        if !refusals.is_empty() {
            if !self.mend(questions, answers, &refusals)? {
                // No answer can mend it; recording refuses it with the reason.
                return Ok(Ok(line));
            }
            return Ok(Err(Typed::Again));
        }
        let said = |field: &str| line.common.get(field).and_then(Value::as_str);
        let day = said("occurred_on").and_then(|day| day.parse::<Day>().ok());
        let values = [
            ("event", texts.event(self.script.event.name()).into()),
            (
                "day",
                day.map(|day| texts.day(day)).unwrap_or_default().into(),
            ),
            ("actor", said("actor").unwrap_or_default().into()),
        ];
        writeln!(self.output, "\n{}", texts.with("guided-summary", &values))?;
        for question in questions {
            if let Some(answer) = answers.get(&question.key) {
                let shown = shortened(&question.shown(answer, texts));
                writeln!(
                    self.output,
                    "  {}: {shown}",
                    question.prompt.trim_end_matches('?')
                )?;
            }
        }
        let asked = questions
            .iter()
            .any(|question| question.key == "led_by.actor");
        if let (false, Some(leader)) = (asked, line.data.get("led_by")) {
            let (label, _) = texts.field("decision_taken", "led_by");
            let leader = leader["actor"].as_str().unwrap_or_default();
            writeln!(self.output, "  {label}: {leader}")?;
        }
        loop {
            write!(self.output, "\n{} > ", texts.get("guided-confirm"))?;
            self.output.flush()?;
            let Some(typed) = self.line()? else {
                return Ok(Err(Typed::Stop));
            };
            match typed.to_lowercase().as_str() {
                "" | "j" | "ja" | "y" | "yes" => return Ok(Ok(line)),
                "<" => return Ok(Err(Typed::Back)),
                "!" | "n" | "nee" | "no" => return Ok(Err(Typed::Stop)),
                _ => writeln!(self.output, "  {}", texts.get("guided-confirm-help"))?,
            }
        }
    }

    /// Says what is wrong with the whole, and takes back the answers that can mend it; false when
    /// no answer can.
    fn mend(
        &mut self,
        questions: &[Question],
        answers: &mut Answers,
        refusals: &[Refusal],
    ) -> io::Result<bool> {
        let texts = self.script.texts;
        let touches = |question: &Question, refusal: &Refusal| {
            within(&refusal.field, &question.path) || within(&question.path, &refusal.field)
        };
        let mendable = questions.iter().any(|question| {
            let mut refusals = refusals.iter();
            refusals.any(|refusal| touches(question, refusal))
        });
        if !mendable {
            return Ok(false);
        }
        writeln!(self.output, "\n{}", texts.get("guided-not-yet"))?;
        for refusal in refusals {
            writeln!(self.output, "  ! {}", sentence(texts, refusal))?;
            if refusal.rule != Rule::Form {
                writeln!(
                    self.output,
                    "    {}",
                    texts.rule(&refusal.rule.to_string()).1
                )?;
            }
            for question in questions.iter().filter(|one| touches(one, refusal)) {
                answers.take_back(&question.key);
            }
        }
        Ok(true)
    }
}

/// Whether one place in a form is another, or lies within it.
fn within(inner: &str, outer: &str) -> bool {
    inner
        .strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= SUMMARY_CHARS {
        return text.to_owned();
    }
    let start: String = text.chars().take(SUMMARY_CHARS - 1).collect();
    format!("{}…", start.trim_end())
}
