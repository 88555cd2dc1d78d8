//! Products that tickets may name (OAS Product).

/// Lists, search, one of them.
pub mod list;
/// Creation, change, the recycle bin.
pub mod write;

use serde_json::{Value, json};

use super::call::Call;
use super::{permission, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Product;
use crate::sandbox::world::id::Id;

/// The products that are not in the recycle bin, as far as they are the caller's to see.
fn alive<'w>(world: &'w World, call: &Call) -> impl Iterator<Item = &'w Product> {
    let alive = world.desk.settings.products.iter().filter(|product| !product.trashed);
    alive.filter(|product| permission::works_in_any(world, call, &product.departments))
}

fn owner(world: &World, id: Option<Id>) -> Value {
    id.and_then(|id| world.desk.agent(id)).map_or(Value::Null, |agent| {
        json!({
            "id": agent.id, "firstName": agent.first_name, "lastName": agent.last_name, "name": agent.name(),
            "photoURL": null,
        })
    })
}

/// The list row.
fn row(world: &World, product: &Product, include: &[&str]) -> Value {
    let mut row = json!({
        "id": product.id, "productName": product.name, "productCode": product.code, "unitPrice": product.price,
    });
    if include.contains(&"owner") {
        row["owner"] = owner(world, product.owner);
    }
    row
}

/// The whole record.
fn full(world: &World, product: &Product, include: &[&str]) -> Value {
    let mut record = row(world, product, include);
    let layouts = &world.desk.settings.layouts;
    let layout = layouts.iter().find(|layout| layout.noun == "products");
    let more = json!({
        "departmentIds": product.departments,
        "description": product.description,
        "ownerId": product.owner,
        "productCategory": product.category,
        "manufacturer": product.manufacturer,
        "cf": {},
        "customFields": {},
        "createdBy": product.creator,
        "modifiedBy": product.creator,
        "createdTime": wire::maybe_time(product.created),
        "modifiedTime": wire::maybe_time(product.modified),
        "isDeleted": product.trashed,
        "layoutId": layout.map(|layout| layout.id),
        "layoutDetails": layout.map(|layout| json!({"id": layout.id, "layoutName": layout.name})),
    });
    if let (Value::Object(record), Value::Object(more)) = (&mut record, more) {
        record.extend(more);
    }
    if include.contains(&"departments") {
        record["departments"] =
            product.departments.iter().map(|id| wire::department(world, *id)).collect::<Vec<_>>().into();
    }
    record
}
