//! `/mailReplyAddress`: the from-addresses of a department. `/supportEmailAddress` is undocumented and answers the
//! same (sheet §7).

use serde_json::{Value, json};

use crate::sandbox::desk::answer::{Served, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::MailAddress;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/mailReplyAddress", READ, QUERY, addresses),
    Route::get("/supportEmailAddress", READ, QUERY, addresses),
];

const READ: &[&str] = &["Desk.settings.READ|Desk.basic.READ"];
const QUERY: &[&str] = &["departmentId", "isActive", "from", "limit"];

fn row(world: &World, call: &Call, mail: &MailAddress) -> Value {
    let creator = world.desk.department(mail.department).map(|department| department.creator);
    let creator = wire::assignee(world, call, creator);
    json!({
        "id": mail.id,
        "address": mail.address,
        "displayName": mail.display_name,
        "departmentId": mail.department,
        "isActive": mail.active,
        "isVerified": mail.verified,
        "isSmtpEnabled": false,
        "smtpDetails": null,
        "serviceProviderType": "ZohoSMTP",
        "createdBy": creator,
        "createdTime": wire::time(mail.created),
        "modifiedBy": creator,
        "modifiedTime": wire::time(mail.created),
    })
}

fn addresses(world: &mut World, call: &Call) -> Served {
    call.query.required("departmentId")?;
    let department = call.query_id("departmentId")?;
    let active = call.query.flag("isActive")?;
    let page = paging::of_list(&call.query, 100, 50)?;
    let addresses = world.desk.settings.mail_addresses.iter().filter(|mail| {
        Some(mail.department) == department && active.is_none_or(|active| active == mail.active)
    });
    list(page.cut(addresses.map(|mail| row(world, call, mail))))
}
