//! Due times and countdowns.

use jiff::Timestamp;

use super::Clock;
use crate::model::StatusKind;
use crate::text::Words;

impl Clock {
    /// The due column of a ticket: `overdue 2h`, `in 3h`, and `–` when nothing is due: without a due time, on hold
    /// (the due time stands still), or closed.
    pub fn due(&self, words: &Words, due: Option<Timestamp>, kind: StatusKind) -> String {
        match due {
            Some(due) if kind == StatusKind::Open => {
                let left = Self::seconds(self.now, due);
                if left < 0 {
                    words.say_with("time-overdue", &[("span", span(words, -left).into())])
                } else {
                    self.due_in(words, left)
                }
            }
            _ => words.say("time-none"),
        }
    }

    /// What is left until a moment, to the second, never negative: `10 s`, `1:05`. Rounded up, so that a hold of ten
    /// seconds starts at 10 and ends when 1 is over.
    pub fn countdown(&self, words: &Words, until: Timestamp) -> String {
        let left = until.duration_since(self.now).as_millis().max(0);
        let left = i64::try_from((left + 999) / 1000).unwrap_or(i64::MAX);
        if left < 60 {
            words.say_with("time-seconds", &[("count", left.into())])
        } else {
            format!("{}:{:02}", left / 60, left % 60)
        }
    }

    #[expect(clippy::unused_self, reason = "reads as the other verbs of the clock")]
    pub(super) fn due_in(&self, words: &Words, left: i64) -> String {
        words.say_with("time-in", &[("span", span(words, left).into())])
    }
}

/// The largest unit that fits, as short as can be: `45s`, `12min`, `2h`, `3d`.
fn span(words: &Words, seconds: i64) -> String {
    let (id, count) = match seconds {
        ..60 => ("time-span-seconds", seconds),
        60..3600 => ("time-span-minutes", seconds / 60),
        3600..172_800 => ("time-span-hours", seconds / 3600),
        _ => ("time-span-days", seconds / 86_400),
    };
    words.say_with(id, &[("count", count.into())])
}
