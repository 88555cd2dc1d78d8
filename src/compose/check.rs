//! What people regret after *send*: asked before.

use super::inside::outside;
use crate::model::{
    Address, Conversation, Delivery, Draft, DraftKind, Entry, Thread, Visibility, addresses, join_addresses,
};
use crate::text::{Trick, Words, fold, tricks};

/// One thing to be asked or refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Refused: nobody would get it.
    Nobody,
    /// Refused: no address of ours to send from.
    NoSender,
    /// Refused: this is no address.
    BadAddress(String),
    /// Refused: there is nothing in it.
    Empty,
    /// Refused: a comment says no more than this many characters (TicketComment.json, `content`); it has so many more.
    TooLong {
        /// What Desk takes.
        most: usize,
        /// What has to go.
        over: usize,
    },
    /// The ticket has no subject, so the mail has none.
    NoSubject,
    /// These were not part of the last message.
    Added(Vec<Address>),
    /// These were part of the last message and do not get this one.
    Dropped(Vec<Address>),
    /// These are in a domain that is neither ours nor the customer's, whoever brought it in.
    Outside(Vec<Address>),
    /// The text speaks of an attachment, and there is none.
    NothingAttached,
    /// The writer's own text holds what its readers do not see; it usually came with something pasted.
    Hidden(Vec<Trick>),
}

impl Concern {
    /// Whether it cannot be sent so.
    pub fn refuses(&self) -> bool {
        matches!(
            self,
            Self::Nobody | Self::NoSender | Self::BadAddress(_) | Self::Empty | Self::TooLong { .. }
        )
    }

    /// Whether it is about who gets the message: that changes when the ticket grows.
    pub fn is_about_people(&self) -> bool {
        matches!(self, Self::Added(_) | Self::Dropped(_) | Self::Outside(_))
    }

    /// The sentence in the reader's language.
    pub fn sentence(&self, words: &Words) -> String {
        let people =
            |id: &str, list: &[Address]| words.say_with(id, &[("people", join_addresses(list).into())]);
        match self {
            Self::Nobody => words.say("concern-nobody"),
            Self::NoSender => words.say("concern-no-sender"),
            Self::BadAddress(text) => {
                words.say_with("concern-bad-address", &[("address", text.as_str().into())])
            }
            Self::Empty => words.say("concern-empty"),
            Self::TooLong { most, over } => {
                let args = [("most", (*most).into()), ("over", (*over).into())];
                words.say_with("concern-too-long", &args)
            }
            Self::NoSubject => words.say("concern-no-subject"),
            Self::Added(list) => people("concern-added", list),
            Self::Dropped(list) => people("concern-dropped", list),
            Self::Outside(list) => people("concern-outside", list),
            Self::NothingAttached => words.say("concern-nothing-attached"),
            Self::Hidden(tricks) => {
                let what: Vec<_> = tricks.iter().map(|trick| words.say(trick.word())).collect();
                words.say_with("concern-hidden", &[("what", what.join(", ").into())])
            }
        }
    }
}

/// The most a comment may say, in characters (TicketComment.json, `addCommentInput`).
const LONGEST_COMMENT: usize = 32_000;

/// What is to be asked before this draft leaves. `own`: the portal's addresses; `customer`: the domains of the ticket's
/// contact and account ([`customer_domains`](super::customer_domains)).
pub fn check(
    draft: &Draft,
    conversation: &Conversation,
    own: &[Address],
    customer: &[String],
) -> Vec<Concern> {
    let mut concerns = Vec::new();
    // A forward may consist of the quote alone.
    let forwards = draft.kind == DraftKind::Forward && !draft.body.trim().is_empty();
    if draft.is_blank() && !forwards {
        concerns.push(Concern::Empty);
    }
    if draft.kind.is_mail() {
        check_people(draft, conversation, own, customer, &mut concerns);
        if draft.subject.trim().is_empty() {
            concerns.push(Concern::NoSubject);
        }
    } else {
        let over = draft.body.chars().count().saturating_sub(LONGEST_COMMENT);
        concerns.extend((over > 0).then_some(Concern::TooLong { most: LONGEST_COMMENT, over }));
    }
    if draft.files.is_empty() && speaks_of_attachment(&draft.body) {
        concerns.push(Concern::NothingAttached);
    }
    let hidden = tricks(&own_words(&draft.body).collect::<Vec<_>>().join("\n"));
    concerns.extend((!hidden.is_empty()).then_some(Concern::Hidden(hidden)));
    concerns
}

