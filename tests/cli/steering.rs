//! What people say about single records: keep this, take that back, why is it so.

use serde_json::{Value, json};

use super::pairing::{marina, paired, run};
use super::stand::MARINA;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_pinned_stays_and_what_is_reverted_goes_back() {
    let (stand, admin) = paired().await;
    run(&stand, &admin, &["sync", "--once"]).await;
    let sync = async || run(&stand, &admin, &["sync", "--once", "--json"]).await.json();
    run(&stand, &admin, &["pin", MARINA, "--field", "Nothing", "--json"]).await.error(3, "no_field");
    let pinned = run(&stand, &admin, &["pin", MARINA, "--field", "title", "--json"]).await.json();
    assert_eq!(pinned["field"], "Title ⇄ title");
    sync().await;
    marina(&stand, &admin, "Title", "Not yet").await;
    assert_eq!(sync().await["counts"]["updated"]["desk"], 0);
    let explained = run(&stand, &admin, &["explain", MARINA, "--json"]).await.json();
    let field = |explained: &Value| {
        let fields = explained["records"][0]["fields"].as_array().unwrap().clone();
        fields.into_iter().find(|field| field["field"]["desk"] == "title").unwrap()
    };
    let title = field(&explained);
    assert_eq!((&title["pinned"], &title["now"]["bigin"]), (&json!(true), &json!("Not yet")));
    assert_ne!(title["now"]["desk"], "Not yet");
    let before = title["now"]["desk"].clone();
    run(&stand, &admin, &["unpin", MARINA, "--field", "Title"]).await;
    assert_eq!(sync().await["counts"]["updated"]["desk"], 1);

    let history = run(&stand, &admin, &["history", MARINA, "--json"]).await.json();
    let last = history["history"].as_array().unwrap().iter().rev().find(|line| line["why"] == "changed");
    let op = last.unwrap()["op"].to_string();
    assert_eq!(
        run(&stand, &admin, &["revert", &op, "--json"]).await.json(),
        json!({ "reverted": [last.unwrap()["op"]] })
    );
    assert_eq!(sync().await["end"], "quiet");
    let explained = run(&stand, &admin, &["explain", MARINA, "--json"]).await.json();
    assert_eq!(
        field(&explained)["now"],
        json!({ "bigin": before, "desk": before }),
        "the other side follows"
    );
    run(&stand, &admin, &["revert", "999999", "--json"]).await.error(3, "nothing_to_revert");
    run(&stand, &admin, &["revert", "run:77", "--json"]).await.error(3, "no_run");

    // A run as a whole, by its number.
    marina(&stand, &admin, "Title", "Once more").await;
    sync().await;
    let runs = run(&stand, &admin, &["history", "--runs", "--json"]).await.json();
    let number = runs["runs"].as_array().unwrap().last().unwrap()["run"].to_string();
    let reverted = run(&stand, &admin, &["revert", &format!("run:{number}"), "--json"]).await.json();
    assert_eq!(reverted["reverted"].as_array().unwrap().len(), 1, "{reverted}");
    sync().await;
    let explained = run(&stand, &admin, &["explain", MARINA, "--json"]).await.json();
    assert_eq!(field(&explained)["now"]["desk"], before);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_has_changed_since_is_not_taken_back() {
    let (stand, admin) = paired().await;
    run(&stand, &admin, &["sync", "--once"]).await;
    let sync = async || run(&stand, &admin, &["sync", "--once", "--json"]).await.json();
    marina(&stand, &admin, "Title", "Once").await;
    sync().await;
    let history = run(&stand, &admin, &["history", MARINA, "--json"]).await.json();
    let op = history["history"].as_array().unwrap().last().unwrap()["op"].to_string();
    marina(&stand, &admin, "Title", "Twice").await;
    sync().await;
    run(&stand, &admin, &["revert", &op]).await;
    assert_eq!(sync().await["counts"]["updated"], json!({ "bigin": 0, "desk": 0 }));
    let history = run(&stand, &admin, &["history", MARINA, "--json"]).await.json();
    let last = history["history"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["why"], &last["other"]), (&json!("not_undone"), &json!("Twice")));
    let page = run(&stand, &admin, &["explain", MARINA]).await;
    assert!(page.out.contains("“Twice”") && page.out.contains("could not be taken back"), "{page:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_leads_to_its_customer_and_lists_tell_who_takes_part() {
    let (stand, admin) = paired().await;
    run(&stand, &admin, &["sync", "--once"]).await;
    let tickets = run(&stand, &admin, &["ticket", "list", "--contact", MARINA, "--json"]).await.json();
    let number = tickets["tickets"][0]["number"].as_str().unwrap().to_owned();
    let explained = run(&stand, &admin, &["explain", &format!("#{number}"), "--json"]).await.json();
    assert!(explained["records"][0]["name"].as_str().unwrap().contains(MARINA), "{explained}");
    run(&stand, &admin, &["explain", "99999", "--json"]).await.error(3, "no_ticket");

    let shown = run(&stand, &admin, &["mapping", "show", "--json"]).await.json();
    let path = std::path::PathBuf::from(shown["path"].as_str().unwrap());
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let filter = "[contact.filter.bigin]\nfield = 7\nis = [\"Boss\"]\nleaving = \"rests\"\n\n[contact]\n";
    std::fs::write(&path, shown["text"].as_str().unwrap().replacen("[contact]\n", filter, 1)).unwrap();
    let diff = run(&stand, &admin, &["mapping", "diff"]).await;
    assert!(diff.out.contains("filter 7 is \"Boss\", rests / all"), "{diff:?}");
    let linted = run(&stand, &admin, &["mapping", "lint", "--json"]).await.json();
    let twins =
        linted["findings"].as_array().unwrap().iter().filter(|one| one["what"] == "not_alone").count();
    assert!(twins >= 2 && linted["records"].as_u64().unwrap() > 100, "{linted}");
    let page = run(&stand, &admin, &["mapping", "lint"]).await;
    assert!(page.out.contains("another record of this side has the same value"), "{page:?}");
    run(&stand, &admin, &["mapping", "apply"]).await;
    run(&stand, &admin, &["sync", "--once"]).await;
    marina(&stand, &admin, "Title", "Not the boss").await;
    let ran = run(&stand, &admin, &["sync", "--once", "--json"]).await.json();
    assert_eq!(ran["counts"]["updated"]["desk"], 0, "{ran}");
    let explained = run(&stand, &admin, &["explain", MARINA, "--json"]).await.json();
    assert_eq!(explained["records"][0]["state"], "excluded");
    let excluded = run(&stand, &admin, &["status", "--list", "excluded", "--json"]).await.json();
    let named = |list: &Value| {
        let items = list["items"].as_array().unwrap();
        items.iter().any(|item| item["name"].as_str().unwrap().contains(MARINA))
    };
    assert!(named(&excluded), "{excluded}");
    marina(&stand, &admin, "Title", "Boss").await;
    let ran = run(&stand, &admin, &["sync", "--once", "--json"]).await.json();
    assert_eq!(ran["counts"]["updated"]["desk"], 1, "{ran}");
    let agreeing = run(&stand, &admin, &["status", "--list", "in-sync", "--json"]).await.json();
    assert!(named(&agreeing), "{agreeing}");
}
