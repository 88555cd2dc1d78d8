//! Deals, and what was noted, planned and called about them in Bigin.

use jiff::civil::{Time, time};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::super::world::bigin::{Kind, Name, Record};
use super::super::world::{Id, World};
use super::assets;
use super::calendar::Calendar;
use super::cast::Cast;
use super::dice::Dice;
use super::house::House;
use super::table::{column, rows};

/// Brings the deals.
pub fn deals(world: &mut World, house: &House, calendar: &Calendar, cast: &Cast) {
    let months = world.bigin.name("Contract_Months");
    for row in rows(assets::DEALS) {
        let Some(name) = column(&row, 0) else { continue };
        let mut dice = Dice::named(world.plan.seed, name);
        let pipeline = house.pipeline.iter().find(|pipeline| Some(pipeline.key.as_str()) == column(&row, 3));
        let Some(pipeline) = pipeline else { continue };
        let layouts = &world.bigin.module(Kind::Pipelines).layouts;
        let Some(layout) = layouts.iter().find(|layout| layout.name == pipeline.name).map(|layout| layout.id)
        else {
            continue;
        };
        let number = |at: usize| column(&row, at).and_then(|text| text.parse::<i64>().ok());
        let closing = number(7).unwrap_or(30);
        let owner =
            cast.agents.get(column(&row, 8).unwrap_or("rui")).map(|agent| agent.user).unwrap_or_default();
        let begun = calendar.date(closing.min(0) - dice.between(20, 120));
        let created = calendar.at_work(calendar.at(begun, time(10, 0, 0, 0)));
        let mut record = Record::new(Kind::Pipelines, world.bigin.make_id(), owner, created)
            .with(Name::DEAL_NAME, name)
            .linked(Name::PIPELINE, layout)
            .with(Name::SUB_PIPELINE, column(&row, 4))
            .with(Name::STAGE, column(&row, 5))
            .with(Name::AMOUNT, number(6))
            .with(Name::CLOSING_DATE, calendar.date(closing).to_string());
        if let Some(to) = cast.companies.get(&row[1]).and_then(|company| company.bigin) {
            record = record.linked(Name::ACCOUNT_NAME, to);
        }
        if let Some(to) = cast.people.get(&row[2]).and_then(|person| person.bigin) {
            record = record.linked(Name::CONTACT_NAME, to);
        }
        if let (Some(name), Some(count)) = (months, number(9)) {
            record.values.set(name, count);
        }
        let touched =
            created.as_second() + dice.between(0, (calendar.now.as_second() - created.as_second()).max(1));
        record.modified = Timestamp::from_second(touched).unwrap_or(created);
        record.activity = Some(record.modified);
        world.bigin.records_mut(Kind::Pipelines).insert(record);
    }
}

/// A time as `activities.txt` writes it: days from now, and the hour behind the dot.
pub fn when(calendar: &Calendar, text: &str) -> Timestamp {
    let (days, hour) = text.split_once('.').unwrap_or((text, "10"));
    let hour = Time::new(hour.parse().unwrap_or(10), 0, 0, 0).unwrap_or(time(10, 0, 0, 0));
    calendar.at(calendar.date(days.parse().unwrap_or(0)), hour)
}

/// Brings notes, tasks, calls and meetings.
pub fn activities(world: &mut World, calendar: &Calendar, cast: &Cast) {
    for row in rows(assets::ACTIVITIES) {
        let person = column(&row, 1).and_then(|key| cast.people.get(key));
        let company = match person {
            Some(person) => cast.company_of(person),
            None => column(&row, 1).and_then(|key| cast.companies.get(key)),
        };
        let who = person.and_then(|person| person.bigin);
        let what = company.and_then(|company| company.bigin);
        let owner =
            cast.agents.get(column(&row, 3).unwrap_or("rui")).map(|agent| agent.user).unwrap_or_default();
        let at = when(calendar, column(&row, 2).unwrap_or("0"));
        let entry = Entry { row: &row, who, what, owner, at };
        let record = match row[0].as_str() {
            "note" => note(world, calendar, &entry),
            "task" => task(world, calendar, &entry),
            "call" => call(world, calendar, &entry),
            _ => event(world, calendar, cast, &entry),
        };
        world.bigin.records_mut(record.kind).insert(record);
    }
}

