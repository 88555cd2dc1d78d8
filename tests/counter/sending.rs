//! One message, whatever happens to the network, the service and the program: it arrives once.

use std::sync::atomic::Ordering;
use std::time::Duration;

use balcao::compose::Concern;
use balcao::counter::fetch;
use balcao::counter::send::{Around, Delivered, Word, check_again, deliver, look};
use balcao::model::{Address, Draft, DraftId, DraftKind, Fate, OutgoingId, Seen, TicketQuery, TicketScope};
use balcao::store::cache::Slot;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{Counter, now};
use crate::sandbox::client::read;

const WORDS: &str = "It left the bank on Friday, and arrives on Monday.";

/// A reply or a comment to some ticket, written now and queued.
async fn queued(counter: &Counter, kind: DraftKind) -> OutgoingId {
    let services = &counter.services;
    fetch::furniture(services, now(), || {}).await.unwrap();
    fetch::queue(services, &TicketScope::AllOpen, now(), || {}).await.unwrap();
    let query =
        TicketQuery { scope: TicketScope::AllOpen, department: None, text: String::new(), meant: Vec::new() };
    let rows = counter.ask(move |cache| cache.tickets(&query, now(), 0, 50).unwrap().rows).await;
    let ticket = rows.into_iter().find(|row| row.email.is_some() && row.channel == "Email").unwrap();
    fetch::conversation(services, &ticket.id, now(), || {}).await.unwrap();
    let from = counter.ask(|cache| cache.get(&Slot::FROM_ADDRESSES).unwrap()).await.unwrap().0;
    let from = from.into_iter().find(|from| from.department == ticket.department).unwrap();
    let asked = ticket.id.clone();
    let said = counter.ask(move |cache| cache.conversation(&asked).unwrap()).await.unwrap();
    let draft = Draft {
        id: DraftId::new("d1"),
        ticket: ticket.id,
        ticket_number: ticket.number,
        kind,
        from: Some(Address { name: from.name, email: from.email }),
        to: ticket.email.unwrap(),
        cc: String::new(),
        bcc: String::new(),
        subject: ticket.subject,
        body: WORDS.into(),
        cursor: (0, 0),
        files: vec![],
        in_reply_to: None,
        seen: Seen { last_thread: None, until: said.entries.iter().map(balcao::model::Entry::at).max() },
        updated: now(),
    };
    counter.ask(move |cache| cache.queue(&draft, now(), now()).unwrap().id).await
}

/// Delivers it once; the waiting after a lost answer takes no time, for each look at the clock is a minute later.
async fn attempt(counter: &Counter, id: &OutgoingId) -> balcao::counter::Result<Delivered> {
    let minute = || 61 * counter.looks.fetch_add(1, Ordering::Relaxed);
    let later = || now() + SignedDuration::from_secs(minute());
    deliver(&counter.services, id, Word::Send, &Around { now: later, moved: || {}, checking: |_| {} }).await
}

async fn fate(counter: &Counter, id: &OutgoingId) -> Option<Fate> {
    let id = id.clone();
    counter.ask(move |cache| cache.outgoing(&id).unwrap()).await.map(|outgoing| outgoing.fate)
}

/// How often Desk has it.
async fn arrived(counter: &Counter, id: &OutgoingId) -> usize {
    let id = id.clone();
    let draft = counter.ask(move |cache| cache.outgoing(&id).unwrap()).await.unwrap().draft;
    let said = counter.services.zoho.desk.conversation(&draft.ticket).await.unwrap();
    let mut count = 0;
    for entry in said.entries {
        let body = match &entry {
            balcao::model::Entry::Thread(thread) => {
                counter.services.zoho.desk.thread(&draft.ticket, &thread.id).await.unwrap().body.text
            }
            balcao::model::Entry::Comment(comment) => comment.body.text.clone(),
        };
        count += usize::from(body.contains(WORDS));
    }
    count
}

/// What a program that is started again does, until the message has arrived.
async fn until_it_arrived(counter: &Counter, id: &OutgoingId) {
    for _ in 0..4 {
        match fate(counter, id).await {
            Some(Fate::Sent { .. }) => return,
            // A person says *send* to what was found held.
            Some(Fate::Asked | Fate::Waiting { .. } | Fate::Unknown { .. } | Fate::Held { .. }) => {
                attempt(counter, id).await.unwrap();
            }
            other => panic!("{other:?} is no way to go on"),
        }
    }
    panic!("it never arrives: {:?}", fate(counter, id).await);
}

