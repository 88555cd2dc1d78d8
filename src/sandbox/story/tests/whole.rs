//! Nothing points nowhere: every id leads to a record, every count and order holds.

use std::collections::HashSet;

use super::super::*;
use super::{at, plan, world};
use crate::sandbox::world::Id;
use crate::sandbox::world::bigin::{Kind, Name};
use crate::sandbox::world::desk::attachment::Host;
use crate::sandbox::world::desk::thread::Author;
use crate::sandbox::world::desk::{StatusType, Turn};

#[test]
fn nothing_points_nowhere() {
    whole(&world(Some(400)));
    // A working afternoon, a Sunday night, the first hour of a year, Monday before work.
    for anchor in
        ["2026-11-17T17:30:00Z", "2026-11-22T05:10:00Z", "2027-01-01T03:20:00Z", "2026-11-16T09:00:00Z"]
    {
        let anchor = anchor.parse().expect("a moment");
        whole(&at(Plan { anchor, ..plan(None) }));
    }
}

fn whole(world: &World) {
    let desk = &world.desk;
    let agents: HashSet<Id> = desk.settings.agents.iter().map(|agent| agent.id).collect();
    let known = |author: Author| match author {
        Author::Agent(id) => agents.contains(&id),
        Author::Contact(id) => desk.contacts.get(id).is_some(),
    };
    let (mut threads, mut comments, mut files) = (0, 0, 0);
    let mut numbers = HashSet::new();
    for ticket in desk.tickets.iter() {
        let name = &ticket.subject;
        assert!(numbers.insert(ticket.number), "{name}: number {} twice", ticket.number);
        assert!(desk.contacts.get(ticket.contact).is_some(), "{name}: no contact");
        assert!(ticket.account.is_none_or(|id| desk.accounts.get(id).is_some()), "{name}: no account");
        assert!(desk.department(ticket.department).is_some(), "{name}: no department");
        assert!(ticket.assignee.is_none_or(|id| agents.contains(&id)), "{name}: no assignee");
        let status = desk.status(&ticket.status).expect("the status is one of the portal's");
        assert_eq!(status.kind, ticket.status_type, "{name}");
        assert_eq!(ticket.closed.is_some(), status.kind == StatusType::Closed, "{name}");
        assert!(
            desk.settings.channels.iter().any(|channel| channel.name == ticket.channel),
            "{name}: channel"
        );
        let tags = ticket.more.iter().flat_map(|more| &more.tags);
        assert!(tags.into_iter().all(|id| desk.settings.tags.iter().any(|tag| tag.id == *id)), "{name}: tag");
        let mut last = None;
        let mut described = 0;
        for turn in &ticket.conversation {
            let (at, author, attached) = match turn {
                Turn::Thread(id) => {
                    let thread = desk.threads.get(*id).expect("a thread of the ticket");
                    threads += 1;
                    described += usize::from(thread.description);
                    assert_eq!(thread.ticket, ticket.id);
                    assert!(
                        desk.settings.channels.iter().any(|known| known.code == *thread.channel),
                        "{name}"
                    );
                    assert!(thread.in_reply_to.is_none_or(|id| desk.threads.get(id).is_some()), "{name}");
                    assert!(!world.text(&thread.body).content.trim().is_empty(), "{name}: says nothing");
                    (thread.created, thread.author, &thread.attachments)
                }
                Turn::Comment(id) => {
                    let comment = desk.comments.get(*id).expect("a comment of the ticket");
                    comments += 1;
                    (comment.created, comment.author, &comment.attachments)
                }
            };
            assert!(known(author), "{name}: nobody said it");
            assert!(last.is_none_or(|last| last < at), "{name}: said before what it follows");
            assert!(at <= world.plan.anchor, "{name}: said in the future");
            last = Some(at);
            for id in attached {
                let file = desk.attachments.get(*id).expect("a file of the message");
                files += 1;
                assert!(matches!(file.host, Host::Thread(_)));
                assert_eq!(
                    u64::try_from(world.bytes(file).len()).expect("small"),
                    file.size,
                    "{}",
                    file.name
                );
            }
        }
        assert_eq!(described, 1, "{name}: one description");
    }
    assert_eq!((threads, comments, files), (desk.threads.len(), desk.comments.len(), desk.attachments.len()));
    for event in desk.events.iter() {
        assert!(desk.tickets.get(event.ticket).is_some());
    }
    for rating in desk.ratings.iter() {
        assert!(desk.tickets.get(rating.ticket).is_some() && desk.contacts.get(rating.contact).is_some());
    }
    bigin(world);
}

fn bigin(world: &World) {
    let users: HashSet<Id> = world.bigin.settings.users.iter().map(|user| user.id).collect();
    let links = [
        (Name::ACCOUNT_NAME, Kind::Accounts),
        (Name::CONTACT_NAME, Kind::Contacts),
        (Name::WHO_ID, Kind::Contacts),
        (Name::WHAT_ID, Kind::Accounts),
    ];
    for kind in Kind::ALL {
        let mut seen = HashSet::new();
        for record in world.bigin.records(kind).iter() {
            let name = record.display_name();
            assert!(users.contains(&record.owner), "{name}: no owner");
            for (field, module) in
                links.iter().filter(|(field, _)| !(kind == Kind::Accounts && *field == Name::ACCOUNT_NAME))
            {
                let to = record.values.link(*field);
                assert!(
                    to.is_none_or(|id| world.bigin.records(*module).get(id).is_some()),
                    "{name}: {field:?}"
                );
            }
            if let Some(unique) = kind.unique().and_then(|field| record.values.text(field)) {
                assert!(seen.insert(unique.to_lowercase()), "{unique} twice in {kind:?}");
            }
            if kind == Kind::Pipelines {
                let layout = record.values.link(Name::PIPELINE).expect("a team pipeline");
                let layouts = &world.bigin.module(Kind::Pipelines).layouts;
                let layout = layouts.iter().find(|other| other.id == layout).expect("a known one");
                let sub = layout
                    .subs
                    .iter()
                    .find(|sub| Some(sub.name.as_str()) == record.values.text(Name::SUB_PIPELINE));
                let stage = record.values.text(Name::STAGE).expect("a stage");
                assert!(
                    sub.expect("a sub-pipeline").stages.iter().any(|pick| pick.value == stage),
                    "{name}: {stage}"
                );
            }
        }
    }
}
