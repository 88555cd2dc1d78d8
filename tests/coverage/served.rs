//! What the sandbox serves: its table of routes says so for Desk, whose unknown records and unknown URLs are answered alike;
//! for Bigin it is asked.

use std::collections::BTreeSet;

use balcao::sandbox::desk;
use reqwest::Method;
use serde_json::json;

use crate::published::operation::meant;
use crate::published::{Operation, Service};
use crate::sandbox::client::{Stand, open};

/// What of these is served.
pub async fn by_the_sandbox(operations: &[Operation]) -> BTreeSet<Operation> {
    let routes =
        desk::operations().filter_map(|(method, path, _)| meant(operations, Service::Desk, method, path));
    let mut served: BTreeSet<_> = routes.cloned().collect();
    let stand = open().await;
    for operation in operations.iter().filter(|one| one.service == Service::Bigin) {
        if is_served(&stand, operation).await {
            served.insert(operation.clone());
        }
    }
    served
}

/// What the sandbox serves of Desk although it is not among these.
pub fn beside(operations: &[Operation]) -> impl Iterator<Item = String> {
    let unknown =
        |(method, path, _): &(&str, &str, &[&str])| meant(operations, Service::Desk, method, path).is_none();
    desk::operations().filter(unknown).map(|(method, path, _)| format!("{method} {path}"))
}

/// Asks with a made-up id: whatever is not served is answered as an unknown URL or method is.
async fn is_served(stand: &Stand, operation: &Operation) -> bool {
    let filled: Vec<_> = operation.path.split('/').map(fill).collect();
    let path = format!("{}{}", operation.service.base(), filled.join("/"));
    let method: Method = operation.method.parse().expect("a method");
    let answer = match method {
        Method::GET => stand.get(&path).await,
        method => stand.send(method, &path, &json!({})).await,
    };
    // `NOT_SUPPORTED` is what a list says that can be read and not written.
    let unknown = ["INVALID_URL_PATTERN", "INVALID_REQUEST_METHOD", "INVALID_MODULE", "NOT_SUPPORTED"];
    !unknown.contains(&answer.body["code"].as_str().unwrap_or_default())
}

fn fill(part: &str) -> &str {
    match part {
        "{module}" | "{moduleApiName}" | "{parentRecordModule}" | "{moduleIdentifier}" => "Contacts",
        "{relatedList}" => "Products",
        part if part.starts_with('{') => "7618134000000000001",
        part => part,
    }
}
