//! Which changes are which events. A record that is made is `_Add`, one that is trashed or gone `_Delete`, one that
//! differs in what people set `_Update`: counts and times that follow from something else do not make one.

use serde_json::{Map, Value, json};

use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::{accounts, activities, comments, contacts, files, threads, tickets};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::activity::Deed;
use crate::sandbox::world::desk::comment::Place;
use crate::sandbox::world::desk::{Account, Activity, Attachment, Comment, Contact, Host, Thread, Ticket};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::{Change, Item, Shelf};

/// Keys that follow from something else.
const DERIVED: &[&str] = &[
    "accountCount",
    "attachmentCount",
    "commentCount",
    "customFields",
    "customerHappiness",
    "customerResponseTime",
    "followerCount",
    "isFollowing",
    "isOverDue",
    "isRead",
    "isResponseOverdue",
    "lastThread",
    "modifiedBy",
    "modifiedTime",
    "responseDueDate",
    "tagCount",
    "taskCount",
    "threadCount",
];

/// Something that webhooks may be told.
#[derive(Debug)]
pub struct Occasion {
    /// `Ticket_Update`.
    pub event: &'static str,
    /// The department of the record.
    pub department: Option<Id>,
    /// Whether a message came in.
    pub incoming: Option<bool>,
    /// The record as it is.
    pub payload: Value,
    /// The record as it was.
    pub before: Option<Value>,
    /// The keys in which it differs.
    pub changed: Vec<String>,
}

/// The records that changed, by kind.
#[derive(Debug)]
pub struct Changes {
    tickets: Vec<Change<Ticket>>,
    threads: Vec<Change<Thread>>,
    comments: Vec<Change<Comment>>,
    files: Vec<Change<Attachment>>,
    contacts: Vec<Change<Contact>>,
    accounts: Vec<Change<Account>>,
    activities: Vec<Change<Activity>>,
}

/// Begins or ends watching what webhooks may be told of.
pub fn watch(world: &mut World, on: bool) {
    let desk = &mut world.desk;
    desk.tickets.watch(on);
    desk.threads.watch(on);
    desk.comments.watch(on);
    desk.attachments.watch(on);
    desk.contacts.watch(on);
    desk.accounts.watch(on);
    desk.activities.watch(on);
}

impl Changes {
    /// Takes them out of the world.
    pub fn take(world: &mut World) -> Self {
        let desk = &mut world.desk;
        Self {
            tickets: desk.tickets.take_changes(),
            threads: desk.threads.take_changes(),
            comments: desk.comments.take_changes(),
            files: desk.attachments.take_changes(),
            contacts: desk.contacts.take_changes(),
            accounts: desk.accounts.take_changes(),
            activities: desk.activities.take_changes(),
        }
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.tickets.is_empty()
            && self.threads.is_empty()
            && self.comments.is_empty()
            && self.files.is_empty()
            && self.contacts.is_empty()
            && self.accounts.is_empty()
            && self.activities.is_empty()
    }
}

