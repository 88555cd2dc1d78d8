//! Days as text. A day is counted from 1970-01-01, by the calendar that is in use everywhere today.

/// The order of day, month and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// 31/12/2026
    DayFirst,
    /// 12/31/2026
    MonthFirst,
    /// 2026-12-31
    YearFirst,
}

/// The day of a text; none when it names no day. Any mark may stand between the numbers.
pub fn read(text: &str, order: Order) -> Option<i32> {
    let mut numbers = [0_i32; 3];
    let mut parts = text.trim().split(|mark: char| !mark.is_ascii_digit());
    for number in &mut numbers {
        let part = parts.next()?;
        *number = if part.len() <= 4 { part.parse().ok()? } else { return None };
    }
    let [a, b, c] = numbers;
    let (year, month, day) = match order {
        Order::DayFirst => (c, b, a),
        Order::MonthFirst => (c, a, b),
        Order::YearFirst => (a, b, c),
    };
    // What comes out has to be what went in: there is no thirty-first of June.
    let found = count(year, month, day);
    let real = (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..=9999).contains(&year);
    (parts.next().is_none() && real && date(found) == (year, month, day)).then_some(found)
}

/// The text of a day.
pub fn write(day: i32, order: Order) -> String {
    let (year, month, day) = date(day);
    match order {
        Order::DayFirst => format!("{day:02}/{month:02}/{year:04}"),
        Order::MonthFirst => format!("{month:02}/{day:02}/{year:04}"),
        Order::YearFirst => format!("{year:04}-{month:02}-{day:02}"),
    }
}

/// Days from 1970-01-01. Years begin in March here, so that the odd day of February is the last.
fn count(year: i32, month: i32, day: i32) -> i32 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * month + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn date(days: i32) -> (i32, i32, i32) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let year = year + era * 400;
    if month < 10 { (year, month + 3, day) } else { (year + 1, month - 9, day) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ORDERS: [Order; 3] = [Order::DayFirst, Order::MonthFirst, Order::YearFirst];

    #[test]
    fn days_that_everybody_knows() {
        assert_eq!(read("1970-01-01", Order::YearFirst), Some(0));
        assert_eq!(read("29/02/2024", Order::DayFirst), Some(19_782));
        assert_eq!(write(19_782, Order::MonthFirst), "02/29/2024");
        for wrong in ["31/06/2024", "29/02/2023", "1/2", "1/2/3/4", "", "aa/bb/cccc", "1/2/99"] {
            assert_eq!(read(wrong, Order::DayFirst), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_day_comes_back(day in -300_000_i32..2_900_000) {
            for order in ORDERS {
                prop_assert_eq!(read(&write(day, order), order), Some(day));
            }
        }
    }
}
