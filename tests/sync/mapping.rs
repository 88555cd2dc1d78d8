//! The mapping of the simulated world: companies with a name and a note, contacts with e-mail, name, note and company.

use std::sync::Arc;

use balcao::sync::{
    FieldId, Kind, Side,
    canon::Shape,
    mapping::{Filter, KindMap, Leaving, Line, Mapping, Policy, Test},
};

use super::dice::Dice;

/// The match field of both kinds.
pub const KEY: FieldId = FieldId(0);
/// A text.
pub const NAME: FieldId = FieldId(1);
/// A text that Desk may rewrite.
pub const NOTE: FieldId = FieldId(2);
/// A contact's company.
pub const COMPANY: FieldId = FieldId(3);
/// How many fields a record has.
pub const FIELDS: usize = 4;

/// A mapping with random policies.
pub fn draw(seed: u64) -> Arc<Mapping> {
    let mut dice = Dice::new(seed, 2);
    let mut policy = || match dice.below(6) {
        0 => Policy::Prefer(Side::Bigin),
        1 => Policy::Prefer(Side::Desk),
        2 => Policy::UnlessEmpty(Side::Desk),
        3 => Policy::Ask,
        _ => Policy::Newest,
    };
    let key = |shape| Line { key: true, shape, ..Line::text(KEY) };
    let company = vec![key(Shape::Text), Line { policy: policy(), ..Line::text(NAME) }];
    let lookup = Line { shape: Shape::Exact, lookup: Some(Kind::Company), ..Line::text(COMPANY) };
    let contact = vec![
        key(Shape::Email),
        Line { policy: policy(), ..Line::text(NAME) },
        Line { policy: policy(), ..Line::text(NOTE) },
        lookup,
    ];
    let mapping = Mapping::new(1).with(Kind::Company, KindMap::new(company));
    let mut contact = KindMap::new(contact);
    // Now and then only contacts with a note take part.
    if dice.in_thousand(80) {
        let leaving = if dice.in_thousand(500) { Leaving::Rests } else { Leaving::GoesOn };
        contact.filter[Side::BOTH[dice.index(2)]] =
            Some(Filter { field: NOTE, test: Test::Something, leaving });
    }
    Arc::new(mapping.with(Kind::Contact, contact))
}

/// Without the field that Desk may rewrite, unless a filter looks at it.
pub fn without_note(map: &Mapping) -> Arc<Mapping> {
    let mut less = Mapping::new(map.revision);
    for kind in map.kinds() {
        let Some(of_kind) = map.kind(kind) else { continue };
        let lines = of_kind.lines().iter().filter(|line| line.id != NOTE || kind == Kind::Company);
        let (create, filter) = (of_kind.create, of_kind.filter.clone());
        let mut fewer = KindMap::new(lines.cloned().collect());
        (fewer.create, fewer.filter) = (create, filter);
        let filtered = fewer.filter.bigin.is_some() || fewer.filter.desk.is_some();
        less = less.with(kind, if filtered { of_kind.clone() } else { fewer });
    }
    Arc::new(less)
}

/// How many fields of a kind are in use.
pub const fn fields_of(kind: Kind) -> usize {
    match kind {
        Kind::Company => 2,
        _ => FIELDS,
    }
}
