//! Parts that screens are made of.

pub(super) mod composer;
pub(super) mod dialog;
pub(super) mod editor;
pub(super) mod field;
pub(super) mod find;
pub(super) mod foot;
pub(super) mod form;
pub(super) mod help;
pub(super) mod hints;
pub(super) mod list;
pub(super) mod menu;
pub(super) mod outbox;
pub(super) mod pane;
pub(super) mod popup;
pub(super) mod prompt;
pub(super) mod search;
pub(super) mod tickets;
pub(super) mod too_small;
pub(super) mod topbar;
pub(super) mod written;
