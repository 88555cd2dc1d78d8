//! Reads `words.toml`: what fills the slots of the patterns.

use std::collections::BTreeMap;

use super::assets;

/// Lists of words, by group (a language, `all`, `scale`) and name.
#[derive(Debug, Default)]
pub struct Words(BTreeMap<String, BTreeMap<String, Vec<String>>>);

impl Words {
    /// Reads them. The text is compiled in and a test reads it.
    pub fn read() -> Self {
        Self(toml::from_str(assets::WORDS).unwrap_or_else(|error| {
            tracing::error!(%error, "the story's words can't be read");
            BTreeMap::new()
        }))
    }

    /// A list; empty when there is none.
    pub fn list(&self, group: &str, name: &str) -> &[String] {
        self.0.get(group).and_then(|lists| lists.get(name)).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_can_be_read() {
        let words = Words::read();
        for language in ["pt", "en", "es", "ja", "ar"] {
            for name in ["hi", "hello", "bye", "sign", "thanks", "weekday", "month", "idea"] {
                assert!(!words.list(language, name).is_empty(), "{language}.{name}");
            }
        }
        assert!(!words.list("scale", "first").is_empty());
    }
}
