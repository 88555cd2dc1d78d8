//! Who belongs to a ticket: the portal, and the customer's house. Everybody else is outside, however they came in.

use crate::model::{Address, Conversation, Direction, Entry, Ticket};

/// The domains of the ticket's contact and of its account, whose websites these are as they were typed.
pub fn customer_domains(ticket: &Ticket, websites: &[String]) -> Vec<String> {
    let contact = ticket.email.as_deref().map(|email| Address::bare(email).domain());
    let sites = websites.iter().filter_map(|site| host(site));
    contact.into_iter().chain(sites).filter(|domain| !domain.is_empty()).collect()
}

/// Those who are neither of the portal nor of the customer. Nobody, when it is not known who the customer is (a phone
/// call): then there is no inside that one could be outside of.
pub(super) fn outside(
    people: Vec<Address>,
    conversation: &Conversation,
    own: &[Address],
    customer: &[String],
) -> Vec<Address> {
    let mut inside: Vec<String> = customer.to_vec();
    if inside.is_empty() {
        inside.extend(first_writer(conversation).map(Address::domain));
    }
    if inside.is_empty() {
        return Vec::new();
    }
    inside.extend(own.iter().map(Address::domain));
    inside.retain(|domain| !domain.is_empty());
    let is_inside = |one: &Address| {
        let domain = one.domain();
        inside.iter().any(|house| {
            domain == *house || domain.strip_suffix(house.as_str()).is_some_and(|rest| rest.ends_with('.'))
        })
    };
    people.into_iter().filter(|one| !is_inside(one)).collect()
}

/// Who opened the conversation.
fn first_writer(conversation: &Conversation) -> Option<&Address> {
    conversation.entries.iter().find_map(|entry| match entry {
        Entry::Thread(thread) if thread.direction == Direction::In => {
            thread.from.as_ref().filter(|from| !from.email.is_empty())
        }
        _ => None,
    })
}

/// The host in a website as it was typed, lower case, without `www.`.
fn host(website: &str) -> Option<String> {
    let rest = website.trim().rsplit_once("://").map_or(website.trim(), |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host).trim_end_matches('.').to_owned();
    (host.contains('.') && !host.contains(char::is_whitespace)).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::start::tests::ticket;

    #[test]
    fn the_customers_house_is_the_contacts_mail_and_the_accounts_website() {
        let sites = ["https://www.Zylker-Group.com/pt".to_owned(), "none".to_owned()];
        assert_eq!(customer_domains(&ticket(), &sites), ["zylker.com", "zylker-group.com"]);
    }
}
