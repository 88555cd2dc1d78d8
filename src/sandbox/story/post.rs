//! The messages of a ticket: who sends what to whom, over which channel, quoting what.

use jiff::Timestamp;

use super::super::world::desk::thread::{Author, Mail, Sent, Thread};
use super::super::world::desk::{Attachment, Host, Turn};
use super::super::world::{Body, Content, Id, World};
use super::cast::{Department, Person};
use super::dice::hash;
use super::draft::Draft;
use super::files;
use super::mail::{self, Earlier, Letter, Program};
use super::play::{Say, Scene, Sort};
use super::stage::Stage;

/// The post of one ticket.
#[derive(Debug)]
pub struct Post<'a> {
    scene: &'a Scene,
    customer: &'a Person,
    /// Name and address that the department answers from.
    mailbox: (String, String),
    ticket_channel: &'a str,
    last_channel: &'a str,
    /// The last mail, for who answers it.
    last: Option<(Id, Earlier)>,
}

/// Who sends something.
struct Sender {
    author: Author,
    incoming: bool,
    name: String,
    address: String,
    language: String,
    program: Program,
    domain: String,
}

/// A mailbox as the wire shows it: `"Name"<address>`.
fn shown(name: &str, address: &str) -> String {
    let name: String = name.chars().filter(|c| *c != '"').collect();
    format!("\"{name}\"<{address}>")
}

impl<'a> Post<'a> {
    /// The post of a scene.
    pub fn new(scene: &'a Scene, customer: &'a Person, department: &Department, channel: &'a str) -> Self {
        let wanted = scene.line("mailbox");
        let found = department.addresses.iter().find(|(_, address)| Some(address.as_str()) == wanted);
        let mailbox = found.or(department.addresses.first()).cloned().unwrap_or_default();
        Self { scene, customer, mailbox, ticket_channel: channel, last_channel: channel, last: None }
    }

    /// Sends a message and adds it to the draft.
    pub fn send(
        &mut self,
        world: &mut World,
        stage: &Stage<'_>,
        draft: &mut Draft,
        say: &'a Say,
        at: Timestamp,
    ) {
        let Some(sender) = self.sender(stage, say) else { return };
        let first = draft.threads.is_empty();
        let channel = self.channel(say, first);
        self.last_channel = channel;
        let by_mail = channel == "Email";
        let program = if by_mail { say.program.unwrap_or(sender.program) } else { Program::Note };
        let answers = self.last.as_ref().filter(|_| by_mail && say.sort != Sort::Draft);
        let words = words(say);
        let letter = Letter {
            program,
            quoting: say.quoting.unwrap_or(program.quoting()),
            language: &sender.language,
            earlier: answers.map(|(_, earlier)| earlier),
            words: &words,
            domain: &sender.domain,
        };
        let written = mail::write(&letter);
        let raw = say.raw.as_deref().and_then(super::assets::mail);
        let body = match raw {
            Some(raw) => Body::html(super::escape::unescape(raw)),
            None => Body::Text(written.text),
        };
        let id = world.desk.make_id();
        let in_reply_to = self.last.as_ref().filter(|_| by_mail).map(|(id, _)| *id);
        let (to_name, to_address) = self.receiver(stage, say, &sender);
        if by_mail {
            let earlier = Earlier {
                name: sender.name.clone(),
                address: sender.address.clone(),
                to: to_address.clone(),
                subject: draft.ticket.subject.chars().take(120).collect(),
                at: at.to_zoned(stage.calendar.zone.clone()),
                html: written.html,
                plain: written.plain,
            };
            if !matches!(say.sort, Sort::Draft | Sort::Forward | Sort::Failed) {
                self.last = Some((id, earlier));
            }
        }
        let list =
            |keys: &[String]| keys.iter().map(|key| stage.cast.address(key)).collect::<Vec<_>>().join(",");
        let envelope = by_mail.then(|| {
            Box::new(Mail {
                from: shown(&sender.name, &sender.address),
                to: shown(&to_name, &to_address),
                cc: list(&say.cc),
                bcc: list(&say.bcc),
                reply_to: String::new(),
                message_id: sender.incoming.then(|| {
                    let domain = if sender.domain.is_empty() { "mail.example" } else { &sender.domain };
                    format!("<{:x}.{}@{domain}>", hash(&words) ^ id.0, at.as_second())
                }),
            })
        });
        let attachments = say.files.iter().map(|name| attach(world, draft, name, id, &sender, at)).collect();
        if first {
            draft.ticket.description = Some(body.clone());
        }
        draft.threads.push(Thread {
            id,
            ticket: draft.ticket.id,
            channel: code(world, channel),
            incoming: sender.incoming,
            sent: match say.sort {
                Sort::Draft => Sent::Draft,
                Sort::Failed => Sent::Failed,
                _ => Sent::Success,
            },
            private: say.sort == Sort::Forward,
            forward: say.sort == Sort::Forward,
            description: first,
            author: sender.author,
            body,
            mail: envelope,
            in_reply_to,
            attachments,
            created: at,
        });
        draft.ticket.conversation.push(Turn::Thread(id));
    }

