//! Whether an address answers: asked with GET, then with POST (sheet §18). Only addresses of this machine are
//! asked; any other is one that does not answer.

use std::time::Duration;

use reqwest::{Client, Method, Url};

/// How long an address has to answer.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// Whether a text is an address at all.
pub fn is_url(text: &str) -> bool {
    Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// The address, when it is on this machine and plain HTTP: nothing else is ever called.
pub fn loopback(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let host = url.host_str()?;
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let here = host.eq_ignore_ascii_case("localhost")
        || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    (here && url.scheme() == "http").then_some(url)
}

/// A client that goes nowhere but where it is told; `localhost` is always this machine.
pub fn client() -> Option<Client> {
    // An error says that a provider is there already; none is ever used, since only plain HTTP is spoken.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(PATIENCE)
        .resolve("localhost", ([127, 0, 0, 1], 0).into())
        .build();
    client.inspect_err(|error| tracing::error!(%error, "webhooks can't be told")).ok()
}

/// Asks an address.
pub async fn answers(client: Option<&Client>, url: &str) -> bool {
    let (Some(client), Some(target)) = (client, loopback(url)) else {
        tracing::warn!(url, "the sandbox calls http addresses of this machine only: the webhook is refused");
        return false;
    };
    for method in [Method::GET, Method::POST] {
        match client.request(method.clone(), target.clone()).send().await {
            Ok(answer) if answer.status().as_u16() == 200 => return true,
            Ok(answer) => tracing::info!(url, %method, status = %answer.status(), "a webhook's check"),
            Err(error) => tracing::info!(url, %method, %error, "a webhook's check"),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_called() {
        for good in ["http://127.0.0.1:9/x", "http://localhost/x", "http://[::1]:80/", "http://127.9.9.9/"] {
            assert!(loopback(good).is_some(), "{good}");
        }
        for bad in [
            "https://127.0.0.1/",
            "http://example.com/",
            "http://127.0.0.1.example.com/",
            "http://10.0.0.1/",
            "http://127.0.0.1@example.com/",
            "file:///etc/passwd",
            "http://0.0.0.0/",
            "nonsense",
        ] {
            assert!(loopback(bad).is_none(), "{bad}");
        }
    }
}
