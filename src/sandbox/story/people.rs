//! Companies and people, on both sides.

use jiff::civil::time;
use jiff::{SignedDuration, Timestamp};

use super::super::world::bigin::{Kind, Name, Record};
use super::super::world::desk::{Account, Contact};
use super::super::world::{Id, World};
use super::assets;
use super::calendar::Calendar;
use super::cast::{Cast, Company, Person};
use super::dice::Dice;
use super::mail::Program;
use super::table::{column, rows};

/// Founds the companies and brings the people.
pub fn bring(world: &mut World, calendar: &Calendar, cast: &mut Cast) {
    for row in rows(assets::COMPANIES) {
        company(world, calendar, cast, &row);
    }
    for row in rows(assets::PEOPLE) {
        person(world, calendar, cast, &row);
    }
}

/// A moment in the years before the story, at work.
fn once(calendar: &Calendar, dice: &mut Dice) -> Timestamp {
    let date = calendar.date(-dice.between(430, 1800));
    calendar.at_work(calendar.at(date, time(9, 0, 0, 0)) + SignedDuration::from_secs(dice.between(0, 30_000)))
}

/// A moment since then, mostly long ago.
fn since(calendar: &Calendar, dice: &mut Dice, created: Timestamp) -> Timestamp {
    let all = calendar.now.as_second() - created.as_second() - 3600;
    let at = created.as_second() + dice.between(0, all.max(1));
    Timestamp::from_second(at).unwrap_or(created)
}

/// Somebody of us who sells.
fn owner(cast: &Cast, dice: &mut Dice) -> (Id, Id) {
    let sellers = ["rui", "ana", "rui", "ana", "caio"];
    let key = dice.pick(&sellers).copied().unwrap_or("rui");
    cast.agents.get(key).map(|agent| (agent.user, agent.id)).unwrap_or_default()
}

/// A made-up CNPJ; its check digits are wrong on purpose.
fn cnpj(dice: &mut Dice) -> String {
    dice.digits("##.###.###/0001-00")
}

fn company(world: &mut World, calendar: &Calendar, cast: &mut Cast, row: &[String]) {
    let Some(key) = column(row, 0) else { return };
    let mut dice = Dice::named(world.plan.seed, key);
    let (created, (user, agent)) = (once(calendar, &mut dice), owner(cast, &mut dice));
    let modified = since(calendar, &mut dice, created);
    let phone = dice.digits(column(row, 8).unwrap_or_default());
    let (number, month) = (cnpj(&mut dice), dice.between(40, 6000));
    let domain = column(row, 3).unwrap_or_default();
    let website = (!domain.is_empty()).then(|| format!("https://www.{domain}"));
    let (city, state, country) = (column(row, 5), column(row, 6), column(row, 7));
    let plan = column(row, 9);
    let desk_name = match column(row, 2) {
        Some("=") => column(row, 1),
        other => other,
    };
    let bigin_id = column(row, 1).map(|name| {
        let mut record = Record::new(Kind::Accounts, world.bigin.make_id(), user, created)
            .with(Name::ACCOUNT_NAME, name)
            .with(Name::PHONE, phone.as_str())
            .with(Name::WEBSITE, website.clone())
            .with(Name::BILLING_CITY, city)
            .with(Name::BILLING_STATE, state)
            .with(Name::BILLING_COUNTRY, country);
        record.modified = modified;
        record.activity = Some(modified);
        for (name, value) in [
            ("CNPJ", (country == Some("Brazil")).then(|| number.clone().into())),
            ("Plan", plan.map(Into::into)),
            ("Invoices_a_Month", Some(month.into())),
        ] {
            if let (Some(name), Some(value)) = (world.bigin.name(name), value) {
                let value: serde_json::Value = value;
                record.values.set(name, value);
            }
        }
        let id = record.id;
        world.bigin.records_mut(Kind::Accounts).insert(record);
        id
    });
    let account = desk_name.map(|name| {
        let mut account = Account::new(world.desk.make_id(), name, created + SignedDuration::from_mins(47));
        account.website = match column(row, 4) {
            Some("=") => website.clone(),
            Some(other) => Some(other.to_owned()),
            None => None,
        };
        account.phone = Some(phone.clone()).filter(|phone| !phone.is_empty());
        account.industry = column(row, 10).map(str::to_owned);
        account.city = city.map(str::to_owned);
        account.state = state.map(str::to_owned);
        account.country = country.map(str::to_owned);
        account.owner = Some(agent);
        account.modified = modified.max(account.created);
        if country == Some("Brazil") {
            account.cf.insert("cf_cnpj".to_owned(), number.clone().into());
        }
        account.cf.insert("cf_plan".to_owned(), plan.into());
        account.cf.insert("cf_invoices_a_month".to_owned(), month.into());
        let id = account.id;
        world.desk.accounts.insert(account);
        id
    });
    let name = column(row, 1).or(desk_name).unwrap_or_default().to_owned();
    let company = Company { account, bigin: bigin_id, name, domain: domain.to_owned() };
    cast.companies.insert(key.to_owned(), company);
}

