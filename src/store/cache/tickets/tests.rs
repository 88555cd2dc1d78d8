use super::super::{
    Cache,
    samples::{at, cache, ticket},
};
use crate::model::{
    AccountId, AgentId, AgentRef, DepartmentId, DeskContactId, StatusKind, Ticket, TicketCounts, TicketId,
    TicketQuery, TicketScope,
};

fn query(scope: TicketScope, text: &str) -> TicketQuery {
    TicketQuery { scope, department: None, text: text.into(), meant: Vec::new() }
}

fn ids(cache: &Cache, query: &TicketQuery) -> Vec<String> {
    let window = cache.tickets(query, at(1000), 0, 50).unwrap();
    assert_eq!(window.total, window.rows.len());
    let ids = window.rows.iter().map(|ticket| ticket.id.to_string()).collect();
    let all = u32::try_from(window.total).unwrap();
    assert_eq!(cache.counts(query, at(1000)).unwrap().all, all, "the count agrees with the list");
    ids
}

fn rui() -> AgentRef {
    AgentRef { id: AgentId::new("g1"), name: "Rui".into() }
}

/// t1 mine and overdue, t2 unassigned, t3 mine and closed, t4 on hold in another department and past its time.
fn four() -> Vec<Ticket> {
    let mut all: Vec<_> = (1..)
        .zip(["Boleto", "Não imprime", "Login", "Troca"])
        .map(|(n, subject)| ticket(&format!("t{n}"), subject, n))
        .collect();
    all[0].assignee = Some(rui());
    all[0].due = Some(at(10));
    all[2].assignee = Some(rui());
    all[2].kind = StatusKind::Closed;
    all[3].kind = StatusKind::OnHold;
    all[3].due = Some(at(10));
    all[3].department = DepartmentId::new("support");
    all[3].contact_name = "José".into();
    for ticket in &mut all {
        ticket.contact = Some(DeskContactId::new("d1"));
    }
    all[1].account = Some(AccountId::new("a1"));
    all
}

#[test]
fn scopes_show_what_they_say() {
    let (_dir, cache) = cache();
    cache.put_tickets(&four(), None).unwrap();
    let of = |contacts: &[&str], accounts: &[&str]| TicketScope::Of {
        contacts: contacts.iter().map(|id| DeskContactId::new(*id)).collect(),
        accounts: accounts.iter().map(|id| AccountId::new(*id)).collect(),
    };
    for (scope, expected) in [
        (TicketScope::Mine(AgentId::new("g1")), vec!["t1"]),
        (TicketScope::Unassigned, vec!["t4", "t2"]),
        (TicketScope::Overdue, vec!["t1"]),
        (TicketScope::AllOpen, vec!["t4", "t2", "t1"]),
        (of(&["d1"], &[]), vec!["t4", "t3", "t2", "t1"]),
        (of(&[], &["a1"]), vec!["t2"]),
        (of(&["d1"], &["a1"]), vec!["t4", "t3", "t2", "t1"]),
        (of(&[], &[]), vec![]),
    ] {
        let mut query = query(scope.clone(), "");
        assert_eq!(ids(&cache, &query), expected, "{scope:?}");
        query.department = Some(DepartmentId::new("support"));
        let there = if expected.contains(&"t4") { vec!["t4"] } else { vec![] };
        assert_eq!(ids(&cache, &query), there, "{scope:?} in support");
    }
    let counts = cache.counts(&query(of(&["d1"], &[]), ""), at(1000)).unwrap();
    assert_eq!(counts, TicketCounts { all: 4, open: 3, overdue: 1 });
}

#[test]
fn text_narrows_every_scope() {
    let (_dir, cache) = cache();
    cache.put_tickets(&four(), None).unwrap();
    let of = TicketScope::Of { contacts: vec![DeskContactId::new("d1")], accounts: vec![] };
    assert_eq!(ids(&cache, &query(TicketScope::AllOpen, "nao impr")), ["t2"]);
    assert_eq!(ids(&cache, &query(TicketScope::AllOpen, "jose")), ["t4"]);
    assert_eq!(ids(&cache, &query(TicketScope::AllOpen, "login")), Vec::<String>::new());
    assert_eq!(ids(&cache, &query(of, "login")), ["t3"]);
    assert_eq!(ids(&cache, &query(TicketScope::Unassigned, "boleto")), Vec::<String>::new());
    // Closed meanwhile: the finder learns of it.
    let mut closed = four().remove(1);
    closed.kind = StatusKind::Closed;
    cache.put_tickets(&[closed], None).unwrap();
    assert_eq!(ids(&cache, &query(TicketScope::AllOpen, "imprime")), Vec::<String>::new());
}

