//! What there is not: unknown URLs, methods and modules.

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::super::world::bigin::Kind;
use super::error::BiginError;

/// 404 `INVALID_URL_PATTERN`.
pub async fn no_such_url() -> BiginError {
    BiginError::url()
}

/// 400 `INVALID_REQUEST_METHOD`; a path that only looks like one of a module is no URL by any method.
pub async fn no_such_method(request: Request) -> BiginError {
    refusal(request.uri().path()).unwrap_or_else(method)
}

/// 400 `INVALID_REQUEST_METHOD`.
pub fn method() -> BiginError {
    BiginError::bad("INVALID_REQUEST_METHOD", json!({}), "The http request method type is not a valid one")
}

/// The headers that every recorded answer has besides its media type (sheet §1).
pub async fn sealed(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    let kept = HeaderValue::from_static("no-store, no-cache, must-revalidate, private");
    headers.insert(CACHE_CONTROL, kept);
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=response.json"));
    answer
}

/// What can be done with a module, with a record.
const ACTIONS: [&str; 4] = ["count", "change_owner", "add_tags", "remove_tags"];

/// What may stand first in a path and is no module, in Bigin and in CRM.
const NO_MODULES: [&str; 10] =
    ["", "actions", "bulk", "coql", "features", "files", "org", "read", "settings", "users"];
/// How many pieces a path of a module has at most: `Contacts/1/Products/2`.
const PIECES: usize = 4;

/// Lets a request through unless its path only looks like one of a module: `/settings/currencies`, `/coql`,
/// `/Contacts/actions/merge` are no URLs here, while `/Nonsense`, `/nonsense/1` and `/contacts` name an unknown module.
pub async fn known(request: Request, next: Next) -> Response {
    match refusal(request.uri().path()) {
        Some(refusal) => refusal.into_response(),
        None => next.run(request).await,
    }
}

fn refusal(path: &str) -> Option<BiginError> {
    let path = path.strip_prefix("/bigin/v2").unwrap_or(path).trim_start_matches('/');
    let pieces: Vec<&str> = path.split('/').collect();
    let module = pieces.first().copied().unwrap_or("");
    if Kind::of(module).is_none() {
        let named = pieces.len() <= PIECES && !NO_MODULES.contains(&module);
        return Some(if named { BiginError::module() } else { BiginError::url() });
    }
    let action = match pieces[1..] {
        ["actions"] => "",
        ["actions", action, ..] => action,
        // A record is not counted.
        [_, "actions", "count"] | [_, "actions"] => "",
        [_, "actions", action] => action,
        _ => return None,
    };
    (!ACTIONS.contains(&action)).then(BiginError::url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_modules_are_urls_of_modules() {
        let code = |path: &str| refusal(path).map(|refusal| refusal.code);
        assert_eq!(code("/bigin/v2/Contacts/12/Notes"), None);
        assert_eq!(code("/Contacts/actions/count"), None);
        assert_eq!(code("/Contacts/12/actions/add_tags"), None);
        for path in ["/bigin/v2/Nonsense/1", "/nonsense", "/contacts", "/Contact/1/Notes/2"] {
            assert_eq!(code(path), Some("INVALID_MODULE"), "{path}");
        }
        for path in [
            "/",
            "/coql",
            "/a/b/c/d/e",
            "/settings/currencies",
            "/Contacts/actions/merge",
            "/Contacts/actions",
            "/Contacts/1/actions/count",
        ] {
            assert_eq!(code(path), Some("INVALID_URL_PATTERN"), "{path}");
        }
    }
}
