//! Products of Bigin: what they are, on which deals' lines they stand, who uses them; tags and notes of deals.

use serde_json::{Map, json};

use super::super::world::bigin::{Kind, Link, Name, Record};
use super::super::world::{Id, Item, Key, World};
use super::assets;
use super::calendar::Calendar;
use super::cast::Cast;
use super::deals::when;
use super::dice::Dice;
use super::table::{column, rows};

/// Brings them.
pub fn bring(world: &mut World, calendar: &Calendar, cast: &Cast) {
    for row in rows(assets::PRODUCTS) {
        match row[0].as_str() {
            "product" => product(world, calendar, cast, &row),
            "line" => line(world, &row),
            "uses" => uses(world, cast, &row),
            "tag" => tag(world, cast, &row),
            _ => note(world, calendar, cast, &row),
        }
    }
}

fn seller(cast: &Cast, key: &str) -> Id {
    cast.agents.get(key).map(|agent| agent.user).unwrap_or_default()
}

fn product(world: &mut World, calendar: &Calendar, cast: &Cast, row: &[String]) {
    let Some(name) = column(row, 1) else { return };
    let mut dice = Dice::named(world.plan.seed, name);
    let made = calendar.at(calendar.date(-dice.between(500, 1700)), jiff::civil::time(11, 0, 0, 0));
    let price = column(row, 5).and_then(|price| price.parse::<i64>().ok());
    let mut record = Record::new(Kind::Products, world.bigin.make_id(), seller(cast, "rui"), made)
        .with(Name::PRODUCT_NAME, name)
        .with(Name::PRODUCT_CODE, column(row, 2))
        .with(Name::PRODUCT_CATEGORY, column(row, 3))
        .with(Name::PRODUCT_ACTIVE, column(row, 4) == Some("yes"))
        .with(Name::UNIT_PRICE, price)
        .with(Name::DESCRIPTION, column(row, 6));
    record.modified = calendar.at_work(made + jiff::SignedDuration::from_hours(dice.between(24, 9000)));
    world.bigin.records_mut(Kind::Products).insert(record);
}

/// The oldest record that a name stands for; the story has few enough to look at each.
fn named(world: &World, kind: Kind, name: &str) -> Option<Id> {
    let (wanted, mut keys) = (Key::Name(name.to_lowercase().into()), Vec::new());
    let called = |record: &&Record| {
        keys.clear();
        record.keys(&mut keys);
        keys.contains(&wanted)
    };
    let oldest =
        world.bigin.records(kind).iter().filter(called).min_by_key(|record| (record.rank(), record.id));
    oldest.map(|record| record.id)
}

/// The product of a code.
fn coded(world: &World, code: Option<&str>) -> Option<Id> {
    let records = world.bigin.records(Kind::Products).iter();
    let mut found = records.filter(|product| product.values.text(Name::PRODUCT_CODE) == code);
    found.next().map(|product| product.id)
}

fn line(world: &mut World, row: &[String]) {
    let deal = column(row, 1).and_then(|name| named(world, Kind::Pipelines, name));
    let (Some(deal), Some(to)) = (deal, coded(world, column(row, 2))) else { return };
    let number = |at: usize| column(row, at).and_then(|number| number.parse::<i64>().ok()).unwrap_or(0);
    let mut more = Map::new();
    more.insert("Quantity".to_owned(), json!(number(3).max(1)));
    more.insert("Discount".to_owned(), json!(number(4)));
    let link = Link { id: world.bigin.make_id(), kind: Kind::Products, to, more };
    world.bigin.records_mut(Kind::Pipelines).edit(deal, |deal| deal.link(link));
}

/// The person or company of a key.
fn keyed(cast: &Cast, key: &str) -> Option<(Kind, Id)> {
    let person = cast.people.get(key).and_then(|person| person.bigin).map(|id| (Kind::Contacts, id));
    person.or_else(|| cast.companies.get(key)?.bigin.map(|id| (Kind::Accounts, id)))
}

fn uses(world: &mut World, cast: &Cast, row: &[String]) {
    let keeper = column(row, 1).and_then(|key| keyed(cast, key));
    let (Some((kind, keeper)), Some(to)) = (keeper, coded(world, column(row, 2))) else { return };
    let link = Link { id: world.bigin.make_id(), kind: Kind::Products, to, more: Map::new() };
    world.bigin.records_mut(kind).edit(keeper, |record| record.link(link));
}

fn tag(world: &mut World, cast: &Cast, row: &[String]) {
    let Some(name) = column(row, 1) else { return };
    let deal = || named(world, Kind::Pipelines, name).map(|id| (Kind::Pipelines, id));
    let Some((kind, id)) = keyed(cast, name).or_else(deal) else { return };
    let tags = column(row, 2).unwrap_or_default().split(", ");
    let tags: Vec<Id> = tags.map(|tag| world.bigin.tag(kind, tag)).collect();
    world.bigin.records_mut(kind).edit(id, |record| record.tags.extend(tags));
}

fn note(world: &mut World, calendar: &Calendar, cast: &Cast, row: &[String]) {
    let Some(deal) = column(row, 1).and_then(|name| named(world, Kind::Pipelines, name)) else { return };
    let at = when(calendar, column(row, 2).unwrap_or("0")).min(calendar.now);
    let owner = seller(cast, column(row, 3).unwrap_or("rui"));
    let record = Record::new(Kind::Notes, world.bigin.make_id(), owner, at)
        .with(Name::NOTE_TITLE, column(row, 4))
        .with(Name::NOTE_CONTENT, column(row, 5))
        .linked(Name::PARENT_ID, deal)
        .with(Name::SE_MODULE, "Pipelines");
    world.bigin.records_mut(Kind::Notes).insert(record);
}
