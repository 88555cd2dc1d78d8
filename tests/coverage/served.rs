//! What the sandbox serves: it is asked.

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::json;

use super::published::{Operation, Service};
use crate::sandbox::client::{Stand, open};

/// Asks for each operation with made-up ids: whatever is not served is answered as an unknown URL or method is.
pub async fn by_the_sandbox(operations: &[Operation]) -> BTreeSet<Operation> {
    let mut served = BTreeSet::new();
    // Removals last: what they remove others need.
    let order = |one: &&Operation| u8::from(one.method == "DELETE");
    let mut asked: Vec<_> = operations.iter().collect();
    asked.sort_by_key(order);
    let stand = open().await;
    for operation in asked {
        if is_served(&stand, operation).await {
            served.insert(operation.clone());
        }
    }
    served
}

async fn is_served(stand: &Stand, operation: &Operation) -> bool {
    let filled: Vec<_> = operation.path.split('/').map(|part| fill(operation.service, part)).collect();
    let path = format!("{}{}", operation.service.base(), filled.join("/"));
    let method: Method = operation.method.parse().expect("a method");
    let answer = match method {
        Method::GET => stand.get(&path).await,
        method => stand.send(method, &path, &json!({})).await,
    };
    let code = answer.body["errorCode"].as_str().or(answer.body["code"].as_str()).unwrap_or_default();
    let unknown = ["URL_NOT_FOUND", "INVALID_URL_PATTERN", "INVALID_REQUEST_METHOD", "INVALID_MODULE"];
    answer.status != 405 && !unknown.contains(&code)
}

fn fill(service: Service, part: &str) -> &str {
    match (service, part) {
        (Service::Bigin, "{module}" | "{moduleApiName}" | "{parentRecordModule}" | "{moduleIdentifier}") => {
            "Contacts"
        }
        (Service::Bigin, "{relatedList}") => "Notes",
        (_, part) if part.starts_with('{') => "7618134000000000001",
        (_, part) => part,
    }
}
