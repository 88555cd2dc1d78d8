//! Bodies, read up to a limit.

use reqwest::Response;

use super::why;

/// No answer of either API is longer: the largest are messages of 16 MB.
pub(super) const LIMIT: usize = 32 * 1024 * 1024;

/// Why a body did not come whole.
pub(super) enum Cut {
    /// It took too long.
    Slow,
    /// It broke off, or is too long.
    Other(String),
}

pub(super) async fn read(response: &mut Response) -> Result<Vec<u8>, Cut> {
    let too_long = || Cut::Other("it is longer than 32 MB".into());
    let announced = usize::try_from(response.content_length().unwrap_or(0)).unwrap_or(usize::MAX);
    if announced > LIMIT {
        return Err(too_long());
    }
    let mut body = Vec::with_capacity(announced);
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) if body.len() + chunk.len() > LIMIT => return Err(too_long()),
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            Ok(None) => return Ok(body),
            Err(error) if error.is_timeout() => return Err(Cut::Slow),
            Err(error) => return Err(Cut::Other(why(&error))),
        }
    }
}

/// The same where only words are wanted of what went wrong.
pub(in crate::zoho) async fn read_limited(response: &mut Response) -> Result<Vec<u8>, String> {
    read(response).await.map_err(|cut| match cut {
        Cut::Slow => "it did not end in time".into(),
        Cut::Other(why) => why,
    })
}
