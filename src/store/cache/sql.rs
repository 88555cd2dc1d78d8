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
