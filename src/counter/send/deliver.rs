//! Delivering one message.

use std::path::Path;

use jiff::Timestamp;

use super::guard::{News, news};
use super::look_up::{Found, look_up};
use crate::counter::{Error, Result, Services, files};
use crate::model::{
    Address, BodyKind, Draft, DraftKind, Entry, Fate, LocalFile, Outgoing, OutgoingId, TicketId, UploadId,
    addresses,
};
use crate::store::cache::Slot;
use crate::text::to_html;
use crate::zoho::{NewComment, Reply};

/// What became of it.
#[derive(Debug)]
pub enum Delivered {
    /// Desk has it.
    Sent(TicketId),
    /// The ticket grew by so many entries since the writer looked: it stays here.
    Stale(TicketId, usize),
    /// It did not leave, and the outbox says why.
    Failed(Error),
    /// The answer was lost and the ticket cannot be looked up now: it stays unknown, and will be looked up again.
    Unknown(Error),
    /// Somebody else has it: another process, or an undo that came first.
    Taken,
}

/// How often a message is handed over before a person is asked: each further time only after a look-up that did not
/// find it.
const TRIES: u32 = 3;

/// What delivering needs from outside.
pub struct Around<N, M> {
    /// The time, asked whenever it matters.
    pub now: N,
    /// Told when the message has another fate in the outbox, so that the screen can say so.
    pub moved: M,
}

/// Delivers it. `despite_news`: its writer has seen what is new.
pub async fn deliver(
    services: &Services,
    id: &OutgoingId,
    despite_news: bool,
    around: &Around<impl Fn() -> Timestamp, impl Fn()>,
) -> Result<Delivered> {
    let asked = id.clone();
    let Some(outgoing) = services.keeper.ask(move |cache| cache.outgoing(&asked)).await? else {
        return Ok(Delivered::Taken);
    };
    if let Fate::Unknown { since } = outgoing.fate {
        return settle_unknown(services, &outgoing, since, around).await;
    }
    if outgoing.draft.kind.is_mail() && !despite_news {
        match news(services, &outgoing.draft, (around.now)()).await {
            Ok(News::None) => {}
            Ok(News::Some(count)) => {
                settle(services, id, Fate::Stale).await?;
                return Ok(Delivered::Stale(outgoing.draft.ticket, count));
            }
            Err(error) => return fail(services, id, error).await,
        }
    }
    send(services, &outgoing, around).await
}

/// The answer was lost: looks the message up, and hands it over again only when it is certain not to be there.
async fn settle_unknown(
    services: &Services,
    outgoing: &Outgoing,
    since: Timestamp,
    around: &Around<impl Fn() -> Timestamp, impl Fn()>,
) -> Result<Delivered> {
    let (id, draft) = (&outgoing.id, &outgoing.draft);
    match look_up(services, draft, since, &around.now).await {
        Ok(Found::There(at, thread)) => {
            settle(services, id, Fate::Sent { at, thread }).await?;
            Ok(Delivered::Sent(draft.ticket.clone()))
        }
        Ok(Found::Nowhere) if outgoing.attempts < TRIES => Box::pin(send(services, outgoing, around)).await,
        Ok(Found::Nowhere) => {
            let lost = Error::NotArrived(outgoing.attempts);
            fail(services, id, lost).await
        }
        Err(error) => Ok(Delivered::Unknown(error)),
    }
}

async fn send(
    services: &Services,
    outgoing: &Outgoing,
    around: &Around<impl Fn() -> Timestamp, impl Fn()>,
) -> Result<Delivered> {
    let (id, draft) = (&outgoing.id, &outgoing.draft);
    // Files go up before the claim: uploading twice is harmless, and a file that is gone stops the message here.
    let uploads = match upload(services, &draft.files).await {
        Ok(uploads) => uploads,
        Err(error) => return fail(services, id, error).await,
    };
    let (asked, since) = (id.clone(), (around.now)());
    if !services.keeper.ask(move |cache| cache.begin(&asked, since)).await? {
        return Ok(Delivered::Taken);
    }
    (around.moved)();
    match call(services, draft, uploads).await {
        Ok(entry) => {
            let thread = match &entry {
                Entry::Thread(thread) => Some(thread.id.clone()),
                Entry::Comment(_) => None,
            };
            settle(services, id, Fate::Sent { at: (around.now)(), thread }).await?;
            let ticket = draft.ticket.clone();
            services.keeper.put(move |cache| cache.put_entry(&ticket, &entry)).await?;
            Ok(Delivered::Sent(draft.ticket.clone()))
        }
        Err(Error::Zoho(error)) if error.is_unknown() => {
            settle(services, id, Fate::Unknown { since }).await?;
            (around.moved)();
            let outgoing = Outgoing { attempts: outgoing.attempts + 1, ..outgoing.clone() };
            settle_unknown(services, &outgoing, since, around).await
        }
        Err(error) => fail(services, id, error).await,
    }
}

async fn call(services: &Services, draft: &Draft, attachments: Vec<UploadId>) -> Result<Entry> {
    let desk = &services.zoho.desk;
    if !draft.kind.is_mail() {
        let mentionable = services.keeper.ask(|cache| cache.get(&Slot::AGENTS)).await?;
        let comment = NewComment {
            content: draft.body.clone(),
            public: draft.kind == DraftKind::PublicComment,
            attachments,
            mentionable: mentionable.map(|(agents, _)| agents).unwrap_or_default(),
        };
        return Ok(Entry::Comment(desk.comment(&draft.ticket, &comment).await?));
    }
    let reply = Reply {
        from: draft.from.clone().unwrap_or_else(|| Address::bare("")),
        to: addresses(&draft.to),
        cc: addresses(&draft.cc),
        bcc: addresses(&draft.bcc),
        content: to_html(&draft.body),
        forward: draft.kind == DraftKind::Forward,
        in_reply_to: draft.in_reply_to.clone(),
        attachments,
    };
    let mut thread = desk.send_reply(&draft.ticket, &reply).await?;
    if thread.body.kind == BodyKind::Missing {
        // The answer need not repeat what was sent.
        thread.body = crate::model::Body { kind: BodyKind::Html, text: reply.content };
    }
    Ok(Entry::Thread(thread))
}

async fn upload(services: &Services, list: &[LocalFile]) -> Result<Vec<UploadId>> {
    let mut uploads = Vec::with_capacity(list.len());
    for file in list {
        let bytes = match (&file.upload, &file.source) {
            (Some(upload), _) => {
                uploads.push(upload.clone());
                continue;
            }
            (None, Some(source)) => {
                let mut bytes = Vec::new();
                services.zoho.desk.download(&source.href, &mut bytes).await?;
                bytes
            }
            (None, None) => files::read(Path::new(&file.path)).await?,
        };
        uploads.push(services.zoho.desk.upload(&file.name, bytes).await?);
    }
    Ok(uploads)
}

async fn fail(services: &Services, id: &OutgoingId, error: Error) -> Result<Delivered> {
    settle(services, id, Fate::Failed { reason: error.to_string() }).await?;
    Ok(Delivered::Failed(error))
}

async fn settle(services: &Services, id: &OutgoingId, fate: Fate) -> Result<()> {
    let id = id.clone();
    services.keeper.ask(move |cache| cache.settle(&id, &fate)).await?;
    Ok(())
}
