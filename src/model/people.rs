//! The people on our side of the counter, and the Desk side of those on the other.

use super::{AccountId, AgentId, DepartmentId, DeskContactId, TicketScope, UserId};

/// A user of Bigin, as records name them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct UserRef {
    /// Their id in Bigin.
    pub id: UserId,
    /// Their name.
    pub name: String,
}

/// An agent of Desk, as tickets name them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct AgentRef {
    /// Their id in Desk.
    pub id: AgentId,
    /// Their name.
    pub name: String,
}

/// An agent of Desk.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Agent {
    /// Their id in Desk.
    pub id: AgentId,
    /// Their name.
    pub name: String,
    /// Their e-mail.
    pub email: String,
    /// Zoho's id of the user over all products: what a mention in a comment needs. Unconfirmed agents have none.
    pub zuid: Option<String>,
    /// Whether they can work at all (not disabled).
    pub active: bool,
    /// The departments they work in.
    pub departments: Vec<DepartmentId>,
}

/// The agent who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Me {
    /// As Desk lists them.
    pub agent: Agent,
    /// Their language as Desk knows it, such as `pt_BR`.
    pub language: Option<String>,
    /// Their time zone as Desk knows it, an IANA name such as `America/Sao_Paulo`.
    pub time_zone: Option<String>,
    /// The name of the portal.
    pub portal: String,
    /// Whether they administrate Desk; none when it was not told.
    #[serde(default)]
    pub administrator: Option<bool>,
}

/// A contact of Desk, as far as finding a twin needs it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct DeskPerson {
    /// Their id in Desk.
    pub id: DeskContactId,
    /// First and last name.
    pub name: String,
    /// Their e-mail.
    pub email: Option<String>,
    /// Their second e-mail.
    pub secondary_email: Option<String>,
    /// Their account.
    pub account: Option<AccountId>,
    /// What that account is called; empty when the answer did not say.
    pub account_name: String,
}

/// An account of Desk, as far as finding a twin needs it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct DeskCompany {
    /// Its id in Desk.
    pub id: AccountId,
    /// Its name.
    pub name: String,
    /// Its website as it was typed.
    pub website: Option<String>,
}

/// Where a Bigin record stands in Desk, as far as that can be said without the sync core's links.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum DeskTwin {
    /// Exactly one match.
    Contact(DeskContactId),
    /// Exactly one match.
    Account(AccountId),
    /// Nobody there: no e-mail to look for, or none found.
    None,
    /// Several match, and nobody guesses.
    Ambiguous(#[serde(deserialize_with = "candidates")] Vec<Candidate>),
}

/// One of several that match a Bigin record: enough for a person to tell them apart, and to look at their tickets.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Candidate {
    /// A contact of Desk.
    Contact(DeskPerson),
    /// An account of Desk.
    Account(DeskCompany),
}

impl Candidate {
    /// The twin it would be if somebody said so.
    pub fn twin(&self) -> DeskTwin {
        match self {
            Self::Contact(one) => DeskTwin::Contact(one.id.clone()),
            Self::Account(one) => DeskTwin::Account(one.id.clone()),
        }
    }

    /// Its tickets.
    pub fn scope(&self) -> TicketScope {
        match self {
            Self::Contact(one) => TicketScope::Of { contacts: vec![one.id.clone()], accounts: Vec::new() },
            Self::Account(one) => TicketScope::Of { contacts: Vec::new(), accounts: vec![one.id.clone()] },
        }
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        match self {
            Self::Contact(one) => &one.name,
            Self::Account(one) => &one.name,
        }
    }

    /// Its e-mail, or its website; empty when it has none.
    pub fn reach(&self) -> &str {
        match self {
            Self::Contact(one) => one.email.as_deref().unwrap_or_default(),
            Self::Account(one) => one.website.as_deref().unwrap_or_default(),
        }
    }

    /// The company of a contact; empty when it is not known, or when it is one itself.
    pub fn company(&self) -> &str {
        match self {
            Self::Contact(one) => &one.account_name,
            Self::Account(_) => "",
        }
    }

    /// Name and address in one line.
    pub fn said(&self) -> String {
        match (self.reach(), self) {
            ("", _) => self.name().to_owned(),
            (email, Self::Contact(one)) => format!("{} <{email}>", one.name),
            (website, Self::Account(one)) => format!("{} ({website})", one.name),
        }
    }
}

/// Candidates as they are stored. A cache of an earlier version kept their names alone: those are passed over until
/// the twin is looked up again.
fn candidates<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<Candidate>, D::Error> {
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Stored {
        Whole(Candidate),
        Name(#[allow(dead_code, reason = "only told from the others")] String),
    }
    let stored: Vec<Stored> = serde::Deserialize::deserialize(from)?;
    let whole = |one| match one {
        Stored::Whole(candidate) => Some(candidate),
        Stored::Name(_) => None,
    };
    Ok(stored.into_iter().filter_map(whole).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn candidates_come_back_from_the_store_and_names_of_an_earlier_version_are_passed_over() {
        let one = Candidate::Account(DeskCompany {
            id: AccountId::new("7"),
            name: "Aroeira".into(),
            website: None,
        });
        let twin = DeskTwin::Ambiguous(vec![one]);
        let stored = serde_json::to_string(&twin).expect("plain data");
        assert_eq!(serde_json::from_str::<DeskTwin>(&stored).expect("what was stored"), twin);
        let old = r#"{"Ambiguous":["Aroeira (aroeira.example)"]}"#;
        assert_eq!(
            serde_json::from_str::<DeskTwin>(old).expect("an old row"),
            DeskTwin::Ambiguous(Vec::new())
        );
    }
}
