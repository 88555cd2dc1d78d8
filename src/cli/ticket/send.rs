//! Through the outbox, as on the screen, but without a hold: a crash at any point leaves a message with a stated fate,
//! and the same command given once more goes on with that message instead of sending a second one.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::left;
use crate::cli::exit::{Exit, Failure};
use crate::cli::print;
use crate::cli::target::Open;
use crate::compose::Concern;
use crate::counter::Error;
use crate::counter::send::{Around, Delivered, Word, deliver};
use crate::model::{Address, Body, CommentId, Draft, DraftKind, Entry, Fate, Outgoing, OutgoingId};
use crate::store::cache::{self, Cache};
use crate::text::letter;

/// Refuses what cannot arrive; asks what people regret, unless it was answered beforehand.
pub fn check(concerns: &[Concern], yes: bool, open: &Open) -> Result<(), Failure> {
    let refused = concerns.iter().any(Concern::refuses);
    let said: Vec<&Concern> = concerns.iter().filter(|concern| concern.refuses() == refused).collect();
    if said.is_empty() || (yes && !refused) {
        return Ok(());
    }
    let reason = said.iter().map(|concern| concern.sentence(&open.words)).collect::<Vec<_>>().join(" ");
    let (exit, kind, id) = if refused {
        (Exit::Usage, "cannot_send", "cli-cannot-send")
    } else {
        (Exit::Asked, "asked", "cli-refused-check")
    };
    let list: Vec<Value> = said.iter().map(|concern| concern_json(concern, open)).collect();
    let sentence = open.words.say_with(id, &[("reason", reason.into())]);
    Err(Failure::new(exit, kind, sentence).with("concerns", json!(list)))
}

fn concern_json(concern: &Concern, open: &Open) -> Value {
    let addresses = |list: &[Address]| json!(list.iter().map(|one| one.email.as_str()).collect::<Vec<_>>());
    let (kind, addresses) = match concern {
        Concern::Nobody => ("nobody", Value::Null),
        Concern::NoSender => ("no_sender", Value::Null),
        Concern::BadAddress(text) => ("bad_address", json!([text])),
        Concern::Empty => ("empty", Value::Null),
        Concern::NoSubject => ("no_subject", Value::Null),
        Concern::Added(list) => ("added", addresses(list)),
        Concern::Dropped(list) => ("dropped", addresses(list)),
        Concern::Outside(list) => ("outside", addresses(list)),
        Concern::NothingAttached => ("nothing_attached", Value::Null),
        Concern::TooLong { .. } => ("too_long", Value::Null),
        Concern::Hidden(_) => ("hidden_text", Value::Null),
    };
    json!({ "kind": kind, "addresses": addresses, "sentence": concern.sentence(&open.words) })
}

/// Sends it and says what became of it. `typed`: the text exists nowhere else, so that it stays a draft when it does
/// not leave.
pub async fn send(draft: Draft, yes: bool, typed: bool, as_json: bool, open: &Open) -> Result<(), Failure> {
    left::check(&draft, open)?;
    let asked = draft.clone();
    let (outgoing, earlier) = open.ask(move |cache| queue(cache, &asked)).await?;
    if earlier {
        let number = [("number", outgoing.draft.ticket_number.as_str().into())];
        print::note(&open.words.say_with("cli-resumed", &number));
    }
    let done = queued(outgoing, yes, typed, as_json, open).await;
    // From here on it stands in the outbox: it must not be begun anew in another place.
    done.map_err(|failure| Failure { place: false, ..failure })
}

async fn queued(
    outgoing: Outgoing,
    yes: bool,
    typed: bool,
    as_json: bool,
    open: &Open,
) -> Result<(), Failure> {
    let (id, words) = (&outgoing.id, &open.words);
    let before = comments(&outgoing.draft, open).await?;
    let checking = |left: SignedDuration| {
        print::note(&open.words.say_with("cli-looking", &[("seconds", left.as_secs().into())]));
    };
    let word = if yes { Word::SendAnyway } else { Word::Send };
    let around = Around { now: Timestamp::now, moved: || {}, checking };
    let delivered = deliver(&open.services, id, word, &around).await;
    let number = || ("number", outgoing.draft.ticket_number.as_str().into());
    match delivered.map_err(|error| left::behind(&error, id, open))? {
        Delivered::Sent(_) => sent(&outgoing, &before, as_json, open).await,
        Delivered::Stale(_, count) => {
            let sentence = words.say_with("cli-grown", &[number(), ("count", count.into())]);
            let failure = Failure::new(Exit::Asked, "grown", sentence);
            Err(put_away(id, typed, failure, open).await.with("new_entries", json!(count)))
        }
        // A script shall not find out later that it was sent after all.
        Delivered::Waiting(error) | Delivered::Failed(error) => {
            Err(put_away(id, typed, open.failure(&error), open).await)
        }
        Delivered::Unknown(error) => Err(unknown(&error, id, open)),
        Delivered::Taken => {
            Err(Failure::new(Exit::Unknown, "taken", words.say_with("cli-taken", &[number()]))
                .with("outgoing_id", json!(id)))
        }
    }
}

