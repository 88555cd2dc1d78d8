//! `balcao sync` and what belongs to it.

use serde_json::{Value, json};

use super::stand::{MARINA, Said, Stand, names, open};

/// May not read the recycle bin.
const OWEN: &str = "owen.hartley@jatoba.example";

/// A pairing of the story, by an administrator: whoever may not read the recycle bin is told so.
pub async fn paired() -> (Stand, String) {
    let stand = open().await;
    let admin = stand.sandbox.hello.agents.iter().find(|agent| agent.administrator).unwrap().email.clone();
    (stand, admin)
}

pub async fn run(stand: &Stand, admin: &str, args: &[&str]) -> Said {
    stand.run(&[&["--as", admin], args].concat()).await
}

/// Somebody changes Marina in Bigin.
pub async fn marina(stand: &Stand, admin: &str, field: &str, value: &str) {
    let hello = &stand.sandbox.hello;
    let http = crate::sandbox::http();
    let agent = hello.agents.iter().find(|agent| agent.email == admin).unwrap();
    let form = [
        ("grant_type", "refresh_token"),
        ("client_id", hello.client_id.as_str()),
        ("client_secret", hello.client_secret.as_str()),
        ("refresh_token", agent.refresh_token.as_str()),
    ];
    let url = |path: &str| format!("{}{path}", hello.base_url);
    let token: Value =
        http.post(url("/oauth/v2/token")).form(&form).send().await.unwrap().json().await.unwrap();
    let token = format!("Zoho-oauthtoken {}", token["access_token"].as_str().unwrap());
    let found =
        http.get(url(&format!("/bigin/v2/Contacts/search?email={MARINA}"))).header("Authorization", &token);
    let found: Value = found.send().await.unwrap().json().await.unwrap();
    let body = json!({ "data": [{ "id": found["data"][0]["id"], field: value }] });
    let put = http.put(url("/bigin/v2/Contacts")).header("Authorization", &token).json(&body);
    assert!(put.send().await.unwrap().status().is_success());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pairing_from_the_first_plan_to_the_history() {
    let (stand, admin) = paired().await;
    let plan = stand.home.path().join("first.plan");
    let plan = plan.to_str().unwrap();
    let planned = run(&stand, &admin, &["plan", "-o", plan, "--json"]).await.json();
    let applied = run(&stand, &admin, &["apply", plan, "--json"]).await.json();
    assert_eq!((&applied["planned"], &applied["left_out"]), (&planned["writes"], &json!([])));
    assert_eq!(applied["counts"], planned["counts"]);
    insta::assert_snapshot!("sync_apply", names(&applied));

    let again = run(&stand, &admin, &["sync", "--once", "--json"]).await.json();
    assert_eq!((&again["end"], &again["cost"]["calls"]), (&json!("quiet"), &json!(7)));
    let said = run(&stand, &admin, &["sync"]).await;
    assert!(
        said.out.starts_with("Nothing to do: Bigin and Desk agree.\n7 calls / at least 7 = 1.00"),
        "{said:?}"
    );

    let status = run(&stand, &admin, &["status", "--json"]).await.json();
    insta::assert_snapshot!("sync_status", names(&status));
    let lists: Vec<_> =
        status["items"].as_array().unwrap().iter().map(|item| item["list"].as_str().unwrap()).collect();
    assert_eq!(lists, ["ambiguous", "ambiguous", "ambiguous"]);
    let page = run(&stand, &admin, &["status"]).await;
    assert!(page.out.contains("Ambiguous (3)") && page.out.contains("Fernanda"), "{page:?}");

    marina(&stand, &admin, "Title", "=Director").await;
    let dry = run(&stand, &admin, &["sync", "--dry-run"]).await;
    assert!(dry.out.contains("title = \"=Director\"") && dry.out.contains("Nothing was written."), "{dry:?}");
    run(&stand, &admin, &["sync", "--once"]).await;
    let history = run(&stand, &admin, &["history", MARINA, "--json"]).await.json();
    let last = history["history"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["new"], &last["side"], &last["why"]),
        (&json!("=Director"), &json!("desk"), &json!("changed"))
    );
    insta::assert_snapshot!("sync_history", names(&history));
    let csv = run(&stand, &admin, &["history", MARINA, "--csv"]).await;
    assert!(csv.out.starts_with("seq,at,why,") && csv.out.contains("\"'=Director\""), "{csv:?}");
    let runs = run(&stand, &admin, &["history", "--runs", "--json"]).await.json();
    assert_eq!(runs["runs"].as_array().unwrap().len(), 4, "{runs}");

    let explained = run(&stand, &admin, &["explain", MARINA, "--json"]).await.json();
    assert_eq!(explained["records"][0]["state"], "linked");
    insta::assert_snapshot!("sync_explain", names(&explained));
    let page =
        run(&stand, &admin, &["--lang", "pt-BR", "explain", "fernanda.oliveira@nortelog.example"]).await;
    assert!(page.out.contains("ninguém adivinha") && page.out.contains("balcao link"), "{page:?}");
    run(&stand, &admin, &["explain", "nobody@x.example", "--json"]).await.error(3, "no_record");
}

