//! What the screens look like: text and styles, in both languages, in every state; and that no size and no foreign text
//! breaks them.

mod asking;
mod conversation;
mod counter;
mod door;
mod floating;
mod inert;
mod pairs;
mod picture;
pub mod porch;
mod queue;
mod sizes;
pub mod stage;
mod states;
mod sync;
mod themes;
pub mod world;
mod writing;
