//! The one integration crate; a module a subject.

mod store;
