//! The scopes that Zoho publishes: one that is not among them makes a whole request fail.

/// Family → nouns, in lower case. From Desk's and the CRM family's published files, the documented tables (Desk sheet
/// §2.9, Bigin sheet §1) and what published clients ask for beside them.
const PUBLISHED: &[(&str, &[&str])] = &[
    (
        "desk",
        &[
            "activities",
            "activities.calls",
            "activities.events",
            "activities.tasks",
            "articles",
            "basic",
            "calls",
            "community",
            "contacts",
            "custommodule",
            "desk.settings",
            "deskoembed",
            "events",
            "exports",
            "extensions",
            "feeds",
            "forums",
            "imports",
            "instantmessages",
            "integrations",
            "phonebridge",
            "products",
            "search",
            "settings",
            "settings.extension",
            "tasks",
            "tickets",
            "webhooks",
            "zia",
        ],
    ),
    (
        "zohobigin",
        &[
            "bulk",
            "coql",
            "files",
            "modules",
            "modules.accounts",
            "modules.attachments",
            "modules.calls",
            "modules.contacts",
            "modules.custom",
            "modules.deals",
            "modules.events",
            "modules.notes",
            "modules.pipelines",
            "modules.products",
            "modules.tasks",
            "notifications",
            "org",
            "settings",
            "settings.custom_views",
            "settings.fields",
            "settings.layouts",
            "settings.modules",
            "settings.pipeline",
            "settings.profiles",
            "settings.related_lists",
            "settings.roles",
            "settings.tags",
            "users",
        ],
    ),
    (
        "zohocrm",
        &[
            "bulk",
            "change_owner",
            "coql",
            "files",
            "modules",
            "modules.accounts",
            "modules.activities",
            "modules.attachments",
            "modules.calls",
            "modules.campaigns",
            "modules.cases",
            "modules.contacts",
            "modules.custom",
            "modules.deals",
            "modules.emails",
            "modules.events",
            "modules.forecasts",
            "modules.invoices",
            "modules.leads",
            "modules.notes",
            "modules.pricebooks",
            "modules.products",
            "modules.purchaseorders",
            "modules.quotes",
            "modules.salesorders",
            "modules.solutions",
            "modules.tasks",
            "modules.vendors",
            "notifications",
            "org",
            "settings",
            "settings.automation_actions",
            "settings.convert_mapping",
            "settings.custom_views",
            "settings.fields",
            "settings.layouts",
            "settings.modules",
            "settings.pipeline",
            "settings.profiles",
            "settings.recycle_bin",
            "settings.related_lists",
            "settings.roles",
            "settings.tags",
            "users",
        ],
    ),
    ("zohosearch", &["securesearch"]),
    ("zohofiles", &["files"]),
    ("aaaserver", &["profile"]),
];

/// What one may be allowed to do with a noun, and how a person reads it.
const VERBS: &[(&str, &str)] = &[
    ("all", "read, create, change and delete"),
    ("read", "read"),
    ("write", "create and change"),
    ("create", "create"),
    ("update", "change"),
    ("delete", "delete"),
    ("custom", "use"),
];

/// The scopes of a list with commas (or spaces); `None` when it is empty or names one that nobody publishes.
pub fn read(list: &str) -> Option<Vec<String>> {
    let scopes: Vec<String> = list.split([',', ' ']).filter(|s| !s.is_empty()).map(str::to_owned).collect();
    (!scopes.is_empty() && scopes.iter().all(|scope| known(scope))).then_some(scopes)
}

/// Whether Zoho publishes such a scope, in any case.
fn known(scope: &str) -> bool {
    let scope = scope.to_lowercase();
    let Some((family, rest)) = scope.split_once('.') else { return false };
    let Some((noun, verb)) = rest.rsplit_once('.') else { return false };
    VERBS.iter().any(|(own, _)| *own == verb)
        && PUBLISHED.iter().any(|(own, nouns)| *own == family && nouns.contains(&noun))
}

/// A scope in words: `Desk tickets: read`.
pub fn in_words(scope: &str) -> String {
    let parts = scope.split_once('.').and_then(|(family, rest)| Some((family, rest.rsplit_once('.')?)));
    let Some((family, (noun, verb))) = parts else { return scope.to_owned() };
    let family = match family.to_lowercase().as_str() {
        "desk" => "Desk",
        "zohobigin" => "Bigin",
        "zohocrm" => "CRM",
        "zohosearch" => "Search",
        "zohofiles" => "Files",
        _ => "Your account:",
    };
    let verb = verb.to_lowercase();
    let verb = VERBS.iter().find(|(own, _)| *own == verb).map_or(verb.as_str(), |(_, words)| words);
    format!("{family} {}: {verb}", noun.to_lowercase().replace(['.', '_'], " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_scopes_are_known_in_any_case_and_others_are_not() {
        for scope in [
            "Desk.tasks.ALL",
            "Desk.custommodule.ALL",
            "desk.InstantMessages.read",
            "Desk.activities.calls.READ",
        ] {
            assert!(known(scope), "{scope}");
        }
        for scope in ["aaaserver.profile.READ", "ZohoFiles.files.ALL", "ZohoBigin.modules.contacts.READ"] {
            assert!(known(scope), "{scope}");
        }
        for scope in
            ["Desk.nonsense.READ", "Desk.tickets.EAT", "Desk.tickets", "Desk", "", "ZohoBigin.coql.x.READ"]
        {
            assert!(!known(scope), "{scope}");
        }
        assert_eq!(read("Desk.tickets.READ, Desk.basic.READ,").map(|all| all.len()), Some(2));
        assert_eq!(read(" ,"), None);
    }

    #[test]
    fn people_read_words() {
        assert_eq!(in_words("Desk.tickets.READ"), "Desk tickets: read");
        assert_eq!(
            in_words("ZohoBigin.settings.related_lists.WRITE"),
            "Bigin settings related lists: create and change"
        );
    }
}
