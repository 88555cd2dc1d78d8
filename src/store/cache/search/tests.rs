use proptest::prelude::*;

use super::super::samples::{at, cache, thread, ticket};
use crate::model::{Conversation, Entry, EntryKey, ThreadId, TicketId};

#[test]
fn subjects_and_messages_are_found() {
    let (_dir, cache) = cache();
    cache.put_tickets(&[ticket("t1", "Boleto não chegou", 1), ticket("t2", "Invoice", 2)], None).unwrap();
    let entries = vec![
        Entry::Thread(thread(
            "8",
            3,
            Some("<p>Segue o <b>bole</b>to da Conceição</p><style>.boleto{}</style>"),
        )),
        Entry::Thread(thread("9", 4, None)),
    ];
    cache.put_conversation(&Conversation { ticket: TicketId::new("t2"), entries }).unwrap();
    let hits = cache.search("bolet", 10).unwrap();
    assert_eq!(hits.iter().map(|hit| hit.number.as_str()).collect::<Vec<_>>(), ["2", "1"], "newest first");
    assert_eq!(hits[0].entry, Some(EntryKey::Thread(ThreadId::new("8"))));
    assert_eq!((hits[0].subject.as_str(), hits[0].at), ("Invoice", at(3)));
    assert_eq!(hits[0].snippet, "Segue o boleto da Conceição");
    assert_eq!((hits[1].entry.clone(), hits[1].snippet.as_str()), (None, "Boleto não chegou"));
    assert_eq!(cache.search("CONCEICAO boleto", 10).unwrap().len(), 1);
    assert_eq!(cache.search("conceicao chegou", 10).unwrap().len(), 0);
    assert_eq!(cache.search("bolet", 1).unwrap().len(), 1);

    // A new subject replaces the old one; a forgotten ticket is not found.
    cache.put_tickets(&[ticket("t1", "Fatura", 1)], None).unwrap();
    assert_eq!(cache.search("chegou", 10).unwrap().len(), 0);
    cache.forget_ticket(&TicketId::new("t2")).unwrap();
    assert_eq!(cache.search("boleto", 10).unwrap().len(), 0);
}

#[test]
fn operators_are_only_words() {
    let (_dir, cache) = cache();
    cache.put_tickets(&[ticket("t1", "status: NOT open OR near", 1)], None).unwrap();
    for text in ["NOT", "open OR", "status:NOT", "\"open", "near(", "op*", "-open", "^status"] {
        assert_eq!(cache.search(text, 5).unwrap().len(), 1, "{text}");
    }
    for text in ["", "  ", "\"", "***", "()", "\0"] {
        assert_eq!(cache.search(text, 5).unwrap(), [], "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_text_is_an_error(text in "[\"*^:(){}+ANDORT~ \\-]{0,12}|\\PC{0,20}|[\\x00-\\x7f]{0,12}") {
        thread_local!(static CACHE: (tempfile::TempDir, super::Cache) = {
            let (dir, cache) = cache();
            cache.put_tickets(&[ticket("t1", "AND OR não", 1)], None).unwrap();
            (dir, cache)
        });
        CACHE.with(|(_, cache)| {
            prop_assert!(cache.search(&text, 5).is_ok());
            prop_assert!(cache.record_rows(crate::model::Module::Contacts, &text, 0, 5, at(0)).is_ok());
            Ok(())
        })?;
    }
}
