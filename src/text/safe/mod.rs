//! Foreign text made inert for display. Whatever came from outside passes through here on its way to the screen:
//! subjects, names, file names, messages. What is kept has a width on which terminals agree; what could drive the
//! terminal, turn the reading direction or hide is replaced or dropped, and [`tricks`] says that it was there.

mod chars;
mod lines;
#[cfg(test)]
mod tests;
mod tower;
mod trick;

pub use lines::{block, line};
pub use trick::{Trick, escaped, tricks};
