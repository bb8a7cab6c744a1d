//! The questions of a rating, one at a time. No verdict is proposed: every one is the reader's own.

use std::io::{BufRead, Write, stderr, stdin, stdout};

use serde_json::{Value, json};

use super::audit_case;
use super::audit_rate::{computed, score_form, step_form};
use super::context::Context;
use super::draft::Draft;
use super::failure::Failure;
use super::guided::Answers;
use super::lens::Lens;
use super::page::Page;
use super::story;
use crate::book::Book;
use crate::book::audits::{CaseToRead, Rating, StepVerdict};
use crate::book::fields::Line;

/// What a conversation about one case needs.
pub(super) struct Talk<'a> {
    pub(super) context: &'a Context,
    pub(super) book: &'a Book,
    pub(super) case: &'a CaseToRead,
    pub(super) lens: &'a Lens<'a>,
    pub(super) draft: &'a Draft,
}

/// What a typed line asks for.
enum Typed {
    Text(String),
    Back,
    Stop,
}

/// Where the answers are read, and where the questions go.
struct Lines<R, W> {
    input: R,
    output: W,
}

impl<R: BufRead, W: Write> Lines<R, W> {
    fn ask(&mut self, prompt: &str) -> std::io::Result<Typed> {
        write!(self.output, "{prompt} > ")?;
        self.output.flush()?;
        let mut typed = String::new();
        if self.input.read_line(&mut typed)? == 0 {
            writeln!(self.output)?;
            return Ok(Typed::Stop);
        }
        Ok(match typed.trim() {
            "!" => Typed::Stop,
            "<" => Typed::Back,
            text => Typed::Text(text.to_owned()),
        })
    }

    /// Asks until the answer is one of the choices, which may be given by their beginning.
    fn choose(
        &mut self,
        prompt: &str,
        choices: &[(&str, String)],
        wrong: &str,
    ) -> std::io::Result<Result<usize, Typed>> {
        loop {
            let text = match self.ask(prompt)? {
                Typed::Text(text) => text.to_lowercase(),
                other => return Ok(Err(other)),
            };
            let begins = |(code, label): &(&str, String)| {
                code.starts_with(&text) || label.to_lowercase().starts_with(&text)
            };
            let mut found = choices.iter().enumerate().filter(|(_, one)| begins(one));
            match (text.is_empty(), found.next(), found.next()) {
                (false, Some((at, _)), None) => return Ok(Ok(at)),
                _ => writeln!(self.output, "  ! {wrong}")?,
            }
        }
    }
}

const VERDICTS: [StepVerdict; 3] = [StepVerdict::Yes, StepVerdict::No, StepVerdict::Doubt];
const SCORES: [Rating; 6] = [
    Rating::Four,
    Rating::Three,
    Rating::Two,
    Rating::One,
    Rating::NotApplicable,
    Rating::NotVisible,
];

/// Holds the conversation; `None` when it was stopped. What was answered is kept as a draft.
pub(super) fn hold(talk: &Talk<'_>, mut line: Line) -> Result<Option<Line>, Failure> {
    let texts = &talk.context.texts;
    // With JSON on standard output, the conversation goes beside it.
    let output: Box<dyn Write> = match talk.context.json {
        true => Box::new(stderr().lock()),
        false => Box::new(stdout().lock()),
    };
    let mut lines = Lines {
        input: stdin().lock(),
        output,
    };
    let (mut steps, mut scores) = resumed(talk, &mut lines)?;
    let mut page = Page::new(talk.context.width, talk.context.colour);
    audit_case::head(&mut page, texts, talk.case);
    write!(lines.output, "{}", page.text())?;
    writeln!(lines.output, "{}", texts.get("audit-rate-keys"))?;
    let criteria = talk
        .case
        .instrument
        .as_ref()
        .map(|one| one.criteria.as_slice())
        .unwrap_or_default();
    loop {
        line.data
            .insert("steps".to_owned(), Value::Array(steps.clone()));
        line.data
            .insert("criteria".to_owned(), Value::Array(scores.clone()));
        talk.draft.save(&line, &Answers::default())?;
        let typed = if let Some(number) = talk.case.judged.get(steps.len()) {
            match step(talk, &mut lines, *number)? {
                Ok(form) => {
                    steps.push(form);
                    continue;
                }
                Err(typed) => typed,
            }
        } else if let Some(criterion) = criteria.get(scores.len()) {
            let mut page = Page::new(talk.context.width, talk.context.colour);
            audit_case::tell_criterion(&mut page, texts, criterion);
            write!(lines.output, "{}", page.text())?;
            match score(talk, &mut lines, &criterion.key)? {
                Ok(form) => {
                    scores.push(form);
                    continue;
                }
                Err(typed) => typed,
            }
        } else {
            match rating(talk, &mut lines, &mut line)? {
                Ok(()) => return Ok(Some(line)),
                Err(typed) => typed,
            }
        };
        match typed {
            Typed::Stop => return Ok(None),
            _ => {
                if scores.pop().is_none() && steps.pop().is_none() {
                    writeln!(lines.output, "{}", texts.get("guided-first"))?;
                }
            }
        }
    }
}

