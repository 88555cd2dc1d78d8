//! A path being typed, with completion: to attach a file, or to save one.

use super::line::Line;
use crate::model::Attachment;

/// What the path is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum For {
    /// Attach the file to the open draft.
    Attach,
    /// Save this attachment there.
    Save(Attachment),
}

/// A path being typed.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What it is for.
    pub purpose: For,
    /// What is typed.
    pub path: Line,
    /// How it could go on.
    pub choices: Vec<String>,
    /// What was wrong with it.
    pub trouble: Option<String>,
    /// The file is being fetched, or written.
    pub waits: bool,
}
