//! The products, those that a search finds, one of them.

use serde_json::json;

use super::{alive, full, row};
use crate::sandbox::desk::answer::{Answer, Refusal, Served, found, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::metadata::views;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Product;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get(
        "/products",
        READ,
        &["from", "limit", "departmentId", "sortBy", "viewId", "ownerId", "include"],
        products,
    ),
    Route::get("/products/{product}", READ, &["include"], one),
    Route::get(
        "/products/search",
        &["Desk.products.READ|Desk.settings.READ", "Desk.search.READ"],
        &[
            "id",
            "productName",
            "productCode",
            "departmentId",
            "_all",
            "createdTimeRange",
            "modifiedTimeRange",
            "sortBy",
            "from",
            "limit",
        ],
        search,
    ),
];

const READ: &[&str] = &["Desk.products.READ|Desk.settings.READ|Desk.basic.READ"];

/// The product of the path, which has to be the caller's to see.
pub fn product<'w>(world: &'w World, call: &Call) -> Result<&'w Product, Refusal> {
    let id = call.id("product")?;
    let mut products = world.desk.settings.products.iter();
    let product = products.find(|product| product.id == id).ok_or_else(Refusal::not_found)?;
    let seen = permission::works_in_any(world, call, &product.departments);
    if seen { Ok(product) } else { Err(Refusal::forbidden()) }
}

fn sort(rows: &mut [&Product], by: Option<(&str, bool)>) {
    let (field, descending) = by.unwrap_or(("productName", false));
    rows.sort_by_cached_key(|product| match field {
        "createdTime" => (product.created, String::new()),
        "modifiedTime" => (product.modified, String::new()),
        "productCode" => (None, product.code.clone().unwrap_or_default()),
        "unitPrice" => (None, format!("{:>20}", product.price.clone().unwrap_or_default())),
        _ => (None, product.name.to_lowercase()),
    });
    if descending {
        rows.reverse();
    }
}

fn products(world: &mut World, call: &Call) -> Served {
    let page = paging::of_list(&call.query, 100, 10)?;
    let include = call.query.include(&["owner"])?;
    views::named(world, call, "products")?;
    let by = call.query.sort(&["productName", "productCode", "unitPrice", "createdTime", "modifiedTime"])?;
    let (department, owner) = (call.query_id("departmentId")?, call.query_id("ownerId")?);
    let mut rows: Vec<&Product> = alive(world, call)
        .filter(|product| department.is_none_or(|id| product.departments.contains(&id)))
        .filter(|product| owner.is_none_or(|id| product.owner == Some(id)))
        .collect();
    if by.is_some() {
        sort(&mut rows, by);
    }
    list(page.cut(rows).into_iter().map(|product| row(world, product, &include)).collect())
}

fn one(world: &mut World, call: &Call) -> Served {
    let include = call.query.include(&["departments", "owner"])?;
    found(full(world, product(world, call)?, &include))
}

/// A search row: the whole record without what only that has.
fn found_row(world: &World, product: &Product) -> serde_json::Value {
    let mut row = full(world, product, &[]);
    if let Some(row) = row.as_object_mut() {
        row.retain(|key, _| !["isDeleted", "layoutDetails"].contains(&key.as_str()));
    }
    row
}

fn search(world: &mut World, call: &Call) -> Served {
    let page = paging::of_search(&call.query)?;
    let by = call.query.sort(&["relevance", "createdTime", "modifiedTime"])?;
    let (id, department) = (call.query_id("id")?, call.query_id("departmentId")?);
    let meets = |name: &str, text: &str| {
        call.query.text(name).is_none_or(|wish| {
            let (wish, text) = (wish.to_lowercase(), text.to_lowercase());
            match wish.strip_suffix('*') {
                Some(start) => text.split_whitespace().any(|word| word.starts_with(start)),
                None => text == wish || text.split_whitespace().any(|word| word == wish),
            }
        })
    };
    let mut rows: Vec<&Product> = alive(world, call)
        .filter(|product| id.is_none_or(|id| id == product.id))
        .filter(|product| department.is_none_or(|id| product.departments.contains(&id)))
        .filter(|product| meets("productName", &product.name) && meets("_all", &product.name))
        .filter(|product| meets("productCode", product.code.as_deref().unwrap_or("")))
        .collect();
    sort(&mut rows, by.filter(|(field, _)| *field != "relevance"));
    let count = rows.len();
    let rows: Vec<_> = page.cut(rows).into_iter().map(|product| found_row(world, product)).collect();
    if rows.is_empty() { Ok(Answer::Nothing) } else { found(json!({"data": rows, "count": count})) }
}
