//! A service restored from a backup has forgotten what came later; the other has not.

use balcao::sandbox::options::Options;
use reqwest::Method;
use serde_json::json;

use super::client::{Stand, open_with, read};

#[tokio::test]
async fn bigin_goes_back_and_desk_does_not() {
    let directory = tempfile::tempdir().expect("a directory");
    let options = Options { data: Some(directory.path().to_owned()), ..Options::default() };
    let stand = open_with(options.clone()).await;
    let old = stand.create("Contacts", json!({ "Last_Name": "Old" })).await;
    let gone = stand.create("Contacts", json!({ "Last_Name": "Gone" })).await;
    let taken = stand.control("backups", &json!({ "service": "bigin", "name": "monday" })).await.body;
    assert!(taken["records"].as_u64().is_some_and(|records| records > 100), "{taken}");

    let new = stand.create("Contacts", json!({ "Last_Name": "New" })).await;
    let change = json!({ "data": [{ "Last_Name": "Changed" }] });
    stand.send(Method::PUT, &format!("/bigin/v2/Contacts/{old}"), &change).await;
    stand.delete(&format!("/bigin/v2/Contacts/{gone}")).await;
    let letter = json!({ "kind": "email", "from": "z@kunde.example", "subject": "Zzq", "body": "Oi" });
    let ticket = stand.control("inbound", &letter).await.body["ticket"].as_str().expect("an id").to_owned();

    let restored = stand.control("backups/monday/restore", &json!({})).await.body;
    assert!(restored["changed"].as_u64().is_some_and(|changed| changed >= 3), "{restored}");
    let (http, token) = (stand.http.clone(), stand.token.clone());
    let check = async |stand: &Stand| {
        let of = async |id: &str| stand.get(&format!("/bigin/v2/Contacts/{id}")).await;
        assert_eq!(of(&old).await.body["data"][0]["Last_Name"], "Old");
        assert_eq!(of(&gone).await.body["data"][0]["Last_Name"], "Gone");
        assert_eq!(of(&new).await.status, 204);
        assert_eq!(stand.get(&format!("/api/v1/tickets/{ticket}")).await.status, 200);
    };
    check(&stand).await;
    let newer = stand.create("Contacts", json!({ "Last_Name": "Newer" })).await;
    assert!(newer != new, "an id is given once");
    stand.sandbox.shutdown().await;
    let sandbox = balcao::sandbox::server::start(options).await.expect("it starts again");
    let again = Stand { sandbox, http, token };
    check(&again).await;
}

#[tokio::test]
async fn a_token_that_is_younger_than_the_backup_is_forgotten() {
    let stand = super::client::open().await;
    stand.control("backups", &json!({ "service": "accounts" })).await;
    let younger = stand.token_of(0).await;
    assert_eq!(read(stand.request_as(&younger, Method::GET, "/bigin/v2/users")).await.status, 200);
    stand.control("backups/accounts/restore", &json!({})).await;
    assert_eq!(read(stand.request_as(&younger, Method::GET, "/bigin/v2/users")).await.status, 401);
    assert_eq!(stand.get("/bigin/v2/users").await.status, 200);
    let list = format!("{}/_sandbox/backups", stand.sandbox.base_url);
    assert_eq!(read(stand.http.get(&list)).await.body["backups"][0]["name"], "accounts");
    assert_eq!(read(stand.http.delete(format!("{list}/accounts"))).await.status, 204);
    assert_eq!(read(stand.http.post(format!("{list}/accounts/restore"))).await.status, 404);
}
