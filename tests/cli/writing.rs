use serde_json::{Value, json};

use super::stand::{names, open};

fn written<'a>(entries: &'a [Value], text: &str) -> Vec<&'a Value> {
    entries.iter().filter(|entry| entry["text"].as_str().unwrap().starts_with(text)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_goes_to_the_sender_with_the_text_of_standard_input() {
    let stand = open().await;
    let number = stand.number().await;
    let sent = stand
        .run_with(&["ticket", "reply", &number, "--json"], "Olá, Marina.\r\n\r\nJá volto.\n")
        .await
        .json();
    assert_eq!((&sent["fate"], &sent["kind"]), (&json!("sent"), &json!("reply")));
    insta::assert_snapshot!("ticket_reply", names(&sent));
    let entries = stand.entries(&number).await;
    let ours = written(&entries, "Olá, Marina.\n\nJá volto.");
    assert_eq!(ours.len(), 1, "{entries:?}");
    assert_eq!((&ours[0]["id"], &ours[0]["direction"]), (&sent["thread_id"], &json!("out")));
    let to = ours[0]["to"].as_array().unwrap();
    assert_eq!((to.len(), &to[0]["email"]), (1, &entries[0]["from"]["email"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn recipients_senders_and_files_are_as_the_arguments_say() {
    let stand = open().await;
    let number = stand.number().await;
    let file = stand.home.path().join("boleto.txt");
    std::fs::write(&file, "34191.79001").unwrap();
    let stranger = ["ticket", "reply", &number, "--from", "me@x.example", "--body", "x", "--json"];
    let error = stand.run(&stranger).await.error(3, "no_sender");
    let known = error["known"].as_array().unwrap();
    let from = known.last().expect("the department sends mail").as_str().unwrap();
    let cc = ["--cc", "finance@zelo.example", "--cc", "boss@zelo.example"];
    let rest =
        ["--from", from, "--attach", file.to_str().unwrap(), "--yes", "--body", "Segue em anexo.", "--json"];
    stand.run(&[&["ticket", "reply-all", &number][..], &cc, &rest].concat()).await.json();
    let entries = stand.entries(&number).await;
    let ours = written(&entries, "Segue em anexo.");
    assert_eq!(ours[0]["from"]["email"], from);
    let cc: Vec<_> =
        ours[0]["cc"].as_array().unwrap().iter().map(|one| one["email"].as_str().unwrap()).collect();
    assert_eq!(cc, ["finance@zelo.example", "boss@zelo.example"]);
    assert_eq!(ours[0]["attachments"][0]["name"], "boleto.txt");
    let missing = ["ticket", "reply", &number, "--attach", "/no/such/file", "--body", "x", "--json"];
    stand.run(&missing).await.error(1, "file");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forward_quotes_the_original_and_comments_stay_apart() {
    let stand = open().await;
    let number = stand.number().await;
    let forward = ["ticket", "forward", &number, "--to", "rui@zelo.example", "--json"];
    stand.run_with(&forward, "Please look.").await.json();
    let inside = stand.run_with(&["ticket", "comment", &number, "--json"], "inside").await.json();
    stand.run_with(&["ticket", "comment", &number, "--public", "--json"], "outside").await.json();
    let entries = stand.entries(&number).await;
    let forwarded = written(&entries, "Please look.")[0];
    assert_eq!(
        (&forwarded["forward"], &forwarded["to"][0]["email"]),
        (&json!(true), &json!("rui@zelo.example"))
    );
    assert!(forwarded["text"].as_str().unwrap().contains("Marina Souza"), "{forwarded}");
    let comment = written(&entries, "inside")[0];
    assert_eq!((&comment["public"], &comment["id"]), (&json!(false), &inside["comment_id"]));
    assert!(inside["thread_id"].is_null() && inside["comment_id"].is_string(), "{inside}");
    assert_eq!(written(&entries, "outside")[0]["public"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_the_customers_last_message_brought_in_is_outside_too() {
    let stand = open().await;
    let number = stand.number().await;
    let inbound = format!("{}/_sandbox/inbound", stand.sandbox.base_url);
    let reply =
        json!({ "kind": "reply", "ticket": number, "body": "See copy.", "cc": "counsel@lawyers.example" });
    let answer = crate::sandbox::http().post(inbound).json(&reply).send().await.unwrap();
    assert!(answer.status().is_success(), "{:?}", answer.text().await);
    let all = ["ticket", "reply-all", &number, "--json"];
    let asked = stand.run_with(&all, "Dear all.").await.error(7, "asked");
    let outside = json!(["counsel@lawyers.example"]);
    let told = |one: &Value| one["kind"] == "outside" && one["addresses"] == outside;
    assert!(asked["concerns"].as_array().unwrap().iter().any(told), "{asked}");
    let sent = stand.run_with(&[&all[..], &["--yes"]].concat(), "Dear all.").await.json();
    assert_eq!(sent["fate"], "sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_our_own_last_message_named_is_not_dropped_unasked() {
    let stand = open().await;
    let number = stand.number().await;
    let camila = "camila.teixeira@zelo.example";
    let reply = ["ticket", "reply", &number, "--cc", camila, "--body", "With copy.", "--json"];
    stand.run(&reply).await.json();
    let all = ["ticket", "reply-all", &number, "--body", "To you alone?"];
    let asked = stand.run(&[&all[..], &["--json"]].concat()).await.error(7, "asked");
    assert_eq!(
        (&asked["concerns"][0]["kind"], &asked["concerns"][0]["addresses"]),
        (&json!("dropped"), &json!([camila]))
    );
    let said = stand.run(&all).await;
    assert!(said.err.contains(&format!("{camila}. Use --yes")), "{said:?}");
    // The customer answers without her: the newest message counts.
    let inbound = format!("{}/_sandbox/inbound", stand.sandbox.base_url);
    let answer = json!({ "kind": "reply", "ticket": number, "body": "Without her, please." });
    let answer = crate::sandbox::http().post(inbound).json(&answer).send().await.unwrap();
    assert!(answer.status().is_success(), "{:?}", answer.text().await);
    assert_eq!(stand.run(&[&all[..], &["--json"]].concat()).await.json()["fate"], "sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_regret_is_asked_and_what_cannot_arrive_is_refused() {
    let stand = open().await;
    let number = stand.number().await;
    let before = stand.entries(&number).await.len();
    let asked =
        stand.run_with(&["ticket", "reply", &number, "--json"], "Segue em anexo.").await.error(7, "asked");
    assert_eq!(asked["concerns"][0]["kind"], "nothing_attached");
    let far = ["ticket", "reply", &number, "--to", "spy@elsewhere.example", "--body", "x", "--json"];
    let asked = stand.run(&far).await.error(7, "asked");
    assert_eq!(asked["concerns"][0]["addresses"], json!(["spy@elsewhere.example"]));
    for (args, kind) in [
        (["ticket", "reply", &number, "--body", "  ", "--yes", "--json"], "empty"),
        (["ticket", "reply", &number, "--to=marina@", "--body=x", "--yes", "--json"], "bad_address"),
        (["ticket", "forward", &number, "--body", "x", "--yes", "--json"], "nobody"),
    ] {
        let refused = stand.run(&args).await.error(2, "cannot_send");
        assert!(refused["concerns"].as_array().unwrap().iter().any(|one| one["kind"] == kind), "{refused}");
    }
    assert_eq!(stand.entries(&number).await.len(), before, "nothing of it was sent");
    let outbox = stand.run_with(&["ticket", "reply", &number, "--yes", "--json"], "Segue em anexo.").await;
    assert_eq!(outbox.json()["fate"], "sent");
}
