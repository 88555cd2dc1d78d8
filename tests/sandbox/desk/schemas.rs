//! Answers held against Zoho's published schemas, where those are at hand (`../shared/api`, or `ZOHO_SCHEMAS`).

use serde_json::{Value, json};

use super::spec::Differs::{self, Longer, Null, With, Without};
use super::spec::{Spec, allow};
use super::stage::{Stage, id};

/// What the sandbox sends otherwise in every operation, and why.
const EVERYWHERE: &[Differs] = &[
    Without("relationshipType"), // no live ticket body has it
    Without("accountId"),        // the live list row has none; where a record has one it is sent
];

/// One operation, with the path it is tried at.
struct Case {
    file: &'static str,
    operation: &'static str,
    path: String,
    differs: &'static [Differs],
}

fn case(
    file: &'static str,
    operation: &'static str,
    path: impl Into<String>,
    differs: &'static [Differs],
) -> Case {
    Case { file, operation, path: path.into(), differs }
}

/// The sheet's list of a thread row's keys: `responderId` is in the spec's own sample, three others are said to come
/// with the whole message only; "no sentiment" is the word `"null"` in the file's list for mails.
const THREAD_ROW: &[Differs] = &[
    With("responderId"),
    Without("isContentTruncated"),
    Without("fullContentURL"),
    Without("attachmentIds"),
    Null("sentiment"),
];
/// A whole mail is longer than the file's 100 characters.
const ORIGINAL: &[Differs] = &[Longer("content")];
/// The sheet's upload body (§14) says whether it is public.
const UPLOAD: &[Differs] = &[With("isPublic")];
/// The spec's samples of fields leave these out as well.
const FORM: &[Differs] = &[With("restoreOnReplyValues"), With("departmentId")];

fn cases(ids: &Ids) -> Vec<Case> {
    let Ids { ticket, thread, comment, contact, account, department, layout, agent, org } = ids;
    vec![
        case("Organization.json", "/organizations", "/organizations", &[]),
        case("Organization.json", "/accessibleOrganizations", "/accessibleOrganizations", &[]),
        case("Organization.json", "/organizations/{organizationId}", format!("/organizations/{org}"), &[]),
        case("Agent.json", "/myinfo", "/myinfo", &[]),
        case("Agent.json", "/agents", "/agents?limit=20", &[]),
        case("Agent.json", "/agents/{agentId}", format!("/agents/{agent}"), &[]),
        case("Agent.json", "/agents/count", "/agents/count", &[]),
        case("Agent.json", "/agentsByIds", format!("/agentsByIds?agentIds={agent}"), &[]),
        case("Department.json", "/departments", "/departments", &[]),
        case("Department.json", "/departments/{departmentId}", format!("/departments/{department}"), &[]),
        case(
            "Department.json",
            "/departments/{departmentId}/agents",
            format!("/departments/{department}/agents"),
            &[],
        ),
        case("Channel.json", "/channels", "/channels", &[]),
        case(
            "MailReplyAddress.json",
            "/mailReplyAddress",
            format!("/mailReplyAddress?departmentId={department}"),
            &[],
        ),
        case("Field.json", "/organizationFields", "/organizationFields?module=tickets", &[]),
        case("Layout.json", "/layouts", "/layouts?module=tickets", &[]),
        case("Layout.json", "/myForm", format!("/myForm?layoutId={layout}"), FORM),
        case("CustomView.json", "/views", "/views?module=tickets", &[]),
        case("Ticket.json", "/tickets", "/tickets?limit=20&include=contacts,assignee,departments", &[]),
        case(
            "Ticket.json",
            "/tickets/{ticketId}",
            format!("/tickets/{ticket}?include=contacts,assignee"),
            &[],
        ),
        case("Ticket.json", "/tickets/{ticketId}/metrics", format!("/tickets/{ticket}/metrics"), &[]),
        case("Ticket.json", "/tickets/{ticketId}/resolution", format!("/tickets/{ticket}/resolution"), &[]),
        case("Ticket.json", "/contacts/{contactId}/tickets", format!("/contacts/{contact}/tickets"), &[]),
        case(
            "Ticket.json",
            "/associatedTickets",
            format!("/associatedTickets?departmentId={department}"),
            &[],
        ),
        case("Account.json", "/accounts/{accountId}/tickets", format!("/accounts/{account}/tickets"), &[]),
        case("Search.json", "/tickets/search", "/tickets/search?status=Open&limit=20", &[]),
        case("Search.json", "/contacts/search", "/contacts/search?limit=20", &[]),
        case("Search.json", "/accounts/search", "/accounts/search?limit=20", &[]),
        case("Contact.json", "/contacts", "/contacts?limit=20", &[]),
        case(
            "Contact.json",
            "/contacts/{contactId}",
            format!("/contacts/{contact}?include=accounts,owner"),
            &[],
        ),
        case(
            "Contact.json",
            "/contacts/{contactId}/statistics",
            format!("/contacts/{contact}/statistics"),
            &[],
        ),
        case("Contact.json", "/accounts/{accountId}/contacts", format!("/accounts/{account}/contacts"), &[]),
        case("Account.json", "/accounts", "/accounts?limit=20", &[]),
        case("Account.json", "/accounts/{accountId}", format!("/accounts/{account}?include=owner"), &[]),
        case("Account.json", "/contacts/{contactId}/accounts", format!("/contacts/{contact}/accounts"), &[]),
        case("Thread.json", "/tickets/{ticketId}/threads", format!("/tickets/{ticket}/threads"), THREAD_ROW),
        case(
            "Thread.json",
            "/tickets/{requestId}/threads/{threadId}/originalContent",
            format!("/tickets/{ticket}/threads/{thread}/originalContent"),
            ORIGINAL,
        ),
        case(
            "TicketComment.json",
            "/tickets/{ticketId}/comments",
            format!("/tickets/{ticket}/comments"),
            &[],
        ),
        case(
            "TicketComment.json",
            "/tickets/{ticketId}/comments/{commentId}",
            format!("/tickets/{ticket}/comments/{comment}"),
            &[],
        ),
        case(
            "TicketAttachment.json",
            "/tickets/{ticketId}/attachments",
            format!("/tickets/{ticket}/attachments"),
            &[],
        ),
        case("TicketTag.json", "/tickets/{ticketId}/tags", format!("/tickets/{ticket}/tags"), &[]),
        case("TicketTag.json", "/ticketTags", format!("/ticketTags?departmentId={department}"), &[]),
        case(
            "TicketFollowers.json",
            "/tickets/{ticketId}/followers",
            format!("/tickets/{ticket}/followers"),
            &[],
        ),
        case("Product.json", "/products", "/products?include=owner", &[]),
        case("Team.json", "/teams", "/teams", &[]),
        case("Role.json", "/roles", "/roles", &[]),
        case(
            "AgentSignatures.json",
            "/agents/{agentId}/signatures",
            format!("/agents/{agent}/signatures"),
            &[],
        ),
        case("TicketCount.json", "/ticketsCount", "/ticketsCount", &[]),
        case(
            "TicketCount.json",
            "/ticketsCountByFieldValues",
            "/ticketsCountByFieldValues?field=statusType",
            &[],
        ),
    ]
}

