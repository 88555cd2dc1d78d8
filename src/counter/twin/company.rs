//! A company's account in Desk: by the domain of its website, else by its name.

use jiff::Timestamp;

use super::{name, remember};
use crate::counter::{Result, Services};
use crate::model::{Candidate, Company, DeskCompany, DeskTwin, RecordId};

pub(super) async fn of_company(services: &Services, company: &Company, now: Timestamp) -> Result<DeskTwin> {
    let desk = &services.zoho.desk;
    let domain = company.website.as_deref().and_then(name::domain);
    let mut found = Vec::new();
    if let Some(domain) = &domain {
        found = desk.accounts_by_domain(domain).await?;
    }
    // Several with one domain: the name decides, if it can.
    let twin = match found.len() {
        1 => one(&found),
        0 => pick(same_name(desk.accounts_by_name(&company.name).await?, company, domain.as_deref())),
        _ => match same_name(found.clone(), company, None) {
            named if named.len() == 1 => one(&named),
            _ => pick(found),
        },
    };
    remember(services, RecordId::Company(company.id.clone()), &twin, now).await?;
    Ok(twin)
}

/// Those with the same name, unless their domain says that they are somebody else.
fn same_name(found: Vec<DeskCompany>, company: &Company, domain: Option<&str>) -> Vec<DeskCompany> {
    let wanted = name::normal(&company.name);
    let contradicts = |other: &DeskCompany| {
        let theirs = other.website.as_deref().and_then(name::domain);
        matches!((domain, theirs), (Some(ours), Some(theirs)) if ours != theirs)
    };
    found.into_iter().filter(|other| name::normal(&other.name) == wanted && !contradicts(other)).collect()
}

fn one(found: &[DeskCompany]) -> DeskTwin {
    found.first().map_or(DeskTwin::None, |one| DeskTwin::Account(one.id.clone()))
}

fn pick(found: Vec<DeskCompany>) -> DeskTwin {
    match found.len() {
        0 | 1 => one(&found),
        _ => DeskTwin::Ambiguous(found.into_iter().map(Candidate::Account).collect()),
    }
}
