//! `settings.toml`: how the program looks and behaves. Every key may be left out.

use std::path::Path;

use serde::Deserialize;

use super::Error;

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

impl Settings {
    /// Reads the file; one that is not there means the defaults.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(source) => return Err(Error::Read { path: path.to_owned(), source }),
        };
        let settings: Self = toml::from_str(&text)
            .map_err(|error| Error::Parse { path: path.to_owned(), what: error.to_string() })?;
        if settings.hold_seconds > 600 {
            let what = "hold_seconds is at most 600 (ten minutes).".to_owned();
            return Err(Error::Parse { path: path.to_owned(), what });
        }
        Ok(settings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Settings, Error> {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("settings.toml");
        std::fs::write(&path, text).expect("a file");
        Settings::read(&path)
    }

    #[test]
    fn what_is_left_out_has_its_default() {
        let settings = read("hold_seconds = 3\ncolour = \"16\"").expect("good settings");
        assert_eq!((settings.hold_seconds, settings.colour), (3, ColourWish::Sixteen));
        assert_eq!(
            Settings::read(Path::new("/nowhere/settings.toml")).expect("defaults"),
            Settings::default()
        );
    }

    #[test]
    fn a_misspelt_key_is_named() {
        let error = read("hold_secnds = 3").expect_err("no such key").to_string();
        assert!(error.contains("hold_secnds"), "{error}");
        assert!(read("hold_seconds = 601").is_err());
    }
}
