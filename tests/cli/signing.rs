//! Signing in and out, and looking whether all is well.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Child;

use balcao::signin::scopes;
use balcao::store::cache::Cache;
use serde_json::{Value, json};

use super::stand::{Said, Stand, open};

/// Asks the control plane for something.
async fn control(stand: &Stand, path: &str, body: Value) -> Value {
    let url = format!("{}/_sandbox/{path}", stand.sandbox.base_url);
    let client = crate::sandbox::http();
    let request = if path == "switches" { client.put(url) } else { client.post(url) };
    let answer = request.json(&body).send().await.unwrap();
    assert!(answer.status().is_success(), "{path}: {:?}", answer.text().await);
    let text = answer.text().await.unwrap();
    serde_json::from_str(&text).unwrap_or(Value::Null)
}

/// The next line that a command says.
async fn line(child: &mut Child) -> Value {
    let mut out = BufReader::with_capacity(1, child.stdout.take().unwrap());
    let read = tokio::task::spawn_blocking(move || {
        let mut line = String::new();
        out.read_line(&mut line).map(|_| (line, out.into_inner()))
    });
    let (line, out) = read.await.unwrap().unwrap();
    child.stdout = Some(out);
    serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"))
}

/// Signs in by a device, somebody saying yes or no.
async fn by_device(stand: &Stand, args: &[&str], accept: bool) -> Said {
    control(stand, "switches", json!({ "quick_devices": true })).await;
    let mut child = stand.start(&[&["login", "--json"], args].concat(), "");
    let device = line(&mut child).await["device"].clone();
    assert!(device["address"].as_str().unwrap().ends_with("/oauth/v3/device"), "{device}");
    control(stand, "accounts/device", json!({ "user_code": device["user_code"], "accept": accept })).await;
    Stand::end(child).await
}

