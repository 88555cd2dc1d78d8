//! Keys and the keymap.
