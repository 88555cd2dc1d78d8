//! The consent page, and consent without one.

use serde_json::json;

use super::client::{Answer, Stand, open, read};

fn query<'a>(stand: &'a Stand, scope: &'a str) -> Vec<(&'static str, &'a str)> {
    vec![
        ("response_type", "code"),
        ("client_id", &stand.sandbox.hello.client_id),
        ("scope", scope),
        ("redirect_uri", "http://127.0.0.1:9/back?a=1"),
        ("access_type", "offline"),
        ("state", "\"><b>x"),
    ]
}

fn location(answer: &Answer) -> String {
    assert_eq!(answer.status, 302, "{}", answer.text);
    answer.headers["location"].to_str().expect("text").to_owned()
}

#[tokio::test]
async fn a_browser_sees_a_page_and_says_yes_or_no() {
    let stand = open().await;
    let url = format!("{}/oauth/v2/auth", stand.sandbox.base_url);
    let asked = query(&stand, "Desk.tickets.READ,aaaserver.profile.READ");
    let page = read(stand.http.get(&url).query(&asked).header("Accept", "text/html,*/*")).await;
    assert_eq!(page.status, 200);
    assert!(page.headers["content-type"].to_str().expect("text").starts_with("text/html"));
    for words in ["Desk tickets: read", "Accept", "Reject", &stand.sandbox.hello.agents[0].email] {
        assert!(page.text.contains(words), "{words}: {}", page.text);
    }
    assert!(!page.text.contains("<b>x"), "foreign text is no HTML: {}", page.text);

    let decide = async |decision| {
        let mut form = asked.clone();
        form.extend([("decision", decision), ("login_hint", stand.sandbox.hello.agents[1].email.as_str())]);
        location(&read(stand.http.post(&url).form(&form)).await)
    };
    let refused = decide("reject").await;
    assert_eq!(refused, "http://127.0.0.1:9/back?a=1&error=access_denied&state=%22%3E%3Cb%3Ex");
    let agreed = decide("accept").await;
    assert!(
        agreed.contains("location=us") && agreed.contains("accounts-server=http%3A%2F%2F127"),
        "{agreed}"
    );
    let code = agreed.split("code=").nth(1).and_then(|rest| rest.split('&').next()).expect("a code");
    let form = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", "http://127.0.0.1:9/back?a=1"),
    ];
    assert!(stand.token_call(&form).await["refresh_token"].is_string());
}

#[tokio::test]
async fn a_script_needs_no_page_unless_it_is_always_asked() {
    let stand = open().await;
    let url = format!("{}/oauth/v2/auth", stand.sandbox.base_url);
    let every = "Desk.tasks.ALL,Desk.calls.READ,Desk.activities.READ,Desk.custommodule.ALL,Desk.webhooks.CREATE,\
                 Desk.articles.READ,ZohoFiles.files.ALL,ZohoBigin.modules.notes.ALL";
    let asked = query(&stand, every);
    assert!(location(&read(stand.http.get(&url).query(&asked)).await).contains("code=1000."));
    stand.switch("always_ask", true).await;
    assert_eq!(read(stand.http.get(&url).query(&asked)).await.status, 200);
    let direct = read(stand.http.get(&url).query(&asked).query(&[("consent", "direct")])).await;
    assert!(location(&direct).contains("code="));

    let wrong = query(&stand, "Desk.tickets.READ,Desk.nonsense.READ");
    let refused = read(stand.http.get(&url).query(&wrong)).await;
    assert_eq!((refused.status.as_u16(), refused.body), (400, json!({ "error": "invalid_scope" })));
    let page = read(stand.http.get(&url).query(&wrong).header("Accept", "text/html")).await;
    assert!(page.text.contains("<h1>") && page.text.contains("invalid_scope"), "{}", page.text);
}

#[tokio::test]
async fn a_self_client_gets_its_code_from_the_console() {
    let stand = open().await;
    let url = format!("{}/_sandbox/console", stand.sandbox.base_url);
    assert!(read(stand.http.get(&url)).await.text.contains("Create a code"));
    let form = [("scope", "ZohoBigin.users.READ"), ("minutes", "3")];
    let page = read(stand.http.post(&url).form(&form)).await.text;
    let code =
        page.split("<code>").nth(1).and_then(|rest| rest.split('<').next()).expect("a code").to_owned();
    stand.control("clock", &json!({ "advance_seconds": 170 })).await;
    let exchange = [("grant_type", "authorization_code"), ("code", code.as_str())];
    let given = stand.token_call(&exchange).await;
    assert!(given["refresh_token"].is_string(), "{given}");
    assert_eq!(given["scope"], "ZohoBigin.users.READ");

    let late = read(stand.http.post(&url).form(&form)).await.text;
    let code =
        late.split("<code>").nth(1).and_then(|rest| rest.split('<').next()).expect("a code").to_owned();
    stand.control("clock", &json!({ "advance_seconds": 181 })).await;
    let exchange = [("grant_type", "authorization_code"), ("code", code.as_str())];
    assert_eq!(stand.token_call(&exchange).await, json!({ "error": "invalid_code" }));
}