    fn sender(&self, stage: &Stage<'_>, say: &Say) -> Option<Sender> {
        if let Some(agent) = stage.cast.agents.get(&say.who) {
            return Some(Sender {
                author: Author::Agent(agent.id),
                incoming: false,
                name: self.mailbox.0.clone(),
                address: self.mailbox.1.clone(),
                language: self.customer.language.clone(),
                program: Program::Desk,
                domain: String::new(),
            });
        }
        let person = stage.cast.people.get(&say.who)?;
        let company = stage.cast.company_of(person);
        Some(Sender {
            author: Author::Contact(person.contact?),
            incoming: true,
            name: person.name.clone(),
            address: person.email.clone(),
            language: person.language.clone(),
            program: person.program,
            domain: company.map_or_else(String::new, |company| company.domain.clone()),
        })
    }

    /// The name and address a message goes to.
    fn receiver(&self, stage: &Stage<'_>, say: &Say, sender: &Sender) -> (String, String) {
        if let Some(key) = say.to.first() {
            let name = stage.cast.people.get(key).map_or("", |person| person.name.as_str());
            return (name.to_owned(), stage.cast.address(key));
        }
        if sender.incoming {
            self.mailbox.clone()
        } else {
            (self.customer.name.clone(), self.customer.email.clone())
        }
    }

    /// The channel of a message: its own, the ticket's for the first one; then mail answers forms and calls, and
    /// chats and posts go on where they are.
    fn channel(&self, say: &Say, first: bool) -> &'a str {
        if let Some(channel) = say.channel {
            return channel;
        }
        if first {
            return self.ticket_channel;
        }
        let talk = matches!(self.last_channel, "Chat" | "Facebook" | "Twitter" | "Forums");
        let mail = self.scene.lines.contains_key("mailbox") || say.program.is_some();
        if talk && !mail { self.last_channel } else { "Email" }
    }
}

/// The words of a message, a long log included.
fn words(say: &Say) -> String {
    if say.long == 0 {
        return say.text.clone();
    }
    let lines = say.long * 1024 / 52;
    format!("{}\n\n```\n{}```", say.text, files::log(7, lines))
}

/// The channel as threads name it.
fn code(world: &World, channel: &str) -> super::super::world::Word {
    let known = world.desk.settings.channels.iter().find(|known| &*known.name == channel);
    known.map_or("EMAIL", |known| known.code.as_str()).into()
}

fn attach(
    world: &mut World,
    draft: &mut Draft,
    name: &str,
    thread: Id,
    sender: &Sender,
    at: Timestamp,
) -> Id {
    let id = world.desk.make_id();
    let n = files::number(name, thread.0);
    let (Author::Agent(creator) | Author::Contact(creator)) = sender.author;
    draft.files.push(Attachment {
        id,
        host: Host::Thread(thread),
        name: name.to_owned(),
        size: u64::try_from(files::bytes(n).len()).unwrap_or(0),
        media: files::media(name).to_owned(),
        content: Content::Told { n },
        public: true,
        creator,
        created: at,
    });
    id
}
