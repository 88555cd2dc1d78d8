//! Every function of the client, called once: what it asks is recorded elsewhere.

use balcao::model::{
    AccountId, Address, AgentId, CompanyId, ContactId, DealId, DepartmentId, DeskContactId, Module,
    NewTicket, RecordId, ThreadId, TicketId, UploadId,
};
use balcao::zoho::{ChangedAt, NewComment, PageAt, Reply, RowAt, Sort, TicketList, Zoho, records::Change};

/// Calls every function of the client once.
pub(crate) async fn ask_everything(zoho: &Zoho) {
    let desk = &zoho.desk;
    let (ticket, department, agent) = (TicketId::new("1"), DepartmentId::new("9"), AgentId::new("7"));
    let list = TicketList {
        assignee: Some(agent.clone()),
        overdue: true,
        status: vec!["Open".into()],
        departments: vec![department.clone()],
        ..TicketList::default()
    };
    let new = NewTicket {
        subject: "s".into(),
        description: "d".into(),
        department: department.clone(),
        contact: None,
        name: ("A".into(), "B".into()),
        email: Some("a@b.example".into()),
        priority: Some("High".into()),
        channel: Some("Phone".into()),
        assignee: Some(agent.clone()),
        uploads: vec![UploadId::new("8")],
    };
    let someone = vec![Address::bare("a@b.example")];
    let reply = Reply {
        from: Address::bare("s@b.example"),
        to: someone.clone(),
        cc: someone.clone(),
        bcc: someone,
        content: "c".into(),
        forward: true,
        in_reply_to: Some(ThreadId::new("2")),
        attachments: vec![UploadId::new("8")],
    };
    let comment = NewComment {
        content: "c".into(),
        public: true,
        attachments: vec![UploadId::new("8")],
        mentionable: vec![],
    };
    ask_bigin(zoho).await;
    // What comes back does not matter here, only what was asked.
    let _ = desk.me().await;
    let _ = desk.permissions().await;
    let _ = desk.departments().await;
    let _ = desk.agents().await;
    let _ = desk.statuses().await;
    let _ = desk.channels().await;
    let _ = desk.from_addresses(&department).await;
    let _ = desk.contacts_by_email("a@b.example").await;
    let _ = desk.accounts_by_name("Padaria").await;
    let _ = desk.accounts_by_domain("padaria.example").await;
    let _ = desk.tickets(&list).await;
    let _ = desk.tickets_changed(&ChangedAt::since(jiff::Timestamp::UNIX_EPOCH)).await;
    let _ = desk.tickets_of_contact(&DeskContactId::new("3"), &RowAt::default()).await;
    let _ = desk.tickets_of_account(&AccountId::new("4"), &RowAt::default()).await;
    let _ = desk.create_ticket(&new).await;
    let _ = desk.set_status(&ticket, "Closed").await;
    let _ = desk.assign(&ticket, None).await;
    let _ = desk.mark_read(&ticket).await;
    let _ = desk.conversation(&ticket).await;
    let _ = desk.thread(&ticket, &ThreadId::new("2")).await;
    let _ = desk.send_reply(&ticket, &reply).await;
    let _ = desk.comment(&ticket, &comment).await;
    let _ = desk.upload("a.txt", b"a".to_vec()).await;
    let _ = desk.organizations().await;
    let _ = desk.priorities().await;
    let _ = desk.ticket(&ticket).await;
    let _ = desk.ticket_by_number("1").await;
    let _ = desk.search_tickets("refund").await;
    let _ = desk.count_open(Some(&agent)).await;
    let _ = desk.threads(&ticket).await;
    let _ = desk.comments(&ticket).await;
    let _ = desk.download("/api/v1/tickets/1/attachments/8/content", &mut Vec::new()).await;
}

async fn ask_bigin(zoho: &Zoho) {
    let bigin = &zoho.bigin;
    let (contact, company, deal) = (ContactId::new("1"), CompanyId::new("2"), DealId::new("3"));
    let first = PageAt::first();
    let _ = bigin.me().await;
    let _ = bigin.currency().await;
    let _ = bigin.contacts(&first).await;
    let _ = bigin.companies(&first).await;
    let _ = bigin.deals(&first).await;
    let _ = bigin.contact(&contact).await;
    let _ = bigin.company(&company).await;
    let _ = bigin.deal(&deal).await;
    let _ = bigin.contacts_of(&company).await;
    let _ = bigin.deals_of(&RecordId::Company(company)).await;
    let _ = bigin.activity_of(&RecordId::Contact(contact)).await;
    let _ = bigin.search(Module::Contacts, "souza").await;
    let _ = bigin.deleted(Module::Contacts, jiff::Timestamp::UNIX_EPOCH).await;
    ask_about_records(zoho).await;
}

async fn ask_about_records(zoho: &Zoho) {
    let (bigin, desk) = (&zoho.bigin, &zoho.desk);
    let fields = |name: &str| serde_json::Map::from_iter([(name.to_owned(), "x".into())]);
    let (new, old) = (
        Change { id: None, fields: fields("Last_Name") },
        Change { id: Some("1".into()), fields: fields("Last_Name") },
    );
    let email = [("Email".to_owned(), "a@b.example".to_owned())];
    let since = "2026-11-22T10:00:00Z".parse().unwrap();
    let _ = bigin.records_changed("Contacts", &["Last_Name"], since, 0, 200).await;
    let _ = bigin.described("Contacts").await;
    let _ = bigin.records_deleted("Contacts", 0).await;
    let _ = bigin.records_by_id("Contacts", &["Last_Name"], &["1".into()]).await;
    let _ = bigin.records_with("Contacts", &email).await;
    let _ = bigin.write_records("Contacts", std::slice::from_ref(&new)).await;
    let _ = bigin.write_records("Contacts", &[old]).await;
    let _ = bigin.upsert_records("Contacts", "Email", &[new]).await;
    for (sort, name, param) in
        [(Sort::Contacts, "lastName", "email"), (Sort::Accounts, "accountName", "accountName")]
    {
        let _ = desk.described(sort).await;
        let _ = desk.records_changed(sort, since, 0, 100).await;
        let _ = desk.record_by_id(sort, "1").await;
        let _ = desk.records_with(sort, param, &["a@b.example".into()]).await;
        let _ = desk.write_record(sort, &Change { id: None, fields: fields(name) }).await;
        let _ = desk.write_record(sort, &Change { id: Some("1".into()), fields: fields(name) }).await;
        let _ = desk.trash_record(sort, "1").await;
    }
    let _ = desk.records_deleted(0).await;
}
