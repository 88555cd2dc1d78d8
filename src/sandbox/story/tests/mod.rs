//! The story as a whole: the same for the same seed, nothing points nowhere, and what testers count on is there.

/// Hostile text and mail programs.
mod texts;
/// Nothing points nowhere.
mod whole;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use jiff::SignedDuration;

use super::*;
use crate::sandbox::world::bigin::Kind;
use crate::sandbox::world::desk::thread::Sent;
use crate::sandbox::world::desk::{StatusType, Ticket};
use crate::sandbox::world::{Body, Key};

fn plan(scale: Option<u32>) -> Plan {
    let anchor = "2026-11-17T17:30:00Z".parse().expect("a moment");
    Plan { seed: 1, scale, anchor }
}

fn world(scale: Option<u32>) -> World {
    at(plan(scale))
}

fn at(plan: Plan) -> World {
    let clock = Arc::new(Clock::default());
    clock.freeze(true);
    clock.set(plan.anchor);
    tell(plan, clock)
}

/// Everything in a world as text, in a fixed order.
fn letters(world: &World) -> String {
    let desk = &world.desk;
    let mut lines = vec![format!("{:?}{:?}{:?}", world.accounts, world.bigin.settings, desk.settings)];
    let mut add = |mut shelf: Vec<String>| {
        shelf.sort();
        lines.append(&mut shelf);
    };
    for kind in Kind::ALL {
        add(world.bigin.records(kind).iter().map(|record| format!("{record:?}")).collect());
    }
    add(desk.contacts.iter().map(|row| format!("{row:?}")).collect());
    add(desk.accounts.iter().map(|row| format!("{row:?}")).collect());
    add(desk.tickets.iter().map(|row| format!("{row:?}")).collect());
    add(desk.threads.iter().map(|row| format!("{row:?}")).collect());
    add(desk.comments.iter().map(|row| format!("{row:?}")).collect());
    add(desk.attachments.iter().map(|row| format!("{row:?}")).collect());
    add(desk.events.iter().map(|row| format!("{row:?}")).collect());
    add(desk.ratings.iter().map(|row| format!("{row:?}")).collect());
    lines.join("\n")
}

#[test]
fn the_same_plan_gives_the_same_world() {
    let (first, second) = (letters(&world(None)), letters(&world(None)));
    assert!(first == second, "two worlds of one plan differ");
    let other = Plan { seed: 2, ..plan(None) };
    assert!(letters(&tell(other, Arc::new(Clock::default()))) != first, "the seed changes nothing");
}

#[test]
fn every_scene_is_played_and_every_option_known() {
    let world = world(None);
    let mut keys = HashSet::new();
    for play in assets::PLAYS {
        let scenes = play::scenes(play);
        assert_eq!(scenes.len(), play.lines().filter(|line| line.starts_with("===")).count());
        for scene in scenes {
            assert!(keys.insert(scene.key.clone()), "{} is told twice", scene.key);
            let known = |name: &&String| HEADERS.contains(&name.as_str());
            let stray: Vec<_> = scene.lines.keys().filter(|name| !known(name)).collect();
            assert!(stray.is_empty(), "{}: {stray:?}", scene.key);
            for say in &scene.says {
                assert!(say.unknown.is_empty(), "{}: {:?}", scene.key, say.unknown);
                assert!(!say.text.trim().is_empty(), "{}: {} says nothing", scene.key, say.who);
                let raw = say.raw.as_deref().map(assets::mail);
                assert!(raw.is_none_or(|mail| mail.is_some()), "{}: no such mail", scene.key);
            }
        }
    }
    assert!(keys.len() >= 48, "{} hand-written tickets", keys.len());
    let tickets = u32::try_from(world.desk.tickets.len()).expect("few");
    assert_eq!(tickets, scale::STORY_TICKETS);
}

const HEADERS: [&str; 21] = [
    "number",
    "subject",
    "from",
    "dept",
    "channel",
    "status",
    "priority",
    "to",
    "due",
    "respond",
    "tags",
    "area",
    "order",
    "refund",
    "promised",
    "escalated",
    "unread",
    "class",
    "cc",
    "mailbox",
    "rated",
];

