//! `docs/settings.md`: written by hand, but it names every key, its default, and nothing else.

use balcao::config::{Known, Settings};

/// The names and documentation of the settings, read from where they are defined.
fn keys() -> Vec<String> {
    let source = super::read("src/config/settings.rs");
    let from = source.find("pub struct Settings {").expect("the settings");
    let body = &source[from..from + source[from..].find("\n}").expect("their end")];
    let fields = body.lines().filter_map(|line| line.trim().strip_prefix("pub "));
    fields.filter_map(|field| field.split_once(':')).map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn every_setting_is_described() {
    let page = super::read("docs/settings.md");
    let keys = keys();
    assert!(keys.len() >= 6 && keys.contains(&"hold_seconds".to_owned()), "{keys:?}");
    let table = page.split("## ").find(|part| part.starts_with("`settings.toml`")).expect("a part");
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    let described: Vec<_> = rows.map(|(name, _)| name.to_owned()).collect();
    for key in &keys {
        assert!(described.contains(key), "docs/settings.md does not describe {key}");
    }
    for name in &described {
        assert!(keys.contains(name), "docs/settings.md describes {name}, which there is not");
    }
}

#[test]
fn the_example_is_understood_and_holds_the_defaults() {
    let page = super::read("docs/settings.md");
    let example =
        page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.toml");
    std::fs::write(&path, example).expect("written");
    let known = Known { languages: &["en", "pt-BR"], themes: &balcao::ui::Theme::NAMES };
    let (read, wrong) = Settings::read(&path, known);
    assert!(wrong.is_empty(), "the example of docs/settings.md: {wrong:?}");
    let defaults = Settings::default();
    assert_eq!(
        (read.hold_seconds, read.colour, read.theme),
        (defaults.hold_seconds, defaults.colour, defaults.theme)
    );
}
