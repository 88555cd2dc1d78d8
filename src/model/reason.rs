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

    /// The same with a number that chooses the plural.
    #[must_use]
    pub fn with_count(mut self, count: i64) -> Self {
        if let Self::Told { numbers, .. } = &mut self {
            numbers.push(("count".to_owned(), count));
        }
        self
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

/// Why the system refused something, as an argument `why` of a reason or a sentence: a word that the catalogue has as
/// `error-why-<word>`, else what the system said, without its number.
pub fn system_word(error: &std::io::Error) -> String {
    use std::io::ErrorKind as Kind;
    let known = match error.kind() {
        Kind::NotFound => "not-found",
        Kind::PermissionDenied => "denied",
        Kind::AlreadyExists => "exists",
        Kind::StorageFull | Kind::QuotaExceeded => "full",
        Kind::ReadOnlyFilesystem => "read-only",
        Kind::IsADirectory => "folder",
        Kind::NotADirectory => "no-folder",
        Kind::InvalidFilename => "name",
        Kind::InvalidData => "no-text",
        _ => {
            let said = error.to_string();
            return said.split(" (os error").next().unwrap_or_default().to_owned();
        }
    };
    known.to_owned()
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
    fn the_system_is_not_quoted_with_its_numbers() {
        use std::io::Error;
        let missing = Error::from_raw_os_error(2);
        assert_eq!(system_word(&missing), "not-found");
        let broken = Error::from_raw_os_error(5);
        assert!(!system_word(&broken).contains("os error") && !system_word(&broken).is_empty());
        assert_eq!(system_word(&Error::other("vi: exit status: 1")), "vi: exit status: 1");
    }

    #[test]
    fn a_store_of_before_is_read_as_well() {
        let old: Reason = serde_json::from_str("\"Zoho Desk is busy.\"").unwrap();
        assert_eq!(old, Reason::Plain("Zoho Desk is busy.".into()));
        let new = Reason::told("error-zoho-busy", &[("service", "Zoho Desk")]).with_behind("x".into());
        let json = serde_json::to_string(&new).unwrap();
        assert_eq!(serde_json::from_str::<Reason>(&json).unwrap(), new);
    }
}
