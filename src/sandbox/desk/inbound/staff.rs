//! Another agent comments, answers, escalates, changes a status in the web interface.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{addresses, agent, body, ticket};
use crate::sandbox::desk::acts::open::channel_code;
use crate::sandbox::desk::acts::speak::{self, Speech};
use crate::sandbox::desk::acts::{history, note, status};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::thread::{Author, Mail, Sent};
use crate::sandbox::world::desk::{Actor, Ticket};
use crate::sandbox::world::id::Id;

/// A comment; `mentions` names agents by address, id or `team:<name>`.
#[derive(Debug, Deserialize)]
pub struct Remark {
    ticket: Value,
    agent: Option<String>,
    body: String,
    #[serde(default)]
    public: bool,
    #[serde(default)]
    mentions: Vec<String>,
}

/// An answer to the customer.
#[derive(Debug, Deserialize)]
pub struct Answer {
    ticket: Value,
    agent: Option<String>,
    body: String,
    to: Option<String>,
    cc: Option<String>,
}

/// An escalation; nobody named means a rule did it.
#[derive(Debug, Deserialize)]
pub struct Escalation {
    ticket: Value,
    agent: Option<String>,
}

/// A status.
#[derive(Debug, Deserialize)]
pub struct Decision {
    ticket: Value,
    agent: Option<String>,
    status: String,
}

fn done(ticket: &Ticket, what: &str, id: Id) -> Value {
    let mut done = json!({"ticket": ticket.id, "number": ticket.number.to_string()});
    done[what] = json!(id);
    done
}

/// The mark that mentions somebody in a comment.
fn mark(world: &World, named: &str) -> Result<String, String> {
    if let Some(name) = named.strip_prefix("team:") {
        let mut teams = world.desk.settings.teams.iter();
        let team = teams
            .find(|team| team.name.eq_ignore_ascii_case(name))
            .ok_or(format!("There is no team {name}."))?;
        return Ok(format!("zsu[@team:{}_{}]zsu", team.id, team.name));
    }
    let id = agent(world, Some(named))?;
    let zuid = world.desk.agent(id).map_or(0, |agent| agent.zuid);
    Ok(format!("zsu[@user:{zuid}]zsu"))
}

/// An agent comments; who is mentioned stands before the text.
pub fn comment(world: &mut World, remark: &Remark) -> Result<Value, String> {
    let now = world.now();
    let ticket = ticket(world, &remark.ticket)?.clone();
    let agent = agent(world, remark.agent.as_deref())?;
    let marks: Result<Vec<String>, String> = remark.mentions.iter().map(|named| mark(world, named)).collect();
    let mut text = marks?.join(" ");
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(&remark.body);
    let author = Author::Agent(agent);
    let id = note::note(world, ticket.id, author, body(text), remark.public, Vec::new(), now);
    Ok(done(&ticket, "comment", id))
}

/// An agent answers the customer, from the department's first address.
pub fn answer(world: &mut World, answer: Answer) -> Result<Value, String> {
    let now = world.now();
    let ticket = ticket(world, &answer.ticket)?.clone();
    let agent = agent(world, answer.agent.as_deref())?;
    addresses(answer.to.as_deref())?;
    addresses(answer.cc.as_deref())?;
    let mut senders = world.desk.settings.mail_addresses.iter();
    let from = senders.find(|mail| mail.department == ticket.department && mail.active);
    let from = from.map_or_else(String::new, |mail| format!("\"{}\"<{}>", mail.display_name, mail.address));
    let asker = world.desk.contacts.get(ticket.contact).and_then(|contact| contact.email.clone());
    let to = answer.to.or_else(|| ticket.email.clone()).or(asker).unwrap_or_default();
    let mail = Mail { from, to, cc: answer.cc.unwrap_or_default(), ..Mail::default() };
    let speech = Speech {
        channel: channel_code(world, "Email"),
        incoming: false,
        sent: Sent::Success,
        private: false,
        forward: false,
        description: false,
        author: Author::Agent(agent),
        body: body(answer.body),
        mail: Some(mail),
        in_reply_to: None,
        attachments: Vec::new(),
    };
    let id = speak::speak(world, ticket.id, speech, now);
    Ok(done(&ticket, "thread", id))
}

/// A ticket is escalated.
pub fn escalate(world: &mut World, escalation: &Escalation) -> Result<Value, String> {
    let now = world.now();
    let ticket = ticket(world, &escalation.ticket)?.clone();
    let actor = match escalation.agent.as_deref() {
        Some(named) => Actor::Agent(agent(world, Some(named))?),
        None => Actor::System,
    };
    world.desk.tickets.edit(ticket.id, |ticket| {
        ticket.escalated = true;
        ticket.modified = now;
    });
    history::note(world, ticket.id, "TicketEscalated", actor, "None", now, Vec::new());
    Ok(json!({"ticket": ticket.id, "number": ticket.number.to_string()}))
}

/// An agent changes the status.
pub fn decide(world: &mut World, decision: &Decision) -> Result<Value, String> {
    let now = world.now();
    let before = ticket(world, &decision.ticket)?.clone();
    let agent = agent(world, decision.agent.as_deref())?;
    let to = world.desk.status(&decision.status).cloned();
    let to = to.ok_or_else(|| format!("There is no status {}.", decision.status))?;
    world.desk.tickets.edit(before.id, |ticket| {
        status::set(ticket, &to, now);
        ticket.modified = now;
        ticket.modified_by = Some(agent);
    });
    if let Some(after) = world.desk.tickets.get(before.id) {
        let info = history::differences(world, &before, after);
        history::note(world, before.id, "TicketUpdated", Actor::Agent(agent), "None", now, info);
    }
    Ok(json!({"ticket": before.id, "number": before.number.to_string()}))
}
