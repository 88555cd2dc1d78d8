//! Merging, splitting, twins, ties, comments and history of people.

use reqwest::Method;
use serde_json::{Value, json};

use super::stage::{Stage, faults, id};

#[tokio::test]
async fn tickets_are_merged_into_one() {
    let stage = Stage::open().await;
    let one = stage.ticket(json!({"priority": "Low"})).await;
    let two = stage.ticket(json!({"subject": "Smoke", "priority": "High"})).await;
    stage.post(&format!("/tickets/{}/comments", id(&two)), &json!({"content": "hm"})).await;
    let path = format!("/tickets/{}/merge", id(&one));
    let bad = json!({"ids": [id(&two)], "source": {"subject": "1", "nonsense": id(&two)}});
    let answer = stage.post(&path, &bad).await;
    assert_eq!(faults(&answer), ["/source/nonsense invalid", "/source/subject invalid"]);
    assert_eq!(stage.again(&two).await["subject"], "Smoke", "nothing was done");
    let answer = stage.post(&path, &json!({"ids": [id(&two)], "source": {"subject": id(&two)}})).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!((&answer.body["subject"], &answer.body["priority"]), (&json!("Smoke"), &json!("Low")));
    assert_eq!((&answer.body["threadCount"], &answer.body["commentCount"]), (&json!("2"), &json!("1")));
    assert_eq!(stage.get(&format!("/tickets/{}", id(&two))).await.status, 404);
    let history = stage.rows(&format!("/tickets/{}/History", id(&one))).await;
    assert!(history.iter().any(|event| event["eventName"] == "TicketMergedMaster"));
}

#[tokio::test]
async fn a_message_is_split_off() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let thread = stage.reply(&ticket, json!({})).await.body;
    let split = stage.act(&format!("/tickets/{}/threads/{}/split", id(&ticket), id(&thread))).await;
    assert_eq!(split.status, 200, "{}", split.text);
    assert_ne!(split.body["ticketNumber"], ticket["ticketNumber"]);
    assert_eq!(split.body["threadCount"], "1");
    assert_eq!(stage.again(&ticket).await["threadCount"], "1");
    let rows = stage.rows(&format!("/tickets/{}/threads", id(&split.body))).await;
    assert_eq!(rows[0]["id"], thread["id"]);
    let first = stage.act(&format!("/tickets/{}/threads/{}/split", id(&split.body), id(&thread))).await;
    assert_eq!(first.status, 422, "the description stays");
}

#[tokio::test]
async fn contacts_and_accounts_are_merged_and_twins_found() {
    let stage = Stage::open().await;
    let made = |name: &'static str, email: &'static str| {
        let stage = &stage;
        async move { stage.post("/contacts", &json!({"lastName": name, "email": email})).await.body }
    };
    let (one, two) = (made("Twin", "a@twins.example").await, made("twin", "b@twins.example").await);
    let answer = stage.get("/groupContactDuplicateValues?fieldName=lastName&swFieldValue=twi").await;
    assert_eq!(
        answer.body["data"],
        json!([{"fieldValue": answer.body["data"][0]["fieldValue"], "count": 2}])
    );
    let groups = stage.rows("/groupContacts?fieldName=lastName&fieldValues=Twin&include=accounts").await;
    assert_eq!(groups[0]["contacts"].as_array().map(Vec::len), Some(2));
    assert_eq!(stage.get("/groupContacts?fieldName=shoe&fieldValues=9").await.status, 422);
    let path = format!("/contacts/{}/merge", id(&one));
    let merged = stage.post(&path, &json!({"ids": [id(&two)], "source": {"email": id(&two)}})).await;
    assert_eq!((merged.status.as_u16(), &merged.body["email"]), (200, &json!("b@twins.example")));
    assert_eq!(stage.get(&format!("/contacts/{}", id(&two))).await.status, 404);
    let account = |name: &'static str| {
        let stage = &stage;
        async move { stage.post("/accounts", &json!({"accountName": name})).await.body }
    };
    let (one, two) = (account("Acme Twin").await, account("ACME twin").await);
    let contact = stage.post("/contacts", &json!({"lastName": "Of two", "accountId": id(&two)})).await.body;
    let twins = stage.get("/groupAccountDuplicateValues?fieldName=accountName").await;
    assert!(twins.body["data"].as_array().is_some_and(|rows| rows.iter().any(|row| row["count"] == 2)));
    let merged = stage.post(&format!("/accounts/{}/merge", id(&one)), &json!({"ids": [id(&two)]})).await;
    assert_eq!(merged.status, 200, "{}", merged.text);
    let contact = stage.get(&format!("/contacts/{}", id(&contact))).await.body;
    assert_eq!(contact["accountId"], one["id"]);
}

