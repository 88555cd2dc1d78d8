use super::super::samples::{at, cache, contact, ticket};
use crate::model::{
    Company, CompanyId, ContactId, Deal, DealId, DeskContactId, DeskTwin, Module, Open, RecordId, RecordRow,
    StatusKind,
};

fn names(rows: &[RecordRow]) -> Vec<&str> {
    rows.iter().map(|row| row.name.as_str()).collect()
}

fn company(id: &str, name: &str) -> Company {
    Company {
        id: CompanyId::new(id),
        name: name.into(),
        phone: None,
        website: Some("https://www.zylker.com/pt".into()),
        address: vec!["Rua 1".into()],
        description: None,
        owner: None,
        tags: vec!["vip".into()],
        custom: vec![],
        created: at(0),
        modified: at(1),
    }
}

#[test]
fn records_come_back_as_they_went_in() {
    let (_dir, cache) = cache();
    let zylker = company("c1", "Zylker");
    let mut marina = contact("1", "Marina", "Souza");
    marina.company = Some((zylker.id.clone(), zylker.name.clone()));
    marina.custom = vec![("Código".into(), "7".into())];
    let deal = Deal {
        id: DealId::new("d1"),
        name: "Renovação".into(),
        pipeline: Some("Vendas".into()),
        sub_pipeline: None,
        stage: Some("Proposta".into()),
        amount_cents: Some(-12_345),
        closing: Some(jiff::civil::date(2026, 12, 1)),
        contact: Some((marina.id.clone(), marina.name())),
        company: marina.company.clone(),
        description: None,
        owner: None,
        tags: vec![],
        custom: vec![],
        created: at(0),
        modified: at(0),
    };
    cache.put_contacts(std::slice::from_ref(&marina)).unwrap();
    cache.put_companies(std::slice::from_ref(&zylker)).unwrap();
    cache.put_deals(std::slice::from_ref(&deal)).unwrap();
    assert_eq!(cache.contact(&marina.id).unwrap(), Some(marina.clone()));
    assert_eq!(cache.company(&zylker.id).unwrap(), Some(zylker.clone()));
    assert_eq!(cache.deal(&deal.id).unwrap(), Some(deal.clone()));
    assert_eq!(cache.contacts_of(&zylker.id).unwrap(), [marina.id.clone()]);
    let row = &cache.record_rows(Module::Companies, "", 0, 50, at(0)).unwrap().rows[0];
    assert_eq!((row.second.as_str(), row.open), ("zylker.com", Open::Unread));
    // The deal is found by its contact's name.
    assert_eq!(cache.record_rows(Module::Pipelines, "souza", 0, 50, at(0)).unwrap().total, 1);

    cache.delete_records(&[RecordId::Contact(marina.id.clone())]).unwrap();
    assert_eq!(cache.contact(&marina.id).unwrap(), None);
    assert_eq!(cache.record_rows(Module::Contacts, "", 0, 50, at(0)).unwrap().total, 0);
}

#[test]
fn rows_stand_by_name_from_either_end() {
    let (_dir, cache) = cache();
    let all = [("1", "Zoë"), ("2", "élan"), ("3", "Ana"), ("4", "bruno"), ("5", "Ângela"), ("6", "Ana")];
    cache.put_contacts(&all.map(|(id, name)| contact(id, "", name))).unwrap();
    let list = ["Ana", "Ana", "Ângela", "bruno", "élan", "Zoë"];
    for offset in 0..7 {
        let window = cache.record_rows(Module::Contacts, "", offset, 2, at(0)).unwrap();
        assert_eq!((window.total, window.offset), (6, offset));
        assert_eq!(names(&window.rows), &list[offset.min(6)..(offset + 2).min(6)], "from {offset}");
        if let Some(row) = window.rows.first() {
            assert_eq!(cache.place_of(&row.id, "").unwrap(), Some(offset));
        }
    }
    assert_eq!(cache.place_of(&RecordId::Contact(ContactId::new("9")), "").unwrap(), None);
}

#[test]
fn the_list_says_what_is_open_at_desk() {
    let (_dir, cache) = cache();
    cache.put_contacts(&["a", "b", "c"].map(|id| contact(id, "", id))).unwrap();
    let twin = DeskContactId::new("desk-a");
    let id = |id| RecordId::Contact(ContactId::new(id));
    cache.put_twin(&id("a"), &DeskTwin::Contact(twin.clone()), at(5)).unwrap();
    cache.put_twin(&id("b"), &DeskTwin::None, at(5)).unwrap();
    let mut tickets = [1, 2, 3].map(|n| ticket(&format!("t{n}"), "x", n));
    for ticket in &mut tickets {
        ticket.contact = Some(twin.clone());
        ticket.due = Some(at(100));
    }
    tickets[0].kind = StatusKind::Closed;
    tickets[1].kind = StatusKind::OnHold;
    cache.put_tickets(&tickets, None).unwrap();
    let rows = cache.record_rows(Module::Contacts, "", 0, 50, at(200)).unwrap().rows;
    let counts: Vec<_> = rows.iter().map(|row| (row.open, row.overdue)).collect();
    assert_eq!(counts, [(Open::Known(2), 1), (Open::Known(0), 0), (Open::Unread, 0)]);
    assert_eq!(cache.twin(&id("a")).unwrap(), Some((DeskTwin::Contact(twin), at(5))));
}
