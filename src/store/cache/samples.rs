//! Records for tests: plain ones, to be changed where a test cares.

use jiff::Timestamp;
use tempfile::TempDir;

use super::Cache;
use crate::model::{
    Body, BodyKind, Contact, ContactId, Delivery, DepartmentId, Direction, StatusKind, Thread, ThreadId,
    Ticket, TicketId, Visibility,
};

/// A new cache; it lives as long as its folder.
pub fn cache() -> (TempDir, Cache) {
    let dir = tempfile::tempdir().unwrap();
    let cache = Cache::open(dir.path()).unwrap().cache;
    (dir, cache)
}

/// A minute of a day in 2026.
pub fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + minute * 60).unwrap()
}

pub fn contact(id: &str, first: &str, last: &str) -> Contact {
    Contact {
        id: ContactId::new(id),
        first_name: first.into(),
        last_name: last.into(),
        title: None,
        email: None,
        phone: None,
        mobile: None,
        company: None,
        address: vec![],
        description: None,
        owner: None,
        tags: vec![],
        custom: vec![],
        created: at(0),
        modified: at(0),
    }
}

pub fn ticket(id: &str, subject: &str, minute: i64) -> Ticket {
    Ticket {
        id: TicketId::new(id),
        number: id.trim_start_matches(char::is_alphabetic).into(),
        subject: subject.into(),
        status: "Open".into(),
        kind: StatusKind::Open,
        channel: "Email".into(),
        priority: None,
        department: DepartmentId::new("sales"),
        contact: None,
        contact_name: String::new(),
        email: None,
        account: None,
        account_name: String::new(),
        assignee: None,
        created: at(minute),
        due: None,
        response_due: None,
        closed: None,
        customer_response: None,
        threads: 1,
        comments: 0,
        read: None,
        escalated: false,
    }
}

/// A mail that came in; its text is missing when `text` is none.
pub fn thread(id: &str, minute: i64, text: Option<&str>) -> Thread {
    Thread {
        id: ThreadId::new(id),
        channel: "EMAIL".into(),
        direction: Direction::In,
        delivery: Delivery::Done,
        visibility: Visibility::Public,
        forward: false,
        description: false,
        author: "Marina".into(),
        from: None,
        to: vec![],
        cc: vec![],
        bcc: vec![],
        reply_to: vec![],
        at: at(minute),
        summary: String::new(),
        body: Body {
            kind: if text.is_some() { BodyKind::Html } else { BodyKind::Missing },
            text: text.unwrap_or_default().into(),
        },
        attachments: vec![],
    }
}
