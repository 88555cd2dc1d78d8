//! Fields, layouts and views of Desk.

use super::super::super::world::desk::{Field, Layout, Section, StatusType, View};
use super::super::super::world::{Id, World};
use super::super::house::House;

/// `(module, api name, label, type, longest value or 0, mandatory)`; sheet §8 to §10.
const STANDARD: &[(&str, &str, &str, &str, u32, bool)] = &[
    ("tickets", "contactId", "Contact Name", "LookUp", 0, true),
    ("tickets", "accountId", "Account Name", "LookUp", 0, false),
    ("tickets", "email", "Email", "Email", 150, false),
    ("tickets", "phone", "Phone", "Phone", 120, false),
    ("tickets", "subject", "Subject", "Text", 1000, true),
    ("tickets", "description", "Description", "Textarea", 65_535, false),
    ("tickets", "status", "Status", "Picklist", 0, true),
    ("tickets", "productId", "Product Name", "LookUp", 0, false),
    ("tickets", "assigneeId", "Ticket Owner", "LookUp", 0, false),
    ("tickets", "dueDate", "Due Date", "DateTime", 0, false),
    ("tickets", "priority", "Priority", "Picklist", 0, false),
    ("tickets", "channel", "Channel", "Picklist", 0, false),
    ("tickets", "category", "Category", "Picklist", 0, false),
    ("tickets", "subCategory", "Sub Category", "Picklist", 0, false),
    ("tickets", "classification", "Classifications", "Picklist", 0, false),
    ("tickets", "language", "Language", "Picklist", 0, false),
    ("tickets", "resolution", "Resolution", "Textarea", 65_535, false),
    ("contacts", "firstName", "First Name", "Text", 40, false),
    ("contacts", "lastName", "Last Name", "Text", 200, true),
    ("contacts", "email", "Email", "Email", 255, false),
    ("contacts", "secondaryEmail", "Secondary Email", "Email", 100, false),
    ("contacts", "phone", "Phone", "Phone", 50, false),
    ("contacts", "mobile", "Mobile", "Phone", 50, false),
    ("contacts", "accountId", "Account Name", "LookUp", 0, false),
    ("contacts", "type", "Type", "Picklist", 0, false),
    ("contacts", "title", "Title", "Text", 100, false),
    ("contacts", "ownerId", "Contact Owner", "LookUp", 0, false),
    ("contacts", "street", "Street", "Textarea", 250, false),
    ("contacts", "city", "City", "Text", 30, false),
    ("contacts", "state", "State", "Text", 30, false),
    ("contacts", "zip", "Zip", "Text", 30, false),
    ("contacts", "country", "Country", "Text", 30, false),
    ("contacts", "twitter", "Twitter", "Text", 100, false),
    ("contacts", "facebook", "Facebook", "Text", 100, false),
    ("contacts", "description", "Description", "Textarea", 65_535, false),
    ("accounts", "accountName", "Account Name", "Text", 200, true),
    ("accounts", "phone", "Phone", "Phone", 30, false),
    ("accounts", "website", "Website", "URL", 120, false),
    ("accounts", "email", "Email", "Email", 255, false),
    ("accounts", "fax", "Fax", "Fax", 30, false),
    ("accounts", "industry", "Industry", "Picklist", 0, false),
    ("accounts", "ownerId", "Account Owner", "LookUp", 0, false),
    ("accounts", "annualrevenue", "Annual Revenue", "Currency", 0, false),
    ("accounts", "street", "Street", "Textarea", 250, false),
    ("accounts", "city", "City", "Text", 30, false),
    ("accounts", "state", "State", "Text", 30, false),
    ("accounts", "code", "Code", "Text", 30, false),
    ("accounts", "country", "Country", "Text", 30, false),
    ("accounts", "description", "Description", "Textarea", 65_535, false),
];

