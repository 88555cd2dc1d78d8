//! A message's two faces: the summary of lists, and the whole one with its content.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::{files, happiness_of_thread, prose, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::thread::{Author, Mail, Sent};
use crate::sandbox::world::desk::{Host, Thread, Turn};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::text::{Kind, Text};

/// The longest content that comes with a message; what is longer is cut, and whole at `fullContentURL`.
const CONTENT: usize = 100_000;

/// The author of a message or comment; `role` adds the role's name, as comments have it.
pub fn author(world: &World, call: &Call, author: Author, role: bool) -> Value {
    let mut told = match author {
        Author::Agent(id) => world.desk.agent(id).map_or(Value::Null, |agent| {
            json!({
                "id": agent.id, "name": agent.name(), "firstName": agent.first_name, "lastName": agent.last_name,
                "email": agent.email, "photoURL": wire::agent_photo(world, call, agent.id), "type": "AGENT",
            })
        }),
        Author::Contact(id) => world.desk.contacts.get(id).map_or(Value::Null, |contact| {
            json!({
                "id": contact.id, "name": contact.name(), "firstName": contact.first_name,
                "lastName": contact.last_name, "email": contact.email, "photoURL": null, "type": "END_USER",
            })
        }),
    };
    if let (true, Value::Object(told)) = (role, &mut told) {
        told.insert("roleName".to_owned(), json!(role_name(world, author)));
    }
    told
}

fn role_name(world: &World, author: Author) -> String {
    match author {
        Author::Contact(_) => "PortalUser".to_owned(),
        Author::Agent(id) => match world.desk.agent(id) {
            Some(agent) if agent.light => "LightAgent".to_owned(),
            Some(agent) => {
                let role = world.desk.settings.roles.iter().find(|role| role.id == agent.role);
                role.map_or_else(String::new, |role| role.name.clone())
            }
            None => String::new(),
        },
    }
}

/// How far a message is now: what waits in the outbox leaves it by the clock.
fn state(thread: &Thread, now: Timestamp) -> &'static str {
    match thread.sent {
        Sent::Pending(until) if until > now => "PENDING",
        Sent::Success | Sent::Pending(_) => "SUCCESS",
        Sent::Failed => "FAILED",
        Sent::Draft => "DRAFT",
    }
}

/// The envelope: as kept, or for told mails from the contact to the department and back.
pub fn envelope(world: &World, thread: &Thread) -> Mail {
    if let Some(mail) = &thread.mail {
        return (**mail).clone();
    }
    let Some(ticket) = world.desk.tickets.get(thread.ticket) else { return Mail::default() };
    let ours = world.desk.settings.mail_addresses.iter().find(|mail| mail.department == ticket.department);
    let ours = ours.map_or_else(String::new, |mail| format!("\"{}\"<{}>", mail.display_name, mail.address));
    let contact = world.desk.contacts.get(ticket.contact);
    let theirs = ticket.email.clone().or_else(|| contact.and_then(|contact| contact.email.clone()));
    let theirs = match (contact.map(|contact| contact.name().replace('"', "")), theirs) {
        (Some(name), Some(address)) => format!("\"{name}\"<{address}>"),
        (_, address) => address.unwrap_or_default(),
    };
    let (from, to) = if thread.incoming { (theirs, ours) } else { (ours, theirs) };
    Mail { from, to, ..Mail::default() }
}

/// What can be done with a message: a draft is sent, changed, deleted; a failed one is sent again.
fn actions(thread: &Thread, call: &Call) -> Value {
    let ticket = format!("{}/api/v1/tickets/{}", call.base, thread.ticket);
    let id = thread.id;
    match thread.sent {
        Sent::Draft => json!([
            {"method": "POST", "rel": "send", "href": format!("{ticket}/sendDraft?draftThreadId={id}")},
            {"method": "PATCH", "rel": "update", "href": format!("{ticket}/draftReply/{id}")},
            {"method": "DELETE", "rel": "delete", "href": format!("{ticket}/draftReply/{id}")},
        ]),
        Sent::Failed => json!([
            {"method": "POST", "rel": "send", "href": format!("{ticket}/resendFailedThread?threadId={id}")},
        ]),
        Sent::Success | Sent::Pending(_) => json!([]),
    }
}

