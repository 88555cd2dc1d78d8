//! The one integration crate; a module a subject.

mod client;
mod keys;
/// The local stand-in of Zoho.
mod sandbox;
mod screens;
mod term;
mod text;
mod store;
mod rules;
