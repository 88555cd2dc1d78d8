//! Chance that is always the same for the same seed.

use super::super::world::id::mix;

/// A row of numbers from a seed.
#[derive(Clone, Debug)]
pub struct Dice {
    seed: u64,
    thrown: u64,
}

impl Dice {
    /// Dice for a purpose: other purposes of the same seed get other numbers.
    pub fn new(seed: u64, purpose: u64) -> Self {
        Self { seed: mix(seed, purpose), thrown: 0 }
    }

    /// Dice for a purpose that has a name.
    pub fn named(seed: u64, purpose: &str) -> Self {
        Self::new(seed, hash(purpose))
    }

    /// A number for the purpose of these dice, however often they were thrown.
    pub fn purpose(&self) -> u64 {
        self.seed
    }

    /// Any number.
    pub fn any(&mut self) -> u64 {
        self.thrown += 1;
        mix(self.seed, self.thrown)
    }

    /// A number below `limit`; 0 when the limit is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        let any = self.any() >> 33;
        usize::try_from(any).unwrap_or(0).checked_rem(limit).unwrap_or(0)
    }

    /// A number from `from` up to but not including `to`, which is larger.
    pub fn between(&mut self, from: i64, to: i64) -> i64 {
        let width = usize::try_from(to - from).unwrap_or(0);
        from + i64::try_from(self.below(width)).unwrap_or(0)
    }

    /// True in so many of a hundred cases.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }

    /// One of these words; nothing of nothing.
    pub fn word<'a>(&mut self, from: &'a [String]) -> &'a str {
        self.pick(from).map_or("", String::as_str)
    }

    /// The text with every `#` a digit.
    pub fn digits(&mut self, template: &str) -> String {
        template.chars().map(|c| if c == '#' { self.digit() } else { c }).collect()
    }

    fn digit(&mut self) -> char {
        char::from_digit(u32::try_from(self.below(10)).unwrap_or(0), 10).unwrap_or('0')
    }
}

/// A number for a text, always the same (FNV-1a).
pub fn hash(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3))
}
