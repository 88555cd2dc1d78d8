//! A ticket on the wire: the keys that lists, searches and the single record share. Counts are strings there.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{
    model::{AccountId, AgentId, AgentRef, DepartmentId, DeskContactId, Ticket, TicketId},
    zoho::{
        desk::{
            agent::{WireAgent, full_name},
            field::kind,
        },
        wire::{Count, Flag, Maybe, Text, Time},
    },
};

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct WireTicket {
    id: Text,
    ticket_number: Text,
    subject: Text,
    status: Text,
    status_type: Text,
    channel: Text,
    priority: Text,
    department_id: Text,
    contact_id: Text,
    contact: Maybe<Contact>,
    email: Text,
    account_id: Text,
    account: Maybe<Account>,
    assignee_id: Text,
    assignee: Maybe<WireAgent>,
    created_time: Time,
    due_date: Time,
    response_due_date: Time,
    closed_time: Time,
    customer_response_time: Time,
    thread_count: Count,
    comment_count: Count,
    is_read: Flag,
    is_escalated: Flag,
    is_trashed: Flag,
    is_deleted: Flag,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Contact {
    id: Text,
    first_name: Text,
    last_name: Text,
    email: Text,
    account: Maybe<Account>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Account {
    id: Text,
    account_name: Text,
}

impl WireTicket {
    /// Whether it lies in the recycle bin, or is merged or purged: it is still read by its id, and no list names it
    /// (desk.md §15).
    pub(super) fn is_gone(&self) -> bool {
        self.is_trashed.yes() || self.is_deleted.yes()
    }

    /// The ticket; none without an id, for then nothing can be asked about it.
    pub(super) fn into_model(self) -> Option<Ticket> {
        let contact = self.contact.0.unwrap_or_default();
        let account = contact.account.0.or(self.account.0).unwrap_or_default();
        let status = self.status.or_empty();
        // Some answers name the agent, some give the id alone.
        let assignee = self.assignee.0.and_then(WireAgent::into_ref).or_else(|| {
            self.assignee_id.some().map(|id| AgentRef { id: AgentId::new(id), name: String::new() })
        });
        Some(Ticket {
            id: TicketId::new(self.id.some()?),
            number: self.ticket_number.or_empty(),
            subject: self.subject.or_empty(),
            kind: kind(self.status_type.some().as_deref(), &status),
            status,
            channel: self.channel.or_empty(),
            priority: self.priority.some(),
            department: DepartmentId::new(self.department_id.or_empty()),
            contact: self.contact_id.some().or_else(|| contact.id.some()).map(DeskContactId::new),
            contact_name: full_name(contact.first_name, contact.last_name),
            email: self.email.some().or_else(|| contact.email.some()),
            account: self.account_id.some().or_else(|| account.id.some()).map(AccountId::new),
            account_name: account.account_name.or_empty(),
            assignee,
            // Always there unless the profile hides it: then the ticket sinks to the end of every list.
            created: self.created_time.0.unwrap_or(Timestamp::UNIX_EPOCH),
            due: self.due_date.0,
            response_due: self.response_due_date.0,
            closed: self.closed_time.0,
            customer_response: self.customer_response_time.0,
            threads: self.thread_count.small(),
            comments: self.comment_count.small(),
            read: self.is_read.0,
            escalated: self.is_escalated.yes(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::StatusKind;

    const ROW: &str = r#"{"id":"105","ticketNumber":"102","email":"c@x.test","subject":"Forno","status":"Esperando","statusType":"On Hold",
        "createdTime":"2026-09-23T02:10:27.000Z","priority":null,"channel":"Email","dueDate":"2026-09-23T08:10:26.000Z",
        "commentCount":"1","threadCount":"3","departmentId":"9","contactId":"11","assigneeId":"7",
        "contact":{"firstName":null,"lastName":"Gavin","email":"c@x.test","id":"11","account":{"id":"12","accountName":"Padaria"}},
        "assignee":{"id":"7","email":"r@x.test","firstName":"Rui","lastName":"Sá"},"isRead":"true","lastThread":null,"surprise":[1]}"#;

    #[test]
    fn reads_a_row_of_a_list() {
        let ticket = serde_json::from_str::<WireTicket>(ROW).unwrap().into_model().unwrap();
        assert_eq!((ticket.number.as_str(), ticket.kind), ("102", StatusKind::OnHold));
        assert_eq!((ticket.threads, ticket.comments, ticket.read), (3, 1, Some(true)));
        assert_eq!((ticket.contact_name.as_str(), ticket.account_name.as_str()), ("Gavin", "Padaria"));
        assert_eq!(ticket.assignee.unwrap().name, "Rui Sá");
        assert_eq!(ticket.due, Some("2026-09-23T08:10:26Z".parse().unwrap()));
    }

    #[test]
    fn survives_what_a_profile_hides_and_integers_for_ids() {
        let body = r#"{"id":105,"ticketNumber":102,"assigneeId":7,"assignee":null,"contact":null,"threadCount":3,"isRead":null,"createdTime":1795341600000}"#;
        let ticket = serde_json::from_str::<WireTicket>(body).unwrap().into_model().unwrap();
        assert_eq!((ticket.id.as_str(), ticket.number.as_str(), ticket.threads), ("105", "102", 3));
        assert_eq!((ticket.assignee.unwrap().id.as_str(), ticket.read), ("7", None));
        assert_eq!(ticket.created, "2026-11-22T10:00:00Z".parse().unwrap());
        assert!(serde_json::from_str::<WireTicket>(r#"{"subject":"x"}"#).unwrap().into_model().is_none());
    }
}
