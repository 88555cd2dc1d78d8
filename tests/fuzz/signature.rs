//! The signature of a webhook's delivery.

use std::sync::LazyLock;

use balcao::sandbox::desk::webhooks::sign::Key;
use balcao::sandbox::world::id::Id;
use balcao::zoho::{Keys, Unsigned};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use jiff::Timestamp;
use serde_json::Value;

use super::{MOMENT, by_hand, fuzz, way};

const NOW: i64 = 1_790_000_000;
const ORG: &str = "60011550900";

fn now() -> Timestamp {
    Timestamp::from_second(NOW).expect("a time")
}

fn webhook() -> Id {
    Id(1_892_000_000_000_001_000)
}

/// A key, what it signed, and the page that shows it.
static SIGNED: LazyLock<(Keys, String)> = LazyLock::new(|| {
    let key = Key::of(7).expect("a key");
    (Keys::read(&key.page()), key.token(ORG, webhook(), now()))
});

const WORDS: [&str; 14] = [
    ".",
    "..",
    "=",
    "eyJhbGciOiJub25lIn0",
    "eyJhbGciOiJSUzI1NiJ9",
    "e30",
    "bnVsbA",
    "AA",
    "AQAB",
    "-",
    "_",
    "eyJhbGciOiJIUzI1NiIsImtpZCI6IiJ9",
    "W10",
    "\u{ff0e}",
];

fn corpus() -> Vec<Vec<u8>> {
    let token = SIGNED.1.as_str();
    let parts: Vec<&str> = token.split('.').collect();
    let none = BASE64.encode(r#"{"alg":"none","kid":""}"#);
    [
        token.to_owned(),
        format!("{none}.{}.", parts[1]),
        format!("{}..{}", parts[0], parts[2]),
        "a.b.c".to_owned(),
    ]
    .map(String::into_bytes)
    .to_vec()
}

/// Nothing is believed but what was signed.
fn run(input: &[u8]) -> u64 {
    let text = String::from_utf8_lossy(input);
    let (keys, token) = &*SIGNED;
    let believed = keys.check(&text, ORG, &webhook().to_string(), now());
    if believed.is_ok() {
        let said = |token: &str| token.rsplit_once('.').map(|(said, _)| said.to_owned());
        assert_eq!(said(&text), said(token), "somebody else's words");
    }
    // The page of keys is somebody's text as well.
    let page: Value = serde_json::from_slice(input).unwrap_or_default();
    let none = Keys::read(&page).check(token, ORG, &webhook().to_string(), now());
    assert!(none.is_err(), "a key out of nothing");
    way((believed.map_err(|why| why as u8), text.matches('.').count().min(8), text.len() / 64))
}

#[test]
fn the_signature_for_a_moment() {
    fuzz("signature", &corpus(), &WORDS, MOMENT, run);
}

#[test]
#[ignore = "by hand: docs/fuzzing.md"]
fn the_signature_by_hand() {
    fuzz("signature", &corpus(), &WORDS, by_hand(), run);
}

#[test]
fn a_token_is_good_for_one_webhook_and_for_a_while() {
    let (keys, token) = &*SIGNED;
    let webhook = webhook().to_string();
    let at = |seconds: i64| Timestamp::from_second(NOW + seconds).expect("a time");
    assert_eq!(keys.check(token, ORG, &webhook, now()), Ok(()));
    assert_eq!(keys.check(token, ORG, "1", now()), Err(Unsigned::Addressee));
    assert_eq!(keys.check(token, "1", &webhook, now()), Err(Unsigned::Addressee));
    assert_eq!(keys.check(token, ORG, &webhook, at(361)), Err(Unsigned::Time));
    assert_eq!(keys.check(token, ORG, &webhook, at(-61)), Err(Unsigned::Time));
    assert_eq!(Keys::default().check(token, ORG, &webhook, now()), Err(Unsigned::Key));
    let none = BASE64.encode(r#"{"alg":"none","kid":""}"#);
    let unsigned = format!("{none}.{}.", token.split('.').nth(1).expect("claims"));
    assert_eq!(keys.check(&unsigned, ORG, &webhook, now()), Err(Unsigned::Algorithm));
}

proptest::proptest! {
    #[test]
    fn no_changed_token_is_believed(at in 0_usize..400, to in 0_u8..64) {
        let (keys, token) = &*SIGNED;
        let mut changed = token.clone().into_bytes();
        let said = token.rfind('.').expect("a signature");
        changed[at % said] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[usize::from(to)];
        let changed = String::from_utf8(changed).expect("ASCII");
        proptest::prop_assume!(changed != *token);
        proptest::prop_assert!(keys.check(&changed, ORG, &webhook().to_string(), now()).is_err());
    }
}
