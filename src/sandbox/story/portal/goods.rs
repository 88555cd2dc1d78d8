//! What the house sells, what its agents answer often, and the views that are not of tickets.

use super::super::super::world::desk::{Product, Template, View};
use super::super::super::world::{Id, World};

/// What the house sells.
pub fn products(world: &mut World) {
    let departments: Vec<Id> = world.desk.settings.departments.iter().map(|one| one.id).collect();
    let made = world.desk.settings.departments.first().map(|one| (one.creator, one.created));
    for (name, code, price) in [
        ("Jatobá Nota", "JN-1", "149.00"),
        ("Jatobá Loja", "JL-1", "299.00"),
        ("Jatobá API", "JA-1", "89.00"),
    ] {
        let mut product = Product::new(world.desk.make_id(), name);
        (product.code, product.price) = (Some(code.to_owned()), Some(price.to_owned()));
        product.departments.clone_from(&departments);
        product.owner = made.map(|(creator, _)| creator);
        product.creator = product.owner;
        product.created = made.map(|(_, at)| at);
        product.modified = product.created;
        world.desk.settings.products.push(product);
    }
}

/// What agents answer often: name, subject, text.
const TEMPLATES: &[(&str, &str, &str)] = &[
    (
        "Recebemos sua mensagem",
        "[#${Cases.Request Id}] ${Cases.Subject}",
        "<div>Olá, ${Contacts.First Name}!<br /><br />Recebemos sua mensagem e já estamos cuidando dela.<br /><br />${Agents.Full Name}<br />${Departments.Department Name}</div>",
    ),
    (
        "Precisamos de mais detalhes",
        "Re: ${Cases.Subject}",
        "<div>${Contacts.Full Name},<br /><br />para seguir com o pedido ${Cases.Request Id} precisamos de mais detalhes.<br /><br />${Agents.Full Name}</div>",
    ),
];

/// E-mail templates of every department; made last, so that they shift no other id.
pub fn templates(world: &mut World) {
    let folder = world.desk.make_id();
    let departments: Vec<Id> = world.desk.settings.departments.iter().map(|one| one.id).collect();
    for department in departments {
        for (name, subject, body) in TEMPLATES {
            let template = Template {
                id: world.desk.make_id(),
                name: (*name).to_owned(),
                subject: (*subject).to_owned(),
                body: (*body).to_owned(),
                department,
                folder,
            };
            world.desk.settings.templates.push(template);
        }
    }
}

/// The one view that every other module has: all of it. Made late as well.
pub fn views(world: &mut World) {
    for (noun, name) in [
        ("contacts", "All Contacts"),
        ("accounts", "All Accounts"),
        ("products", "All Products"),
        ("tasks", "All Tasks"),
        ("calls", "All Calls"),
        ("events", "All Events"),
    ] {
        let view = View {
            id: world.desk.make_id(),
            noun: noun.to_owned(),
            name: name.to_owned(),
            department: None,
            statuses: Vec::new(),
            overdue: false,
            mine: false,
            unassigned: false,
        };
        world.desk.settings.views.push(view);
    }
}
