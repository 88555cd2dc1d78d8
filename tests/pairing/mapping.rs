//! A mapping that changes.

use balcao::pairing::Way;
use balcao::sync::mapping::file::{DEFAULT, read as read_mapping};
use serde_json::json;

use super::{
    checker::{differences, read},
    load::TWINS,
    stand::open,
};

const MARINA: &str = "marina@zelo.example";

const LIFECYCLE: &str = "\n[[contact.field]]\nid = 14\nbigin = \"Lifecycle\"\ndesk = \"cf_lifecycle\"\nflow = \"to-desk\"\n\
    values = { \"Lead\" = \"Lead\", \"Trial\" = \"Trial\", \"Customer\" = \"Customer\", \"Former customer\" = \"Former customer\" }\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_field_that_is_added_is_read_everywhere_and_travels() {
    let pair = open().await;
    pair.run(Way::Both).await;
    let both = read(&pair).await;
    let (here, there) = (both.bigin.person(MARINA).id.clone(), both.desk.person(MARINA).id.clone());
    pair.edit_bigin("Contacts", &here, json!({ "Lifecycle": "Trial" })).await;
    pair.edit_desk("contacts", &there, json!({ "cf": { "cf_lifecycle": "Lead" } })).await;
    pair.run(Way::Both).await;
    let lifecycle = async |pair: &super::stand::Pair| {
        let body = pair.stand.get(&format!("/api/v1/contacts/{there}")).await.body;
        body["cf"]["cf_lifecycle"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(lifecycle(&pair).await, "Lead", "it is not mapped");
    let text = format!("{DEFAULT}{LIFECYCLE}");
    let mut pairing = pair.pairing();
    assert_eq!(pairing.apply(&text, read_mapping(&text).unwrap()).unwrap(), 2);
    drop(pairing);
    pair.run(Way::Both).await;
    assert_eq!(lifecycle(&pair).await, "Trial");
    assert_eq!(differences(&read(&pair).await, TWINS), Vec::<String>::new());
    pair.clear_log().await;
    pair.run(Way::Both).await;
    assert_eq!(pair.writes(), 0);
    // And back to the mapping of before: nothing is undone, and the field is left alone again.
    let mut pairing = pair.pairing();
    let (revision, before) = pairing.earlier(None).unwrap();
    assert_eq!(revision, 1);
    pairing.apply(&before, read_mapping(&before).unwrap()).unwrap();
    drop(pairing);
    pair.edit_bigin("Contacts", &here, json!({ "Lifecycle": "Customer" })).await;
    pair.run(Way::Both).await;
    assert_eq!(lifecycle(&pair).await, "Trial");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_paused_goes_on_where_it_was() {
    let pair = open().await;
    pair.run(Way::Both).await;
    let both = read(&pair).await;
    pair.edit_bigin("Contacts", &both.bigin.person(MARINA).id, json!({ "Title": "while paused" })).await;
    pair.run(Way::None).await;
    assert_ne!(read(&pair).await.desk.person(MARINA).get("Title"), "while paused");
    let ran = pair.run(Way::Both).await;
    assert_eq!(
        ran.report.counts.created.desk + ran.report.counts.created.bigin,
        0,
        "{:?}",
        ran.report.counts
    );
    let after = read(&pair).await;
    assert_eq!(after.desk.person(MARINA).get("Title"), "while paused");
    assert_eq!(differences(&after, TWINS), Vec::<String>::new());
}
