//! A deal's products, a line each: `Associated_Products`. No source shows their shape in Bigin; this is the one of
//! CRM's line items, with the names of `LinkingModule1` (sheet §2).

use serde_json::{Value, json};

use super::super::super::world::bigin::{Kind, Link, Name};
use super::Show;

/// What a line says besides its product.
pub const KEYS: &[&str] = &["Quantity", "List_Price", "Discount"];

/// A line: product, quantity, price, discount and total; `None` when the product is gone.
pub fn shown(show: &Show, link: &Link) -> Option<Value> {
    let product = show.bigin.records(Kind::Products).get(link.to).filter(|product| product.is_live())?;
    let own = |key: &str| link.more.get(key).and_then(Value::as_f64);
    let price = own("List_Price").or_else(|| product.values.get(Name::UNIT_PRICE)?.as_f64()).unwrap_or(0.0);
    let (quantity, discount) = (own("Quantity").unwrap_or(1.0), own("Discount").unwrap_or(0.0));
    Some(json!({
        "id": link.id,
        "Product": { "name": product.display_name(), "id": link.to },
        "Quantity": quantity, "List_Price": price, "Discount": discount,
        "Total": price * quantity - discount,
    }))
}
