//! `docs/api-coverage.md`: for each operation that Zoho publishes, whether the sandbox serves it, whether the client calls
//! it, whether answers and requests are held against the published schema, and where they differ on purpose. Made of what
//! the sandbox and the client do, not of what they say: `UPDATE_DOCS=1 cargo test coverage` writes it anew, with Zoho's
//! files at hand.

mod called;
mod served;
mod stale;
mod table;

pub(crate) use served::by_the_sandbox;

use crate::published::Service;
use crate::published::operation::operations;

#[tokio::test]
async fn the_table_is_current() {
    let Some(operations) = operations() else {
        eprintln!("skipped: Zoho's OpenAPI files are not at hand (set ZOHO_SCHEMAS)");
        return;
    };
    let served = by_the_sandbox(&operations).await;
    let called = called::by_the_client(&operations).await;
    let desk = crate::sandbox::desk::walk::checked().await.into_iter().map(|name| (Service::Desk, name));
    let bigin = crate::sandbox::bigin::walk::checked().await.into_iter().map(|name| (Service::Bigin, name));
    let known = table::Known { served, called, checked: desk.chain(bigin).collect() };
    crate::docs::is_current("docs/api-coverage.md", &table::page(&operations, &known));
}
