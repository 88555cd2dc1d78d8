//! Which records may meet a criteria, from the indexes: never fewer than those that do.

use jiff::Timestamp;

use super::super::super::world::bigin::{Bigin, Kind, Name};
use super::super::super::world::{Id, Key};
use super::criteria::{Condition, Operator};
use super::meets::{Test, is_null};

/// The records that may meet a test; `None` when no index knows and all have to be looked at.
pub fn candidates(bigin: &Bigin, kind: Kind, test: &Test) -> Option<Vec<Id>> {
    match test {
        Test::Is(field, condition) => of_condition(bigin, kind, field.name, &field.data_type, condition),
        Test::Both(left, right) => match (candidates(bigin, kind, left), candidates(bigin, kind, right)) {
            (Some(left), Some(right)) => Some(if left.len() <= right.len() { left } else { right }),
            (one, other) => one.or(other),
        },
        Test::Either(left, right) => {
            let mut ids = candidates(bigin, kind, left)?;
            ids.extend(candidates(bigin, kind, right)?);
            Some(ids)
        }
    }
}

fn of_condition(
    bigin: &Bigin,
    kind: Kind,
    name: Name,
    data_type: &str,
    condition: &Condition,
) -> Option<Vec<Id>> {
    use Operator::{Between, Equals, GreaterEqual, GreaterThan, In, StartsWith};
    let records = bigin.records(kind);
    let value = condition.values.first()?;
    if is_null(value) {
        return None;
    }
    let under = |key: Key| Some(records.under(&key).ids().collect());
    match (condition.operator, name) {
        (Equals | In, _) if data_type == "id" => {
            Some(condition.values.iter().filter_map(|value| value.trim().parse().ok()).collect())
        }
        (Equals, Name::EMAIL) if kind == Kind::Contacts && value.contains('@') => {
            under(Key::Email(value.to_lowercase().into()))
        }
        (Equals, Name::ACCOUNT_NAME) if data_type == "lookup" => under(Key::Account(value.parse().ok()?)),
        (Equals, Name::CONTACT_NAME) => under(Key::Contact(value.parse().ok()?)),
        (GreaterThan | GreaterEqual | Between, Name::CREATED_TIME | Name::MODIFIED_TIME) => {
            let order =
                records.order(if name == Name::CREATED_TIME { "Created_Time" } else { "Modified_Time" });
            let since = value.trim().parse::<Timestamp>().ok()?.as_second();
            Some(order.since(since).iter().map(|(_, id)| *id).collect())
        }
        (Equals | StartsWith, _) if data_type != "lookup" && is_indexed(kind, name) => {
            records.words().all_of(value, condition.operator == StartsWith)
        }
        _ => None,
    }
}

/// Whether the word index has the texts of a field, as [`super::super::super::world::Item::texts`] gives them.
fn is_indexed(kind: Kind, name: Name) -> bool {
    name == kind.title()
        || matches!(name, Name::FIRST_NAME | Name::EMAIL | Name::WEBSITE | Name::PRODUCT_CODE)
}
