//! Delivering one message.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};

use super::guard::{News, news};
use super::look_up::{Found, look_up};
use crate::counter::{Error, Result, Services, files};
use crate::model::{
    Address, BodyKind, Draft, DraftKind, Entry, Fate, LocalFile, Outgoing, OutgoingId, TicketId, UploadId,
    addresses,
};
use crate::store::cache::{self as store, Cache, Slot};
use crate::text::to_html;
use crate::zoho::{self, NewComment, Reply};

/// What became of it.
#[derive(Debug)]
pub enum Delivered {
    /// Desk has it.
    Sent(TicketId),
    /// The ticket grew by so many entries since the writer looked: it stays here.
    Stale(TicketId, usize),
    /// The network is away, or the service has trouble: it has certainly not left, and waits for another try.
    Waiting(Error),
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
pub struct Around<N, M, C> {
    /// The time, asked whenever it matters.
    pub now: N,
    /// Told when the message has another fate in the outbox, so that the screen can say so.
    pub moved: M,
    /// Told before each look after a lost answer how long it may still take.
    pub checking: C,
}

/// On whose word a message is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Nobody's: its hold is over, or it is tried again. What waits for a person is left alone.
    Due,
    /// A person's, who has not looked at the ticket since: if it has grown, the message stays here.
    Send,
    /// A person's, who has seen what is new.
    SendAnyway,
}

/// Delivers it, if that is still for this process to do.
pub async fn deliver(
    services: &Services,
    id: &OutgoingId,
    word: Word,
    around: &Around<impl Fn() -> Timestamp, impl Fn(), impl Fn(SignedDuration)>,
) -> Result<Delivered> {
    let (asked, now) = (id.clone(), (around.now)());
    let read = move |cache: &mut Cache| {
        let found = cache.outgoing(&asked)?;
        // What waits may be another process's; should that have ended meanwhile, it is ours now.
        if matches!(&found, Some(Outgoing { fate: Fate::Waiting { .. }, .. })) {
            cache.recover(now)?;
        }
        Ok::<_, store::Error>(found)
    };
    let Some(outgoing) = services.keeper.ask(read).await? else {
        return Ok(Delivered::Taken);
    };
    // What was read on a screen may be over: a message that was held has become a question since.
    if word == Word::Due && matches!(outgoing.fate, Fate::Asked | Fate::Stale | Fate::Failed { .. }) {
        return Ok(Delivered::Taken);
    }
    if let Fate::Unknown { since } = outgoing.fate {
        return settle_unknown(services, &outgoing, since, around).await;
    }
    let despite_news =
        word == Word::SendAnyway || matches!(outgoing.fate, Fate::Waiting { despite_news: true, .. });
    if outgoing.draft.kind.is_mail() && !despite_news {
        match news(services, &outgoing.draft, (around.now)()).await {
            Ok(News::None) => {}
            Ok(News::Some(count)) => {
                let parked = park(services, &outgoing, Fate::Stale).await?;
                let stale = Delivered::Stale(outgoing.draft.ticket, count);
                return Ok(if parked { stale } else { Delivered::Taken });
            }
            Err(error) => return stays(services, &outgoing, despite_news, (around.now)(), error).await,
        }
    }
    send(services, &outgoing, despite_news, around).await
}

/// The answer was lost: looks the message up, and hands it over again only when it is certain not to be there.
async fn settle_unknown(
    services: &Services,
    outgoing: &Outgoing,
    since: Timestamp,
    around: &Around<impl Fn() -> Timestamp, impl Fn(), impl Fn(SignedDuration)>,
) -> Result<Delivered> {
    let (id, draft) = (&outgoing.id, &outgoing.draft);
    match look_up(services, draft, since, around).await {
        Ok(Found::There(at, thread)) => {
            arrived(services, id, Fate::Sent { at, thread }).await;
            Ok(Delivered::Sent(draft.ticket.clone()))
        }
        Ok(Found::Nowhere) if outgoing.attempts < TRIES => {
            Box::pin(send(services, outgoing, false, around)).await
        }
        Ok(Found::Nowhere) => {
            stays(services, outgoing, false, (around.now)(), Error::NotArrived(outgoing.attempts)).await
        }
        // The ticket is gone: nobody will ever find the message there, and its writer decides what becomes of it.
        Err(error @ Error::Zoho(zoho::Error::NotFound { .. })) => {
            stays(services, outgoing, false, (around.now)(), error).await
        }
        Err(error) => Ok(Delivered::Unknown(error)),
    }
}

