//! What was never fetched is not what is not there.

use serde_json::{Value, json};

use super::stand::{MARINA, Said, Stand, open};

async fn never(stand: &Stand, args: &[&str]) -> Value {
    let error = stand.run(&[args, &["--cached", "--json"]].concat()).await.error(6, "never_fetched");
    assert_eq!(error.get("fetched_at"), Some(&Value::Null), "{error}");
    assert!(error["sentence"].as_str().unwrap().contains("without --cached"), "{error}");
    error
}

/// What is known on standard output, what is missing on standard error.
fn part(said: &Said) -> Value {
    assert_eq!(said.code, 6, "{said:?}");
    let error: Value = serde_json::from_str(said.err.lines().last().unwrap()).unwrap();
    assert_eq!(error["error"]["kind"], "never_fetched");
    let known: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((&known["fetched_at"], &known["stale"]), (&Value::Null, &json!(true)));
    known
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_fresh_home_nothing_is_said_to_be_empty_or_absent() {
    let stand = open().await;
    for module in ["contact", "company", "deal"] {
        never(&stand, &[module, "list"]).await;
        never(&stand, &[module, "show", "anything"]).await;
    }
    never(&stand, &["ticket", "list"]).await;
    never(&stand, &["ticket", "list", "--department", "billing"]).await;
    never(&stand, &["ticket", "list", "--contact", MARINA]).await;
    never(&stand, &["ticket", "show", "1003"]).await;
    stand.run(&["ticket", "show", "nonsense", "--cached", "--json"]).await.error(3, "no_ticket");
    stand.run(&["ticket", "list", "--mine", "--cached", "--json"]).await.error(6, "me_unknown");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_customer_what_is_known_is_shown_and_the_rest_is_named() {
    let stand = open().await;
    stand.run(&["contact", "list", "souza", "--json"]).await.json();
    let show = ["contact", "show", MARINA, "--cached"];
    let known = part(&stand.run(&[&show[..], &["--json"]].concat()).await);
    assert_eq!(known["contact"]["email"], MARINA);
    for missing in ["desk", "tickets", "activities"] {
        assert_eq!(known.get(missing), Some(&Value::Null), "{missing}");
    }
    let page = stand.run(&show).await;
    assert_eq!(page.code, 6, "{page:?}");
    assert!(page.out.contains("not fetched yet") && page.err.contains("stands in Desk"), "{page:?}");
    never(&stand, &["ticket", "list", "--contact", MARINA]).await;
    stand.run(&["contact", "show", "nobody at all", "--cached", "--json"]).await.error(3, "no_contact");
    // Once looked at, it is known.
    stand.run(&["contact", "show", MARINA, "--json"]).await.json();
    let known = stand.run(&[&show[..], &["--json"]].concat()).await.json();
    assert!(known["fetched_at"].is_string() && known["tickets"]["all"].as_u64() > Some(0), "{known}");
    let list = ["ticket", "list", "--contact", MARINA, "--cached", "--json"];
    assert_eq!(stand.run(&list).await.json()["total"], known["tickets"]["all"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_known_from_a_list_says_that_its_conversation_is_not() {
    let stand = open().await;
    let all = stand.run(&["ticket", "list", "--json"]).await.json();
    let number = all["tickets"][0]["number"].as_str().unwrap();
    let show = ["ticket", "show", number, "--cached"];
    let known = part(&stand.run(&[&show[..], &["--json"]].concat()).await);
    assert_eq!((&known["ticket"]["number"], known.get("entries")), (&json!(number), Some(&Value::Null)));
    let page = stand.run(&show).await;
    assert!(page.out.starts_with(&format!("#{number}")), "{page:?}");
    assert!(page.code == 6 && page.err.contains("was never fetched"), "{page:?}");
    // A shelf is part of the list of all that are open.
    assert!(
        stand.run(&["ticket", "list", "--mine", "--cached", "--json"]).await.json()["fetched_at"].is_string()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn when_zoho_is_away_that_is_the_reason() {
    let stand = open().await;
    stand.run(&["contact", "list", "--json"]).await.json();
    let down =
        json!([{ "kind": "maintenance", "path": "/bigin" }, { "kind": "maintenance", "path": "/api" }]);
    stand.break_it(down).await;
    let said = stand.run(&["contact", "show", MARINA, "--json"]).await;
    assert_eq!(said.code, 6, "{said:?}");
    let error: Value = serde_json::from_str(said.err.lines().last().unwrap()).unwrap();
    assert_eq!(error["error"]["kind"], "down", "{said:?}");
    assert!(!error["error"]["sentence"].as_str().unwrap().contains("--cached"), "{said:?}");
    assert_eq!(serde_json::from_str::<Value>(&said.out).unwrap()["desk"], Value::Null);
}