/// A row of `activities.txt`, understood.
struct Entry<'a> {
    row: &'a [String],
    who: Option<Id>,
    what: Option<Id>,
    owner: Id,
    at: Timestamp,
}

impl Entry<'_> {
    fn title(&self) -> Option<&str> {
        column(self.row, 5)
    }

    fn words(&self) -> Option<&str> {
        column(self.row, 6)
    }

    /// The two halves of the state column.
    fn state(&self) -> (&str, &str) {
        column(self.row, 4).and_then(|text| text.split_once('/')).unwrap_or(("", ""))
    }

    /// A record of a kind, made then or, for what lies ahead, in the week before now.
    fn record(&self, world: &mut World, calendar: &Calendar, kind: Kind) -> Record {
        let created = self.at.min(calendar.now - SignedDuration::from_hours(26));
        let record = Record::new(kind, world.bigin.make_id(), self.owner, created);
        let record = match self.who {
            Some(who) if kind != Kind::Notes => record.linked(Name::WHO_ID, who),
            _ => record,
        };
        match self.what {
            Some(what) if kind != Kind::Notes => {
                record.linked(Name::WHAT_ID, what).with(Name::SE_MODULE, "Accounts")
            }
            _ => record,
        }
    }
}

fn note(world: &mut World, calendar: &Calendar, entry: &Entry<'_>) -> Record {
    let mut record = entry.record(world, calendar, Kind::Notes);
    let (parent, module) = match entry.who {
        Some(who) => (Some(who), "Contacts"),
        None => (entry.what, "Accounts"),
    };
    record = record.with(Name::NOTE_TITLE, entry.title()).with(Name::NOTE_CONTENT, entry.words());
    record.created = entry.at.min(calendar.now);
    record.modified = record.created;
    match parent {
        Some(parent) => record.linked(Name::PARENT_ID, parent).with(Name::SE_MODULE, module),
        None => record,
    }
}

fn task(world: &mut World, calendar: &Calendar, entry: &Entry<'_>) -> Record {
    let (status, priority) = entry.state();
    let date = entry.at.to_zoned(calendar.zone.clone()).date().to_string();
    let record = entry.record(world, calendar, Kind::Tasks);
    record
        .with(Name::SUBJECT, entry.title())
        .with(Name::DESCRIPTION, entry.words())
        .with(Name::STATUS, status)
        .with(Name::PRIORITY, priority)
        .with(Name::DUE_DATE, date)
}

/// A moment as Bigin keeps it: whole seconds, with the offset of the house.
fn stamp(calendar: &Calendar, at: Timestamp) -> String {
    at.to_zoned(calendar.zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

fn call(world: &mut World, calendar: &Calendar, entry: &Entry<'_>) -> Record {
    let (kind, length) = entry.state();
    let record = entry.record(world, calendar, Kind::Calls);
    record
        .with(Name::SUBJECT, entry.title())
        .with(Name::CALL_AGENDA, entry.words())
        .with(Name::CALL_TYPE, kind)
        .with(Name::CALL_DURATION, length)
        .with(Name::CALL_START_TIME, stamp(calendar, entry.at))
}

fn event(world: &mut World, calendar: &Calendar, cast: &Cast, entry: &Entry<'_>) -> Record {
    let (minutes, venue) = entry.state();
    let length = SignedDuration::from_mins(minutes.parse().unwrap_or(30));
    let guests = entry.words().unwrap_or_default().split(", ");
    let guests = guests.filter_map(|key| cast.people.get(key).and_then(|person| person.bigin));
    let guests: Vec<_> =
        guests.map(|id| json!({ "type": "contact", "participant": id.to_string() })).collect();
    let record = entry.record(world, calendar, Kind::Events);
    record
        .with(Name::EVENT_TITLE, entry.title())
        .with(Name::VENUE, venue)
        .with(Name::ALL_DAY, false)
        .with(Name::START_DATETIME, stamp(calendar, entry.at))
        .with(Name::END_DATETIME, stamp(calendar, entry.at + length))
        .with(Name::PARTICIPANTS, guests)
}
