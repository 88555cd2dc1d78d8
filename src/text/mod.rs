//! Messages and safe display.
