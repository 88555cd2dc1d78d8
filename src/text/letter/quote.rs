//! Quoting the original below an answer or in a forward.

use super::letter;
use crate::model::{Entry, join_addresses};
use crate::text::{Clock, Words, safe};

/// Columns of quoted text: as wide as mail in plain text is written.
const WIDTH: u16 = 76;

/// The original as plain text: the separator by which Gmail, and most programs after it, know a forward, a head (From, Date, Subject, To, Cc), then its text, each level of
/// quoting marked by `> `. Nothing of it is folded away. Times are told by the clock's zone; the subject is left out
/// when it is empty.
pub fn quote(entry: &Entry, subject: &str, words: &Words, clock: &Clock) -> String {
    let mut text = format!("---------- {} ---------\n", words.say("quote-original"));
    let mut head = |id: &str, value: &str| {
        if !value.trim().is_empty() {
            text.extend([&words.say(id), ": ", &safe::line(value), "\n"]);
        }
    };
    match entry {
        Entry::Thread(thread) => {
            let from = thread.from.as_ref().map_or_else(|| thread.author.clone(), ToString::to_string);
            head("quote-from", &from);
            head("quote-date", &clock.exact(words, thread.at));
            head("quote-subject", subject);
            head("quote-to", &join_addresses(&thread.to));
            head("quote-cc", &join_addresses(&thread.cc));
        }
        Entry::Comment(comment) => {
            head("quote-from", &comment.author);
            head("quote-date", &clock.exact(words, comment.at));
            head("quote-subject", subject);
        }
    }
    text.push('\n');
    let original = letter(entry.body(), WIDTH);
    for line in &original.lines {
        text.push_str(&"> ".repeat(line.quote.into()));
        text.push_str(line.text().trim_end());
        text.push('\n');
    }
    if !original.links.is_empty() {
        text.push('\n');
        for (place, link) in original.links.iter().enumerate() {
            text.extend(["[", &(place + 1).to_string(), "] ", link, "\n"]);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::model::{
        Address, Body, BodyKind, Comment, CommentId, Delivery, Direction, Thread, ThreadId, Visibility,
    };
    use crate::text::Lang;

    fn clock() -> Clock {
        let now = "2024-10-16T18:00:00Z".parse().expect("a timestamp");
        Clock::new(now, TimeZone::get("America/Sao_Paulo").expect("bundled zone"))
    }

    #[test]
    fn a_message_is_quoted_with_its_head_and_its_links() {
        let body = "<p>Olá, veja <a href='https://zylker.example/5521'>o pedido</a>.</p><blockquote>antes</blockquote>";
        let thread = Thread {
            id: ThreadId::new("1"),
            channel: "EMAIL".into(),
            direction: Direction::In,
            delivery: Delivery::Done,
            visibility: Visibility::Public,
            forward: false,
            description: false,
            author: "Marina".into(),
            from: Some(Address { name: "Marina\u{202e} Souza".into(), email: "marina@zylker.com".into() }),
            to: vec![Address::bare("help@zylker.com")],
            cc: Vec::new(),
            bcc: Vec::new(),
            reply_to: Vec::new(),
            at: "2024-10-14T17:02:00Z".parse().expect("a timestamp"),
            summary: String::new(),
            body: Body { kind: BodyKind::Html, text: body.into() },
            attachments: Vec::new(),
        };
        assert_eq!(
            quote(&Entry::Thread(thread), "Reembolso", &Words::new(Lang::PtBr), &clock()),
            "---------- Mensagem encaminhada ---------\nDe: Marina Souza <marina@zylker.com>\n\
             Data: seg 14 out 2024 14:02 -03\nAssunto: Reembolso\nPara: help@zylker.com\n\n\
             Olá, veja o pedido [1].\n\n> antes\n\n[1] https://zylker.example/5521\n"
        );
    }

    #[test]
    fn a_comment_is_quoted_by_its_author() {
        let comment = Comment {
            id: CommentId::new("1"),
            author: "Rui".into(),
            public: false,
            at: "2024-10-14T17:02:00Z".parse().expect("a timestamp"),
            edited: None,
            body: Body { kind: BodyKind::Plain, text: "Liberado.".into() },
            attachments: Vec::new(),
        };
        let text = quote(&Entry::Comment(comment), "", &Words::new(Lang::En), &clock());
        assert!(text.ends_with("From: Rui\nDate: Mon 14 Oct 2024 14:02 -03\n\nLiberado.\n"), "{text}");
    }
}
