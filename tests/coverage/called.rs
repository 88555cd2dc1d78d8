//! What the client calls: it is made to call everything it can.

use std::collections::BTreeSet;

use serde_json::json;
use wiremock::{Mock, matchers::any};

use crate::client::{ask_everything, connect, ok, server};
use crate::published::operation::meant;
use crate::published::{Operation, Service};

/// The operations that some function of the client asks for.
pub async fn by_the_client(operations: &[Operation]) -> BTreeSet<Operation> {
    let server = server().await;
    Mock::given(any()).respond_with(ok(json!({"id": "1", "data": []}))).mount(&server).await;
    ask_everything(&connect(&server)).await;
    let requests = server.received_requests().await.expect("recorded");
    let called = requests.iter().filter_map(|request| {
        let path = request.url.path();
        let service = [Service::Bigin, Service::Desk].into_iter().find(|one| path.starts_with(one.base()))?;
        meant(operations, service, request.method.as_str(), &path[service.base().len()..])
    });
    called.cloned().collect()
}
