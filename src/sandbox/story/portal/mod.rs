//! Sets the house up: the portal of Desk, the organization of Bigin, and who may sign in.

/// The organization of Bigin.
mod bigin;
/// The portal of Desk.
mod desk;
/// Fields, layouts and views of Desk.
mod forms;
/// Products and templates.
pub mod goods;

use super::super::world::World;
use super::super::world::accounts::Person;
use super::calendar::Calendar;
use super::cast::{Agent, Cast};
use super::house::House;

/// Sets everything up and gives the cast its agents and departments.
pub fn open(world: &mut World, house: &House, calendar: &Calendar, cast: &mut Cast) {
    world.accounts.register();
    let since = calendar.at(calendar.date(-1900), jiff::civil::time(9, 0, 0, 0));
    bigin::open(world, house, since);
    desk::open(world, house, since, cast);
    for agent in &house.agent {
        let email = format!("{}@{}", agent.mail, house.domain);
        let user = world.bigin.settings.users.iter().find(|user| user.email == email).map(|user| user.id);
        let desk = world.desk.settings.agents.iter().find(|other| other.email == email);
        let (Some(user), Some(desk)) = (user, desk) else { continue };
        let (zuid, id) = (desk.zuid, desk.id);
        let player = Agent { id, user, zuid, first: agent.first.clone(), email: email.clone() };
        cast.agents.insert(agent.key.clone(), player);
        world.accounts.welcome(Person { zuid, email, user: Some(user), agent: Some(id) });
    }
}

/// Adds what was added later: last of all, so that it shifts no other id.
pub fn complete(world: &mut World, house: &House) {
    goods::views(world);
    for field in &house.late_field {
        bigin::custom(world, field);
        forms::custom(world, field);
    }
}
