//! Who may do and see what: the profile's permissions, and the departments an agent works in.

use super::answer::Refusal;
use super::call::Call;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Activity, Rating, Ticket};
use crate::sandbox::world::id::Id;

/// Refuses with 403 unless the caller's profile allows `verb` on `noun` (`tickets`, `create`).
pub fn may(world: &World, call: &Call, noun: &str, verb: &str) -> Result<(), Refusal> {
    if world.desk.allows(call.agent, noun, verb) { Ok(()) } else { Err(Refusal::forbidden()) }
}

/// Refuses light agents, who comment but never write to a customer (sheet §6).
pub fn may_reply(world: &World, call: &Call) -> Result<(), Refusal> {
    match world.desk.agent(call.agent) {
        Some(agent) if !agent.light && agent.role_permission != "Light" => allowed(world, call, "mailSend"),
        _ => Err(Refusal::forbidden()),
    }
}

/// Refuses when the caller's profile says no to a finer act on tickets (`closeTicket`, `changeOwner`,
/// `mailSend`); a profile that says nothing of it allows it.
pub fn allowed(world: &World, call: &Call, verb: &str) -> Result<(), Refusal> {
    let profile = world.desk.agent(call.agent).and_then(|agent| world.desk.profile(agent.profile));
    let said =
        profile.and_then(|profile| profile.permissions.get("tickets")).and_then(|verbs| verbs.get(verb));
    if said == Some(&false) { Err(Refusal::forbidden()) } else { Ok(()) }
}

/// Whether the caller works in a department; administrators work in all of them.
pub fn works_in(world: &World, call: &Call, department: Id) -> bool {
    world
        .desk
        .agent(call.agent)
        .is_some_and(|agent| agent.role_permission == "Admin" || agent.departments.contains(&department))
}

/// Whether the caller works in one of some departments; what belongs to none is everybody's.
pub fn works_in_any(world: &World, call: &Call, departments: &[Id]) -> bool {
    departments.is_empty() || departments.iter().any(|id| works_in(world, call, *id))
}

/// Refuses to make something in a department in which the caller does not work.
pub fn may_place(world: &World, call: &Call, department: Id) -> Result<(), Refusal> {
    if works_in(world, call, department) { Ok(()) } else { Err(Refusal::forbidden()) }
}

/// Whether the caller sees a task, call or event: their own, one of their departments, one of a ticket that they see.
pub fn sees_activity(world: &World, call: &Call, activity: &Activity) -> bool {
    let personal = world.desk.agent(call.agent).is_none_or(|agent| agent.role_permission == "AgentPersonal");
    let ticket = activity.ticket.and_then(|id| world.desk.tickets.get(id));
    activity.owner == Some(call.agent)
        || (!personal && works_in(world, call, activity.department))
        || ticket.is_some_and(|ticket| sees(world, call, ticket))
}

/// Whether the caller sees a rating: as its ticket; when that is gone, as its department.
pub fn sees_rating(world: &World, call: &Call, rating: &Rating) -> bool {
    let ticket = world.desk.tickets.get(rating.ticket);
    ticket.map_or_else(|| works_in(world, call, rating.department), |ticket| sees(world, call, ticket))
}

/// Whether the caller sees a ticket: by department, or because it is shared with one of theirs; with a
/// personal role, only their own.
pub fn sees(world: &World, call: &Call, ticket: &Ticket) -> bool {
    let Some(agent) = world.desk.agent(call.agent) else { return false };
    if agent.role_permission == "Admin" || ticket.assignee == Some(agent.id) {
        return true;
    }
    let shared = ticket
        .more
        .as_ref()
        .is_some_and(|more| more.shared.iter().any(|(department, _)| agent.departments.contains(department)));
    agent.role_permission != "AgentPersonal" && (shared || agent.departments.contains(&ticket.department))
}

/// The ticket of the path: 404 when there is none, 403 when it is not the caller's to see.
pub fn ticket<'w>(world: &'w World, call: &Call) -> Result<&'w Ticket, Refusal> {
    ticket_of(world, call, call.id("ticket")?)
}

/// A ticket by id, as [`ticket`].
pub fn ticket_of<'w>(world: &'w World, call: &Call, id: Id) -> Result<&'w Ticket, Refusal> {
    let ticket = world.desk.tickets.get(id).ok_or_else(Refusal::not_found)?;
    may(world, call, "tickets", "view")?;
    if sees(world, call, ticket) { Ok(ticket) } else { Err(Refusal::forbidden()) }
}
