//! Bodies that come slowly, or not to their end.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::header::CONTENT_LENGTH;
use axum::response::Response;
use futures_util::{StreamExt, stream};

use super::super::gate::Place;
use super::{Fault, Kind};

/// How often a slow body moves.
const STEPS_A_SECOND: u32 = 10;
/// How long a body that breaks off waits, so that what came before is on its way.
const BREATH: Duration = Duration::from_millis(50);

/// The answer, with its body as the faults that the call has met let it through.
pub async fn hinder(answer: Response, faults: &[Fault]) -> Response {
    slow(truncated(answer, faults).await, faults)
}

/// What a body that is on its way holds: a place among the simultaneous calls.
fn held(answer: &mut Response) -> Option<Arc<Place>> {
    answer.extensions_mut().remove()
}

/// The answer with only the beginning of its body.
async fn truncated(answer: Response, faults: &[Fault]) -> Response {
    let cuts = |fault: &&Fault| matches!(fault.kind, Kind::Truncate | Kind::TruncateQuietly);
    let Some(fault) = faults.iter().find(cuts) else { return answer };
    let (mut head, body) = answer.into_parts();
    let Ok(all) = to_bytes(body, usize::MAX).await else { return Response::from_parts(head, Body::empty()) };
    let most = fault.rule.bytes.unwrap_or(0).min(all.len());
    let begin = all.slice(..most);
    head.headers.remove(CONTENT_LENGTH);
    if fault.kind == Kind::TruncateQuietly || most == all.len() {
        return Response::from_parts(head, Body::from(begin));
    }
    head.headers.insert(CONTENT_LENGTH, all.len().into());
    let end = stream::once(async {
        tokio::time::sleep(BREATH).await;
        Err::<Bytes, _>(std::io::Error::from(std::io::ErrorKind::ConnectionAborted))
    });
    Response::from_parts(head, Body::from_stream(stream::iter([Ok(begin)]).chain(end)))
}

/// The answer, with its body held to the slowest bandwidth that the call has met.
fn slow(mut answer: Response, faults: &[Fault]) -> Response {
    let rates = faults.iter().filter(|fault| fault.kind == Kind::Bandwidth);
    let Some(rate) = rates.filter_map(|fault| fault.rule.bytes_per_second).min() else { return answer };
    let step = usize::try_from(rate / STEPS_A_SECOND).unwrap_or(1).max(1);
    let wait = Duration::from_secs_f64(f64::from(u32::try_from(step).unwrap_or(1)) / f64::from(rate.max(1)));
    let place = held(&mut answer);
    answer.map(|body| {
        let pieces = body.into_data_stream().flat_map(move |chunk| {
            stream::iter(match chunk {
                Ok(bytes) => cut_up(&bytes, step).into_iter().map(Ok).collect::<Vec<_>>(),
                Err(error) => vec![Err(error)],
            })
        });
        let slowly = pieces.then(move |piece| async move {
            tokio::time::sleep(wait).await;
            piece
        });
        Body::from_stream(slowly.inspect(move |_| {
            let _kept = &place;
        }))
    })
}

fn cut_up(bytes: &Bytes, step: usize) -> Vec<Bytes> {
    (0..bytes.len()).step_by(step).map(|at| bytes.slice(at..bytes.len().min(at + step))).collect()
}
