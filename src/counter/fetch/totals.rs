//! How many tickets stand on the agent's shelves.

use jiff::Timestamp;

use crate::counter::{Result, Services};
use crate::model::Totals;
use crate::model::{AgentId, DepartmentId, TicketQuery, TicketScope};
use crate::store::cache::{Cache, Error, Key, Slot};

/// Lets Desk count: two calls, however many tickets there are. What nobody has and what
/// is overdue cannot be counted so: those shelves are read.
pub async fn totals(services: &Services, me: &AgentId, now: Timestamp) -> Result<bool> {
    let desk = &services.zoho.desk;
    let totals = Totals { mine: desk.count_open(Some(me)).await?, open: desk.count_open(None).await? };
    services.keeper.put(move |cache| cache.put(&Slot::TOTALS, &totals, now)).await?;
    Ok(true)
}

/// How many tickets stand on a shelf, as far as that is known: counted here when the shelf, or all that is open, was read
/// to its end since Desk last counted; else what Desk counted. `today` is Zoho's time.
pub fn on_shelf(
    cache: &Cache,
    scope: &TicketScope,
    department: Option<&DepartmentId>,
    today: Timestamp,
) -> std::result::Result<Option<u32>, Error> {
    let mut read = None;
    for list in [scope, &TicketScope::AllOpen] {
        read = read.max(cache.cursor(&Key::Tickets(list.clone(), None))?);
    }
    let told = cache.get(&Slot::TOTALS)?.filter(|_| department.is_none());
    let told = told.and_then(|(totals, at)| match scope {
        TicketScope::Mine(_) => Some((totals.mine, at)),
        TicketScope::AllOpen => Some((totals.open, at)),
        TicketScope::Overdue | TicketScope::Unassigned | TicketScope::Of { .. } => None,
    });
    match (read, told) {
        // Read within the same look: what was changed here since is counted as well.
        (Some(read), Some((_, at))) if read + SAME_LOOK >= at => {}
        (Some(_), None) => {}
        (_, told) => return Ok(told.map(|(count, _)| count)),
    }
    let (scope, department) = (scope.clone(), department.cloned());
    Ok(Some(
        cache.counts(&TicketQuery { scope, department, text: String::new(), meant: Vec::new() }, today)?.all,
    ))
}

/// Whether a shelf was read, and neither it nor all that is open to its end at the last look.
pub fn is_cut(cache: &Cache, scope: &TicketScope) -> std::result::Result<bool, Error> {
    if matches!(scope, TicketScope::Of { .. }) {
        return Ok(false);
    }
    let Some(read) = cache.fetched_at(&Key::Tickets(scope.clone(), None))? else { return Ok(false) };
    for list in [scope, &TicketScope::AllOpen] {
        let whole = cache.cursor(&Key::Tickets(list.clone(), None))?;
        if whole.is_some_and(|at| at + SAME_LOOK >= read) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Lists and counts that are asked for together are answered within this time.
const SAME_LOOK: jiff::SignedDuration = jiff::SignedDuration::from_mins(2);
