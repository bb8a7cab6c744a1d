//! Codes that occur in row after row, such as the name of a team, kept once.
//!
//! A row then refers to the code instead of holding its own copy. What is kept is never let go of,
//! so there is a bound to it; a code that comes after is copied as before.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

/// Codes that are kept at most, of all books that a process opens.
const CODES_MAX: usize = 4_096;

/// Length of a code that is worth keeping, in bytes.
const LEN_MAX: usize = 64;

/// What is kept, by all threads together.
static KEPT: Mutex<Option<HashSet<&'static str>>> = Mutex::new(None);

thread_local! {
    /// What this thread has seen of it, so that threads do not wait for each other.
    static SEEN: RefCell<HashSet<&'static str>> = RefCell::new(HashSet::new());
}

/// A code, as one that is kept when it can be.
pub(super) fn kept(code: &str) -> Cow<'static, str> {
    if code.len() > LEN_MAX {
        return Cow::Owned(code.to_owned());
    }
    let found = SEEN.with_borrow(|seen| seen.get(code).copied());
    if let Some(kept) = found.or_else(|| keep(code)) {
        return Cow::Borrowed(kept);
    }
    Cow::Owned(code.to_owned())
}

fn keep(code: &str) -> Option<&'static str> {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let kept = kept.get_or_insert_default();
    let one = match kept.get(code) {
        Some(one) => *one,
        None if kept.len() < CODES_MAX => {
            let one: &'static str = Box::leak(code.into());
            kept.insert(one);
            one
        }
        None => return None,
    };
    SEEN.with_borrow_mut(|seen| seen.insert(one));
    Some(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_kept_once_and_no_more_of_them_than_the_bound() {
        let first = kept("Noord");
        assert!(matches!(first, Cow::Borrowed("Noord")));
        assert!(std::ptr::eq(&raw const *first, &raw const *kept("Noord")));
        assert!(matches!(kept(&"x".repeat(65)), Cow::Owned(_)));
        let owned = |at: usize| matches!(kept(&format!("code {at}")), Cow::Owned(_));
        let copied = (0..CODES_MAX + 1).filter(|at| owned(*at)).count();
        assert!(copied >= 2, "{copied}");
        assert_eq!(kept("code 1"), "code 1");
        assert_eq!(kept("one too many"), "one too many");
    }
}
