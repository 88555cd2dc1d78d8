//! Zoho's own values in the reader's language: statuses, priorities and channels that every portal begins with. What a
//! portal calls by a name of its own keeps that name, and what is sent to Zoho is never translated.

use super::Words;

/// What a value is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standard {
    /// A ticket's status.
    Status,
    /// A ticket's priority.
    Priority,
    /// How a ticket or a message came in: tickets spell it `Email`, threads `EMAIL`.
    Channel,
}

impl Words {
    /// The word for a value, or the value itself when it is the portal's own.
    pub fn standard(&self, of: Standard, value: &str) -> String {
        let plain: String = value.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        let known = plain.is_ascii() && !plain.is_empty();
        let id = match of {
            Standard::Status => format!("status-{plain}"),
            Standard::Priority => format!("priority-{plain}"),
            Standard::Channel => format!("channel-{plain}"),
        };
        if known && self.has(&id) { self.say(&id) } else { value.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn zohos_own_values_are_said_in_the_readers_language_and_the_portals_are_kept() {
        let (en, pt) = (Words::new(Lang::En), Words::new(Lang::PtBr));
        assert_eq!(pt.standard(Standard::Status, "On Hold"), "Em espera");
        assert_eq!(en.standard(Standard::Status, "On Hold"), "On Hold");
        assert_eq!(pt.standard(Standard::Priority, "High"), "Alta");
        assert_eq!(pt.standard(Standard::Channel, "PHONE"), pt.standard(Standard::Channel, "Phone"));
        for own in ["Aguardando financeiro", "kind-open", "", "新規", "Open (VIP)"] {
            assert_eq!(pt.standard(Standard::Status, own), own);
        }
    }
}
