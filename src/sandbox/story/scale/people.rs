//! Companies, people and deals of the crowd.

use jiff::{SignedDuration, Timestamp};

use super::super::super::world::bigin::{Kind, Layout, Name, Record};
use super::super::super::world::desk::{Account, Contact};
use super::super::super::world::{Id, World};
use super::super::calendar::Calendar;
use super::super::cast::Cast;
use super::super::dice::Dice;
use super::{Crowd, Ids};

/// Who owns and when: what every record of the crowd starts with.
struct Start {
    user: Id,
    agent: Id,
    created: Timestamp,
    modified: Timestamp,
}

fn start(calendar: &Calendar, cast: &Cast, dice: &mut Dice) -> Start {
    let key = if dice.percent(60) { "ana" } else { "rui" };
    let (user, agent) = cast.agents.get(key).map(|agent| (agent.user, agent.id)).unwrap_or_default();
    let created = calendar.now - SignedDuration::from_secs(dice.between(430 * 86_400, 1500 * 86_400));
    let modified = created + SignedDuration::from_secs(dice.between(0, 429 * 86_400));
    Start { user, agent, created, modified }
}

/// Brings them; gives their ids in Desk.
pub fn bring(crowd: &Crowd, world: &mut World, calendar: &Calendar, cast: &mut Cast) -> Ids {
    let mut ids = Ids::default();
    let paid = cast.share("Paid User");
    let mut companies = Vec::new();
    for n in 0..crowd.firms {
        let mut dice = crowd.dice(0xF1, n);
        let (name, domain) = crowd.firm(n);
        let start = start(calendar, cast, &mut dice);
        let website = format!("https://www.{domain}");
        let phone = dice.digits("+55 11 3###-####");
        let mut record = Record::new(Kind::Accounts, world.bigin.make_id(), start.user, start.created)
            .with(Name::ACCOUNT_NAME, name.as_str())
            .with(Name::WEBSITE, website.as_str())
            .with(Name::PHONE, phone.as_str());
        record.modified = start.modified;
        companies.push(record.id);
        world.bigin.records_mut(Kind::Accounts).insert(record);
        let mut account = Account::new(world.desk.make_id(), name, start.created);
        account.website = Some(website);
        account.phone = Some(phone);
        account.owner = Some(start.agent);
        account.modified = start.modified;
        ids.accounts.push(account.id);
        world.desk.accounts.insert(account);
    }
    let mut people = Vec::new();
    for n in 0..crowd.heads {
        let mut dice = crowd.dice(0xF2, n);
        let head = crowd.head(n);
        let start = start(calendar, cast, &mut dice);
        let phone = dice.digits("+55 21 9####-####");
        let firm = usize::try_from(head.firm).unwrap_or(0);
        let mut record = Record::new(Kind::Contacts, world.bigin.make_id(), start.user, start.created)
            .with(Name::FIRST_NAME, head.first.as_str())
            .with(Name::LAST_NAME, head.last.as_str())
            .with(Name::EMAIL, head.email.as_str())
            .with(Name::TITLE, dice.word(crowd.lists.title))
            .with(Name::PHONE, phone.as_str())
            .linked(Name::ACCOUNT_NAME, companies[firm]);
        record.modified = start.modified;
        people.push(record.id);
        world.bigin.records_mut(Kind::Contacts).insert(record);
        // Every tenth has never written to us.
        if n % 10 == 9 {
            ids.contacts.push(None);
            continue;
        }
        let mut contact = Contact::new(world.desk.make_id(), head.last, start.created);
        contact.first_name = Some(head.first);
        contact.email = Some(head.email);
        contact.phone = Some(phone);
        contact.account = ids.accounts.get(firm).copied();
        contact.owner = Some(start.agent);
        contact.kind = Some(paid.clone());
        contact.modified = start.modified;
        ids.contacts.push(Some(contact.id));
        world.desk.contacts.insert(contact);
    }
    deals(crowd, world, calendar, cast, &people, &companies);
    ids
}

fn deals(
    crowd: &Crowd,
    world: &mut World,
    calendar: &Calendar,
    cast: &Cast,
    people: &[Id],
    companies: &[Id],
) {
    let layouts: Vec<Layout> = world.bigin.module(Kind::Pipelines).layouts.clone();
    for n in 0..crowd.heads / 5 {
        let mut dice = crowd.dice(0xF3, n);
        let start = start(calendar, cast, &mut dice);
        let at = dice.below(people.len());
        let head = crowd.head(u32::try_from(at).unwrap_or(0));
        let Some(layout) = dice.pick(&layouts) else { continue };
        let Some(sub) = dice.pick(&layout.subs) else { continue };
        let Some(stage) = dice.pick(&sub.stages) else { continue };
        let firm = usize::try_from(head.firm).unwrap_or(0);
        let plan = crowd.words().list("all", "plan");
        let name = format!("{} {} · {}", dice.word(plan), n + 1, head.last);
        let mut record = Record::new(Kind::Pipelines, world.bigin.make_id(), start.user, start.created)
            .with(Name::DEAL_NAME, name)
            .linked(Name::PIPELINE, layout.id)
            .with(Name::SUB_PIPELINE, sub.name.as_str())
            .with(Name::STAGE, stage.value.as_str())
            .with(Name::AMOUNT, dice.between(9, 900) * 100)
            .with(Name::CLOSING_DATE, calendar.date(dice.between(-300, 120)).to_string())
            .linked(Name::CONTACT_NAME, people[at])
            .linked(Name::ACCOUNT_NAME, companies[firm]);
        record.modified = start.modified;
        world.bigin.records_mut(Kind::Pipelines).insert(record);
    }
}