/// How a kind of record is told.
struct Kind<T> {
    events: [&'static str; 3],
    trashed: fn(&T) -> bool,
    department: fn(&T) -> Option<Id>,
    show: fn(&World, &Call, &T) -> Value,
}

/// What changes mean, as one caller sees it.
pub fn all(world: &World, call: &Call, changes: &Changes) -> Vec<Occasion> {
    let mut all = Vec::new();
    let kind = Kind {
        events: ["Contact_Add", "Contact_Update", "Contact_Delete"],
        trashed: |contact: &Contact| contact.trashed.is_some(),
        department: |_| None,
        show: |world, call, contact| contacts::project::full(world, call, contact, &[]),
    };
    records(world, call, &world.desk.contacts, &changes.contacts, &kind, &mut all);
    let kind = Kind {
        events: ["Account_Add", "Account_Update", "Account_Delete"],
        trashed: |account: &Account| account.trashed.is_some(),
        department: |_| None,
        show: |world, call, account| accounts::project::full(world, call, account, &[]),
    };
    records(world, call, &world.desk.accounts, &changes.accounts, &kind, &mut all);
    let kind = Kind {
        events: ["Ticket_Add", "Ticket_Update", "Ticket_Delete"],
        trashed: |ticket: &Ticket| ticket.trashed.is_some(),
        department: |ticket| Some(ticket.department),
        show: tickets::full::body,
    };
    records(world, call, &world.desk.tickets, &changes.tickets, &kind, &mut all);
    for (deed, events) in [
        (Deed::Task, ["Task_Add", "Task_Update", "Task_Delete"]),
        (Deed::Call, ["Call_Add", "Call_Update", "Call_Delete"]),
        (Deed::Event, ["Event_Add", "Event_Update", "Event_Delete"]),
    ] {
        let kind = Kind {
            events,
            trashed: |activity: &Activity| activity.trashed.is_some(),
            department: |activity| Some(activity.department),
            show: |world, call, activity| activities::project::full(world, call, activity, &[]),
        };
        let of_this = |(id, before): &&Change<Activity>| {
            before.as_deref().or_else(|| world.desk.activities.get(*id)).is_some_and(|one| one.deed == deed)
        };
        let changes: Vec<Change<Activity>> = changes.activities.iter().filter(of_this).cloned().collect();
        records(world, call, &world.desk.activities, &changes, &kind, &mut all);
    }
    all.extend(changes.threads.iter().filter_map(|change| thread(world, call, change)));
    all.extend(changes.comments.iter().filter_map(|change| comment(world, call, change)));
    all.extend(changes.files.iter().filter_map(|change| file(world, call, change)));
    all
}

fn records<T: Item>(
    world: &World,
    call: &Call,
    shelf: &Shelf<T>,
    changes: &[Change<T>],
    kind: &Kind<T>,
    into: &mut Vec<Occasion>,
) {
    for (id, before) in changes {
        let before = before.as_deref();
        let alive = |record: &&T| !(kind.trashed)(record);
        let occasion = match (before, shelf.get(*id).filter(alive)) {
            (None, Some(now)) => made(kind.events[0], (kind.department)(now), (kind.show)(world, call, now)),
            (Some(was), None) if alive(&was) => {
                let mut payload = json!({"id": id});
                if let Some(department) = (kind.department)(was) {
                    payload["departmentId"] = json!(department);
                }
                made(kind.events[2], (kind.department)(was), payload)
            }
            (Some(was), Some(now)) => {
                let (old, new) = ((kind.show)(world, call, was), (kind.show)(world, call, now));
                let changed = differences(&old, &new);
                if changed.is_empty() {
                    continue;
                }
                let department = (kind.department)(now);
                Occasion { before: Some(old), changed, ..made(kind.events[1], department, new) }
            }
            (_, None) => continue,
        };
        into.push(occasion);
    }
}

fn made(event: &'static str, department: Option<Id>, payload: Value) -> Occasion {
    Occasion { event, department, incoming: None, payload, before: None, changed: Vec::new() }
}

/// The keys in which two faces of a record differ, custom fields by their own names.
fn differences(old: &Value, new: &Value) -> Vec<String> {
    let nothing = Map::new();
    let map = |value: &'_ Value| value.as_object().cloned().unwrap_or_default();
    let (old, new) = (map(old), map(new));
    let inner =
        |map: &Map<String, Value>| map.get("cf").and_then(Value::as_object).unwrap_or(&nothing).clone();
    let differing = |old: &Map<String, Value>, new: &Map<String, Value>| -> Vec<String> {
        let own = new.iter().filter(|(key, _)| key.as_str() != "cf" && !DERIVED.contains(&key.as_str()));
        own.filter(|(key, value)| old.get(*key) != Some(value)).map(|(key, _)| key.clone()).collect()
    };
    let mut keys = differing(&old, &new);
    keys.extend(differing(&inner(&old), &inner(&new)));
    keys
}

/// A message that is out (or in): a draft is told when it is sent.
fn thread(world: &World, call: &Call, (id, before): &Change<Thread>) -> Option<Occasion> {
    let thread = world.desk.threads.get(*id)?;
    if thread.is_draft() || before.as_ref().is_some_and(|was| !was.is_draft()) {
        return None;
    }
    let mut payload = threads::project::full(world, call, thread, false);
    payload["ticketId"] = json!(thread.ticket);
    let department = world.desk.tickets.get(thread.ticket).map(|ticket| ticket.department);
    Some(Occasion { incoming: Some(thread.incoming), ..made("Ticket_Thread_Add", department, payload) })
}

fn comment(world: &World, call: &Call, (id, before): &Change<Comment>) -> Option<Occasion> {
    let comment = world.desk.comments.get(*id)?;
    let Place::Ticket(ticket) = comment.place else { return None };
    let event = if before.is_some() { "Ticket_Comment_Update" } else { "Ticket_Comment_Add" };
    let mut payload = comments::project::row(world, call, comment, &[]);
    payload["ticketId"] = json!(ticket);
    Some(made(event, world.desk.tickets.get(ticket).map(|ticket| ticket.department), payload))
}

fn file(world: &World, call: &Call, (id, before): &Change<Attachment>) -> Option<Occasion> {
    let on_ticket = |file: &Attachment| match file.host {
        Host::Ticket(ticket) => Some(ticket),
        _ => None,
    };
    let now = world.desk.attachments.get(*id);
    let was = before.as_deref().and_then(on_ticket);
    let (event, ticket, mut payload) = match now {
        Some(file) => {
            let ticket = on_ticket(file)?;
            let event = if was.is_some() { "Ticket_Attachment_Update" } else { "Ticket_Attachment_Add" };
            (event, ticket, files::whole(world, call, file))
        }
        None => ("Ticket_Attachment_Delete", was?, json!({"id": id})),
    };
    payload["ticketId"] = json!(ticket);
    Some(made(event, world.desk.tickets.get(ticket).map(|ticket| ticket.department), payload))
}
