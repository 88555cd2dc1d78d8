//! Keys and keymaps: how they are written and what they mean.

mod key;
mod keymap;
