//! Parameters of the token endpoint: from the query, a urlencoded form or a multipart body, also mixed, since real
//! clients do all three (Bigin sheet §1).

use std::collections::BTreeMap;

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName};

use super::place;

/// The largest body that is read.
const LIMIT: usize = 64 * 1024;

/// Name → value; the body wins over the query.
#[derive(Debug, Default)]
pub struct Parameters {
    values: BTreeMap<String, String>,
    /// Whether a browser asks: it takes HTML.
    pub browser: bool,
    /// Whether the sandbox was called `localhost`, which is the data centre `eu`.
    pub localhost: bool,
}

impl Parameters {
    /// Reads a request; what can't be read counts as not given.
    pub async fn read(request: Request) -> Self {
        let headers = request.headers();
        let mut found = Self {
            values: BTreeMap::new(),
            browser: text(headers, ACCEPT).contains("text/html"),
            localhost: place::is_eu(headers),
        };
        let multipart = text(headers, CONTENT_TYPE).starts_with("multipart/form-data");
        found.add(request.uri().query().unwrap_or(""));
        if multipart {
            if let Ok(mut parts) = Multipart::from_request(request, &()).await {
                while let Ok(Some(part)) = parts.next_field().await {
                    let name = part.name().unwrap_or("").to_owned();
                    if let Ok(value) = part.text().await {
                        found.values.insert(name, value);
                    }
                }
            }
        } else if let Ok(body) = axum::body::to_bytes(request.into_body(), LIMIT).await {
            found.add(&String::from_utf8_lossy(&body));
        }
        found
    }

    /// The value of a name, when it is given and not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    fn add(&mut self, encoded: &str) {
        self.values.extend(super::super::gate::query::pairs(encoded));
    }
}

/// A header's text; empty when it is not there.
fn text(headers: &HeaderMap, name: HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
}
