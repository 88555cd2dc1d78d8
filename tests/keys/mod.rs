//! Keys and keymaps: how they are written and what they mean.

mod built_in;
mod key;
mod keymap;
