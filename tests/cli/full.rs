//! A disk that fills up. A limit on the size of files stands in for it: it holds for everybody, root included.

use serde_json::json;

use super::stand::{Stand, open};

/// Blocks that the files beside a database just fit in: it opens, and takes next to nothing.
const NEXT_TO_NOTHING: u32 = 64;

#[tokio::test(flavor = "multi_thread")]
async fn a_command_works_from_memory_whenever_the_disk_fills_up_before_it_sends() {
    let stand = open().await;
    let number = stand.number().await;
    for (blocks, text) in [(0, "no room at all"), (NEXT_TO_NOTHING, "room to begin with")] {
        let said = stand.cramped(blocks, &["ticket", "comment", &number, "--json"], text).await;
        assert!(said.err.contains("Nothing is kept on this machine"), "{said:?}");
        assert!(!said.err.contains("screen"), "{said:?}");
        assert_eq!(said.json()["fate"], "sent");
        let list = stand.cramped(blocks, &["ticket", "list", "--json"], "").await;
        assert!(list.json()["total"].as_u64() > Some(0), "{list:?}");
    }
    let create = ["ticket", "create", "--contact", super::stand::MARINA, "--subject", "Once", "--json"];
    let create = [&create[..], &["--department", "billing", "--description", "-"]].concat();
    let made = stand.cramped(NEXT_TO_NOTHING, &create, "from a full disk").await.json();
    let tickets = stand.run(&["ticket", "list", "--limit", "1000", "--json"]).await.json();
    let tickets = tickets["tickets"].as_array().unwrap();
    assert_eq!(tickets.iter().filter(|ticket| ticket["subject"] == "Once").count(), 1, "{made}");
    let entries = stand.entries(&number).await;
    for text in ["no room at all", "room to begin with"] {
        assert_eq!(entries.iter().filter(|entry| entry["text"].as_str().unwrap().trim() == text).count(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_whose_answer_was_lost_is_not_sent_again_from_memory() {
    let stand = open().await;
    let number = stand.number().await;
    let rule = json!([{ "kind": "timeout_after_commit", "path": "*sendReply*", "count": 1, "ms": 20_000 }]);
    stand.break_it(rule).await;
    let reply = ["ticket", "reply", number.as_str(), "--yes", "--json"];
    let mut child = stand.start(&reply, "only once");
    stand.until_called("/sendReply").await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    child.kill().unwrap();
    child.wait().unwrap();
    stand.break_it(json!([])).await;
    // What the dead left cannot even be read without room: then nothing at all is sent.
    let unread = stand.cramped(0, &reply, "only once").await;
    assert!(matches!(unread.code, 1 | 8) && unread.err.contains("Not sent"), "{unread:?}");
    // Another command puts the outbox in order, and does not send.
    stand.run(&["contact", "list", "--json"]).await.json();
    let refused = stand.cramped(0, &reply, "only once").await;
    assert!(refused.error(8, "unknown")["outgoing_id"].is_string());
    let other = stand.cramped(0, &reply, "another one").await;
    assert_eq!(other.json()["fate"], "sent");
    assert_eq!(stand.run_with(&reply, "only once").await.json()["fate"], "sent");
    let (elsewhere, _home) = Stand::elsewhere(stand);
    let entries = elsewhere.entries(&number).await;
    assert_eq!(
        entries.iter().filter(|entry| entry["text"].as_str().unwrap().trim() == "only once").count(),
        1
    );
}
