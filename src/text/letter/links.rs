//! Addresses in messages: which are links, and finding them in plain text.

use crate::text::safe;

/// Longest address that is kept; what is longer is no address that a person follows.
const LONGEST: usize = 4096;

/// The address as it may be shown and opened, or none when it is no link: only the web and mail are, never scripts,
/// files or data.
pub(super) fn target(href: &str) -> Option<String> {
    let bare: String = href.trim().chars().filter(|c| !c.is_control() && *c != ' ').collect();
    let known = ["http://", "https://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| bare.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    (known && bare.len() <= LONGEST).then(|| safe::line(&bare).into_owned())
}

/// Whether an address names something that lies elsewhere and would have to be fetched.
pub(super) fn remote(src: &str) -> bool {
    let src = src.trim_start();
    let starts = |with: &str| src.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    starts("http://") || starts("https://") || starts("//")
}

/// The number of an address, from 1; the same address has one number.
pub(super) fn number(links: &mut Vec<String>, target: &str) -> usize {
    // Newest first: the same link twice usually stands close together, and a list of thousands stays quick enough.
    if let Some(place) = links.iter().rev().take(200).position(|link| link == target) {
        return links.len() - place;
    }
    links.push(target.to_owned());
    links.len()
}

/// Where the web addresses are in a plain line, as byte ranges; what follows as punctuation of the sentence is not
/// part of them.
pub(super) fn found(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find("http").map(|place| place + from) {
        let rest = &text[start..];
        let Some(scheme) = ["https://", "http://"].into_iter().find(|scheme| rest.starts_with(scheme)) else {
            from = start + "http".len();
            continue;
        };
        let long =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).unwrap_or(rest.len());
        let word = sentence_end(&rest[..long]);
        if word.len() > scheme.len() {
            found.push((start, start + word.len()));
        }
        from = start + long;
    }
    found
}

/// The word without the punctuation after it; a closing bracket belongs to it when it was opened in it.
fn sentence_end(word: &str) -> &str {
    let bare = |word: &str| word.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']).len();
    let (open, mut closed) = (word.matches('(').count(), word.matches(')').count());
    let mut end = bare(word);
    while closed > open && word[..end].ends_with(')') {
        closed -= 1;
        end = bare(&word[..end - 1]);
    }
    &word[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_and_mail_are_links() {
        assert_eq!(target(" HTTPS://zylker.example/a b\n"), Some("HTTPS://zylker.example/ab".into()));
        assert_eq!(target("mailto:ana@zylker.com"), Some("mailto:ana@zylker.com".into()));
        for none in
            ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "#top", "/x", "çççççççç"]
        {
            assert_eq!(target(none), None, "{none}");
        }
    }

    #[test]
    fn finds_addresses_without_the_punctuation_round_them() {
        let text = "See https://a.example/x, (http://b.example/y_(z)) or http:// and <https://c.example>.";
        let found: Vec<_> = found(text).into_iter().map(|(a, b)| &text[a..b]).collect();
        assert_eq!(found, ["https://a.example/x", "http://b.example/y_(z)", "https://c.example"]);
    }

    #[test]
    fn the_same_address_has_one_number() {
        let mut links = Vec::new();
        assert_eq!([number(&mut links, "a"), number(&mut links, "b"), number(&mut links, "a")], [1, 2, 1]);
    }
}
