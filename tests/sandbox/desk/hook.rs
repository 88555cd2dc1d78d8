//! An address that webhooks are told at: it keeps what comes and answers what it is told to.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::routing::any;
use serde_json::Value;

/// Something that came.
#[derive(Clone, Debug)]
pub struct Told {
    pub method: Method,
    pub token: String,
    pub body: Value,
}

impl Told {
    /// The one element of the array.
    pub fn event(&self) -> &Value {
        let list = self.body.as_array().expect("an array");
        assert_eq!(list.len(), 1);
        &list[0]
    }

    pub fn kind(&self) -> &str {
        self.event()["eventType"].as_str().expect("an event's name")
    }
}

#[derive(Default)]
struct Heard {
    told: Vec<Told>,
    answers: Vec<u16>,
    get: u16,
}

/// The address.
#[derive(Clone)]
pub struct Hook {
    pub url: String,
    state: Arc<Mutex<Heard>>,
}

impl Hook {
    /// Opens it: everything is answered 200.
    pub async fn open() -> Self {
        let state = Arc::new(Mutex::new(Heard { get: 200, ..Heard::default() }));
        let app = Router::new().fallback(any(hear)).with_state(Arc::clone(&state));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}/hook", listener.local_addr().expect("an address"));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { url, state }
    }

    /// What GET answers from now on.
    pub fn check_answers(&self, status: u16) {
        self.state.lock().expect("a lock").get = status;
    }

    /// What the next events are answered, one after the other; then 200 again.
    pub fn answer(&self, statuses: &[u16]) {
        self.state.lock().expect("a lock").answers = statuses.to_vec();
    }

    /// The events so far, checks left out.
    pub fn events(&self) -> Vec<Told> {
        let state = self.state.lock().expect("a lock");
        state
            .told
            .iter()
            .filter(|told| told.method == Method::POST && !told.body.is_null())
            .cloned()
            .collect()
    }

    /// The methods of everything that came.
    pub fn methods(&self) -> Vec<String> {
        self.state.lock().expect("a lock").told.iter().map(|told| told.method.to_string()).collect()
    }

    /// Waits until this many events came.
    pub async fn wait(&self, count: usize) -> Vec<Told> {
        let begun = Instant::now();
        loop {
            let events = self.events();
            if events.len() >= count {
                return events;
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "{count} events awaited, came: {events:#?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Gives an event that should not come the time to come.
    pub async fn quiet(&self) {
        tokio::time::sleep(Duration::from_millis(400)).await;
    }
}

async fn hear(
    State(state): State<Arc<Mutex<Heard>>>,
    method: Method,
    headers: HeaderMap,
    bytes: Bytes,
) -> StatusCode {
    let token = headers.get("x-zdesk-jwt").and_then(|value| value.to_str().ok()).unwrap_or("").to_owned();
    let body: Value = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    let mut state = state.lock().expect("a lock");
    let status = if method == Method::GET {
        state.get
    } else if body.is_null() || state.answers.is_empty() {
        200
    } else {
        state.answers.remove(0)
    };
    state.told.push(Told { method, token, body });
    StatusCode::from_u16(status).expect("a status")
}
