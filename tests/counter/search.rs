//! Desk is searched for what was never read here.

use balcao::counter::fetch;

use super::Counter;

#[tokio::test]
async fn what_desk_finds_is_in_the_cache_afterwards() {
    let counter = Counter::open().await;
    let ticket = counter.services.zoho.desk.tickets(&Default::default()).await.unwrap().rows.remove(7);
    let word = ticket.subject.split_whitespace().max_by_key(|word| word.len()).unwrap().to_owned();
    let found = fetch::search(&counter.services, &format!("{word}, *$")).await.unwrap();
    assert!(found.iter().any(|one| one.id == ticket.id), "{word}: {found:?}");
    let id = ticket.id.clone();
    assert!(counter.ask(move |cache| cache.ticket(&id).unwrap()).await.is_some());
    let before = counter.calls("/api/v1/tickets/search").await;
    assert!(fetch::search(&counter.services, "ab").await.unwrap().is_empty(), "Desk refuses two letters");
    assert_eq!(counter.calls("/api/v1/tickets/search").await, before);
}
