//! Webhooks: set up, told, signed, tried again, taken away.

use balcao::sandbox::desk::webhooks::Mishap;
use balcao::sandbox::options::Options;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use rsa::pkcs1v15::{Signature, VerifyingKey};
use rsa::sha2::Sha256;
use rsa::signature::Verifier;
use rsa::{BigUint, RsaPublicKey};
use serde_json::{Value, json};

use super::super::client::open_with;
use super::hook::Hook;
use super::stage::{Stage, faults, id};

/// A webhook at a hook.
async fn subscribe(stage: &Stage, hook: &Hook, subscriptions: Value) -> Value {
    let body = json!({"name": "flow", "url": hook.url, "subscriptions": subscriptions});
    let answer = stage.post("/webhooks", &body).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.body
}

#[tokio::test]
async fn it_is_set_up_once_its_address_answers() {
    let (stage, hook) = (Stage::open().await, Hook::open().await);
    assert_eq!(stage.get("/webhooks").await.status, 204);
    let made =
        subscribe(&stage, &hook, json!({"Ticket_Add": {"departmentIds": []}, "Contact_Add": null})).await;
    assert_eq!(made["type"], "CUSTOMER_WEBHOOK");
    assert_eq!((&made["isEnabled"], &made["subscriptions"]["Contact_Add"]), (&json!(true), &Value::Null));
    assert_eq!(hook.methods(), ["GET"]);
    assert_eq!(stage.rows("/webhooks").await, std::slice::from_ref(&made));
    let path = format!("/webhooks/{}", id(&made));
    let changed = stage.patch(&path, &json!({"name": "other", "isEnabled": false})).await;
    assert_eq!((changed.status.as_u16(), &changed.body["name"]), (200, &json!("other")));
    assert_eq!(changed.body["isEnabled"], false);
    hook.check_answers(404);
    assert_eq!(stage.patch(&path, &json!({"isEnabled": true})).await.status, 200);
    assert_eq!(hook.methods(), ["GET", "GET", "POST"], "POST is asked when GET fails");
    assert_eq!(stage.delete(&path).await.status, 200);
    assert_eq!(stage.get(&path).await.status, 404);
    for url in ["http://127.0.0.1:9/nobody", "https://example.com/hook"] {
        let body = json!({"name": "n", "url": url, "subscriptions": {"Contact_Add": null}});
        let answer = stage.post("/webhooks", &body).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.body["errorCode"]),
            (500, &json!("INTERNAL_SERVER_ERROR"))
        );
    }
    assert_eq!(stage.get("/webhooks").await.status, 204);
}

#[tokio::test]
async fn what_it_may_not_subscribe_to_is_refused() {
    let (stage, hook) = (Stage::open().await, Hook::open().await);
    let cases = [
        (json!({"Ticket_Overdue": null}), "/subscriptions/Ticket_Overdue invalid"),
        (json!({"Contact_Add": {}}), "/subscriptions/Contact_Add invalid"),
        (json!({"Ticket_Add": {"direction": "in"}}), "/subscriptions/Ticket_Add invalid"),
        (json!({"Ticket_Add": {"departmentIds": ["1"]}}), "/subscriptions/Ticket_Add invalid"),
        (json!({"Ticket_Thread_Add": {"direction": "up"}}), "/subscriptions/Ticket_Thread_Add invalid"),
        (
            json!({"Ticket_Update": {"fields": ["a", "b", "c", "d", "e", "f"]}}),
            "/subscriptions/Ticket_Update invalid",
        ),
    ];
    for (subscriptions, fault) in cases {
        let body = json!({"name": "flow", "url": hook.url, "subscriptions": subscriptions});
        let answer = stage.post("/webhooks", &body).await;
        assert_eq!((answer.status.as_u16(), faults(&answer)), (422, vec![fault.to_owned()]));
    }
    assert_eq!(hook.methods(), [""; 0], "nobody is asked for a bad body");
    let answer = stage.post("/webhooks", &json!({"description": "nothing"})).await;
    assert_eq!(faults(&answer), ["/name missing", "/url missing", "/subscriptions missing"]);
    for _ in 0..10 {
        subscribe(&stage, &hook, json!({"Contact_Add": null})).await;
    }
    let body = json!({"name": "flow", "url": hook.url, "subscriptions": {"Contact_Add": null}});
    let answer = stage.post("/webhooks", &body).await;
    assert_eq!((answer.status.as_u16(), &answer.body["errorCode"]), (403, &json!("LICENSE_ACCESS_LIMITED")));
    assert_eq!(answer.body["maxAllowedEntity"], 10);
}