fn profile(stand: &Stand, name: &str) -> PathBuf {
    stand.home.path().join("config/profiles").join(name)
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// A value of `secrets.toml`.
fn secret(folder: &Path, name: &str) -> String {
    let text = fs::read_to_string(folder.join("secrets.toml")).unwrap();
    text.parse::<toml::Table>().unwrap()[name].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_device_signs_in_and_what_it_may_do_is_enough_for_all_there_is() {
    let stand = open().await;
    let said = by_device(&stand, &[], true).await;
    let done = said.json();
    assert_eq!((&done["profile"], &done["missing_scopes"]), (&json!("default"), &json!([])));
    assert_eq!(done["desk"]["email"], "ana.lima@jatoba.example", "{done}");
    let folder = profile(&stand, "default");
    assert_eq!((mode(&folder), mode(&folder.join("secrets.toml"))), (0o700, 0o600));
    for name in ["client_secret", "refresh_token"] {
        let secret = secret(&folder, name);
        assert!(!said.out.contains(&secret) && !said.err.contains(&secret), "{name}: {said:?}");
    }
    // The profile alone, with exactly the scopes that were asked for.
    let number = stand.number().await;
    for command in [
        &["contact", "list", "--json"][..],
        &["company", "list", "--json"],
        &["deal", "list", "--json"],
        &["ticket", "list", "--json"],
        &["ticket", "show", &number, "--json"],
        &["ticket", "comment", &number, "--json"],
        &["ticket", "reply", &number, "--yes", "--json"],
        &["ticket", "status", &number, "On Hold", "--json"],
        &["sync", "--once", "--mode", "two-way", "--json"],
    ] {
        let said = stand.bare_with(command, "It left today.").await;
        assert_eq!(said.code, 0, "{command:?}: {said:?}");
    }
}

#[tokio::test]
async fn whoever_says_no_leaves_nothing_behind() {
    let stand = open().await;
    by_device(&stand, &[], false).await.err_kind(4, "denied");
    assert!(!profile(&stand, "default").exists());
}

#[tokio::test]
async fn people_of_another_data_centre_are_met_there() {
    let stand = open().await;
    control(&stand, "switches", json!({ "other_dc": true })).await;
    let done = by_device(&stand, &["--profile", "eu"], true).await.json();
    let port = stand.sandbox.base_url.rsplit(':').next().unwrap();
    let there = format!("http://localhost:{port}");
    assert_eq!(done["site"]["hosts"]["accounts"], json!(there), "{done}");
    let said = stand.bare(&["--profile", "eu", "contact", "list", "--json"]).await;
    assert_eq!(said.code, 0, "{said:?}");
}

#[tokio::test]
async fn a_code_of_a_self_client_works_once() {
    let stand = open().await;
    let code = control(&stand, "accounts/code", json!({ "scope": scopes::wanted(), "minutes": 10 })).await;
    let code = format!("{}\n", code["code"].as_str().unwrap());
    stand.run_with(&["login", "--code", "--json"], &code).await.json();
    let again = stand.run_with(&["login", "--code", "--profile", "b", "--json"], &code).await;
    let error = again.error(4, "sign_in");
    assert_eq!(error["code"], "invalid_code");
    assert!(error["sentence"].as_str().unwrap().contains("Make a new one"), "{error}");
    stand.run_with(&["login", "--code", "--profile", "b", "--json"], "").await.error(2, "arguments");
    assert!(!profile(&stand, "b").exists());
}

#[tokio::test]
async fn a_browser_of_this_machine_comes_back_to_the_program() {
    let stand = open().await;
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
    let mut child = stand.start(&["login", "--browser", "--port", &port, "--json"], "");
    let address = line(&mut child).await["browser"]["address"].as_str().unwrap().to_owned();
    // Somebody else's answer is not taken.
    let forged =
        crate::sandbox::http().get(format!("http://127.0.0.1:{port}/?code=1000.mine&state=x")).send().await;
    assert_eq!(forged.unwrap().status(), 404);
    let page = crate::sandbox::http().get(&address).send().await.unwrap();
    let page = match page.headers().get("location") {
        Some(back) => crate::sandbox::http().get(back.to_str().unwrap()).send().await.unwrap(),
        None => page,
    };
    assert!(page.text().await.unwrap().contains("You are signed in"));
    assert_eq!(Stand::end(child).await.code, 0);
    assert!(profile(&stand, "default").join("secrets.toml").exists());
}

#[tokio::test]
async fn a_profile_that_is_there_is_replaced_only_when_somebody_says_so() {
    let stand = open().await;
    by_device(&stand, &[], true).await.json();
    let (folder, before) = (profile(&stand, "default"), secret(&profile(&stand, "default"), "refresh_token"));
    stand.run(&["login", "--json"]).await.error(2, "profile_exists");
    assert_eq!(secret(&folder, "refresh_token"), before);
    by_device(&stand, &["--replace"], true).await.json();
    assert_ne!(secret(&folder, "refresh_token"), before);
    stand.run(&["login", "--profile", "../up", "--json"]).await.error(2, "arguments");
}

#[tokio::test]
async fn signing_out_is_told_to_zoho_and_takes_the_secrets_away() {
    let stand = open().await;
    by_device(&stand, &[], true).await.json();
    assert_eq!(stand.bare(&["contact", "list"]).await.code, 0);
    // Zoho cannot be told: nothing changes.
    stand
        .break_it(json!([{ "kind": "reset_before_commit", "path": "/oauth/v2/token/revoke", "count": 1 }]))
        .await;
    let folder = profile(&stand, "default");
    let kept = fs::read_to_string(folder.join("secrets.toml")).unwrap();
    let away = stand.bare(&["logout", "--json"]).await;
    assert!(away.error(6, "broken")["sentence"].as_str().unwrap().contains("--local"), "{away:?}");
    assert_eq!(fs::read_to_string(folder.join("secrets.toml")).unwrap(), kept);
    let done = stand.bare(&["logout", "--json"]).await.json();
    assert_eq!(done["revoked"], true);
    assert!(!folder.join("secrets.toml").exists() && folder.join("profile.toml").exists());
    assert!(!stand.home.path().join("data/cache/default/token.json").exists());
    stand.bare(&["logout", "--json"]).await.error(3, "nobody");
    // What was thrown away is worth nothing to whoever kept a copy.
    fs::write(folder.join("secrets.toml"), kept).unwrap();
    fs::set_permissions(folder.join("secrets.toml"), fs::Permissions::from_mode(0o600)).unwrap();
    stand.bare(&["contact", "list", "--json"]).await.error(4, "sign_in");
}

#[tokio::test]
async fn everything_goes_only_when_no_word_is_lost_unasked() {
    let stand = open().await;
    by_device(&stand, &[], true).await.json();
    {
        let written = Cache::open(&stand.home.path().join("data/cache/default")).unwrap().cache;
        written.save_draft(&crate::store::draft("d1", "kept")).unwrap();
        let error = stand.bare(&["logout", "--everything", "--yes", "--json"]).await.error(1, "in_use");
        assert!(error["sentence"].as_str().unwrap().contains("End it first"), "{error}");
    }
    let error = stand.bare(&["logout", "--everything", "--json"]).await.error(7, "unsent");
    assert_eq!(error["unsent"], 1);
    assert!(profile(&stand, "default").join("secrets.toml").exists());
    let done = stand.bare(&["logout", "--everything", "--yes", "--json"]).await.json();
    assert_eq!((&done["everything"], &done["stays"]), (&json!(true), &Value::Null));
    assert!(!profile(&stand, "default").exists() && !stand.home.path().join("data/cache/default").exists());
}

#[tokio::test]
async fn the_doctor_says_what_is_wrong_and_what_to_do() {
    let stand = open().await;
    let none = stand.bare(&["doctor", "--json"]).await;
    assert_eq!(none.code, 1, "{none:?}");
    let rows: Value = serde_json::from_str(&none.out).unwrap();
    assert_eq!(rows["ok"], false);
    let profile_row = of(&rows, "profile");
    assert!(profile_row["sentence"].as_str().unwrap().contains("balcao login"), "{profile_row}");

    by_device(&stand, &[], true).await.json();
    let well = stand.bare(&["doctor", "--json"]).await.json();
    assert_eq!(well["ok"], true, "{well}");
    for check in ["settings", "profile", "folder", "token", "scopes", "clock", "bigin", "desk", "permissions"]
    {
        assert_eq!(of(&well, check)["state"], "good", "{check}: {well}");
    }
    control(&stand, "clock", json!({ "advance_seconds": 600 })).await;
    let late = stand.bare(&["doctor", "--json"]).await.json();
    assert_eq!(of(&late, "clock")["state"], "poor", "{late}");
    let secrets = profile(&stand, "default").join("secrets.toml");
    fs::set_permissions(&secrets, fs::Permissions::from_mode(0o644)).unwrap();
    let lax = stand.bare(&["doctor", "--json"]).await;
    let rows: Value = serde_json::from_str(&lax.out).unwrap();
    assert!(of(&rows, "profile")["sentence"].as_str().unwrap().contains("chmod 600"), "{rows}");
}

#[tokio::test]
async fn fewer_scopes_than_were_asked_for_are_named() {
    let stand = open().await;
    let few = "Desk.basic.READ,Desk.tickets.READ,ZohoBigin.users.READ";
    let code = control(&stand, "accounts/code", json!({ "scope": few, "minutes": 10 })).await;
    let code = format!("{}\n", code["code"].as_str().unwrap());
    let done = stand.run_with(&["login", "--code", "--json"], &code).await.json();
    let missing = done["missing_scopes"].as_array().unwrap();
    assert!(missing.contains(&json!("Desk.tickets.CREATE")), "{done}");
    let found = stand.bare(&["doctor", "--json"]).await;
    let rows: Value = serde_json::from_str(&found.out).unwrap();
    assert!(of(&rows, "scopes")["sentence"].as_str().unwrap().contains("balcao login --replace"), "{rows}");
}

#[tokio::test]
async fn no_secret_stands_in_a_log_or_a_trace() {
    let stand = open().await;
    let trace = stand.home.path().join("trace.jsonl");
    by_device(&stand, &["--trace", trace.to_str().unwrap()], true).await.json();
    assert_eq!(stand.bare(&["doctor"]).await.code, 0);
    let folder = profile(&stand, "default");
    let secrets = ["client_secret", "refresh_token"].map(|name| secret(&folder, name));
    let mut seen = 0;
    let mut left = vec![stand.home.path().to_owned()];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if !["secrets.toml", "hello.json"].contains(&path.file_name().unwrap().to_str().unwrap()) {
            let bytes = fs::read(&path).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            assert!(secrets.iter().all(|secret| !text.contains(secret)), "{}", path.display());
            seen += 1;
        }
    }
    assert!(seen >= 3, "only {seen} files were looked at");
    assert!(fs::read_to_string(trace).unwrap().contains("oauth/v3/device/token"));
}

fn of<'a>(rows: &'a Value, check: &str) -> &'a Value {
    let found = rows["checks"].as_array().unwrap().iter().find(|row| row["check"] == check);
    found.unwrap_or_else(|| panic!("{check} is not looked at: {rows}"))
}

impl Said {
    /// The error of a command that said something before.
    fn err_kind(&self, code: i32, kind: &str) {
        assert_eq!(self.code, code, "{self:?}");
        let line = self.err.lines().last().unwrap_or_default();
        let error: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {self:?}"));
        assert_eq!(error["error"]["kind"], kind, "{error}");
    }
}
