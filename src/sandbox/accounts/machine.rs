//! Tokens without a person: a self client asks for itself and an organization (Desk sheet §2.3).

use jiff::Timestamp;

use super::super::world::World;
use super::parameters::Parameters;
use super::token::{Given, client, issue};
use super::{place, scope};

/// `grant_type=client_credentials` with `scope` and `soid`: an access token of the organization's first person, no
/// refresh token. Clients disagree about the service's name in `soid`; both are taken.
pub fn give(world: &mut World, parameters: &Parameters, now: Timestamp) -> Result<Given, &'static str> {
    client(&world.accounts, parameters)?;
    let scopes = scope::read(parameters.get("scope").unwrap_or("")).ok_or("invalid_scope")?;
    let soid = parameters.get("soid").ok_or("missing_org_info")?;
    let (service, organization) = soid.split_once('.').ok_or("invalid_soid")?;
    let known = match service.to_ascii_lowercase().as_str() {
        "zohodesk" | "desk" => {
            world.desk.settings.organizations.iter().any(|own| own.id.to_string() == organization)
        }
        "zohobigin" | "bigin" | "zohocrm" => world.bigin.settings.org.zgid == organization,
        _ => false,
    };
    if !known {
        return Err("invalid_soid");
    }
    let first = world.desk.settings.agents.iter().map(|agent| agent.email.to_lowercase());
    let people = &world.accounts.people;
    let email = first.chain(people.keys().cloned()).find(|email| people.contains_key(email));
    let email = email.ok_or("invalid_soid")?;
    let location = place::given(&world.accounts, parameters);
    Ok(issue(&mut world.accounts, None, email, scopes, location, now))
}
