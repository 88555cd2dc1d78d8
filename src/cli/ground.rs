//! What every command stands on: where things lie, the settings, the language.

use super::exit::Failure;
use super::sentence;
use crate::config::{Known, Paths, Settings};
use crate::text::{Lang, Words};
use crate::ui::Theme;

/// What every command stands on.
pub struct Ground {
    /// Where things lie.
    pub paths: Paths,
    /// How the program looks and behaves.
    pub settings: Settings,
    /// The reader's language.
    pub words: Words,
    /// What is wrong with the settings, in sentences; the rest of them holds.
    pub complaints: Vec<String>,
}

impl Ground {
    /// Finds it. `asked` is the language of the command line, which goes before the settings and the environment.
    pub fn find(asked: Option<Lang>) -> Result<Self, Failure> {
        let words = spoken(asked);
        let paths = Paths::find(|name| std::env::var(name).ok())
            .map_err(|error| sentence::of_config(&error, &words))?;
        let languages = Lang::ALL.map(|lang| lang.to_string());
        let languages: Vec<&str> = languages.iter().map(String::as_str).collect();
        let known = Known { languages: &languages, themes: &Theme::NAMES };
        let (settings, wrong) = Settings::read(&paths.settings(), known);
        let set = settings.language.as_ref().and_then(|language| language.parse::<Lang>().ok());
        let words = if asked.is_some() { words } else { set.map_or(words, Words::new) };
        let complaints = wrong.iter().map(|error| sentence::of_config(error, &words).sentence).collect();
        Ok(Self { paths, settings, words, complaints })
    }
}

/// How many shall be listed: one at least.
pub fn at_least_one(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|many| *many > 0).ok_or_else(|| "a number was expected, 1 at least".to_owned())
}

/// The language before the settings are known.
pub fn spoken(asked: Option<Lang>) -> Words {
    Words::new(asked.unwrap_or_else(|| Lang::detect(|name| std::env::var(name).ok())))
}
