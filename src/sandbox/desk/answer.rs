//! What a Desk operation answers: a body, nothing, a file, or a refusal with Desk's error body (sheet §4).

use serde_json::{Value, json};

use crate::sandbox::world::id::Id;

/// What an operation gives back when it succeeds.
#[derive(Debug)]
pub enum Answer {
    /// 200 with a JSON body.
    Json(Value),
    /// 204: the empty list, and every action that answers "done".
    Nothing,
    /// 200 without a body (`markAsRead`, `closeTickets`, deletes).
    Done,
    /// 202 without a body: it is too much to be answered at once.
    Later,
    /// Not an answer yet: nothing was done, the operation wants to know first whether this address answers.
    Ask(String),
    /// 200 with the bytes of a stored file.
    File {
        /// The file's name, for `Content-Disposition`.
        name: String,
        /// Its media type.
        media_type: String,
        /// Its content.
        bytes: Vec<u8>,
    },
}

/// The outcome of an operation.
pub type Served = Result<Answer, Refusal>;

/// One entry of `errors[]` in an `INVALID_DATA` body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// A JSON Pointer to the field, `/contactId`.
    pub field: String,
    /// `invalid`, `duplicate` or `missing`.
    pub kind: &'static str,
}

/// A refused operation: status, `errorCode`, `message` and, for bad fields, `errors[]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// `errorCode`.
    pub code: &'static str,
    /// `message`, Desk's own words where the sheet quotes them.
    pub message: String,
    /// The fields at fault, empty unless the code is `INVALID_DATA`.
    pub faults: Vec<Fault>,
    /// Keys that this refusal has besides; null when it has none.
    pub extra: Value,
}

impl Refusal {
    fn new(status: u16, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), faults: Vec::new(), extra: Value::Null }
    }

    /// 404: no such path, or no such record.
    pub fn not_found() -> Self {
        Self::new(404, "URL_NOT_FOUND", "The URL you requested could not be found.")
    }

    /// 403: the profile does not allow it, or the record is not this agent's to see.
    pub fn forbidden() -> Self {
        Self::new(403, "FORBIDDEN", "You are not authorized to access this resource.")
    }

    /// 403: the token lacks the scope.
    pub fn scope() -> Self {
        Self::new(
            403,
            "SCOPE_MISMATCH",
            "The OAuthToken does not contain the scope required to perform this operation.",
        )
    }

    /// 405: the path exists with another method.
    pub fn method() -> Self {
        Self::new(405, "METHOD_NOT_ALLOWED", "This HTTP method is not allowed on this URL.")
    }

    /// 413: a file over 20 MB.
    pub fn too_large() -> Self {
        let message = "Attachment size is too large. The maximum size supported is 20 MB.";
        Self::new(413, "RESOURCE_SIZE_EXCEEDED", message)
    }

    /// 415: a body that is not what the operation reads (JSON, or multipart for files).
    pub fn media_type() -> Self {
        let message = "The given content type is not supported. Please provide the input Content-Type as application/json";
        Self::new(415, "UNSUPPORTED_MEDIA_TYPE", message)
    }

    /// 422: a body was needed.
    pub fn empty_payload() -> Self {
        Self::new(422, "EMPTY_PAYLOAD", "The payload is empty.")
    }

    /// 422 in free words: parameters, addresses, identifiers.
    pub fn unprocessable(message: impl Into<String>) -> Self {
        Self::new(422, "UNPROCESSABLE_ENTITY", message)
    }

    /// 422 for a query parameter whose value is no use at all.
    pub fn bad_parameter(name: &str) -> Self {
        Self::unprocessable(format!("The value passed for the '{name}' query parameter is invalid."))
    }

    /// 422 for a query parameter outside its range, in the words the service uses.
    pub fn out_of_range(name: &str, range: &str) -> Self {
        Self::unprocessable(format!("The value passed for field '{name}' exceeds the range of '{range}'."))
    }

    /// 422 with one field at fault; `kind` is `invalid`, `duplicate` or `missing`.
    pub fn field(pointer: impl Into<String>, kind: &'static str) -> Self {
        Self::fields(vec![Fault { field: pointer.into(), kind }])
    }

    /// 422 with several fields at fault.
    pub fn fields(faults: Vec<Fault>) -> Self {
        let message = "The data does not comply to the validation restrictions defined.";
        Self { faults, ..Self::new(422, "INVALID_DATA", message) }
    }

    /// 422 `INVALID_DATA` with other words and no field (a bad `viewId`).
    pub fn invalid(message: &str) -> Self {
        Self::new(422, "INVALID_DATA", message)
    }

    /// 500: something outside failed that the operation needed.
    pub fn internal() -> Self {
        let message = "An internal server error occurred while performing this operation.";
        Self::new(500, "INTERNAL_SERVER_ERROR", message)
    }

    /// 403: the edition has no more of these.
    pub fn license(feature: &str, edition: &str, most: usize) -> Self {
        let message = "Your Zoho Desk Edition does not support this feature/operation.";
        let extra = json!({
            "feature": feature, "editionType": edition, "maxAllowedEntity": most, "unitName": feature,
            "isTrial": false,
        });
        Self { extra, ..Self::new(403, "LICENSE_ACCESS_LIMITED", message) }
    }

    /// The JSON body.
    pub fn body(&self) -> Value {
        let mut body = json!({"errorCode": self.code, "message": self.message});
        if !self.faults.is_empty() {
            let errors: Vec<Value> = self
                .faults
                .iter()
                .map(|fault| json!({"fieldName": fault.field, "errorType": fault.kind, "errorMessage": ""}))
                .collect();
            body["errors"] = Value::Array(errors);
        }
        if let (Value::Object(extra), Value::Object(body)) = (&self.extra, &mut body) {
            body.extend(extra.clone());
        }
        body
    }
}

/// A list answer: `{"data": […]}`, or 204 when there is nothing in it (sheet §3).
#[allow(clippy::unnecessary_wraps)] // it is the last word of an operation
#[allow(clippy::needless_pass_by_value)] // rows are made for the answer
pub fn list(rows: Vec<Value>) -> Served {
    if rows.is_empty() { Ok(Answer::Nothing) } else { Ok(Answer::Json(json!({"data": rows}))) }
}

/// A JSON answer.
#[allow(clippy::unnecessary_wraps)] // it is the last word of an operation
pub fn found(value: Value) -> Served {
    Ok(Answer::Json(value))
}

/// One result of an action on many records.
pub fn result(id: Id, error: Option<&Refusal>) -> Value {
    let errors = error.map(|refusal| match refusal.status {
        // Inside a result there is no 404: the published list of codes does not have it, and says no more of this.
        404 => json!({"errorCode": "UNPROCESSABLE_ENTITY", "httpCode": "422", "errorMessage": null}),
        status => {
            json!({"errorCode": refusal.code, "httpCode": status.to_string(), "errorMessage": refusal.message})
        }
    });
    json!({"id": id, "success": error.is_none(), "errors": errors})
}
