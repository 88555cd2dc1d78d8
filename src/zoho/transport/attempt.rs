//! One try of a call: token, lane, request, answer; once more with a new token if the old one was refused.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Instant,
};

use reqwest::{
    RequestBuilder,
    header::{AUTHORIZATION, HeaderValue, IF_MODIFIED_SINCE},
    multipart::{Form, Part},
};
use secrecy::ExposeSecret;

use super::{Answer, Call, Transport, body::Cut, call::Payload, trace, why};
use crate::zoho::{Error, Service, accounts::Token};

impl Transport {
    pub(super) async fn attempt(&self, call: &Call) -> Result<Answer, Error> {
        let token = self.0.tokens.current().await?;
        let answer = self.once(call, &token).await?;
        if !answer.refuses_token() {
            return answer.checked(call);
        }
        let token = self.0.tokens.instead_of(&token).await?;
        self.once(call, &token).await?.checked(call)
    }

    async fn once(&self, call: &Call, token: &Arc<Token>) -> Result<Answer, Error> {
        let lane = if call.service == Service::Bigin { &self.0.bigin } else { &self.0.desk };
        let place = lane.enter().await;
        let (started, request) = (Instant::now(), self.0.tries.fetch_add(1, Ordering::Relaxed) + 1);
        let outcome = self.exchange(call, token).await;
        let (ms, path) = (started.elapsed().as_millis(), call.path.join("/"));
        let (service, method) = (call.service, &call.method);
        trace::tell(request, call, &outcome, ms);
        match &outcome {
            Ok(answer) => {
                tracing::debug!(request, %service, %method, path, status = answer.status, ms, "called");
                self.0.meter.note(service, answer);
                self.0.skew.note(answer);
                if answer.says_too_many_at_once() { place.narrow() } else { place.done() }
            }
            Err(error) => {
                tracing::debug!(request, %service, %method, path, kind = ?error.kind(), ms, "call failed");
            }
        }
        outcome
    }

    async fn exchange(&self, call: &Call, token: &Token) -> Result<Answer, Error> {
        let service = call.service;
        let request = self.request(call)?.headers(self.headers(service, token));
        let mut response = request.send().await.map_err(|error| {
            if error.is_builder() {
                Error::Client { why: why(&error) }
            } else if error.is_connect() {
                Error::Offline { service, why: why(&error) }
            } else if error.is_timeout() {
                call.lost(Error::TimedOut { service }, "no answer in time".into())
            } else {
                let why = why(&error);
                call.lost(Error::Broken { service, why: why.clone() }, why)
            }
        })?;
        let mut answer = Answer::begin(&response);
        answer.body = super::body::read(&mut response).await.map_err(|cut| match cut {
            Cut::Slow => call.lost(Error::TimedOut { service }, "it did not end in time".into()),
            Cut::Other(why) => call.lost(Error::Broken { service, why: why.clone() }, why),
        })?;
        Ok(answer)
    }

    fn request(&self, call: &Call) -> Result<RequestBuilder, Error> {
        let http = &self.0.http;
        let url = http.url(call.service, &call.segments());
        let client = if call.repeatable { http.client()? } else { http.fresh()? };
        let mut request = client.request(call.method.clone(), url).timeout(http.settings().total);
        if let Some(since) = call.modified_since {
            // Bigin takes ISO 8601 here (bigin.md §4.1), not the form of HTTP.
            request =
                request.header(IF_MODIFIED_SINCE, since.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string());
        }
        if !call.query.is_empty() {
            request = request.query(&call.query);
        }
        Ok(match &call.payload {
            Payload::None => request,
            Payload::Json(body) => request.json(body),
            Payload::File { name, bytes } => {
                let part = Part::bytes(bytes.to_vec()).file_name(name.clone());
                // Names in UTF-8, as browsers send them; Zoho's own upload takes nothing else for granted.
                let form = Form::new().percent_encode_noop().part("file", part);
                request.multipart(form).timeout(http.settings().total * 10)
            }
        })
    }

    /// The token, marked as not to be shown, and Desk's organisation.
    pub(super) fn headers(&self, service: Service, token: &Token) -> reqwest::header::HeaderMap {
        let mut headers = reqwest::header::HeaderMap::new();
        let text = format!("Zoho-oauthtoken {}", token.secret.expose_secret());
        if let Ok(mut value) = HeaderValue::from_str(&text) {
            value.set_sensitive(true);
            headers.insert(AUTHORIZATION, value);
        }
        if let (Service::Desk, Some(org)) = (service, &self.0.org)
            && let Ok(value) = HeaderValue::from_str(org.as_str())
        {
            headers.insert("orgId", value);
        }
        headers
    }
}
