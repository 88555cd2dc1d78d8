//! Seeds that failed once, each for a reason of its own. They run first.

use super::case::Way;

/// The mode, the seed, and what it showed.
pub const SEEDS: &[(Way, u64, &str)] = &[
    (Way::Two, 3, "a write's old value has to be journalled before the call leaves"),
    (Way::Two, 8, "a record that dies while its write is under way"),
    (Way::Two, 28, "the same value typed on both sides, then cleared on one"),
    (Way::Two, 81, "a person puts back what was there before a lost write"),
    (Way::Two, 131, "a service that rewrites, and a lost answer"),
    (Way::Two, 145, "a command given to a process that does not lead"),
    (Way::Two, 409, "a late write over a person's value"),
    (Way::Two, 657, "a lost write whose target is gone, and comes back"),
    (Way::Two, 749, "a record renamed while its twin was dead"),
    (Way::Two, 888, "an intent whose source is no longer work"),
    (Way::Two, 1111, "a twin that is restored while its copy is made"),
    (Way::Two, 1263, "two leaders, one of them held up"),
    (Way::Two, 3842, "a third value on a record that comes back"),
    (Way::Two, 6589, "a clock that went back"),
    (Way::Two, 12118, "a copy that died before its answer was found"),
    (Way::Two, 24694, "a copy whose source died"),
];
