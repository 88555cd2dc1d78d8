//! Addresses in the web, and the domain by which companies are matched.

/// In small letters up to the path, without scheme, `www.` and the slash at the end.
pub(super) fn form(text: &str) -> String {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let mut from = 0;
    for scheme in ["https://", "http://"] {
        if lower[from..].starts_with(scheme) {
            from += scheme.len();
            break;
        }
    }
    if lower[from..].starts_with("www.") {
        from += "www.".len();
    }
    let path = lower[from..].find(['/', '?', '#']).map_or(text.len(), |at| from + at);
    let form = format!("{}{}", &lower[from..path], &text[path..]);
    form.trim_end_matches('/').to_owned()
}

/// The domain of a web address or an e-mail, in small letters, without `www.`; nothing when there is none.
pub fn domain(text: &str) -> Option<String> {
    let form = form(text);
    let host = form.split(['/', '?', '#', ':']).next()?;
    let host = host.rsplit('@').next()?.trim_matches('.');
    (host.contains('.') && !host.contains(char::is_whitespace)).then(|| host.to_owned())
}