#[tokio::test]
async fn a_contact_has_ties_to_accounts() {
    let stage = Stage::open().await;
    let mut accounts = Vec::new();
    for name in ["First Co", "Second Co"] {
        accounts.push(stage.post("/accounts", &json!({"accountName": name})).await.body);
    }
    let contact =
        stage.post("/contacts", &json!({"lastName": "Tied", "accountId": id(&accounts[0])})).await.body;
    let path = format!("/contacts/{}", id(&contact));
    let wish = json!({"data": [
        {"id": id(&accounts[1]), "isAccountTicketsViewable": true}, {"id": "1"}, {"id": id(&accounts[0])},
    ]});
    let answer = stage.post(&format!("{path}/associateAccounts"), &wish).await;
    let results: Vec<&Value> =
        answer.body["results"].as_array().unwrap().iter().map(|r| &r["success"]).collect();
    assert_eq!(results, [true, false, false]);
    let rows = stage.rows(&format!("{path}/accounts")).await;
    let second = &rows[1]["mappingInfo"];
    assert_eq!(
        (&second["mappingType"], &second["isAccountTicketsViewable"]),
        (&json!("SECONDARY"), &json!(true))
    );
    assert_eq!(stage.get(&path).await.body["accountCount"], "2");
    assert_eq!(stage.rows(&format!("/accounts/{}/contacts", id(&accounts[1]))).await.len(), 1);
    let mapping = format!("/accountContactMapping/{}", second["mappingId"].as_str().expect("an id"));
    assert_eq!(stage.patch(&mapping, &json!({"mappingType": "OTHER"})).await.status, 422);
    let changed = stage.patch(&mapping, &json!({"mappingType": "PRIMARY"})).await;
    assert_eq!(changed.body["data"]["mappingType"], "PRIMARY");
    assert_eq!(stage.get(&path).await.body["accountId"], accounts[1]["id"]);
    let answer = stage.post(&format!("{path}/dissociateAccounts"), &json!({"ids": [id(&accounts[1])]})).await;
    assert_eq!(answer.body["results"][0]["success"], true);
    assert_eq!(stage.get(&path).await.body["accountId"], accounts[0]["id"]);
}

#[tokio::test]
async fn people_have_comments_and_a_history() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let contact = format!("/contacts/{}", ticket["contactId"].as_str().expect("an id"));
    assert_eq!(stage.get(&format!("{contact}/comments")).await.status, 204);
    let made = stage.post(&format!("{contact}/comments"), &json!({"content": "a <b>"})).await.body;
    assert_eq!((&made["contentType"], &made["commenter"]["type"]), (&json!("plainText"), &json!("AGENT")));
    let one = format!("{contact}/comments/{}", id(&made));
    let put = stage.stand.send(Method::PUT, &format!("/api/v1{one}"), &json!({"content": "b"})).await;
    assert_eq!((put.status.as_u16(), &put.body["content"]), (200, &json!("b")));
    assert_eq!(stage.patch(&one, &json!({"content": "c"})).await.status, 405);
    assert_eq!(stage.rows(&format!("{contact}/comments")).await.len(), 1);
    assert_eq!(stage.delete(&one).await.status, 200);
    let rows = stage.rows(&format!("{contact}/history")).await;
    assert!(rows.iter().any(|row| row["operation"] == "TicketCreated" && row["ticketId"] == ticket["id"]));
    let account = stage.rows("/accounts?limit=1").await[0]["id"].as_str().expect("an id").to_owned();
    let answer = stage.post(&format!("/accounts/{account}/comments"), &json!({"content": ""})).await;
    assert_eq!(faults(&answer), ["/content missing"]);
}

#[tokio::test]
async fn what_is_not_served_is_not_found_and_faults_are_told_once() {
    let stage = Stage::open().await;
    for path in ["/contacts/deleteSpam", "/accounts/x/y", "/recycleBin/restoreAll", "/tickets/emptySpam"] {
        assert_eq!(stage.post(path, &json!({"ids": ["1"]})).await.status, 404, "{path}");
    }
    assert_eq!(faults(&stage.post("/contacts", &json!({"lastName": 5})).await), ["/lastName invalid"]);
    let long = "x".repeat(201);
    assert_eq!(faults(&stage.post("/contacts", &json!({"lastName": long})).await), ["/lastName invalid"]);
    let ticket = stage.ticket(json!({})).await;
    assert_eq!(faults(&stage.reply(&ticket, json!({"to": ["a@b.cc"]})).await), ["/to invalid"]);
    let many = json!({"ids": [id(&ticket)], "fieldName": "nope", "fieldValue": "x"});
    assert_eq!(faults(&stage.post("/tickets/updateMany", &many).await), ["/fieldName invalid"]);
}
