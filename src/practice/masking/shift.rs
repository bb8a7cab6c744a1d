//! Days and pseudonyms that hold within one round and one case.

use crate::base::Day;

/// Least number of weeks by which the days of a case are moved: a year.
pub const WEEKS_MIN: i32 = 52;

/// Greatest number of weeks by which the days of a case are moved: fifteen years.
pub const WEEKS_MAX: i32 = 780;

/// Letters of a pseudonym: no vowels, so that it spells no word, and none that look alike.
const LETTERS: &[u8; 20] = b"BCDFGHJKLMNPQRSTVWXZ";

/// Letters in a pseudonym.
const LEN: usize = 6;

/// By how many weeks the days of a case are moved in a round, always back so that no day lies in the
/// future: from the bits of a key of that round and case, and never by a number that an earlier
/// round took for this case.
#[must_use]
pub fn weeks(key: &[u8; 16], taken: &[i32]) -> i32 {
    let mut number = [0; 8];
    number.copy_from_slice(&key[..8]);
    let all = WEEKS_MAX - WEEKS_MIN + 1;
    let wide = u64::try_from(all).unwrap_or(1);
    let start = i32::try_from(u64::from_be_bytes(number) % wide).unwrap_or(0);
    let shift = |number: i32| -(WEEKS_MIN + number % all);
    // The next free one is taken.
    (start..start + all)
        .map(shift)
        .find(|weeks| !taken.contains(weeks))
        .unwrap_or_else(|| shift(start))
}

/// A day, moved; `None` when it leaves the calendar.
#[must_use]
pub fn shifted(day: Day, weeks: i32) -> Option<Day> {
    day.plus(weeks.checked_mul(7)?)
}

/// The name of a case in a round, from the bits of a key of that round and case.
#[must_use]
pub fn pseudonym(key: &[u8; 16]) -> String {
    let mut rest = u128::from_be_bytes(*key);
    let base = LETTERS.len() as u128;
    (0..LEN)
        .map(|_| {
            let place = usize::try_from(rest % base).unwrap_or(0);
            rest /= base;
            char::from(LETTERS[place])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_move_by_whole_weeks_and_never_by_a_number_that_was_taken() {
        let day: Day = "2025-02-17".parse().unwrap();
        let mut taken = Vec::new();
        for _ in WEEKS_MIN..=WEEKS_MAX {
            let weeks = weeks(&[7; 16], &taken);
            assert!((WEEKS_MIN..=WEEKS_MAX).contains(&-weeks), "{weeks}");
            assert!(!taken.contains(&weeks), "{weeks} was taken");
            let moved = shifted(day, weeks).unwrap();
            assert_eq!(moved.days_since(day) % 7, 0);
            taken.push(weeks);
        }
        // When every shift is taken there is none left that differs.
        assert!(taken.contains(&weeks(&[7; 16], &taken)));
    }

    #[test]
    fn a_pseudonym_has_six_letters_and_follows_from_the_key() {
        let one = pseudonym(&[1; 16]);
        assert_eq!(one.len(), LEN);
        assert_eq!(one, pseudonym(&[1; 16]));
        assert_ne!(one, pseudonym(&[2; 16]));
    }
}
