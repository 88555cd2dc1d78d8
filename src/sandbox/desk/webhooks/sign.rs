//! The signature of a delivery: a JWT, RS256, with a key of this sandbox; and the page where the key is read
//! (`/.well-known/jwks.json`, sheet §18). The body is not signed. The key comes from the seed, like everything.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::Timestamp;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use rsa::pkcs1v15::SigningKey;
use rsa::sha2::{Digest, Sha256};
use rsa::signature::{SignatureEncoding, Signer};
use rsa::traits::PublicKeyParts;
use rsa::{RsaPrivateKey, RsaPublicKey};
use serde_json::{Value, json};

use crate::sandbox::gate::{answer, refuse};
use crate::sandbox::server::Shared;
use crate::sandbox::world::id::Id;

/// The size of the key.
const BITS: usize = 2048;
/// How long a signature is good, in seconds.
const LIFE: i64 = 300;

/// A sandbox's key.
#[derive(Debug)]
pub struct Key {
    signing: SigningKey<Sha256>,
    public: RsaPublicKey,
    id: String,
}

impl Key {
    /// The key of a seed; takes a moment. `None` when no key can be made.
    pub fn of(seed: u64) -> Option<Self> {
        let mut random = ChaCha20Rng::seed_from_u64(seed ^ 0x4A57_4B53);
        let private = RsaPrivateKey::new(&mut random, BITS)
            .inspect_err(|error| tracing::error!(%error, "no key for the webhooks"))
            .ok()?;
        let public = private.to_public_key();
        let id = base64(&Sha256::digest(public.n().to_bytes_be()))[..16].to_owned();
        Some(Self { signing: SigningKey::new(private), public, id })
    }

    /// The token that goes with a delivery.
    pub fn token(&self, org: &str, webhook: Id, now: Timestamp) -> String {
        let head = json!({"alg": "RS256", "typ": "JWT", "kid": self.id});
        let claims = json!({
            "iss": format!("orgId:{org}"), "aud": format!("webhookId:{webhook}"),
            "iat": now.as_second(), "exp": now.as_second() + LIFE,
        });
        let said =
            format!("{}.{}", base64(head.to_string().as_bytes()), base64(claims.to_string().as_bytes()));
        let signature = self.signing.sign(said.as_bytes()).to_bytes();
        format!("{said}.{}", base64(&signature))
    }

    /// The page of keys.
    pub fn page(&self) -> Value {
        json!({"keys": [{
            "kty": "RSA", "use": "sig", "alg": "RS256", "kid": self.id,
            "n": base64(&self.public.n().to_bytes_be()), "e": base64(&self.public.e().to_bytes_be()),
        }]})
    }
}

fn base64(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// `/.well-known/jwks.json`; asks for no token.
pub fn router() -> Router<Shared> {
    Router::new().route("/.well-known/jwks.json", get(page).fallback(no_such_method))
}

async fn no_such_method() -> Response {
    answer::json(StatusCode::METHOD_NOT_ALLOWED, &json!({ "error": "method_not_allowed" }))
}

async fn page(State(shared): State<Shared>) -> Response {
    match shared.post.key().await {
        Some(key) => answer::json(StatusCode::OK, &key.page()),
        None => refuse::broken(crate::sandbox::gate::Service::Desk, 500),
    }
}
