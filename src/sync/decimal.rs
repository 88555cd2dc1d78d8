//! Numbers without rounding: whole units and a power of ten.

use serde::{Deserialize, Serialize};

use std::{fmt, str::FromStr};

/// A decimal number, `units / 10^scale`, kept without zeros at its end: equal numbers are equal values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Decimal {
    units: i64,
    scale: u8,
}

impl Decimal {
    /// `units / 10^scale`.
    pub const fn new(mut units: i64, mut scale: u8) -> Self {
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        Self { units, scale }
    }
}

impl From<i64> for Decimal {
    fn from(units: i64) -> Self {
        Self::new(units, 0)
    }
}

/// Not a decimal number, or one of more than eighteen digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a decimal number of at most eighteen digits")]
pub struct NotDecimal;

impl FromStr for Decimal {
    type Err = NotDecimal;

    fn from_str(text: &str) -> Result<Self, NotDecimal> {
        let text = text.trim();
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let all = [whole, part].concat();
        if all.is_empty() || all.len() > 18 || !all.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotDecimal);
        }
        let units: i64 = all.parse().map_err(|_| NotDecimal)?;
        Ok(Self::new(sign * units, u8::try_from(part.len()).map_err(|_| NotDecimal)?))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return self.units.fmt(f);
        }
        let sign = if self.units < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.units.unsigned_abs(), width = usize::from(self.scale) + 1);
        let (whole, part) = digits.split_at(digits.len() - usize::from(self.scale));
        write!(f, "{sign}{whole}.{part}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_one_form() {
        for (text, shown) in [("1.50", "1.5"), ("-0.05", "-0.05"), ("100", "100"), ("0.0", "0"), ("7.", "7")]
        {
            let number: Decimal = text.parse().unwrap();
            assert_eq!(number.to_string(), shown);
            assert_eq!(shown.parse::<Decimal>(), Ok(number));
        }
        for wrong in ["", "-", ".", "1e3", "1,5", "1234567890123456789"] {
            assert_eq!(wrong.parse::<Decimal>(), Err(NotDecimal), "{wrong}");
        }
    }
}
