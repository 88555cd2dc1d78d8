//! The counts of the shelves: cheap, and the same as what stands on them.

use balcao::counter::fetch::{self, on_shelf};
use balcao::model::TicketScope;
use balcao::store::cache::Slot;

use super::{Counter, now};

#[tokio::test]
async fn what_desk_counts_is_what_the_shelves_hold() {
    let counter = Counter::open().await;
    let services = &counter.services;
    fetch::furniture(services, now(), || {}).await.unwrap();
    let me = counter.ask(|cache| cache.get(&Slot::ME).unwrap()).await.unwrap().0.agent.id;
    let mine = TicketScope::Mine(me.clone());
    let shelves = [mine, TicketScope::Unassigned, TicketScope::Overdue, TicketScope::AllOpen];
    let counts = async || {
        let shelves = shelves.clone();
        counter.ask(move |cache| shelves.map(|scope| on_shelf(cache, &scope, None, now()).unwrap())).await
    };
    assert_eq!(counts().await, [None; 4], "nothing is known, and nothing is said");
    fetch::totals(services, &me, now()).await.unwrap();
    assert_eq!(counter.calls("/api/v1/ticketsCountByFieldValues").await, 2);
    let told = counts().await;
    assert!(told[0] > Some(0) && told[1..3] == [None; 2] && told[3] > told[0], "{told:?}");
    for scope in &shelves {
        fetch::queue(services, scope, now(), || {}).await.unwrap();
    }
    let read = counts().await;
    assert_eq!([read[0], read[3]], [told[0], told[3]]);
    assert!(read[1] > Some(0) && read[2] > Some(0), "{read:?}");
}
