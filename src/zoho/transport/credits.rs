//! What the services say about the day's credits.

use std::sync::{Mutex, PoisonError};

use super::Answer;
use crate::zoho::Service;

/// The day's API credits, as far as answers told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Credits {
    /// What Desk has left today (`X-Rate-Limit-Remaining-v3`, on every answer).
    pub desk_left: Option<u64>,
    /// What this process has spent in Desk (`X-Rate-Limit-Request-Weight-v3`, summed).
    pub desk_spent: u64,
    /// What Bigin has left (`X-API-CREDITS-REMAINING`, only once half of them are used).
    pub bigin_left: Option<u64>,
    /// How many calls of Bigin were answered.
    pub bigin_calls: u64,
    /// How many calls of Desk were answered.
    pub desk_calls: u64,
}

#[derive(Debug, Default)]
pub(super) struct Meter(Mutex<Credits>);

impl Meter {
    pub(super) fn read(&self) -> Credits {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn note(&self, service: Service, answer: &Answer) {
        let number = |name: &str| answer.headers.get(name)?.to_str().ok()?.trim().parse::<u64>().ok();
        let mut credits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if service == Service::Bigin {
            credits.bigin_calls += 1;
            credits.bigin_left = number("x-api-credits-remaining").or(credits.bigin_left);
        } else {
            credits.desk_calls += 1;
            credits.desk_left = number("x-rate-limit-remaining-v3").or(credits.desk_left);
            credits.desk_spent += number("x-rate-limit-request-weight-v3").unwrap_or(0);
        }
    }
}
