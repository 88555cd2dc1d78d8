//! Drafts: made, changed, sent, thrown away; each draft says in `actions[]` how (sheet §12).

use super::letter::Letter;
use super::reply::{speech, with_status};
use super::{project, show};
use crate::sandbox::desk::acts::speak;
use crate::sandbox::desk::answer::{Answer, Refusal, Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::thread::Sent;
use crate::sandbox::world::desk::{Host, Thread, Turn};
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::post("/tickets/{ticket}/draftReply", UPDATE, &["parentConversationId"], create),
    Route::patch("/tickets/{ticket}/draftReply/{thread}", UPDATE, update),
    Route::delete("/tickets/{ticket}/draftReply/{thread}", UPDATE, delete),
    Route::post("/tickets/{ticket}/sendDraft", UPDATE, &["draftThreadId"], send),
    Route::delete("/tickets/{ticket}/threads/{thread}/attachments/{attachment}", UPDATE, drop_file),
];

const UPDATE: &[&str] = &["Desk.tickets.UPDATE"];

/// The draft of the path; a message that is out is no draft any more.
fn draft<'w>(world: &'w World, call: &Call) -> Result<&'w Thread, Refusal> {
    let thread = show::thread(world, call)?;
    if thread.is_draft() {
        Ok(thread)
    } else {
        Err(Refusal::unprocessable("The given thread is not a draft."))
    }
}

fn shown(world: &World, call: &Call, id: Id) -> Served {
    let thread = world.desk.threads.get(id).ok_or_else(Refusal::not_found)?;
    found(project::full(world, call, thread, false))
}

fn create(world: &mut World, call: &Call) -> Served {
    let ticket = permission::ticket(world, call)?.clone();
    permission::may_reply(world, call)?;
    let letter = Letter::read(world, call, &ticket, true)?;
    let id = speak::speak(world, ticket.id, speech(&ticket, call, &letter, Sent::Draft), call.now);
    with_status(world, call, ticket.id, letter.status.as_ref())?;
    shown(world, call, id)
}

fn update(world: &mut World, call: &Call) -> Served {
    permission::may_reply(world, call)?;
    let id = draft(world, call)?.id;
    let ticket = permission::ticket(world, call)?.clone();
    let letter = Letter::read(world, call, &ticket, true)?;
    if let Some(files) = &letter.attachments {
        speak::claim(world, files, Host::Thread(id));
    }
    world.desk.threads.edit(id, |thread| {
        thread.channel = letter.channel.clone();
        thread.body = letter.text.clone();
        thread.mail = letter.mail.clone().map(Box::new);
        thread.forward = letter.forward;
        thread.private = letter.private;
        thread.in_reply_to = letter.in_reply_to.or(thread.in_reply_to);
        // The key left out keeps the files, an empty list drops them.
        if let Some(files) = letter.attachments.clone() {
            thread.attachments = files;
        }
        thread.created = call.now;
    });
    with_status(world, call, ticket.id, letter.status.as_ref())?;
    shown(world, call, id)
}

/// Takes a turn out of a ticket's conversation.
fn forget(world: &mut World, ticket: Id, thread: Id) {
    world
        .desk
        .tickets
        .edit(ticket, |ticket| ticket.conversation.retain(|turn| *turn != Turn::Thread(thread)));
}

fn delete(world: &mut World, call: &Call) -> Served {
    let (id, ticket) = {
        let draft = draft(world, call)?;
        (draft.id, draft.ticket)
    };
    forget(world, ticket, id);
    world.desk.threads.remove(id);
    Ok(Answer::Nothing)
}

fn send(world: &mut World, call: &Call) -> Served {
    permission::may_reply(world, call)?;
    let id = call.query.required("draftThreadId")?.to_owned();
    let call =
        &Call { params: vec![("ticket", call.param("ticket").to_owned()), ("thread", id)], ..call.clone() };
    let thread = draft(world, call)?;
    let (id, ticket) = (thread.id, thread.ticket);
    let mail = thread.mail.as_deref().cloned();
    if mail.as_ref().is_some_and(|mail| mail.to.trim().is_empty()) {
        return Err(Refusal::field("/to", "missing"));
    }
    let bounced = super::letter::bounces(mail.as_ref());
    world.desk.threads.edit(id, |thread| {
        thread.sent = if bounced { Sent::Failed } else { Sent::Success };
        thread.created = call.now;
    });
    // It was written earlier and is said now: its turn is the last.
    forget(world, ticket, id);
    world.desk.tickets.edit(ticket, |ticket| ticket.conversation.push(Turn::Thread(id)));
    speak::heard(world, ticket, id, call.now);
    shown(world, call, id)
}

fn drop_file(world: &mut World, call: &Call) -> Served {
    let id = draft(world, call)?.id;
    let file = call.id("attachment")?;
    let held = world.desk.threads.edit(id, |thread| {
        let before = thread.attachments.len();
        thread.attachments.retain(|held| *held != file);
        thread.attachments.len() < before
    });
    if held == Some(true) { Ok(Answer::Done) } else { Err(Refusal::not_found()) }
}
