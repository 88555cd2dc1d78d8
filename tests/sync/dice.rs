//! Chance that can be thrown again: one generator per concern, so that taking one away does not shift the others.

/// A small fast generator (splitmix64): equal seeds, equal throws.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// For a seed and a concern.
    pub fn new(seed: u64, concern: u64) -> Self {
        let mut dice =
            Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ concern.wrapping_mul(0xD1B5_4A32_D192_ED03));
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From zero up to, not including, `bound`.
    pub fn below(&mut self, bound: u32) -> u32 {
        u32::try_from(((self.next() >> 32) * u64::from(bound)) >> 32).expect("below a u32")
    }

    /// An index of something with `len` parts.
    pub fn index(&mut self, len: usize) -> usize {
        self.below(u32::try_from(len).expect("few")) as usize
    }

    /// Milliseconds below a bound.
    pub fn ms(&mut self, bound: u32) -> i64 {
        i64::from(self.below(bound.max(1)))
    }

    /// True in so many of a thousand throws.
    pub fn in_thousand(&mut self, many: u32) -> bool {
        many > 0 && self.below(1000) < many
    }
}
