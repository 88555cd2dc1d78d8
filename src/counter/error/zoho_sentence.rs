//! What went wrong between us and Zoho, in the reader's language. The client's own sentences are English and for logs;
//! of what it was told, only what helps stands behind the sentence, in parentheses.

use crate::text::{Arg, Words};
use crate::zoho::Error;

/// The sentence: what happened, what to do.
pub fn zoho_sentence(error: &Error, words: &Words) -> String {
    let say = |id: &str, args: &[(&str, &str)]| {
        let args: Vec<(&str, Arg)> = args.iter().map(|(name, text)| (*name, (*text).into())).collect();
        words.say_with(id, &args)
    };
    match error {
        Error::Host { name, url, .. } => say("error-zoho-host", &[("name", name), ("url", url)]),
        Error::NoCentre { name, known } => say("error-zoho-centre", &[("name", name), ("known", known)]),
        Error::Client { why } => say("error-zoho-client", &[("why", why)]),
        Error::TokenFile { path, why } => say("error-zoho-token-file", &[("path", path), ("why", why)]),
        Error::Offline { service, .. } => say("error-zoho-offline", &[("service", &service.to_string())]),
        Error::TimedOut { service } => say("error-zoho-slow", &[("service", &service.to_string())]),
        Error::Broken { service, .. } => say("error-zoho-broken", &[("service", &service.to_string())]),
        Error::Unknown { .. } => say("error-zoho-unknown", &[]),
        Error::SignIn { code } => say("error-zoho-sign-in", &[("code", code)]),
        Error::SignInBusy { retry_after } => {
            let minutes = retry_after.as_secs().div_ceil(60).max(1);
            words.say_with("error-zoho-sign-in-busy", &[("count", minutes.into())])
        }
        Error::Forbidden { service, code, message } => say(
            "error-zoho-forbidden",
            &[("service", &service.to_string()), ("code", code), ("message", ended(message))],
        ),
        Error::NotFound { service, .. } => say("error-zoho-not-found", &[("service", &service.to_string())]),
        Error::Refused { service, code, message, fields, .. } => {
            let fields: Vec<_> = fields.iter().map(|(name, why)| format!("{name}: {why}")).collect();
            let service = service.to_string();
            let said: &[(&str, &str)] = &[("service", &service), ("code", code), ("message", ended(message))];
            let sentence = say("error-zoho-refused", said);
            if fields.is_empty() { sentence } else { format!("{sentence} ({})", fields.join("; ")) }
        }
        Error::Busy { service, .. } => say("error-zoho-busy", &[("service", &service.to_string())]),
        Error::Spent { service, .. } => say("error-zoho-spent", &[("service", &service.to_string())]),
        Error::Down { service, status } => {
            say("error-zoho-down", &[("service", &service.to_string()), ("status", &status.to_string())])
        }
        Error::Garbled { service, why } => {
            say("error-zoho-garbled", &[("service", &service.to_string()), ("why", why)])
        }
        Error::Foreign { host } => say("error-zoho-foreign", &[("host", host)]),
        Error::File { name, why } => say("error-zoho-file", &[("name", name), ("why", why)]),
    }
}

/// The service's own sentence, without the stop that ours puts behind it.
fn ended(message: &str) -> &str {
    message.trim().trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use crate::zoho::Service;

    #[test]
    fn a_broken_line_is_told_in_the_readers_language_and_without_the_chain() {
        let why = "error sending request: client error (Connect): tcp connect error".to_owned();
        let error = Error::Offline { service: Service::Desk, why };
        let said = zoho_sentence(&error, &Words::new(Lang::PtBr));
        assert!(said.contains("Zoho Desk") && said.contains("rede") && !said.contains("connect"), "{said}");
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
        let said = zoho_sentence(&error, &Words::new(Lang::PtBr));
        let expected = "Zoho Desk recusou o pedido: The data is invalid (INVALID_DATA). Corrija o que ele aponta. (/contactId: invalid)";
        assert_eq!(said, expected);
    }
}
