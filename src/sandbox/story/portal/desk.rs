//! The portal of Desk: departments, agents, profiles, addresses, statuses, channels.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::super::super::world::desk::{
    Agent, Channel, Department, MailAddress, Organization, Profile, Role, Status, StatusType, Team,
};
use super::super::super::world::{Id, World};
use super::super::cast::{self, Cast};
use super::super::house::House;
use super::{forms, goods};

/// Every permission that a profile can have, and the profiles that have it: `a`dmin, a`g`ent, answer`s`, `l`ight.
const PERMISSIONS: &[(&str, &str, &str)] = &[
    ("tickets", "view", "agsl"),
    ("tickets", "create", "ag"),
    ("tickets", "edit", "ags"),
    ("tickets", "delete", "a"),
    ("tickets", "closeTicket", "ags"),
    ("tickets", "changeOwner", "ags"),
    ("tickets", "handleUnassigned", "ags"),
    ("tickets", "mailSend", "ags"),
    ("tickets", "mailReview", "a"),
    ("tickets", "mergeTickets", "ag"),
    ("tickets", "shareTickets", "ag"),
    ("tickets", "addFollowers", "ags"),
    ("tickets", "import", "a"),
    ("tickets", "export", "ag"),
    ("contacts", "view", "agsl"),
    ("contacts", "create", "ag"),
    ("contacts", "edit", "ags"),
    ("contacts", "delete", "a"),
    ("contacts", "import", "a"),
    ("contacts", "export", "ag"),
    ("accounts", "view", "agsl"),
    ("accounts", "create", "ag"),
    ("accounts", "edit", "ag"),
    ("accounts", "delete", "a"),
    ("accounts", "import", "a"),
    ("accounts", "export", "ag"),
    ("tasks", "view", "agsl"),
    ("tasks", "create", "ags"),
    ("tasks", "edit", "ags"),
    ("tasks", "delete", "ag"),
    ("calls", "view", "agsl"),
    ("calls", "create", "ags"),
    ("calls", "edit", "ags"),
    ("calls", "delete", "ag"),
    ("events", "view", "agsl"),
    ("events", "create", "ags"),
    ("events", "edit", "ags"),
    ("events", "delete", "ag"),
    ("products", "view", "agsl"),
    ("products", "create", "ag"),
    ("products", "edit", "ag"),
    ("products", "delete", "ag"),
    ("comments", "edit", "agsl"),
    ("comments", "delete", "agl"),
    ("setup", "recycleBin", "ag"),
    ("setup", "webhooks", "ag"),
];

/// `(code on threads, name on tickets, type, whether agents answer through it)`.
const CHANNELS: &[(&str, &str, &str, bool)] = &[
    ("EMAIL", "Email", "SYSTEM", true),
    ("PHONE", "Phone", "SYSTEM", false),
    ("WEB", "Web", "SYSTEM", true),
    ("ONLINE_CHAT", "Chat", "SYSTEM", false),
    ("FACEBOOK", "Facebook", "INTEGRATION", true),
    ("TWITTER", "Twitter", "INTEGRATION", true),
    ("FORUMS", "Forums", "SYSTEM", true),
    ("FEEDBACK", "Feedback", "SYSTEM", true),
];

