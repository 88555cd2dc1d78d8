//! Parts that screens are made of.

pub mod composer;
pub mod dialog;
pub mod form;
pub mod line;
pub mod list;
pub mod menu;
pub mod notice;
pub mod pane;
pub mod popup;
pub mod prompt;
