//! Pages for people: small, without scripts. Whatever comes from outside is escaped.

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;

use super::scope;

/// What a page may do: show its own style.
const POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'");

const STYLE: &str = "body{font:16px/1.5 sans-serif;max-width:34em;margin:3em auto;padding:0 1em}\
    button,input,select{font:inherit;padding:.3em .8em}li{margin:.2em 0}.small{color:#666;font-size:85%}";

/// A text as HTML shows it.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// A page with a heading; `body` is HTML.
pub fn page(status: StatusCode, heading: &str, body: &str) -> Response {
    let heading = escaped(heading);
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{heading}</title>\
         <style>{STYLE}</style></head><body>\n<h1>{heading}</h1>\n{body}\n\
         <p class=\"small\">This is the balcão sandbox: nothing here opens anything real.</p></body></html>\n"
    );
    let mut answer = Response::new(Body::from(html));
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html;charset=UTF-8"));
    headers.insert(CONTENT_SECURITY_POLICY, POLICY);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

/// A hidden field of a form.
pub fn hidden(name: &str, value: &str) -> String {
    format!("<input type=\"hidden\" name=\"{}\" value=\"{}\">", escaped(name), escaped(value))
}

/// A list of scopes in words.
pub fn scopes(scopes: &[String]) -> String {
    let line = |one: &String| {
        let (words, scope) = (escaped(&scope::in_words(one)), escaped(one));
        format!("<li>{words} <span class=\"small\">{scope}</span></li>")
    };
    format!("<ul>{}</ul>", scopes.iter().map(line).collect::<String>())
}

/// A choice of who agrees.
pub fn people<'a>(emails: impl Iterator<Item = &'a str>, chosen: &str) -> String {
    let option = |email: &str| {
        let mark = if email == chosen { " selected" } else { "" };
        format!("<option{mark}>{}</option>", escaped(email))
    };
    let options: String = emails.map(option).collect();
    format!("<p><label>Signed in as <select name=\"login_hint\">{options}</select></label></p>")
}

/// The two buttons.
pub const DECISION: &str = "<p><button name=\"decision\" value=\"accept\">Accept</button> \
    <button name=\"decision\" value=\"reject\">Reject</button></p>";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_text_is_no_html() {
        assert_eq!(escaped("<a href=\"x\" on='y'>&"), "&lt;a href=&quot;x&quot; on=&#39;y&#39;&gt;&amp;");
        let shown = scopes(&["<b>".to_owned()]);
        assert!(shown.contains("&lt;b&gt;") && !shown.contains("<b>"), "{shown}");
    }
}