/// The operations that write, whose answers are held against the files too.
const WRITES: [(&str, &str, &str, &[Differs]); 7] = [
    ("Ticket.json", "post", "/tickets", &[]),
    ("Ticket.json", "patch", "/tickets/{ticketId}", &[]),
    ("Thread.json", "post", "/tickets/{ticketId}/sendReply", &[]),
    ("TicketComment.json", "post", "/tickets/{ticketId}/comments", &[]),
    ("Upload.json", "post", "/uploads", UPLOAD),
    ("Contact.json", "post", "/contacts", &[]),
    ("Account.json", "post", "/accounts", &[]),
];

/// Whether the answer of an operation is held against the files here.
pub(crate) fn checked(method: &str, path: &str) -> bool {
    differs_of(method, path).is_some()
}

/// In which way an operation differs from the files on purpose, and why; none when it does not.
pub(crate) fn deviation(method: &str, path: &str) -> Option<String> {
    let differs = differs_of(method, path).filter(|differs| !differs.is_empty())?;
    let told: Vec<_> = differs.iter().map(ToString::to_string).collect();
    Some(format!("{}: {}", told.join(", "), why(differs)))
}

fn differs_of(method: &str, path: &str) -> Option<&'static [Differs]> {
    let read = cases(&Ids::default()).into_iter().map(|case| ("get", case.operation, case.differs));
    let written = WRITES.iter().map(|(_, method, operation, differs)| (*method, *operation, *differs));
    let mut all = read.chain(written);
    all.find(|(verb, operation, _)| verb.eq_ignore_ascii_case(method) && *operation == path)
        .map(|found| found.2)
}

fn why(differs: &[Differs]) -> &'static str {
    match differs.first() {
        Some(With("responderId")) => "desk.md lists a row's keys so",
        Some(Longer("content")) => "a whole mail is longer than the file says",
        Some(With("isPublic")) => "desk.md §14 has it in the answer",
        Some(With("restoreOnReplyValues")) => "the file's own samples of fields say so",
        _ => "see tests/sandbox/desk/schemas.rs",
    }
}