fn check_people(
    draft: &Draft,
    conversation: &Conversation,
    own: &[Address],
    customer: &[String],
    concerns: &mut Vec<Concern>,
) {
    if draft.from.is_none() {
        concerns.push(Concern::NoSender);
    }
    let people: Vec<Address> =
        [&draft.to, &draft.cc, &draft.bcc].into_iter().flat_map(|list| addresses(list)).collect();
    if addresses(&draft.to).is_empty() {
        concerns.push(Concern::Nobody);
    }
    let (good, bad): (Vec<_>, Vec<_>) = people.into_iter().partition(Address::is_plausible);
    concerns.extend(bad.into_iter().map(|address| Concern::BadAddress(address.email)));

    let among = |list: &[Address], one: &Address| list.iter().any(|other| other.same_mailbox(one));
    let last = newest(conversation, own);
    if draft.kind == DraftKind::ReplyAll && !last.is_empty() {
        let added: Vec<_> = good.iter().filter(|one| !among(&last, one)).cloned().collect();
        let dropped: Vec<_> = last.iter().filter(|one| !among(&good, one)).cloned().collect();
        concerns.extend((!added.is_empty()).then_some(Concern::Added(added)));
        concerns.extend((!dropped.is_empty()).then_some(Concern::Dropped(dropped)));
    }
    let outside = outside(good, conversation, own, customer);
    concerns.extend((!outside.is_empty()).then_some(Concern::Outside(outside)));
}

/// Everybody but us in the newest message that the customer sees, theirs or ours: whom it left out was left out on
/// purpose, whom it named expects the answer. A private forward is between colleagues, and a phone call or a web form
/// names nobody: what was before it counts.
fn newest(conversation: &Conversation, own: &[Address]) -> Vec<Address> {
    let mut people = conversation.entries.iter().rev().filter_map(|entry| match entry {
        Entry::Thread(thread)
            if thread.delivery != Delivery::Draft && thread.visibility == Visibility::Public =>
        {
            Some(everybody(thread, own))
        }
        _ => None,
    });
    people.find(|people: &Vec<Address>| !people.is_empty()).unwrap_or_default()
}

fn everybody(thread: &Thread, own: &[Address]) -> Vec<Address> {
    let mut people: Vec<Address> = Vec::new();
    for address in thread.from.iter().chain(&thread.to).chain(&thread.cc) {
        let known = people.iter().chain(own).any(|known| known.same_mailbox(address));
        if !address.email.is_empty() && !known {
            people.push(address.clone());
        }
    }
    people
}

/// The lines that are not quoted.
fn own_words(body: &str) -> impl Iterator<Item = &str> {
    body.lines().take_while(|line| !line.starts_with("---")).filter(|line| !line.starts_with('>'))
}