/// The choices of standard picklists.
fn choices(world: &World, api_name: &str) -> Vec<String> {
    let words: &[&str] = match api_name {
        "status" => {
            return world.desk.settings.statuses.iter().map(|status| status.name.to_string()).collect();
        }
        "channel" => {
            return world.desk.settings.channels.iter().map(|channel| channel.name.to_string()).collect();
        }
        "priority" => &["High", "Medium", "Low"],
        "category" => &["Defects", "Questions", "Requests", "Billing"],
        "subCategory" => &["Refund", "Invoice", "Access", "Shipping", "Tax"],
        "classification" => &["Question", "Problem", "Request", "Others"],
        "language" => &["Portuguese", "English", "Spanish", "Japanese", "Arabic"],
        "type" => &["Paid User", "Free User", "Partner"],
        "industry" => &["Retail", "Food", "Transport", "Textiles", "Accounting", "Others"],
        _ => &[],
    };
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Makes them.
pub fn open(world: &mut World, house: &House) {
    for (noun, api_name, label, kind, longest, mandatory) in STANDARD {
        let allowed = choices(world, api_name);
        let field = Field {
            id: world.desk.make_id(),
            noun: (*noun).to_owned(),
            api_name: (*api_name).to_owned(),
            label: (*label).to_owned(),
            kind: (*kind).to_owned(),
            max_length: (*longest > 0).then_some(*longest),
            custom: false,
            mandatory: *mandatory,
            allowed,
            hidden_from: Vec::new(),
        };
        world.desk.settings.fields.push(field);
    }
    for field in &house.field {
        custom(world, field);
    }
    let departments: Vec<Id> =
        world.desk.settings.departments.iter().map(|department| department.id).collect();
    for department in departments {
        layout(world, "tickets", "Ticket Information", Some(department));
        views(world, department);
    }
    layout(world, "contacts", "Contact Information", None);
    layout(world, "accounts", "Account Information", None);
}

/// Adds a custom field, when it is one of Desk; layouts that there are show it too.
pub fn custom(world: &mut World, field: &super::super::house::Field) {
    if field.side != "desk" {
        return;
    }
    for layout in world.desk.settings.layouts.iter_mut().filter(|layout| layout.noun == field.module) {
        if let Some(section) = layout.sections.last_mut() {
            section.fields.push(field.name.clone());
        }
    }
    let field = Field {
        id: world.desk.make_id(),
        noun: field.module.clone(),
        api_name: field.name.clone(),
        label: field.label.clone(),
        kind: field.kind.clone(),
        max_length: (field.kind == "Text").then_some(255),
        custom: true,
        mandatory: false,
        allowed: field.values.clone(),
        hidden_from: Vec::new(),
    };
    world.desk.settings.fields.push(field);
}

fn layout(world: &mut World, noun: &str, heading: &str, department: Option<Id>) {
    let names = |custom: bool| {
        let fields = world.desk.settings.fields.iter();
        fields
            .filter(|field| field.noun == noun && field.custom == custom)
            .map(|field| field.api_name.clone())
            .collect()
    };
    let sections = vec![
        Section { name: heading.to_owned(), fields: names(false) },
        Section { name: "Additional Information".to_owned(), fields: names(true) },
    ];
    let layout = Layout {
        id: world.desk.make_id(),
        noun: noun.to_owned(),
        name: "Default".to_owned(),
        department,
        default: true,
        sections,
    };
    world.desk.settings.layouts.push(layout);
}

/// `(name, status types, overdue, mine, unassigned)`.
const VIEWS: &[(&str, &[StatusType], bool, bool, bool)] = &[
    ("All Tickets", &[], false, false, false),
    ("Open Tickets", &[StatusType::Open], false, false, false),
    ("On Hold Tickets", &[StatusType::OnHold], false, false, false),
    ("Overdue Tickets", &[StatusType::Open, StatusType::OnHold], true, false, false),
    ("My Open Tickets", &[StatusType::Open], false, true, false),
    ("Unassigned Open Tickets", &[StatusType::Open], false, false, true),
    ("Closed Tickets", &[StatusType::Closed], false, false, false),
];

fn views(world: &mut World, department: Id) {
    for (name, statuses, overdue, mine, unassigned) in VIEWS {
        let view = View {
            id: world.desk.make_id(),
            noun: "tickets".to_owned(),
            name: (*name).to_owned(),
            department: Some(department),
            statuses: statuses.to_vec(),
            overdue: *overdue,
            mine: *mine,
            unassigned: *unassigned,
        };
        world.desk.settings.views.push(view);
    }
}
