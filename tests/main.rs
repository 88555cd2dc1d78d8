//! The one integration crate; a module a subject.

mod cli;
mod client;
mod keys;
/// The local stand-in of Zoho.
mod sandbox;
mod screens;
mod store;
mod term;
mod text;
mod rules;
