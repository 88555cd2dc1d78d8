//! What the Desk tests share: a sandbox, agents who sign in, a ticket to work on.

use reqwest::Method;
use serde_json::{Value, json};

use super::super::client::{Answer, Stand, http, open, read};

/// A sandbox with the first agent signed in.
pub struct Stage {
    pub stand: Stand,
}

impl Stage {
    /// The small story.
    pub async fn open() -> Self {
        Self { stand: open().await }
    }

    /// An access token of another agent.
    pub async fn token_of(&self, email: &str) -> String {
        let hello = &self.stand.sandbox.hello;
        let agent = hello.agents.iter().find(|agent| agent.email == email).expect("an agent who can sign in");
        let form = [
            ("grant_type", "refresh_token"),
            ("client_id", &hello.client_id),
            ("client_secret", &hello.client_secret),
            ("refresh_token", &agent.refresh_token),
        ];
        let answer = http().post(format!("{}/oauth/v2/token", hello.base_url)).form(&form).send().await;
        let body: Value = answer.expect("an answer").json().await.expect("JSON");
        body["access_token"].as_str().expect("an access token").to_owned()
    }

    /// Goes on as another agent.
    pub async fn sign_in(&mut self, email: &str) {
        self.stand.token = self.token_of(email).await;
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.stand.get(&format!("/api/v1{path}")).await
    }

    /// A list that has rows.
    pub async fn rows(&self, path: &str) -> Vec<Value> {
        let answer = self.get(path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        answer.body["data"].as_array().expect("data").clone()
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.stand.send(Method::POST, &format!("/api/v1{path}"), body).await
    }

    /// A POST without a body.
    pub async fn act(&self, path: &str) -> Answer {
        read(self.stand.request(Method::POST, &format!("/api/v1{path}"))).await
    }

    pub async fn patch(&self, path: &str, body: &Value) -> Answer {
        self.stand.send(Method::PATCH, &format!("/api/v1{path}"), body).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.stand.delete(&format!("/api/v1{path}")).await
    }

    /// A file in the form field `file`.
    pub async fn bring(&self, path: &str, name: &str, bytes: Vec<u8>) -> Answer {
        let part = reqwest::multipart::Part::bytes(bytes).file_name(name.to_owned());
        let form = reqwest::multipart::Form::new().part("file", part);
        read(self.stand.request(Method::POST, &format!("/api/v1{path}")).multipart(form)).await
    }

    /// The control plane lets something happen.
    pub async fn inbound(&self, body: Value) -> Value {
        let answer = self.stand.send(Method::POST, "/_sandbox/inbound", &body).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.body
    }

    /// Moves the sandbox's clock on.
    pub fn wait(&self, seconds: i64) {
        self.stand.sandbox.shared.clock.advance(jiff::SignedDuration::from_secs(seconds));
    }

    /// The id of the department with this name.
    pub async fn department(&self, name: &str) -> String {
        let rows = self.rows("/departments").await;
        let row = rows.iter().find(|row| row["name"] == name).expect("a department");
        row["id"].as_str().expect("an id").to_owned()
    }

    /// A new ticket in Support, with these keys besides.
    pub async fn ticket(&self, extra: Value) -> Value {
        let mut body = json!({
            "subject": "The printer is on fire", "departmentId": self.department("Support").await,
            "contact": {"lastName": "Moss", "email": "moss@basement.example"}, "description": "<p>Help</p>",
        });
        for (key, value) in extra.as_object().expect("an object") {
            body[key] = value.clone();
        }
        let answer = self.post("/tickets", &body).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.body
    }

    /// A reply to the customer of [`Stage::ticket`].
    pub async fn reply(&self, ticket: &Value, extra: Value) -> Answer {
        let mut body = json!({
            "channel": "EMAIL", "fromEmailAddress": "suporte@jatoba.example", "to": "moss@basement.example",
            "contentType": "html", "content": "<div>Off and on again?</div>",
        });
        for (key, value) in extra.as_object().expect("an object") {
            body[key] = value.clone();
        }
        self.post(&format!("/tickets/{}/sendReply", id(ticket)), &body).await
    }

    /// A ticket as it is now.
    pub async fn again(&self, ticket: &Value) -> Value {
        let answer = self.get(&format!("/tickets/{}", id(ticket))).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.body
    }
}

/// A record's id.
pub fn id(record: &Value) -> &str {
    record["id"].as_str().expect("an id is a string")
}

/// `[message, errorCode]` and the faults `fieldName errorType` of a refusal.
pub fn faults(answer: &Answer) -> Vec<String> {
    let errors = answer.body["errors"].as_array().cloned().unwrap_or_default();
    errors
        .iter()
        .map(|e| {
            format!("{} {}", e["fieldName"].as_str().unwrap_or("?"), e["errorType"].as_str().unwrap_or("?"))
        })
        .collect()
}

/// Whether an object has a key, `null` included.
pub fn has(record: &Value, key: &str) -> bool {
    record.as_object().is_some_and(|map| map.contains_key(key))
}
