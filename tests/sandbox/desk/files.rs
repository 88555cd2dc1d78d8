//! Uploads and attachments.

use reqwest::Method;
use serde_json::json;

use super::super::client::read;
use super::stage::{Stage, faults, id};

#[tokio::test]
async fn an_upload_goes_with_a_reply_and_comes_back_by_its_link() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let file = stage.bring("/uploads", "relatório.txt", b"fire extinguisher".to_vec()).await;
    assert_eq!(file.status, 200, "{}", file.text);
    assert_eq!((file.body["name"].as_str(), file.body["size"].as_str()), (Some("relatório.txt"), Some("17")));
    let sent = stage.reply(&ticket, json!({"attachmentIds": [file.body["id"]]})).await.body;
    assert_eq!((&sent["hasAttach"], sent["attachmentCount"].as_str()), (&json!(true), Some("1")));
    let href = sent["attachments"][0]["href"].as_str().expect("a link");
    let path = href.strip_prefix(&stage.stand.sandbox.base_url).expect("our own");
    let bytes = read(stage.stand.request(Method::GET, path)).await;
    assert_eq!((bytes.status.as_u16(), bytes.text.as_str()), (200, "fire extinguisher"));
    let twice = stage
        .post(&format!("/tickets/{}/comments", id(&ticket)), &json!({"content": "x", "attachmentIds": ["1"]}))
        .await;
    assert_eq!(faults(&twice), ["/attachmentIds invalid"]);
}

#[tokio::test]
async fn a_forward_carries_the_originals_file() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let file = stage.bring("/uploads", "a.bin", vec![1, 2, 3]).await.body;
    stage.reply(&ticket, json!({"attachmentIds": [file["id"]]})).await;
    let forward = stage.reply(&ticket, json!({"isForward": true, "attachmentIds": [file["id"]]})).await;
    assert_eq!(
        (forward.status.as_u16(), forward.body["attachmentCount"].as_str()),
        (200, Some("1")),
        "{}",
        forward.text
    );
}

#[tokio::test]
async fn more_than_twenty_megabytes_is_refused() {
    let stage = Stage::open().await;
    let answer = stage.bring("/uploads", "big.bin", vec![0; 20 * 1024 * 1024 + 1]).await;
    assert_eq!(
        (answer.status.as_u16(), answer.body["errorCode"].as_str()),
        (413, Some("RESOURCE_SIZE_EXCEEDED"))
    );
    assert_eq!(answer.body["message"], "Attachment size is too large. The maximum size supported is 20 MB.");
    let fits = stage.bring("/uploads", "fits.bin", vec![0; 20 * 1024 * 1024]).await;
    assert_eq!(fits.status, 200);
}

#[tokio::test]
async fn a_ticket_has_attachments_of_its_own() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let path = format!("/tickets/{}/attachments", id(&ticket));
    assert_eq!(stage.get(&path).await.status, 204);
    let made = stage.bring(&format!("{path}?isPublic=true"), "log.txt", b"x".to_vec()).await.body;
    assert_eq!(made["isPublic"], true);
    assert_eq!(stage.again(&ticket).await["attachmentCount"], "1");
    let one = format!("{path}/{}", id(&made));
    assert_eq!(stage.patch(&one, &json!({"isPublic": false})).await.status, 200);
    assert_eq!(stage.rows(&path).await[0]["isPublic"], false);
    assert_eq!(stage.get(&format!("{one}/content")).await.text, "x");
    assert_eq!(stage.delete(&one).await.status, 200);
    assert_eq!(stage.get(&path).await.status, 204);
}

#[tokio::test]
async fn the_story_has_files_that_can_be_fetched() {
    let mut stage = Stage::open().await;
    stage.sign_in("rui.prado@jatoba.example").await;
    let mut fetched = 0;
    for row in stage.rows("/tickets?limit=100&sortBy=-createdTime").await {
        for thread in stage.rows(&format!("/tickets/{}/threads", id(&row))).await {
            if thread["hasAttach"] == true {
                let whole = stage.get(&format!("/tickets/{}/threads/{}", id(&row), id(&thread))).await.body;
                for file in whole["attachments"].as_array().expect("files") {
                    let path = file["href"]
                        .as_str()
                        .expect("a link")
                        .strip_prefix(&stage.stand.sandbox.base_url)
                        .expect("ours")
                        .to_owned();
                    let answer = stage.stand.request(Method::GET, &path).send().await.expect("an answer");
                    let bytes = answer.bytes().await.expect("bytes").len();
                    assert_eq!(bytes.to_string(), file["size"].as_str().expect("a size"), "{path}");
                    fetched += 1;
                }
            }
            if fetched >= 3 {
                return;
            }
        }
    }
    assert!(fetched > 0, "no message of the story has a file");
}

#[tokio::test]
async fn uploads_of_a_ticket_without_a_description_are_its_own() {
    let stage = Stage::open().await;
    let file = stage.bring("/uploads", "a.txt", b"alone".to_vec()).await.body;
    let ticket = stage.ticket(json!({"description": null, "uploads": [file["id"]]})).await;
    assert_eq!((&ticket["attachmentCount"], &ticket["threadCount"]), (&json!("1"), &json!("0")));
    let rows = stage.rows(&format!("/tickets/{}/attachments", id(&ticket))).await;
    let path = rows[0]["href"].as_str().and_then(|href| href.strip_prefix(&stage.stand.sandbox.base_url));
    assert_eq!(stage.stand.get(path.expect("our own")).await.text, "alone");
    let answer = stage
        .post(
            "/tickets",
            &json!({"subject": "x", "departmentId": ticket["departmentId"],
            "contactId": ticket["contactId"], "uploads": [file["id"]]}),
        )
        .await;
    assert_eq!(faults(&answer), ["/uploads invalid"], "it is used");
}

#[tokio::test]
async fn the_link_of_a_file_leads_to_the_message_that_shows_it() {
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let file = stage.bring("/uploads", "a.txt", b"twice".to_vec()).await.body;
    let letter = json!({
        "channel": "EMAIL", "fromEmailAddress": "suporte@jatoba.example", "contentType": "html", "content": "x",
        "attachmentIds": [file["id"]],
    });
    let path = format!("/tickets/{}/draftReply", id(&ticket));
    let draft = stage.post(&path, &letter).await.body;
    let mut bare = letter.clone();
    bare["attachmentIds"] = json!([]);
    assert_eq!(stage.patch(&format!("{path}/{}", id(&draft)), &bare).await.status, 200);
    let first = stage.reply(&ticket, json!({"attachmentIds": [file["id"]]})).await.body;
    let second = stage.reply(&ticket, json!({"attachmentIds": [file["id"]]})).await.body;
    let comment = json!({"content": "x", "attachmentIds": [file["id"]]});
    let comment = stage.post(&format!("/tickets/{}/comments", id(&ticket)), &comment).await.body;
    for (shown, kind) in [(&first, "threads"), (&second, "threads"), (&comment, "comments")] {
        let href = shown["attachments"][0]["href"].as_str().expect("a link");
        assert!(href.contains(&format!("/{kind}/{}/attachments/", id(shown))), "{href}");
        let path = href.strip_prefix(&stage.stand.sandbox.base_url).expect("our own");
        assert_eq!(stage.stand.get(path).await.text, "twice", "{href}");
    }
}
