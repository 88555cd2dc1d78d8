//! Consent: nobody looks at a page here, the person whom `login_hint` names (or the first one) agrees at once.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use jiff::SignedDuration;
use serde_json::json;

use super::super::gate::{answer, query};
use super::super::server::Shared;
use super::super::world::accounts::{EVERYTHING, Grant};
use super::parameters::Parameters;

/// How long a code lives (Desk sheet §2.1).
const LIFE: SignedDuration = SignedDuration::from_secs(60);

/// `GET /oauth/v2/auth`: 302 to the redirect address with a code, or an error page.
pub async fn ask(State(shared): State<Shared>, request: Request) -> Response {
    let parameters = Parameters::read(request).await;
    match agree(&shared, &parameters) {
        Ok(to) => {
            let mut answer = Response::new(Body::empty());
            *answer.status_mut() = StatusCode::FOUND;
            if let Ok(to) = HeaderValue::from_str(&to) {
                answer.headers_mut().insert(LOCATION, to);
            }
            answer
        }
        Err(code) => answer::json(StatusCode::BAD_REQUEST, &json!({ "error": code })),
    }
}

fn agree(shared: &Shared, parameters: &Parameters) -> Result<String, &'static str> {
    let mut world = shared.world();
    let now = world.now();
    let accounts = &mut world.accounts;
    let id = parameters.get("client_id").ok_or("invalid_client")?;
    let client = accounts.clients.iter().find(|client| client.id == id).ok_or("invalid_client")?;
    let redirect = parameters.get("redirect_uri").ok_or("invalid_redirect_uri")?;
    if !client.redirects.is_empty() && !client.redirects.iter().any(|own| own == redirect) {
        return Err("invalid_redirect_uri");
    }
    if parameters.get("response_type") != Some("code") {
        return Err("invalid_response_type");
    }
    let asked = parameters.get("scope").ok_or("invalid_scope")?;
    let scopes: Vec<String> = asked.split([',', ' ']).filter(|s| !s.is_empty()).map(str::to_owned).collect();
    if !scopes.iter().all(|scope| known(scope)) {
        return Err("invalid_scope");
    }
    let hint = parameters.get("login_hint").map(str::to_lowercase);
    let email = match hint {
        Some(email) => accounts.people.get(&email).map(|person| person.email.to_lowercase()),
        None => accounts.people.keys().next().cloned(),
    };
    let email = email.ok_or("access_denied")?;
    let offline = parameters.get("access_type") == Some("offline");
    let (client, redirect) = (client.id.clone(), redirect.to_owned());
    let expires = now + LIFE;
    let code = accounts.secret();
    let grant = Grant { client, email, scopes, redirect: Some(redirect.clone()), offline, expires };
    accounts.codes.retain(|_, other| other.expires > now);
    accounts.codes.insert(code.clone(), grant);
    let joint = if redirect.contains('?') { '&' } else { '?' };
    let server = query::encoded(&shared.base_url);
    let state = parameters.get("state").map(|state| format!("&state={}", query::encoded(state)));
    Ok(format!(
        "{redirect}{joint}code={code}&location=us&accounts-server={server}{}",
        state.unwrap_or_default()
    ))
}

/// Whether the services have such a scope: the family and noun of one that the sandbox knows.
fn known(scope: &str) -> bool {
    let family = |scope: &str| scope.split('.').take(2).collect::<Vec<_>>().join(".").to_lowercase();
    EVERYTHING.iter().any(|own| family(own) == family(scope))
}