/// Into the outbox, without a hold. When the same message stands there with an open end, that one is it.
fn queue(cache: &Cache, draft: &Draft) -> Result<(Outgoing, bool), cache::Error> {
    let open_end = |fate: &Fate| matches!(fate, Fate::Unknown { .. } | Fate::Asked | Fate::Waiting { .. });
    if let Some(left) =
        cache.outbox()?.into_iter().find(|left| open_end(&left.fate) && left::same(&left.draft, draft))
    {
        return Ok((left, true));
    }
    let now = Timestamp::now();
    Ok((cache.queue(draft, now, now)?, false))
}

/// It has certainly not left: what a person typed becomes a draft again, what a script holds is not kept twice. Should
/// that fail, the message stands in the outbox, which `failure` then says.
async fn put_away(id: &OutgoingId, typed: bool, failure: Failure, open: &Open) -> Failure {
    let asked = id.clone();
    let put = move |cache: &mut Cache| {
        if typed {
            cache.take_back(&asked, Timestamp::now()).map(drop)
        } else {
            cache.drop_outgoing(&asked).map(drop)
        }
    };
    match open.ask(put).await {
        Ok(()) => failure,
        Err(_) => left::still(failure, id, open),
    }
}

fn unknown(error: &Error, id: &OutgoingId, open: &Open) -> Failure {
    let reason = open.failure(error).sentence;
    let told = if open.unkept { "cli-unknown-unkept" } else { "cli-unknown" };
    let sentence = open.words.say_with(told, &[("reason", reason.into())]);
    Failure::new(Exit::Unknown, "unknown", sentence).with("outgoing_id", json!(id))
}

/// The comments of the ticket that are known, by id, with their text. Desk gives an id to a comment only when it has it.
async fn comments(draft: &Draft, open: &Open) -> Result<Vec<(CommentId, String)>, Failure> {
    let ticket = draft.ticket.clone();
    let said = open.ask(move |cache| cache.conversation(&ticket)).await?;
    let entries = said.map(|said| said.entries).unwrap_or_default();
    let text = |body: &Body| letter(body, u16::MAX).text().trim().to_owned();
    let comment = |entry: &Entry| match entry {
        Entry::Comment(comment) => Some((comment.id.clone(), text(&comment.body))),
        Entry::Thread(_) => None,
    };
    Ok(entries.iter().filter_map(comment).collect())
}

async fn sent(
    outgoing: &Outgoing,
    before: &[(CommentId, String)],
    as_json: bool,
    open: &Open,
) -> Result<(), Failure> {
    let draft = &outgoing.draft;
    let comment = if draft.kind.is_mail() {
        None
    } else {
        // The one that was not there before; of several, the one that says what was written.
        let new = comments(draft, open).await?;
        let mut new: Vec<_> =
            new.into_iter().filter(|(id, _)| before.iter().all(|(old, _)| old != id)).collect();
        let ours = new.iter().rposition(|(_, text)| *text == draft.body.trim());
        ours.or_else(|| new.len().checked_sub(1)).map(|at| new.swap_remove(at).0)
    };
    let (id, ticket) = (outgoing.id.clone(), draft.ticket.clone());
    let (now, ticket) = open.ask(move |cache| Ok((cache.outgoing(&id)?, cache.ticket(&ticket)?))).await?;
    let (at, thread) = match now.map(|now| now.fate) {
        Some(Fate::Sent { at, thread }) => (Some(at), thread),
        _ => {
            print::note(&open.words.say("cli-unnoted"));
            (None, None)
        }
    };
    if as_json {
        return print::json(&json!({
            "ticket": { "id": draft.ticket, "number": draft.ticket_number }, "kind": kind(draft.kind),
            "fate": "sent", "sent_at": at, "outgoing_id": outgoing.id, "thread_id": thread,
            "comment_id": comment,
            "status": ticket.map(|ticket| ticket.status),
        }));
    }
    let said = if draft.kind.is_mail() { "cli-sent" } else { "cli-commented" };
    let args = [("number", draft.ticket_number.as_str().into())];
    print::out(&format!("{}\n", open.words.say_with(said, &args)))
}

fn kind(kind: DraftKind) -> &'static str {
    match kind {
        DraftKind::Reply => "reply",
        DraftKind::ReplyAll => "reply_all",
        DraftKind::Forward => "forward",
        DraftKind::PrivateComment => "private_comment",
        DraftKind::PublicComment => "public_comment",
    }
}
