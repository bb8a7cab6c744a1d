//! Progress of long work, on a terminal only.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::context::Context;

/// A count that goes up while work is done; silent when nobody looks.
pub(super) struct Progress(ProgressBar);

impl Progress {
    /// Begins; the key names what is being done.
    pub(super) fn start(context: &Context, key: &str) -> Self {
        if !context.progress || context.json {
            return Self(ProgressBar::hidden());
        }
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}: {human_pos} ({elapsed})")
        {
            bar.set_style(style);
        }
        bar.set_message(context.texts.get(key).into_owned());
        bar.enable_steady_tick(Duration::from_millis(120));
        Self(bar)
    }

    /// So many more are done.
    pub(super) fn more(&self, count: u64) {
        self.0.inc(count);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
