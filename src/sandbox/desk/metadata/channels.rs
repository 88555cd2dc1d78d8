//! `/channels`.

use serde_json::{Value, json};

use crate::sandbox::desk::answer::{Refusal, Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Channel;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/channels", &["Desk.basic.READ"], &[], all),
    Route::get("/channels/{channel}", &["Desk.basic.READ"], &[], one),
];

fn row(channel: &Channel) -> Value {
    let mail = channel.code == "EMAIL";
    let kinds: &[&str] = if mail { &["text/plain", "text/html"] } else { &["text/plain"] };
    let replies = json!({
        "updateRecords": false, "acceptsAttachments": mail, "contentTypes": kinds, "includeQuotedMessage": mail,
    });
    json!({
        "code": channel.code,
        "name": channel.name,
        "type": channel.kind,
        "appName": null,
        "photoURL": null,
        "departmentId": null,
        "externalId": null,
        "mappedIntegration": null,
        "acceptsReplies": channel.accepts_replies,
        "replyConfig": if channel.accepts_replies { replies } else { Value::Null },
    })
}

fn all(world: &mut World, _: &Call) -> Served {
    let rows: Vec<Value> = world.desk.settings.channels.iter().map(row).collect();
    found(json!({"data": rows}))
}

fn one(world: &mut World, call: &Call) -> Served {
    let code = call.param("channel");
    let mut channels = world.desk.settings.channels.iter();
    found(row(channels.find(|channel| channel.code == code).ok_or_else(Refusal::not_found)?))
}
