//! A message joins a ticket: counts, times, status and history follow (sheet §12, §20).

use jiff::Timestamp;

use super::{history, status};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::thread::{Author, Mail, Sent};
use crate::sandbox::world::desk::{Actor, Host, Thread, Turn};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Word;
use crate::sandbox::world::text::Body;

/// A message that is to join a ticket.
#[derive(Debug, Clone)]
pub struct Speech {
    /// As on threads: `EMAIL`.
    pub channel: Word,
    /// Whether it came from the customer.
    pub incoming: bool,
    /// How far it is.
    pub sent: Sent,
    /// Whether the help center hides it.
    pub private: bool,
    /// Whether it goes on to somebody else.
    pub forward: bool,
    /// Whether it is the description.
    pub description: bool,
    /// Who wrote it.
    pub author: Author,
    /// What it says.
    pub body: Body,
    /// Its envelope.
    pub mail: Option<Mail>,
    /// What it answers.
    pub in_reply_to: Option<Id>,
    /// Its files: uploads until now.
    pub attachments: Vec<Id>,
}

/// Who an author is in a ticket's history.
pub fn actor(author: Author) -> Actor {
    match author {
        Author::Agent(id) => Actor::Agent(id),
        Author::Contact(id) => Actor::Contact(id),
    }
}

/// Adds a message to a ticket and gives its id.
pub fn speak(world: &mut World, ticket: Id, speech: Speech, at: Timestamp) -> Id {
    let id = world.desk.make_id();
    claim(world, &speech.attachments, Host::Thread(id));
    let thread = Thread {
        id,
        ticket,
        channel: speech.channel,
        incoming: speech.incoming,
        sent: speech.sent,
        private: speech.private,
        forward: speech.forward,
        description: speech.description,
        author: speech.author,
        body: speech.body,
        mail: speech.mail.map(Box::new),
        in_reply_to: speech.in_reply_to,
        attachments: speech.attachments,
        created: at,
    };
    world.desk.threads.insert(thread);
    world.desk.tickets.edit(ticket, |ticket| ticket.conversation.push(Turn::Thread(id)));
    if !speech.description {
        heard(world, ticket, id, at);
    }
    id
}

/// Gives uploads to what they now belong to. A file that a forward carries on stays where it was.
pub fn claim(world: &mut World, files: &[Id], host: Host) {
    for file in files {
        if world.desk.attachments.get(*file).is_some_and(|file| file.host == Host::Upload) {
            world.desk.attachments.edit(*file, |file| file.host = host);
        }
    }
}

/// What follows once a message is out (or in): drafts change nothing.
pub fn heard(world: &mut World, ticket_id: Id, thread_id: Id, at: Timestamp) {
    let Some(thread) = world.desk.threads.get(thread_id).filter(|thread| !thread.is_draft()) else { return };
    let (incoming, author) = (thread.incoming, thread.author);
    let answers = !incoming && !thread.private && !thread.forward;
    let Some(before) = world.desk.tickets.get(ticket_id).cloned() else { return };
    let reopened = if incoming { status::after_answer(world, &before) } else { None };
    let moves = world.desk.settings.switches.talk_moves_modified;
    world.desk.tickets.edit(ticket_id, |ticket| {
        if incoming {
            ticket.customer_response = at;
            if let Some(more) = &mut ticket.more {
                more.read_by.clear();
            }
        }
        if answers {
            ticket.response_due = None;
        }
        if let Some(open) = &reopened {
            status::set(ticket, open, at);
        }
        if moves || reopened.is_some() {
            ticket.modified = at;
        }
    });
    let source = if incoming { "IncomingResponse" } else { "None" };
    let info = vec![history::fact("Thread", thread_id.to_string())];
    history::note(world, ticket_id, "ThreadAdded", actor(author), source, at, info);
    if reopened.is_some() {
        let Some(after) = world.desk.tickets.get(ticket_id) else { return };
        let info = history::differences(world, &before, after);
        history::note(world, ticket_id, "TicketUpdated", actor(author), "IncomingResponse", at, info);
    }
}
