//! When things happened, counted back from the moment the sandbox starts.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

/// The calendar of the house: its zone and the moment the story ends.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// When the story ends.
    pub now: Timestamp,
    /// Where the house is.
    pub zone: TimeZone,
}

impl Calendar {
    /// A calendar in the zone of that IANA name; UTC when there is no such zone.
    pub fn new(now: Timestamp, zone: &str) -> Self {
        Self { now, zone: TimeZone::get(zone).unwrap_or(TimeZone::UTC) }
    }

    /// The date at the house, so many days from now.
    pub fn date(&self, days: i64) -> Date {
        let today = self.now.to_zoned(self.zone.clone()).date();
        today.saturating_add(days.days())
    }

    /// A time of day on a date, at the house.
    pub fn at(&self, date: Date, time: Time) -> Timestamp {
        date.to_datetime(time).to_zoned(self.zone.clone()).map_or(self.now, |zoned| zoned.timestamp())
    }

    /// The month before a moment, 0 = January: what bills and reports are about.
    pub fn month_before(&self, moment: Timestamp) -> usize {
        let month = moment.to_zoned(self.zone.clone()).month(); // 1 to 12
        usize::try_from((month + 10) % 12).unwrap_or(0)
    }

    /// So many working days ago, at that time.
    pub fn working_days_ago(&self, days: u32, time: Time) -> Timestamp {
        let mut date = self.date(0);
        for _ in 0..days {
            date = date.saturating_sub(1.day());
            while is_weekend(date) {
                date = date.saturating_sub(1.day());
            }
        }
        self.at(date, time)
    }

    /// The moment, or the next one at which people work (8 to 19 h, Monday to Friday).
    pub fn at_work(&self, moment: Timestamp) -> Timestamp {
        let zoned = moment.to_zoned(self.zone.clone());
        let (mut date, mut hour) = (zoned.date(), zoned.hour());
        if hour >= 19 {
            date = date.saturating_add(1.day());
            hour = 8;
        } else if hour < 8 {
            hour = 8;
        }
        while is_weekend(date) {
            date = date.saturating_add(1.day());
            hour = hour.clamp(8, 11);
        }
        let time = Time::constant(hour, 0, 0, 0);
        let within = i64::from(zoned.minute()) * 60 + i64::from(zoned.second());
        self.at(date, time) + SignedDuration::from_secs(within)
    }

    /// A moment as a play writes it: `35m`, `2h`, `1h20` ago, or `3d` with a time: working days ago.
    pub fn ago(&self, when: &str, time: Option<Time>) -> Option<Timestamp> {
        match (when.strip_suffix('d'), time) {
            (Some(days), Some(time)) => Some(self.working_days_ago(days.parse().ok()?, time)),
            _ => Some(self.now - length(when)?),
        }
    }

    /// A due time as a play writes it: `in 25m`, `2h ago`.
    pub fn due(&self, text: &str) -> Option<Timestamp> {
        if let Some(when) = text.strip_prefix("in ") {
            return Some(self.now + length(when)?);
        }
        Some(self.now - length(text.strip_suffix(" ago")?)?)
    }
}

/// Whether nobody works.
fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// A length: `35m`, `2h`, `1h20`, `3d`.
fn length(text: &str) -> Option<SignedDuration> {
    let minutes = if let Some(days) = text.strip_suffix('d') {
        days.parse::<i64>().ok()? * 24 * 60
    } else if let Some(minutes) = text.strip_suffix('m') {
        minutes.parse().ok()?
    } else {
        let (hours, minutes) = text.split_once('h')?;
        let minutes = if minutes.is_empty() { 0 } else { minutes.parse().ok()? };
        hours.parse::<i64>().ok()? * 60 + minutes
    };
    Some(SignedDuration::from_mins(minutes))
}

/// A time of day, `14:02`.
pub fn clock_time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn monday_noon() -> Calendar {
        let now = "2026-11-16T15:00:00Z".parse().expect("a moment");
        Calendar::new(now, "America/Sao_Paulo")
    }

    #[test]
    fn days_are_working_days_and_minutes_are_exact() {
        let calendar = monday_noon();
        let text = |moment: Option<Timestamp>| moment.map(|moment| moment.to_string());
        assert_eq!(text(calendar.ago("1d", clock_time("09:12"))).as_deref(), Some("2026-11-13T12:12:00Z"));
        assert_eq!(text(calendar.ago("1h20", None)).as_deref(), Some("2026-11-16T13:40:00Z"));
        assert_eq!(text(calendar.due("in 4m")).as_deref(), Some("2026-11-16T15:04:00Z"));
        assert_eq!(text(calendar.due("26h ago")).as_deref(), Some("2026-11-15T13:00:00Z"));
        assert_eq!(calendar.ago("soon", None), None);
    }

    #[test]
    fn nobody_works_at_night_or_on_sunday() {
        let calendar = monday_noon();
        let sunday_night: Timestamp = "2026-11-16T01:30:00Z".parse().expect("a moment");
        assert_eq!(calendar.at_work(sunday_night).to_string(), "2026-11-16T11:30:00Z");
        let tuesday: Timestamp = "2026-11-10T17:05:09Z".parse().expect("a moment");
        assert_eq!(calendar.at_work(tuesday), tuesday);
    }
}
