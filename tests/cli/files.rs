//! The files of a ticket.

use super::stand::{names, open};

#[tokio::test(flavor = "multi_thread")]
async fn files_are_listed_and_saved_and_nothing_is_overwritten() {
    let stand = open().await;
    let number = stand.number().await;
    let file = stand.home.path().join("boleto.txt");
    std::fs::write(&file, "34191.79001").unwrap();
    let reply = [
        "ticket",
        "reply",
        &number,
        "--body",
        "Segue em anexo.",
        "--attach",
        file.to_str().unwrap(),
        "--json",
    ];
    stand.run(&reply).await.json();
    let folder = stand.home.path().join("saved here");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("boleto.txt"), "mine").unwrap();
    let folder = folder.to_str().unwrap();
    let listed = stand.run(&["ticket", "attachments", &number, "--json"]).await.json();
    assert!(listed["attachments"][0]["saved"].is_null(), "{listed}");
    let save = ["ticket", "attachments", &number, "--save", folder, "--file", "BOLETO.txt", "--json"];
    let saved = stand.run(&save).await.json();
    insta::assert_snapshot!("ticket_attachments", names(&saved));
    let path = saved["attachments"][0]["saved"].as_str().unwrap();
    assert!(path.ends_with("saved here/boleto (1).txt"), "{path}");
    assert_eq!(std::fs::read_to_string(path).unwrap(), "34191.79001");
    assert_eq!(std::fs::read_to_string(format!("{folder}/boleto.txt")).unwrap(), "mine");
    let none = ["ticket", "attachments", &number, "--file", "none.pdf", "--json"];
    assert!(stand.run(&none).await.error(3, "no_attachment")["known"].is_array());
    // A file is no folder.
    let wrong = ["ticket", "attachments", &number, "--save", file.to_str().unwrap(), "--json"];
    stand.run(&wrong).await.error(1, "file");
}
