//! Zoho's own values in the reader's language: statuses, priorities and channels that every portal begins with. What a
//! portal calls by a name of its own keeps that name, and what is sent to Zoho is never translated.

use super::Words;
use crate::text::fold;

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

/// The values that have a word in the catalogue, as its messages are named.
const KNOWN: &[&str] = &[
    "status-open",
    "status-onhold",
    "status-escalated",
    "status-resolved",
    "status-closed",
    "priority-highest",
    "priority-high",
    "priority-medium",
    "priority-low",
    "priority-lowest",
    "priority-urgent",
    "channel-email",
    "channel-phone",
    "channel-web",
    "channel-chat",
    "channel-onlinechat",
    "channel-feedbackwidget",
    "channel-customerportal",
    "channel-forums",
    "channel-twitter",
    "channel-facebook",
    "channel-feedback",
    "channel-instagram",
    "channel-whatsapp",
];

impl Words {
    /// Which of Zoho's own values the words of a typed text mean: each word, folded, with the value's letters and digits in
    /// lower case. A value that has the word in its own spelling is not among them: it is found as it is.
    pub fn meant(&self, typed: &str) -> Vec<(String, String)> {
        let typed = fold(typed);
        let words: Vec<&str> = typed.split(' ').filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let means = |id: &&str| {
            let (_, plain) = id.split_once('-')?;
            let shown = fold(&self.say(id));
            let word = words.iter().filter(|word| shown.contains(**word) && !plain.contains(**word));
            Some(word.map(|word| ((*word).to_owned(), plain.to_owned())).collect::<Vec<_>>())
        };
        KNOWN.iter().filter_map(means).flatten().collect()
    }

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
    fn words_of_the_screen_mean_zohos_values() {
        let (en, pt) = (Words::new(Lang::En), Words::new(Lang::PtBr));
        let pair = |word: &str, value: &str| (word.to_owned(), value.to_owned());
        assert_eq!(en.meant("E-Mail "), [pair("e-mail", "email")]);
        assert_eq!(pt.meant("e-mail"), [pair("e-mail", "email")]);
        assert_eq!(pt.meant("telef"), [pair("telef", "phone")]);
        assert_eq!(pt.meant("em espera"), [pair("em", "onhold"), pair("espera", "onhold")]);
        assert_eq!(pt.meant("Média"), [pair("media", "medium")]);
        for found_as_it_is in ["phone", "high", "web", "", "  ", "boleto"] {
            assert_eq!(en.meant(found_as_it_is), [], "{found_as_it_is}");
        }
    }

    #[test]
    fn every_value_with_a_word_is_known() {
        for (_, source) in super::super::catalogue::files(Lang::En) {
            let ids = source.lines().filter_map(|line| line.split_once(" = ")).map(|(id, _)| id);
            let values = ids.filter(|id| {
                ["status-", "priority-", "channel-"].iter().any(|kind| id.starts_with(kind))
                    && !id.starts_with("status-kind-")
            });
            for id in values {
                assert!(KNOWN.contains(&id), "{id}");
            }
        }
    }

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
