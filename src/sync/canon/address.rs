//! Addresses in the web, and the domain by which companies are matched.

/// In small letters up to the path, without scheme, `www.` and slashes at the end. What is left is stripped again
/// until nothing changes, so that the form of a form is itself.
pub(super) fn form(text: &str) -> String {
    let mut form = text.to_owned();
    loop {
        let next = stripped(&form);
        if next == form {
            return form;
        }
        form = next;
    }
}

fn stripped(text: &str) -> String {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let scheme = ["https://", "http://"].into_iter().find(|scheme| lower.starts_with(scheme));
    let mut from = scheme.map_or(0, str::len);
    if lower[from..].starts_with("www.") {
        from += "www.".len();
    }
    let path = lower[from..].find(['/', '?', '#']).map_or(text.len(), |at| from + at);
    format!("{}{}", &lower[from..path], text[path..].trim_end_matches('/'))
}

/// The domain of a web address or an e-mail, in small letters, without `www.`; nothing when there is none.
pub fn domain(text: &str) -> Option<String> {
    let form = form(text);
    let host = form.split(['/', '?', '#', ':']).next()?;
    let host = host.rsplit('@').next()?.trim_matches('.');
    (host.contains('.') && !host.contains(char::is_whitespace)).then(|| host.to_owned())
}
