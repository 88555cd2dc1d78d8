//! Slow bodies.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::response::Response;
use futures_util::{StreamExt, stream};

use super::{Fault, Kind};

/// How often a slow body moves.
const STEPS_A_SECOND: u32 = 10;

/// The answer, with its body held to the slowest bandwidth that the call has met.
pub fn slow(answer: Response, faults: &[Fault]) -> Response {
    let rates = faults.iter().filter(|fault| fault.kind == Kind::Bandwidth);
    let Some(rate) = rates.filter_map(|fault| fault.rule.bytes_per_second).min() else { return answer };
    let step = usize::try_from(rate / STEPS_A_SECOND).unwrap_or(1).max(1);
    let wait = Duration::from_secs_f64(f64::from(u32::try_from(step).unwrap_or(1)) / f64::from(rate.max(1)));
    answer.map(|body| {
        let pieces = body.into_data_stream().flat_map(move |chunk| {
            stream::iter(match chunk {
                Ok(bytes) => cut_up(&bytes, step).into_iter().map(Ok).collect::<Vec<_>>(),
                Err(error) => vec![Err(error)],
            })
        });
        Body::from_stream(pieces.then(move |piece| async move {
            tokio::time::sleep(wait).await;
            piece
        }))
    })
}

fn cut_up(bytes: &Bytes, step: usize) -> Vec<Bytes> {
    (0..bytes.len()).step_by(step).map(|at| bytes.slice(at..bytes.len().min(at + step))).collect()
}
