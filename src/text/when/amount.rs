//! Numbers as people write them: counts, file sizes, money.

use crate::text::Lang;

/// A whole number in groups of three, parted by blanks as the screens show it in every language: `1 243`.
pub fn count(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", grouped(number.unsigned_abs(), " "))
}

/// A file size in the unit that fits: `312 B`, `84 KB`, `1.2 MB` (`1,2 MB` in Portuguese). A KB is 1 024 bytes.
pub fn size(bytes: u64, lang: Lang) -> String {
    const UNITS: [&str; 4] = ["KB", "MB", "GB", "TB"];
    if bytes < 1024 {
        return format!("{bytes} B");
    }
    // In tenths of the unit, rounded, so that what would read 1 024 KB reads 1 MB.
    let tenths = |unit: usize| {
        let one = 1_u128 << (10 * (unit + 1));
        (u128::from(bytes) * 10 + one / 2) / one
    };
    let unit = (0..UNITS.len()).find(|unit| tenths(*unit) < 10_235).unwrap_or(UNITS.len() - 1);
    let tenths = tenths(unit);
    let point = if lang == Lang::En { '.' } else { ',' };
    if tenths >= 100 || tenths % 10 == 0 || unit == 0 {
        format!("{} {}", (tenths + 5) / 10, UNITS[unit])
    } else {
        format!("{}{point}{} {}", tenths / 10, tenths % 10, UNITS[unit])
    }
}

/// An amount given in hundredths, with the currency's sign where it is well known: `R$ 1.234,56`, `$1,234.56`,
/// `1,234.56 CHF`. `currency` is the ISO code; empty when it is not known.
pub fn money(cents: i64, currency: &str, lang: Lang) -> String {
    let (group, point) = if lang == Lang::En { (",", ".") } else { (".", ",") };
    let whole = cents.unsigned_abs();
    let number = format!("{}{point}{:02}", grouped(whole / 100, group), whole % 100);
    let sign = if cents < 0 { "-" } else { "" };
    let blank = if lang == Lang::En { "" } else { " " };
    match currency {
        "" => format!("{sign}{number}"),
        "BRL" => format!("{sign}R$ {number}"),
        "USD" if lang == Lang::PtBr => format!("{sign}US$ {number}"),
        "USD" => format!("{sign}${number}"),
        "EUR" => format!("{sign}€{blank}{number}"),
        "GBP" => format!("{sign}£{blank}{number}"),
        other => format!("{sign}{number} {}", crate::text::line(other)),
    }
}

fn grouped(number: u64, by: &str) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push_str(by);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_grouped() {
        assert_eq!([0, 999, 1243, -1_000_000].map(count), ["0", "999", "1 243", "-1 000 000"]);
    }

    #[test]
    fn sizes_take_the_unit_that_fits() {
        let sizes = [312, 1024, 86_016, 1_258_291, 12_582_912, 1_048_575, 5_368_709_120];
        assert_eq!(
            sizes.map(|bytes| size(bytes, Lang::En)),
            ["312 B", "1 KB", "84 KB", "1.2 MB", "12 MB", "1 MB", "5 GB"]
        );
        assert_eq!(size(1_258_291, Lang::PtBr), "1,2 MB");
    }

    #[test]
    fn money_is_written_as_at_home() {
        assert_eq!(money(123_456, "BRL", Lang::PtBr), "R$ 1.234,56");
        assert_eq!(money(123_456, "BRL", Lang::En), "R$ 1,234.56");
        assert_eq!(money(-5, "USD", Lang::En), "-$0.05");
        assert_eq!(money(100_000_000, "EUR", Lang::PtBr), "€ 1.000.000,00");
        assert_eq!(money(100, "CHF", Lang::En), "1.00 CHF");
    }
}
