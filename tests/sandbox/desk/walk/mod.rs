//! Every operation of Desk that is served, asked once, and answered well: all answers are held against the files as every
//! answer is. What is read is taken from the table of routes, so that a new one cannot be forgotten; what is written has
//! its step here, and a route without one makes the test fail.

/// Tasks, calls, events, products, templates, webhooks.
mod others;
/// Contacts and accounts.
mod people;
/// What is there to be read.
mod things;
/// Tickets and what hangs on them.
mod tickets;

use std::collections::BTreeSet;

use balcao::sandbox::desk::operations;

use super::stage::Stage;
use crate::published::operation::shape;
use crate::published::{Service, at_hand, look};
use things::Things;

/// What the questions ask for besides the ids, with `{}` for those of [`Things`].
const QUERIES: &[(&str, &str)] = &[
    ("/agents", "limit=20&include=profile,role"),
    ("/agents/{agent}", "include=profile,role,associatedDepartments"),
    ("/agentsByIds", "agentIds={agent}"),
    ("/agentsTicketsCount", "departmentId={department}&agentIds={agent}"),
    ("/accounts", "limit=20&include=owner"),
    ("/accounts/{account}", "include=owner"),
    ("/accounts/search", "limit=20"),
    ("/associatedTickets", "departmentId={department}"),
    ("/calls/search", "limit=20"),
    ("/contacts", "limit=20&include=accounts"),
    ("/contacts/contactsByIds", "ids={contact}"),
    ("/contacts/count", "viewId={people}"),
    ("/contacts/search", "limit=20"),
    ("/contacts/{contact}", "include=accounts,owner"),
    ("/customerHappiness", "department=allDepartment"),
    ("/departmentsByIds", "departmentIds={department}"),
    ("/events/search", "limit=20"),
    ("/fields", "module=tickets"),
    ("/groupAccountDuplicateValues", "fieldName=accountName"),
    ("/groupAccounts", "fieldName=accountName&fieldValues=Twin"),
    ("/groupContactDuplicateValues", "fieldName=lastName"),
    ("/groupContacts", "fieldName=lastName&fieldValues=Twin&include=accounts"),
    ("/layouts", "module=tickets"),
    ("/mailReplyAddress", "departmentId={department}"),
    ("/myForm", "layoutId={layout}"),
    ("/myinfo", "include=profile,role,associatedDepartments"),
    ("/organizationFields", "module=tickets"),
    ("/products", "include=owner"),
    ("/products/search", "limit=20"),
    ("/recycleBin", "include=deletedBy,department"),
    ("/search", "searchStr=Twin&limit=5"),
    ("/supportEmailAddress", "departmentId={department}"),
    ("/tags/search", "departmentId={department}&searchVal=abc"),
    ("/tasks", "include=assignee"),
    ("/tasks/search", "limit=20"),
    ("/templates", "departmentId={department}&module=tickets"),
    ("/ticketQueueView/count", "departmentId={department}&viewId={view}"),
    ("/ticketStatuses", "departmentId={department}"),
    ("/ticketTags", "departmentId={department}"),
    ("/tickets", "limit=20&include=contacts,assignee,departments,team,products"),
    ("/tickets/archivedTickets", "departmentId={department}"),
    ("/tickets/search", "status=Open&limit=20"),
    ("/tickets/{ticket}", "include=contacts,assignee,departments"),
    ("/tickets/{ticket}/activities", "include=assignee"),
    ("/tickets/{ticket}/comments", "include=mentions,plainText"),
    ("/ticketsCountByFieldValues", "field=statusType,overDue,escalated"),
    ("/views", "module=tickets"),
];

/// Nothing here ever fails to be sent, so that a repetition is always refused.
const REFUSED: &[&str] = &["POST /tickets/{}/resendFailedThread"];

/// Asks everything, and gives the sandbox's address.
async fn walk() -> Stage {
    let mut stage = Stage::open().await;
    stage.sign_in("rui.prado@jatoba.example").await;
    let things = Things::prepare(&stage).await;
    let mut refused = Vec::new();
    for (method, path, _) in operations() {
        if method == "GET" && path != "/webhooks" && path != "/webhooks/{webhook}" {
            let query = QUERIES.iter().find(|(of, _)| *of == path).map_or("", |(_, query)| query);
            let asked = format!("{}?{}", things.fill(path), things.fill(query));
            let answer = stage.get(asked.trim_end_matches('?')).await;
            if !answer.status.is_success() {
                refused.push(format!("{asked}: {} {}", answer.status, answer.text));
            }
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
    tickets::write(&stage, &things).await;
    people::write(&stage, &things).await;
    others::write(&stage, &things).await;
    stage.sign_in(&stage.stand.sandbox.hello.agents[0].email.clone()).await;
    others::hooks(&stage).await;
    stage
}

/// The operations whose answers were held against something.
pub(crate) async fn checked() -> BTreeSet<String> {
    look::checked(&walk().await.stand.sandbox.base_url, Service::Desk)
}

#[tokio::test]
async fn every_operation_is_asked_once() {
    if !at_hand() {
        return;
    }
    let stage = walk().await;
    let asked = look::answered(&stage.stand.sandbox.base_url, Service::Desk);
    let served = operations().map(|(method, path, _)| format!("{method} {}", shape(path)));
    let missing: Vec<_> =
        served.filter(|name| !asked.contains(name) && !REFUSED.contains(&name.as_str())).collect();
    assert!(missing.is_empty(), "served, and asked by no step of this walk:\n{}", missing.join("\n"));
}
