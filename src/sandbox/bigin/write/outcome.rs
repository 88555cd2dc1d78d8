//! Results of single records, and the status and cost of a batch.

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::super::gate::{Weight, answer};
use super::super::super::world::bigin::{Bigin, Record};
use super::super::error::BiginError;
use super::super::show::Show;

/// A record's result: the status it would have alone, and its entry in `data[]`.
pub type Outcome = Result<(StatusCode, Value), BiginError>;

/// What a write says of a record.
pub fn written(show: &Show, record: &Record, message: &str) -> Value {
    json!({
        "code": "SUCCESS",
        "details": {
            "Modified_Time": show.time(record.modified),
            "Modified_By": show.user_name(record.modified_by),
            "Created_Time": show.time(record.created),
            "id": record.id,
            "Created_By": show.user_name(record.created_by),
        },
        "message": message,
        "status": "success",
    })
}

/// All results in the order of the request, as `data[]`.
pub fn answer(bigin: &Bigin, outcomes: &[Outcome]) -> Response {
    answer_as(bigin, "data", outcomes)
}

/// All results in the order of the request: their common status, 202 (or 207, a switch) when some failed, 400 when
/// all did. Ten records cost a credit.
pub fn answer_as(bigin: &Bigin, key: &str, outcomes: &[Outcome]) -> Response {
    let failed = outcomes.iter().filter(|outcome| outcome.is_err()).count();
    let good = outcomes.iter().flatten().map(|(status, _)| *status).min();
    let status = match good {
        None => StatusCode::BAD_REQUEST,
        Some(_) if failed > 0 && bigin.settings.switches.partial_207 => StatusCode::MULTI_STATUS,
        Some(_) if failed > 0 => StatusCode::ACCEPTED,
        Some(status) => status,
    };
    let entries = outcomes.iter().map(|outcome| match outcome {
        Ok((_, entry)) => entry.clone(),
        Err(error) => error.body_value(),
    });
    let mut answer = answer::json(status, &json!({ key: entries.collect::<Vec<Value>>() }));
    let cost = u64::try_from(outcomes.len().div_ceil(10)).unwrap_or(10);
    answer.extensions_mut().insert(Weight(cost.max(1)));
    answer
}