#[test]
fn text_finds_channel_status_and_priority() {
    let (_dir, cache) = cache();
    let mut all = four();
    for (ticket, (status, channel, priority)) in all.iter_mut().zip([
        ("Waiting for customer", "Phone", Some("High")),
        ("Open", "Email", None),
        ("Closed", "Web", Some("Low")),
        ("On Hold", "EMAIL", Some("Medium")),
    ]) {
        ticket.status = status.into();
        ticket.channel = channel.into();
        ticket.priority = priority.map(Into::into);
    }
    cache.put_tickets(&all, None).unwrap();
    let of = TicketScope::Of { contacts: vec![DeskContactId::new("d1")], accounts: vec![] };
    let open = TicketScope::AllOpen;
    let pair = |word: &str, value: &str| (word.to_owned(), value.to_owned());
    for (scope, text, meant, expected) in [
        (&open, "phone", vec![], vec!["t1"]),
        (&open, "HIGH", vec![], vec!["t1"]),
        (&open, "waiting cust", vec![], vec!["t1"]),
        (&open, "on hold", vec![], vec!["t4"]),
        (&open, "email", vec![], vec!["t4", "t2"]),
        (&open, "e-mail", vec![pair("e-mail", "email")], vec!["t4", "t2"]),
        (&open, "e-mail troca", vec![pair("e-mail", "email")], vec!["t4"]),
        (&open, "telef", vec![pair("telef", "phone")], vec!["t1"]),
        (&open, "em espera", vec![pair("em", "onhold"), pair("espera", "onhold")], vec!["t4"]),
        (&open, "alta fone", vec![pair("alta", "high"), pair("fone", "phone")], vec!["t1"]),
        (&open, "baixa", vec![pair("baixa", "low")], vec![]),
        (&of, "baixa", vec![pair("baixa", "low")], vec!["t3"]),
        (&of, "web", vec![], vec!["t3"]),
    ] {
        let query = TicketQuery { meant, ..query(scope.clone(), text) };
        assert_eq!(ids(&cache, &query), expected, "{text}");
    }
    // A ticket that changes its status is found by the new one.
    all[1].status = "Escalated".into();
    cache.put_tickets(&all[1..2], None).unwrap();
    assert_eq!(ids(&cache, &query(open, "escalated")), ["t2"]);
}

#[test]
fn a_list_row_takes_nothing_away() {
    let (_dir, cache) = cache();
    let mut whole = ticket("t1", "Boleto", 1);
    whole.contact = Some(DeskContactId::new("d1"));
    whole.contact_name = "Marina Souza".into();
    whole.email = Some("marina@zylker.example".into());
    whole.account = Some(AccountId::new("a1"));
    whole.account_name = "Zylker".into();
    whole.assignee = Some(rui());
    whole.read = Some(false);
    whole.escalated = true;
    whole.response_due = Some(at(9));
    cache.put_tickets(std::slice::from_ref(&whole), None).unwrap();
    assert_eq!(cache.ticket(&whole.id).unwrap(), Some(whole.clone()));

    let mut row = ticket("t1", "Boleto vencido", 1);
    row.contact.clone_from(&whole.contact);
    row.assignee = Some(AgentRef { id: AgentId::new("g1"), name: String::new() });
    row.threads = 2;
    cache.put_tickets(&[row], Some(&TicketScope::AllOpen)).unwrap();
    let expected =
        Ticket { subject: "Boleto vencido".into(), threads: 2, response_due: None, ..whole.clone() };
    assert_eq!(cache.ticket(&whole.id).unwrap(), Some(expected));
    assert_eq!(cache.ticket_by_number("#1").unwrap().map(|ticket| ticket.id), Some(whole.id.clone()));

    // Another customer's name is not kept, and a whole record may say that nothing is escalated.
    let mut moved = ticket("t1", "Boleto", 1);
    moved.contact = Some(DeskContactId::new("d2"));
    cache.put_tickets(&[moved.clone()], None).unwrap();
    moved.read = Some(false);
    assert_eq!(cache.ticket(&whole.id).unwrap(), Some(moved));
}

#[test]
fn the_list_of_one_account_says_whose_its_tickets_are() {
    let (_dir, cache) = cache();
    let scope = TicketScope::Of { contacts: vec![], accounts: vec![AccountId::new("a1")] };
    cache.put_tickets(&[ticket("t1", "x", 1)], Some(&scope)).unwrap();
    assert_eq!(ids(&cache, &query(scope, "")), ["t1"]);
}

#[test]
fn what_a_whole_answer_leaves_out_leaves_the_list() {
    let (_dir, cache) = cache();
    cache.put_tickets(&four(), None).unwrap();
    let open = query(TicketScope::AllOpen, "");
    let seen = [TicketId::new("t1")];
    assert_eq!(cache.reconcile_scope(&open.scope, None, &seen, false, at(1000)).unwrap(), 0);
    let support = DepartmentId::new("support");
    assert_eq!(cache.reconcile_scope(&open.scope, Some(&support), &seen, true, at(1000)).unwrap(), 1);
    assert_eq!(ids(&cache, &open), ["t2", "t1"]);
    assert_eq!(cache.reconcile_scope(&open.scope, None, &seen, true, at(1000)).unwrap(), 1);
    assert_eq!(ids(&cache, &open), ["t1"]);
    // It is still the customer's, and comes back when it is put again.
    let of = query(TicketScope::Of { contacts: vec![DeskContactId::new("d1")], accounts: vec![] }, "");
    assert_eq!(ids(&cache, &of).len(), 4);
    cache.put_tickets(&four()[1..2], Some(&TicketScope::Unassigned)).unwrap();
    assert_eq!(ids(&cache, &open), ["t2", "t1"]);
    assert_eq!(cache.reconcile_scope(&of.scope, None, &seen, true, at(1000)).unwrap(), 3);
    assert_eq!(ids(&cache, &of), ["t1"]);
    cache.forget_ticket(&TicketId::new("t1")).unwrap();
    assert_eq!(cache.ticket(&TicketId::new("t1")).unwrap(), None);
}

#[test]
fn deep_windows_are_parts_of_one_list() {
    let (_dir, cache) = cache();
    let all: Vec<_> = (0..25).map(|n| ticket(&format!("t{n}"), "x", n / 3)).collect();
    cache.put_tickets(&all, None).unwrap();
    let open = query(TicketScope::AllOpen, "");
    let whole = cache.tickets(&open, at(0), 0, 50).unwrap().rows;
    for offset in 0..27 {
        let part = cache.tickets(&open, at(0), offset, 4).unwrap();
        assert_eq!(part.rows, &whole[offset.min(25)..(offset + 4).min(25)], "from {offset}");
    }
}
