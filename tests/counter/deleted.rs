//! What is deleted at the service leaves the cache.

use balcao::counter::{Error, fetch};
use balcao::model::{ContactId, Module, TicketQuery, TicketScope};
use serde_json::json;

use super::{Counter, now};
use crate::sandbox::client::read;

async fn contacts(counter: &Counter) -> usize {
    counter.ask(|cache| cache.record_rows(Module::Contacts, "", 0, 1, now()).unwrap().total).await
}

#[tokio::test]
async fn a_deleted_contact_leaves_the_list_with_the_next_look() {
    let counter = Counter::open().await;
    let id = counter.stand.create("Contacts", json!({ "Last_Name": "Passageira" })).await;
    fetch::module(&counter.services, Module::Contacts, now(), || {}).await.unwrap();
    let before = contacts(&counter).await;
    let quiet = fetch::module(&counter.services, Module::Contacts, now(), || {}).await.unwrap();
    counter.stand.delete(&format!("/bigin/v2/Contacts/{id}")).await;
    assert!(fetch::module(&counter.services, Module::Contacts, now(), || {}).await.unwrap(), "it changed");
    assert_eq!(contacts(&counter).await, before - 1);
    let id = ContactId::new(id);
    assert_eq!(counter.ask(move |cache| cache.contact(&id).unwrap()).await, None);
    // The new contact was within the overlap of both looks; what was deleted is told once.
    let again = fetch::module(&counter.services, Module::Contacts, now(), || {}).await.unwrap();
    assert_eq!((quiet, again), (true, false));
    assert_eq!(
        counter.calls("/bigin/v2/Contacts/deleted").await,
        3,
        "one cheap call a look, none the first time"
    );
}

#[tokio::test]
async fn a_deleted_company_takes_its_people_along() {
    let counter = Counter::open().await;
    let company = counter.stand.create("Accounts", json!({ "Account_Name": "Efêmera Ltda" })).await;
    let of = json!({ "Last_Name": "Sócia", "Account_Name": { "id": company } });
    counter.stand.create("Contacts", of).await;
    for module in [Module::Contacts, Module::Companies] {
        fetch::module(&counter.services, module, now(), || {}).await.unwrap();
    }
    let before = contacts(&counter).await;
    counter.stand.delete(&format!("/bigin/v2/Accounts/{company}")).await;
    for module in [Module::Contacts, Module::Companies] {
        fetch::module(&counter.services, module, now(), || {}).await.unwrap();
    }
    assert_eq!(contacts(&counter).await, before - 1);
}

#[tokio::test]
async fn where_bigin_does_not_say_the_whole_list_is_compared() {
    let counter = Counter::open().await;
    let id = counter.stand.create("Contacts", json!({ "Last_Name": "Passageira" })).await;
    fetch::module(&counter.services, Module::Contacts, now(), || {}).await.unwrap();
    let before = contacts(&counter).await;
    counter.stand.delete(&format!("/bigin/v2/Contacts/{id}")).await;
    // A clock that went back says nothing about what happened since.
    let back = json!({ "advance_seconds": -86_400 });
    counter.stand.send(reqwest::Method::POST, "/_sandbox/clock", &back).await;
    fetch::module(&counter.services, Module::Contacts, now(), || {}).await.unwrap();
    assert_eq!(counter.calls("/bigin/v2/Contacts/deleted").await, 0);
    assert_eq!(contacts(&counter).await, before - 1);
}

#[tokio::test]
async fn a_ticket_in_the_bin_leaves_the_lists_and_its_page_says_so() {
    let counter = Counter::open().await;
    let scope = TicketScope::Unassigned;
    fetch::furniture(&counter.services, now(), || {}).await.unwrap();
    fetch::queue(&counter.services, &scope, now(), || {}).await.unwrap();
    let query =
        TicketQuery { scope: scope.clone(), department: None, text: String::new(), meant: Vec::new() };
    let asked = query.clone();
    let before = counter.ask(move |cache| cache.tickets(&asked, now(), 0, 50).unwrap()).await;
    let gone = before.rows[0].id.clone();
    let body = json!({ "ticketIds": [gone.as_str()] });
    let admin = counter.stand.token_of(1).await;
    let post = reqwest::Method::POST;
    let call = counter.stand.request_as(&admin, post, "/api/v1/tickets/moveToTrash").json(&body);
    let answer = read(call).await;
    assert_eq!(answer.status, 204, "{}", answer.text);
    fetch::queue(&counter.services, &scope, now(), || {}).await.unwrap();
    let after = counter.ask(move |cache| cache.tickets(&query, now(), 0, 50).unwrap()).await;
    assert_eq!(after.total, before.total - 1);
    let error = fetch::conversation(&counter.services, &gone, now(), || {}).await.unwrap_err();
    assert!(matches!(error, Error::TicketGone), "{error:?}");
    assert_eq!(counter.ask(move |cache| cache.ticket(&gone).unwrap()).await, None);
}
