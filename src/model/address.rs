//! E-mail addresses as people write them: `"Name" <user@host>`.

use std::fmt;

/// One mailbox with an optional name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Address {
    /// The name shown, without quotes; empty when there is none.
    pub name: String,
    /// `user@host` as it was written; compare with [`Address::same_mailbox`].
    pub email: String,
}

impl Address {
    /// An address without a name.
    pub fn bare(email: impl Into<String>) -> Self {
        Self { name: String::new(), email: email.into() }
    }

    /// Whether both reach the same mailbox: compared without case, as mail hosts do in practice.
    pub fn same_mailbox(&self, other: &Self) -> bool {
        self.email.eq_ignore_ascii_case(&other.email)
    }

    /// The part after the `@`, lower case; empty when there is none.
    pub fn domain(&self) -> String {
        self.email.rsplit_once('@').map(|(_, host)| host.to_ascii_lowercase()).unwrap_or_default()
    }

    /// Whether this could be delivered at all: one `@`, something on both sides, a dot in the host, no blanks.
    pub fn is_plausible(&self) -> bool {
        let Some((user, host)) = self.email.split_once('@') else { return false };
        !user.is_empty()
            && host.split('.').count() >= 2
            && host.split('.').all(|label| !label.is_empty())
            && !self
                .email
                .chars()
                .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | '"'))
            && !host.contains('@')
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.name.is_empty() {
            return f.write_str(&self.email);
        }
        if self.name.contains([',', '<', '>', '"', '@', ';', ':', '(', ')']) {
            write!(f, "\"{}\" <{}>", self.name.replace(['"', '\\'], ""), self.email)
        } else {
            write!(f, "{} <{}>", self.name, self.email)
        }
    }
}

/// Reads a comma- or semicolon-separated list; blanks and empty parts are passed over. Nothing is refused here: a part
/// that is no address comes out as it stands, so that the screen can show and mark it ([`Address::is_plausible`]).
pub fn addresses(text: &str) -> Vec<Address> {
    split(text).iter().filter_map(|part| one(part)).collect()
}

/// The list as Desk wants it: one string, comma-separated.
pub fn join_addresses(list: &[Address]) -> String {
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn split(text: &str) -> Vec<String> {
    let (mut parts, mut part, mut quoted) = (Vec::new(), String::new(), false);
    for c in text.chars() {
        match c {
            '"' => {
                quoted = !quoted;
                part.push(c);
            }
            ',' | ';' | '\n' if !quoted => parts.push(std::mem::take(&mut part)),
            _ => part.push(c),
        }
    }
    parts.push(part);
    parts
}

fn one(part: &str) -> Option<Address> {
    let part = part.trim();
    if part.is_empty() {
        return None;
    }
    // Desk also writes `"Name"<mail>` without a blank.
    if let (Some(open), true) = (part.rfind('<'), part.ends_with('>')) {
        let name = part[..open].trim().trim_matches('"').trim();
        let email = part[open + 1..part.len() - 1].trim();
        return Some(Address { name: name.to_owned(), email: email.to_owned() });
    }
    Some(Address::bare(part.trim_matches('"')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_the_spellings_desk_uses() {
        let list = addresses(r#""Souza, Marina"<marina@zylker.com>, ana@zylker.com;; Rui <rui@x.org>"#);
        assert_eq!(
            list,
            [
                Address { name: "Souza, Marina".into(), email: "marina@zylker.com".into() },
                Address::bare("ana@zylker.com"),
                Address { name: "Rui".into(), email: "rui@x.org".into() },
            ]
        );
    }

    #[test]
    fn marks_what_cannot_be_delivered() {
        for bad in ["marina", "a@b", "a b@c.d", "@c.d", "a@.d", "a@b@c.d", "<a@c.d"] {
            assert!(!Address::bare(bad).is_plausible(), "{bad}");
        }
        assert!(Address::bare("marina.souza+x@mail.zylker.com").is_plausible());
    }

    proptest! {
        #[test]
        fn a_written_list_reads_back(names in proptest::collection::vec("[a-zA-Zç, ]{0,12}", 0..4)) {
            let list: Vec<_> = names.iter().enumerate().map(|(i, name)| Address {
                name: name.trim().to_owned(), email: format!("user{i}@host.example"),
            }).collect();
            prop_assert_eq!(addresses(&join_addresses(&list)), list);
        }
    }
}
