//! The page.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::published::{Operation, Service};
use crate::client::DEVIATIONS;
use crate::sandbox::desk::schemas::{checked, deviation};

const HEAD: &str = "\
# API coverage

Made by `UPDATE_DOCS=1 cargo test coverage` with Zoho's published OpenAPI files at hand; do not edit it. *Served*: the sandbox
has a route for the operation. *Called*: the client uses it (it was made to). *Checked*: the sandbox's answer is held
against the published schema in the tests; every request of the client to Desk is held against the description of its
operation. *Differs*: what is otherwise on purpose, because the live service was seen to do so, and why. What is not served
is answered as an unknown URL is.

Bigin publishes no description of its own: its v2 is a subset of the CRM's API, whose files stand here for the names of the
operations; their bodies differ between the two products and are held against the documents of Bigin instead.
";

/// The whole document.
pub fn page(operations: &[Operation], served: &BTreeSet<Operation>, called: &BTreeSet<Operation>) -> String {
    let mut page = HEAD.to_owned();
    let mut rest: BTreeMap<(Service, &str), Vec<&Operation>> = BTreeMap::new();
    for service in [Service::Bigin, Service::Desk] {
        let all: Vec<_> = operations.iter().filter(|one| one.service == service).collect();
        let count = |set: &BTreeSet<Operation>| all.iter().filter(|one| set.contains(**one)).count();
        let _ = write!(
            page,
            "\n## {service:?}\n\nOf {} published operations the sandbox serves {}, and the client calls {}.\n\n\
             | operation | served | called | checked | differs |\n| --- | --- | --- | --- | --- |\n",
            all.len(),
            count(served),
            count(called)
        );
        for one in all {
            if served.contains(one) || called.contains(one) {
                page += &row(one, served.contains(one), called.contains(one));
            } else {
                rest.entry((service, &one.resource)).or_default().push(one);
            }
        }
    }
    let beside: Vec<_> = super::served::beside(operations).map(|name| format!("`{name}`")).collect();
    let _ = writeln!(
        page,
        "\nServed besides, because clients use them although the files do not have them: {}.",
        beside.join(", ")
    );
    page += "\n## Not served\n\n";
    for ((service, resource), operations) in rest {
        let names: Vec<_> = operations.iter().map(|one| format!("`{} {}`", one.method, one.path)).collect();
        let _ = writeln!(page, "- {service:?}, {resource}: {}", names.join(", "));
    }
    page
}

fn row(one: &Operation, served: bool, called: bool) -> String {
    let mark = |yes: bool| if yes { "yes" } else { "–" };
    let is_checked = one.service == Service::Desk && checked(&one.method, &one.path);
    format!(
        "| `{} {}` | {} | {} | {} | {} |\n",
        one.method,
        one.path,
        mark(served),
        mark(called),
        mark(is_checked),
        differs(one)
    )
}

fn differs(one: &Operation) -> String {
    if one.service != Service::Desk {
        return String::new();
    }
    let holes: Vec<_> =
        one.path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part }).collect();
    let name = format!("{} {}", one.method, holes.join("/"));
    let sent = DEVIATIONS.iter().filter(|(operation, ..)| *operation == name);
    let sent = sent.map(|(_, key, why)| format!("sends `{key}`: {why}"));
    deviation(&one.method, &one.path).into_iter().chain(sent).collect::<Vec<_>>().join("; ")
}
