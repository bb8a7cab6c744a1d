//! The picture of one measure that a client can understand: no figures, only what was measured.

use super::change_words::Words;
use super::failure::Failure;
use crate::book::change::{ClientChange, Dot, Measure, Moment, Phase, SeriesPicture};

/// The one measure of which a picture can be made.
pub(super) fn only(change: &ClientChange) -> Result<&Measure, Failure> {
    let later = |one: &&Measure| one.series.points.iter().any(|it| it.moment != Moment::Zero);
    let mut measured: Vec<&Measure> = change.measures.iter().filter(later).collect();
    if measured.is_empty() {
        measured = change.measures.iter().collect();
    }
    match measured.as_slice() {
        [one] => Ok(one),
        [] => Err(Failure::usage("change-nothing-to-draw", &change.number)),
        many => {
            let keys: Vec<&str> = many.iter().map(|one| one.series.what.as_str()).collect();
            Err(Failure::usage("change-which-measure", keys.join(", ")))
        }
    }
}

/// The picture of a measure.
pub(super) fn picture(
    words: &Words<'_>,
    change: &ClientChange,
    measure: &Measure,
) -> SeriesPicture {
    let texts = words.texts;
    let series = &measure.series;
    let name = words.measure(&series.what);
    let title = texts.with(
        "change-picture-title",
        &[
            ("measure", name.into()),
            ("number", (&change.number).into()),
        ],
    );
    let scale = series
        .points
        .last()
        .map_or("", |point| point.scale.as_str());
    let dots = series
        .points
        .iter()
        .filter(|point| point.scale == scale)
        .map(|point| Dot {
            on: point.day.since_epoch(),
            value: point.value,
            day: texts.day(point.day),
            told: format!(
                "{}: {}",
                texts.day(point.day),
                words.value(&series.what, point)
            ),
        });
    let dots: Vec<Dot> = dots.collect();
    let sentences = words.sentences(measure);
    let mut notes = sentences.clone();
    notes.push(texts.get("change-no-cause").into_owned());
    SeriesPicture {
        title: title.into_owned(),
        description: sentences.join(" "),
        levels: words.levels(&series.what, scale),
        phases: phases(words, change, measure, &dots),
        dots,
        notes,
    }
}

/// Before, during and after the instrument, as far as the picture reaches.
fn phases(words: &Words<'_>, change: &ClientChange, measure: &Measure, dots: &[Dot]) -> Vec<Phase> {
    let Some(period) = &measure.period else {
        return Vec::new();
    };
    let first = dots.first().map_or(0, |dot| dot.on);
    let last = dots.last().map_or(0, |dot| dot.on);
    let start = period.started.since_epoch();
    let end = period.ended.map(|day| day.since_epoch() + 1);
    let phase = |from: i32, until: i32, name: String, shaded| Phase {
        from,
        until,
        name,
        shaded,
    };
    let mut all = Vec::new();
    if first < start {
        all.push(phase(
            first,
            start,
            words.texts.get("change-before").into_owned(),
            false,
        ));
    }
    let until = end
        .unwrap_or_else(|| last.max(change.on.since_epoch()))
        .max(start + 1);
    all.push(phase(start, until, words.during(period), true));
    if end.is_some() && last > until {
        all.push(phase(
            until,
            last,
            words.texts.get("change-after").into_owned(),
            false,
        ));
    }
    all
}
