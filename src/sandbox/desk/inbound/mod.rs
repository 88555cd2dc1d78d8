//! What the control plane lets happen (`POST /_sandbox/inbound`): customers write by e-mail, web or phone, answer,
//! rate; agents of the web interface comment, answer, escalate, change a status. `docs/sandbox.md` describes the
//! bodies for people.

/// What a customer does.
mod customer;
/// What an agent does in the web interface.
mod staff;

use serde::Deserialize;
use serde_json::Value;

use crate::sandbox::desk::threads::letter::{addresses as addresses_of, plausible};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Ticket;
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;
use crate::sandbox::world::text::Body;

/// Something that happens outside the API, by its `kind`.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Happening {
    /// A mail from a customer: a new ticket.
    Email(customer::Letter),
    /// A web form: a new ticket.
    Web(customer::Letter),
    /// A call that somebody noted: a new ticket.
    Phone(customer::Letter),
    /// A customer answers.
    Reply(customer::Answer),
    /// A customer rates.
    Rating(customer::Verdict),
    /// An agent comments.
    Comment(staff::Remark),
    /// An agent answers.
    AgentReply(staff::Answer),
    /// A rule escalates.
    Escalate(staff::Escalation),
    /// An agent changes the status.
    Status(staff::Decision),
}

/// Lets it happen; gives what came of it (`ticket`, `number`, and the id of what is new), or a sentence that says
/// why not.
pub fn receive(world: &mut World, body: &Value) -> Result<Value, String> {
    let happening: Happening =
        serde_json::from_value(body.clone()).map_err(|error| format!("The body can't be read: {error}."))?;
    match happening {
        Happening::Email(letter) => customer::write(world, letter, "Email"),
        Happening::Web(letter) => customer::write(world, letter, "Web"),
        Happening::Phone(letter) => customer::write(world, letter, "Phone"),
        Happening::Reply(answer) => customer::answer(world, answer),
        Happening::Rating(verdict) => customer::rate(world, verdict),
        Happening::Comment(remark) => staff::comment(world, &remark),
        Happening::AgentReply(answer) => staff::answer(world, answer),
        Happening::Escalate(escalation) => staff::escalate(world, &escalation),
        Happening::Status(decision) => staff::decide(world, &decision),
    }
}

/// A ticket named by its id or its number, as a string or a bare number.
fn ticket<'w>(world: &'w World, named: &Value) -> Result<&'w Ticket, String> {
    let text = match named {
        Value::String(text) => text.trim_start_matches('#').to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return Err("`ticket` is a ticket's id or number.".to_owned()),
    };
    let number: u64 = text.parse().map_err(|_| format!("`{text}` is no ticket's id or number."))?;
    let tickets = &world.desk.tickets;
    let id = tickets
        .get(Id(number))
        .map(|ticket| ticket.id)
        .or_else(|| tickets.under(&Key::Number(number)).first());
    id.and_then(|id| tickets.get(id)).ok_or_else(|| format!("There is no ticket {text}."))
}

/// An agent named by id or address; the first one when nobody is named.
fn agent(world: &World, named: Option<&str>) -> Result<Id, String> {
    let mut agents = world.desk.settings.agents.iter();
    let found = match named {
        None => agents.next(),
        Some(name) => {
            agents.find(|agent| agent.email.eq_ignore_ascii_case(name) || agent.id.to_string() == name)
        }
    };
    found.map(|agent| agent.id).ok_or_else(|| match named {
        Some(name) => format!("There is no agent {name}."),
        None => "There is no agent.".to_owned(),
    })
}

/// Refuses a list of addresses of which one is none.
fn addresses(list: Option<&str>) -> Result<(), String> {
    match list.and_then(|list| addresses_of(list).find(|address| !plausible(address))) {
        Some(bad) => Err(format!("`{bad}` is no e-mail address.")),
        None => Ok(()),
    }
}

/// A text as it came: HTML when it looks like it.
fn body(text: String) -> Body {
    let html = text.contains("</") || text.contains("<br") || text.contains("/>");
    if html { Body::html(text) } else { Body::plain(text) }
}
