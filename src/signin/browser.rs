//! Signing in with a browser on this machine: it is sent to Zoho and comes back to an address of this program.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use super::{Client, Error, Signed, Site, exchange, scopes};
use crate::zoho::{Brought, Consent};

/// How long a browser may take to say what it wants.
const BRIEFLY: Duration = Duration::from_secs(5);
/// No browser says more.
const LONGEST: usize = 16 * 1024;

/// A browser that is being waited for.
#[derive(Debug)]
pub struct Visit {
    listener: TcpListener,
    consent: Consent,
    redirect: String,
}

/// What the browser is told when it comes back, in the reader's language: plain text.
#[derive(Clone, Debug)]
pub struct Pages {
    /// Somebody is signed in.
    pub done: String,
    /// Nobody is.
    pub failed: String,
}

impl Visit {
    /// How long somebody may take to agree.
    pub const PATIENCE: Duration = Duration::from_mins(10);

    /// The address to which the browser comes back, through this port.
    pub fn redirect(port: u16) -> String {
        format!("http://127.0.0.1:{port}/")
    }

    /// Listens, on this machine only. The client has to have [`Visit::redirect`] among its addresses.
    pub async fn open(site: &Site, client: &Client, port: u16) -> Result<Self, Error> {
        let redirect = Self::redirect(port);
        let listener = TcpListener::bind(("127.0.0.1", port)).await;
        let listener = listener
            .map_err(|error| Error::NoListener { address: redirect.clone(), why: error.to_string() })?;
        let consent = site.accounts()?.consent(&client.id, &scopes::wanted(), &redirect);
        Ok(Self { listener, consent, redirect })
    }

    /// The page to be opened.
    pub fn address(&self) -> &str {
        &self.consent.address
    }

    /// Waits until the browser comes back with an answer, and signs in by it.
    pub async fn wait(self, site: Site, client: &Client, pages: &Pages) -> Result<Signed, Error> {
        timeout(Self::PATIENCE, self.answer(site, client, pages)).await.unwrap_or(Err(Error::Expired))
    }

    async fn answer(self, site: Site, client: &Client, pages: &Pages) -> Result<Signed, Error> {
        loop {
            let Ok((mut browser, _)) = self.listener.accept().await else { continue };
            let Ok(Ok(target)) = timeout(BRIEFLY, asked(&mut browser)).await else { continue };
            let signed = match self.consent.brought(&target) {
                Brought::Other => {
                    say(&mut browser, "404 Not Found", "").await;
                    continue;
                }
                Brought::Refused(why) if why == "access_denied" => Err(Error::Denied),
                Brought::Refused(why) => Err(crate::zoho::Error::SignIn { code: why }.into()),
                Brought::Code { code, place } => {
                    let site = self.there(site.clone(), place).await?;
                    exchange(site, client, &code, Some(&self.redirect)).await
                }
            };
            say(&mut browser, "200 OK", if signed.is_ok() { &pages.done } else { &pages.failed }).await;
            return signed;
        }
    }

    /// Where whoever agreed belongs.
    async fn there(&self, site: Site, place: Option<String>) -> Result<Site, Error> {
        let Some(place) = place.filter(|place| !site.is(place)) else { return Ok(site) };
        site.elsewhere(&place).await?.ok_or(Error::UnknownCentre(place))
    }
}

/// The path and the query of a request.
async fn asked(browser: &mut TcpStream) -> io::Result<String> {
    let mut head = Vec::new();
    let mut block = [0; 1024];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let count = browser.read(&mut block).await?;
        if count == 0 || head.len() > LONGEST {
            return Err(io::ErrorKind::InvalidData.into());
        }
        head.extend_from_slice(&block[..count]);
    }
    let head = String::from_utf8_lossy(&head);
    let mut words = head.split(' ');
    match (words.next(), words.next()) {
        (Some("GET"), Some(target)) => Ok(target.to_owned()),
        _ => Ok(String::new()),
    }
}

/// What a browser that went away does not hear changes nothing.
async fn say(browser: &mut TcpStream, status: &str, text: &str) {
    let answer = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nConnection: close\r\n\r\n{text}",
        text.len()
    );
    let _ = timeout(BRIEFLY, browser.write_all(answer.as_bytes())).await;
    let _ = browser.shutdown().await;
}
