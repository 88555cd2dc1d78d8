//! What the token endpoint says.

use std::time::Duration;

use secrecy::SecretString;
use serde::{Deserialize, de::DeserializeOwned};

use super::Grant;
use crate::zoho::{Error, Service, error::quoted, wire::Count};

/// How long Zoho wants to be left alone once it says *Access Denied* (desk.md §2.7).
const PENANCE: Duration = Duration::from_mins(10);

#[derive(Deserialize)]
struct Answer {
    access_token: Option<SecretString>,
    refresh_token: Option<SecretString>,
    #[serde(default)]
    expires_in: Count,
    scope: Option<String>,
    error: Option<String>,
}

/// Reads a grant, or the error in its place.
pub(super) fn grant(body: &[u8]) -> Result<Grant, Error> {
    let answer = read(body)?;
    let access_token = answer.access_token.ok_or_else(|| garbled("it has neither a token nor an error"))?;
    Ok(Grant {
        access_token,
        refresh_token: answer.refresh_token,
        // Seconds here, unlike the device flow. An hour when it does not say: what Zoho documents.
        expires_in: Duration::from_secs(answer.expires_in.0.unwrap_or(3600)),
        scopes: scopes(answer.scope.as_deref().unwrap_or_default()),
    })
}

/// Reads an answer that says nothing but yes or no.
pub(super) fn accepted(body: &[u8]) -> Result<(), Error> {
    if body.is_empty() { Ok(()) } else { read(body).map(|_| ()) }
}

/// Reads the error that stands in the place of an answer, if one does.
pub(super) fn refusal(body: &[u8]) -> Result<(), Error> {
    read(body).map(|_| ())
}

/// Reads an answer of any shape.
pub(super) fn object<T: DeserializeOwned>(body: &[u8]) -> Result<T, Error> {
    serde_json::from_slice(body).map_err(|_| garbled("it is not JSON"))
}

fn read(body: &[u8]) -> Result<Answer, Error> {
    let answer: Answer = object(body)?;
    match answer.error.as_deref() {
        None => Ok(answer),
        Some("Access Denied") => Err(Error::SignInBusy { retry_after: PENANCE }),
        Some(code) => Err(Error::SignIn { code: quoted(code) }),
    }
}

fn scopes(text: &str) -> Vec<String> {
    text.split([' ', ',']).filter(|scope| !scope.is_empty()).map(str::to_owned).collect()
}

pub(super) fn garbled(why: &str) -> Error {
    Error::Garbled { service: Service::Accounts, why: why.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret;

    #[test]
    fn reads_a_grant_with_seconds_in_either_spelling() {
        for seconds in ["3600", r#""3600""#] {
            let body = format!(
                r#"{{"access_token":"1000.a.b","scope":"Desk.tickets.READ Desk.basic.READ","api_domain":"https://www.zohoapis.com","token_type":"Bearer","expires_in":{seconds}}}"#
            );
            let grant = grant(body.as_bytes()).unwrap();
            assert_eq!(grant.access_token.expose_secret(), "1000.a.b");
            assert_eq!(grant.expires_in, Duration::from_hours(1));
            assert_eq!(grant.scopes, ["Desk.tickets.READ", "Desk.basic.READ"]);
            assert!(grant.refresh_token.is_none());
            assert!(!format!("{grant:?}").contains("1000.a.b"));
        }
    }

    #[test]
    fn an_error_in_a_good_answer_is_an_error() {
        let bad = grant(br#"{"error":"invalid_code"}"#).unwrap_err();
        assert_eq!(bad, Error::SignIn { code: "invalid_code".into() });
        let throttled = br#"{"error_description":"You have made too many requests continuously.","error":"Access Denied","status":"failure"}"#;
        assert_eq!(grant(throttled).unwrap_err().retry_after(), Some(PENANCE));
        assert!(matches!(grant(b"<html>"), Err(Error::Garbled { .. })));
        assert!(matches!(grant(b"{}"), Err(Error::Garbled { .. })));
    }
}
