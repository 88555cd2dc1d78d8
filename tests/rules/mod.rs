//! The rules of the screen: before, keys, after, and what was asked for outside.

mod counter;
mod creating;
mod drafts;
mod links;
mod others;
mod reread;
mod sending;
mod status;
mod typing;
mod unasked;
mod waiting;
