//! Exact times, for record pages and quotes.

use jiff::Timestamp;

use super::{Clock, ago::weekday};
use crate::text::Words;

impl Clock {
    /// Date, time and zone in full: `Mon 14 Oct 2024 14:02 -03`.
    pub fn exact(&self, words: &Words, at: Timestamp) -> String {
        let then = self.local(at);
        let zone = then.strftime("%Z").to_string();
        format!(
            "{} {} {} {zone}",
            words.say(weekday(then.weekday())),
            self.date(words, at),
            then.strftime("%H:%M")
        )
    }

    /// The date with its year always: `14 Oct 2024`.
    pub fn date(&self, words: &Words, at: Timestamp) -> String {
        let other_year = Self::new(Timestamp::MIN, self.zone.clone());
        other_year.day(words, at)
    }
}
