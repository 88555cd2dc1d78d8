//! Files in and out.

use serde::Deserialize;
use tokio::io::AsyncWrite;

use super::Desk;
use crate::{
    model::{Attachment, AttachmentId, UploadId},
    zoho::{
        Error, Service,
        error::quoted,
        transport::Call,
        wire::{Count, Text},
    },
};

/// Desk takes no larger file (desk.md §14).
const LARGEST: usize = 20 * 1024 * 1024;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct WireFile {
    id: Text,
    name: Text,
    size: Count,
    href: Text,
}

impl WireFile {
    pub(super) fn into_model(self) -> Option<Attachment> {
        Some(Attachment {
            id: AttachmentId::new(self.id.some()?),
            name: self.name.or_empty(),
            size: self.size.0.unwrap_or(0),
            href: self.href.or_empty(),
        })
    }
}

impl Desk {
    /// Uploads a file, to be named in a reply, comment or ticket (`POST /uploads`). At most 20 MB. It is tried again
    /// when the answer is lost: an upload that nobody names does no harm.
    pub async fn upload(&self, name: &str, bytes: Vec<u8>) -> Result<UploadId, Error> {
        if bytes.len() > LARGEST {
            let why = "it is larger than 20 MB, and Desk takes no larger one; send a link instead".into();
            return Err(Error::File { name: quoted(name), why });
        }
        let name: String =
            name.chars().filter(|c| !c.is_control() && !matches!(c, '"' | '\\' | '/')).collect();
        let call = Call::change(reqwest::Method::POST, &["uploads"]).file(name, bytes).harmless_twice();
        let file = self.transport.send(&call).await?.record::<WireFile>()?;
        let garbled = || Error::Garbled { service: Service::Desk, why: "the upload has no id".into() };
        file.id.some().map(UploadId::new).ok_or_else(garbled)
    }

    /// Writes an attachment to `sink` and gives its length in bytes (at most 32 MB). An `href` outside the profile's
    /// hosts is refused: the token is never sent elsewhere.
    pub async fn download(
        &self,
        href: &str,
        sink: &mut (impl AsyncWrite + Unpin + Send),
    ) -> Result<u64, Error> {
        self.transport.fetch(href, sink).await
    }
}
