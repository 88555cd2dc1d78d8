//! Writing tickets. Lists, searches and single reads know different things of a ticket: what an answer did not say is
//! never taken for an answer.

use rusqlite::{CachedStatement, params};

use super::{
    super::{
        Cache,
        error::Error,
        json::At,
        records::next_stamp,
        search::{PUT_SAID, sayable},
    },
    row::kind_code,
};
use crate::model::{AccountId, DeskContactId, Ticket, TicketScope};

// ?25: whether the row comes out of a list, which says nothing of escalation (Desk API sheet, section 10.1).
// A name, e-mail or account that is missing stays as long as the ticket is that same customer's.
const PUT: &str = "
    INSERT INTO ticket(
        id, number, subject, status, kind, channel, priority, department, contact, contact_name, email, account,
        account_name, assignee, assignee_name, created, due, response_due, closed, customer_response, threads,
        comments, read, escalated, stamp)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
        ?24, ?26)
    ON CONFLICT(id) DO UPDATE SET
        number = excluded.number, subject = excluded.subject, status = excluded.status, kind = excluded.kind,
        channel = excluded.channel, priority = excluded.priority, department = excluded.department,
        contact = coalesce(excluded.contact, contact),
        contact_name = iif(excluded.contact_name = '' AND excluded.contact IS contact, contact_name,
            excluded.contact_name),
        email = iif(excluded.email IS NULL AND excluded.contact IS contact, email, excluded.email),
        account = iif(excluded.account IS NULL AND excluded.contact IS contact, account, excluded.account),
        account_name = iif(excluded.account_name = '' AND excluded.contact IS contact
            AND coalesce(excluded.account, account) IS account, account_name, excluded.account_name),
        assignee = excluded.assignee,
        assignee_name = iif(excluded.assignee_name = '' AND excluded.assignee IS assignee, assignee_name,
            excluded.assignee_name),
        created = excluded.created, due = excluded.due, response_due = excluded.response_due,
        closed = excluded.closed, customer_response = excluded.customer_response, threads = excluded.threads,
        comments = excluded.comments, read = coalesce(excluded.read, read),
        escalated = excluded.escalated OR (?25 AND escalated),
        doubt = 0,
        stamp = iif((number, subject, status, channel, priority, kind < 2, doubt) IS (excluded.number, excluded.subject,
                excluded.status, excluded.channel, excluded.priority, excluded.kind < 2, 0)
            AND excluded.contact_name IN ('', contact_name) AND excluded.account_name IN ('', account_name),
            stamp, excluded.stamp)";

impl Cache {
    /// Adds or replaces tickets, all or none. `listed_as`: the scope of the list they came out of; none when they were
    /// read one by one or searched for, whole. A list of exactly one customer or account says whose its tickets are.
    pub fn put_tickets(&self, tickets: &[Ticket], listed_as: Option<&TicketScope>) -> Result<(), Error> {
        if tickets.is_empty() {
            return Ok(());
        }
        let (contact, account) = match listed_as {
            Some(TicketScope::Of { contacts, accounts }) => {
                match (contacts.as_slice(), accounts.as_slice()) {
                    ([contact], []) => (Some(contact.as_str()), None),
                    ([], [account]) => (None, Some(account.as_str())),
                    _ => (None, None),
                }
            }
            _ => (None, None),
        };
        self.db.write(|tx| {
            let stamp = next_stamp(tx)?;
            let (mut put, mut said) = (tx.prepare_cached(PUT)?, tx.prepare_cached(PUT_SAID)?);
            for ticket in tickets {
                let contact = ticket.contact.as_ref().map(DeskContactId::as_str).or(contact);
                let account = ticket.account.as_ref().map(AccountId::as_str).or(account);
                put_one(&mut put, ticket, contact, account, listed_as.is_some(), stamp)?;
                let subject = sayable(&ticket.subject);
                said.execute(params![ticket.id.as_str(), "", At(ticket.created), subject])?;
            }
            Ok(())
        })
    }
}

fn put_one(
    put: &mut CachedStatement,
    ticket: &Ticket,
    contact: Option<&str>,
    account: Option<&str>,
    listed: bool,
    stamp: i64,
) -> rusqlite::Result<()> {
    put.execute(params![
        ticket.id.as_str(),
        ticket.number,
        ticket.subject,
        ticket.status,
        kind_code(ticket.kind),
        ticket.channel,
        ticket.priority,
        ticket.department.as_str(),
        contact,
        ticket.contact_name,
        ticket.email,
        account,
        ticket.account_name,
        ticket.assignee.as_ref().map(|agent| agent.id.as_str()),
        ticket.assignee.as_ref().map_or("", |agent| agent.name.as_str()),
        At(ticket.created),
        ticket.due.map(At),
        ticket.response_due.map(At),
        ticket.closed.map(At),
        ticket.customer_response.map(At),
        ticket.threads,
        ticket.comments,
        ticket.read,
        ticket.escalated,
        listed,
        stamp,
    ])?;
    Ok(())
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[PUT];
