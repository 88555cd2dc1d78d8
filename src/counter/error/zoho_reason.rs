//! What went wrong between us and Zoho, to be told in the reader's language. The client's own sentences are English and for logs;
//! of what it was told, only what helps stands behind the sentence, in parentheses.

use std::time::Duration;

use crate::model::Reason;
use crate::zoho::{Error, Service};

/// The sentence: what happened, what to do.
pub fn zoho_reason(error: &Error) -> Reason {
    let of = |id: &str, service: &Service| Reason::told(id, &[("service", &service.to_string())]);
    match error {
        Error::Host { name, url, .. } => Reason::told("error-zoho-host", &[("name", name), ("url", url)]),
        Error::NoCentre { name, known } => {
            Reason::told("error-zoho-centre", &[("name", name), ("known", known)])
        }
        Error::Client { why } => Reason::told("error-zoho-client", &[("why", why)]),
        Error::TokenFile { path, why } => {
            Reason::told("error-zoho-token-file", &[("path", path), ("why", why)])
        }
        Error::Offline { service, .. } => of("error-zoho-offline", service),
        Error::TimedOut { service } => of("error-zoho-slow", service),
        Error::Broken { service, .. } => of("error-zoho-broken", service),
        Error::Unknown { .. } => Reason::told("error-zoho-unknown", &[]),
        Error::SignIn { code } => Reason::told("error-zoho-sign-in", &[("code", code)]),
        Error::SignInBusy { retry_after } => {
            let minutes = retry_after.as_secs().div_ceil(60).max(1);
            Reason::counted("error-zoho-sign-in-busy", "count", i64::try_from(minutes).unwrap_or(i64::MAX))
        }
        Error::Forbidden { service, code, message } => Reason::told(
            "error-zoho-forbidden",
            &[("service", &service.to_string()), ("code", code), ("message", ended(message))],
        ),
        Error::NotFound { service, .. } => of("error-zoho-not-found", service),
        Error::Refused { service, code, message, fields, .. } => {
            let fields: Vec<_> = fields.iter().map(|(name, why)| format!("{name}: {why}")).collect();
            let service = service.to_string();
            let said = [("service", service.as_str()), ("code", code), ("message", ended(message))];
            Reason::told("error-zoho-refused", &said).with_behind(fields.join("; "))
        }
        Error::Busy { service, .. } => of("error-zoho-busy", service),
        Error::Spent { service, retry_after } => spent(*service, *retry_after),
        Error::Down { service, status } => Reason::told(
            "error-zoho-down",
            &[("service", &service.to_string()), ("status", &status.to_string())],
        ),
        Error::Garbled { service, .. } => of("error-zoho-garbled", service),
        Error::Foreign { host } => Reason::told("error-zoho-foreign", &[("host", host)]),
        Error::File { name, why } => Reason::told("error-zoho-file", &[("name", name), ("why", why)]),
    }
}

/// The day's credits are used up: until when, if the service said.
fn spent(service: Service, again: Option<Duration>) -> Reason {
    let told = |id: &str| Reason::told(id, &[("service", &service.to_string())]);
    let count = |units: u64| i64::try_from(units).unwrap_or(i64::MAX);
    match again.map(|wait| wait.as_secs().div_ceil(60)) {
        None | Some(0) => told("error-zoho-spent"),
        Some(minutes @ 1..=90) => told("error-zoho-spent-minutes").with_count(count(minutes)),
        Some(minutes) => told("error-zoho-spent-hours").with_count(count(minutes.div_ceil(60))),
    }
}

/// The service's own sentence, without the stop that ours puts behind it.
fn ended(message: &str) -> &str {
    message.trim().trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Words};

    #[test]
    fn a_broken_line_is_told_in_the_readers_language_and_without_the_chain() {
        let why = "error sending request: client error (Connect): tcp connect error".to_owned();
        let error = Error::Offline { service: Service::Desk, why };
        let said = Words::new(Lang::PtBr).reason(&zoho_reason(&error));
        assert!(said.contains("Zoho Desk") && said.contains("rede") && !said.contains("connect"), "{said}");
    }

    #[test]
    fn a_connection_that_broke_off_is_not_called_slow_and_says_nothing_of_changes() {
        let error = Error::Broken { service: Service::Desk, why: "connection reset".into() };
        let said = Words::new(Lang::En).reason(&zoho_reason(&error));
        assert_eq!(said, "The connection to Zoho Desk broke off. Try again.");
    }

    #[test]
    fn when_the_days_credits_are_there_again_is_told_in_minutes_or_hours() {
        let said = |seconds| {
            let error =
                Error::Spent { service: Service::Desk, retry_after: Some(Duration::from_secs(seconds)) };
            Words::new(Lang::En).reason(&zoho_reason(&error))
        };
        assert!(said(1200).ends_with("in about 20 minutes."), "{}", said(1200));
        assert!(said(4 * 3600).ends_with("in about 4 hours."), "{}", said(4 * 3600));
    }

    #[test]
    fn what_the_service_said_stands_in_the_sentence() {
        let error = Error::Refused {
            service: Service::Desk,
            status: 422,
            code: "INVALID_DATA".into(),
            message: "The data is invalid.".into(),
            fields: vec![("/contactId".into(), "invalid".into())],
        };
        let said = Words::new(Lang::PtBr).reason(&zoho_reason(&error));
        let expected = "Zoho Desk recusou o pedido: The data is invalid (INVALID_DATA). Corrija o que ele aponta. (/contactId: invalid)";
        assert_eq!(said, expected);
    }
}
