use super::*;
use crate::sync::mapping::Mapping;

fn steps(sql: &str) -> Vec<String> {
    let ledger = SqliteLedger::fleeting(&Mapping::new(1)).unwrap();
    let mut plan = ledger.conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let steps = plan.query_map([], |row| row.get::<_, String>(3)).unwrap();
    steps.map(Result::unwrap).collect()
}

/// Whether every table is looked into by an index alone, without its rows; `SEARCH` of `seen` may look at `live`.
fn walks_no_body(sql: &str) {
    let steps = steps(sql);
    for step in steps.iter().filter(|step| step.starts_with("SCAN link") || step.starts_with("SEARCH link")) {
        let by_number = step.contains("INTEGER PRIMARY KEY");
        assert!(
            step.contains("COVERING INDEX") || by_number || step.contains("INDEX link_"),
            "{sql}: {steps:?}"
        );
    }
    assert!(
        !steps.iter().any(|step| step == "SCAN link" || step == "SCAN seen" || step == "SCAN parked"),
        "{sql}: {steps:?}"
    );
}

#[test]
fn lists_are_counted_and_cut_by_indexes() {
    for shelf in [Shelf::Well, Shelf::Conflict, Shelf::Refused, Shelf::Gone, Shelf::Apart, Shelf::Out] {
        walks_no_body(&format!("SELECT count(*) FROM ({})", shelf.ids()));
        walks_no_body(&format!("{} ORDER BY id LIMIT 200 OFFSET 100000", shelf.ids()));
    }
    walks_no_body("SELECT count(*) FROM parked WHERE refused = 1");
    walks_no_body(concat!("SELECT count(*) ", out_alone!()));
}

#[test]
fn the_many_that_agree_are_counted_in_an_index_without_their_bodies() {
    for shelf in [Shelf::Well, Shelf::Conflict, Shelf::Refused, Shelf::Gone, Shelf::Apart, Shelf::Out] {
        let steps = steps(&format!("{} ORDER BY id LIMIT 200 OFFSET 100000", shelf.ids()));
        let covered = |step: &&String| step.starts_with("SEARCH link USING COVERING INDEX");
        assert!(steps.first().as_ref().is_some_and(covered), "{shelf:?}: {steps:?}");
        assert!(!steps.iter().any(|step| step.contains("ORDER BY")), "{shelf:?} is sorted anew: {steps:?}");
    }
}

#[test]
fn the_journal_of_a_record_is_found_by_an_index() {
    for (sql, index) in [
        (
            "SELECT seq, body FROM journal WHERE link = 3 AND seq > 0 ORDER BY seq DESC LIMIT 9",
            "journal_link",
        ),
        (
            "SELECT seq, body FROM journal WHERE link IS NULL AND json_extract(body, '$.record') = 3
                AND seq > 0 ORDER BY seq DESC LIMIT 9",
            "journal_alone",
        ),
    ] {
        let steps = steps(sql);
        assert!(steps[0].starts_with("SEARCH journal USING INDEX") && steps[0].contains(index), "{steps:?}");
    }
}
