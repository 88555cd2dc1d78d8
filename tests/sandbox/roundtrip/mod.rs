//! What is written comes back: generated values for every field that the services' own metadata say can be written, made,
//! read, listed and searched again. A value that is not of the field's kind is refused in the service's words, and nothing
//! is made.

mod bigin;
mod desk;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use serde_json::{Value, json};

/// A value to write, by no field's kind yet.
#[derive(Clone, Debug)]
pub struct Given {
    pub text: String,
    pub number: i64,
    pub fraction: i32,
    pub flag: bool,
    pub at: usize,
    /// Seconds since 1970, and the minutes of an offset.
    pub moment: i64,
    pub offset: i32,
    /// Whether it is to be something that the field cannot hold.
    pub wrong: bool,
}

/// What is expected of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// It comes back as this.
    Same(Value),
    /// It is refused.
    Refused,
}

pub fn given() -> impl Strategy<Value = Given> {
    (
        "[\\p{L}\\p{N} .,;()\\\\'\"<>&@/ç日🙂-]{0,60}",
        any::<i32>(),
        any::<i32>(),
        any::<bool>(),
        any::<usize>(),
        0_i64..4_000_000_000,
        -720_i32..=840,
        prop::bool::weighted(0.15),
    )
        .prop_map(|(text, number, fraction, flag, at, moment, offset, wrong)| Given {
            text: text.trim().to_owned(),
            number: number.into(),
            fraction: fraction / 1000,
            flag,
            at,
            moment,
            offset: offset / 15 * 15,
            wrong,
        })
}

impl Given {
    /// A text that the length allows, or one that is too long.
    pub fn text(&self, length: usize) -> (Value, Fate) {
        if self.wrong {
            return (json!("x".repeat(length + 1)), Fate::Refused);
        }
        let text: String = self.text.chars().take(length).collect();
        let text = text.trim();
        let text = if text.is_empty() { "x" } else { text };
        (json!(text), Fate::Same(json!(text)))
    }

    /// An amount with two places.
    pub fn amount(&self) -> f64 {
        f64::from(self.fraction) / 100.0
    }

    /// A moment in some zone of the world, and in that of the service.
    pub fn time(&self) -> jiff::Timestamp {
        jiff::Timestamp::from_second(self.moment).expect("a moment of these centuries")
    }

    /// The same with an offset.
    pub fn written(&self) -> String {
        let offset = jiff::tz::Offset::from_seconds(self.offset * 60).expect("an offset");
        offset
            .to_datetime(self.time())
            .to_zoned(offset.to_time_zone())
            .expect("a time")
            .strftime("%Y-%m-%dT%H:%M:%S%:z")
            .to_string()
    }

    /// A day.
    pub fn day(&self) -> String {
        self.time().strftime("%Y-%m-%d").to_string()
    }
}

/// Runs a property that asks the sandbox, on generated records of a few fields each.
pub fn hold<F>(cases: u32, runtime: &tokio::runtime::Runtime, mut test: impl FnMut(Vec<Given>) -> F)
where
    F: Future<Output = Result<(), String>>,
{
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 60, ..Config::default() };
    let test = std::cell::RefCell::new(&mut test);
    TestRunner::new(config)
        .run(&prop::collection::vec(given(), 6), |given| {
            let done = runtime.block_on((test.borrow_mut())(given));
            done.map_err(TestCaseError::fail)
        })
        .unwrap_or_else(|why| panic!("{why}"));
}

pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
}

/// A sentence when a test fails.
pub fn same(what: &str, was: &Value, wanted: &Value) -> Result<(), String> {
    if was == wanted { Ok(()) } else { Err(format!("{what}: {was} instead of {wanted}")) }
}
