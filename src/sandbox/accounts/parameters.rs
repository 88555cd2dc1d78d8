//! Parameters of the token endpoint: from the query, a urlencoded form or a multipart body, also mixed, since real
//! clients do all three (Bigin sheet §1).

use std::collections::BTreeMap;

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;

/// The largest body that is read.
const LIMIT: usize = 64 * 1024;

/// Name → value; the body wins over the query.
#[derive(Debug, Default)]
pub struct Parameters(BTreeMap<String, String>);

impl Parameters {
    /// Reads a request; what can't be read counts as not given.
    pub async fn read(request: Request) -> Self {
        let mut found = Self::default();
        found.add(request.uri().query().unwrap_or(""));
        let header = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        if header.starts_with("multipart/form-data") {
            if let Ok(mut parts) = Multipart::from_request(request, &()).await {
                while let Ok(Some(part)) = parts.next_field().await {
                    let name = part.name().unwrap_or("").to_owned();
                    if let Ok(value) = part.text().await {
                        found.0.insert(name, value);
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
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    fn add(&mut self, encoded: &str) {
        self.0.extend(super::super::gate::query::pairs(encoded));
    }
}