/// Verdicts and scores of a draft, when there is one and the reader goes on with it.
fn resumed<R: BufRead, W: Write>(
    talk: &Talk<'_>,
    lines: &mut Lines<R, W>,
) -> Result<(Vec<Value>, Vec<Value>), Failure> {
    let Some(kept) = talk.draft.load()? else {
        return Ok((Vec::new(), Vec::new()));
    };
    let list = |field: &str| -> Vec<Value> {
        let given = kept.given.data.get(field).and_then(Value::as_array);
        given.cloned().unwrap_or_default()
    };
    let (steps, scores) = (list("steps"), list("criteria"));
    let count = steps.len() + scores.len();
    let same_round =
        kept.given.data.get("round").and_then(Value::as_str) == Some(talk.case.round.code());
    // Steps that were added meanwhile would shift what was answered.
    let same_steps = steps
        .iter()
        .zip(&talk.case.judged)
        .all(|(given, number)| given["step"].as_str() == Some(format!("#{number}").as_str()));
    if count == 0 || !same_round || !same_steps {
        return Ok((Vec::new(), Vec::new()));
    }
    let prompt = talk
        .context
        .texts
        .with("guided-draft", &[("count", count.into())]);
    match lines.ask(&prompt)? {
        Typed::Text(text) if matches!(text.to_lowercase().as_str(), "n" | "nee" | "no") => {
            Ok((Vec::new(), Vec::new()))
        }
        _ => Ok((steps, scores)),
    }
}

fn step<R: BufRead, W: Write>(
    talk: &Talk<'_>,
    lines: &mut Lines<R, W>,
    number: usize,
) -> Result<Result<Value, Typed>, Failure> {
    let texts = &talk.context.texts;
    if let Some(step) = talk.case.step(number) {
        let mut page = Page::new(talk.context.width, talk.context.colour);
        story::tell(&mut page, talk.lens, &talk.case.story, step);
        write!(lines.output, "\n{}", page.text())?;
    }
    let choices = VERDICTS.map(|one| {
        (
            one.code(),
            texts.code("step_verdict", one.code()).into_owned(),
        )
    });
    let prompt = texts.get("audit-rate-right-step");
    let wrong = texts.get("guided-unclear-choice");
    let verdict = match lines.choose(&prompt, &choices, &wrong)? {
        Ok(at) => VERDICTS[at],
        Err(typed) => return Ok(Err(typed)),
    };
    loop {
        match lines.ask(&texts.get("audit-rate-why"))? {
            Typed::Text(text) if text.is_empty() => {
                writeln!(lines.output, "  ! {}", texts.get("fault-missing"))?;
            }
            Typed::Text(text) => return Ok(Ok(step_form(number, verdict, &text))),
            other => return Ok(Err(other)),
        }
    }
}

fn score<R: BufRead, W: Write>(
    talk: &Talk<'_>,
    lines: &mut Lines<R, W>,
    key: &str,
) -> Result<Result<Value, Typed>, Failure> {
    let texts = &talk.context.texts;
    let choices = SCORES.map(|one| (one.code(), texts.code("rating", one.code()).into_owned()));
    for (code, label) in choices.iter().filter(|(code, _)| code.len() > 1) {
        writeln!(lines.output, "    {code}: {label}")?;
    }
    let wrong = texts.get("guided-unclear-choice");
    let score = match lines.choose(&texts.get("audit-rate-score"), &choices, &wrong)? {
        Ok(at) => SCORES[at],
        Err(typed) => return Ok(Err(typed)),
    };
    match lines.ask(&texts.get("audit-rate-why-optional"))? {
        Typed::Text(text) => Ok(Ok(score_form(key, score, &text))),
        other => Ok(Err(other)),
    }
}

/// Shows what the criteria come down to; another rating needs its reason.
fn rating<R: BufRead, W: Write>(
    talk: &Talk<'_>,
    lines: &mut Lines<R, W>,
    line: &mut Line,
) -> Result<Result<(), Typed>, Failure> {
    let texts = &talk.context.texts;
    for field in ["given", "override_reason"] {
        line.data.remove(field);
    }
    let Some(computed) = computed(talk.book, line) else {
        return confirmed(talk, lines);
    };
    let shown = texts.code("rating", computed.code());
    writeln!(
        lines.output,
        "\n{}",
        texts.with("audit-rate-computed", &[("rating", shown.into())])
    )?;
    let given = loop {
        match lines.ask(&texts.get("audit-rate-given"))? {
            Typed::Text(text) if text.is_empty() => break computed,
            Typed::Text(text) => match Rating::from_code(&text).filter(|one| one.code().len() == 1)
            {
                Some(given) => break given,
                None => writeln!(lines.output, "  ! {}", texts.get("guided-unclear-choice"))?,
            },
            other => return Ok(Err(other)),
        }
    };
    line.data.insert("given".to_owned(), json!(given.code()));
    while given != computed && !line.data.contains_key("override_reason") {
        match lines.ask(&texts.get("audit-rate-override"))? {
            Typed::Text(text) if text.is_empty() => {
                writeln!(lines.output, "  ! {}", texts.get("fault-missing"))?;
            }
            Typed::Text(text) => {
                line.data
                    .insert("override_reason".to_owned(), Value::from(text));
            }
            other => return Ok(Err(other)),
        }
    }
    confirmed(talk, lines)
}

fn confirmed<R: BufRead, W: Write>(
    talk: &Talk<'_>,
    lines: &mut Lines<R, W>,
) -> Result<Result<(), Typed>, Failure> {
    let texts = &talk.context.texts;
    loop {
        match lines.ask(&texts.get("guided-confirm"))? {
            Typed::Text(text) => match text.to_lowercase().as_str() {
                "" | "j" | "ja" | "y" | "yes" => return Ok(Ok(())),
                "n" | "nee" | "no" => return Ok(Err(Typed::Stop)),
                _ => writeln!(lines.output, "  {}", texts.get("guided-confirm-help"))?,
            },
            other => return Ok(Err(other)),
        }
    }
}
