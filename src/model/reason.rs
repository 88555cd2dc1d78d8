//! Why a message did not leave, kept so that it can be told in any language.

/// A message of the catalogue with its arguments; or, from stores of before, a finished sentence.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
pub enum Reason {
    /// Told in the reader's language.
    Told {
        /// The name of the message in the catalogue.
        id: String,
        /// Its arguments that are text, possibly foreign.
        texts: Vec<(String, String)>,
        /// Its arguments that are numbers.
        numbers: Vec<(String, i64)>,
        /// What the service said besides, to stand behind the sentence; empty for nothing.
        behind: String,
    },
    /// A finished sentence.
    Plain(String),
}

impl Reason {
    /// A reason with these arguments.
    pub fn told(id: &str, texts: &[(&str, &str)]) -> Self {
        let texts = texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        Self::Told { id: id.to_owned(), texts, numbers: Vec::new(), behind: String::new() }
    }

    /// A reason with a number that chooses the plural.
    pub fn counted(id: &str, name: &str, number: i64) -> Self {
        let numbers = vec![(name.to_owned(), number)];
        Self::Told { id: id.to_owned(), texts: Vec::new(), numbers, behind: String::new() }
    }

    /// The same with something behind it.
    #[must_use]
    pub fn with_behind(self, more: String) -> Self {
        match self {
            Self::Told { id, texts, numbers, .. } => Self::Told { id, texts, numbers, behind: more },
            Self::Plain(_) => self,
        }
    }
}

impl From<&str> for Reason {
    fn from(sentence: &str) -> Self {
        Self::Plain(sentence.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_of_before_is_read_as_well() {
        let old: Reason = serde_json::from_str("\"Zoho Desk is busy.\"").unwrap();
        assert_eq!(old, Reason::Plain("Zoho Desk is busy.".into()));
        let new = Reason::told("error-zoho-busy", &[("service", "Zoho Desk")]).with_behind("x".into());
        let json = serde_json::to_string(&new).unwrap();
        assert_eq!(serde_json::from_str::<Reason>(&json).unwrap(), new);
    }
}