/// Whether the writer's own words (not the quote) speak of an attachment, in English, Portuguese or Spanish.
fn speaks_of_attachment(body: &str) -> bool {
    const WORDS: [&str; 14] = [
        "attached",
        "attachment",
        "attachments",
        "attaching",
        "enclosed",
        "anexo",
        "anexos",
        "anexado",
        "anexada",
        "anexei",
        "anexamos",
        "adjunto",
        "adjunta",
        "adjuntos",
    ];
    own_words(body)
        .map(fold)
        .any(|line| line.split(|c: char| !c.is_alphanumeric()).any(|word| WORDS.contains(&word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::start::tests::{thread, ticket};
    use crate::compose::{Writer, start};
    use crate::model::{DepartmentId, Direction, DraftId, FromAddress, TicketId};
    use jiff::Timestamp;

    fn conversation() -> Conversation {
        let message = thread("marina@zylker.com", "help@us.com", "finance@zylker.com");
        Conversation { ticket: TicketId::new("10"), entries: vec![Entry::Thread(message)] }
    }

    fn draft(kind: DraftKind, body: &str) -> Draft {
        let own = [FromAddress {
            email: "help@us.com".into(),
            name: "Us".into(),
            department: DepartmentId::new("d1"),
        }];
        let writer = Writer { from: &own, quote: "", now: Timestamp::UNIX_EPOCH };
        let mut draft = start(DraftId::new("x"), kind, &ticket(), &conversation(), None, writer);
        draft.body = body.into();
        draft
    }

    fn concerns(draft: &Draft) -> Vec<Concern> {
        check(draft, &conversation(), &addresses("help@us.com"), &["zylker.com".to_owned()])
    }

    #[test]
    fn a_plain_reply_has_nothing_to_ask() {
        assert_eq!(concerns(&draft(DraftKind::Reply, "Hi Marina")), []);
        assert_eq!(concerns(&draft(DraftKind::ReplyAll, "Hi all")), []);
    }

    #[test]
    fn whom_the_customers_last_message_brought_in_is_outside_all_the_same() {
        let mut conversation = conversation();
        conversation.entries.push(Entry::Thread(thread(
            "marina@zylker.com",
            "help@us.com",
            "finance@zylker.com, counsel@lawyers.org, bot@mail.zylker.com, ana@us.com",
        )));
        let mut reply = draft(DraftKind::ReplyAll, "Hi all");
        reply.cc = "finance@zylker.com, counsel@lawyers.org, bot@mail.zylker.com, ana@us.com".into();
        let own = addresses("help@us.com");
        let outside = [Concern::Outside(addresses("counsel@lawyers.org"))];
        assert_eq!(check(&reply, &conversation, &own, &["zylker.com".to_owned()]), outside);
        // A ticket that names no customer: whoever wrote first is the customer.
        assert_eq!(check(&reply, &conversation, &own, &[]), outside);
    }

    #[test]
    fn a_private_forward_leaves_nobody_out() {
        let mut conversation = conversation();
        let mut forward = thread("help@us.com", "lawyer@us.com", "");
        forward.visibility = Visibility::Private;
        conversation.entries.push(Entry::Thread(forward));
        let reply = draft(DraftKind::ReplyAll, "Hi all");
        assert_eq!(check(&reply, &conversation, &addresses("help@us.com"), &["zylker.com".to_owned()]), []);
    }

    #[test]
    fn whom_our_own_last_message_named_is_not_left_out_unasked() {
        let own = addresses("help@us.com");
        let mut conversation = conversation();
        conversation.entries.push(Entry::Thread(thread("marina@zylker.com", "help@us.com", "")));
        let reply = draft(DraftKind::ReplyAll, "Hi all");
        let reply = Draft { cc: String::new(), ..reply };
        // The customer's newest message leaves finance out: so does the answer.
        assert_eq!(check(&reply, &conversation, &own, &["zylker.com".to_owned()]), []);
        let mut ours = thread("help@us.com", "marina@zylker.com", "Finance@zylker.com, HELP@us.com");
        ours.direction = Direction::Out;
        conversation.entries.push(Entry::Thread(ours));
        let dropped = [Concern::Dropped(addresses("Finance@zylker.com"))];
        assert_eq!(check(&reply, &conversation, &own, &["zylker.com".to_owned()]), dropped);
        // A phone call names nobody: it changes nothing.
        let mut call = thread("", "", "");
        call.from = None;
        conversation.entries.push(Entry::Thread(call));
        assert_eq!(check(&reply, &conversation, &own, &["zylker.com".to_owned()]), dropped);
    }

    #[test]
    fn each_is_a_sentence_so_that_several_can_stand_side_by_side() {
        let people = || addresses("x@other.org");
        let all = [
            Concern::Nobody,
            Concern::NoSender,
            Concern::BadAddress("x@".into()),
            Concern::Empty,
            Concern::NoSubject,
            Concern::Added(people()),
            Concern::Dropped(people()),
            Concern::Outside(people()),
            Concern::NothingAttached,
            Concern::TooLong { most: 32_000, over: 1 },
            Concern::Hidden(vec![Trick::BidiOverride, Trick::ZeroWidth]),
        ];
        for words in crate::text::Lang::ALL.map(Words::new) {
            for concern in &all {
                let said = concern.sentence(&words);
                assert!(said.ends_with('.') && !said.contains('⟦'), "{said}");
            }
        }
    }

    #[test]
    fn reply_all_says_who_is_new_and_who_is_left_out() {
        let mut reply = draft(DraftKind::ReplyAll, "Hi");
        reply.cc = "x@other.org".into();
        let asked = concerns(&reply);
        assert!(asked.contains(&Concern::Added(addresses("x@other.org"))));
        assert!(asked.contains(&Concern::Dropped(addresses("finance@zylker.com"))));
        assert!(asked.contains(&Concern::Outside(addresses("x@other.org"))));
    }

    #[test]
    fn refuses_what_cannot_arrive() {
        let mut reply = draft(DraftKind::Reply, "Hi");
        reply.to = "marina@".into();
        assert_eq!(concerns(&reply), [Concern::BadAddress("marina@".into())]);
        reply.to = " , ".into();
        assert_eq!(concerns(&reply), [Concern::Nobody]);
        assert!(concerns(&draft(DraftKind::Reply, "  \n")).contains(&Concern::Empty));
    }

    #[test]
    fn a_comment_that_desk_would_refuse_for_its_length_does_not_leave() {
        let long = "á".repeat(LONGEST_COMMENT + 3);
        let concern = Concern::TooLong { most: LONGEST_COMMENT, over: 3 };
        assert_eq!(concerns(&draft(DraftKind::PrivateComment, &long)), [concern]);
        assert_eq!(concerns(&draft(DraftKind::PrivateComment, &long["ááá".len()..])), []);
        assert_eq!(concerns(&draft(DraftKind::Reply, &long)), []);
    }

    #[test]
    fn what_readers_would_not_see_is_asked_about_but_not_in_the_quote() {
        let hidden = concerns(&draft(DraftKind::Reply, "see invoice\u{202e}fdp.exe and pay\u{200b}pal"));
        assert_eq!(hidden, [Concern::Hidden(vec![Trick::BidiOverride, Trick::ZeroWidth])]);
        assert_eq!(concerns(&draft(DraftKind::Reply, "Thanks 👩‍🚀!\n> pay\u{200b}pal")), []);
    }

    #[test]
    fn notices_a_forgotten_attachment_but_not_in_the_quote() {
        assert_eq!(
            concerns(&draft(DraftKind::Reply, "Segue em anexo o boleto.")),
            [Concern::NothingAttached]
        );
        assert_eq!(concerns(&draft(DraftKind::Reply, "Thanks!\n> see attached")), []);
    }
}
