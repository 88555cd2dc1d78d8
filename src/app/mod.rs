//! The state of the screen and its rules. `update` takes a message and returns effects; nothing here draws, waits,
//! reads a clock or touches a disk. The state holds `now`.

pub mod action;
pub mod context;
mod contexts;
pub mod door;
pub mod effect;
pub mod message;
pub mod parts;
mod popups;
pub mod regions;
mod say;
pub mod screens;
mod state;
mod update;
mod wake;

pub use action::Action;
pub use context::Context;
pub use effect::{Effect, Fetch, Load, Loaded};
pub use message::{Message, Trouble};
pub use regions::Regions;
pub use state::{App, Front, ScreenName, Start};
