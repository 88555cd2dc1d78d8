use super::super::samples::{at, cache, thread};
use crate::model::{
    Attachment, AttachmentId, Body, BodyKind, Comment, CommentId, Conversation, Entry, ThreadId, TicketId,
};

fn comment(id: &str, minute: i64) -> Entry {
    Entry::Comment(Comment {
        id: CommentId::new(id),
        author: "Rui".into(),
        public: false,
        at: at(minute),
        edited: None,
        body: Body { kind: BodyKind::Plain, text: "ligar amanhã".into() },
        attachments: vec![],
    })
}

#[test]
fn a_conversation_keeps_the_texts_it_had() {
    let (_dir, cache) = cache();
    let ticket = TicketId::new("t1");
    assert_eq!(cache.conversation(&ticket).unwrap(), None);
    let mut first = thread("1", 1, Some("<p>Olá</p>"));
    first.attachments =
        vec![Attachment { id: AttachmentId::new("x"), name: "a.pdf".into(), size: 7, href: "u".into() }];
    let talk = |entries: Vec<Entry>| Conversation { ticket: ticket.clone(), entries };
    let whole = talk(vec![Entry::Thread(first), comment("9", 1), Entry::Thread(thread("2", 2, None))]);
    cache.put_conversation(&whole).unwrap();
    assert_eq!(cache.conversation(&ticket).unwrap(), Some(whole.clone()));

    // A list without texts, a thread longer, the comment gone.
    let second = Entry::Thread(thread("2", 2, None));
    let third = Entry::Thread(thread("3", 3, Some("Obrigada!")));
    cache
        .put_conversation(&talk(vec![Entry::Thread(thread("1", 1, None)), second.clone(), third.clone()]))
        .unwrap();
    assert_eq!(
        cache.conversation(&ticket).unwrap(),
        Some(talk(vec![whole.entries[0].clone(), second, third]))
    );

    let body = Body { kind: BodyKind::Plain, text: "segunda".into() };
    assert!(cache.put_thread_body(&ticket, &ThreadId::new("2"), &body).unwrap());
    assert!(!cache.put_thread_body(&ticket, &ThreadId::new("77"), &body).unwrap());
    cache.put_entry(&ticket, &comment("10", 2)).unwrap();
    let entries = cache.conversation(&ticket).unwrap().unwrap().entries;
    assert_eq!(entries.len(), 4);
    assert_eq!(entries[1].body(), &body);
    assert_eq!(entries[2], comment("10", 2));
}

#[test]
fn one_entry_is_not_a_conversation() {
    let (_dir, cache) = cache();
    cache.put_entry(&TicketId::new("t1"), &comment("9", 1)).unwrap();
    assert_eq!(cache.conversation(&TicketId::new("t1")).unwrap(), None);
}
