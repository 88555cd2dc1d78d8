//! The verbs of the counter against the embedded sandbox: what Zoho does, and what the cache then knows.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod clock;
mod deleted;
mod paging;
mod search;
mod sending;
mod totals;
mod twins;

use std::sync::atomic::AtomicI64;
use std::time::Duration;

use balcao::counter::Services;
use balcao::sandbox::options::Options;
use balcao::store::Keeper;
use balcao::store::cache::Cache;
use balcao::zoho::{Hosts, Settings, SignIn, Zoho};
use jiff::Timestamp;

use crate::sandbox::client::{Stand, open_with};

/// An agent at the counter, and the sandbox beside it.
struct Counter {
    stand: Stand,
    services: Services,
    home: tempfile::TempDir,
    /// How often a clock was looked at that is quicker than the real one.
    looks: AtomicI64,
}

impl Counter {
    async fn open() -> Self {
        let stand = open_with(Options::default()).await;
        let home = tempfile::tempdir().unwrap();
        let services = services(&stand, home.path());
        Self { services, stand, home, looks: AtomicI64::new(0) }
    }

    /// The program ends without a word and is started again.
    async fn crash(&mut self) {
        // The old cache's thread ends when nobody can ask it any more.
        self.services.keeper = Keeper::start(Cache::open(tempfile::tempdir().unwrap().path()).unwrap().cache);
        for _ in 0..200 {
            let cache = Cache::open(self.home.path()).unwrap().cache;
            let left = cache.outbox().unwrap();
            let ours = cache.recover(now()).unwrap();
            if ours.len() == left.len() {
                self.services = services(&self.stand, self.home.path());
                drop(cache);
                self.services.keeper.ask(|cache| cache.recover(now()).unwrap()).await;
                return;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        panic!("the old process never ended");
    }

    /// What goes wrong from now on.
    async fn faults(&self, rules: &serde_json::Value) {
        let body = serde_json::json!({ "rules": rules });
        let put = self.stand.send(reqwest::Method::PUT, "/_sandbox/faults", &body).await;
        assert!(put.status.is_success(), "{}", put.text);
    }

    /// Asks the cache.
    async fn ask<R: Send + 'static>(&self, question: impl FnOnce(&mut Cache) -> R + Send + 'static) -> R {
        self.services.keeper.ask(question).await
    }

    /// Calls of this path that the sandbox has seen.
    async fn calls(&self, path: &str) -> usize {
        let log = self.stand.get("/_sandbox/log").await.body;
        let calls = log["calls"].as_array().or_else(|| log.as_array()).unwrap();
        calls.iter().filter(|call| call["path"] == path).count()
    }
}

fn now() -> Timestamp {
    Timestamp::now()
}

fn services(stand: &Stand, home: &std::path::Path) -> Services {
    let hello = &stand.sandbox.hello;
    let sign_in = SignIn {
        client_id: hello.client_id.clone(),
        client_secret: hello.client_secret.clone().into(),
        refresh_token: hello.refresh_token.clone().into(),
    };
    let settings = Settings {
        backoff: Duration::from_millis(5),
        retries: 1,
        total: Duration::from_secs(2),
        ..Settings::default()
    };
    let hosts = Hosts::single(&stand.sandbox.base_url).unwrap();
    let zoho = Zoho::connect(hosts, sign_in, None, settings).unwrap();
    let zoho = zoho.with_token_cache(home.join("token.json")).unwrap();
    Services { zoho, keeper: Keeper::start(Cache::open(home).unwrap().cache) }
}