fn rule(kind: &str, method: &str) -> Value {
    let mut rule = json!({ "kind": kind, "service": "desk", "method": method, "path": "/api/v1/tickets" });
    if kind.starts_with("timeout") {
        rule["ms"] = json!(50);
    }
    rule
}

#[tokio::test]
async fn what_passes_by_itself_lets_it_wait_and_then_it_leaves_once() {
    for kind in ["maintenance", "rate_limit_concurrent", "reset", "timeout_before_commit"] {
        let counter = Counter::open().await;
        let id = queued(&counter, DraftKind::Reply).await;
        counter.faults(&json!([rule(kind, "GET")])).await;
        let told = attempt(&counter, &id).await.unwrap();
        let Delivered::Waiting(why) = &told else { panic!("{kind}: {told:?}") };
        assert!(kind != "reset" || why.to_string().contains("broke off"), "{kind}: {why}");
        assert!(matches!(fate(&counter, &id).await, Some(Fate::Waiting { .. })), "{kind}");
        counter.faults(&json!([])).await;
        assert_eq!(arrived(&counter, &id).await, 0, "{kind}");
        until_it_arrived(&counter, &id).await;
        assert_eq!(arrived(&counter, &id).await, 1, "{kind}");
    }
}

#[tokio::test]
async fn a_busy_service_took_nothing_and_a_refusal_is_for_good() {
    let mut counter = Counter::open().await;
    let id = queued(&counter, DraftKind::PrivateComment).await;
    counter.faults(&json!([rule("rate_limit_concurrent", "POST")])).await;
    assert!(matches!(attempt(&counter, &id).await.unwrap(), Delivered::Waiting(_)));
    // Also across a restart, with nobody asked.
    counter.crash().await;
    assert!(matches!(fate(&counter, &id).await, Some(Fate::Waiting { .. })));
    counter.faults(&json!([rule("rate_limit_daily", "POST")])).await;
    assert!(matches!(attempt(&counter, &id).await.unwrap(), Delivered::Failed(_)));
    assert!(matches!(fate(&counter, &id).await, Some(Fate::Failed { .. })));
    counter.faults(&json!([])).await;
    assert!(matches!(attempt(&counter, &id).await.unwrap(), Delivered::Sent(_)), "a person says so");
    assert_eq!(arrived(&counter, &id).await, 1);
}

#[tokio::test]
async fn faults_and_crashes_at_every_step_never_send_it_twice() {
    let kinds = [
        "error_before_commit",
        "error_after_commit",
        "timeout_before_commit",
        "timeout_after_commit",
        "reset",
        "reset_after_commit",
    ];
    for (round, kind) in kinds.into_iter().cycle().take(18).enumerate() {
        let mut counter = Counter::open().await;
        let what = if round % 2 == 0 { DraftKind::Reply } else { DraftKind::PublicComment };
        let id = queued(&counter, what).await;
        // The first tries meet it, and the program ends in the middle of one, each time a little later.
        let mut meet = rule(kind, "POST");
        meet["count"] = json!(1 + round % 2);
        counter.faults(&json!([meet, { "kind": "latency", "ms": 3 }])).await;
        let alive = Duration::from_millis(u64::try_from(round).unwrap() * 4);
        let _ = tokio::time::timeout(alive, attempt(&counter, &id)).await;
        // A call that was under way is carried out or not before anybody looks.
        tokio::time::sleep(Duration::from_millis(80)).await;
        counter.crash().await;
        until_it_arrived(&counter, &id).await;
        assert_eq!(arrived(&counter, &id).await, 1, "{kind} {what:?}, ended after {alive:?}");
    }
}

#[tokio::test]
async fn two_deliveries_of_one_message_send_it_once() {
    let counter = Counter::open().await;
    let id = queued(&counter, DraftKind::Reply).await;
    counter.faults(&json!([{ "kind": "latency", "ms": 10 }])).await;
    let all = futures_util::future::join_all((0..4).map(|_| attempt(&counter, &id))).await;
    let sent = all.iter().filter(|one| matches!(one, Ok(Delivered::Sent(_)))).count();
    assert_eq!((sent, arrived(&counter, &id).await), (1, 1), "{all:?}");
}

#[tokio::test]
async fn a_lost_answer_is_found_though_the_clock_of_the_service_jumped() {
    for hours in [-30, 30] {
        let counter = Counter::open().await;
        let id = queued(&counter, DraftKind::Reply).await;
        let rules = json!([rule("error_after_commit", "POST")]);
        counter.faults(&rules).await;
        let jump = json!({ "advance_seconds": hours * 3_600 });
        counter.stand.send(reqwest::Method::POST, "/_sandbox/clock", &jump).await;
        let around = Around { now, moved: || {}, checking: |_| {} };
        let told = deliver(&counter.services, &id, Word::Due, &around).await.unwrap();
        assert!(matches!(told, Delivered::Sent(_)), "{hours} hours: {told:?}");
        assert_eq!(arrived(&counter, &id).await, 1, "{hours} hours");
    }
}

