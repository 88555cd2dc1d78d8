//! The rules of the screen: before, keys, after, and what was asked for outside.

mod counter;
mod creating;
mod customers;
mod door;
mod drafts;
mod links;
mod others;
mod queue;
mod reread;
mod saving;
mod sending;
mod status;
pub mod sync;
mod sync_reads;
mod sync_runs;
mod typing;
mod unasked;
mod waiting;
