//! The signature of a webhook's delivery, `X-ZDesk-JWT`: RS256, `iss` `orgId:…`, `aud` `webhookId:…`, keys at
//! `/.well-known/jwks.json` of Desk (desk.md §18). The body of a delivery is not signed; that somebody else repeats a token
//! within its life cannot be seen from it.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::Timestamp;
use rsa::pkcs1v15::{Signature, VerifyingKey};
use rsa::sha2::Sha256;
use rsa::signature::Verifier;
use rsa::{BigUint, RsaPublicKey};
use serde::Deserialize;
use serde_json::Value;

/// The longest token that is looked at, in bytes; Desk's have about 600.
const LONGEST: usize = 8 * 1024;
/// How far the clocks of Desk and of this machine may be apart, in seconds.
const SKEW: i64 = 60;

/// Why a delivery is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsigned {
    /// It is no token: not three parts of base64url, or not what belongs into them.
    #[error("the signature is not a token")]
    Garbled,
    /// The token says another way of signing than RS256; `none` is one of those.
    #[error("the token is not signed with RS256")]
    Algorithm,
    /// None of the keys has the token's `kid`.
    #[error("the token is signed with a key that Desk does not publish")]
    Key,
    /// The key did not sign this.
    #[error("the signature does not belong to the token")]
    Signature,
    /// It is for another organization or webhook.
    #[error("the token is for somebody else")]
    Addressee,
    /// It is not yet or no longer good.
    #[error("the token has run out")]
    Time,
}

/// The keys of the page `jwks.json`.
#[derive(Clone, Debug, Default)]
pub struct Keys(Vec<(String, VerifyingKey<Sha256>)>);

#[derive(Deserialize)]
struct Head {
    alg: String,
    kid: String,
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    exp: i64,
    iat: Option<i64>,
}

impl Keys {
    /// The RSA keys of the page; those of another kind and those that make no sense are left out.
    pub fn read(page: &Value) -> Self {
        let keys = page["keys"].as_array().into_iter().flatten().filter_map(|key| {
            let number = |name: &str| Some(BigUint::from_bytes_be(&decoded(key[name].as_str()?)?));
            let rsa = key["kty"] == "RSA" && matches!(key["alg"].as_str(), None | Some("RS256"));
            let public = RsaPublicKey::new(number("n")?, number("e")?).ok()?;
            rsa.then(|| Some((key["kid"].as_str()?.to_owned(), VerifyingKey::new(public))))?
        });
        Self(keys.collect())
    }

    /// Whether a token was made by Desk for this webhook of this organization, and is good at `now`.
    pub fn check(&self, token: &str, org: &str, webhook: &str, now: Timestamp) -> Result<(), Unsigned> {
        if token.len() > LONGEST {
            return Err(Unsigned::Garbled);
        }
        let (said, signature) = token.rsplit_once('.').ok_or(Unsigned::Garbled)?;
        let (head, claims) = said.split_once('.').ok_or(Unsigned::Garbled)?;
        let head: Head = parsed(head)?;
        if head.alg != "RS256" {
            return Err(Unsigned::Algorithm);
        }
        let (_, key) = self.0.iter().find(|(id, _)| *id == head.kid).ok_or(Unsigned::Key)?;
        let signature = decoded(signature).ok_or(Unsigned::Garbled)?;
        let signature = Signature::try_from(signature.as_slice()).map_err(|_| Unsigned::Signature)?;
        key.verify(said.as_bytes(), &signature).map_err(|_| Unsigned::Signature)?;
        // What is said is looked at once it is known who says it.
        let claims: Claims = parsed(claims)?;
        if claims.iss != format!("orgId:{org}") || claims.aud != format!("webhookId:{webhook}") {
            return Err(Unsigned::Addressee);
        }
        let now = now.as_second();
        let early = claims.iat.is_some_and(|at| at.saturating_sub(SKEW) > now);
        if early || claims.exp.saturating_add(SKEW) < now { Err(Unsigned::Time) } else { Ok(()) }
    }
}

fn decoded(part: &str) -> Option<Vec<u8>> {
    BASE64_URL_SAFE_NO_PAD.decode(part).ok()
}

fn parsed<T>(part: &str) -> Result<T, Unsigned>
where
    T: serde::de::DeserializeOwned,
{
    let bytes = decoded(part).ok_or(Unsigned::Garbled)?;
    serde_json::from_slice(&bytes).map_err(|_| Unsigned::Garbled)
}
