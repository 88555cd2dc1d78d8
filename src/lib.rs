//! `balcao`: the counter between Zoho Bigin and Zoho Desk, in a terminal.
//!
//! The map of the house, one line a room. Who may import whom is checked by `tests/layers`.

/// Plain data, the words of the screen: contacts, tickets, threads, drafts. No IO.
pub mod model;

/// Messages in English and Brazilian Portuguese, and the safe display of foreign text.
pub mod text;

/// Settings, paths, profiles, secrets.
pub mod config;

/// The outside world over HTTP: one transport, Accounts, Bigin v2, Desk v1.
pub mod zoho;

/// What lives on disk: the cache that the screens read, drafts, the outbox.
pub mod store;

/// The rules of writing to a customer: recipients, quotes, what is asked before sending. Pure.
pub mod compose;

/// What an agent does at the counter, a verb a file; the screen and the command line share it.
pub mod counter;

/// Signing in and out: from nothing to a profile, and back.
pub mod signin;

/// The sync core: two systems agree. Pure: events in, effects out.
pub mod sync;

/// What the integration does: carries the core's effects out, and tells what it did.
pub mod pairing;

/// Keys, chords and the keymap.
pub mod keys;

/// The state and the rules of the screen; no drawing, no IO, no clock.
pub mod app;

/// Drawing: a function of the state.
pub mod ui;

/// The terminal itself: entering, leaving, input, one write a frame.
pub mod term;

/// Carries out the effects that the screen asks for.
pub mod jobs;

/// Builds the parts and owns the loop; the only place that knows all of them.
pub mod run;

/// The command line, a file a command.
pub mod cli;

/// The local stand-in of Zoho Accounts, Bigin v2 and Desk v1.
pub mod sandbox;
