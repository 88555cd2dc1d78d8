//! The mutation gate: an engine without one rule has to be caught. A rule that nobody misses is redundant or untested;
//! either is worth knowing.

use balcao::sync::rules::{AllBut, Rule};

use super::case::{Way, plain, run};

/// A rule, and a seed that fails without it.
const KILLED: &[(&[Rule], u64)] = &[];

#[test]
fn without_a_rule_a_seed_fails() {
    for &(rules, seed) in KILLED {
        let mutant = super::world::Case { rules: AllBut(rules), ..plain(seed) };
        assert!(run(Way::Two, mutant).is_err(), "{rules:?} off: and seed {seed} does not notice");
        assert_eq!(run(Way::Two, plain(seed)).map(drop), Ok(()), "seed {seed} with all rules");
    }
}