#[tokio::test]
async fn events_come_filtered_and_in_order() {
    let (mut stage, hook) = (Stage::open().await, Hook::open().await);
    stage.sign_in("rui.prado@jatoba.example").await;
    let support = stage.department("Support").await;
    let subscriptions = json!({
        "Ticket_Add": {"departmentIds": [support]},
        "Ticket_Update": {"departmentIds": [support], "fields": ["status"], "includePrevState": true},
        "Ticket_Thread_Add": {"departmentIds": null, "direction": "out"},
        "Ticket_Comment_Add": {"departmentIds": null},
        "Ticket_Delete": null,
        "Contact_Add": null,
    });
    subscribe(&stage, &hook, subscriptions).await;
    let ticket = stage.ticket(json!({})).await;
    let path = format!("/tickets/{}", id(&ticket));
    assert_eq!(stage.patch(&path, &json!({"priority": "High"})).await.status, 200);
    assert_eq!(stage.patch(&path, &json!({"status": "Closed"})).await.status, 200);
    assert_eq!(stage.reply(&ticket, json!({})).await.status, 200);
    stage.post(&format!("{path}/comments"), &json!({"content": "hm"})).await;
    stage.post("/tickets/moveToTrash", &json!({"ticketIds": [id(&ticket)]})).await;
    let told = hook.wait(6).await;
    let kinds: Vec<&str> = told.iter().map(super::hook::Told::kind).collect();
    let wanted = ["Contact_Add", "Ticket_Add", "Ticket_Update", "Ticket_Thread_Add", "Ticket_Comment_Add"];
    assert_eq!(kinds[..5], wanted);
    assert_eq!(kinds[5], "Ticket_Delete");
    let update = told[2].event();
    assert_eq!(
        (&update["payload"]["status"], &update["prevState"]["status"]),
        (&json!("Closed"), &json!("Open"))
    );
    assert!(update["eventTime"].as_str().is_some_and(|time| time.parse::<i64>().is_ok()));
    assert_eq!(update["orgId"], stage.stand.sandbox.hello.org_id.as_str());
    assert_eq!(told[3].event()["payload"]["ticketId"], ticket["id"]);
    hook.quiet().await;
    assert_eq!(hook.events().len(), 6);
}

#[tokio::test]
async fn what_the_control_plane_lets_happen_is_told_too() {
    let (stage, hook) = (Stage::open().await, Hook::open().await);
    subscribe(&stage, &hook, json!({"Ticket_Thread_Add": {"direction": "in"}})).await;
    stage
        .inbound(json!({"kind": "email", "from": "eva@example.net", "subject": "Hi", "body": "there"}))
        .await;
    let told = hook.wait(1).await;
    assert_eq!(told[0].event()["payload"]["direction"], "in");
}

#[tokio::test]
async fn it_is_signed_with_the_key_of_the_page() {
    let (stage, hook) = (Stage::open().await, Hook::open().await);
    let made = subscribe(&stage, &hook, json!({"Contact_Add": null})).await;
    stage.post("/contacts", &json!({"lastName": "Roy"})).await;
    let told = hook.wait(1).await;
    let parts: Vec<&str> = told[0].token.split('.').collect();
    let read = |part: &str| BASE64_URL_SAFE_NO_PAD.decode(part).expect("base64url");
    let json = |part: &str| serde_json::from_slice::<Value>(&read(part)).expect("JSON");
    let (head, claims) = (json(parts[0]), json(parts[1]));
    assert_eq!(head["alg"], "RS256");
    assert_eq!(claims["iss"], format!("orgId:{}", stage.stand.sandbox.hello.org_id));
    assert_eq!(claims["aud"], format!("webhookId:{}", id(&made)));
    let url = format!("{}/.well-known/jwks.json", stage.stand.sandbox.base_url);
    let page: Value = reqwest::get(url).await.expect("a page").json().await.expect("JSON");
    let key = &page["keys"][0];
    assert_eq!(key["kid"], head["kid"]);
    let number = |name: &str| BigUint::from_bytes_be(&read(key[name].as_str().expect("a number")));
    let key = RsaPublicKey::new(number("n"), number("e")).expect("a key");
    let signature = Signature::try_from(read(parts[2]).as_slice()).expect("a signature");
    let said = format!("{}.{}", parts[0], parts[1]);
    let key = VerifyingKey::<Sha256>::new(key);
    key.verify(said.as_bytes(), &signature).expect("the signature is the key's");
    assert!(key.verify(b"something else", &signature).is_err());
}