/// The plain text of a text.
pub fn plain(text: &Text) -> String {
    match text.kind {
        Kind::Plain => text.content.clone(),
        Kind::Html => prose::plain(&text.content),
    }
}

/// The time between the customer's last message and this answer, `00:05:14`; `null` for what is no answer.
fn responded_in(world: &World, thread: &Thread) -> Value {
    if thread.incoming || thread.is_draft() {
        return Value::Null;
    }
    let Some(ticket) = world.desk.tickets.get(thread.ticket) else { return Value::Null };
    let asked = ticket.conversation.iter().filter_map(|turn| match turn {
        Turn::Thread(id) => world.desk.threads.get(*id),
        Turn::Comment(_) => None,
    });
    let last = asked
        .filter(|other| other.incoming && other.created <= thread.created)
        .map(|other| other.created)
        .max();
    last.map_or(Value::Null, |asked| {
        let seconds = thread.created.duration_since(asked).as_secs();
        json!(format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60))
    })
}

/// The summary of a list row.
pub fn summary(world: &World, call: &Call, thread: &Thread) -> Value {
    let text = world.text(&thread.body);
    let responder: Option<Id> = match thread.author {
        Author::Agent(id) => Some(id),
        Author::Contact(_) => None,
    };
    let mut row = json!({
        "id": thread.id,
        "channel": thread.channel,
        "direction": if thread.incoming { "in" } else { "out" },
        "status": state(thread, call.now),
        "visibility": if thread.private { "private" } else { "public" },
        "summary": prose::summary(&plain(&text)),
        "createdTime": wire::time(thread.created),
        "contentType": content_type(text.kind),
        "author": author(world, call, thread.author, false),
        "hasAttach": !thread.attachments.is_empty(),
        "attachmentCount": wire::count(thread.attachments.len()),
        "canReply": can_reply(world, thread),
        "isDescriptionThread": thread.description,
        "responderId": responder,
        "respondedIn": responded_in(world, thread),
        "source": {"appName": null, "extId": null, "permalink": null, "type": "SYSTEM", "appPhotoURL": null},
        "channelRelatedInfo": null,
        "readReceipts": [],
        "actions": actions(thread, call),
        "lastRatingIconURL": happiness_of_thread::icon(world, call, thread),
        "sentiment": null,
        "keyWords": [],
        "aspects": [],
        "impersonatedUser": null,
    });
    // Address keys exist for mail only.
    if &*thread.channel == "EMAIL" {
        let mail = envelope(world, thread);
        row["isForward"] = json!(thread.forward);
        row["fromEmailAddress"] = json!(mail.from);
        row["to"] = json!(mail.to);
        row["cc"] = json!(mail.cc);
        row["bcc"] = json!(mail.bcc);
        row["replyTo"] = json!(mail.reply_to);
    }
    row
}

fn content_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Plain => "text/plain",
        Kind::Html => "text/html",
    }
}

fn can_reply(world: &World, thread: &Thread) -> bool {
    let channels = &world.desk.settings.channels;
    channels.iter().any(|channel| channel.code == *thread.channel && channel.accepts_replies)
}

/// The whole message; `plain` adds `plainText`.
pub fn full(world: &World, call: &Call, thread: &Thread, with_plain: bool) -> Value {
    let text = world.text(&thread.body);
    let mut whole = summary(world, call, thread);
    let cut = text.content.len() > CONTENT;
    let content: &str = if cut {
        let end = (0..=CONTENT).rev().find(|at| text.content.is_char_boundary(*at)).unwrap_or(0);
        &text.content[..end]
    } else {
        &text.content
    };
    let url = format!("{}/api/v1/tickets/{}/threads/{}/fullContent", call.base, thread.ticket, thread.id);
    whole["content"] = json!(content);
    whole["isContentTruncated"] = json!(cut);
    whole["fullContentURL"] = if cut { json!(url) } else { Value::Null };
    whole["attachments"] = files::rows(world, call, &thread.attachments, Host::Thread(thread.id));
    if with_plain {
        whole["plainText"] = json!(plain(&text));
    }
    if let Value::Object(whole) = &mut whole {
        // What only list rows have.
        for key in ["respondedIn", "lastRatingIconURL", "sentiment", "keyWords", "aspects"] {
            whole.remove(key);
        }
    }
    whole
}
