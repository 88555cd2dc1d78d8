//! Record ids: 19 digits, strings on the wire, not in order of creation.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The id of a record, agent, department, …; up to 19 digits, written as a string of digits everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub u64);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// The text is not an id: 1 to 19 ASCII digits were expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an id: 1 to 19 digits were expected")]
pub struct NotAnId;

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text.is_empty() || text.len() > 19 || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotAnId);
        }
        text.parse().map(Id).map_err(|_| NotAnId)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// How many servers hand out ids, each from a block of its own.
const SERVERS: usize = 4;
/// How many ids a block has.
const BLOCK: u64 = 1000;

/// Makes ids. Four imaginary servers each draw from a block of their own and take turns, so a later record often
/// has a smaller id than an earlier one, as in the real services (Bigin sheet §9.4).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Ids {
    base: u64,
    seed: u64,
    made: u64,
    next_block: u64,
    blocks: [(u64, u64); SERVERS],
}

impl Ids {
    /// A maker whose ids are `base` plus something; `base` has 19 digits and ends in at least 10 zeros.
    pub fn new(base: u64, seed: u64) -> Self {
        let mut blocks = [(0, 0); SERVERS];
        for (n, block) in (1_u64..).zip(blocks.iter_mut()) {
            *block = (n, 0);
        }
        Self { base, seed, made: 0, next_block: 1 + SERVERS as u64, blocks }
    }

    /// The next id; the same sequence for the same base and seed.
    pub fn make(&mut self) -> Id {
        let turn = mix(self.seed, self.made / 8);
        self.made += 1;
        let server = usize::try_from(turn % SERVERS as u64).unwrap_or(0);
        let (block, used) = &mut self.blocks[server];
        if *used == BLOCK {
            *block = self.next_block;
            *used = 0;
            self.next_block += 1;
        }
        let id = self.base + *block * BLOCK + *used;
        *used += 1;
        Id(id)
    }
}

/// A well mixed number from a seed and a counter (splitmix64): the sandbox's only source of chance, so that the
/// same seed gives the same world.
pub fn mix(seed: u64, n: u64) -> u64 {
    let mut z = seed.wrapping_add(n.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ids_are_unique_repeatable_and_out_of_order() {
        let mut a = Ids::new(7_618_134_000_000_000_000, 1);
        let mut b = a.clone();
        let made: Vec<Id> = (0..10_000).map(|_| a.make()).collect();
        assert!(made.iter().all(|id| *id == b.make()));
        assert_eq!(made.iter().collect::<HashSet<_>>().len(), made.len());
        assert!(made.windows(2).any(|w| w[1] < w[0]));
        assert!(made.iter().all(|id| id.to_string().len() == 19));
    }

    #[test]
    fn only_digits_are_an_id() {
        assert_eq!("42".parse(), Ok(Id(42)));
        assert_eq!("".parse::<Id>(), Err(NotAnId));
        assert_eq!("4x".parse::<Id>(), Err(NotAnId));
        assert_eq!("-4".parse::<Id>(), Err(NotAnId));
    }
}
