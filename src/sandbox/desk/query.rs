//! The query string of a Desk call, read the way the service reads it: lists by comma, numbers and
//! ranges checked with the service's own words of refusal.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::answer::Refusal;

/// The decoded parameters of one call. A name given twice keeps both values, joined by a comma, which
/// is how Desk's own clients repeat a filter.
#[derive(Debug, Default, Clone)]
pub struct Query {
    values: BTreeMap<String, String>,
}

impl Query {
    /// From decoded pairs.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut values: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in pairs {
            values
                .entry(name)
                .and_modify(|old| {
                    old.push(',');
                    old.push_str(&value);
                })
                .or_insert(value);
        }
        Self { values }
    }

    /// Every parameter name that was sent.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }

    /// A parameter's text, `None` when absent or empty.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// A parameter's text, `None` only when absent.
    pub fn given(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }

    /// A comma list, empty when absent.
    pub fn list(&self, name: &str) -> Vec<&str> {
        self.text(name).map(split).unwrap_or_default()
    }

    /// A yes-or-no parameter; anything but `true` and `false` is a 422.
    pub fn flag(&self, name: &str) -> Result<Option<bool>, Refusal> {
        match self.text(name) {
            None => Ok(None),
            Some("true") => Ok(Some(true)),
            Some("false") => Ok(Some(false)),
            Some(_) => Err(Refusal::bad_parameter(name)),
        }
    }

    /// A parameter without which the call is refused.
    pub fn required(&self, name: &str) -> Result<&str, Refusal> {
        self.text(name).ok_or_else(|| {
            Refusal::unprocessable(format!("The query parameter '{name}' is mandatory, but it is missing."))
        })
    }

    /// One of a fixed set of words, refused otherwise.
    pub fn word(&self, name: &str, allowed: &[&str]) -> Result<Option<&str>, Refusal> {
        match self.text(name) {
            None => Ok(None),
            Some(word) if allowed.contains(&word) => Ok(Some(word)),
            Some(_) => Err(Refusal::bad_parameter(name)),
        }
    }

    /// The `include` list, each word checked.
    pub fn include(&self, allowed: &[&str]) -> Result<Vec<&str>, Refusal> {
        let words = self.list("include");
        if words.iter().all(|word| allowed.contains(word)) {
            Ok(words)
        } else {
            Err(Refusal::bad_parameter("include"))
        }
    }

    /// The `sortBy` field and whether it descends; the field is checked.
    pub fn sort(&self, allowed: &[&str]) -> Result<Option<(&str, bool)>, Refusal> {
        let Some(text) = self.text("sortBy") else { return Ok(None) };
        let (field, descending) = text.strip_prefix('-').map_or((text, false), |field| (field, true));
        if allowed.contains(&field) {
            Ok(Some((field, descending)))
        } else {
            Err(Refusal::bad_parameter("sortBy"))
        }
    }

    /// A `from,to` pair of times, both ends included.
    pub fn range(&self, name: &str) -> Result<Option<(Timestamp, Timestamp)>, Refusal> {
        let Some(text) = self.text(name) else { return Ok(None) };
        let bad = || Refusal::bad_parameter(name);
        let (from, to) = text.split_once(',').ok_or_else(bad)?;
        let from: Timestamp = from.parse().map_err(|_| bad())?;
        let to: Timestamp = to.parse().map_err(|_| bad())?;
        Ok(Some((from, to)))
    }

    /// A whole number.
    pub fn number(&self, name: &str) -> Result<Option<i64>, Refusal> {
        self.text(name).map(|text| text.parse().map_err(|_| Refusal::bad_parameter(name))).transpose()
    }
}

/// Splits a comma list, dropping blanks around and between.
pub fn split(text: &str) -> Vec<&str> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect()
}
