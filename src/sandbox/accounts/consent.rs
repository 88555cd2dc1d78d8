//! Consent. A browser gets a small page that lists the scopes in words; a script, which looks at no page, is agreed with
//! at once by the person whom `login_hint` names, or the first one. `consent=page` and `consent=direct` choose.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::super::gate::refuse::accounts_throttled;
use super::super::gate::{answer, query};
use super::super::server::Shared;
use super::super::world::accounts::{Accounts, Grant};
use super::parameters::Parameters;
use super::{page, place, scope};

/// How long a code lives (Desk sheet §2.1).
const LIFE: SignedDuration = SignedDuration::from_secs(60);
/// What the page's form carries on.
const CARRIED: &[&str] =
    &["response_type", "client_id", "scope", "redirect_uri", "access_type", "prompt", "state"];

/// A request for consent in which everything is right.
struct Wish {
    client: String,
    redirect: String,
    scopes: Vec<String>,
    email: String,
}

/// `GET /oauth/v2/auth`: the page, or 302 to the redirect address with a code; what is wrong, as a page or as JSON.
pub async fn ask(State(shared): State<Shared>, request: Request) -> Response {
    let parameters = Parameters::read(request).await;
    let mut world = shared.world();
    let now = world.now();
    let accounts = &mut world.accounts;
    let asks = match parameters.get("consent") {
        Some("page") => true,
        Some("direct") => false,
        _ => parameters.browser || accounts.switches.always_ask,
    };
    match wish(accounts, &parameters) {
        Ok(wish) if asks => show(accounts, &wish, &parameters),
        Ok(wish) => agreed(accounts, wish, &parameters, &shared.base_url, now),
        Err(code) => refuse(code, parameters.browser),
    }
}

/// `POST /oauth/v2/auth`: what was said on the page.
pub async fn decide(State(shared): State<Shared>, request: Request) -> Response {
    let parameters = Parameters::read(request).await;
    let mut world = shared.world();
    let now = world.now();
    let accounts = &mut world.accounts;
    match (wish(accounts, &parameters), parameters.get("decision")) {
        (Ok(wish), Some("accept")) => agreed(accounts, wish, &parameters, &shared.base_url, now),
        (Ok(wish), _) => {
            let (to, joint) = (&wish.redirect, joint(&wish.redirect));
            redirect(&format!("{to}{joint}error=access_denied{}", state(&parameters)))
        }
        (Err(code), _) => refuse(code, parameters.browser),
    }
}

fn wish(accounts: &Accounts, parameters: &Parameters) -> Result<Wish, &'static str> {
    let id = parameters.get("client_id").ok_or("invalid_client")?;
    let client = accounts.clients.iter().find(|client| client.id == id).ok_or("invalid_client")?;
    let redirect = parameters.get("redirect_uri").ok_or("invalid_redirect_uri")?;
    if !client.redirects.is_empty() && !client.redirects.iter().any(|own| own == redirect)
        || HeaderValue::from_str(redirect).is_err()
    {
        return Err("invalid_redirect_uri");
    }
    if parameters.get("response_type") != Some("code") {
        return Err("invalid_response_type");
    }
    let scopes = scope::read(parameters.get("scope").unwrap_or("")).ok_or("invalid_scope")?;
    let email = match parameters.get("login_hint").map(str::to_lowercase) {
        Some(email) => accounts.people.get_key_value(&email).map(|(email, _)| email.clone()),
        None => accounts.people.keys().next().cloned(),
    };
    let email = email.ok_or("access_denied")?;
    Ok(Wish { client: client.id.clone(), redirect: redirect.to_owned(), scopes, email })
}

fn show(accounts: &Accounts, wish: &Wish, parameters: &Parameters) -> Response {
    let hidden = |name: &&str| parameters.get(name).map(|value| page::hidden(name, value));
    let carried: String = CARRIED.iter().filter_map(hidden).collect();
    let body = format!(
        "<p>The program <b>{}</b> would like to:</p>{}<form method=\"post\" action=\"/oauth/v2/auth\">{carried}{}{}</form>\
         <p class=\"small\">Afterwards you return to {}.</p>",
        page::escaped(&wish.client),
        page::scopes(&wish.scopes),
        page::people(accounts.people.keys().map(String::as_str), &wish.email),
        page::DECISION,
        page::escaped(&wish.redirect),
    );
    page::page(StatusCode::OK, "Allow access?", &body)
}

/// Sends whoever agreed on their way with a code, unless they had too many.
fn agreed(
    accounts: &mut Accounts,
    wish: Wish,
    parameters: &Parameters,
    base_url: &str,
    now: Timestamp,
) -> Response {
    if !accounts.may_code(&wish.client, &wish.email, now) {
        return accounts_throttled();
    }
    redirect(&agree(accounts, wish, parameters, base_url, now))
}

/// Makes the code; gives the address to go to.
fn agree(
    accounts: &mut Accounts,
    wish: Wish,
    parameters: &Parameters,
    base_url: &str,
    now: Timestamp,
) -> String {
    let home = place::home(accounts);
    let code = accounts.secret();
    let grant = Grant {
        client: wish.client,
        email: wish.email,
        scopes: wish.scopes,
        redirect: Some(wish.redirect.clone()),
        offline: parameters.get("access_type") == Some("offline"),
        expires: now + LIFE,
        location: place::stamp(accounts),
    };
    accounts.codes.retain(|_, other| other.expires > now);
    accounts.codes.insert(code.clone(), grant);
    let server = query::encoded(&place::address(home, base_url));
    let (to, joint) = (&wish.redirect, joint(&wish.redirect));
    format!("{to}{joint}code={code}&location={home}&accounts-server={server}{}", state(parameters))
}

/// What separates an address from its query.
fn joint(redirect: &str) -> char {
    if redirect.contains('?') { '&' } else { '?' }
}

fn state(parameters: &Parameters) -> String {
    let state = parameters.get("state").map(|state| format!("&state={}", query::encoded(state)));
    state.unwrap_or_default()
}

fn redirect(to: &str) -> Response {
    let mut answer = Response::new(Body::empty());
    *answer.status_mut() = StatusCode::FOUND;
    if let Ok(to) = HeaderValue::from_str(to) {
        answer.headers_mut().insert(LOCATION, to);
    }
    answer
}

/// What is wrong: a page for people, JSON for scripts.
fn refuse(code: &str, browser: bool) -> Response {
    if browser {
        let body =
            format!("<p>The program asked for what can't be: <code>{}</code>.</p>", page::escaped(code));
        page::page(StatusCode::BAD_REQUEST, "Sign-in failed", &body)
    } else {
        answer::json(StatusCode::BAD_REQUEST, &json!({ "error": code }))
    }
}
