//! What is wrong before anything is asked of Zoho, in the reader's language.

use serde_json::json;

use super::stand::{MARINA, open};

#[tokio::test(flavor = "multi_thread")]
async fn a_language_that_there_is_not_is_a_wrong_argument() {
    let stand = open().await;
    for args in [&["--lang", "xx", "contact", "list"][..], &["contact", "list", "--lang=xx"]] {
        let said = stand.run(args).await;
        assert_eq!(said.code, 2, "{said:?}");
        assert!(said.err.contains("There are: en, pt-BR."), "{said:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_of_the_command_goes_before_that_of_the_settings() {
    let stand = open().await;
    let config = stand.home.path().join("config");
    std::fs::create_dir_all(&config).unwrap();
    std::fs::write(config.join("settings.toml"), "language = \"pt-BR\"").unwrap();
    let said = stand.run(&["ticket", "status", "99999", "Open"]).await;
    assert!(said.err.contains("Não há ticket"), "{said:?}");
    for lang in [&["--lang=en"][..], &["--lang", "en"]] {
        let said = stand.run(&[&["ticket", "status", "99999", "Open"], lang].concat()).await;
        assert!(said.err.contains("There is no ticket"), "{said:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_settings_are_named_and_the_command_goes_on() {
    let stand = open().await;
    let config = stand.home.path().join("config");
    std::fs::create_dir_all(&config).unwrap();
    std::fs::write(config.join("settings.toml"), "\nhold_seconds = \"ten\"\ntheem = 1\n").unwrap();
    let said = stand.run(&["contact", "list", "--json", "--lang", "pt-BR"]).await;
    assert!(
        said.err.contains("Linha 2 de ") && said.err.contains("settings.toml: hold_seconds espera"),
        "{said:?}"
    );
    assert!(said.err.contains("Linha 3 de ") && said.err.contains("não há configuração theem"), "{said:?}");
    assert!(said.json()["total"].as_u64() > Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_keeps_nothing_is_said_and_commands_work_all_the_same() {
    let stand = open().await;
    std::fs::write(stand.home.path().join("data"), "in the way").unwrap();
    let said = stand.run(&["ticket", "list", "--contact", MARINA, "--json"]).await;
    assert!(said.err.contains("Nothing is kept on this machine"), "{said:?}");
    let number = said.json()["tickets"][0]["number"].as_str().unwrap().to_owned();
    let sent = stand.run_with(&["ticket", "comment", &number, "--json"], "from nowhere").await.json();
    assert_eq!(sent["fate"], "sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_none_is_told_what_is_wanted() {
    let home = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_balcao"));
        command
            .args(args)
            .env("BALCAO_HOME", home.path())
            .env_remove("BALCAO_SANDBOX")
            .env("LC_ALL", "pt_BR.UTF-8");
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = run(&["--sandbox", "nonsense", "contact", "list", "--json"]);
    let error: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, &error["error"]["kind"]), (Some(2), &json!("arguments")));
    let sentence = error["error"]["sentence"].as_str().unwrap();
    assert!(
        sentence.contains("não é o endereço de um sandbox") && sentence.contains("http://127.0.0.1:8300")
    );
    let (code, said) = run(&["--as", "ana@x.example", "contact", "list"]);
    assert!(code == Some(2) && said.contains("Informe também --sandbox URL"), "{said}");
    let (code, said) = run(&["contact", "list"]);
    assert!(code == Some(1) && said.contains("Não há perfil “default”"), "{said}");
    let (code, said) = run(&["--sandbox", "http://127.0.0.1:9", "contact", "list", "--json"]);
    let error: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(code, Some(6));
    assert_eq!(
        error["error"]["sentence"],
        "Nenhum sandbox responde em http://127.0.0.1:9. Inicie um com: balcao sandbox."
    );
    assert!(error["error"]["detail"].is_string());
}

#[test]
fn what_the_environment_says_is_not_asked_for_in_usage_lines() {
    let usage = std::process::Command::new(env!("CARGO_BIN_EXE_balcao"))
        .args(["ticket", "reply"])
        .env("BALCAO_SANDBOX", "http://127.0.0.1:9")
        .env("BALCAO_PROFILE", "work")
        .output()
        .unwrap();
    let said = String::from_utf8(usage.stderr).unwrap();
    assert!(said.contains("Usage: balcao ticket reply") && said.contains("<NUMBER|ID>"), "{said}");
    assert!(!said.contains("--sandbox") && !said.contains("--profile"), "{said}");
}

#[test]
fn a_profile_that_is_wrong_names_the_page_with_its_example() {
    let home = tempfile::tempdir().unwrap();
    let profile = home.path().join("config/profiles/work");
    std::fs::create_dir_all(&profile).unwrap();
    let run = |text: &str| {
        std::fs::write(profile.join("profile.toml"), text).unwrap();
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_balcao"))
            .args(["contact", "list"])
            .env("BALCAO_HOME", home.path())
            .env("BALCAO_PROFILE", "work")
            .env_remove("BALCAO_SANDBOX")
            .env("LC_ALL", "C")
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stderr).unwrap()
    };
    let said = run("client_id = ");
    assert!(said.contains("docs/real-service.md has an example"), "{said}");
    let said = run("client_id = \"1000.A\"");
    assert!(said.contains("secrets.toml is missing") && said.contains("balcao login"), "{said}");
}