fn person(world: &mut World, calendar: &Calendar, cast: &mut Cast, row: &[String]) {
    let Some(key) = column(row, 0) else { return };
    let mut dice = Dice::named(world.plan.seed, key);
    let (first, last) = (row[1].clone(), row[2].clone());
    let company = column(row, 3).and_then(|key| cast.companies.get(key)).cloned();
    let mail = column(row, 5).unwrap_or_default();
    let domain = company.as_ref().map_or("", |company| company.domain.as_str());
    let email = if mail.contains('@') { mail.to_owned() } else { format!("{mail}@{domain}") };
    let side = column(row, 6).unwrap_or("both");
    let (created, (user, agent)) = (once(calendar, &mut dice), owner(cast, &mut dice));
    let modified = since(calendar, &mut dice, created);
    let brazilian = email.ends_with(".example") && column(row, 7) == Some("pt");
    let area = ["11", "21", "31", "41", "47", "51", "61", "71", "81", "92"];
    let area = dice.pick(&area).copied().unwrap_or("11");
    let mobile = brazilian.then(|| dice.digits(&format!("+55 {area} 9####-####")));
    let phone = match &mobile {
        // Marina's number is the one that everybody knows from the pictures.
        Some(_) if key == "marina" => "+55 11 99888-7766".to_owned(),
        Some(_) => dice.digits(&format!("+55 {area} 3###-####")),
        None => dice.digits("+44 20 7946 0###"),
    };
    let days = -dice.between(60, 1500);
    let since_date = calendar.date(days).to_string();
    let stage = if side == "bigin" { "Lead" } else { "Customer" };
    let title = column(row, 4);
    let bigin = (side != "desk").then(|| {
        let mut record = Record::new(Kind::Contacts, world.bigin.make_id(), user, created)
            .with(Name::FIRST_NAME, first.as_str())
            .with(Name::LAST_NAME, last.as_str())
            .with(Name::EMAIL, email.as_str())
            .with(Name::TITLE, title)
            .with(Name::PHONE, phone.as_str())
            .with(Name::MOBILE, mobile.clone());
        if let Some(to) = company.as_ref().and_then(|company| company.bigin) {
            record = record.linked(Name::ACCOUNT_NAME, to);
        }
        record.modified = modified;
        record.activity = Some(modified);
        for (name, value) in [("Lifecycle", stage), ("Customer_Since", since_date.as_str())] {
            if let Some(name) = world.bigin.name(name) {
                record.values.set(name, value);
            }
        }
        for tag in
            [(key == "marina").then_some("VIP"), (domain == "redfox.example").then_some("security-test")]
        {
            record.tags.extend(tag.map(|tag| world.bigin.tag(Kind::Contacts, tag)));
        }
        let id = record.id;
        world.bigin.records_mut(Kind::Contacts).insert(record);
        id
    });
    let contact = (side != "bigin").then(|| {
        let mut contact =
            Contact::new(world.desk.make_id(), last.as_str(), created + SignedDuration::from_mins(63));
        contact.first_name = Some(first.clone()).filter(|first| !first.is_empty());
        contact.email = Some(email.clone());
        // Every fifth number is written another way in Desk.
        contact.phone = Some(if dice.percent(20) { phone.replace([' ', '-'], "") } else { phone.clone() });
        contact.mobile.clone_from(&mobile);
        contact.account = company.as_ref().and_then(|company| company.account);
        contact.owner = Some(agent);
        contact.kind = Some(cast.share("Paid User"));
        contact.end_user = dice.percent(60);
        contact.modified = modified.max(contact.created);
        let more = contact.more_mut();
        more.title = title.map(str::to_owned);
        more.secondary_email = column(row, 9).map(str::to_owned);
        more.cf.insert("cf_lifecycle".to_owned(), stage.into());
        more.cf.insert("cf_customer_since".to_owned(), since_date.clone().into());
        let id = contact.id;
        world.desk.contacts.insert(contact);
        id
    });
    let person = Person {
        contact,
        bigin,
        name: format!("{first} {last}").trim().to_owned(),
        first,
        email,
        language: column(row, 7).unwrap_or("en").to_owned(),
        program: column(row, 8).and_then(Program::of).unwrap_or_default(),
        company: column(row, 3).map(str::to_owned),
    };
    cast.people.insert(key.to_owned(), person);
}
