//! What a message says: kept, or told again from the seed whenever somebody asks.

use serde::{Deserialize, Serialize};

/// How a text is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Plain text.
    #[default]
    Plain,
    /// HTML.
    Html,
}

/// A text and how it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// How it is written.
    pub kind: Kind,
    /// The words, as they go over the wire.
    pub content: String,
}

/// The body of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Body {
    /// Kept word by word.
    Text(Text),
    /// Made on demand by the story, from the seed and this number; so that 200 000 tickets fit in memory.
    Told {
        /// Which message of the story.
        n: u64,
    },
}

impl Body {
    /// A kept plain text.
    pub fn plain(content: impl Into<String>) -> Self {
        Self::Text(Text { kind: Kind::Plain, content: content.into() })
    }

    /// A kept HTML text.
    pub fn html(content: impl Into<String>) -> Self {
        Self::Text(Text { kind: Kind::Html, content: content.into() })
    }
}

/// The bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    /// Kept in the world's blobs, under the file's own id.
    Kept,
    /// Made on demand by the story.
    Told {
        /// Which file of the story.
        n: u64,
    },
}
