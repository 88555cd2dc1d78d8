//! With a browser on this machine.

use serde_json::json;

use super::{Desk, ask::tell, failure};
use crate::cli::exit::Failure;
use crate::cli::print;
use crate::signin::{Client, Pages, Signed, Site, Visit};

pub(super) async fn sign_in(desk: &Desk<'_>, site: Site, client: &Client) -> Result<Signed, Failure> {
    let visit = Visit::open(&site, client, desk.args.port).await;
    let visit = visit.map_err(|error| failure::of(&error, desk))?;
    if desk.args.json {
        print::json(&json!({ "browser": { "address": visit.address() } }))?;
    } else {
        tell(&format!("\n{}\n  {}\n", desk.say("login-browser"), visit.address()));
    }
    let pages = Pages { done: desk.say("login-browser-done"), failed: desk.say("login-browser-failed") };
    visit.wait(site, client, &pages).await.map_err(|error| failure::of(&error, desk))
}
