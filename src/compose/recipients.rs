//! Who gets an answer.

use crate::model::{Address, Direction, Thread};

/// To and Cc of a message in the making.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipients {
    /// To whom.
    pub to: Vec<Address>,
    /// With copy to.
    pub cc: Vec<Address>,
}

/// *Reply*: the sender only; for a message of ours, the people it went to. `customer` stands in where the message has
/// no addresses (a phone call, a web form).
pub fn reply_to(thread: Option<&Thread>, customer: Option<&str>, own: &[Address]) -> Recipients {
    Recipients { to: answered(thread, customer, own), cc: Vec::new() }
}

/// *Reply all*: the sender, and everybody else who was in To or Cc, without the portal's own addresses.
pub fn reply_all_to(thread: Option<&Thread>, customer: Option<&str>, own: &[Address]) -> Recipients {
    let to = answered(thread, customer, own);
    let others = thread.into_iter().flat_map(|thread| thread.to.iter().chain(&thread.cc));
    let mut cc: Vec<Address> = Vec::new();
    for address in others {
        let known = to.iter().chain(&cc).chain(own).any(|other| other.same_mailbox(address));
        if !known && !address.email.is_empty() {
            cc.push(address.clone());
        }
    }
    Recipients { to, cc }
}

/// *Forward*: nobody yet; the writer says to whom.
pub fn forward_to() -> Recipients {
    Recipients::default()
}

fn answered(thread: Option<&Thread>, customer: Option<&str>, own: &[Address]) -> Vec<Address> {
    let written = match thread {
        Some(thread) if thread.direction == Direction::Out => thread.to.clone(),
        Some(thread) if !thread.reply_to.is_empty() => thread.reply_to.clone(),
        Some(thread) => thread.from.clone().into_iter().collect(),
        None => Vec::new(),
    };
    let mut people: Vec<Address> = Vec::new();
    for address in written {
        let ours = own.iter().any(|own| own.same_mailbox(&address));
        let twice = people.iter().any(|known| known.same_mailbox(&address));
        if !ours && !twice && !address.email.is_empty() {
            people.push(address);
        }
    }
    if people.is_empty() {
        people.extend(customer.filter(|email| !email.is_empty()).map(Address::bare));
    }
    people
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::start::tests::thread;
    use crate::model::addresses;

    #[test]
    fn reply_goes_to_the_sender_only() {
        let message = thread("marina@zylker.com", "help@us.com, x@other.org", "rui@zylker.com");
        let own = addresses("help@us.com");
        assert_eq!(reply_to(Some(&message), None, &own).to, addresses("marina@zylker.com"));
        assert!(reply_to(Some(&message), None, &own).cc.is_empty());
    }

    #[test]
    fn reply_all_leaves_out_our_own_addresses_whatever_their_case_and_doubles() {
        let message = thread(
            "marina@zylker.com",
            "HELP@us.com, x@other.org, MARINA@zylker.com",
            "rui@zylker.com, x@OTHER.org",
        );
        let own = addresses("help@us.com, support@us.com");
        let all = reply_all_to(Some(&message), None, &own);
        assert_eq!(all.to, addresses("marina@zylker.com"));
        assert_eq!(all.cc, addresses("x@other.org, rui@zylker.com"));
    }

    #[test]
    fn answering_our_own_message_goes_to_the_people_it_went_to() {
        let mut message = thread("help@us.com", "marina@zylker.com", "boss@zylker.com");
        message.direction = Direction::Out;
        let own = addresses("help@us.com");
        assert_eq!(reply_to(Some(&message), None, &own).to, addresses("marina@zylker.com"));
        assert_eq!(reply_all_to(Some(&message), None, &own).cc, addresses("boss@zylker.com"));
    }

    #[test]
    fn a_phone_call_is_answered_to_the_customers_address() {
        assert_eq!(reply_to(None, Some("marina@zylker.com"), &[]).to, addresses("marina@zylker.com"));
        assert!(reply_to(None, None, &[]).to.is_empty());
    }

    #[test]
    fn reply_to_goes_before_from() {
        let mut message = thread("noreply@zylker.com", "help@us.com", "");
        message.reply_to = addresses("marina@zylker.com");
        assert_eq!(reply_to(Some(&message), None, &[]).to, addresses("marina@zylker.com"));
    }
}
