//! Tokens three ways, and what goes wrong with them.

use reqwest::Method;
use reqwest::multipart::Form;
use serde_json::{Value, json};

use super::client::{open, read};

#[tokio::test]
async fn a_token_comes_by_query_form_multipart_and_a_mixture() {
    let stand = open().await;
    let hello = stand.sandbox.hello.clone();
    let url = format!("{}/oauth/v2/token", hello.base_url);
    let all = [
        ("grant_type", "refresh_token".to_owned()),
        ("client_id", hello.client_id.clone()),
        ("client_secret", hello.client_secret.clone()),
        ("refresh_token", hello.refresh_token.clone()),
    ];
    let mut multipart = Form::new();
    for (name, value) in all.clone() {
        multipart = multipart.text(name, value);
    }
    let requests = [
        stand.http.post(&url).query(&all),
        stand.http.post(&url).form(&all),
        stand.http.post(&url).multipart(multipart),
        stand.http.post(&url).query(&all[..2]).form(&all[2..]),
    ];
    for request in requests {
        let answer = read(request).await;
        assert_eq!(answer.status, 200);
        assert!(answer.body["access_token"].as_str().is_some_and(|token| token.starts_with("1000.")));
        assert_eq!(answer.body["api_domain"], json!(hello.base_url));
        assert_eq!(answer.body["token_type"], "Bearer");
        assert_eq!(answer.body["expires_in"], 3600);
        assert_eq!(answer.body["refresh_token"], Value::Null);
    }
}

#[tokio::test]
async fn errors_of_the_token_endpoint_come_with_status_200() {
    let stand = open().await;
    let hello = stand.sandbox.hello.clone();
    let url = format!("{}/oauth/v2/token", hello.base_url);
    let ask = |id: &str, secret: &str, token: &str| {
        let form = [
            ("grant_type", "refresh_token"),
            ("client_id", id),
            ("client_secret", secret),
            ("refresh_token", token),
        ];
        read(stand.http.post(&url).form(&form))
    };
    let (id, secret, token) = (&hello.client_id, &hello.client_secret, &hello.refresh_token);
    for (answer, error) in [
        (ask("1000.X", secret, token).await, "invalid_client"),
        (ask(id, "wrong", token).await, "invalid_client_secret"),
        (ask(id, secret, "1000.x.y").await, "invalid_code"),
    ] {
        assert_eq!(answer.status, 200);
        assert_eq!(answer.body, json!({ "error": error }));
    }
}

#[tokio::test]
async fn the_token_limit_is_a_switch() {
    let stand = open().await;
    for _ in 0..12 {
        assert!(stand.refresh(&stand.sandbox.hello.refresh_token).await["access_token"].is_string());
    }
    stand.switch("token_limit", true).await;
    let token = &stand.sandbox.hello.agents[1].refresh_token;
    for _ in 0..10 {
        assert!(stand.refresh(token).await["access_token"].is_string());
    }
    let refused = stand.refresh(token).await;
    assert_eq!((&refused["error"], &refused["status"]), (&json!("Access Denied"), &json!("failure")));
    stand.control("clock", &json!({ "advance_seconds": 601 })).await;
    assert!(stand.refresh(token).await["access_token"].is_string());
}

#[tokio::test]
async fn the_sixteenth_access_token_kills_the_first() {
    let stand = open().await;
    let token = &stand.sandbox.hello.agents[1].refresh_token;
    let mut all = Vec::new();
    for _ in 0..16 {
        all.push(stand.refresh(token).await["access_token"].as_str().expect("a token").to_owned());
        stand.control("clock", &json!({ "advance_seconds": 1 })).await;
    }
    let status =
        async |token: &str| read(stand.request_as(token, Method::GET, "/bigin/v2/users")).await.status;
    assert_eq!(status(&all[0]).await, 401);
    assert_eq!(status(&all[1]).await, 200);
    assert_eq!(status(&all[15]).await, 200);
}

