//! The lists of the screen, cut into windows by SQL, hold what the whole ledger read record by record holds.

use balcao::model::pairing::{List, Row, RowKey};
use balcao::pairing::{
    Pairing, Place,
    show::{self, Status},
};
use balcao::sync::{
    FieldId, Kind, LinkId, Per, RecordId, Side, Value,
    ledger::{Cause, Cell, Change, Decision, Held, Link, LinkState, Parked, Reason, Seen, Txn},
    mapping::file::DEFAULT,
};

/// How many pairs there are.
const PAIRS: u64 = 1_500;

/// The number of the filter's field in the default mapping.
const TITLE: FieldId = FieldId(7);

fn seen(side: Side, id: u64, title: &str, live: bool) -> Change {
    let cell = |field, value: &str| Cell { field, value: Value::text(value), since: 1 };
    let mail = format!("p{id}@zylker.example");
    let cells = vec![cell(FieldId(1), &mail), cell(TITLE, title)];
    Change::Seen(Box::new(Seen {
        side,
        kind: Kind::Contact,
        id: RecordId(id),
        version: 1,
        live,
        first_seen: 1,
        mark: None,
        cells,
    }))
}

fn held(dice: &mut fastrand::Rng) -> Held {
    let decision = dice.bool().then_some(Decision { winner: Side::Desk });
    let values = Per { bigin: Value::text("a"), desk: Value::text("b") };
    Held { field: TITLE, values, decision, cause: Cause::Conflict }
}

fn state(dice: &mut fastrand::Rng) -> LinkState {
    match dice.u32(..20) {
        0 => LinkState::Refused { side: Side::Desk, words: "INVALID_DATA".into() },
        1 => LinkState::Tombstone,
        2 => LinkState::Apart,
        3 => LinkState::Soft,
        _ => LinkState::Active,
    }
}

fn parked(dice: &mut fastrand::Rng) -> Parked {
    let reason = if dice.bool() { Reason::Ambiguous } else { Reason::Refused("no".into()) };
    Parked { reason, version: 1 }
}

/// A ledger by chance: pairs in every state, records without a partner, some that do not pass the filter.
fn filled(place: &Place, seed: u64) -> Pairing {
    filled_with(place, seed, PAIRS)
}

fn filled_with(place: &Place, seed: u64, pairs: u64) -> Pairing {
    let filter = "\n[contact.filter.bigin]\nfield = 7\nnot = [\"Intern\"]\nleaving = \"rests\"\n\
        \n[contact.filter.desk]\nfield = 7\nnot = [\"Guest\"]\nleaving = \"goes-on\"\n";
    std::fs::write(&place.mapping, DEFAULT.to_owned() + filter).unwrap();
    let pairing = Pairing::open(place.clone()).unwrap();
    let mut dice = fastrand::Rng::with_seed(seed);
    let titles = ["Buyer", "Intern", "Guest", "Seller", "Owner", "Clerk"];
    let mut changes = Vec::new();
    for id in 1..=pairs {
        let mut title = || titles[dice.usize(..titles.len())];
        let (bigin, desk) = (title(), title());
        changes.push(seen(Side::Bigin, id, bigin, true));
        let mut link =
            Link::new(LinkId(id), Kind::Contact, Per { bigin: RecordId(id), desk: RecordId(9_000_000 + id) });
        link.state = state(&mut dice);
        changes.push(seen(Side::Desk, 9_000_000 + id, desk, link.state != LinkState::Tombstone));
        if dice.u32(..15) == 0 {
            link.held.push(held(&mut dice));
        }
        changes.push(Change::NewLink(Box::new(link)));
    }
    for id in 5_000_000..5_000_400 {
        let side = if dice.bool() { Side::Bigin } else { Side::Desk };
        changes.push(seen(side, id, titles[dice.usize(..titles.len())], dice.u32(..9) > 0));
        if dice.u32(..3) == 0 {
            changes.push(Change::Park(side, Kind::Contact, RecordId(id), Some(parked(&mut dice))));
        }
    }
    // Some change again: their columns have to follow.
    for id in (1..pairs).step_by(7) {
        changes.push(Change::State(LinkId(id), state(&mut dice)));
        changes.push(Change::Hold(LinkId(id), TITLE, dice.bool().then(|| held(&mut dice))));
        changes.push(seen(Side::Bigin, id, titles[dice.usize(..titles.len())], true));
    }
    pairing.ledger.apply(Txn { changes, ..Txn::default() }).unwrap();
    pairing
}

