//! `POST /tickets/{id}/sendReply`: replies, replies to all (the others are in `cc`), forwards (sheet §12).

use jiff::SignedDuration;

use super::letter::{Letter, bounces};
use super::{project, show};
use crate::sandbox::desk::acts::speak::{self, Speech};
use crate::sandbox::desk::acts::status;
use crate::sandbox::desk::answer::{Refusal, Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::tickets::update::change;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::thread::{Author, Sent};
use crate::sandbox::world::desk::{Status, Ticket};
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::post("/tickets/{ticket}/sendReply", &["Desk.tickets.UPDATE"], &["parentConversationId"], reply),
    Route::post("/tickets/{ticket}/resendFailedThread", &["Desk.tickets.UPDATE"], &["threadId"], resend),
];

/// How long a message waits in the outbox when it is not sent at once.
const UNDO: SignedDuration = SignedDuration::from_secs(10);

/// How a message of these particulars leaves.
pub fn sent(call: &Call, letter: &Letter) -> Sent {
    if bounces(letter.mail.as_ref()) {
        Sent::Failed
    } else if letter.at_once {
        Sent::Success
    } else {
        Sent::Pending(call.now + UNDO)
    }
}

/// The message that a letter becomes.
pub fn speech(ticket: &Ticket, call: &Call, letter: &Letter, sent: Sent) -> Speech {
    let author = if letter.incoming { Author::Contact(ticket.contact) } else { Author::Agent(call.agent) };
    Speech {
        channel: letter.channel.clone(),
        incoming: letter.incoming,
        sent,
        private: letter.private,
        forward: letter.forward,
        description: false,
        author,
        body: letter.text.clone(),
        mail: letter.mail.clone(),
        in_reply_to: letter.in_reply_to,
        attachments: letter.attachments.clone().unwrap_or_default(),
    }
}

/// Gives the ticket the status that goes with a message.
pub fn with_status(world: &mut World, call: &Call, ticket: Id, to: Option<&Status>) -> Result<(), Refusal> {
    match to {
        Some(to) => change(world, call, ticket, |ticket| status::set(ticket, to, call.now)),
        None => Ok(()),
    }
}

fn reply(world: &mut World, call: &Call) -> Served {
    let ticket = permission::ticket(world, call)?.clone();
    permission::may_reply(world, call)?;
    let letter = Letter::read(world, call, &ticket, false)?;
    let speech = speech(&ticket, call, &letter, sent(call, &letter));
    let id = speak::speak(world, ticket.id, speech, call.now);
    with_status(world, call, ticket.id, letter.status.as_ref())?;
    let thread = world.desk.threads.get(id).ok_or_else(Refusal::not_found)?;
    found(project::full(world, call, thread, false))
}

/// Tries a failed message again; it arrives.
fn resend(world: &mut World, call: &Call) -> Served {
    permission::may_reply(world, call)?;
    call.query.required("threadId")?;
    let id = call.query_id("threadId")?.unwrap_or_default();
    let call = &Call {
        params: vec![("ticket", call.param("ticket").to_owned()), ("thread", id.to_string())],
        ..call.clone()
    };
    let thread = show::thread(world, call)?;
    if thread.sent != Sent::Failed {
        return Err(Refusal::field("/threadId", "invalid"));
    }
    let ticket = thread.ticket;
    world.desk.threads.edit(id, |thread| thread.sent = Sent::Success);
    let actor = crate::sandbox::world::desk::Actor::Agent(call.agent);
    let info = vec![crate::sandbox::desk::acts::history::fact("Thread", id.to_string())];
    crate::sandbox::desk::acts::history::note(world, ticket, "ThreadResent", actor, "None", call.now, info);
    let thread = world.desk.threads.get(id).ok_or_else(Refusal::not_found)?;
    found(project::full(world, call, thread, false))
}
