//! The device flow, as the sheet has it: milliseconds first, seconds in the token.

use serde_json::{Value, json};

use super::client::{Stand, open, read};

async fn begin(stand: &Stand) -> Value {
    let hello = &stand.sandbox.hello;
    let form = [
        ("client_id", hello.client_id.as_str()),
        ("grant_type", "device_request"),
        ("scope", "Desk.tickets.READ,ZohoBigin.users.READ"),
        ("access_type", "offline"),
    ];
    let answer = read(stand.http.post(format!("{}/oauth/v3/device/code", hello.base_url)).form(&form)).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.body
}

async fn poll_at(stand: &Stand, base: &str, code: &Value) -> Value {
    let hello = &stand.sandbox.hello;
    let form = [
        ("client_id", hello.client_id.as_str()),
        ("client_secret", hello.client_secret.as_str()),
        ("grant_type", "device_token"),
        ("code", code.as_str().expect("a code")),
    ];
    let answer = read(stand.http.post(format!("{base}/oauth/v3/device/token")).query(&form)).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.body
}

async fn poll(stand: &Stand, code: &Value) -> Value {
    poll_at(stand, &stand.sandbox.base_url, code).await
}

#[tokio::test]
async fn a_device_waits_is_told_to_slow_down_and_gets_its_tokens() {
    let stand = open().await;
    stand.control("clock", &json!({ "freeze": true })).await;
    let codes = begin(&stand).await;
    assert_eq!((&codes["interval"], &codes["expires_in"]), (&json!(30_000), &json!(300_000)));
    let page = codes["verification_url"].as_str().expect("an address");
    assert!(page.ends_with("/oauth/v3/device"), "{page}");
    let complete = codes["verification_uri_complete"].as_str().expect("an address");
    assert!(complete.starts_with(page) && complete.contains("user_code="), "{complete}");

    let code = &codes["device_code"];
    assert_eq!(poll(&stand, code).await, json!({ "error": "authorization_pending" }));
    assert_eq!(poll(&stand, code).await, json!({ "error": "slow_down" }));
    stand.control("clock", &json!({ "advance_seconds": 30 })).await;
    assert_eq!(poll(&stand, code).await, json!({ "error": "authorization_pending" }));

    let shown = read(stand.http.get(complete)).await;
    assert!(
        shown.text.contains("Desk tickets: read") && shown.text.contains("Bigin users: read"),
        "{}",
        shown.text
    );
    let form = [("user_code", codes["user_code"].as_str().expect("a code")), ("decision", "accept")];
    assert_eq!(read(stand.http.post(page).form(&form)).await.status, 200);
    stand.control("clock", &json!({ "advance_seconds": 30 })).await;
    let given = poll(&stand, code).await;
    assert_eq!((&given["expires_in"], &given["token_type"]), (&json!(3600), &json!("Bearer")));
    let token = given["access_token"].as_str().expect("a token");
    let users = read(stand.request_as(token, reqwest::Method::GET, "/bigin/v2/users")).await;
    assert_eq!(users.status, 200, "{}", users.text);
    let refresh = given["refresh_token"].as_str().expect("offline was asked for");
    assert!(stand.refresh(refresh).await["access_token"].is_string());
    assert_eq!(poll(&stand, code).await, json!({ "error": "invalid_code" }), "once");
}

#[tokio::test]
async fn somebody_refuses_or_nobody_comes_in_time() {
    let stand = open().await;
    let refused = begin(&stand).await;
    // People leave hyphens out and do not mind the case.
    let typed = refused["user_code"].as_str().expect("a code").replace('-', "").to_lowercase();
    stand.control("accounts/device", &json!({ "user_code": typed, "accept": false })).await;
    assert_eq!(poll(&stand, &refused["device_code"]).await, json!({ "error": "access_denied" }));

    let late = begin(&stand).await;
    stand.control("clock", &json!({ "advance_seconds": 301 })).await;
    assert_eq!(poll(&stand, &late["device_code"]).await, json!({ "error": "expired" }));
    let page = late["verification_uri_complete"].as_str().expect("an address");
    assert!(read(stand.http.get(page)).await.text.contains("No device waits"));
}

#[tokio::test]
async fn a_person_of_another_data_centre_is_asked_for_there() {
    let stand = open().await;
    stand.switch("other_dc", true).await;
    let codes = begin(&stand).await;
    let yes = json!({ "user_code": codes["user_code"], "accept": true, "email": stand.sandbox.hello.agents[0].email });
    stand.control("accounts/device", &yes).await;
    let elsewhere = poll(&stand, &codes["device_code"]).await;
    assert_eq!(elsewhere, json!({ "error": "other_dc", "user_location": "eu" }));
    let info = stand.get("/oauth/serverinfo").await.body;
    let there = info["locations"]["eu"].as_str().expect("an address").to_owned();
    let given = poll_at(&stand, &there, &codes["device_code"]).await;
    assert_eq!(given["api_domain"], json!(there));
    let refresh = given["refresh_token"].as_str().expect("a token");
    assert_eq!(
        stand.refresh(refresh).await,
        json!({ "error": "invalid_code" }),
        "only its own data centre knows it"
    );
    let token = given["access_token"].as_str().expect("a token");
    for (path, code) in [("/api/v1/tickets?limit=1", "errorCode"), ("/bigin/v2/users", "code")] {
        let here = read(stand.request_as(token, reqwest::Method::GET, path)).await;
        let refusal = if code == "code" { "INVALID_TOKEN" } else { "INVALID_OAUTH" };
        assert_eq!((here.status.as_u16(), &here.body[code]), (401, &json!(refusal)), "{path}");
        let header = format!("Zoho-oauthtoken {token}");
        let there = stand.http.get(format!("{there}{path}")).header("Authorization", header);
        assert_eq!(read(there).await.status, 200, "{path}");
    }
    assert_eq!(stand.get("/api/v1/tickets?limit=1").await.status, 200, "given before there were two");
}

#[tokio::test]
async fn what_is_wrong_is_said_with_status_200() {
    let stand = open().await;
    let url = format!("{}/oauth/v3/device/code", stand.sandbox.base_url);
    let id = stand.sandbox.hello.client_id.as_str();
    for (client, grant, scope, error) in [
        ("1000.X", "device_request", "Desk.tickets.READ", "invalid_client"),
        (id, "device", "Desk.tickets.READ", "unsupported_grant_type"),
        (id, "device_request", "Desk.nonsense.READ", "invalid_scope"),
    ] {
        let form = [("client_id", client), ("grant_type", grant), ("scope", scope)];
        let answer = read(stand.http.post(&url).form(&form)).await;
        assert_eq!((answer.status.as_u16(), answer.body), (200, json!({ "error": error })));
    }
    assert_eq!(poll(&stand, &json!("1000.x.y")).await, json!({ "error": "invalid_code" }));
}
