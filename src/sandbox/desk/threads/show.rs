//! One message with its content, the latest one, its raw mail, what was cut off (sheet §12).

use serde_json::json;

use super::{list, project};
use crate::sandbox::desk::answer::{Answer, Refusal, Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{permission, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Thread;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/tickets/{ticket}/threads/{thread}", READ, &["include"], show),
    Route::get(
        "/tickets/{ticket}/latestThread",
        READ,
        &["needPublic", "needIncomingThread", "threadStatus", "include"],
        latest,
    ),
    Route::get("/tickets/{ticket}/threads/{thread}/originalContent", READ, &[], original),
    Route::get("/tickets/{ticket}/threads/{thread}/fullContent", READ, &[], whole_content),
];

const READ: &[&str] = &["Desk.tickets.READ"];

/// The message of the path, which has to be the ticket's.
pub fn thread<'w>(world: &'w World, call: &Call) -> Result<&'w Thread, Refusal> {
    let ticket = permission::ticket(world, call)?.id;
    let thread = world.desk.threads.get(call.id("thread")?).ok_or_else(Refusal::not_found)?;
    if thread.ticket == ticket { Ok(thread) } else { Err(Refusal::not_found()) }
}

fn with_plain(call: &Call) -> Result<bool, Refusal> {
    Ok(call.query.include(&["plainText"])?.contains(&"plainText"))
}

fn show(world: &mut World, call: &Call) -> Served {
    let plain = with_plain(call)?;
    let thread = thread(world, call)?;
    found(project::full(world, call, thread, plain))
}

fn latest(world: &mut World, call: &Call) -> Served {
    let plain = with_plain(call)?;
    let (public, incoming) = (call.query.flag("needPublic")?, call.query.flag("needIncomingThread")?);
    let status =
        call.query.word("threadStatus", &["success", "failed", "draft", "SUCCESS", "FAILED", "DRAFT"])?;
    let ticket = permission::ticket(world, call)?;
    let fits = |thread: &&&Thread| {
        let draft = status.is_some_and(|status| status.eq_ignore_ascii_case("draft"));
        thread.is_draft() == draft
            && (public != Some(true) || !thread.private)
            && (incoming != Some(true) || thread.incoming)
    };
    let threads = list::of(world, ticket);
    let last = threads.iter().rev().find(fits);
    last.map_or(Ok(Answer::Nothing), |thread| found(project::full(world, call, thread, plain)))
}

/// The mail as it came: header lines, an empty line, the content.
fn original(world: &mut World, call: &Call) -> Served {
    let thread = thread(world, call)?;
    let ticket = world.desk.tickets.get(thread.ticket).ok_or_else(Refusal::not_found)?;
    let mail = project::envelope(world, thread);
    let text = world.text(&thread.body);
    let message_id = mail.message_id.clone().unwrap_or_else(|| format!("<{}@sandbox.invalid>", thread.id));
    let kind = if text.content.contains('<') { "text/html" } else { "text/plain" };
    let date = wire::time(thread.created);
    let raw = format!(
        "Message-ID: {message_id}\r\nDate: {date}\r\nFrom: {}\r\nTo: {}\r\nSubject: {}\r\nMIME-Version: 1.0\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n{}",
        mail.from, mail.to, ticket.subject, text.content,
    );
    found(json!({
        "date": date, "returnPath": mail.from, "subject": ticket.subject, "messageId": message_id,
        "from": mail.from, "to": mail.to, "content": raw,
    }))
}

fn whole_content(world: &mut World, call: &Call) -> Served {
    let thread = thread(world, call)?;
    found(json!({"content": world.text(&thread.body).content}))
}