/// Opens it.
pub fn open(world: &mut World, house: &House, since: Timestamp, cast: &mut Cast) {
    organization(world, house);
    let role = |world: &mut World, name: &str| Role {
        id: world.desk.make_id(),
        name: name.to_owned(),
        description: None,
        default: true,
    };
    let roles = vec![role(world, "CEO"), role(world, "Support Agent"), role(world, "LightAgent")];
    world.desk.settings.roles = roles;
    let profiles: BTreeMap<&str, Id> =
        house.profile.iter().map(|profile| (profile.key.as_str(), add_profile(world, profile))).collect();
    let administrator = world.desk.make_id();
    for (n, department) in house.department.iter().enumerate() {
        let id = world.desk.make_id();
        world.desk.settings.departments.push(Department {
            id,
            name: department.name.clone(),
            description: Some(department.description.clone()),
            enabled: true,
            default: n == 0,
            visible: true,
            creator: administrator,
            created: since,
        });
        for (name, address) in &department.addresses {
            let address = MailAddress {
                id: world.desk.make_id(),
                address: address.clone(),
                display_name: name.clone(),
                department: id,
                active: true,
                verified: true,
                created: since,
            };
            world.desk.settings.mail_addresses.push(address);
        }
        let answers = |agent: &&super::super::house::Agent| {
            agent.profile != "light" && agent.departments.contains(&department.key)
        };
        let agents = house.agent.iter().filter(answers).map(|agent| agent.key.clone()).collect();
        let department_of_cast = cast::Department { id, addresses: department.addresses.clone(), agents };
        cast.departments.insert(department.key.clone(), department_of_cast);
    }
    for agent in &house.agent {
        let id = if agent.profile == "admin" { administrator } else { world.desk.make_id() };
        let at = house.profile.iter().position(|profile| profile.key == agent.profile).unwrap_or(0);
        let foreign = agent.phone.starts_with("+351");
        let roles = &world.desk.settings.roles;
        let agent = Agent {
            id,
            zuid: agent.zuid.parse().unwrap_or(0),
            first_name: agent.first.clone(),
            last_name: agent.last.clone(),
            email: format!("{}@{}", agent.mail, house.domain),
            phone: Some(agent.phone.clone()),
            mobile: None,
            active: true,
            confirmed: true,
            light: agent.profile == "light",
            role: roles[[0, 1, 1, 2][at.min(3)]].id,
            profile: profiles.get(agent.profile.as_str()).copied().unwrap_or_default(),
            role_permission: house.profile[at].kind.clone(),
            departments: agent.departments.iter().map(|key| cast.departments[key].id).collect(),
            lang: if foreign { "en_GB" } else { "pt_BR" }.to_owned(),
            country: if foreign { "PT" } else { "BR" }.to_owned(),
            time_zone: if foreign { "Europe/Lisbon".to_owned() } else { house.time_zone.clone() },
            about: Some(agent.about.clone()),
        };
        world.desk.settings.agents.push(agent);
    }
    words(world, house, cast);
    forms::open(world, house);
}

fn organization(world: &mut World, house: &House) {
    world.desk.settings.organizations.push(Organization {
        id: Id(761_813_499),
        portal_name: house.portal.clone(),
        company_name: house.name.clone(),
        edition: "ENTERPRISE".to_owned(),
        credits: 100_000,
        concurrency: 25,
        currency_code: house.currency.clone(),
        time_zone: house.time_zone.clone(),
        city: house.city.clone(),
        country: house.country.clone(),
        website: house.website.clone(),
        phone: house.phone.clone(),
    });
}

fn add_profile(world: &mut World, profile: &super::super::house::Profile) -> Id {
    let mark = match profile.key.as_str() {
        "admin" => 'a',
        "answers" => 's',
        "light" => 'l',
        _ => 'g',
    };
    let mut permissions: BTreeMap<String, BTreeMap<String, bool>> = BTreeMap::new();
    for (noun, verb, who) in PERMISSIONS {
        permissions.entry((*noun).to_owned()).or_default().insert((*verb).to_owned(), who.contains(mark));
    }
    let id = world.desk.make_id();
    world.desk.settings.profiles.push(Profile {
        id,
        name: profile.name.clone(),
        description: None,
        default: profile.key != "answers",
        permissions,
    });
    id
}

/// Statuses, channels, products, teams.
fn words(world: &mut World, house: &House, cast: &mut Cast) {
    for status in &house.status {
        let kind = match status.kind.as_str() {
            "On Hold" => StatusType::OnHold,
            "Closed" => StatusType::Closed,
            _ => StatusType::Open,
        };
        let name = cast.share(&status.name);
        // A customer's answer brings back whatever does not wait for us already.
        world.desk.settings.statuses.push(Status { name, kind, reopens: kind != StatusType::Open });
    }
    for (code, name, kind, accepts_replies) in CHANNELS {
        let name = cast.share(name);
        let (code, kind) = ((*code).to_owned(), (*kind).to_owned());
        world.desk.settings.channels.push(Channel { code, name, kind, accepts_replies: *accepts_replies });
    }
    goods::products(world);
    for (name, department, members) in
        [("Fiscal", "support", ["julia", "ana"]), ("Marketplaces", "integrations", ["caio", "owen"])]
    {
        let member = |key: &str| house.agent.iter().position(|agent| agent.key == key);
        let members = members.into_iter().filter_map(member);
        let members = members.map(|at| world.desk.settings.agents[at].id).collect();
        let team = Team {
            id: world.desk.make_id(),
            name: name.to_owned(),
            department: cast.departments.get(department).map(|department| department.id).unwrap_or_default(),
            members,
        };
        world.desk.settings.teams.push(team);
    }
}
