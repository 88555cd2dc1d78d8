//! E-mail templates, and one of them written for a ticket. The list is an array, without `data` (OAS EmailTemplates).

use serde_json::{Value, json};

use crate::sandbox::desk::answer::{Refusal, Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, permission, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Template, Ticket};

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get(
        "/templates",
        READ,
        &["departmentId", "module", "searchStr", "folderId", "from", "limit"],
        templates,
    ),
    Route::get("/templates/{template}", READ, &[], one),
    Route::post("/templates/{template}/render", READ, &["entityId"], render),
];

const READ: &[&str] = &["Desk.settings.READ|Desk.basic.READ"];
const MODULES: &[&str] =
    &["tickets", "tasks", "contacts", "accounts", "products", "solutions", "calls", "events"];

fn row(template: &Template) -> Value {
    json!({
        "templateId": template.id,
        "templateName": template.name,
        "subject": template.subject,
        "body": template.body,
        "recordType": "tickets",
        "departmentId": template.department,
        "category": "CUSTOM_TEMPLATE",
        "contentType": "richtext",
        "fromId": null,
        "replyToAddr": null,
        "folderId": template.folder,
        "folder": {"folderId": template.folder, "folderName": "Public Templates"},
    })
}

fn templates(world: &mut World, call: &Call) -> Served {
    call.query.required("departmentId")?;
    call.query.required("module")?;
    let department = call.query_id("departmentId")?;
    let module = call.query.word("module", MODULES)?;
    let folder = call.query_id("folderId")?;
    let page = paging::of_list(&call.query, 100, 50)?;
    let wish = call.query.text("searchStr").unwrap_or("").to_lowercase();
    let rows = world.desk.settings.templates.iter().filter(|template| {
        module == Some("tickets")
            && Some(template.department) == department
            && folder.is_none_or(|folder| folder == template.folder)
            && template.name.to_lowercase().contains(&wish)
    });
    found(Value::Array(page.cut(rows.map(row))))
}

fn template<'w>(world: &'w World, call: &Call) -> Result<&'w Template, Refusal> {
    let id = call.id("template")?;
    world.desk.settings.templates.iter().find(|template| template.id == id).ok_or_else(Refusal::not_found)
}

fn one(world: &mut World, call: &Call) -> Served {
    let mut row = row(template(world, call)?);
    row["attachments"] = json!([]);
    found(row)
}

/// A text with its placeholders filled in; those that are not known become nothing.
fn fill(world: &World, call: &Call, ticket: &Ticket, text: &str, html: bool) -> String {
    let contact = world.desk.contacts.get(ticket.contact);
    let agent = world.desk.agent(call.agent);
    let value = |name: &str| -> String {
        match name {
            "Cases.Subject" => ticket.subject.clone(),
            "Cases.Request Id" | "Cases.Ticket Id" => ticket.number.to_string(),
            "Cases.Status" => ticket.status.to_string(),
            "Contacts.First Name" => contact.and_then(|c| c.first_name.clone()).unwrap_or_default(),
            "Contacts.Last Name" => contact.map(|c| c.last_name.clone()).unwrap_or_default(),
            "Contacts.Full Name" => {
                contact.map(crate::sandbox::world::desk::Contact::name).unwrap_or_default()
            }
            "Agents.Full Name" => agent.map(crate::sandbox::world::desk::Agent::name).unwrap_or_default(),
            "Departments.Department Name" => {
                world.desk.department(ticket.department).map(|d| d.name.clone()).unwrap_or_default()
            }
            "Portal.Portal Name" => wire::portal(world).to_owned(),
            _ => String::new(),
        }
    };
    let escape = |text: String| {
        if html { text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;") } else { text }
    };
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            filled.push_str("${");
            rest = after;
            continue;
        };
        filled.push_str(&escape(value(name)));
        rest = after;
    }
    filled + rest
}

fn render(world: &mut World, call: &Call) -> Served {
    let template = template(world, call)?;
    call.query.required("entityId")?;
    let id = call.query_id("entityId")?.unwrap_or_default();
    let known = world.desk.tickets.get(id).is_some();
    if !known {
        return Err(Refusal::bad_parameter("entityId"));
    }
    let ticket = permission::ticket_of(world, call, id)?;
    found(json!({
        "subject": fill(world, call, ticket, &template.subject, false),
        "body": fill(world, call, ticket, &template.body, true),
        "attachments": [],
    }))
}
