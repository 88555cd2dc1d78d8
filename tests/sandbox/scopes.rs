//! Every route, asked with a token that lacks its scope.

use balcao::sandbox::desk;
use reqwest::Method;
use serde_json::json;

use super::client::{open, read};

/// A token that may do what nothing here asks for.
async fn narrow(stand: &super::client::Stand) -> String {
    let code =
        stand.control("accounts/code", &json!({ "scope": "Desk.community.READ" })).await.body["code"].clone();
    let form = [("grant_type", "authorization_code"), ("code", code.as_str().expect("a code"))];
    stand.token_call(&form).await["access_token"].as_str().expect("a token").to_owned()
}

#[tokio::test]
async fn every_desk_route_asks_for_its_scope() {
    let stand = open().await;
    let token = narrow(&stand).await;
    let mut walked = 0;
    for (method, path, scopes) in desk::operations() {
        assert!(!scopes.is_empty(), "{method} {path} asks for no scope");
        let path: Vec<&str> =
            path.split('/').map(|part| if part.starts_with('{') { "1" } else { part }).collect();
        let path = format!("/api/v1{}", path.join("/"));
        let method: Method = method.parse().expect("a method");
        let answer = read(stand.request_as(&token, method.clone(), &path)).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.body["errorCode"]),
            (403, &json!("SCOPE_MISMATCH")),
            "{method} {path}"
        );
        walked += 1;
    }
    assert!(walked > 100, "only {walked}");
}

/// Bigin's routes, as they are asked for.
const BIGIN: &[(&str, &str)] = &[
    ("GET", "settings/modules"),
    ("GET", "settings/modules/Contacts"),
    ("GET", "settings/fields?module=Contacts"),
    ("GET", "settings/layouts?module=Contacts"),
    ("GET", "settings/tags?module=Contacts"),
    ("GET", "settings/profiles"),
    ("GET", "settings/roles"),
    ("GET", "users"),
    ("GET", "users/1"),
    ("GET", "org"),
    ("GET", "{M}?fields=id"),
    ("POST", "{M}"),
    ("PUT", "{M}"),
    ("DELETE", "{M}?ids=1"),
    ("POST", "{M}/upsert"),
    ("GET", "{M}/search?word=abc"),
    ("GET", "{M}/deleted"),
    ("GET", "{M}/actions/count"),
    ("GET", "{M}/1"),
    ("PUT", "{M}/1"),
    ("DELETE", "{M}/1"),
    ("GET", "{M}/1/Notes?fields=id"),
];

#[tokio::test]
async fn every_bigin_route_asks_for_its_scope() {
    let stand = open().await;
    let token = narrow(&stand).await;
    for (method, path) in BIGIN {
        let modules: &[&str] =
            &["Contacts", "Accounts", "Pipelines", "Products", "Tasks", "Events", "Calls", "Notes"];
        let modules = if path.contains("{M}") { modules } else { &modules[..1] };
        for module in modules {
            // A contact's notes stand for the related lists: the others have no such list.
            if path.contains("/Notes") && *module != "Contacts" {
                continue;
            }
            let path = format!("/bigin/v2/{}", path.replace("{M}", module));
            let method: Method = method.parse().expect("a method");
            let request = stand.request_as(&token, method.clone(), &path);
            let request = if matches!(method, Method::POST | Method::PUT) {
                request.json(&json!({ "data": [{ "id": "1" }] }))
            } else {
                request
            };
            let answer = read(request).await;
            assert_eq!(
                (answer.status.as_u16(), &answer.body["code"]),
                (401, &json!("OAUTH_SCOPE_MISMATCH")),
                "{method} {path}: {}",
                answer.text
            );
        }
    }
}
