//! The story: one deterministic data set, told from a seed.

use std::sync::Arc;

use super::world::accounts::Person;
use super::world::bigin::User;
use super::world::{Clock, Plan, Text, World};

/// Tells the whole world of a plan.
pub fn tell(plan: Plan, clock: Arc<Clock>) -> World {
    let mut world = World::new(plan, clock);
    world.accounts.register();
    let user = User {
        id: world.bigin.make_id(),
        zuid: 70_000_001,
        first_name: "Ana".to_owned(),
        last_name: "Prado".to_owned(),
        email: "ana@example.com".to_owned(),
        role: 0,
        profile: 0,
        active: true,
        confirmed: true,
        locale: "pt_BR".to_owned(),
        created: plan.anchor,
    };
    let person = Person { zuid: user.zuid, email: user.email.clone(), user: Some(user.id), agent: None };
    world.bigin.settings.users.push(user);
    world.accounts.welcome(person);
    world.settle();
    world
}

/// What the n-th told message says.
pub fn text(plan: &Plan, n: u64) -> Text {
    Text { content: format!("{}:{n}", plan.seed), ..Text::default() }
}

/// The bytes of the n-th told file.
pub fn file(plan: &Plan, n: u64) -> Vec<u8> {
    format!("{}:{n}", plan.seed).into_bytes()
}
