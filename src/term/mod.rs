//! The terminal itself: taking it and giving it back, what comes in, one write a frame.
//!
//! The only room that knows crossterm and the only one that writes to the screen. What is drawn is the
//! business of `ui`, what a key means that of `keys`.

mod input;
mod look;
mod out;
mod say;
mod screen;
mod session;

pub use input::{Button, Click, Input, InputHandle, spawn};
pub use look::{Colour, Look, Refusal, Wishes};
pub use out::Out;
pub use say::Osc;
pub use screen::{Cursor, Drawn, LIMIT, Options as ScreenOptions, Screen};
pub use session::{Options as SessionOptions, Session, restore_sequence};
