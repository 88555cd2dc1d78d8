//! Due times pass while nobody calls: what has become overdue since somebody looked last is noted in the history
//! (`OvershotDueTime`, sheet §10.5), at the moment when it became so.

use jiff::{SignedDuration, Timestamp};

use super::history;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Actor, Ticket};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;

const NAME: &str = "OvershotDueTime";
/// How much earlier than its own sweep a change may be dated: a call notes its time and then waits for the world.
const SLACK: SignedDuration = SignedDuration::from_mins(1);

/// Notes what has become overdue: because its due time has passed, or because somebody opened it again or gave it a due
/// time that was over. To be called before anything else happens.
pub fn sweep(world: &mut World) {
    let now = world.now();
    let before = world.desk.swept.replace(now);
    let since = before.unwrap_or(world.plan.anchor).min(now);
    let (tickets, end) = (&world.desk.tickets, now.as_millisecond());
    // The story tells it of its own tickets, and nothing of those that `--scale` adds.
    let first = before.map_or(i64::MIN, |_| since.as_millisecond());
    let due = tickets.order("dueDate").since(first).iter().take_while(|(due, _)| *due <= end);
    let changed = tickets.order("modifiedTime").since((since - SLACK).as_millisecond()).iter();
    let mut ids: Vec<Id> = due.chain(changed).map(|(_, id)| *id).collect();
    ids.sort_unstable();
    ids.dedup();
    let found: Vec<(Id, Timestamp)> = ids
        .into_iter()
        .filter_map(|id| tickets.get(id))
        .filter_map(|ticket| Some((ticket.id, overshot(world, ticket, now)?)))
        .collect();
    for (id, at) in found {
        history::note(world, id, NAME, Actor::System, "None", at, Vec::new());
    }
}

/// When a ticket became overdue, unless it is not or its history tells it already. What nobody has touched since the story
/// was told became so when its due time passed, the others when they were touched, at the earliest.
fn overshot(world: &World, ticket: &Ticket, now: Timestamp) -> Option<Timestamp> {
    let due = ticket.due.filter(|_| ticket.is_overdue(now))?;
    let events = &world.desk.events;
    let mut told = events.under(&Key::Parent(ticket.id)).ids().filter_map(|id| events.get(id));
    let known = told.any(|event| &*event.name == NAME && event.at >= due);
    let at = if ticket.modified <= world.plan.anchor { due } else { due.max(ticket.modified).min(now) };
    (!known).then_some(at)
}