async fn send(
    services: &Services,
    outgoing: &Outgoing,
    despite_news: bool,
    around: &Around<impl Fn() -> Timestamp, impl Fn(), impl Fn(SignedDuration)>,
) -> Result<Delivered> {
    let (id, draft) = (&outgoing.id, &outgoing.draft);
    // Files go up before the claim: uploading twice is harmless, and a file that is gone stops the message here.
    let uploads = match upload(services, &draft.files).await {
        Ok(uploads) => uploads,
        Err(error) => return stays(services, outgoing, despite_news, (around.now)(), error).await,
    };
    let (asked, attempts, since) = (id.clone(), outgoing.attempts, (around.now)());
    if !services.keeper.ask(move |cache| cache.begin_after(&asked, attempts, since)).await? {
        return Ok(Delivered::Taken);
    }
    (around.moved)();
    match call(services, draft, uploads).await {
        Ok(entry) => {
            let thread = match &entry {
                Entry::Thread(thread) => Some(thread.id.clone()),
                Entry::Comment(_) => None,
            };
            arrived(services, id, Fate::Sent { at: (around.now)(), thread }).await;
            let ticket = draft.ticket.clone();
            if let Err(error) = services.keeper.put(move |cache| cache.put_entry(&ticket, &entry)).await {
                tracing::warn!(%error, "what was sent could not be kept");
            }
            Ok(Delivered::Sent(draft.ticket.clone()))
        }
        Err(Error::Zoho(error)) if error.is_unknown() => {
            // What cannot be noted stays `Sending`, which says the same to whoever finds it.
            if let Err(error) = settle(services, id, Fate::Unknown { since }).await {
                tracing::warn!(%error, "a lost answer could not be noted");
            }
            (around.moved)();
            let outgoing = Outgoing { attempts: outgoing.attempts + 1, ..outgoing.clone() };
            settle_unknown(services, &outgoing, since, around).await
        }
        Err(error) => {
            let (fate, delivered) = set_back(error, despite_news, since);
            settle(services, id, fate).await?;
            Ok(delivered)
        }
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

/// It cannot be handed over now, and nobody tried.
async fn stays(
    services: &Services,
    outgoing: &Outgoing,
    despite_news: bool,
    now: Timestamp,
    error: Error,
) -> Result<Delivered> {
    let (fate, delivered) = set_back(error, despite_news, now);
    Ok(if park(services, outgoing, fate).await? { delivered } else { Delivered::Taken })
}

/// It has certainly not left: it waits when that passes by itself, and a person is told when it does not.
fn set_back(error: Error, despite_news: bool, now: Timestamp) -> (Fate, Delivered) {
    let reason = error.reason();
    // Of what came before the call itself, an upload alone can end unknown, and twice does no harm there.
    let lost = matches!(&error, Error::Zoho(error) if error.is_unknown());
    if error.passes() || lost {
        (Fate::Waiting { since: now, reason, despite_news }, Delivered::Waiting(error))
    } else {
        (Fate::Failed { reason }, Delivered::Failed(error))
    }
}

pub(super) async fn park(services: &Services, outgoing: &Outgoing, fate: Fate) -> Result<bool> {
    let (id, attempts) = (outgoing.id.clone(), outgoing.attempts);
    Ok(services.keeper.ask(move |cache| cache.park(&id, attempts, &fate)).await?)
}

/// Desk has it. When that cannot be noted (a full disk), the outbox goes on saying `Sending`: whoever finds it there looks
/// the ticket up before anything is sent.
async fn arrived(services: &Services, id: &OutgoingId, fate: Fate) {
    if let Err(error) = settle(services, id, fate).await {
        tracing::warn!(%error, "a message was sent, and that could not be noted");
    }
}

async fn settle(services: &Services, id: &OutgoingId, fate: Fate) -> Result<()> {
    let id = id.clone();
    services.keeper.ask(move |cache| cache.settle(&id, &fate)).await?;
    Ok(())
}
