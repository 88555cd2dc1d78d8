//! A new draft, as the writer finds it.

use jiff::Timestamp;

use super::recipients::{Recipients, forward_to, reply_all_to, reply_to};
use crate::model::{
    Address, Conversation, Delivery, Direction, Draft, DraftId, DraftKind, Entry, FromAddress, LocalFile,
    Seen, Thread, Ticket, Visibility,
};

/// Who writes, and with what.
#[derive(Clone, Copy, Debug)]
pub struct Writer<'a> {
    /// The addresses mail may be sent from, of all departments.
    pub from: &'a [FromAddress],
    /// The quoted original for *Forward*, as text.
    pub quote: &'a str,
    /// The time.
    pub now: Timestamp,
}

/// Starts a draft that answers `answered`, or the [`natural`] message.
pub fn start(
    id: DraftId,
    kind: DraftKind,
    ticket: &Ticket,
    conversation: &Conversation,
    answered: Option<&Thread>,
    writer: Writer<'_>,
) -> Draft {
    let answered = answered.or_else(|| natural(conversation));
    let own: Vec<Address> = writer.from.iter().map(|from| Address::bare(from.email.clone())).collect();
    let customer = ticket.email.as_deref();
    let Recipients { to, cc } = match kind {
        DraftKind::Reply => reply_to(answered, customer, &own),
        DraftKind::ReplyAll => reply_all_to(answered, customer, &own),
        DraftKind::Forward => forward_to(),
        DraftKind::PrivateComment | DraftKind::PublicComment => Recipients::default(),
    };
    let forward = kind == DraftKind::Forward;
    let files = answered.filter(|_| forward).map(carried).unwrap_or_default();
    Draft {
        id,
        ticket: ticket.id.clone(),
        ticket_number: ticket.number.clone(),
        kind,
        from: kind.is_mail().then(|| from_address(ticket, answered, writer.from)).flatten(),
        to: crate::model::join_addresses(&to),
        cc: crate::model::join_addresses(&cc),
        bcc: String::new(),
        subject: if kind.is_mail() { subject(kind, &ticket.subject) } else { String::new() },
        body: if forward { format!("\n\n{}", writer.quote) } else { String::new() },
        cursor: (0, 0),
        files,
        in_reply_to: answered.filter(|_| kind.is_mail()).map(|thread| thread.id.clone()),
        seen: seen(conversation),
        updated: writer.now,
    }
}

/// The subject line as the customer will read it. Desk writes it itself from the ticket's subject (sendReply takes
/// none), so it is shown, not typed.
pub fn subject(kind: DraftKind, ticket: &str) -> String {
    let (mark, known): (_, &[&str]) = match kind {
        DraftKind::Forward => ("Fwd: ", &["fwd:", "fw:", "enc:"]),
        _ => ("Re: ", &["re:", "res:"]),
    };
    let lower = ticket.trim_start().to_lowercase();
    if ticket.trim().is_empty() || known.iter().any(|mark| lower.starts_with(mark)) {
        ticket.to_owned()
    } else {
        format!("{mark}{ticket}")
    }
}

/// How far the reader has read.
pub fn seen(conversation: &Conversation) -> Seen {
    Seen {
        last_thread: conversation.last_thread().map(|thread| thread.id.clone()),
        until: conversation.entries.iter().map(Entry::at).max(),
    }
}

/// The message that an answer would naturally be to: the customer's last public one, else the last public one at all.
pub fn natural(conversation: &Conversation) -> Option<&Thread> {
    let threads = || {
        conversation.entries.iter().rev().filter_map(|entry| match entry {
            Entry::Thread(thread) if thread.delivery != Delivery::Draft => Some(thread),
            _ => None,
        })
    };
    let public = |thread: &&Thread| thread.visibility == Visibility::Public;
    threads()
        .filter(public)
        .find(|thread| thread.direction == Direction::In)
        .or_else(|| threads().find(public))
}

/// The address the customer wrote to, if it is one of ours; else the department's first.
fn from_address(ticket: &Ticket, answered: Option<&Thread>, from: &[FromAddress]) -> Option<Address> {
    let wrote_to =
        answered.into_iter().flat_map(|thread| thread.to.iter().chain(&thread.cc).chain(&thread.from));
    let ours = |address: &Address| from.iter().find(|own| own.email.eq_ignore_ascii_case(&address.email));
    let mut known = wrote_to.filter_map(ours);
    let department = || from.iter().find(|own| own.department == ticket.department);
    known
        .find(|own| own.department == ticket.department)
        .or_else(department)
        .or_else(|| from.first())
        .map(|own| Address { name: own.name.clone(), email: own.email.clone() })
}

