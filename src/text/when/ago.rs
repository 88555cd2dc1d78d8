//! How long ago: short and relative, for lists.

use jiff::Timestamp;

use super::Clock;
use crate::text::Words;

impl Clock {
    /// A past time in a list: `now`, `12 min`, `3 h` (today), `yesterday`, `14 Oct`, `14 Oct 2024` in another year.
    /// A time ahead, by clocks that differ or on purpose, reads `in 3h` within a day, else as a date.
    pub fn ago(&self, words: &Words, at: Timestamp) -> String {
        let past = Self::seconds(at, self.now);
        if past < -60 {
            return if past > -86_400 { self.due_in(words, -past) } else { self.day(words, at) };
        }
        let then = self.local(at).date();
        let today = self.local(self.now).date();
        match past {
            ..60 => words.say("time-now"),
            60..3600 => words.say_with("time-minutes", &[("count", (past / 60).into())]),
            _ if then == today => words.say_with("time-hours", &[("count", (past / 3600).into())]),
            _ if today.yesterday().is_ok_and(|day| day == then) => words.say("time-yesterday"),
            _ => self.day(words, at),
        }
    }

    /// The age of what is shown: `8s ago`, `12 min ago`, `3 h ago`, `2 d ago`.
    pub fn age(&self, words: &Words, at: Timestamp) -> String {
        let past = Self::seconds(at, self.now).max(0);
        let (id, count) = match past {
            ..60 => ("time-age-seconds", past),
            60..3600 => ("time-age-minutes", past / 60),
            3600..86_400 => ("time-age-hours", past / 3600),
            _ => ("time-age-days", past / 86_400),
        };
        words.say_with(id, &[("count", count.into())])
    }

    /// A message in a conversation: `14:02` today, `Mon 14:02` within a week, `14 Oct 14:02`, with the year when it
    /// is another.
    pub fn stamp(&self, words: &Words, at: Timestamp) -> String {
        let then = self.local(at);
        let time = then.strftime("%H:%M").to_string();
        let days = (self.local(self.now).date() - then.date()).get_days();
        match days {
            0 => time,
            1..7 => format!("{} {time}", words.say(weekday(then.weekday()))),
            _ => format!("{} {time}", self.day(words, at)),
        }
    }

    /// A day: `14 Oct`, `14 Oct 2024` in another year.
    pub fn day(&self, words: &Words, at: Timestamp) -> String {
        let then = self.local(at);
        let month = words.say(month(then.month()));
        let day = then.day().to_string();
        if then.year() == self.local(self.now).year() {
            words.say_with("time-day", &[("day", day.into()), ("month", month.into())])
        } else {
            let year = then.year().to_string();
            words.say_with(
                "time-day-year",
                &[("day", day.into()), ("month", month.into()), ("year", year.into())],
            )
        }
    }
}

pub(super) fn weekday(day: jiff::civil::Weekday) -> &'static str {
    use jiff::civil::Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    match day {
        Monday => "time-monday",
        Tuesday => "time-tuesday",
        Wednesday => "time-wednesday",
        Thursday => "time-thursday",
        Friday => "time-friday",
        Saturday => "time-saturday",
        Sunday => "time-sunday",
    }
}

fn month(month: i8) -> &'static str {
    match month {
        1 => "time-january",
        2 => "time-february",
        3 => "time-march",
        4 => "time-april",
        5 => "time-may",
        6 => "time-june",
        7 => "time-july",
        8 => "time-august",
        9 => "time-september",
        10 => "time-october",
        11 => "time-november",
        _ => "time-december",
    }
}
