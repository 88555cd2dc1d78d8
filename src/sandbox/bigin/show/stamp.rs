//! Times as Bigin writes them: whole seconds, in a zone, with its offset.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// `2026-10-07T03:21:34-03:00`. By hand: a page has two hundred rows with several times each.
pub fn stamp(zone: &TimeZone, at: Timestamp) -> String {
    let offset = zone.to_offset(at);
    let civil = offset.to_datetime(at);
    let mut text = String::with_capacity(25);
    let year = u32::try_from(civil.year()).unwrap_or(0);
    digits(&mut text, year / 100);
    digits(&mut text, year % 100);
    for (mark, number) in [
        ('-', civil.month()),
        ('-', civil.day()),
        ('T', civil.hour()),
        (':', civil.minute()),
        (':', civil.second()),
    ] {
        text.push(mark);
        digits(&mut text, u32::from(number.unsigned_abs()));
    }
    let minutes = offset.seconds() / 60;
    text.push(if minutes < 0 { '-' } else { '+' });
    digits(&mut text, minutes.unsigned_abs() / 60);
    text.push(':');
    digits(&mut text, minutes.unsigned_abs() % 60);
    text
}

fn digits(text: &mut String, number: u32) {
    for digit in [number / 10 % 10, number % 10] {
        text.push(char::from_digit(digit, 10).unwrap_or('0'));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_what_strftime_writes() {
        for zone in ["UTC", "America/Sao_Paulo", "Asia/Kolkata", "America/St_Johns"] {
            let zone = TimeZone::get(zone).expect("a zone");
            for second in [0, 951_782_399, 1_793_000_000, -1, 4_102_444_800] {
                let at = Timestamp::from_second(second).expect("a time");
                let long = at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
                assert_eq!(stamp(&zone, at), long);
            }
        }
    }
}
