//! What the body of a reply or a draft says, checked (sheet §12).

use crate::sandbox::desk::answer::Refusal;
use crate::sandbox::desk::body::Body;
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::files;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::thread::Mail;
use crate::sandbox::world::desk::{Status, Ticket};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Word;
use crate::sandbox::world::text;

/// The most a reply may say, in characters.
const CONTENT: usize = 16_000_000;
/// The longest list of addresses.
const ADDRESSES: usize = 13_000;

/// What a reply's body says.
#[derive(Debug)]
pub struct Letter {
    /// As on threads.
    pub channel: Word,
    /// The text.
    pub text: text::Body,
    /// The envelope, for mail.
    pub mail: Option<Mail>,
    /// Whether it is a forward; those are always private.
    pub forward: bool,
    /// Whether the help center hides it.
    pub private: bool,
    /// Whether it records a message that came in.
    pub incoming: bool,
    /// The message it answers.
    pub in_reply_to: Option<Id>,
    /// Its files, `None` when the body says nothing of them: a draft keeps those it has.
    pub attachments: Option<Vec<Id>>,
    /// The status that goes with it.
    pub status: Option<Status>,
    /// Whether it leaves at once, or waits in the outbox for the undo delay.
    pub at_once: bool,
}

impl Letter {
    /// Reads a body. A draft may be incomplete: without recipients.
    pub fn read(world: &World, call: &Call, ticket: &Ticket, draft: bool) -> Result<Self, Refusal> {
        let mut body = Body::new(call.json()?, "");
        let channel = body.needed("channel", 100);
        let known: &[&str] = if draft {
            &["EMAIL", "FACEBOOK", "FORUMS"]
        } else {
            &["EMAIL", "FACEBOOK", "FORUMS", "TWITTER"]
        };
        if !channel.is_empty() && !known.contains(&channel.as_str()) {
            body.fault("channel", "invalid");
        }
        let content = if draft {
            body.text("content", CONTENT).value().unwrap_or_default()
        } else {
            body.needed("content", CONTENT)
        };
        let kind = body.text("contentType", 30).value();
        let text = match kind.as_deref() {
            Some("html" | "text/html") => text::Body::html(content),
            None | Some("plainText" | "text/plain") => text::Body::plain(content),
            Some(_) => {
                body.fault("contentType", "invalid");
                text::Body::plain(content)
            }
        };
        let forward = body.flag("isForward").unwrap_or(false);
        let private = body.flag("isPrivate").unwrap_or(false);
        let direction = body.text("direction", 10).value();
        if !matches!(direction.as_deref(), None | Some("in" | "out")) {
            body.fault("direction", "invalid");
        }
        let in_reply_to = body.id("inReplyToThreadId").value();
        if in_reply_to
            .is_some_and(|id| world.desk.threads.get(id).is_none_or(|thread| thread.ticket != ticket.id))
        {
            body.fault("inReplyToThreadId", "invalid");
        }
        let status = body.text("ticketStatus", 120).value().and_then(|name| {
            let status = world.desk.status(&name).cloned();
            if status.is_none() {
                body.fault("ticketStatus", "invalid");
            }
            status
        });
        let attachments =
            if body.has("attachmentIds") { Some(files::for_reply(world, &mut body, ticket)) } else { None };
        let at_once = body.flag("sendImmediately").unwrap_or(true);
        let mail = if channel == "EMAIL" { Some(mail(&mut body, draft)) } else { None };
        body.check()?;
        if let Some(mail) = &mail {
            ours(world, ticket, &mail.from)?;
        }
        Ok(Self {
            channel: channel.into(),
            text,
            mail: mail.map(|mail| Mail { from: named(world, ticket, &mail.from), ..mail }),
            forward,
            private: private || forward,
            incoming: direction.as_deref() == Some("in"),
            in_reply_to,
            attachments,
            status,
            at_once,
        })
    }
}

fn mail(body: &mut Body, draft: bool) -> Mail {
    let from = body.needed("fromEmailAddress", 255);
    let [to, cc, bcc] =
        ["to", "cc", "bcc"].map(|name| body.text(name, ADDRESSES).value().unwrap_or_default());
    for (name, list) in [("to", &to), ("cc", &cc), ("bcc", &bcc)] {
        if !addresses(list).all(|address| plausible(&address)) {
            body.fault(name, "invalid");
        }
    }
    if !draft && to.trim().is_empty() {
        body.fault("to", "missing");
    }
    Mail { from, to, cc, bcc, ..Mail::default() }
}

/// The bare addresses of a list like `"Ana, from Sales"<ana@x.com>, bob@y.com`.
pub fn addresses(list: &str) -> impl Iterator<Item = String> + '_ {
    let mut quoted = false;
    list.split(move |c: char| {
        quoted ^= c == '"';
        c == ',' && !quoted
    })
    .map(bare)
    .filter(|address| !address.is_empty())
}

fn bare(one: &str) -> String {
    let inner = one.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(address, _)| address);
    inner.unwrap_or(one).trim().to_lowercase()
}

/// Whether a text is an address: somebody at a host with a dot.
pub fn plausible(address: &str) -> bool {
    let Some((user, host)) = address.rsplit_once('@') else { return false };
    !user.is_empty() && host.contains('.') && !address.contains(char::is_whitespace)
}

/// Refuses a sender that is not one of the department's active, confirmed addresses.
fn ours(world: &World, ticket: &Ticket, from: &str) -> Result<(), Refusal> {
    let from = bare(from);
    let mut addresses = world.desk.settings.mail_addresses.iter();
    let known = addresses.any(|mail| {
        mail.department == ticket.department
            && mail.active
            && mail.verified
            && mail.address.eq_ignore_ascii_case(&from)
    });
    if known { Ok(()) } else { Err(Refusal::field("/fromEmailAddress", "invalid")) }
}

/// The sender with the name that the portal gives the address.
fn named(world: &World, ticket: &Ticket, from: &str) -> String {
    let address = bare(from);
    let mut known = world.desk.settings.mail_addresses.iter();
    let known = known
        .find(|mail| mail.department == ticket.department && mail.address.eq_ignore_ascii_case(&address));
    known.map_or_else(|| from.to_owned(), |mail| format!("\"{}\"<{}>", mail.display_name, mail.address))
}

/// Whether a mail can't arrive: the reserved top-level domain `.invalid` has no hosts.
pub fn bounces(mail: Option<&Mail>) -> bool {
    mail.is_some_and(|mail| addresses(&mail.to).any(|address| address.ends_with(".invalid")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_in_a_quoted_name_does_not_split_an_address() {
        let list = "\"Souza, Ana\"<Ana@x.com>, bob@y.com,";
        assert_eq!(addresses(list).collect::<Vec<_>>(), ["ana@x.com", "bob@y.com"]);
    }

    #[test]
    fn an_address_needs_a_host() {
        assert!(plausible("a@b.com"));
        assert!(!plausible("a@b") && !plausible("@b.com") && !plausible("a b@c.com"));
    }
}
