//! The one integration crate; a module a subject.

/// The local stand-in of Zoho.
mod sandbox;
mod screens;
mod text;
mod keys;
mod term;
mod client;
