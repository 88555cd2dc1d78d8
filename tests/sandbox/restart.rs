//! What survives a restart with `--data DIR`.

use balcao::sandbox::options::Options;
use balcao::sandbox::server::start;
use reqwest::Method;
use serde_json::json;

use super::client::{Stand, open_with, read};

#[tokio::test]
async fn records_tokens_and_the_clock_survive_even_without_a_goodbye() {
    let directory = tempfile::tempdir().expect("a directory");
    let options = Options { data: Some(directory.path().to_owned()), ..Options::default() };
    let stand = open_with(options.clone()).await;
    let kept = stand.create("Contacts", json!({ "Last_Name": "Kept", "Tag": [{ "name": "Zzq tag" }] })).await;
    let gone = stand.create("Contacts", json!({ "Last_Name": "Gone" })).await;
    stand.delete(&format!("/bigin/v2/Contacts/{gone}")).await;
    let later = json!({ "advance": "PT1000S" });
    let url = format!("{}/_sandbox/clock", stand.sandbox.base_url);
    assert_eq!(read(stand.http.post(url).json(&later)).await.status, 200);
    let now = stand.sandbox.shared.clock.now();
    let before = stand.sandbox.hello.clone();
    let copy = tempfile::tempdir().expect("a directory");
    for file in std::fs::read_dir(directory.path()).expect("the store") {
        let file = file.expect("a file");
        std::fs::copy(file.path(), copy.path().join(file.file_name())).expect("a copy");
    }

    // The copy is what a kill -9 at this moment would have left behind.
    let options = Options { data: Some(copy.path().to_owned()), ..options };
    let sandbox = start(options).await.expect("it starts again");
    let same = (&sandbox.hello.client_secret, &sandbox.hello.refresh_token, &sandbox.hello.agents);
    assert_eq!(same, (&before.client_secret, &before.refresh_token, &before.agents));
    assert!(sandbox.shared.clock.now() >= now);
    let again = Stand { sandbox, http: stand.http.clone(), token: stand.token.clone() };
    let record = again.get(&format!("/bigin/v2/Contacts/{kept}")).await;
    assert_eq!(record.status, 200, "the access token lives on: {}", record.text);
    assert_eq!(record.body["data"][0]["Last_Name"], "Kept");
    assert_eq!(record.body["data"][0]["Tag"][0]["name"], "Zzq tag");
    assert_eq!(again.get(&format!("/bigin/v2/Contacts/{gone}")).await.status, 204);
    let new = again.create("Contacts", json!({ "Last_Name": "New" })).await;
    assert!(new != kept && new != gone);
    let change = json!({ "data": [{ "Last_Name": "Kept on" }] });
    again.send(Method::PUT, &format!("/bigin/v2/Contacts/{kept}"), &change).await;
    again.sandbox.shutdown().await;
}

#[tokio::test]
async fn a_store_is_of_one_sandbox_and_one_plan() {
    let directory = tempfile::tempdir().expect("a directory");
    let options = Options { data: Some(directory.path().to_owned()), ..Options::default() };
    let first = start(options.clone()).await.expect("it starts");
    let second = start(options.clone()).await.expect_err("the store is taken").to_string();
    assert!(second.contains("another sandbox"), "{second}");
    first.shutdown().await;
    let other = start(Options { seed: 7, ..options }).await.expect_err("another seed").to_string();
    assert!(other.contains("--seed 1 and without --scale"), "{other}");
    let options = Options { data: Some(directory.path().to_owned()), scale: Some(50), ..Options::default() };
    let other = start(options).await.expect_err("another scale").to_string();
    assert!(other.contains("without --scale"), "{other}");
}

#[tokio::test]
async fn a_store_that_can_t_be_read_is_said() {
    let directory = tempfile::tempdir().expect("a directory");
    std::fs::write(
        directory.path().join("sandbox.db"),
        "not a database, but long enough to be looked at".repeat(99),
    )
    .expect("a file");
    let options = Options { data: Some(directory.path().to_owned()), ..Options::default() };
    let error = start(options).await.expect_err("it is no store").to_string();
    assert!(error.contains("move it away"), "{error}");
}

#[tokio::test]
async fn only_this_machine_may_listen() {
    let options = Options { listen: ([0, 0, 0, 0], 0).into(), ..Options::default() };
    let error = start(options).await.expect_err("not loopback").to_string();
    assert!(error.contains("127.0.0.1"), "{error}");
}
