//! Scopes: whether a token's scopes satisfy an operation (sheet §2.9).

use crate::sandbox::gate::Caller;

/// Whether a caller's token covers what a route wants. A wanted scope may name alternatives with `|`
/// (`Desk.settings.READ|Desk.basic.READ`: live notes show that one of that pair is enough); everything
/// else is asked for together (`tickets` with `search`).
pub fn covers(caller: &Caller, wanted: &[&str]) -> bool {
    wanted.iter().all(|want| want.split('|').any(|one| caller.may(one)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_asked_together_and_an_alternative_is_enough() {
        let scopes = ["Desk.tickets.ALL", "Desk.basic.READ"].map(str::to_owned);
        let caller = Caller {
            email: "".into(),
            zuid: 0,
            user: None,
            agent: None,
            scopes: scopes.into(),
            until: jiff::Timestamp::MIN,
        };
        assert!(covers(&caller, &["Desk.tickets.UPDATE"]));
        assert!(!covers(&caller, &["Desk.tickets.READ", "Desk.search.READ"]));
        assert!(covers(&caller, &["Desk.settings.READ|Desk.basic.READ"]));
    }
}
