//! Text: mail as people's programs write it, and what never may happen whatever comes in.

mod folds;
mod letters;
mod safety;
mod words;
