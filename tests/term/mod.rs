//! The terminal: what a terminal emulator shows after our bytes, and how many they are.

mod bytes;
mod frames;
mod look;
mod session;
mod show;
