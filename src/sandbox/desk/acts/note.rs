//! A comment joins a ticket.

use jiff::Timestamp;

use super::history;
use super::speak::{actor, claim};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::comment::{Comment, Place};
use crate::sandbox::world::desk::thread::Author;
use crate::sandbox::world::desk::{Host, Turn};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::text::Body;

/// Adds a comment to a ticket and gives its id.
pub fn note(
    world: &mut World,
    ticket: Id,
    author: Author,
    body: Body,
    public: bool,
    attachments: Vec<Id>,
    at: Timestamp,
) -> Id {
    let id = world.desk.make_id();
    claim(world, &attachments, Host::Comment(id));
    let place = Place::Ticket(ticket);
    world.desk.comments.insert(Comment {
        id,
        place,
        author,
        body,
        public,
        attachments,
        created: at,
        modified: at,
    });
    let moves = world.desk.settings.switches.talk_moves_modified;
    world.desk.tickets.edit(ticket, |ticket| {
        ticket.conversation.push(Turn::Comment(id));
        if moves {
            ticket.modified = at;
        }
    });
    let kind = if public { "Public" } else { "Private" };
    let info = vec![history::fact("CommentId", id.to_string()), history::fact("Comment Type", kind)];
    history::note(world, ticket, "CommentAdded", actor(author), "None", at, info);
    id
}
