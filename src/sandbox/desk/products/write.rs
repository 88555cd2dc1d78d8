//! A new product, a change, the recycle bin.

use super::{full, list};
use crate::sandbox::desk::answer::{Answer, Refusal, Served, found};
use crate::sandbox::desk::body::{Body, Said};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Product;
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::post("/products", &["Desk.products.CREATE|Desk.settings.CREATE"], &[], create),
    Route::patch("/products/{product}", &["Desk.products.UPDATE|Desk.settings.UPDATE"], update),
    Route::post("/products/moveToTrash", &["Desk.products.DELETE|Desk.settings.DELETE"], &[], trash),
];

/// Reads a body's fields and gives what writes them into a product.
fn read(world: &World, body: &mut Body) -> impl FnOnce(&mut Product) + use<> {
    let name = body.text("productName", 200);
    let code = body.text("productCode", 200);
    // A price comes as text or as a number.
    let price = match body.raw("unitPrice") {
        Some(value) if value.is_number() => Said::Value(value.to_string()),
        _ => body.text("unitPrice", 100),
    };
    if matches!(&price, Said::Value(text) if text.parse::<f64>().is_err()) {
        body.fault("unitPrice", "invalid");
    }
    let departments = body.ids("departmentIds");
    if departments.as_ref().is_some_and(|ids| ids.iter().any(|id| world.desk.department(*id).is_none())) {
        body.fault("departmentIds", "invalid");
    }
    let owner = body.id("ownerId");
    if matches!(owner, Said::Value(id) if world.desk.agent(id).is_none()) {
        body.fault("ownerId", "invalid");
    }
    let description = body.text("description", 65_535);
    let (category, manufacturer) = (body.text("productCategory", 120), body.text("manufacturer", 120));
    move |product| {
        if let Said::Value(name) = name {
            product.name = name;
        }
        code.into_field(&mut product.code);
        price.into_field(&mut product.price);
        product.departments = departments.unwrap_or_else(|| std::mem::take(&mut product.departments));
        owner.into_field(&mut product.owner);
        description.into_field(&mut product.description);
        category.into_field(&mut product.category);
        manufacturer.into_field(&mut product.manufacturer);
    }
}

/// Refuses to put a product into departments in which the caller does not work and it was not before.
fn stands(world: &World, call: &Call, product: &Product, before: &[Id]) -> Result<(), Refusal> {
    let new = product.departments.iter().filter(|id| !before.contains(id));
    new.into_iter().try_for_each(|id| permission::may_place(world, call, *id))
}

fn create(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "products", "create")?;
    let mut body = Body::new(call.json()?, "");
    body.needed("productName", 200);
    body.needed_ids("departmentIds");
    let write = read(world, &mut body);
    body.check()?;
    let mut product = Product::new(world.desk.make_id(), "");
    product.owner = Some(call.agent);
    product.creator = Some(call.agent);
    (product.created, product.modified) = (Some(call.now), Some(call.now));
    write(&mut product);
    stands(world, call, &product, &[])?;
    let answer = full(world, &product, &[]);
    world.desk.settings.products.push(product);
    world.desk.dirty = true;
    found(answer)
}

fn update(world: &mut World, call: &Call) -> Served {
    let mut product = list::product(world, call)?.clone();
    permission::may(world, call, "products", "edit")?;
    let mut body = Body::new(call.json()?, "");
    if body.has("productName") {
        body.needed("productName", 200);
    }
    let write = read(world, &mut body);
    body.check()?;
    let before = product.departments.clone();
    write(&mut product);
    stands(world, call, &product, &before)?;
    product.modified = Some(call.now);
    let answer = full(world, &product, &[]);
    let (id, mut products) = (product.id, world.desk.settings.products.iter_mut());
    *products.find(|own| own.id == id).ok_or_else(Refusal::not_found)? = product;
    world.desk.dirty = true;
    found(answer)
}

fn trash(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "products", "delete")?;
    let mut body = Body::new(call.json()?, "");
    // The spec's body names them `productIds`.
    let ids = body.needed_ids("productIds");
    if ids.iter().any(|id| !world.desk.settings.products.iter().any(|product| product.id == *id)) {
        body.fault("productIds", "invalid");
    }
    body.check()?;
    let named = world.desk.settings.products.iter().filter(|product| ids.contains(&product.id));
    if named.into_iter().any(|product| !permission::works_in_any(world, call, &product.departments)) {
        return Err(Refusal::forbidden());
    }
    for product in world.desk.settings.products.iter_mut().filter(|product| ids.contains(&product.id)) {
        product.trashed = true;
        product.gone.get_or_insert((call.now, call.agent));
    }
    world.desk.dirty = true;
    Ok(Answer::Nothing)
}
