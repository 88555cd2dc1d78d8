//! Counts: `/ticketsCount`, `/ticketsCountByFieldValues`, `/agentsTicketsCount`, `/ticketQueueView/count`
//! (sheet §10.6). Totals are numbers, the counts of rows are strings.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::filter::Filter;
use crate::sandbox::desk::answer::{Answer, Refusal, Served, found, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{StatusType, Ticket};

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/ticketsCount", SEARCH, FILTERS, count),
    Route::get("/ticketsCountByFieldValues", SEARCH, BY_FIELD, by_field),
    Route::get("/agentsTicketsCount", &["Desk.tickets.READ"], &["departmentId", "agentIds"], of_agents),
    Route::get(
        "/ticketQueueView/count",
        &["Desk.tickets.READ"],
        &["viewId", "departmentId", "agentId"],
        of_view,
    ),
];

const SEARCH: &[&str] = &["Desk.tickets.READ", "Desk.search.READ"];
const FILTERS: &[&str] = &[
    "departmentId",
    "departmentIds",
    "contactId",
    "assigneeId",
    "category",
    "createdTimeRange",
    "modifiedTimeRange",
    "accountId",
];
const BY_FIELD: &[&str] = &[
    "departmentId",
    "departmentIds",
    "contactId",
    "assigneeId",
    "category",
    "createdTimeRange",
    "modifiedTimeRange",
    "accountId",
    "field",
];

/// The tickets that the filters of a count leave; spam only where a count asks for it.
fn left<'w>(world: &'w World, call: &Call) -> Result<Vec<&'w Ticket>, Refusal> {
    permission::may(world, call, "tickets", "view")?;
    let query = &call.query;
    let mut departments = call.query_ids("departmentId")?;
    departments.extend(call.query_ids("departmentIds")?);
    let (contact, account, assignee) =
        (call.query_id("contactId")?, call.query_id("accountId")?, call.query_id("assigneeId")?);
    let (created, modified) = (query.range("createdTimeRange")?, query.range("modifiedTimeRange")?);
    let category = query.text("category");
    let inside = |range: Option<(jiff::Timestamp, jiff::Timestamp)>, at| {
        range.is_none_or(|(from, to)| from <= at && at <= to)
    };
    let tickets = &world.desk.tickets;
    let kept = tickets.order("createdTime").ids().filter_map(|id| tickets.get(id)).filter(|ticket| {
        (departments.is_empty() || departments.contains(&ticket.department))
            && contact.is_none_or(|id| id == ticket.contact)
            && account.is_none_or(|id| Some(id) == ticket.account)
            && assignee.is_none_or(|id| Some(id) == ticket.assignee)
            && category.is_none_or(|name| {
                ticket.more.as_ref().is_some_and(|more| more.category.as_deref() == Some(name))
            })
            && inside(created, ticket.created)
            && inside(modified, ticket.modified)
            && permission::sees(world, call, ticket)
    });
    Ok(kept.collect())
}

fn count(world: &mut World, call: &Call) -> Served {
    let count = left(world, call)?.iter().filter(|ticket| !ticket.spam).count();
    found(json!({"count": count}))
}

fn by_field(world: &mut World, call: &Call) -> Served {
    let fields: Vec<String> = call.query.required("field")?.split(',').map(|f| f.trim().to_owned()).collect();
    let tickets = left(world, call)?;
    if tickets.is_empty() {
        return Ok(Answer::Nothing);
    }
    let real: Vec<&Ticket> = tickets.iter().copied().filter(|ticket| !ticket.spam).collect();
    let rows = |value: &dyn Fn(&Ticket) -> Option<String>| -> Value {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for value in real.iter().filter_map(|ticket| value(ticket)) {
            *counts.entry(value).or_default() += 1;
        }
        counts.into_iter().map(|(value, n)| json!({"value": value, "count": n.to_string()})).collect()
    };
    let mut told = Map::new();
    for field in fields {
        let value = match field.as_str() {
            "statusType" => rows(&|ticket| Some(ticket.status_type.count_text().to_owned())),
            "status" => rows(&|ticket| Some(ticket.status.to_string())),
            "priority" => rows(&|ticket| ticket.priority.as_ref().map(ToString::to_string)),
            "channel" => rows(&|ticket| Some(ticket.channel.to_string())),
            "spam" => json!(tickets.len() - real.len()),
            "overDue" => json!(real.iter().filter(|ticket| ticket.is_overdue(call.now)).count()),
            "escalated" => json!(real.iter().filter(|ticket| ticket.escalated).count()),
            _ => return Err(Refusal::bad_parameter("field")),
        };
        told.insert(field, value);
    }
    found(Value::Object(told))
}

fn of_agents(world: &mut World, call: &Call) -> Served {
    call.query.required("departmentId")?;
    call.query.required("agentIds")?;
    let department = call.query_id("departmentId")?;
    let agents = call.query_ids("agentIds")?;
    if agents.len() > 50 {
        return Err(Refusal::bad_parameter("agentIds"));
    }
    let tickets = left(world, call)?;
    let soon = call.now + jiff::SignedDuration::from_hours(1);
    let rows = agents.into_iter().filter(|id| world.desk.agent(*id).is_some()).map(|agent| {
        let own: Vec<&&Ticket> = tickets
            .iter()
            .filter(|ticket| {
                ticket.assignee == Some(agent) && department.is_none_or(|id| id == ticket.department)
            })
            .collect();
        let number =
            |test: &dyn Fn(&Ticket) -> bool| own.iter().filter(|ticket| test(ticket)).count().to_string();
        json!({
            "agentId": agent,
            "openCount": number(&|ticket| ticket.status_type == StatusType::Open),
            "onholdCount": number(&|ticket| ticket.status_type == StatusType::OnHold),
            "overDueCount": number(&|ticket| ticket.is_overdue(call.now)),
            "dueIn1HrCount": number(&|ticket| {
                ticket.status_type == StatusType::Open
                    && ticket.due.is_some_and(|due| call.now <= due && due <= soon)
            }),
            "isOnline": false,
            "channel": [],
        })
    });
    list(rows.collect())
}

fn of_view(world: &mut World, call: &Call) -> Served {
    call.query.required("viewId")?;
    call.query.required("departmentId")?;
    let filter = Filter::read(world, call)?;
    let agent = call.query_id("agentId")?;
    let tickets = left(world, call)?;
    let held = tickets.iter().filter(|ticket| filter.holds(world, call, ticket));
    let count = held.filter(|ticket| agent.is_none_or(|id| ticket.assignee == Some(id))).count();
    found(json!({"count": count}))
}
