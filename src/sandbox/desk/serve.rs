//! From HTTP to an operation and back: reads the body, finds the route, checks the scopes, serves under the
//! world's lock, writes the answer. Tokens, credits and faults are the gate's.

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, Multipart, Query as Pairs, Request, State};
use axum::http::{Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::answer::{Answer, Refusal, Served};
use super::call::{Brought, Call, Payload};
use super::query::Query;
use super::webhooks::{check, watched};
use super::{paging, route, scope};
use crate::sandbox::gate::answer::{json, no_content};
use crate::sandbox::gate::{Caller, Weight};
use crate::sandbox::server::Shared;

/// The most a file may have.
const FILE_LIMIT: usize = 20 * 1024 * 1024;
/// The most a body is read: a file, and what the multipart form adds.
pub const BODY_LIMIT: usize = FILE_LIMIT + 1024 * 1024;

/// Serves one call of `/api/v1`.
pub async fn serve(State(shared): State<Shared>, caller: Caller, request: Request) -> Response {
    let mut weight = Weight(1);
    let mut answer = match answer(&shared, &caller, request, &mut weight).await {
        Ok(answer) => write(answer),
        Err(refusal) => refuse(&refusal),
    };
    answer.extensions_mut().insert(weight);
    answer
}

async fn answer(shared: &Shared, caller: &Caller, request: Request, weight: &mut Weight) -> Served {
    let path = request.uri().path();
    let path = path.strip_prefix("/api/v1").unwrap_or(path).to_owned();
    // HEAD is GET without the body, which the server beneath leaves out.
    let method = if request.method() == Method::HEAD { &Method::GET } else { request.method() };
    let method = method.as_str().to_owned();
    let (route, params) = route::find(super::TABLES, &method, &path)?;
    if !scope::covers(caller, route.scopes) {
        return Err(Refusal::scope());
    }
    let agent = caller.agent.ok_or_else(Refusal::forbidden)?;
    let query = pairs(request.uri())?;
    let source = request.headers().get("sourceId").and_then(|value| value.to_str().ok()).map(str::to_owned);
    let switches = shared.world().desk.settings.switches;
    let payload = payload(request, switches.strict_content_type).await?;
    if switches.strict_query
        && let Some(extra) = query.names().find(|name| *name != "orgId" && !route.query.contains(name))
    {
        let message = format!("Extra query parameter '{extra}' is present in the input.");
        return Err(Refusal::unprocessable(message));
    }
    let (base, now) = (shared.base_url.clone(), shared.clock.now());
    let mut call = Call { agent, base, now, params, query, payload, source, url_answers: None };
    *weight = weigh(route, &call);
    let serve = |call: &Call| watched(shared, call.source.as_deref(), |world| (route.serve)(world, call));
    match serve(&call)? {
        Answer::Ask(url) => {
            call.url_answers = Some(check::answers(shared.post.client(), &url).await);
            serve(&call)
        }
        answer => Ok(answer),
    }
}

/// What a call costs (sheet §5): lists by the depth they reach, bulk actions by their records.
fn weigh(route: &route::Route, call: &Call) -> Weight {
    if route.method == "GET" && route.query.contains(&"from") {
        let searches = route.path.ends_with("/search") || route.path == "/customerHappiness";
        return Weight::of_depth(paging::deepest(&call.query, i64::from(!searches)));
    }
    let Payload::Json(body) = &call.payload else { return Weight(1) };
    let records = |name: &str| body.get(name).and_then(Value::as_array).map_or(0, Vec::len) as u64;
    if route.path.ends_with("/moveToTrash") {
        let all = records("ticketIds") + records("contactIds") + records("accountIds") + records("entityIds");
        return Weight((6 * all).max(1));
    }
    if route.path.starts_with("/recycleBin/") {
        return Weight((6 * records("ids")).max(1));
    }
    if route.path.ends_with("/updateMany") || route.path == "/closeTickets" {
        return Weight(records("ids").div_ceil(2).max(1));
    }
    if route.path.ends_with("/markSpam") {
        return Weight(records("ids").max(1));
    }
    Weight(1)
}

fn pairs(uri: &Uri) -> Result<Query, Refusal> {
    let pairs: Pairs<Vec<(String, String)>> = Pairs::try_from_uri(uri)
        .map_err(|_| Refusal::unprocessable("The query string can not be decoded."))?;
    Ok(Query::from_pairs(pairs.0))
}

async fn payload(request: Request, strict: bool) -> Result<Payload, Refusal> {
    let media = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("")
        .to_ascii_lowercase();
    if media.starts_with("multipart/form-data") {
        return multipart(request).await;
    }
    let bytes = to_bytes(request.into_body(), BODY_LIMIT).await.map_err(|_| Refusal::too_large())?;
    // Some editors and languages put a byte order mark first.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    if bytes.is_empty() {
        return Ok(Payload::Empty);
    }
    // What many clients call any text, unless they are told otherwise.
    let form = media.starts_with("application/x-www-form-urlencoded");
    let looks_json = matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'['));
    let json = media.is_empty() || media.starts_with("application/json") || media.starts_with("text/plain");
    if !json && (strict || !form || !looks_json) {
        return Ok(Payload::Unreadable);
    }
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(map)) => Ok(Payload::Json(map)),
        _ => Err(Refusal::unprocessable("The JSON body can not be parsed.")),
    }
}