/// Records that the cases look at.
#[derive(Default)]
struct Ids {
    ticket: String,
    thread: String,
    comment: String,
    contact: String,
    account: String,
    department: String,
    layout: String,
    agent: String,
    org: String,
}

/// A ticket with one of everything.
async fn prepare(stage: &Stage) -> Ids {
    let account = stage.post("/accounts", &json!({"accountName": "Reynholm"})).await.body;
    let contact =
        json!({"lastName": "Reynholm", "email": "moss@basement.example", "accountId": account["id"]});
    let contact = stage.post("/contacts", &contact).await.body;
    let ticket = stage.ticket(json!({"contactId": contact["id"]})).await;
    let path = format!("/tickets/{}", id(&ticket));
    let file = stage.bring("/uploads", "a.txt", b"abc".to_vec()).await.body;
    let thread = stage.reply(&ticket, json!({"attachmentIds": [file["id"]]})).await.body;
    let comment = stage.post(&format!("{path}/comments"), &json!({"content": "x"})).await.body;
    stage.bring(&format!("{path}/attachments"), "b.txt", b"b".to_vec()).await;
    stage.post(&format!("{path}/associateTag"), &json!({"tags": ["abc"]})).await;
    let me = stage.get("/myinfo").await.body;
    stage.post(&format!("{path}/addFollowers"), &json!({"followerIds": [me["id"]]})).await;
    stage.patch(&format!("{path}/resolution"), &json!({"content": "x"})).await;
    let layout = stage.rows("/layouts?module=tickets").await[0].clone();
    Ids {
        ticket: id(&ticket).to_owned(),
        thread: id(&thread).to_owned(),
        comment: id(&comment).to_owned(),
        contact: id(&contact).to_owned(),
        account: id(&account).to_owned(),
        department: stage.department("Support").await,
        layout: id(&layout).to_owned(),
        agent: id(&me).to_owned(),
        org: stage.stand.sandbox.hello.org_id.clone(),
    }
}

/// What is wrong with an answer, at most a few sentences.
fn wrong(spec: &Spec, case: &Case, method: &str, answer: &Value) -> Vec<String> {
    let path = format!("/api/v1{}", case.operation);
    let Some(mut schema) = spec.answer(case.file, method, &path, 200) else {
        return vec![format!("{method} {path}: no schema in {}", case.file)];
    };
    allow(&mut schema, EVERYWHERE);
    allow(&mut schema, case.differs);
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors = validator.iter_errors(answer).take(4);
    errors
        .map(|error| {
            let said: String =
                error.to_string().chars().rev().take(300).collect::<Vec<_>>().into_iter().rev().collect();
            format!("{method} {}: at {}: {said}", case.operation, error.instance_path())
        })
        .collect()
}

#[tokio::test]
async fn answers_are_as_the_published_schemas_say() {
    let Some(spec) = Spec::desk() else {
        eprintln!("skipped: Zoho's OpenAPI files are not at hand (set ZOHO_SCHEMAS)");
        return;
    };
    let mut stage = Stage::open().await;
    stage.sign_in("rui.prado@jatoba.example").await;
    let ids = prepare(&stage).await;
    let mut complaints = Vec::new();
    for case in cases(&ids) {
        let answer = stage.get(&case.path).await;
        assert_eq!(answer.status, 200, "{}: {}", case.path, answer.text);
        complaints.extend(wrong(&spec, &case, "get", &answer.body));
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[tokio::test]
async fn answers_of_writes_are_as_the_published_schemas_say() {
    let Some(spec) = Spec::desk() else {
        eprintln!("skipped: Zoho's OpenAPI files are not at hand (set ZOHO_SCHEMAS)");
        return;
    };
    let stage = Stage::open().await;
    let ticket = stage.ticket(json!({})).await;
    let path = format!("/tickets/{}", id(&ticket));
    let patched = stage.patch(&path, &json!({"status": "Closed"})).await.body;
    let reply = stage.reply(&ticket, json!({})).await.body;
    let comment = stage.post(&format!("{path}/comments"), &json!({"content": "x"})).await.body;
    let upload = stage.bring("/uploads", "a.txt", b"abc".to_vec()).await.body;
    let contact = stage.post("/contacts", &json!({"lastName": "x"})).await.body;
    let account = stage.post("/accounts", &json!({"accountName": "x"})).await.body;
    let answers = [ticket, patched, reply, comment, upload, contact, account];
    let written = WRITES.iter().zip(&answers).flat_map(|((file, method, operation, differs), answer)| {
        wrong(&spec, &case(file, operation, "", differs), method, answer)
    });
    let complaints: Vec<_> = written.collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
