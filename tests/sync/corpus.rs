//! Seeds that failed once, each for a reason of its own. They run first. A seed names a history only as long as the world
//! stays as it is: those of the worlds before this one have become rules of the gate, these were found in this one.

use super::case::Way;

/// The mode, the seed, and what it showed.
pub const SEEDS: &[(Way, u64, &str)] = &[
    (Way::Two, 366, "a write that cannot be undone left its link unplanned"),
    (Way::Two, 1482, "a value that had gone across before the backup was restored"),
    (Way::Two, 3773, "a restored record that a person changed before it was seen"),
    (Way::Two, 4265, "a value on its way while the service it came from is restored"),
    (Way::Two, 6752, "a record that a list forgot while it was dead"),
    (Way::Two, 11_184, "a clock that is set back lets a write leave after its lease"),
    (Way::Two, 27_995, "a person's word about a field that is turned over"),
    (Way::Two, 48_605, "a clock that is set back hides that a sweep is due"),
    (Way::Two, 2_893_319, "one that does not lead any more has still to tell that it is done"),
    (Way::Two, 3_136_894, "refused because of a record that was gone before anybody saw it"),
    (Way::Two, 4_059_450, "an index that shows for a while what a backup took away"),
    (Way::Two, 5_232_874, "a field that is pinned while the same is typed on both sides"),
    (Way::Two, 5_256_326, "a backup within one second"),
    (Way::Two, 5_327_295, "a list that forgets a record that comes back from the dead"),
    (Way::Two, 5_330_252, "a dead record that a backup brings back older than it was"),
    (Way::Two, 6_005_222, "a pair that has left with something to be undone"),
    (Way::Two, 6_050_875, "an undone value that the service refuses"),
    (Way::Two, 7_067_274, "a decision that was carried out again and again"),
    (Way::Two, 20_243_392, "a backup brings back what was typed while the pair rested"),
    (Way::Two, 30_210_439, "an undone write that is undone while the other side has its value"),
    (Way::Two, 30_719_979, "refused because of a record that does not pass the filter"),
    (Way::Two, 60_059_161, "a backup from before somebody came back to the value that it has"),
    (Way::Turn, 60_121_972, "a write that lands late with the value that an undo wants back"),
    (Way::Turn, 9_050_579, "a write that is undone before anybody knows that it arrived"),
    (Way::One, 98, "a decision for a side that may not be written across"),
    (Way::One, 1059, "what cannot be undone in one-way"),
];
