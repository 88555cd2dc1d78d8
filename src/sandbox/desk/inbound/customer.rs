//! A customer writes, answers, rates.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{addresses, body, ticket};
use crate::sandbox::desk::acts::open::{self, channel_code};
use crate::sandbox::desk::acts::person::{Somebody, by_email, find_or_make};
use crate::sandbox::desk::acts::speak::{self, Speech};
use crate::sandbox::desk::acts::{history, status};
use crate::sandbox::desk::threads::letter::plausible;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::rating::Mood;
use crate::sandbox::world::desk::thread::{Author, Mail, Sent};
use crate::sandbox::world::desk::{Actor, Rating, Ticket, Turn};
use crate::sandbox::world::id::Id;

/// How long a new ticket has until somebody should have answered, and until it should be solved.
const RESPONSE: SignedDuration = SignedDuration::from_hours(4);
const SOLUTION: SignedDuration = SignedDuration::from_hours(24);

/// A new ticket.
#[derive(Debug, Deserialize)]
pub struct Letter {
    from: String,
    name: Option<String>,
    subject: String,
    #[serde(default)]
    body: String,
    department: Option<String>,
    priority: Option<String>,
    due: Option<Timestamp>,
    cc: Option<String>,
}

/// An answer to a ticket.
#[derive(Debug, Deserialize)]
pub struct Answer {
    ticket: Value,
    from: Option<String>,
    cc: Option<String>,
    body: String,
}

/// A rating.
#[derive(Debug, Deserialize)]
pub struct Verdict {
    ticket: Value,
    rating: String,
    feedback: Option<String>,
}

/// The department that is named by id or name; the first one otherwise.
fn department(world: &World, named: Option<&str>) -> Result<Id, String> {
    let mut departments = world.desk.settings.departments.iter();
    let found = match named {
        None => departments.next(),
        Some(name) => departments.find(|d| d.name.eq_ignore_ascii_case(name) || d.id.to_string() == name),
    };
    found.map(|department| department.id).ok_or_else(|| "There is no such department.".to_owned())
}

/// The department's own address, as a mail's recipient.
fn ours(world: &World, department: Id) -> String {
    let mail =
        world.desk.settings.mail_addresses.iter().find(|mail| mail.department == department && mail.active);
    mail.map_or_else(String::new, |mail| format!("\"{}\"<{}>", mail.display_name, mail.address))
}

fn theirs(world: &World, contact: Id, address: Option<&str>) -> String {
    let contact = world.desk.contacts.get(contact);
    let address = address.map(str::to_owned).or_else(|| contact.and_then(|contact| contact.email.clone()));
    let name = contact.map(|contact| contact.name().replace('"', "")).filter(|name| !name.is_empty());
    match (name, address) {
        (Some(name), Some(address)) => format!("\"{name}\"<{address}>"),
        (_, address) => address.unwrap_or_default(),
    }
}

/// Refuses a sender that is not one bare address.
fn sender(from: &str) -> Result<(), String> {
    if plausible(from) { Ok(()) } else { Err(format!("`{from}` is no e-mail address.")) }
}

/// Refuses a priority that tickets do not have.
fn is_choice(world: &World, priority: Option<&str>) -> Result<(), String> {
    let mut fields = world.desk.settings.fields.iter();
    let field = fields.find(|field| field.noun == "tickets" && field.api_name == "priority");
    let allowed = field.map_or(&[][..], |field| &field.allowed);
    match priority.filter(|one| !allowed.is_empty() && !allowed.iter().any(|known| known == one)) {
        Some(bad) => Err(format!("`{bad}` is no priority: {}.", allowed.join(", "))),
        None => Ok(()),
    }
}

