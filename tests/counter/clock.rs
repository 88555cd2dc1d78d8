//! What is overdue is so by the service's clock.

use balcao::counter::fetch;
use balcao::model::{TicketQuery, TicketScope};
use jiff::SignedDuration;
use serde_json::json;

use super::{Counter, now};

async fn overdue(counter: &Counter) -> u32 {
    let today = counter.services.zoho.time(now());
    let query =
        TicketQuery { scope: TicketScope::AllOpen, department: None, text: String::new(), meant: Vec::new() };
    counter.ask(move |cache| cache.counts(&query, today).unwrap().overdue).await
}

async fn look(counter: &Counter) {
    fetch::queue(&counter.services, &TicketScope::AllOpen, now(), || {}).await.unwrap();
}

#[tokio::test]
async fn a_service_whose_clock_moves_moves_what_is_overdue() {
    let counter = Counter::open().await;
    look(&counter).await;
    assert_eq!(counter.services.zoho.skew(), SignedDuration::ZERO);
    let before = overdue(&counter).await;
    let post = reqwest::Method::POST;
    counter.stand.send(post.clone(), "/_sandbox/clock", &json!({ "advance_seconds": 30 * 86_400 })).await;
    look(&counter).await;
    let month = counter.services.zoho.skew().as_hours();
    assert!((719..=720).contains(&month), "{month} hours ahead");
    assert!(overdue(&counter).await > before, "a month later more is overdue than {before}");
    counter.stand.send(post, "/_sandbox/clock", &json!({ "reset": true })).await;
    look(&counter).await;
    assert_eq!(counter.services.zoho.skew(), SignedDuration::ZERO);
    assert_eq!(overdue(&counter).await, before);
}
