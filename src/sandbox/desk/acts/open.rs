//! A new ticket: its number, its first message, the first note of its history.

use jiff::Timestamp;

use super::history;
use super::speak::{Speech, claim, speak};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::thread::{Author, Mail, Sent};
use crate::sandbox::world::desk::{Actor, Host, Ticket};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Word;

/// Files a ticket: gives it its number, lets the description be its first message (from the contact), and
/// notes its birth. `mail` is the envelope when it came by mail; `files` hang on the first message, or on the ticket
/// itself when there is none.
pub fn file(
    world: &mut World,
    mut ticket: Ticket,
    mail: Option<Mail>,
    files: Vec<Id>,
    actor: Actor,
    at: Timestamp,
) -> Id {
    let id = ticket.id;
    ticket.number = world.desk.make_number();
    let (channel, contact) = (Word::clone(&ticket.channel), ticket.contact);
    let description = ticket.description.clone();
    let birth = history::birth(world, &ticket);
    if description.is_none() && !files.is_empty() {
        claim(world, &files, Host::Ticket(id));
        ticket.more_mut().attachments.extend(&files);
    }
    world.desk.tickets.insert(ticket);
    history::note(world, id, "TicketCreated", actor, source(&channel), at, birth);
    if let Some(body) = description {
        let speech = Speech {
            channel: channel_code(world, &channel),
            incoming: true,
            sent: Sent::Success,
            private: false,
            forward: false,
            description: true,
            author: Author::Contact(contact),
            body,
            mail,
            in_reply_to: None,
            attachments: files,
        };
        speak(world, id, speech, at);
    }
    id
}

/// The code of a channel (`EMAIL`) from the name that tickets show (`Email`).
pub fn channel_code(world: &World, name: &str) -> Word {
    let channel = world.desk.settings.channels.iter().find(|channel| &*channel.name == name);
    channel
        .map_or_else(|| name.to_uppercase().replace(' ', "_").into(), |channel| channel.code.as_str().into())
}

/// The history's word for a channel.
fn source(channel: &str) -> &'static str {
    match channel {
        "Email" => "Email",
        "Web" => "WebForm",
        "Chat" => "Chat",
        "Facebook" => "Facebook",
        "Twitter" => "Twitter",
        "Forums" => "Forum",
        _ => "None",
    }
}