#[tokio::test]
async fn a_failure_is_tried_again_and_410_ends_it() {
    let (stage, hook) = (Stage::open().await, Hook::open().await);
    subscribe(&stage, &hook, json!({"Contact_Add": null})).await;
    hook.answer(&[500]);
    for name in ["One", "Two"] {
        stage.post("/contacts", &json!({"lastName": name})).await;
    }
    hook.wait(1).await;
    hook.quiet().await;
    assert_eq!(hook.events().len(), 1, "the second waits behind the first");
    stage.wait(11);
    let told = hook.wait(3).await;
    let names: Vec<&Value> = told.iter().map(|told| &told.event()["payload"]["lastName"]).collect();
    assert_eq!(names, ["One", "One", "Two"]);
    hook.answer(&[410]);
    stage.post("/contacts", &json!({"lastName": "Three"})).await;
    hook.wait(4).await;
    hook.quiet().await;
    assert_eq!(stage.get("/webhooks").await.status, 204);
}

#[tokio::test]
async fn a_source_may_be_ignored() {
    let (stage, hook) = (Stage::open().await, Hook::open().await);
    let source = "0b8a4f0c-7d49-4e63-9d05-3f2b6a1c9e11";
    let body = json!({"name": "n", "url": hook.url, "subscriptions": {"Contact_Add": null}, "ignoreSourceId": source});
    assert_eq!(stage.post("/webhooks", &body).await.status, 200);
    let request = stage.stand.request(reqwest::Method::POST, "/api/v1/contacts").header("sourceId", source);
    assert_eq!(request.json(&json!({"lastName": "Mine"})).send().await.expect("an answer").status(), 200);
    stage.post("/contacts", &json!({"lastName": "Theirs"})).await;
    let told = hook.wait(1).await;
    assert_eq!(told[0].event()["payload"]["lastName"], "Theirs");
    stage.stand.send(reqwest::Method::PUT, "/_sandbox/switches", &json!({"refuse_source_id": true})).await;
    assert_eq!(faults(&stage.post("/webhooks", &body).await), ["/ignoreSourceId invalid"]);
}

#[tokio::test]
async fn mishaps_befall_deliveries() {
    let (stage, hook) = (Stage::open().await, Hook::open().await);
    subscribe(&stage, &hook, json!({"Contact_Add": null})).await;
    stage.stand.sandbox.shared.clock.freeze(true);
    let mut fates =
        vec![vec![Mishap::Reorder], vec![], vec![Mishap::Duplicate], vec![Mishap::Lose]].into_iter();
    stage.stand.sandbox.shared.post.decide(Box::new(move |_, _| fates.next().unwrap_or_default()));
    for name in ["One", "Two", "Three", "Four", "Five"] {
        stage.post("/contacts", &json!({"lastName": name})).await;
    }
    hook.wait(1).await;
    stage.wait(2);
    let told = hook.wait(5).await;
    let names: Vec<&Value> = told.iter().map(|told| &told.event()["payload"]["lastName"]).collect();
    assert_eq!(names, ["Two", "One", "Three", "Three", "Five"]);
}

#[tokio::test]
async fn what_was_not_told_is_told_after_a_restart() {
    let directory = tempfile::tempdir().expect("a directory");
    let options = Options { data: Some(directory.path().to_owned()), ..Options::default() };
    let (stage, hook) = (Stage { stand: open_with(options.clone()).await }, Hook::open().await);
    subscribe(&stage, &hook, json!({"Contact_Add": null})).await;
    hook.answer(&[500]);
    stage.post("/contacts", &json!({"lastName": "Kept"})).await;
    hook.wait(1).await;
    hook.quiet().await;
    stage.stand.sandbox.shutdown().await;
    let stage = Stage { stand: open_with(options).await };
    assert_eq!(stage.rows("/webhooks").await.len(), 1);
    stage.wait(11);
    let told = hook.wait(2).await;
    assert_eq!(told[1].event()["payload"]["lastName"], "Kept");
}