#[tokio::test]
async fn the_twenty_first_refresh_token_deletes_the_first() {
    let stand = open().await;
    let announced = &stand.sandbox.hello.agents[0];
    let (mut all, mut access) = (Vec::new(), String::new());
    for _ in 0..21 {
        let wish = json!({ "scope": "ZohoBigin.users.READ", "email": announced.email });
        let code = stand.control("accounts/code", &wish).await.body["code"].clone();
        let given = stand
            .token_call(&[("grant_type", "authorization_code"), ("code", code.as_str().expect("a code"))])
            .await;
        all.push(given["refresh_token"].as_str().expect("a token").to_owned());
        if access.is_empty() {
            given["access_token"].as_str().expect("a token").clone_into(&mut access);
        }
    }
    assert_eq!(stand.refresh(&all[0]).await, json!({ "error": "invalid_code" }));
    assert!(stand.refresh(&all[1]).await["access_token"].is_string());
    let users = stand.request_as(&access, Method::GET, "/bigin/v2/users");
    assert_eq!(read(users).await.status, 401, "its access tokens are gone as well");
    assert!(stand.refresh(&announced.refresh_token).await["access_token"].is_string(), "it is not counted");
}

#[tokio::test]
async fn a_self_client_signs_in_for_an_organization() {
    let stand = open().await;
    let org = stand.sandbox.hello.org_id.clone();
    let ask = async |soid: Option<String>, scope: &'static str| {
        let mut form = vec![("grant_type", "client_credentials"), ("scope", scope)];
        let soid = soid.unwrap_or_default();
        form.push(("soid", soid.as_str()));
        stand.token_call(&form).await
    };
    for prefix in ["ZohoDesk", "Desk"] {
        let given = ask(Some(format!("{prefix}.{org}")), "Desk.tickets.READ").await;
        assert_eq!((&given["expires_in"], &given["refresh_token"]), (&json!(3600), &Value::Null));
        let token = given["access_token"].as_str().expect("a token");
        assert!(read(stand.request_as(token, Method::GET, "/api/v1/tickets")).await.status.is_success());
    }
    assert_eq!(ask(None, "Desk.tickets.READ").await, json!({ "error": "missing_org_info" }));
    assert_eq!(ask(Some("Desk.1".to_owned()), "Desk.tickets.READ").await, json!({ "error": "invalid_soid" }));
    assert_eq!(
        ask(Some(format!("Desk.{org}")), "Desk.nonsense.READ").await,
        json!({ "error": "invalid_scope" })
    );
}

#[tokio::test]
async fn a_code_gives_a_refresh_token_once() {
    let stand = open().await;
    let hello = stand.sandbox.hello.clone();
    let query = [
        ("response_type", "code"),
        ("client_id", &hello.client_id),
        ("scope", "Desk.tickets.READ,ZohoBigin.modules.contacts.READ"),
        ("redirect_uri", "http://127.0.0.1:9/callback"),
        ("access_type", "offline"),
        ("state", "a b"),
    ];
    let agreed = read(stand.http.get(format!("{}/oauth/v2/auth", hello.base_url)).query(&query)).await;
    assert_eq!(agreed.status, 302);
    let to = agreed.headers["location"].to_str().expect("text").to_owned();
    assert!(to.contains("location=us") && to.contains("state=a%20b"), "{to}");
    let code = to.split("code=").nth(1).and_then(|rest| rest.split('&').next()).expect("a code").to_owned();
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", &hello.client_id),
        ("client_secret", &hello.client_secret),
        ("redirect_uri", "http://127.0.0.1:9/callback"),
        ("code", &code),
    ];
    let url = format!("{}/oauth/v2/token", hello.base_url);
    let first = read(stand.http.post(&url).form(&form)).await.body;
    assert!(first["refresh_token"].is_string());
    assert_eq!(read(stand.http.post(&url).form(&form)).await.body, json!({ "error": "invalid_code" }));

    let token = first["access_token"].as_str().expect("a token");
    let contacts = format!("{}/bigin/v2/Contacts?fields=Email", hello.base_url);
    assert_eq!(read(stand.http.get(&contacts).bearer_auth(token)).await.status, 200);
    let companies = format!("{}/bigin/v2/Accounts?fields=Phone", hello.base_url);
    let refused = read(stand.http.get(&companies).bearer_auth(token)).await;
    assert_eq!((refused.status.as_u16(), &refused.body["code"]), (401, &json!("OAUTH_SCOPE_MISMATCH")));
}

