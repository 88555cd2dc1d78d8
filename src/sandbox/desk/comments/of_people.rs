//! Comments of contacts and accounts: changed with `PUT`, never public (sheet §8, §9).

use super::project;
use crate::sandbox::desk::accounts::show as account;
use crate::sandbox::desk::answer::{Answer, Refusal, Served, found, list};
use crate::sandbox::desk::body::Body;
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::contacts::show as contact;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Comment;
use crate::sandbox::world::desk::comment::Place;
use crate::sandbox::world::desk::thread::Author;
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;
use crate::sandbox::world::text::{self, Kind, Text};

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/contacts/{contact}/comments", READ, LIST, all),
    Route::post("/contacts/{contact}/comments", UPDATE, &[], create),
    Route::get("/contacts/{contact}/comments/{comment}", READ, &["include"], one),
    Route::put("/contacts/{contact}/comments/{comment}", UPDATE, update),
    Route::delete("/contacts/{contact}/comments/{comment}", UPDATE, delete),
    Route::get("/accounts/{account}/comments", READ, LIST, all),
    Route::post("/accounts/{account}/comments", UPDATE, &[], create),
    Route::get("/accounts/{account}/comments/{comment}", READ, &["include"], one),
    Route::put("/accounts/{account}/comments/{comment}", UPDATE, update),
    Route::delete("/accounts/{account}/comments/{comment}", UPDATE, delete),
];

const READ: &[&str] = &["Desk.contacts.READ"];
const UPDATE: &[&str] = &["Desk.contacts.UPDATE"];
const LIST: &[&str] = &["from", "limit", "sortBy", "include"];
const INCLUDE: &[&str] = &["mentions"];
/// The most a comment may say, in characters.
const CONTENT: usize = 32_000;

/// The record of the path, which has to be there, and its noun.
fn place(world: &World, call: &Call) -> Result<(Place, Key, &'static str), Refusal> {
    if call.param("contact").is_empty() {
        let id = account::account(world, call)?.id;
        Ok((Place::Account(id), Key::Account(id), "accounts"))
    } else {
        let id = contact::contact(world, call)?.id;
        Ok((Place::Contact(id), Key::Contact(id), "contacts"))
    }
}

/// The comment of the path, which has to be that record's.
fn comment<'w>(world: &'w World, call: &Call) -> Result<&'w Comment, Refusal> {
    let (place, ..) = place(world, call)?;
    let comment = world.desk.comments.get(call.id("comment")?).ok_or_else(Refusal::not_found)?;
    if comment.place == place { Ok(comment) } else { Err(Refusal::not_found()) }
}

/// A comment as people's have it: without what only those of tickets have.
fn row(world: &World, call: &Call, comment: &Comment, include: &[&str]) -> serde_json::Value {
    let mut row = project::row(world, call, comment, include);
    if let Some(row) = row.as_object_mut() {
        row.remove("isPublic");
        row.remove("attachments");
    }
    row
}

fn all(world: &mut World, call: &Call) -> Served {
    let page = paging::of_list(&call.query, 100, 10)?;
    let include = call.query.include(INCLUDE)?;
    let (_, descending) = call.query.sort(&["commentedTime"])?.unwrap_or(("commentedTime", true));
    let (_, key, _) = place(world, call)?;
    let mut ids: Vec<Id> = world.desk.comments.under(&key).ids().collect();
    if descending {
        ids.reverse();
    }
    let comments = ids.into_iter().filter_map(|id| world.desk.comments.get(id));
    list(page.cut(comments.map(|comment| row(world, call, comment, &include))))
}

fn one(world: &mut World, call: &Call) -> Served {
    let include = call.query.include(INCLUDE)?;
    found(row(world, call, comment(world, call)?, &include))
}

/// What a body says, and of which kind it is.
fn said(call: &Call) -> Result<(String, Option<Kind>), Refusal> {
    let mut body = Body::new(call.json()?, "");
    let content = body.needed("content", CONTENT);
    let kind = match body.text("contentType", 20).value().as_deref() {
        Some("html") => Some(Kind::Html),
        Some("plainText") => Some(Kind::Plain),
        None => None,
        Some(_) => {
            body.fault("contentType", "invalid");
            None
        }
    };
    body.check()?;
    Ok((content, kind))
}

fn create(world: &mut World, call: &Call) -> Served {
    let (place, _, noun) = place(world, call)?;
    permission::may(world, call, noun, "edit")?;
    let (content, kind) = said(call)?;
    let id = world.desk.make_id();
    world.desk.comments.insert(Comment {
        id,
        place,
        author: Author::Agent(call.agent),
        body: text::Body::Text(Text { kind: kind.unwrap_or(Kind::Plain), content }),
        public: false,
        attachments: Vec::new(),
        created: call.now,
        modified: call.now,
    });
    let comment = world.desk.comments.get(id).ok_or_else(Refusal::not_found)?;
    found(row(world, call, comment, &[]))
}

/// Own comments may be changed; those of others with the profile's permission.
fn own<'w>(world: &'w World, call: &Call, verb: &str) -> Result<&'w Comment, Refusal> {
    let comment = comment(world, call)?;
    if comment.author != Author::Agent(call.agent) {
        permission::may(world, call, "comments", verb)?;
    }
    Ok(comment)
}

fn update(world: &mut World, call: &Call) -> Served {
    let comment = own(world, call, "edit")?;
    let (id, was) = (comment.id, world.text(&comment.body).kind);
    let (content, kind) = said(call)?;
    world.desk.comments.edit(id, |comment| {
        comment.body = text::Body::Text(Text { kind: kind.unwrap_or(was), content });
        comment.modified = call.now;
    });
    let comment = world.desk.comments.get(id).ok_or_else(Refusal::not_found)?;
    found(row(world, call, comment, &[]))
}

fn delete(world: &mut World, call: &Call) -> Served {
    let id = own(world, call, "delete")?.id;
    world.desk.comments.remove(id);
    Ok(Answer::Done)
}