/// What stands in a list by the whole ledger, each pair once, sorted.
fn whole(status: &Status, list: List) -> Vec<RowKey> {
    let items = status.items.iter().filter(|item| item.list == list);
    let mut keys: Vec<RowKey> = items
        .map(|item| {
            let alone = |side: Side| item.ids[side].map(|id| RowKey::Alone(side, item.kind, id));
            let alone = || Side::BOTH.into_iter().find_map(alone);
            item.link.map(RowKey::Link).or_else(alone).unwrap()
        })
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn by_windows(pairing: &Pairing, list: List, size: usize) -> Vec<RowKey> {
    let mut keys = Vec::new();
    loop {
        let rows: Vec<Row> = show::rows(pairing, list, keys.len(), size).unwrap();
        assert!(rows.len() <= size);
        if rows.is_empty() {
            break;
        }
        keys.extend(rows.iter().map(|row| row.key));
    }
    keys
}

fn agrees(pairing: &Pairing) {
    let (status, tallies) = (show::status(pairing, true).unwrap(), show::tallies(&pairing.ledger).unwrap());
    for list in List::ALL {
        let wanted = whole(&status, list);
        assert_eq!(tallies.of(list), wanted.len() as u64, "{list:?}");
        assert!(!wanted.is_empty(), "{list:?} is tried");
        for size in [200, 37] {
            let mut found = by_windows(pairing, list, size);
            found.sort_unstable();
            assert_eq!(found, wanted, "{list:?} by {size}");
        }
    }
}

fn place(home: &tempfile::TempDir) -> Place {
    Place { folder: home.path().to_owned(), mapping: home.path().join("mapping.toml") }
}

#[test]
fn windows_hold_what_the_whole_ledger_holds() {
    for seed in 0..3 {
        let home = tempfile::tempdir().unwrap();
        agrees(&filled(&place(&home), seed));
    }
}

#[test]
fn another_filter_is_held_against_all_records_at_once() {
    let home = tempfile::tempdir().unwrap();
    let place = place(&home);
    let mut pairing = filled(&place, 9);
    let text = std::fs::read_to_string(&place.mapping).unwrap().replace("\"Intern\"", "\"Owner\", \"Clerk\"");
    let file = balcao::sync::mapping::file::read(&text).unwrap();
    pairing.apply(&text, file).unwrap();
    agrees(&pairing);
    agrees(&Pairing::open(place).unwrap());
}

#[test]
fn a_ledger_of_before_finds_its_place_in_the_lists() {
    let home = tempfile::tempdir().unwrap();
    let place = place(&home);
    drop(filled(&place, 4));
    let older = rusqlite_of(&place);
    older.execute_batch(
        "DROP INDEX link_rests; DROP INDEX link_held; DROP INDEX parked_refused; DROP INDEX seen_out; DROP INDEX journal_alone;
         ALTER TABLE link DROP COLUMN rests; ALTER TABLE link DROP COLUMN held; ALTER TABLE parked DROP COLUMN refused;
         ALTER TABLE seen DROP COLUMN out; DELETE FROM fact; PRAGMA user_version = 2;",
    )
    .unwrap();
    drop(older);
    agrees(&Pairing::open(place).unwrap());
}

fn rusqlite_of(place: &Place) -> rusqlite::Connection {
    rusqlite::Connection::open(place.ledger()).unwrap()
}

/// How long it takes to look at a hundred thousand pairs:
/// `cargo nextest run --run-ignored only pairing::lists --no-capture`.
#[test]
#[ignore = "takes a minute to make the ledger"]
fn a_hundred_thousand_pairs_are_looked_at_by_windows() {
    let home = tempfile::tempdir().unwrap();
    let pairing = filled_with(&place(&home), 1, 100_000);
    let time = |what: &str, look: &dyn Fn() -> usize| {
        look();
        let begun = std::time::Instant::now();
        let rows = look();
        let took = begun.elapsed();
        eprintln!("{what}: {rows} rows in {took:?}");
        assert!(took.as_millis() < 1_500, "{what} took {took:?}");
    };
    time("tallies", &|| usize::try_from(show::tallies(&pairing.ledger).unwrap().of(List::InSync)).unwrap());
    time("the first window", &|| show::rows(&pairing, List::InSync, 0, 200).unwrap().len());
    time("the last window", &|| show::rows(&pairing, List::InSync, 60_000, 200).unwrap().len());
    time("excluded", &|| show::rows(&pairing, List::Excluded, 0, 200).unwrap().len());
    let key = RowKey::Link(LinkId(50_000));
    time("a page", &|| show::page(&pairing, key).unwrap().unwrap().fields.len());
}