async fn deliver_on(counter: &Counter, id: &OutgoingId, word: Word) -> Delivered {
    let around = Around { now, moved: || {}, checking: |_| {} };
    deliver(&counter.services, id, word, &around).await.unwrap()
}

#[tokio::test]
async fn what_a_person_is_asked_about_is_not_sent_because_it_was_due() {
    let mut counter = Counter::open().await;
    let id = queued(&counter, DraftKind::Reply).await;
    counter.crash().await;
    assert_eq!(fate(&counter, &id).await, Some(Fate::Asked));
    assert!(matches!(deliver_on(&counter, &id, Word::Due).await, Delivered::Taken));
    assert_eq!((fate(&counter, &id).await, arrived(&counter, &id).await), (Some(Fate::Asked), 0));
    assert!(matches!(deliver_on(&counter, &id, Word::Send).await, Delivered::Sent(_)));
    assert_eq!(arrived(&counter, &id).await, 1);
}

#[tokio::test]
async fn what_another_living_process_answers_for_is_not_sent_here() {
    let counter = Counter::open().await;
    let id = queued(&counter, DraftKind::Reply).await;
    let other = super::services(&counter.stand, counter.home.path());
    let around = Around { now, moved: || {}, checking: |_| {} };
    for word in [Word::Due, Word::Send, Word::SendAnyway] {
        let told = deliver(&other, &id, word, &around).await.unwrap();
        assert!(matches!(told, Delivered::Taken), "{word:?}: {told:?}");
    }
    assert_eq!(arrived(&counter, &id).await, 0);
}

#[tokio::test]
async fn before_it_leaves_all_the_same_who_is_left_out_is_told_by_the_newest_message() {
    let counter = Counter::open().await;
    let id = queued(&counter, DraftKind::ReplyAll).await;
    let asked = id.clone();
    let ticket = counter.ask(move |cache| cache.outgoing(&asked).unwrap()).await.unwrap().draft.ticket;
    let reply =
        json!({ "kind": "reply", "ticket": ticket, "body": "See copy.", "cc": "counsel@lawyers.example" });
    let sent = counter.stand.send(reqwest::Method::POST, "/_sandbox/inbound", &reply).await;
    assert!(sent.status.is_success(), "{}", sent.text);
    // When it is queued, one look tells; the message stays here.
    let outgoing = counter.ask({
        let id = id.clone();
        move |cache| cache.outgoing(&id).unwrap().unwrap()
    });
    assert_eq!(look(&counter.services, &outgoing.await, now()).await.unwrap(), Some(1));
    assert_eq!(fate(&counter, &id).await, Some(Fate::Stale));
    assert!(matches!(deliver_on(&counter, &id, Word::Send).await, Delivered::Stale(_, 1)));
    let told = check_again(&counter.services, &id).await.unwrap();
    let left_out = |one: &Concern| matches!(one, Concern::Dropped(list) if list.iter().any(|one| one.email == "counsel@lawyers.example"));
    assert!(told.iter().any(left_out), "{told:?}");
}

#[tokio::test]
async fn when_the_ticket_is_gone_its_writer_decides_about_what_may_have_arrived() {
    let counter = Counter::open().await;
    let id = queued(&counter, DraftKind::Reply).await;
    let (asked, since) = (id.clone(), now());
    let draft = counter
        .ask(move |cache| {
            assert!(cache.begin_after(&asked, 0, since).unwrap());
            assert!(cache.settle(&asked, &Fate::Unknown { since }).unwrap());
            cache.outgoing(&asked).unwrap().unwrap().draft
        })
        .await;
    let admin = counter.stand.token_of(1).await;
    for (path, body) in [
        ("/api/v1/tickets/moveToTrash", json!({ "ticketIds": [draft.ticket.as_str()] })),
        ("/api/v1/recycleBin/delete", json!({ "ids": [draft.ticket.as_str()] })),
    ] {
        let call = counter.stand.request_as(&admin, reqwest::Method::POST, path).json(&body);
        let answer = read(call).await;
        assert!(answer.status.is_success(), "{path}: {}", answer.text);
    }
    let told = attempt(&counter, &id).await.unwrap();
    assert!(matches!(told, Delivered::Failed(_)), "{told:?}");
    assert!(matches!(fate(&counter, &id).await, Some(Fate::Failed { .. })), "it can be dropped or edited");
}
