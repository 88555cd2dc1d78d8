//! The state and rules of the screen.
