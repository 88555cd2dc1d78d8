//! Of Bigin, against the CRM's files.

use super::Deviation;

pub const ANSWERS: &[Deviation] = &[];
