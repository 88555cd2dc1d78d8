//! Days, weeks and months of the portal's calendar, for filters that name them.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use crate::sandbox::world::World;

/// A stretch of time: from, up to but without.
pub type Stretch = (Timestamp, Timestamp);

fn zone(world: &World) -> TimeZone {
    let name = world.desk.settings.organizations.first().map_or("UTC", |org| org.time_zone.as_str());
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

fn stretch(zone: &TimeZone, from: Date, days: i64) -> Option<Stretch> {
    let to = from.checked_add(days.days()).ok()?;
    let start = |date: Date| date.to_zoned(zone.clone()).map(|day: Zoned| day.timestamp()).ok();
    Some((start(from)?, start(to)?))
}

/// What a filter's word means now; `None` for a word that names no stretch. Weeks begin on Sunday, as in
/// Desk's own calendar.
pub fn named(world: &World, at: Timestamp, name: &str) -> Option<Stretch> {
    let zone = zone(world);
    let today = at.to_zoned(zone.clone()).date();
    let back = |days: i64| today.checked_sub(days.days()).ok();
    match name {
        "today" => stretch(&zone, today, 1),
        "yesterday" => stretch(&zone, back(1)?, 1),
        "tomorrow" => stretch(&zone, today.tomorrow().ok()?, 1),
        "currentWeek" => {
            let since_sunday = i64::from(today.weekday().to_sunday_zero_offset());
            stretch(&zone, back(since_sunday)?, 7)
        }
        "currentMonth" => stretch(&zone, today.first_of_month(), i64::from(today.days_in_month())),
        "last3days" => stretch(&zone, back(2)?, 3),
        "last7days" => stretch(&zone, back(6)?, 7),
        "last15days" => stretch(&zone, back(14)?, 15),
        "last30days" => stretch(&zone, back(29)?, 30),
        _ => None,
    }
}

/// Whether a time lies in a stretch.
pub fn within(stretch: Stretch, at: Timestamp) -> bool {
    stretch.0 <= at && at < stretch.1
}
