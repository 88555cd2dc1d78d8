//! `/products`: what tickets may name.

use serde_json::json;

use crate::sandbox::desk::answer::{Served, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::paging;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;

/// What is served here.
pub const ROUTES: &[Route] = &[Route::get(
    "/products",
    &["Desk.products.READ|Desk.settings.READ|Desk.basic.READ"],
    &["from", "limit", "departmentId", "sortBy"],
    products,
)];

fn products(world: &mut World, call: &Call) -> Served {
    let page = paging::of_list(&call.query, 100, 10)?;
    let products = world.desk.settings.products.iter();
    list(page.cut(products.map(|product| json!({"id": product.id, "productName": product.name}))))
}
