//! The one integration crate; a module a subject.

mod cli;
mod client;
mod counter;
/// What is served, called and checked of what Zoho publishes.
mod coverage;
mod docs;
/// What strangers can write, written by chance.
mod fuzz;
mod keys;
mod layers;
/// The sync core over HTTP, against the sandbox.
mod pairing;
mod pty;
/// What Zoho publishes, and what is held against it.
mod published;
mod rules;
/// The local stand-in of Zoho.
mod sandbox;
mod screens;
mod store;
/// The sync core, simulated.
mod sync;
mod term;
mod text;
