//! Times as OCEL files write them.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::model::Moment;
use crate::base::Timestamp;

/// RFC 3339 in UTC; with six decimals only where the moment has a fraction.
pub(super) fn write(at: Timestamp) -> String {
    match jiff::Timestamp::from_microsecond(at.0) {
        Ok(moment) if at.0.rem_euclid(1_000_000) == 0 => format!("{moment:.0}"),
        Ok(moment) => format!("{moment:.6}"),
        Err(_) => "1970-01-01T00:00:00Z".to_owned(),
    }
}

/// Bytes of a time; one with nine decimals, an offset and the name of a zone takes half of it.
const TIME_LEN_MAX: usize = 128;

/// Reads a moment with its offset; a civil time, or `0` for the origin, is taken as UTC. `None`
/// when it is neither.
pub(super) fn read(text: &str) -> Option<Moment> {
    if text.len() > TIME_LEN_MAX {
        return None;
    }
    let trimmed = text.trim();
    let moment = |at: jiff::Timestamp, assumed_utc| Moment {
        at: Timestamp(at.as_microsecond()),
        assumed_utc,
        text: text.to_owned(),
    };
    if let Ok(at) = trimmed.parse::<jiff::Timestamp>() {
        return Some(moment(at, false));
    }
    if trimmed == "0" {
        return Some(moment(jiff::Timestamp::UNIX_EPOCH, true));
    }
    let civil = trimmed.parse::<DateTime>().ok()?;
    let at = civil.to_zoned(TimeZone::UTC).ok()?.timestamp();
    Some(moment(at, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2022-01-09T15:30:00Z is 1,641,742,200 seconds after 1970 (`date -d … +%s`).
    #[test]
    fn times_are_read_with_and_without_an_offset() {
        let check = |text: &str, expected: Option<(i64, bool)>| {
            let found = read(text).map(|moment| (moment.at.0 / 1_000_000, moment.assumed_utc));
            assert_eq!(found, expected, "{text}");
        };
        check("2022-01-09T15:30:00Z", Some((1_641_742_200, false)));
        check("2022-01-09T16:30:00+01:00", Some((1_641_742_200, false)));
        check("2022-01-09T15:30:00", Some((1_641_742_200, true)));
        check(" 2022-01-09 15:30:00 ", Some((1_641_742_200, true)));
        check("0", Some((0, true)));
        check("yesterday", None);
        check(&format!("2022-01-09T15:30:00Z{}", " ".repeat(200)), None);
        check("", None);
        assert_eq!(write(Timestamp(0)), "1970-01-01T00:00:00Z");
        assert_eq!(write(Timestamp(1_500_000)), "1970-01-01T00:00:01.500000Z");
    }
}