#[tokio::test]
async fn no_wrong_and_old_tokens_are_refused_in_each_service_s_words() {
    let stand = open().await;
    let base = &stand.sandbox.base_url;
    let bigin = format!("{base}/bigin/v2/Contacts?fields=Email");
    let wrong = read(stand.http.get(&bigin).bearer_auth("1000.a.b")).await;
    assert_eq!((wrong.status.as_u16(), &wrong.body["code"]), (401, &json!("INVALID_TOKEN")));
    assert_eq!(read(stand.http.get(&bigin)).await.status, 401);
    let desk = read(stand.http.get(format!("{base}/api/v1/tickets"))).await;
    assert_eq!((desk.status.as_u16(), &desk.body["errorCode"]), (401, &json!("INVALID_OAUTH")));

    let other = stand.request(Method::GET, "/api/v1/tickets").header("orgId", "1");
    let other = read(other).await;
    assert_eq!((other.status.as_u16(), &other.body["errorCode"]), (403, &json!("OAUTH_ORG_MISMATCH")));
    let unset = stand.request(Method::GET, "/api/v1/tickets").header("orgId", "");
    assert!(read(unset).await.status.is_success(), "an empty one names none");
    let own = stand.request(Method::GET, "/api/v1/tickets").header("orgId", &stand.sandbox.hello.org_id);
    assert!(read(own).await.status.is_success());

    assert_eq!(stand.get("/bigin/v2/Contacts?fields=Email").await.status, 200);
    let later = json!({ "advance_seconds": 3601 });
    let moved = stand.http.post(format!("{base}/_sandbox/clock")).json(&later);
    assert_eq!(read(moved).await.status, 200);
    assert_eq!(stand.get("/bigin/v2/Contacts?fields=Email").await.status, 401);
}

#[tokio::test]
async fn a_revoked_refresh_token_takes_its_access_tokens_along() {
    let stand = open().await;
    let path = format!("/oauth/v2/token/revoke?token={}", stand.sandbox.hello.refresh_token);
    let revoked = stand.send(Method::POST, &path, &json!({})).await;
    assert_eq!((revoked.status.as_u16(), revoked.body), (200, json!({ "status": "success" })));
    assert_eq!(stand.get("/bigin/v2/Contacts?fields=Email").await.status, 401);
    assert_eq!(stand.send(Method::POST, &path, &json!({})).await.status, 400);
}

#[tokio::test]
async fn ten_codes_in_ten_minutes_are_the_most_when_limits_in_time_are_on() {
    let stand = open().await;
    stand.switch("token_limit", true).await;
    let hello = stand.sandbox.hello.clone();
    let ask = async || {
        let query = [
            ("response_type", "code"),
            ("client_id", hello.client_id.as_str()),
            ("redirect_uri", "http://127.0.0.1:1/done"),
            ("scope", "Desk.tickets.READ"),
        ];
        read(stand.http.get(format!("{}/oauth/v2/auth", hello.base_url)).query(&query)).await
    };
    for _ in 0..10 {
        assert_eq!(ask().await.status, 302);
    }
    assert_eq!(ask().await.body["error"], "Access Denied");
    stand.sandbox.shared.clock.advance(jiff::SignedDuration::from_mins(10));
    assert_eq!(ask().await.status, 302);
}
