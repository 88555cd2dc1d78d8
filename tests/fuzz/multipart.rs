//! Multipart bodies: files for Desk, parameters for Accounts.

use axum::body::Body;
use axum::http::Request;
use balcao::sandbox::accounts::parameters::Parameters;
use balcao::sandbox::desk::file_of;
use proptest::prelude::*;

use super::{MOMENT, by_hand, fuzz, way};

const WORDS: [&str; 16] = [
    "--x",
    "--x--",
    "\r\n",
    "\r\n\r\n",
    "--",
    "x",
    "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"",
    "Content-Disposition: form-data; name=\"grant_type\"",
    "Content-Type: text/plain",
    "name=",
    "filename*=UTF-8''",
    "\"",
    "\\\"",
    "; ",
    "Content-Transfer-Encoding: base64",
    "\u{feff}",
];

fn body(parts: &[(&str, Option<&str>, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, file, bytes) in parts {
        let file = file.map_or_else(String::new, |file| format!("; filename=\"{file}\""));
        let head = format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--x--\r\n");
    body
}

fn corpus() -> Vec<Vec<u8>> {
    vec![
        body(&[("file", Some("a.txt"), b"abc")]),
        body(&[("other", None, b"1"), ("file", Some("b.pdf"), b"%PDF-1.7\r\n\r\n--y")]),
        body(&[("grant_type", None, b"refresh_token"), ("client_id", None, b"1000.X")]),
        body(&[]),
    ]
}

/// The first byte says whether the boundary is announced rightly, the rest is the body.
fn request(input: &[u8]) -> Request<Body> {
    let media = match input.first().map(|byte| byte % 8) {
        Some(1) => "multipart/form-data",
        Some(2) => "multipart/form-data; boundary=",
        Some(3) => "multipart/form-data; boundary=\"x\"; charset=utf-8",
        _ => "multipart/form-data; boundary=x",
    };
    Request::builder()
        .method("POST")
        .uri("/oauth/v2/token?a=b&&c=%2")
        .header("content-type", media)
        .body(Body::from(input.get(1..).unwrap_or_default().to_vec()))
        .expect("a request")
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().build().expect("a runtime")
}

/// It is read or refused; what is read was in the body.
fn run(runtime: &tokio::runtime::Runtime, input: &[u8]) -> u64 {
    runtime.block_on(async {
        let parameters = Parameters::read(request(input)).await;
        let known = ["a", "grant_type", "client_id"]
            .map(|name| parameters.get(name).and_then(|text| text.len().checked_ilog2()));
        match file_of(request(input)).await {
            Ok(file) => {
                if let Some((_, bytes)) = &file {
                    let there = bytes.is_empty() || input.windows(bytes.len()).any(|part| part == bytes);
                    assert!(there, "bytes that were not sent");
                }
                way((
                    known,
                    file.map(|(name, bytes)| (name.len().checked_ilog2(), bytes.len().checked_ilog2())),
                ))
            }
            Err(status) => {
                assert!([413, 415, 422].contains(&status), "{status}");
                way((known, status))
            }
        }
    })
}

fn seeds() -> Vec<Vec<u8>> {
    corpus().into_iter().map(|body| [vec![0], body].concat()).collect()
}

#[test]
fn multipart_for_a_moment() {
    let runtime = runtime();
    fuzz("multipart", &seeds(), &WORDS, MOMENT, |input| run(&runtime, input));
}

#[test]
#[ignore = "by hand: docs/fuzzing.md"]
fn multipart_by_hand() {
    let runtime = runtime();
    fuzz("multipart", &seeds(), &WORDS, by_hand(), |input| run(&runtime, input));
}

proptest! {
    #[test]
    fn a_file_comes_out_as_it_went_in(name in "[a-zA-Z0-9 ._-]{1,40}", bytes: Vec<u8>) {
        prop_assume!(!bytes.windows(5).any(|part| part == b"\r\n--x"));
        let sent = [vec![0], body(&[("before", None, b"1"), ("file", Some(&name), &bytes)])].concat();
        let file = runtime().block_on(file_of(request(&sent)));
        prop_assert_eq!(file, Ok(Some((name, bytes))));
    }
}
