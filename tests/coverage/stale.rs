//! A deviation that the files no longer contradict is none: it has to go from the table.

use serde_json::Value;

use crate::published::differs::Differs;
use crate::published::operation::operations;
use crate::published::{Files, Operation, Service, deviations, sheet};

/// The schemas of the good answers of an operation, and the statuses that it has.
fn good(operation: &Operation) -> (Vec<Value>, Vec<String>, bool) {
    let files = Files::of(operation.service).expect("an operation comes of the files");
    let (file, described) = operation.description();
    let (mut schemas, mut statuses, mut silent) = (Vec::new(), Vec::new(), false);
    for (status, response) in described["responses"].as_object().into_iter().flatten() {
        statuses.push(status.clone());
        let (file, response) = files.follow(&file, response.clone());
        let content = &response["content"]["application/json"]["schema"];
        if status.starts_with('2') && !content.is_null() {
            schemas.push(files.schema(&file, content.clone()));
        }
        silent |= status.starts_with('2') && content.is_null();
    }
    schemas.extend(sheet::schema(operation.service, &operation.name()));
    (schemas, statuses, silent)
}

/// Whether the files would refuse of this operation what is allowed to it.
fn is_needed(operation: &Operation, differs: Differs) -> bool {
    let (schemas, statuses, silent) = good(operation);
    match differs {
        Differs::Status(status) => !statuses.contains(&status.to_string()),
        Differs::Body => silent,
        Differs::Instead => sheet::schema(operation.service, &operation.name()).is_some(),
        Differs::Sends(_) => false,
        differs => schemas.into_iter().any(|mut schema| {
            let before = schema.clone();
            differs.allow(&mut schema);
            schema != before
        }),
    }
}

#[test]
fn every_deviation_of_the_table_is_one() {
    let Some(operations) = operations() else {
        eprintln!("skipped: Zoho's OpenAPI files are not at hand (set ZOHO_SCHEMAS)");
        return;
    };
    let mut stale = Vec::new();
    for service in [Service::Bigin, Service::Desk] {
        for (name, differs, _) in deviations::answers(service) {
            let own = operations
                .iter()
                .filter(|one| one.service == service && (*name == "*" || one.name() == *name));
            let own: Vec<_> = own.collect();
            if own.is_empty() {
                stale.push(format!("{service:?} {name} is in no file"));
            }
            for one in differs.iter().filter(|one| !own.iter().any(|operation| is_needed(operation, **one))) {
                stale.push(format!("{service:?} {name}: {one}"));
            }
        }
    }
    assert!(
        stale.is_empty(),
        "the files say so themselves; strike from tests/published/deviations:\n{}",
        stale.join("\n")
    );
}
