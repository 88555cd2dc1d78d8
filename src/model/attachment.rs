//! Files: those that hang on a message, and those about to be sent.

use std::path::PathBuf;

use super::{AttachmentId, UploadId};

/// A file on a thread, comment or ticket.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Attachment {
    /// Its id in Desk.
    pub id: AttachmentId,
    /// Its name as the sender gave it: foreign text, never a path to write to.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// Where its bytes are: a URL of the API, fetched with the agent's token.
    pub href: String,
}

/// A file of this machine that shall go out with a draft.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LocalFile {
    /// Where it lies. For a file carried over by *Forward* that exists only in Desk, empty.
    pub path: PathBuf,
    /// The name under which it goes out.
    pub name: String,
    /// Its size in bytes when it was attached.
    pub size: u64,
    /// The upload in Desk once it was made, so that a second try does not upload again.
    pub upload: Option<UploadId>,
    /// For a file carried over by *Forward*: where its bytes come from.
    pub source: Option<Attachment>,
}
