//! A ticket with everything that belongs to it, before it has a number and stands on the shelves.

use super::super::world::World;
use super::super::world::desk::thread::Author;
use super::super::world::desk::{Actor, Attachment, Comment, Event, Property, Rating, Thread, Ticket};
use super::cast::Cast;

/// See the module.
#[derive(Debug)]
pub struct Draft {
    /// The number it wishes for, because it is told about elsewhere.
    pub wish: Option<u64>,
    /// The ticket; its number is 0 until it is put on the shelf.
    pub ticket: Ticket,
    /// Its messages.
    pub threads: Vec<Thread>,
    /// Its comments.
    pub comments: Vec<Comment>,
    /// Its files.
    pub files: Vec<Attachment>,
    /// How happy the customer was.
    pub rating: Option<Rating>,
}

/// Puts tickets on the shelves, oldest first, so that numbers follow time; but one that wishes for a number gets it in
/// exchange: at every hour and on every day the order is a little different, and what is told must find its ticket.
pub fn shelve(world: &mut World, cast: &mut Cast, mut drafts: Vec<Draft>) {
    drafts.sort_by_key(|draft| (draft.ticket.created, draft.ticket.id));
    let mut numbers: Vec<_> = drafts.iter().map(|_| world.desk.make_number()).collect();
    for (at, draft) in drafts.iter().enumerate() {
        let wished = draft.wish.and_then(|wish| numbers.iter().position(|number| *number == wish));
        if let Some(other) = wished {
            numbers.swap(at, other);
        }
    }
    for (mut draft, number) in drafts.into_iter().zip(numbers) {
        draft.ticket.number = number;
        for event in history(world, cast, &draft) {
            world.desk.events.insert(event);
        }
        draft.threads.into_iter().for_each(|thread| world.desk.threads.insert(thread));
        draft.comments.into_iter().for_each(|comment| world.desk.comments.insert(comment));
        draft.files.into_iter().for_each(|file| world.desk.attachments.insert(file));
        if let Some(rating) = draft.rating {
            world.desk.ratings.insert(rating);
        }
        world.desk.tickets.insert(draft.ticket);
    }
}

/// Who acted, for the history.
fn actor(author: Author) -> Actor {
    match author {
        Author::Agent(id) => Actor::Agent(id),
        Author::Contact(id) => Actor::Contact(id),
    }
}

/// What happened to a ticket, as its history tells it.
fn history(world: &mut World, cast: &mut Cast, draft: &Draft) -> Vec<Event> {
    let (ticket, now) = (&draft.ticket, world.plan.anchor);
    let mut events = Vec::new();
    let source = ticket.channel.clone();
    let customer = Actor::Contact(ticket.contact);
    let mut add = |name: &str, at, actor, info: Vec<Property>| {
        let id = world.desk.make_id();
        let name = cast.share(name);
        events.push(Event { id, ticket: ticket.id, name, at, actor, source: source.clone(), info });
    };
    let property = |name: &str, before: Option<&str>, value: &str| Property {
        name: name.into(),
        before: before.map(Into::into),
        value: value.into(),
    };
    let first = ticket.created_by.map_or(customer, Actor::Agent);
    add("TicketCreated", ticket.created, first, vec![property("Status", None, "Open")]);
    for thread in draft.threads.iter().filter(|thread| !thread.description && !thread.is_draft()) {
        add("ThreadAdded", thread.created, actor(thread.author), Vec::new());
    }
    for comment in &draft.comments {
        add("CommentAdded", comment.created, actor(comment.author), Vec::new());
    }
    if &*ticket.status != "Open" {
        let actor = ticket.modified_by.map_or(Actor::System, Actor::Agent);
        add("TicketUpdated", ticket.modified, actor, vec![property("Status", Some("Open"), &ticket.status)]);
    }
    if ticket.escalated {
        add("TicketEscalated", ticket.modified, Actor::System, Vec::new());
    }
    if let Some(due) = ticket.due.filter(|_| ticket.is_overdue(now)) {
        add("OvershotDueTime", due, Actor::System, Vec::new());
    }
    events.sort_by_key(|event| event.at);
    events
}
