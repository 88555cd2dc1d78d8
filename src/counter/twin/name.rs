//! Names and domains of companies, made comparable.

use crate::text::fold;

/// Endings that say what kind of company it is, not which one.
const FORMS: [&str; 22] = [
    "ltda",
    "ltd",
    "limited",
    "inc",
    "llc",
    "corp",
    "corporation",
    "co",
    "company",
    "sa",
    "s a",
    "me",
    "epp",
    "eireli",
    "gmbh",
    "ag",
    "bv",
    "srl",
    "sl",
    "plc",
    "kk",
    "pty",
];

/// A company's name without accents, case, punctuation and legal form.
pub fn normal(name: &str) -> String {
    let plain: String = fold(name).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    while words.len() > 1 && words.last().is_some_and(|last| FORMS.contains(last) || last.len() == 1) {
        words.pop();
    }
    words.join(" ")
}

/// The host of a website as it was typed, lower case, without `www.`; none when there is no host in it.
pub fn domain(website: &str) -> Option<String> {
    let rest = website.trim().rsplit_once("://").map_or(website.trim(), |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host).trim_end_matches('.').to_owned();
    (host.contains('.') && !host.contains(char::is_whitespace)).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_accents_and_points_do_not_tell_companies_apart() {
        assert_eq!(normal("Clínica Sol Ltda."), normal("CLINICA SOL"));
        assert_eq!(normal("Norte Logística S.A."), normal("norte logistica"));
        assert_ne!(normal("Sol"), normal("Sul"));
        assert_eq!(normal("SA"), "sa");
    }

    #[test]
    fn a_domain_is_found_in_whatever_was_typed() {
        for typed in
            ["https://www.Zylker.com/pt?x#y", "zylker.com", " http://zylker.com:8080/ ", "www.zylker.com."]
        {
            assert_eq!(domain(typed).as_deref(), Some("zylker.com"), "{typed}");
        }
        assert_eq!(domain("none"), None);
        assert_eq!(domain("not yet.."), None);
    }
}
