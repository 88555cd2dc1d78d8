//! What a comment looks like: a live body (sheet §13).

use serde_json::{Value, json};

use super::mentions;
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::threads::project::{author, plain};
use crate::sandbox::desk::{files, prose, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::thread::Author;
use crate::sandbox::world::desk::{Comment, Host};
use crate::sandbox::world::text::Kind;

/// A comment; `include` may ask for `mentions` and `plainText`.
pub fn row(world: &World, call: &Call, comment: &Comment, include: &[&str]) -> Value {
    let text = world.text(&comment.body);
    let commenter = match comment.author {
        Author::Agent(id) | Author::Contact(id) => id,
    };
    let mut row = json!({
        "id": comment.id,
        "content": text.content,
        "encodedContent": prose::encoded(&text.content),
        "contentType": if text.kind == Kind::Html { "html" } else { "plainText" },
        "isPublic": comment.public,
        "commentedTime": wire::time(comment.created),
        "modifiedTime": wire::time(comment.modified),
        "commenterId": commenter,
        "commenter": author(world, call, comment.author, true),
        "impersonatedUser": null,
        "attachments": files::rows(world, call, &comment.attachments, Host::Comment(comment.id)),
    });
    if include.contains(&"mentions") {
        row["mention"] = Value::Array(mentions::of(world, call, &text.content));
    }
    if include.contains(&"plainText") {
        row["plainText"] = json!(plain(&text));
    }
    row
}
