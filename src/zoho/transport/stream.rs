//! Files from Desk. An address comes from an answer, so it is foreign: the token goes only to the profile's own hosts,
//! also when one of them points on to another place.

use std::{sync::Arc, time::Duration};

use reqwest::{Response, Url, header::LOCATION};
use tokio::io::{AsyncWrite, AsyncWriteExt};

use super::{Answer, Call, Transport, body::LIMIT, why};
use crate::zoho::{Error, Service, accounts::Token, error::quoted};

/// So many times a file may be said to lie elsewhere.
const HOPS: usize = 4;

impl Transport {
    /// The address, if the token may be sent there; relative ones are Desk's.
    pub(in crate::zoho) fn own_url(&self, href: &str) -> Result<Url, Error> {
        let hosts = self.0.http.hosts();
        let foreign = |host: &str| Error::Foreign { host: quoted(host) };
        let url = hosts.desk.join(href).map_err(|_| foreign("an address that cannot be read"))?;
        if hosts.own(&url) { Ok(url) } else { Err(foreign(url.host_str().unwrap_or("another place"))) }
    }

    /// Writes what lies there to `sink`; gives its length in bytes. At most 32 MB.
    pub(in crate::zoho) async fn fetch(
        &self,
        href: &str,
        sink: &mut (impl AsyncWrite + Unpin),
    ) -> Result<u64, Error> {
        let cut_off = |why: String| Error::Broken { service: Service::Desk, why };
        let url = self.own_url(href)?;
        let place = self.0.desk.enter().await;
        let mut response = self.open(url).await?;
        let mut length = 0_u64;
        let patience = self.0.http.settings().total;
        loop {
            let chunk = match tokio::time::timeout(patience, response.chunk()).await {
                Err(_) => return Err(Error::TimedOut { service: Service::Desk }),
                Ok(Err(error)) => return Err(cut_off(why(&error))),
                Ok(Ok(None)) => break,
                Ok(Ok(Some(chunk))) => chunk,
            };
            length += chunk.len() as u64;
            if length > LIMIT as u64 {
                return Err(cut_off("it is longer than 32 MB".into()));
            }
            sink.write_all(&chunk).await.map_err(|error| on_disk(&error))?;
        }
        sink.flush().await.map_err(|error| on_disk(&error))?;
        place.done();
        Ok(length)
    }

    async fn open(&self, mut url: Url) -> Result<Response, Error> {
        let mut token = self.0.tokens.current().await?;
        let mut renewed = false;
        for _ in 0..HOPS {
            let response = self.get(url.clone(), &token).await?;
            let status = response.status();
            if status.is_success() {
                return Ok(response);
            }
            if status.as_u16() == 401 && !renewed {
                token = self.0.tokens.instead_of(&token).await?;
                renewed = true;
            } else if let (true, Some(to)) = (status.is_redirection(), location(&response)) {
                let next = url.join(&to).map_err(|_| Error::Foreign { host: "another place".into() })?;
                url = self.own_url(next.as_str())?;
            } else {
                return Err(refused(response).await);
            }
        }
        Err(Error::Garbled { service: Service::Desk, why: "it sends us in circles".into() })
    }

    async fn get(&self, url: Url, token: &Arc<Token>) -> Result<Response, Error> {
        let service = Service::Desk;
        let path = url.path().to_owned();
        let request = self.0.http.client()?.get(url).headers(self.headers(service, token));
        let patience: Duration = self.0.http.settings().total;
        let response = tokio::time::timeout(patience, request.send())
            .await
            .map_err(|_| Error::TimedOut { service })?
            .map_err(|error| {
                let why = why(&error);
                if error.is_connect() {
                    Error::Offline { service, why }
                } else {
                    Error::Broken { service, why }
                }
            })?;
        let status = response.status().as_u16();
        tracing::trace!(target: super::TRACE, %service, method = "GET", path, status, sent = "a file is asked for");
        tracing::debug!(%service, method = "GET", path, status, "file");
        Ok(response)
    }
}

fn location(response: &Response) -> Option<String> {
    Some(response.headers().get(LOCATION)?.to_str().ok()?.to_owned())
}

async fn refused(mut response: Response) -> Error {
    let mut answer = Answer::begin(&response);
    answer.body = super::read_limited(&mut response).await.unwrap_or_default();
    match answer.checked(&Call::desk(&[])) {
        Err(error) => error,
        Ok(answer) => answer.odd("it holds no file"),
    }
}

fn on_disk(error: &std::io::Error) -> Error {
    Error::File { name: "to be saved".into(), why: crate::model::system_word(error) }
}
