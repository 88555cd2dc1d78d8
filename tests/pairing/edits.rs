//! People work on both sides.

use balcao::pairing::{Way, show};
use reqwest::Method;
use serde_json::json;

use super::{
    checker::{Both, differences, read},
    load::TWINS,
    stand::{Pair, open},
};

const MARINA: &str = "marina@zelo.example";

async fn loaded() -> (Pair, Both) {
    let pair = open().await;
    pair.run(Way::Both).await;
    // Times are whole seconds, and an edit of the second of our own write is confirmed by one more read.
    let both = read(&pair).await;
    (pair, both)
}

#[tokio::test(flavor = "multi_thread")]
async fn edits_travel_both_ways_at_once_and_one_call_each() {
    let (pair, both) = loaded().await;
    let people: Vec<_> = both
        .bigin
        .people
        .iter()
        .filter(|row| !TWINS.contains(&row.get("Email")) && !row.get("Email").is_empty())
        .collect();
    for (at, row) in people.iter().take(20).enumerate() {
        let there = both.desk.person(row.get("Email"));
        if at % 2 == 0 {
            pair.edit_bigin("Contacts", &row.id, json!({ "Title": format!("Bigin {at}") })).await;
        }
        // Of some people both sides are changed, in different fields.
        if at % 2 == 1 || at % 4 == 0 {
            pair.edit_desk("contacts", &there.id, json!({ "city": format!("Desk {at}") })).await;
        }
    }
    let company = both.bigin.company("Trama Têxtil");
    pair.edit_bigin("Accounts", &company.id, json!({ "Website": "https://new.trama.example/" })).await;
    let new = pair
        .stand
        .create(
            "Contacts",
            json!({ "Last_Name": "Novato", "Email": "novato@trama.example",
        "Account_Name": { "id": company.id } }),
        )
        .await;
    pair.create_desk("contacts", json!({ "lastName": "Newcomer", "email": "newcomer@trama.example" })).await;
    pair.clear_log().await;
    let ran = pair.run(Way::Both).await;
    let after = read(&pair).await;
    assert_eq!(differences(&after, TWINS), Vec::<String>::new());
    assert_eq!(after.desk.person(people[0].get("Email")).get("Title"), "Bigin 0");
    assert_eq!(after.bigin.person(people[0].get("Email")).get("Mailing_City"), "Desk 0");
    assert_eq!(after.desk.person("novato@trama.example").company, "Trama Têxtil");
    assert_eq!(after.bigin.person("novato@trama.example").id, new);
    let counts = ran.report.counts;
    assert_eq!((counts.created.bigin, counts.created.desk), (1, 1), "{counts:?}");
    assert_eq!((counts.updated.bigin, counts.updated.desk), (15, 11), "{counts:?}");
    pair.clear_log().await;
    pair.run(Way::Both).await;
    assert_eq!(pair.writes(), 0, "nothing comes back as an echo");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_emptied_on_one_side_is_emptied_on_the_other() {
    let (pair, both) = loaded().await;
    let (here, there) = (both.bigin.person(MARINA), both.desk.person(MARINA));
    pair.edit_bigin("Contacts", &here.id, json!({ "Title": null })).await;
    pair.edit_desk("contacts", &there.id, json!({ "mobile": "" })).await;
    pair.run(Way::Both).await;
    let after = read(&pair).await;
    assert_eq!((after.desk.person(MARINA).get("Title"), after.bigin.person(MARINA).get("Mobile")), ("", ""));
    assert_eq!(differences(&after, TWINS), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conflict_has_one_outcome_and_the_loser_stands_in_the_history() {
    let (pair, both) = loaded().await;
    let (here, there) = (both.bigin.person(MARINA), both.desk.person(MARINA));
    pair.edit_desk("contacts", &there.id, json!({ "title": "said in Desk" })).await;
    pair.edit_bigin("Contacts", &here.id, json!({ "Title": "said in Bigin" })).await;
    let ran = pair.run(Way::Both).await;
    assert_eq!(ran.report.counts.conflicts, 1);
    drop(ran);
    let after = read(&pair).await;
    // Within the second nobody can say which was later; then it is Bigin's.
    assert_eq!(after.desk.person(MARINA).get("Title"), "said in Bigin");
    let pairing = pair.pairing();
    let found = show::find(&pairing, MARINA).unwrap();
    let account = &show::explain(&pairing, &found, 50).unwrap()[0];
    let told = format!("{:?}", account.lines);
    assert!(told.contains("said in Desk") && told.contains("said in Bigin"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deletion_marks_the_partner_and_touches_nobody() {
    let (pair, both) = loaded().await;
    let here = both.bigin.person(MARINA).id.clone();
    pair.stand.delete(&format!("/bigin/v2/Contacts/{here}")).await;
    let other = both.desk.people.iter().find(|row| row.get("Email").starts_with("bianca")).unwrap();
    pair.trash_desk("contacts", &[&other.id]).await;
    pair.clear_log().await;
    let ran = pair.run(Way::Both).await;
    assert_eq!(ran.report.counts.gone, 2, "{:?}", ran.report.counts);
    assert_eq!(pair.writes(), 0);
    drop(ran);
    let status = show::status(&pair.pairing(), false).unwrap();
    let deleted: Vec<_> = status.items.iter().filter(|item| item.list == show::List::Deleted).collect();
    assert_eq!(deleted.len(), 2, "{:?}", status.items);
    // An edit of the survivor makes nobody new.
    let there = both.desk.person(MARINA).id.clone();
    pair.edit_desk("contacts", &there, json!({ "title": "still here" })).await;
    pair.clear_log().await;
    pair.run(Way::Both).await;
    assert_eq!(pair.writes(), 0);
    // Back out of the bin, the two are kept equal again.
    let answer =
        pair.stand.send(Method::POST, "/api/v1/recycleBin/restore", &json!({ "ids": [other.id] })).await;
    assert!(answer.status.is_success(), "{}", answer.text);
    pair.edit_desk("contacts", &other.id, json!({ "title": "back" })).await;
    let back = pair.run(Way::Both).await;
    assert_eq!(back.report.counts.back, 1, "{:?}", back.report.counts);
    assert_eq!(read(&pair).await.bigin.person(other.get("Email")).get("Title"), "back");
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_deletions_stop_and_ask() {
    let (pair, both) = loaded().await;
    let ids: Vec<&str> = both.desk.people.iter().take(14).map(|row| row.id.as_str()).collect();
    pair.trash_desk("contacts", &ids).await;
    pair.stand.create("Contacts", json!({ "Last_Name": "Waits", "Email": "waits@brake.example" })).await;
    let ran = pair.run(Way::Both).await;
    assert_eq!(ran.report.counts.created.desk, 0, "{:?}", ran.report.counts);
    let before = ran.report.counts.gone;
    assert!(before <= 10, "{before}");
    let pairing = pair.pairing();
    assert!(show::status(&pairing, false).unwrap().braked);
    drop(ran);
    pairing.ledger.wish(&balcao::sync::engine::Command::ReleaseBrake).unwrap();
    drop(pairing);
    let then = pair.run(Way::Both).await;
    assert_eq!(
        (before + then.report.counts.gone, then.report.counts.created.desk),
        (14, 1),
        "{:?}",
        then.report.counts
    );
    assert!(!show::status(&pair.pairing(), false).unwrap().braked);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_service_refuses_rests_with_its_words_until_it_is_mended() {
    let pair = open().await;
    // Bigin has a choice that Desk has not.
    let line = "\n[[contact.field]]\nid = 14\nbigin = \"Lifecycle\"\ndesk = \"cf_lifecycle\"\n";
    std::fs::write(pair.place().mapping, balcao::sync::mapping::file::DEFAULT.to_owned() + line).unwrap();
    pair.run(Way::Both).await;
    let here = read(&pair).await.bigin.person(MARINA).id.clone();
    pair.edit_bigin("Contacts", &here, json!({ "Lifecycle": "Partner", "Mailing_City": "Olinda" })).await;
    pair.run(Way::Both).await;
    let status = show::status(&pair.pairing(), false).unwrap();
    let failing: Vec<_> = status.items.iter().filter(|item| item.list == show::List::Failing).collect();
    assert_eq!(failing.len(), 1, "{:?}", status.items);
    let (_, words) = failing[0].words.as_ref().unwrap();
    assert!(words.contains("INVALID_DATA") && words.contains("cf_lifecycle"), "{words}");
    pair.clear_log().await;
    pair.run(Way::Both).await;
    assert_eq!(pair.writes(), 0, "it is not tried again and again");
    pair.edit_bigin("Contacts", &here, json!({ "Lifecycle": "Customer" })).await;
    pair.run(Way::Both).await;
    let both = read(&pair).await;
    assert_eq!(both.desk.person(MARINA).get("Mailing_City"), "Olinda");
    assert_eq!(differences(&both, TWINS), Vec::<String>::new());
}
