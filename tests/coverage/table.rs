//! The page.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::published::deviations::{Deviation, answers, requests};
use crate::published::{Operation, Service};

const HEAD: &str = "\
# API coverage

Made by `UPDATE_DOCS=1 cargo test coverage` with Zoho's published OpenAPI files at hand; do not edit it. *Served*: the sandbox
has a route for the operation. *Called*: the client uses it (it was made to). *Checked*: a test asks for the operation and
its good answer is held against what is published, and so is every other answer that any test of the sandbox reads.
*Differs*: what is otherwise on purpose, because the live service was seen to do so, and why; nothing else is let through.
Every request of the client is held against the description of its operation as well: the path, each query parameter and
its values, each key of a body and its value. What is not served is answered as an unknown URL is.

Bigin publishes no description of its own: its v2 is a subset of the CRM's API, some versions behind the files. Its answers
are held against these files and against what was recorded of Bigin; \"as the sheet has it\" means the recorded shape alone.
A refusal is checked in every operation: its status, its code and its keys have to be those of the service.
";

/// What is known of each operation.
pub struct Known {
    pub served: BTreeSet<Operation>,
    pub called: BTreeSet<Operation>,
    /// By the operations' names.
    pub checked: BTreeSet<(Service, String)>,
}

/// The whole document.
pub fn page(operations: &[Operation], known: &Known) -> String {
    let mut page = HEAD.to_owned();
    let mut rest: BTreeMap<(Service, &str), Vec<&Operation>> = BTreeMap::new();
    for service in [Service::Bigin, Service::Desk] {
        let all: Vec<_> = operations.iter().filter(|one| one.service == service).collect();
        let count = |wanted: &dyn Fn(&Operation) -> bool| all.iter().filter(|one| wanted(one)).count();
        let _ = write!(
            page,
            "\n## {service:?}\n\nOf {} published operations the sandbox serves {}; the answers of {} of these are checked. The \
             client calls {}.\n\n| operation | served | called | checked | differs |\n| --- | --- | --- | --- | --- |\n",
            all.len(),
            count(&|one| known.served.contains(one)),
            count(&|one| known.served.contains(one) && known.checked.contains(&(service, one.name()))),
            count(&|one| known.called.contains(one)),
        );
        for one in all {
            if known.served.contains(one) || known.called.contains(one) {
                page += &row(one, known);
            } else {
                rest.entry((service, &one.resource)).or_default().push(one);
            }
        }
        page += &everywhere(service);
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

fn row(one: &Operation, known: &Known) -> String {
    let mark = |yes: bool| if yes { "yes" } else { "–" };
    format!(
        "| `{} {}` | {} | {} | {} | {} |\n",
        one.method,
        one.path,
        mark(known.served.contains(one)),
        mark(known.called.contains(one)),
        mark(known.checked.contains(&(one.service, one.name()))),
        differs(one)
    )
}

fn differs(one: &Operation) -> String {
    let rows = answers(one.service).iter().chain(requests(one.service));
    let mine = rows.filter(|(operation, ..)| *operation == one.name());
    mine.map(told).collect::<Vec<_>>().join("; ")
}

/// What differs in every operation.
fn everywhere(service: Service) -> String {
    let rows = answers(service).iter().filter(|(operation, ..)| *operation == "*");
    let lines: Vec<String> = rows.map(|row| format!("- {}", told(row))).collect();
    if lines.is_empty() {
        String::new()
    } else {
        format!("\nIn every operation that has it:\n\n{}\n", lines.join("\n"))
    }
}

fn told((_, differs, why): &Deviation) -> String {
    let ways: Vec<_> = differs.iter().map(ToString::to_string).collect();
    format!("{}: {why}", ways.join(", "))
}