fn carried(thread: &Thread) -> Vec<LocalFile> {
    let carry = |file: &crate::model::Attachment| LocalFile {
        path: std::path::PathBuf::new(),
        name: file.name.clone(),
        size: file.size,
        upload: None,
        source: Some(file.clone()),
    };
    thread.attachments.iter().map(carry).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::{Body, BodyKind, DepartmentId, StatusKind, ThreadId, TicketId, addresses};

    pub fn thread(from: &str, to: &str, cc: &str) -> Thread {
        Thread {
            id: ThreadId::new("1"),
            channel: "EMAIL".into(),
            direction: Direction::In,
            delivery: Delivery::Done,
            visibility: Visibility::Public,
            forward: false,
            description: false,
            author: "Marina".into(),
            from: addresses(from).pop(),
            to: addresses(to),
            cc: addresses(cc),
            bcc: Vec::new(),
            reply_to: Vec::new(),
            at: Timestamp::UNIX_EPOCH,
            summary: String::new(),
            body: Body { kind: BodyKind::Plain, text: String::new() },
            attachments: Vec::new(),
        }
    }

    pub fn ticket() -> Ticket {
        Ticket {
            id: TicketId::new("10"),
            number: "1042".into(),
            subject: "Refund not received".into(),
            status: "Open".into(),
            kind: StatusKind::Open,
            channel: "Email".into(),
            priority: None,
            department: DepartmentId::new("d1"),
            contact: None,
            contact_name: "Marina".into(),
            email: Some("marina@zylker.com".into()),
            account: None,
            account_name: String::new(),
            assignee: None,
            created: Timestamp::UNIX_EPOCH,
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

    fn from(email: &str, department: &str) -> FromAddress {
        FromAddress { email: email.into(), name: "Us".into(), department: DepartmentId::new(department) }
    }

    fn draft(kind: DraftKind, threads: Vec<Thread>) -> Draft {
        let entries = threads.into_iter().map(Entry::Thread).collect();
        let conversation = Conversation { ticket: TicketId::new("10"), entries };
        let own = [from("sales@us.com", "d2"), from("help@us.com", "d1")];
        let writer = Writer { from: &own, quote: "the original", now: Timestamp::UNIX_EPOCH };
        start(DraftId::new("x"), kind, &ticket(), &conversation, None, writer)
    }

    #[test]
    fn writes_from_the_address_of_the_department() {
        let reply = draft(DraftKind::Reply, vec![thread("marina@zylker.com", "Sales@us.com", "")]);
        assert_eq!(reply.from.expect("mail has a sender").email, "help@us.com");
        assert_eq!(reply.subject, "Re: Refund not received");
    }

    #[test]
    fn a_forward_quotes_and_carries_and_names_nobody() {
        let mut message = thread("marina@zylker.com", "help@us.com", "");
        message.attachments.push(crate::model::Attachment {
            id: crate::model::AttachmentId::new("a"),
            name: "receipt.pdf".into(),
            size: 3,
            href: "https://desk.example/a".into(),
        });
        let forward = draft(DraftKind::Forward, vec![message]);
        assert_eq!((forward.to.as_str(), forward.files.len()), ("", 1));
        assert!(forward.body.ends_with("the original"));
        assert!(forward.is_blank() || forward.body.contains("the original"));
    }

    #[test]
    fn a_comment_has_no_addresses() {
        let comment = draft(DraftKind::PrivateComment, vec![thread("marina@zylker.com", "help@us.com", "")]);
        assert_eq!((comment.to.as_str(), comment.from, comment.in_reply_to), ("", None, None));
    }

    #[test]
    fn answers_the_customers_last_message_even_below_a_private_forward() {
        let mut first = thread("marina@zylker.com", "help@us.com", "");
        first.id = ThreadId::new("first");
        let mut forward = thread("help@us.com", "lawyer@us.com", "");
        forward.direction = Direction::Out;
        forward.visibility = Visibility::Private;
        let reply = draft(DraftKind::Reply, vec![first, forward]);
        assert_eq!(reply.in_reply_to, Some(ThreadId::new("first")));
        assert_eq!(reply.to, "marina@zylker.com");
    }

    #[test]
    fn marks_a_subject_only_once() {
        assert_eq!(subject(DraftKind::Reply, "RES: Boleto"), "RES: Boleto");
        assert_eq!(subject(DraftKind::Forward, "Re: Boleto"), "Fwd: Re: Boleto");
        assert_eq!(subject(DraftKind::Reply, " "), " ");
    }
}
