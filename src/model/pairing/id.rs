//! Names of things: numbers that cannot be mixed up.

use std::fmt;

macro_rules! number {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub struct $name(pub $inner);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

number! {
    /// A record's id in its own system: up to nineteen digits (sheets `bigin.md` §1, `desk.md` §3).
    RecordId(u64)
}
number! {
    /// A pair of records that belong together, in this ledger.
    LinkId(u64)
}
number! {
    /// A line of the mapping. The number stays with the line through all revisions, because bases are kept under it.
    FieldId(u16)
}
number! {
    /// A write, from its intent to its result; the key of its rows in the journal.
    OpId(u64)
}
number! {
    /// A call that is under way; told back with its answer. Counts from one in every engine.
    CallId(u64)
}
