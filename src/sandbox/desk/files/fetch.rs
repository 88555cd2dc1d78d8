//! A file's bytes, by the `href` that its row gave.

use crate::sandbox::desk::answer::{Answer, Refusal, Served};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::comments::read;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::threads::show;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Attachment, Host};

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get(
        "/uploads/{attachment}/contents",
        &["Desk.basic.READ|Desk.basic.CREATE"],
        &["inline"],
        of_upload,
    ),
    Route::get("/tickets/{ticket}/attachments/{attachment}/content", READ, &["inline"], of_ticket),
    Route::get(
        "/tickets/{ticket}/threads/{thread}/attachments/{attachment}/content",
        READ,
        &["inline"],
        of_thread,
    ),
    Route::get(
        "/tickets/{ticket}/comments/{comment}/attachments/{attachment}/content",
        READ,
        &["inline"],
        of_comment,
    ),
];

const READ: &[&str] = &["Desk.tickets.READ"];

/// The file of the path, which one of these has to hold. A forward may carry another message's file.
fn give(world: &World, call: &Call, held: impl FnOnce(&Attachment) -> bool) -> Served {
    let file = world.desk.attachments.get(call.id("attachment")?).filter(|file| held(file));
    let file = file.ok_or_else(Refusal::not_found)?;
    let bytes = world.bytes(file).to_vec();
    Ok(Answer::File { name: file.name.clone(), media_type: file.media.clone(), bytes })
}

fn of_upload(world: &mut World, call: &Call) -> Served {
    give(world, call, |file| file.host == Host::Upload && file.creator == call.agent)
}

fn of_ticket(world: &mut World, call: &Call) -> Served {
    let ticket = permission::ticket(world, call)?.id;
    give(world, call, |file| file.host == Host::Ticket(ticket))
}

fn of_thread(world: &mut World, call: &Call) -> Served {
    let held = show::thread(world, call)?.attachments.clone();
    give(world, call, |file| held.contains(&file.id))
}

fn of_comment(world: &mut World, call: &Call) -> Served {
    let held = read::comment(world, call)?.attachments.clone();
    give(world, call, |file| held.contains(&file.id))
}