#[tokio::test(flavor = "multi_thread")]
async fn people_link_and_part_what_belongs_together() {
    let (stand, admin) = paired().await;
    run(&stand, &admin, &["sync", "--once"]).await;
    let status = run(&stand, &admin, &["status", "--json"]).await.json();
    let twins: Vec<_> = status["items"].as_array().unwrap().clone();
    let id = |side: &str| twins.iter().find_map(|item| item["ids"][side].as_str()).unwrap().to_owned();
    let (bigin, desk) = (id("bigin"), id("desk"));
    run(&stand, &admin, &["link", &desk, &bigin, "--json"]).await.error(3, "no_record");
    run(&stand, &admin, &["link", &bigin, &desk, "--json"]).await.json();
    let waits = run(&stand, &admin, &["status", "--json"]).await.json();
    assert_eq!(waits["wishes"], 1);
    run(&stand, &admin, &["sync", "--once"]).await;
    let explained = run(&stand, &admin, &["explain", &bigin, "--json"]).await.json();
    assert_eq!(
        (&explained["records"][0]["state"], &explained["records"][0]["ids"]["desk"]),
        (&json!("linked"), &json!(desk))
    );
    run(&stand, &admin, &["unlink", MARINA]).await;
    marina(&stand, &admin, "Title", "Alone").await;
    run(&stand, &admin, &["sync", "--once"]).await;
    marina(&stand, &admin, "Title", "Still alone").await;
    let ran = run(&stand, &admin, &["sync", "--once", "--json"]).await.json();
    assert_eq!(ran["counts"]["updated"]["desk"], 0, "{ran}");
    let explained = run(&stand, &admin, &["explain", MARINA, "--json"]).await.json();
    assert_eq!(explained["records"][0]["state"], "apart");
    run(&stand, &admin, &["unlink", MARINA, "--json"]).await.error(3, "not_linked");
    run(&stand, &admin, &["retry", MARINA, "--json"]).await.error(3, "not_failing");
    run(&stand, &admin, &["resolve", MARINA, "--bigin", "--json"]).await.error(3, "no_conflict");
    assert_eq!(
        run(&stand, &admin, &["resolve", "--release", "--json"]).await.json(),
        json!({ "released": true })
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mapping_is_looked_through_before_it_is_in_force() {
    let (stand, admin) = paired().await;
    let shown = run(&stand, &admin, &["mapping", "show", "--json"]).await.json();
    let path = std::path::PathBuf::from(shown["path"].as_str().unwrap());
    let text = shown["text"].as_str().unwrap();
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let write = |more: &str| std::fs::write(&path, format!("{text}{more}")).unwrap();

    write(
        "\n[[contact.field]]\nid = 14\nbigin = \"Lifecycle\"\ndesk = \"cf_lifecycle\"\nflow = \"sideways\"\n",
    );
    let error = run(&stand, &admin, &["mapping", "diff", "--json"]).await.error(2, "mapping");
    assert!(
        error["sentence"].as_str().unwrap().contains("field Lifecycle: “sideways” is not one of"),
        "{error}"
    );
    write("\n[[contact.field]]\nid = 14\nbigin = \"Lifecycle\"\ndesk = \"cf_lifecycle\"\n");
    let error = run(&stand, &admin, &["mapping", "apply", "--json"]).await.error(2, "mapping");
    assert!(error["sentence"].as_str().unwrap().contains("Partner"), "{error}");
    write(
        "\n[[contact.field]]\nid = 14\nbigin = \"Lifecycle\"\ndesk = \"cf_lifecycle\"\nflow = \"to-desk\"\n",
    );
    let diff = run(&stand, &admin, &["mapping", "diff", "--json"]).await.json();
    assert_eq!(
        (&diff["differences"][0]["what"], &diff["differences"][0]["id"]),
        (&json!("added"), &json!(14))
    );
    let checked = run(&stand, &admin, &["mapping", "check"]).await;
    assert!(checked.err.contains("Partner") && checked.out.contains("fits"), "{checked:?}");
    let behind = run(&stand, &admin, &["sync", "--dry-run"]).await;
    assert!(behind.err.contains("balcao mapping apply"), "{behind:?}");
    assert_eq!(run(&stand, &admin, &["mapping", "apply", "--json"]).await.json(), json!({ "revision": 2 }));
    assert_eq!(
        run(&stand, &admin, &["mapping", "rollback", "--json"]).await.json(),
        json!({ "revision": 3 })
    );
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    run(&stand, &admin, &["mapping", "rollback", "77", "--json"]).await.error(3, "no_revision");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_of_them_do_not_lead_at_once_and_the_ledger_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (stand, admin) = paired().await;
    let mut watching = stand.start(&["--as", &admin, "sync", "--watch", "--json"], "");
    stand.until_called("/recycleBin").await;
    run(&stand, &admin, &["sync", "--once", "--json"]).await.error(6, "led_elsewhere");
    // Whoever only looks keeps nobody from leading.
    run(&stand, &admin, &["status", "--json"]).await.json();
    watching.kill().unwrap();
    watching.wait().unwrap();
    let caches = std::fs::read_dir(stand.home.path().join("data/cache")).unwrap().flatten();
    let files: Vec<_> =
        caches.flat_map(|folder| std::fs::read_dir(folder.path()).unwrap().flatten()).collect();
    let of_sync: Vec<_> =
        files.iter().filter(|file| file.file_name().to_string_lossy().starts_with("sync.")).collect();
    assert!(of_sync.len() >= 2, "{of_sync:?}");
    for file in of_sync {
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{file:?}");
    }
    // The lease of the dead one is nobody's.
    let ran = run(&stand, &admin, &["sync", "--once", "--json"]).await.json();
    assert!(ran["counts"]["linked"].as_u64().unwrap() > 0 || ran["end"] == "quiet", "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_not_see_deletions_is_told_and_the_rest_goes_on() {
    let stand = open().await;
    let said = stand.run(&["--as", OWEN, "sync", "--once", "--mode", "none"]).await;
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.err.contains("Deletions in Desk are not seen") && said.out.contains("linked"), "{said:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_real_portal_is_not_written_unless_somebody_says_how_far() {
    let stand = open().await;
    let hello = &stand.sandbox.hello;
    let folder = stand.home.path().join("config/profiles/default");
    std::fs::create_dir_all(&folder).unwrap();
    let profile = |sync: &str| {
        let url = &hello.base_url;
        let text = format!(
            "client_id = \"{}\"\n[hosts]\naccounts = \"{url}\"\nbigin = \"{url}\"\ndesk = \"{url}\"\n{sync}",
            hello.client_id
        );
        std::fs::write(folder.join("profile.toml"), text).unwrap();
    };
    let secrets = folder.join("secrets.toml");
    let text =
        format!("client_secret = \"{}\"\nrefresh_token = \"{}\"\n", hello.client_secret, hello.refresh_token);
    std::fs::write(&secrets, text).unwrap();
    std::fs::set_permissions(&secrets, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    let sync = async || stand.bare(&["sync", "--dry-run", "--json"]).await;
    profile("");
    sync().await.error(2, "no_mode");
    profile("[sync]\nmode = \"sideways\"\n");
    let error = sync().await.error(1, "setup");
    assert!(error["sentence"].as_str().unwrap().contains("two-way"), "{error}");
    profile("[sync]\nmode = \"one-way\"\n");
    assert_eq!(sync().await.json()["mode"], "one-way");
}
