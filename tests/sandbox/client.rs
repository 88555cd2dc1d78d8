//! A client as small as can be: it signs in and calls.

use std::sync::OnceLock;
use std::time::Duration;

use balcao::sandbox::options::Options;
use balcao::sandbox::server::{Running, start};
use reqwest::{Method, StatusCode};
use serde_json::Value;

use crate::published::look::look;

/// A running sandbox and somebody who is signed in.
pub struct Stand {
    /// The sandbox.
    pub sandbox: Running,
    /// The client.
    pub http: reqwest::Client,
    /// The access token of the first agent.
    pub token: String,
}

/// A client; rustls wants its provider said once.
pub fn http() -> reqwest::Client {
    static PROVIDER: OnceLock<()> = OnceLock::new();
    PROVIDER.get_or_init(|| {
        rustls::crypto::ring::default_provider().install_default().ok();
    });
    reqwest::Client::builder()
        .no_proxy()
        .timeout(Duration::from_secs(20))
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .expect("a client")
}

/// The small story, in memory.
pub async fn open() -> Stand {
    open_with(Options::default()).await
}

/// Any sandbox.
pub async fn open_with(options: Options) -> Stand {
    let sandbox = start(options).await.expect("the sandbox starts");
    let http = http();
    let token = sign_in(&sandbox, &http, &sandbox.hello.refresh_token).await;
    Stand { sandbox, http, token }
}

async fn sign_in(sandbox: &Running, http: &reqwest::Client, refresh_token: &str) -> String {
    let hello = &sandbox.hello;
    let form = [
        ("grant_type", "refresh_token"),
        ("client_id", hello.client_id.as_str()),
        ("client_secret", hello.client_secret.as_str()),
        ("refresh_token", refresh_token),
    ];
    let answer = http.post(format!("{}/oauth/v2/token", hello.base_url)).form(&form).send().await;
    let body: Value = answer.expect("an answer").json().await.expect("JSON");
    body["access_token"].as_str().expect("an access token").to_owned()
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: reqwest::header::HeaderMap,
    /// Its body; null when it is empty or no JSON.
    pub body: Value,
    /// Its body as text.
    pub text: String,
}

impl Stand {
    /// A request with the token.
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.request_as(&self.token, method, path)
    }

    /// A request with another agent's token.
    pub fn request_as(&self, token: &str, method: Method, path: &str) -> reqwest::RequestBuilder {
        let url = format!("{}{path}", self.sandbox.base_url);
        self.http.request(method, url).header("Authorization", format!("Zoho-oauthtoken {token}"))
    }

    /// An access token of another agent: the first is 0.
    pub async fn token_of(&self, agent: usize) -> String {
        sign_in(&self.sandbox, &self.http, &self.sandbox.hello.agents[agent].refresh_token).await
    }

    /// GET.
    pub async fn get(&self, path: &str) -> Answer {
        read(self.request(Method::GET, path)).await
    }

    /// A call with a JSON body.
    pub async fn send(&self, method: Method, path: &str, body: &Value) -> Answer {
        read(self.request(method, path).json(body)).await
    }

    /// DELETE.
    pub async fn delete(&self, path: &str) -> Answer {
        read(self.request(Method::DELETE, path)).await
    }

    /// A call of the control plane.
    pub async fn control(&self, path: &str, body: &Value) -> Answer {
        let url = format!("{}/_sandbox/{path}", self.sandbox.base_url);
        let answer = read(self.http.post(url).json(body)).await;
        assert!(answer.status.is_success(), "{path}: {}", answer.text);
        answer
    }

    /// Turns a switch.
    pub async fn switch(&self, name: &str, on: bool) {
        let url = format!("{}/_sandbox/switches", self.sandbox.base_url);
        let answer = read(self.http.put(url).json(&serde_json::json!({ name: on }))).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    }

    /// Puts fault rules in force.
    pub async fn faults(&self, rules: Value) {
        let url = format!("{}/_sandbox/faults", self.sandbox.base_url);
        let answer = read(self.http.put(url).json(&serde_json::json!({ "rules": rules }))).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    }

    /// A call of the token endpoint, as the announced client.
    pub async fn token_call(&self, form: &[(&str, &str)]) -> Value {
        let hello = &self.sandbox.hello;
        let client =
            [("client_id", hello.client_id.as_str()), ("client_secret", hello.client_secret.as_str())];
        let all: Vec<_> = client.iter().chain(form).collect();
        let answer = read(self.http.post(format!("{}/oauth/v2/token", hello.base_url)).form(&all)).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.body
    }

    /// What a refresh token gives.
    pub async fn refresh(&self, token: &str) -> Value {
        self.token_call(&[("grant_type", "refresh_token"), ("refresh_token", token)]).await
    }

    /// One new record of a Bigin module; gives its id.
    pub async fn create(&self, module: &str, record: Value) -> String {
        let body = serde_json::json!({ "data": [record] });
        let answer = self.send(Method::POST, &format!("/bigin/v2/{module}"), &body).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.body["data"][0]["details"]["id"].as_str().expect("an id").to_owned()
    }
}

/// Sends a request, reads the answer, and holds it against what Zoho publishes.
pub async fn read(request: reqwest::RequestBuilder) -> Answer {
    let (http, request) = request.build_split();
    let request = request.expect("a request");
    let (method, url) = (request.method().clone(), request.url().clone());
    let answer = http.execute(request).await.expect("an answer");
    let (status, headers) = (answer.status(), answer.headers().clone());
    let text = answer.text().await.expect("a body");
    let body = serde_json::from_str(&text).unwrap_or(Value::Null);
    look(&method, &url, status.as_u16(), &text, &body);
    Answer { status, headers, body, text }
}
