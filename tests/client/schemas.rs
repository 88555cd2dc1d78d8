//! What we ask, against Zoho's published description of Desk, when it is at hand: every operation, every parameter and
//! every key of a body must stand there, or here with the reason why not.

mod published;

use std::collections::HashSet;

use balcao::{
    model::{
        AccountId, Address, AgentId, DepartmentId, DeskContactId, NewTicket, ThreadId, TicketId, UploadId,
    },
    zoho::{NewComment, Reply, TicketList, Zoho},
};
use serde_json::json;
use wiremock::{Mock, matchers::any};

use super::{connect, ok, server};
use published::Published;

/// Method and path, parameter or key, and why it is sent although the description does not have it.
const DEVIATIONS: [(&str, &str, &str); 8] = [
    ("GET /tickets", "departmentIds", "the service listens to the plural; desk.md §21.1"),
    ("GET /tickets", "include=isRead", "the newer documents name it; desk.md §10.1"),
    ("GET /contacts/search", "email", "classic documents and live use; desk.md §8"),
    ("POST /tickets", "uploads", "classic documents; desk.md §10.3"),
    ("POST /tickets/{}/sendReply", "inReplyToThreadId", "classic documents; desk.md §12"),
    ("POST /tickets/{}/sendReply", "cc", "classic documents, and part of every answer; desk.md §12"),
    ("POST /tickets/{}/sendReply", "bcc", "classic documents, and part of every answer; desk.md §12"),
    ("GET /tickets/{}/threads/{}", "", "the path is missing from the description, and used by every client"),
];

async fn ask_everything(zoho: &Zoho) {
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
    let _ = desk.tickets_changed_since(jiff::Timestamp::UNIX_EPOCH, 0).await;
    let _ = desk.tickets_of_contact(&DeskContactId::new("3"), 0).await;
    let _ = desk.tickets_of_account(&AccountId::new("4"), 0).await;
    let _ = desk.create_ticket(&new).await;
    let _ = desk.set_status(&ticket, "Closed").await;
    let _ = desk.assign(&ticket, None).await;
    let _ = desk.mark_read(&ticket).await;
    let _ = desk.conversation(&ticket).await;
    let _ = desk.thread(&ticket, &ThreadId::new("2")).await;
    let _ = desk.send_reply(&ticket, &reply).await;
    let _ = desk.comment(&ticket, &comment).await;
    let _ = desk.upload("a.txt", b"a".to_vec()).await;
}

#[tokio::test]
async fn everything_we_ask_of_desk_is_published() {
    let Some(published) = Published::load() else {
        eprintln!("skipped: Zoho's description of Desk is not at hand (ZOHO_SCHEMAS)");
        return;
    };
    let server = server().await;
    Mock::given(any()).respond_with(ok(json!({"id":"1","data":[]}))).mount(&server).await;
    ask_everything(&connect(&server)).await;
    let (mut odd, mut operations, mut used) = (Vec::new(), 0, HashSet::new());
    for request in server.received_requests().await.unwrap() {
        let Some(path) = request.url.path().strip_prefix("/api/v1") else { continue };
        operations += 1;
        for (operation, name) in published.missing(request.method.as_str(), path, &request) {
            match DEVIATIONS.iter().find(|(known, key, _)| *known == operation && *key == name) {
                Some(deviation) => drop(used.insert(deviation)),
                None => odd.push(format!("{operation}: {name:?}")),
            }
        }
    }
    odd.sort();
    odd.dedup();
    assert!(odd.is_empty(), "not published:\n{}", odd.join("\n"));
    let stale: Vec<_> = DEVIATIONS.iter().filter(|known| !used.contains(known)).collect();
    assert!(stale.is_empty(), "published after all: {stale:?}");
    assert!(operations >= 23, "only {operations} calls were made");
}