/// A customer writes: a new ticket through this channel.
pub fn write(world: &mut World, letter: Letter, channel: &str) -> Result<Value, String> {
    let now = world.now();
    let department = department(world, letter.department.as_deref())?;
    let open = status::first_open(world).ok_or("The portal has no open status.")?;
    addresses(letter.cc.as_deref())?;
    is_choice(world, letter.priority.as_deref())?;
    let calls = channel == "Phone" && letter.from.chars().any(|c| c.is_ascii_digit());
    if letter.from.contains('@') || !calls {
        sender(&letter.from)?;
    }
    let who = if letter.from.contains('@') {
        Somebody::from_mail(&letter.from, letter.name.as_deref())
    } else {
        Somebody { phone: Some(letter.from.clone()), last_name: letter.name.clone(), ..Somebody::default() }
    };
    let contact = find_or_make(world, &who, now);
    let account = world.desk.contacts.get(contact).and_then(|contact| contact.account);
    let mail = (channel == "Email").then(|| Mail {
        from: theirs(world, contact, Some(&letter.from)),
        to: ours(world, department),
        cc: letter.cc.clone().unwrap_or_default(),
        ..Mail::default()
    });
    let id = world.desk.make_id();
    let mut made = Ticket {
        id,
        number: 0,
        subject: letter.subject,
        description: Some(body(letter.body)),
        status: open.name,
        status_type: open.kind,
        priority: letter.priority.map(Into::into),
        channel: channel.into(),
        department,
        contact,
        account,
        assignee: None,
        email: who.email,
        due: Some(letter.due.unwrap_or(now + SOLUTION)),
        response_due: Some(now + RESPONSE),
        created: now,
        modified: now,
        customer_response: now,
        closed: None,
        on_hold: None,
        escalated: false,
        spam: false,
        trashed: None,
        created_by: None,
        modified_by: None,
        conversation: Vec::new(),
        more: None,
    };
    if let Some(phone) = who.phone {
        made.more_mut().phone = Some(phone);
    }
    open::file(world, made, mail, Vec::new(), Actor::Contact(contact), now);
    let number = world.desk.tickets.get(id).map(|ticket| ticket.number.to_string());
    Ok(json!({"ticket": id, "number": number, "contact": contact}))
}

/// A customer answers a ticket, by the channel it came through; from another address it is another contact.
pub fn answer(world: &mut World, answer: Answer) -> Result<Value, String> {
    let now = world.now();
    let ticket = ticket(world, &answer.ticket)?.clone();
    addresses(answer.cc.as_deref())?;
    answer.from.as_deref().map_or(Ok(()), sender)?;
    let author = match answer.from.as_deref() {
        None => ticket.contact,
        Some(address) if ticket.email.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(address)) => {
            ticket.contact
        }
        Some(address) => by_email(world, address)
            .unwrap_or_else(|| find_or_make(world, &Somebody::from_mail(address, None), now)),
    };
    let channel = match &*ticket.channel {
        "Phone" => channel_code(world, "Email"),
        other => channel_code(world, other),
    };
    let mail = (&*channel == "EMAIL").then(|| Mail {
        from: theirs(world, author, answer.from.as_deref()),
        to: ours(world, ticket.department),
        cc: answer.cc.clone().unwrap_or_default(),
        ..Mail::default()
    });
    let speech = Speech {
        channel,
        incoming: true,
        sent: Sent::Success,
        private: false,
        forward: false,
        description: false,
        author: Author::Contact(author),
        body: body(answer.body),
        mail,
        in_reply_to: None,
        attachments: Vec::new(),
    };
    let thread = speak::speak(world, ticket.id, speech, now);
    Ok(json!({"ticket": ticket.id, "number": ticket.number.to_string(), "thread": thread}))
}

/// A customer rates the last answer.
pub fn rate(world: &mut World, verdict: Verdict) -> Result<Value, String> {
    let at = world.now();
    let ticket = ticket(world, &verdict.ticket)?.clone();
    let mood = match verdict.rating.to_lowercase().as_str() {
        "good" => Mood::Good,
        "ok" => Mood::Ok,
        "bad" => Mood::Bad,
        other => return Err(format!("`{other}` is no rating: good, ok or bad.")),
    };
    let answered = ticket.conversation.iter().rev().find_map(|turn| match turn {
        Turn::Thread(id) => {
            world.desk.threads.get(*id).filter(|thread| !thread.incoming && !thread.is_draft())
        }
        Turn::Comment(_) => None,
    });
    let thread = answered.map(|thread| thread.id);
    let agent = answered.and_then(|thread| match thread.author {
        Author::Agent(id) => Some(id),
        Author::Contact(_) => None,
    });
    let id = world.desk.make_id();
    world.desk.ratings.insert(Rating {
        id,
        mood,
        feedback: verdict.feedback,
        ticket: ticket.id,
        thread,
        agent: agent.or(ticket.assignee),
        contact: ticket.contact,
        account: ticket.account,
        department: ticket.department,
        at,
    });
    let info = vec![history::fact("Rating", mood.text())];
    let actor = Actor::Contact(ticket.contact);
    history::note(world, ticket.id, "TicketUpdated", actor, "CustomerRating", at, info);
    Ok(json!({"ticket": ticket.id, "number": ticket.number.to_string(), "rating": id}))
}