#[test]
fn what_testers_count_on_is_there() {
    let world = world(None);
    let desk = &world.desk;
    let now = world.plan.anchor;
    let count = |fits: &dyn Fn(&Ticket) -> bool| desk.tickets.iter().filter(|ticket| fits(ticket)).count();
    let due_within = |ticket: &Ticket, from: i64, to: i64| {
        let minutes = ticket.due.map(|due| due.duration_since(now).as_mins());
        ticket.status_type != StatusType::Closed
            && minutes.is_some_and(|minutes| (from..=to).contains(&minutes))
    };
    assert!(count(&|ticket| ticket.is_overdue(now)) >= 5);
    assert!(count(&|ticket| due_within(ticket, -120, -120)) >= 1, "overdue 2h");
    for minutes in [4, 25, 55] {
        assert!(count(&|ticket| due_within(ticket, minutes, minutes)) >= 1, "due in {minutes} minutes");
    }
    assert!(count(&|ticket| ticket.escalated) >= 2);
    let open = |ticket: &Ticket| ticket.status_type == StatusType::Open;
    assert!(count(&|ticket| open(ticket) && ticket.assignee.is_none()) >= 5);
    assert!(
        count(&|ticket| open(ticket) && ticket.more.as_ref().is_some_and(|more| more.read_by.is_empty()))
            >= 5
    );
    assert!(count(&|ticket| ticket.response_due.is_some_and(|due| due > now)) >= 3);
    assert!(count(&|ticket| now.duration_since(ticket.created) > SignedDuration::from_hours(24 * 390)) >= 1);
    let closed = count(&|ticket| ticket.status_type == StatusType::Closed);
    assert!((110..=210).contains(&closed), "{closed} of 250 are closed");
    for status in &desk.settings.statuses {
        assert!(!desk.tickets.under(&Key::Status(status.name.clone())).is_empty(), "{}", status.name);
    }
    for channel in &desk.settings.channels {
        assert!(desk.tickets.under(&Key::Channel(channel.name.clone())).len() >= 2, "{}", channel.name);
    }
    let longest = desk.tickets.iter().map(|ticket| ticket.conversation.len()).max();
    assert_eq!(longest, Some(120));
    let biggest =
        desk.threads.iter().map(|thread| world.text(&thread.body).content.len()).max().expect("some");
    assert!((300 * 1024..400 * 1024).contains(&biggest), "{biggest} bytes");
    assert!(desk.threads.iter().any(|thread| thread.sent == Sent::Draft));
    assert!(desk.threads.iter().any(|thread| thread.forward && thread.private));
    assert!(desk.comments.iter().any(|comment| comment.public));
    let mention = |body: &Body| world.text(body).content.contains("zsu[@user:60011550902]zsu");
    assert!(desk.comments.iter().any(|comment| mention(&comment.body)));
    assert!(desk.tickets.iter().any(|ticket| ticket.subject.chars().count() == 1000));
    assert!(desk.tickets.iter().any(|ticket| ticket.subject.contains("\u{1b}]52;")));
    assert!(desk.attachments.iter().any(|file| file.name.starts_with("../")));
}

#[test]
fn twins_are_there_on_both_sides() {
    let world = world(None);
    let at = |address: &str| world.desk.contacts.under(&Key::Email(address.into())).len();
    assert_eq!(at("marina@zelo.example"), 1);
    assert_eq!(at("fernanda.oliveira@nortelog.example"), 2, "one address, two people");
    assert_eq!(at("roberto@serraalta.example"), 2, "the second one by a secondary address");
    assert_eq!(world.desk.accounts.under(&Key::Domain("aroeira.example".into())).len(), 2);
    assert_eq!(at("hank@lattice.example"), 0, "only in Bigin");
    let contacts = world.bigin.records(Kind::Contacts);
    assert!(contacts.under(&Key::Email("anselmo@capivara.example".into())).is_empty(), "only in Desk");
    let (people, companies) = (contacts.len(), world.bigin.records(Kind::Accounts).len());
    assert!((100..=125).contains(&people) && (36..=42).contains(&companies), "{people}, {companies}");
    assert!(world.bigin.records(Kind::Pipelines).len() >= 60);
}

#[test]
fn agents_may_what_the_story_says() {
    let world = world(None);
    let desk = &world.desk;
    let may: BTreeMap<&str, bool> = desk
        .settings
        .agents
        .iter()
        .map(|agent| (agent.first_name.as_str(), desk.allows(agent.id, "tickets", "create")))
        .collect();
    assert_eq!(may.get("Ana"), Some(&true));
    assert_eq!(may.get("Owen"), Some(&false));
    assert_eq!(may.get("Marta"), Some(&false));
    assert!(desk.settings.agents.iter().any(|agent| agent.light && agent.first_name == "Marta"));
    assert_eq!(world.accounts.refresh.len(), desk.settings.agents.len());
    for department in &desk.settings.departments {
        let addresses = desk.settings.mail_addresses.iter();
        assert!(addresses.into_iter().any(|address| address.department == department.id));
    }
}

#[test]
fn a_crowd_is_as_large_as_asked_and_says_the_same_twice() {
    let world = world(Some(1000));
    assert_eq!(world.bigin.records(Kind::Contacts).len(), 1000);
    assert_eq!(world.desk.tickets.len(), 2000);
    let told: Vec<u64> = world
        .desk
        .threads
        .iter()
        .filter_map(|thread| match thread.body {
            Body::Told { n } => Some(n),
            Body::Text(_) => None,
        })
        .collect();
    let texts: BTreeSet<String> = told.iter().map(|n| text(&plan(Some(1000)), *n).content).collect();
    assert!(texts.len() * 10 > told.len() * 9, "{} texts for {} messages", texts.len(), told.len());
    let newest = world.desk.tickets.iter().max_by_key(|ticket| ticket.number).expect("some");
    assert!(newest.more.is_some(), "the story comes last");
}