/// The file in the form field `file` of a multipart request, as every operation that takes one reads it: its name and its
/// bytes, `None` when there is no such field, or the status of the refusal.
pub async fn file_of(request: Request) -> Result<Option<(String, Vec<u8>)>, u16> {
    match multipart(request).await {
        Ok(Payload::File(file)) => Ok(Some((file.name, file.bytes))),
        Ok(_) => Ok(None),
        Err(refusal) => Err(refusal.status),
    }
}

async fn multipart(request: Request) -> Result<Payload, Refusal> {
    let unreadable = |_| Refusal::unprocessable("The multipart body can not be parsed.");
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Refusal::media_type())?;
    while let Some(mut field) = form.next_field().await.map_err(unreadable)? {
        if field.name() != Some("file") {
            continue;
        }
        let name = field.file_name().unwrap_or("file").to_owned();
        let media_type = field.content_type().unwrap_or("application/octet-stream").to_owned();
        let mut bytes = Vec::new();
        let mut too_large = false;
        while let Some(chunk) = field.chunk().await.map_err(|_| Refusal::too_large())? {
            // The rest is still read, so that the client hears the answer instead of a broken pipe.
            too_large |= bytes.len() + chunk.len() > FILE_LIMIT;
            if !too_large {
                bytes.extend_from_slice(&chunk);
            }
        }
        if too_large {
            return Err(Refusal::too_large());
        }
        return Ok(Payload::File(Brought { name, media_type, bytes }));
    }
    Ok(Payload::Empty)
}

fn refuse(refusal: &Refusal) -> Response {
    let status = StatusCode::from_u16(refusal.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    json(status, &refusal.body())
}

fn write(answer: Answer) -> Response {
    match answer {
        Answer::Json(value) => json(StatusCode::OK, &value),
        Answer::Nothing => no_content(),
        Answer::Later => StatusCode::ACCEPTED.into_response(),
        Answer::Done | Answer::Ask(_) => StatusCode::OK.into_response(),
        Answer::File { name, media_type, bytes } => {
            // The name is foreign text: only what a header can hold goes into one.
            let name: String =
                name.chars().filter(|c| !c.is_control() && c.is_ascii() && *c != '"').collect();
            let disposition = format!("attachment; filename=\"{name}\"");
            let head = [(header::CONTENT_TYPE, media_type), (header::CONTENT_DISPOSITION, disposition)];
            (StatusCode::OK, head, Body::from(bytes)).into_response()
        }
    }
}
