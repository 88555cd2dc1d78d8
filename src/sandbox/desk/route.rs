//! One line a served operation: method, path, scopes, the query parameters it knows, and what serves it.

use super::answer::{Refusal, Served};
use super::call::Call;
use crate::sandbox::world::World;

/// What serves an operation: under the world's lock, at one instant of the sandbox's clock.
pub type Serve = fn(&mut World, &Call) -> Served;

/// One served operation.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// `GET`, `POST`, `PATCH`, `PUT`, `DELETE`.
    pub method: &'static str,
    /// The path below `/api/v1`, with `{name}` for a segment that is read.
    pub path: &'static str,
    /// The scopes it asks for, as [`super::scope::covers`] reads them.
    pub scopes: &'static [&'static str],
    /// The query parameters it knows, besides `orgId`; others are refused when the world is strict.
    pub query: &'static [&'static str],
    /// What serves it.
    pub serve: Serve,
}

impl Route {
    const fn new(
        method: &'static str,
        path: &'static str,
        scopes: &'static [&'static str],
        query: &'static [&'static str],
        serve: Serve,
    ) -> Self {
        Self { method, path, scopes, query, serve }
    }

    /// A read.
    pub const fn get(
        path: &'static str,
        scopes: &'static [&'static str],
        query: &'static [&'static str],
        serve: Serve,
    ) -> Self {
        Self::new("GET", path, scopes, query, serve)
    }

    /// A creation or an action.
    pub const fn post(
        path: &'static str,
        scopes: &'static [&'static str],
        query: &'static [&'static str],
        serve: Serve,
    ) -> Self {
        Self::new("POST", path, scopes, query, serve)
    }

    /// A partial update.
    pub const fn patch(path: &'static str, scopes: &'static [&'static str], serve: Serve) -> Self {
        Self::new("PATCH", path, scopes, &[], serve)
    }

    /// A replacement.
    pub const fn put(path: &'static str, scopes: &'static [&'static str], serve: Serve) -> Self {
        Self::new("PUT", path, scopes, &[], serve)
    }

    /// A removal.
    pub const fn delete(path: &'static str, scopes: &'static [&'static str], serve: Serve) -> Self {
        Self::new("DELETE", path, scopes, &[], serve)
    }
}

/// The segments of a path that a route's `{names}` matched.
pub type Params = Vec<(&'static str, String)>;

/// Finds the route of a call: 404 for no such path, 405 for a path of another method. A literal segment wins
/// over a `{name}`, so that `/tickets/search` is never a ticket whose id is `search`.
pub fn find(
    tables: &[&'static [Route]],
    method: &str,
    path: &str,
) -> Result<(&'static Route, Params), Refusal> {
    let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let mut other_method = false;
    let mut best: Option<(&'static Route, Params)> = None;
    for route in tables.iter().copied().flatten() {
        let Some(params) = match_path(route.path, &segments) else { continue };
        if route.method != method {
            // A word in the place of an id is a path that is not: `/contacts/deleteSpam` is no contact.
            other_method |= params.iter().all(|(_, value)| value.bytes().all(|byte| byte.is_ascii_digit()));
        } else if best.as_ref().is_none_or(|(_, held)| params.len() < held.len()) {
            best = Some((route, params));
        }
    }
    best.ok_or_else(|| if other_method { Refusal::method() } else { Refusal::not_found() })
}

fn match_path(pattern: &'static str, segments: &[&str]) -> Option<Params> {
    let mut params = Params::new();
    let mut wanted = pattern.split('/').filter(|part| !part.is_empty());
    for segment in segments {
        let part = wanted.next()?;
        match part.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) => params.push((name, (*segment).to_owned())),
            None if part == *segment => {}
            None => return None,
        }
    }
    wanted.next().is_none().then_some(params)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sandbox::desk::answer::Answer;

    const ROUTES: &[Route] = &[
        Route::get("/tickets/{id}", &[], &[], |_, _| Ok(Answer::Done)),
        Route::get("/tickets/search", &[], &[], |_, _| Ok(Answer::Done)),
    ];

    #[test]
    fn a_literal_segment_wins_over_an_id() {
        let (route, params) = find(&[ROUTES], "GET", "/tickets/search").unwrap();
        assert_eq!((route.path, params.len()), ("/tickets/search", 0));
        let (route, params) = find(&[ROUTES], "GET", "/tickets/7").unwrap();
        assert_eq!((route.path, params), ("/tickets/{id}", vec![("id", "7".to_owned())]));
    }

    #[test]
    fn another_method_is_405_and_another_path_404() {
        assert_eq!(find(&[ROUTES], "PUT", "/tickets/7").unwrap_err().status, 405);
        assert_eq!(find(&[ROUTES], "GET", "/ticket/7").unwrap_err().status, 404);
        assert_eq!(find(&[ROUTES], "GET", "/tickets").unwrap_err().status, 404);
    }
}
