//! `settings.toml`: how the program looks and behaves. Every key may be left out.

use std::path::Path;

use serde::Deserialize;
use toml::de::DeTable;

use super::Error;
use super::error::line_of;

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// `en` or `pt-BR`; left out: as the environment says.
    pub language: Option<String>,
    /// For how many seconds a message is held before it leaves; 0 to 600.
    pub hold_seconds: u16,
    /// How many colours.
    pub colour: ColourWish,
    /// Borders and symbols in ASCII; left out: as the locale says.
    pub ascii: Option<bool>,
    /// Scroll regions, which some multiplexers get wrong; left out: as the environment says.
    pub scroll_region: Option<bool>,
    /// The theme by name.
    pub theme: String,
}

/// How many colours are wished for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum ColourWish {
    /// As the environment says.
    #[default]
    #[serde(rename = "auto")]
    Auto,
    /// None.
    #[serde(rename = "mono")]
    Mono,
    /// The terminal's own sixteen.
    #[serde(rename = "16")]
    Sixteen,
    /// 24 bits.
    #[serde(rename = "true")]
    True,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            hold_seconds: 10,
            colour: ColourWish::Auto,
            ascii: None,
            scroll_region: None,
            theme: "terminal".to_owned(),
        }
    }
}

/// What a value is checked against besides its type.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The languages.
    pub languages: &'a [&'a str],
    /// The themes.
    pub themes: &'a [&'a str],
}

impl Settings {
    /// The keys.
    const KEYS: [&'static str; 6] = ["language", "hold_seconds", "colour", "ascii", "scroll_region", "theme"];

    /// Reads the file; one that is not there means the defaults. What is wrong in it has its default as well and is
    /// told: a slip of the pen is no reason to keep somebody from their customers.
    pub fn read(path: &Path, known: Known<'_>) -> (Self, Vec<Error>) {
        use std::io::ErrorKind::{NotADirectory, NotFound};
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if matches!(error.kind(), NotFound | NotADirectory) => {
                return (Self::default(), Vec::new());
            }
            Err(source) => {
                return (Self::default(), vec![Error::Read { path: path.to_owned(), source }]);
            }
        };
        let table = match DeTable::parse(&text) {
            Ok(table) => table,
            Err(error) => {
                let line = line_of(&text, error.span().map_or(0, |span| span.start));
                let what = error.message().to_owned();
                return (Self::default(), vec![Error::Syntax { path: path.to_owned(), line, what }]);
            }
        };
        let mut entries: Vec<_> = table.get_ref().iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let (mut good, mut wrong) = (String::new(), Vec::new());
        for (key, value) in entries {
            let (path, line, name) =
                (path.to_owned(), line_of(&text, key.span().start), key.get_ref().to_string());
            if !Self::KEYS.contains(&name.as_str()) {
                wrong.push(Error::Key { path, line, key: name });
                continue;
            }
            // As if this entry stood alone in its file.
            let entry = text.get(value.span()).map(|value| format!("{name} = {value}\n"));
            let alone = entry.as_deref().and_then(|entry| toml::from_str::<Self>(entry).ok());
            match (entry, alone) {
                (Some(entry), Some(alone)) if alone.is_in_range(known) => good.push_str(&entry),
                _ => wrong.push(Error::Value { path, line, key: name }),
            }
        }
        // Entries that are good one by one are good together.
        (toml::from_str(&good).unwrap_or_default(), wrong)
    }

    fn is_in_range(&self, known: Known<'_>) -> bool {
        let speaks = |language: &String| known.languages.iter().any(|one| one.eq_ignore_ascii_case(language));
        self.hold_seconds <= 600
            && self.language.as_ref().is_none_or(speaks)
            && known.themes.contains(&self.theme.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: Known<'_> = Known { languages: &["en", "pt-BR"], themes: &["terminal", "dusk"] };

    fn read(text: &str) -> (Settings, Vec<String>) {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("settings.toml");
        std::fs::write(&path, text).expect("a file");
        let (settings, wrong) = Settings::read(&path, KNOWN);
        let file = path.display().to_string();
        (settings, wrong.iter().map(|one| one.to_string().replace(&file, "settings.toml")).collect())
    }

    #[test]
    fn what_is_left_out_has_its_default() {
        let (settings, wrong) = read("hold_seconds = 3\ncolour = \"16\"");
        assert_eq!((settings.hold_seconds, settings.colour), (3, ColourWish::Sixteen));
        assert_eq!(wrong, Vec::<String>::new());
        for nowhere in ["/nowhere/settings.toml", "/dev/null/settings.toml"] {
            let (settings, wrong) = Settings::read(Path::new(nowhere), KNOWN);
            assert_eq!((settings, wrong.len()), (Settings::default(), 0), "{nowhere}");
        }
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line_and_the_rest_holds() {
        let (settings, wrong) =
            read("# mine\nhold_secnds = 3\ntheme = \"dusk\"\nhold_seconds = 601\n[colour]\na = 1");
        assert_eq!((settings.hold_seconds, settings.theme.as_str()), (10, "dusk"));
        let expected = [
            "Line 2 of settings.toml: there is no setting hold_secnds.",
            "Line 4 of settings.toml: hold_seconds cannot have this value.",
            "Line 5 of settings.toml: colour cannot have this value.",
        ];
        assert_eq!(wrong, expected);
        assert_eq!(read("theme = \"noon\"\nlanguage = \"xx\"").1.len(), 2);
    }

    #[test]
    fn a_file_that_is_no_toml_leaves_the_defaults() {
        let (settings, wrong) = read("hold_seconds = 3\ntheme = \n");
        assert_eq!(settings, Settings::default());
        assert!(wrong[0].starts_with("Line 2 of settings.toml"), "{wrong:?}");
    }
}
