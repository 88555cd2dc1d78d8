//! Signing in, by one of three ways, and asking who it is.

use jiff::SignedDuration;
use tokio::sync::mpsc;

use super::Report;
use crate::app::door::{Arrived, Message, Portal, Shown, Way, Wish};
use crate::config::HostNames;
use crate::counter;
use crate::signin::{self, Client, Error, Pages, Signed, Site, Visit, Wait, scopes};
use crate::text::Words;

/// Signs somebody in and says what comes of it.
pub(super) async fn run(wish: Wish, port: u16, words: Words, reports: mpsc::UnboundedSender<Report>) {
    // Whoever does not listen any more has gone.
    let tell = |message| drop(reports.send(Report::Message(message)));
    let client = Client { id: wish.client.clone(), secret: wish.secret.clone() };
    match signed(&wish, &client, port, &words, tell).await {
        Ok((signed, arrived)) => {
            let _ = reports.send(Report::Token(Box::new((signed, client))));
            tell(Message::Arrived(Box::new(arrived)));
        }
        Err(error) => tell(Message::Refused(error.sentence(&words, &Visit::redirect(port)))),
    }
}

async fn signed(
    wish: &Wish,
    client: &Client,
    port: u16,
    words: &Words,
    tell: impl Fn(Message),
) -> Result<(Signed, Arrived), Error> {
    let site = match &wish.place {
        Ok(centre) => Site::of(HostNames::Centre(centre.clone()))?,
        Err(address) => Site::single(address)?,
    };
    let signed = match wish.way {
        Way::Device => device(site, client, words, &tell).await?,
        Way::Browser => browser(site, client, port, words, &tell).await?,
        Way::Code => signin::exchange(site, client, &wish.code, None).await?,
    };
    let who = signin::who(&signed, client, None).await?;
    let reason = |error: crate::zoho::Error| counter::Error::Zoho(error).sentence(words);
    let missing = scopes::missing(&signed.scopes);
    let arrived = Arrived {
        desk: who.desk.map(|me| (me.agent.name, me.agent.email)).map_err(reason),
        bigin: who.bigin.map(|user| user.name).map_err(reason),
        // Without them the profile names none, and Desk takes the one that is its own.
        portals: who.portals.unwrap_or_default().into_iter().map(portal).collect(),
        missing: missing.iter().map(|scope| (scope.name.to_owned(), scope.what_for)).collect(),
    };
    Ok((signed, arrived))
}

fn portal(one: crate::model::Organization) -> Portal {
    Portal { id: one.id.to_string(), name: one.name }
}

async fn device(
    site: Site,
    client: &Client,
    words: &Words,
    tell: &impl Fn(Message),
) -> Result<Signed, Error> {
    let device = signin::begin(&site, client).await?;
    let left = SignedDuration::try_from(device.expires_in).unwrap_or(SignedDuration::MAX);
    let shown = Shown::Code {
        code: device.user_code.clone(),
        address: device.address.clone(),
        with_code: device.address_with_code.clone(),
    };
    tell(Message::Shown(shown, left));
    let heard = |wait| {
        tell(match wait {
            Wait::Pending => Message::Asked(None),
            Wait::Away(error) => Message::Asked(Some(counter::Error::Zoho(error).sentence(words))),
            Wait::Moved(centre) => Message::Moved(centre),
        });
    };
    signin::wait(site, client, &device, heard).await
}

async fn browser(
    site: Site,
    client: &Client,
    port: u16,
    words: &Words,
    tell: &impl Fn(Message),
) -> Result<Signed, Error> {
    let visit = Visit::open(&site, client, port).await?;
    let left = SignedDuration::try_from(Visit::PATIENCE).unwrap_or(SignedDuration::MAX);
    tell(Message::Shown(Shown::Page(visit.address().to_owned()), left));
    let pages = Pages { done: words.say("login-browser-done"), failed: words.say("login-browser-failed") };
    visit.wait(site, client, &pages).await
}
