use serde_json::json;

use super::stand::{MARINA, names, open};

/// Without the permission to create tickets.
const OWEN: &str = "owen.hartley@jatoba.example";

#[tokio::test(flavor = "multi_thread")]
async fn a_status_is_matched_without_case_and_told_before_and_after() {
    let stand = open().await;
    let number = stand.number().await;
    let set = stand.run(&["ticket", "status", &number, "waiting FOR customer", "--json"]).await.json();
    assert_eq!((&set["status"], &set["changed"]), (&json!("Waiting for customer"), &json!(true)));
    insta::assert_snapshot!("ticket_status", names(&set));
    let again = stand.run(&["ticket", "status", &number, "Waiting for customer", "--json"]).await.json();
    assert_eq!(again["changed"], false);
    let said = stand.run(&["ticket", "status", &number, "closed"]).await;
    assert_eq!(said.out, format!("#{number}: Waiting for customer → Closed\n"), "{said:?}");
    let shown = stand.run(&["ticket", "show", &number, "--json"]).await.json();
    assert_eq!(shown["ticket"]["status_kind"], "closed");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_status_lists_the_portal_s_own() {
    let stand = open().await;
    let number = stand.number().await;
    let error = stand.run(&["ticket", "status", &number, "Done", "--json"]).await.error(3, "no_status");
    assert!(error["known"].as_array().unwrap().contains(&json!("Waiting for customer")));
    assert!(error["sentence"].as_str().unwrap().contains("Waiting for customer"));
}

#[tokio::test(flavor = "multi_thread")]
async fn people_read_and_write_the_words_of_the_screen_and_scripts_those_of_the_portal() {
    let stand = open().await;
    let number = stand.number().await;
    let status = |wanted: &'static str, more: &'static [&'static str]| {
        let (stand, number) = (&stand, number.as_str());
        async move { stand.run(&[&["ticket", "status", number, wanted, "--lang", "pt-BR"], more].concat()).await }
    };
    let set = status("em ESPERA", &["--json"]).await.json();
    assert_eq!((&set["status"], &set["changed"]), (&json!("On Hold"), &json!(true)));
    assert_eq!(status("Open", &[]).await.out, format!("#{number}: Em espera → Aberto\n"));
    let error = status("Feito", &["--json"]).await.error(3, "no_status");
    assert!(error["sentence"].as_str().unwrap().contains("Aberto (Open), "), "{error}");
    assert!(error["known"].as_array().unwrap().contains(&json!("Open")), "{error}");
    let page = stand.run(&["ticket", "show", &number, "--lang", "pt-BR"]).await;
    assert!(page.out.contains("Aberto") && !page.out.contains(" Open"), "{page:?}");
    let list = stand.run(&["ticket", "list", "--limit", "500", "--lang", "pt-BR"]).await;
    assert!(list.out.contains("Aberto") && list.out.contains("Média"), "{list:?}");
    assert!(!list.out.contains(" Open ") && !list.out.contains(" Medium "), "{list:?}");
    let raw = stand.run(&["ticket", "show", &number, "--lang", "pt-BR", "--json"]).await.json();
    assert_eq!(raw["ticket"]["status"], "Open");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_is_created_for_the_contact_it_names() {
    let stand = open().await;
    let args = [
        "ticket",
        "create",
        "--contact",
        MARINA,
        "--subject",
        "Second invoice",
        "--department",
        "billing",
        "--priority",
        "high",
        "--channel",
        "phone",
        "--assignee",
        "me",
        "--description",
        "-",
        "--json",
    ];
    let made = stand.run_with(&args, "She called.\r\nTwice.\n").await.json();
    let ticket = &made["ticket"];
    assert_eq!(ticket["subject"], "Second invoice");
    assert_eq!((&ticket["department"]["name"], &ticket["channel"]), (&json!("Billing"), &json!("Phone")));
    assert_eq!(
        (&ticket["assignee"]["name"], &ticket["contact"]["email"]),
        (&json!("Ana Lima"), &json!(MARINA))
    );
    let number = ticket["number"].as_str().unwrap();
    let entries = stand.entries(number).await;
    assert!(
        entries.iter().any(|entry| entry["text"].as_str().unwrap().contains("She called.")),
        "{entries:?}"
    );
    for (wrong, kind) in [
        (["--contact", "nobody@x.example", "--department", "billing", "--priority", "high"], "no_contact"),
        (["--contact", MARINA, "--department", "nowhere", "--priority", "high"], "no_department"),
        (["--contact", MARINA, "--department", "billing", "--priority", "loud"], "no_priority"),
    ] {
        let args = [&["ticket", "create", "--subject", "x", "--json"][..], &wrong].concat();
        stand.run(&args).await.error(3, kind);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_permission_nothing_is_sent() {
    let stand = open().await;
    let create =
        ["--as", OWEN, "ticket", "create", "--contact", MARINA, "--subject", "x", "--department", "support"];
    let said = stand.run(&[&create[..], &["--json"]].concat()).await;
    let error = said.error(4, "not_allowed");
    assert!(error["sentence"].as_str().unwrap().contains("may not create tickets"), "{error}");
    let in_portuguese = stand.run(&[&["--lang", "pt-BR"], &create[..]].concat()).await;
    assert_eq!(in_portuguese.code, 4);
    assert!(!in_portuguese.err.contains("may not"), "{in_portuguese:?}");
    let log = format!("{}/_sandbox/log", stand.sandbox.base_url);
    let log = crate::sandbox::http().get(log).send().await.unwrap().text().await.unwrap();
    assert!(!log.contains(r#""method":"POST","path":"/api/v1/tickets""#), "{log}");
    assert!(log.contains("/api/v1/myProfilePermissions"), "{log}");
}
