//! A conversation: as text for people, entry by entry for scripts.

use serde_json::{Value, json};

use crate::model::{
    Address, BodyKind, Comment, Delivery, Direction, Entry, Thread, Visibility, join_addresses,
};
use crate::text::{Clock, Letter, Standard, Words, letter, letters, line, size};

/// The conversation, oldest first. `quotes`: trailing quotes are shown as well.
pub fn talk(entries: &[Entry], quotes: bool, columns: u16, words: &Words, clock: &Clock) -> String {
    let mut text = String::new();
    let bodies: Vec<_> = entries.iter().map(Entry::readable).collect();
    let read = letters(bodies.iter().map(AsRef::as_ref), columns);
    for (entry, letter) in entries.iter().zip(&read) {
        let head = match entry {
            Entry::Thread(thread) => thread_head(thread, words),
            Entry::Comment(comment) => comment_head(comment, words),
        };
        text += &format!("\n── {} · {}\n", clock.exact(words, entry.at()), line(&head));
        if let Entry::Thread(thread) = entry {
            text += &people(thread, words);
        }
        text.push('\n');
        text += &letter_text(letter, quotes, words);
        if !entry.attachments().is_empty() {
            let files = entry.attachments();
            text += &format!("\n{}", words.say_with("entry-files", &[("count", files.len().into())]));
            for file in files {
                text += &format!("\n  {} ({}, {})", line(&file.name), size(file.size, words.lang()), file.id);
            }
            text.push('\n');
        }
    }
    text
}

fn letter_text(letter: &Letter, quotes: bool, words: &Words) -> String {
    let folded = letter.tail.clone().filter(|_| !quotes).unwrap_or(0..0);
    let mut text = String::new();
    for (at, line) in letter.lines.iter().enumerate() {
        if at == folded.start && !folded.is_empty() {
            text += &format!("[{}]\n", words.say_with("entry-folded", &[("count", folded.len().into())]));
        }
        if !folded.contains(&at) {
            text += &"> ".repeat(line.quote.into());
            text += line.text().trim_end();
            text.push('\n');
        }
    }
    for (at, link) in letter.links.iter().enumerate() {
        text += &format!("[{}] {link}\n", at + 1);
    }
    if letter.remote > 0 {
        text += &format!("({})\n", words.say_with("entry-remote", &[("count", letter.remote.into())]));
    }
    text
}

fn thread_head(thread: &Thread, words: &Words) -> String {
    let arrow = match thread.direction {
        Direction::In => "←",
        Direction::Out => "→",
    };
    let mut head =
        format!("{} {arrow} {}", thread.author, words.standard(Standard::Channel, &thread.channel));
    let mut mark = |id: &str| head += &format!(" · {}", words.say(id));
    if thread.forward {
        mark("entry-forwarded");
    } else if thread.visibility == Visibility::Private {
        mark("entry-private");
    }
    match thread.delivery {
        Delivery::Done => {}
        Delivery::Pending => mark("entry-pending"),
        Delivery::Failed => mark("entry-undelivered"),
        Delivery::Draft => mark("entry-desk-draft"),
    }
    if thread.body.kind == BodyKind::Missing {
        mark("entry-summary-only");
    }
    head
}

fn comment_head(comment: &Comment, words: &Words) -> String {
    let badge = words.say(if comment.public { "entry-public" } else { "entry-internal" });
    let edited = comment.edited.map(|_| format!(" · {}", words.say("entry-edited"))).unwrap_or_default();
    format!("{badge} · {}{edited}", comment.author)
}

fn people(thread: &Thread, words: &Words) -> String {
    let mut text = String::new();
    for (id, list) in [("entry-to", &thread.to), ("entry-cc", &thread.cc), ("entry-bcc", &thread.bcc)] {
        if !list.is_empty() {
            text += &format!("   {}\n", words.say_with(id, &[("people", join_addresses(list).into())]));
        }
    }
    text
}

/// An entry for scripts: `text` is readable, `body` is what Desk has.
pub fn entry_json(entry: &Entry, columns: u16) -> Value {
    let body = json!({
        "kind": match entry.body().kind {
            BodyKind::Html => "html",
            BodyKind::Plain => "plain",
            BodyKind::Missing => "missing",
        },
        "content": entry.body().text,
    });
    let files: Vec<Value> = entry
        .attachments()
        .iter()
        .map(|file| json!({ "id": file.id, "name": file.name, "size": file.size }))
        .collect();
    let text = letter(&entry.readable(), columns).text();
    match entry {
        Entry::Thread(one) => json!({
            "type": "thread", "id": one.id, "at": one.at, "author": one.author, "channel": one.channel,
            "direction": match one.direction { Direction::In => "in", Direction::Out => "out" },
            "delivery": match one.delivery {
                Delivery::Done => "done",
                Delivery::Pending => "pending",
                Delivery::Failed => "failed",
                Delivery::Draft => "draft",
            },
            "visibility": match one.visibility { Visibility::Public => "public", Visibility::Private => "private" },
            "forward": one.forward, "description": one.description,
            "from": one.from.as_ref().map_or(Value::Null, mailbox),
            "to": mailboxes(&one.to), "cc": mailboxes(&one.cc), "bcc": mailboxes(&one.bcc),
            "text": text, "body": body, "attachments": files,
        }),
        Entry::Comment(one) => json!({
            "type": "comment", "id": one.id, "at": one.at, "author": one.author, "public": one.public,
            "edited_at": one.edited, "text": text, "body": body, "attachments": files,
        }),
    }
}

fn mailbox(address: &Address) -> Value {
    json!({ "name": address.name, "email": address.email })
}

fn mailboxes(list: &[Address]) -> Vec<Value> {
    list.iter().map(mailbox).collect()
}
