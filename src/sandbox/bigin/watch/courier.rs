//! Carries callbacks: posted to this machine only, so that no test can reach a real subscriber; what goes elsewhere
//! is noted in the log and dropped. Nothing is promised by Zoho; here a callback that fails is tried twice more.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::Uri;
use axum::middleware::Next;
use axum::response::Response;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;

use super::super::super::faults::Mishap;
use super::super::super::gate::Service;
use super::super::super::server::Shared;
use super::callback::{self, Callback};

/// How many callbacks are under way at once.
const HANDS: usize = 8;
/// How many may wait; more are dropped.
const WAITING: usize = 1000;
/// How long a subscriber may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long to wait before the next try, in real time.
const PAUSES: [Duration; 2] = [Duration::from_millis(200), Duration::from_secs(1)];

/// The bounds of what is carried; cloning shares them.
#[derive(Clone, Debug)]
pub struct Courier {
    hands: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
    /// Callbacks that the next one to the same place is to overtake.
    held: Arc<Mutex<HashMap<String, Callback>>>,
}

impl Default for Courier {
    fn default() -> Self {
        Self { hands: Arc::new(Semaphore::new(HANDS)), waiting: Arc::default(), held: Arc::default() }
    }
}

/// After a call, carries what it brought about.
pub async fn carry(
    State((shared, courier)): State<(Shared, Courier)>,
    request: Request,
    next: Next,
) -> Response {
    let reads = matches!(request.method().as_str(), "GET" | "HEAD");
    let answer = next.run(request).await;
    if !reads {
        let callbacks = {
            let mut world = shared.world();
            let (now, news) = (world.now(), world.bigin.take_news());
            if news.is_empty() {
                Vec::new()
            } else {
                callback::of(&world.bigin, &shared.base_url, now, &news)
            }
        };
        for callback in callbacks {
            courier.take(&shared, callback);
        }
    }
    answer
}

impl Courier {
    /// Takes a callback, with the mishaps that the faults in force have for it.
    fn take(&self, shared: &Shared, callback: Callback) {
        let mishaps = shared.faults().mishaps(Service::Bigin, &callback.event);
        if mishaps.contains(&Mishap::Lose) {
            return;
        }
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if mishaps.contains(&Mishap::Reorder) && !held.contains_key(&callback.url) {
            held.insert(callback.url.clone(), callback);
            return;
        }
        let overtaken = held.remove(&callback.url);
        drop(held);
        let delay = mishaps.iter().find_map(|mishap| match mishap {
            Mishap::Delay(delay) => Duration::try_from(*delay).ok(),
            _ => None,
        });
        let twice = mishaps.contains(&Mishap::Duplicate).then(|| callback.clone());
        self.send(shared, delay.unwrap_or_default(), [Some(callback), twice, overtaken]);
    }

    /// Brings callbacks one after the other.
    fn send(&self, shared: &Shared, delay: Duration, callbacks: [Option<Callback>; 3]) {
        if self.waiting.fetch_add(1, Ordering::Relaxed) >= WAITING {
            self.waiting.fetch_sub(1, Ordering::Relaxed);
            tracing::warn!("too many callbacks wait: one was dropped");
            return;
        }
        let (courier, stop) = (self.clone(), shared.stop.clone());
        tokio::spawn(async move {
            let bring = async {
                tokio::time::sleep(delay).await;
                for callback in callbacks.iter().flatten() {
                    courier.bring(callback).await;
                }
            };
            tokio::select! {
                () = bring => {}
                () = stop.cancelled() => {}
            }
            courier.waiting.fetch_sub(1, Ordering::Relaxed);
        });
    }

    async fn bring(&self, callback: &Callback) {
        let Ok(_hand) = self.hands.acquire().await else { return };
        let Some(target) = Target::of(&callback.url) else {
            tracing::info!(url = callback.url, "a callback to another machine was not carried");
            return;
        };
        for pause in PAUSES.iter().map(Some).chain([None]) {
            match tokio::time::timeout(PATIENCE, target.post(&callback.body)).await {
                Ok(Ok(status)) if (200..300).contains(&status) => return,
                Ok(Ok(status)) => tracing::info!(url = callback.url, status, "a callback was refused"),
                Ok(Err(error)) => tracing::info!(url = callback.url, %error, "a callback did not arrive"),
                Err(_) => tracing::info!(url = callback.url, "a callback was not answered"),
            }
            if let Some(pause) = pause {
                tokio::time::sleep(*pause).await;
            }
        }
    }
}

/// A place on this machine.
#[derive(Debug, PartialEq)]
struct Target {
    host: String,
    port: u16,
    path: String,
}

impl Target {
    /// Of `http://` on a loopback address; `None` for all others.
    fn of(url: &str) -> Option<Self> {
        let uri: Uri = url.parse().ok()?;
        if uri.scheme_str() != Some("http") {
            return None;
        }
        let host = uri.host()?.trim_matches(['[', ']']).to_owned();
        let local = host.eq_ignore_ascii_case("localhost")
            || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
        let path = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        local.then(|| Self { host, port: uri.port_u16().unwrap_or(80), path })
    }

    /// Posts once; the status of the answer.
    async fn post(&self, body: &str) -> std::io::Result<u16> {
        let addresses: Vec<SocketAddr> = tokio::net::lookup_host((self.host.as_str(), self.port))
            .await?
            .filter(|address| address.ip().is_loopback())
            .collect();
        let mut line = TcpStream::connect(addresses.as_slice()).await?;
        let host = if self.host.contains(':') { format!("[{}]", self.host) } else { self.host.clone() };
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: {host}:{}\r\nContent-Type: application/json;charset=UTF-8\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            self.path,
            self.port,
            body.len(),
        );
        line.write_all(head.as_bytes()).await?;
        line.write_all(body.as_bytes()).await?;
        let mut answer = Vec::new();
        // The status line is all that counts; a chatty subscriber is not listened to for long.
        while answer.len() < 512 && !answer.contains(&b'\n') {
            if line.read_buf(&mut answer).await? == 0 {
                break;
            }
        }
        let text = String::from_utf8_lossy(&answer);
        let status = text.split(' ').nth(1).and_then(|status| status.parse().ok());
        status.ok_or_else(|| std::io::Error::new(std::io::ErrorKind::InvalidData, "the answer is not HTTP"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callbacks_stay_on_this_machine() {
        let here = Target::of("http://127.0.0.1:8080/hook?a=b").expect("a place");
        assert_eq!((here.host.as_str(), here.port, here.path.as_str()), ("127.0.0.1", 8080, "/hook?a=b"));
        assert_eq!(
            Target::of("http://[::1]/").map(|place| (place.host, place.port)),
            Some(("::1".to_owned(), 80))
        );
        assert!(Target::of("http://localhost:1/x").is_some());
        for elsewhere in
            ["https://127.0.0.1/x", "http://example.com/x", "http://127.0.0.1.example.com/", "nonsense"]
        {
            assert_eq!(Target::of(elsewhere), None, "{elsewhere}");
        }
    }
}
