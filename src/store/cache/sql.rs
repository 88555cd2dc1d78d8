//! Every statement of the store is prepared against a migrated store: a misspelt column fails here, not on a screen.

use super::{
    Cache, activities, conversations, drafts, finder, forms, fresh, furniture, outbox, records, salvage,
    search, tickets, twins,
};

#[test]
fn every_statement_prepares() {
    let dir = tempfile::tempdir().unwrap();
    let cache = Cache::open(dir.path()).unwrap().cache;
    let records = [
        records::statements(),
        conversations::statements(),
        [activities::SQL, finder::SQL, fresh::SQL, furniture::SQL, search::SQL, twins::SQL].concat(),
    ]
    .concat();
    let tickets = tickets::statements();
    let words = [outbox::statements(), [drafts::SQL, forms::SQL, salvage::SQL].concat()].concat();
    let all = records.iter().copied().chain(tickets.iter().map(String::as_str)).map(|sql| (&cache.db, sql));
    let mut count = 0;
    for (base, sql) in all.chain(words.iter().map(|sql| (&cache.words, *sql))) {
        base.run(|conn| conn.prepare(sql).map(|_| ())).unwrap_or_else(|error| panic!("{error}\n{sql}"));
        count += 1;
    }
    assert!(count > 90, "{count} statements");
}

/// What a screen asks takes as long for a list of 100 000 as for one of ten. Left to itself, SQLite rather walks through a
/// whole module than sort a handful of rows.
#[test]
fn no_statement_of_a_screen_walks_through_a_whole_table() {
    let dir = tempfile::tempdir().unwrap();
    let cache = Cache::open(dir.path()).unwrap().cache;
    // (The finder does, once: that is what it is for.)
    let records = [
        records::statements(),
        conversations::statements(),
        [activities::SQL, fresh::SQL, furniture::SQL, search::SQL, twins::SQL].concat(),
    ]
    .concat();
    let tickets = tickets::statements();
    let mut steps = 0;
    for sql in records.iter().copied().chain(tickets.iter().map(String::as_str)) {
        for step in plan(&cache, sql) {
            let walks = ["record", "record_body", "twin", "entry", "said", "activities", "ticket"]
                .iter()
                .any(|table| step == format!("SCAN {table}"))
                || step.ends_with("(module=?)") && !step.contains("COVERING");
            assert!(!walks, "{step}\n{sql}");
            steps += 1;
        }
    }
    assert!(steps > 100, "{steps} steps");
}

/// What SQLite would do for a statement.
fn plan(cache: &Cache, sql: &str) -> Vec<String> {
    let planned = cache.db.run(|conn| {
        let mut plan = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
        let nothing = vec![rusqlite::types::Null; plan.parameter_count()];
        plan.query_map(rusqlite::params_from_iter(nothing), |row| row.get(3))?.collect()
    });
    planned.unwrap_or_else(|error| panic!("{error}\n{sql}"))
}
