//! What was said on the first ticket.

use balcao::app::effect::{Said, TicketPage};
use balcao::model::{
    Address, Attachment, AttachmentId, Body, BodyKind, Comment, CommentId, Delivery, Direction, Entry,
    Thread, ThreadId, Ticket, TicketId, Visibility,
};
use balcao::text::letter;
use jiff::{SignedDuration, Timestamp};

use super::{Twist, now};

pub fn talks(tickets: &[Ticket], twist: Twist<'_>) -> Vec<TicketPage> {
    tickets
        .iter()
        .map(|ticket| {
            let entries = if ticket.id.as_str() == "t1042" { entries(twist) } else { Vec::new() };
            let entries =
                entries.into_iter().map(|entry| Said { letter: letter(entry.body(), 80), entry }).collect();
            TicketPage { ticket: ticket.clone(), entries, fetched: Some(now()), customer: Vec::new() }
        })
        .collect()
}

/// The conversation laid out for a width.
pub fn at_width(talks: &[TicketPage], ticket: &TicketId, width: u16) -> Option<TicketPage> {
    let mut page = talks.iter().find(|page| page.ticket.id == *ticket)?.clone();
    for said in &mut page.entries {
        said.letter = letter(said.entry.body(), width);
    }
    Some(page)
}

fn at(hours: i64, minutes: i64) -> Timestamp {
    now() - SignedDuration::from_hours(hours) - SignedDuration::from_mins(minutes)
}

fn html(text: &str) -> Body {
    Body { kind: BodyKind::Html, text: text.to_owned() }
}

fn entries(twist: Twist<'_>) -> Vec<Entry> {
    let body = |text: &str| html(&twist(text));
    let marina = Address { name: twist("Marina Souza"), email: twist("marina@zylker.example") };
    let us = Address { name: twist("Support"), email: twist("help@zylker.example") };
    let first = Thread {
        id: ThreadId::new("1"),
        channel: twist("EMAIL"),
        direction: Direction::In,
        delivery: Delivery::Done,
        visibility: Visibility::Public,
        forward: false,
        description: true,
        author: twist("Marina Souza"),
        from: Some(marina.clone()),
        to: vec![us.clone()],
        cc: Vec::new(),
        bcc: Vec::new(),
        reply_to: Vec::new(),
        at: at(71, 38),
        summary: twist("Hello, the refund …"),
        body: body(
            "<p>Hello,</p><p>the refund for order <b>5521</b> has not arrived. The bank says that nothing came in, \
             and my colleagues in finance need the <a href=\"https://zylker.example/orders/5521\">order</a> closed \
             before the end of the month.</p><table><tr><td>Order</td><td>5521</td></tr><tr><td>Amount</td>\
             <td>R$ 1.234,56</td></tr></table><p>Marina 🙂</p><img src=\"https://t.example/p.gif\">",
        ),
        attachments: vec![
            Attachment {
                id: AttachmentId::new("a"),
                name: twist("receipt.pdf"),
                size: 86_016,
                href: String::new(),
            },
            Attachment {
                id: AttachmentId::new("b"),
                name: twist("写真.png"),
                size: 1_258_291,
                href: String::new(),
            },
        ],
    };
    let answer = Thread {
        id: ThreadId::new("2"),
        direction: Direction::Out,
        description: false,
        author: twist("Ana Lima"),
        from: Some(us.clone()),
        to: vec![marina.clone()],
        cc: vec![Address::bare(twist("finance@zylker.example"))],
        at: at(70, 9),
        body: body(
            "<div>Hi Marina,<br><br>it was released on Friday and should be with you by Tuesday.<br><br>Ana</div>\
             <br><div class=\"gmail_quote\"><div>On Mon, 12 Oct 2026 at 15:02, Marina Souza \
             &lt;marina@zylker.example&gt; wrote:<br></div><blockquote class=\"gmail_quote\"><p>Hello,</p><p>the \
             refund for order 5521 has not arrived.</p></blockquote></div>",
        ),
        attachments: Vec::new(),
        ..first.clone()
    };
    let passed_on = Thread {
        id: ThreadId::new("3"),
        forward: true,
        visibility: Visibility::Private,
        to: vec![Address::bare(twist("bank@partner.example"))],
        cc: Vec::new(),
        at: at(25, 0),
        body: body("<p>Can you see where it went?</p>"),
        ..answer.clone()
    };
    let comment = Comment {
        id: CommentId::new("c1"),
        author: twist("Rui Prado"),
        public: false,
        at: at(71, 20),
        edited: Some(at(70, 0)),
        body: Body {
            kind: BodyKind::Plain,
            text: twist("Finance released it on Friday, @Ana please confirm with her."),
        },
        attachments: Vec::new(),
    };
    let public = Comment {
        id: CommentId::new("c2"),
        public: true,
        edited: None,
        at: at(2, 5),
        body: Body { kind: BodyKind::Plain, text: twist("Marina, we are on it.") },
        ..comment.clone()
    };
    let undelivered = Thread {
        id: ThreadId::new("4"),
        delivery: Delivery::Failed,
        at: at(1, 0),
        body: body("<p>Olá Marina, o banco confirmou o estorno.</p>"),
        ..answer.clone()
    };
    vec![
        Entry::Thread(first),
        Entry::Comment(comment),
        Entry::Thread(answer),
        Entry::Thread(passed_on),
        Entry::Comment(public),
        Entry::Thread(undelivered),
    ]
}
