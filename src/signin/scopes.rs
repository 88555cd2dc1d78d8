//! What is asked for at a sign-in, and what for. One scope that Zoho does not know makes it refuse all of them
//! (desk.md §2.1), so each stands in its published list of scopes.

/// A scope, and the message that says what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// As Zoho names it.
    pub name: &'static str,
    /// The message that says what it is for.
    pub what_for: &'static str,
}

const fn scope(name: &'static str, what_for: &'static str) -> Scope {
    Scope { name, what_for }
}

/// All that the program can make use of.
pub const ALL: [Scope; 18] = [
    scope("Desk.tickets.READ", "scope-tickets-read"),
    scope("Desk.tickets.CREATE", "scope-tickets-create"),
    scope("Desk.tickets.UPDATE", "scope-tickets-update"),
    scope("Desk.contacts.READ", "scope-contacts-read"),
    scope("Desk.contacts.CREATE", "scope-contacts-write"),
    scope("Desk.contacts.UPDATE", "scope-contacts-write"),
    scope("Desk.search.READ", "scope-search"),
    scope("Desk.basic.READ", "scope-basic-read"),
    scope("Desk.basic.CREATE", "scope-basic-create"),
    scope("Desk.settings.READ", "scope-settings"),
    scope("Desk.products.READ", "scope-products"),
    scope("Desk.products.CREATE", "scope-products"),
    scope("Desk.products.UPDATE", "scope-products"),
    scope("ZohoBigin.modules.ALL", "scope-bigin-modules"),
    scope("ZohoBigin.settings.ALL", "scope-bigin-settings"),
    scope("ZohoBigin.users.READ", "scope-bigin-users"),
    scope("ZohoBigin.org.READ", "scope-bigin-org"),
    scope("ZohoSearch.securesearch.READ", "scope-bigin-search"),
];

/// All of them as Zoho takes them.
pub fn wanted() -> String {
    ALL.map(|scope| scope.name).join(",")
}

/// Those that were asked for and not given; none when it was not said what was given.
pub fn missing(given: &[String]) -> Vec<&'static Scope> {
    if given.is_empty() {
        return Vec::new();
    }
    ALL.iter().filter(|scope| !given.iter().any(|one| covers(one, scope.name))).collect()
}

/// Whether one scope allows what another does: *all* allows everything, *write* to create and to change.
fn covers(given: &str, wanted: &str) -> bool {
    let (Some((given, may)), Some((wanted, want))) = (given.rsplit_once('.'), wanted.rsplit_once('.')) else {
        return false;
    };
    given.eq_ignore_ascii_case(wanted)
        && (may.eq_ignore_ascii_case(want)
            || may.eq_ignore_ascii_case("ALL")
            || (may.eq_ignore_ascii_case("WRITE") && ["CREATE", "UPDATE"].contains(&want)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lacks(given: &[&str]) -> Vec<&'static str> {
        let given: Vec<_> = given.iter().map(|&one| one.to_owned()).collect();
        missing(&given).iter().map(|scope| scope.name).collect()
    }

    #[test]
    fn what_is_wider_or_spelled_otherwise_is_enough() {
        let all: Vec<_> = ALL.iter().map(|scope| scope.name).collect();
        assert!(lacks(&all).is_empty());
        let wide = lacks(&["desk.tickets.ALL", "Desk.contacts.WRITE", "Desk.basic.read"]);
        assert!(wide.iter().all(|scope| !scope.starts_with("Desk.tickets")), "{wide:?}");
        assert!(wide.contains(&"Desk.contacts.READ") && !wide.contains(&"Desk.contacts.UPDATE"), "{wide:?}");
        assert!(wide.contains(&"Desk.basic.CREATE") && !wide.contains(&"Desk.basic.READ"), "{wide:?}");
        // Nothing was said, so nothing is known to be missing.
        assert!(lacks(&[]).is_empty());
    }
}
