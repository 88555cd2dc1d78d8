//! What is otherwise than the files say, on purpose: the sheets show what the live services were seen to do, and that beats
//! the file. `docs/api-coverage.md` is made of this table as well.

/// Of Bigin, against the CRM's files.
mod bigin;
/// Of what the client sends.
mod client;
/// Of Desk.
mod desk;

use super::Service;
use super::differs::Differs;

/// One row: the operation (`*`: all), what differs, and why.
pub type Deviation = (&'static str, &'static [Differs], &'static str);

/// Those of a service's answers.
pub fn answers(service: Service) -> &'static [Deviation] {
    match service {
        Service::Bigin => bigin::ANSWERS,
        Service::Desk => desk::ANSWERS,
    }
}

/// Those of what the client sends.
pub fn requests(service: Service) -> &'static [Deviation] {
    match service {
        Service::Bigin => client::TO_BIGIN,
        Service::Desk => client::TO_DESK,
    }
}

/// What may differ in the answers of an operation.
pub fn of(service: Service, name: &str) -> impl Iterator<Item = Differs> {
    let rows = answers(service).iter().filter(move |(operation, ..)| *operation == "*" || *operation == name);
    rows.flat_map(|(_, differs, _)| differs.iter().copied())
}
