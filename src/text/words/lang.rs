//! The languages of the program, and which one to use.

use std::fmt;
use std::str::FromStr;

use unic_langid::LanguageIdentifier;

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Lang {
    /// English.
    #[default]
    #[serde(rename = "en")]
    En,
    /// Brazilian Portuguese; also what any other Portuguese gets.
    #[serde(rename = "pt-BR")]
    PtBr,
}

impl Lang {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::En, Self::PtBr];

    /// The language of the environment: `LC_ALL`, then `LC_MESSAGES`, then `LANG`, the first that is set and not
    /// empty, as POSIX says; English when that is no language of ours. `--lang` and settings come before this.
    pub fn detect(variable: impl Fn(&str) -> Option<String>) -> Self {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(variable)
            .find(|value| !value.is_empty())
            .and_then(|value| value.parse().ok())
            .unwrap_or_default()
    }

    pub(super) fn locale(self) -> LanguageIdentifier {
        self.to_string().parse().expect("both names are well-formed language tags")
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::En => "en",
            Self::PtBr => "pt-BR",
        })
    }
}

/// Not a language of the program.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no language of this program: use `en` or `pt-BR`")]
pub struct UnknownLang(pub String);

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Reads `en`, `pt-BR`, `pt_BR.UTF-8`, `pt`, `C`, `POSIX`; case does not matter.
    fn from_str(name: &str) -> Result<Self, UnknownLang> {
        let plain = name.split(['.', '@']).next().unwrap_or_default().to_ascii_lowercase();
        match plain.split(['_', '-']).next().unwrap_or_default() {
            "en" | "c" | "posix" => Ok(Self::En),
            "pt" => Ok(Self::PtBr),
            _ => Err(UnknownLang(name.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detect(set: &[(&str, &str)]) -> Lang {
        Lang::detect(|name| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        assert_eq!(detect(&[("LANG", "pt_BR.UTF-8")]), Lang::PtBr);
        assert_eq!(detect(&[("LC_ALL", "en_US.UTF-8"), ("LANG", "pt_BR.UTF-8")]), Lang::En);
        assert_eq!(detect(&[("LC_ALL", ""), ("LC_MESSAGES", "pt_PT"), ("LANG", "en")]), Lang::PtBr);
        assert_eq!(detect(&[("LC_ALL", "de_DE.UTF-8"), ("LANG", "pt_BR")]), Lang::En);
        assert_eq!(detect(&[]), Lang::En);
    }

    #[test]
    fn names_read_back_and_strangers_are_refused() {
        for lang in Lang::ALL {
            assert_eq!(lang.to_string().parse(), Ok(lang));
        }
        assert_eq!("ptolemy".parse::<Lang>(), Err(UnknownLang("ptolemy".into())));
        assert_eq!("PT-br".parse(), Ok(Lang::PtBr));
    }
}
