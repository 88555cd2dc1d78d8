//! A sandbox, a ledger on disk, and runs over them that do not wait as long as the product does.

use std::sync::Arc;
use std::time::Duration;

use balcao::pairing::{
    Pairing, Place, Way,
    call::Caller,
    known,
    rehearse::{Rehearsed, rehearse},
    run::{self, End, Job, Ran},
    wire::Wire,
};
use balcao::sandbox::options::Options;
use balcao::sync::{engine::Limits, preview::Plan};
use balcao::zoho::{Hosts, Settings, SignIn, Zoho};
use reqwest::Method;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::sandbox::client::{Stand, open_with};

/// A sandbox and a pairing over it.
pub struct Pair {
    /// The sandbox, and an administrator who is signed in there: a person at both screens.
    pub stand: Stand,
    pub home: TempDir,
    pub limits: Limits,
    /// How patient the client is.
    pub settings: Settings,
}

/// Nobody waits for what the embedded sandbox does at once.
pub fn limits() -> Limits {
    Limits { settle: 50, soon: 60, rest: 1_500, ..Limits::default() }
}

pub async fn open() -> Pair {
    with(Options::default()).await
}

pub async fn with(options: Options) -> Pair {
    let mut stand = open_with(options).await;
    let admin = stand.sandbox.hello.agents.iter().position(|agent| agent.administrator).unwrap();
    stand.token = stand.token_of(admin).await;
    let settings = Settings { backoff: Duration::from_millis(5), ..Settings::default() };
    Pair { stand, home: tempfile::tempdir().unwrap(), limits: limits(), settings }
}

impl Pair {
    pub fn place(&self) -> Place {
        Place { folder: self.home.path().to_owned(), mapping: self.home.path().join("mapping.toml") }
    }

    pub fn pairing(&self) -> Pairing {
        Pairing::open(self.place()).unwrap()
    }

    pub fn zoho(&self) -> Zoho {
        let hello = &self.stand.sandbox.hello;
        let admin = hello.agents.iter().find(|agent| agent.administrator).unwrap();
        let sign_in = SignIn {
            client_id: hello.client_id.clone(),
            client_secret: hello.client_secret.clone().into(),
            refresh_token: admin.refresh_token.clone().into(),
        };
        let hosts = Hosts::single(&self.stand.sandbox.base_url).unwrap();
        let zoho = Zoho::connect(hosts, sign_in, None, self.settings.clone()).unwrap();
        zoho.with_token_cache(self.home.path().join("token.json")).unwrap()
    }

    async fn caller(&self, pairing: &Pairing) -> Caller {
        let zoho = self.zoho();
        let known = known::metadata(&zoho, &pairing.ledger, pairing.revision).await.unwrap();
        let wire = Arc::new(Wire::new(&pairing.file, &known));
        Caller { zoho, wire }
    }

    /// A run to its end, however it ends; with a plan, what stands there and nothing else.
    pub async fn carry_out(&self, way: Way, plan: Option<Plan>) -> Ran {
        let pairing = self.pairing();
        let caller = self.caller(&pairing).await;
        let lead = pairing.lead().unwrap();
        let mapping = pairing.mapping();
        let job = Job { caller, way, mapping, limits: self.limits, watch: false, plan };
        let ran = run::run(job, pairing.ledger, std::future::pending(), |_| ()).await;
        drop(lead);
        ran
    }

    /// The same without a plan.
    pub async fn try_run(&self, way: Way) -> Ran {
        self.carry_out(way, None).await
    }

    /// What a run would do.
    pub async fn rehearse(&self, way: Way) -> Rehearsed {
        let pairing = self.pairing();
        let caller = self.caller(&pairing).await;
        rehearse(&caller, way, &pairing.mapping(), self.limits, &pairing.ledger).await.unwrap()
    }

    /// A run until nothing is left to do but what waits for a person.
    pub async fn run(&self, way: Way) -> Ran {
        let ran = self.try_run(way).await;
        assert!(matches!(ran.report.end, End::Quiet | End::Waits), "{:?}", ran.report);
        let sum: u64 = ran.report.cost.causes.values().sum();
        assert_eq!(sum, ran.report.cost.all(), "causes sum up: {:?}", ran.report.cost);
        ran
    }

    /// Runs until trouble is over, as somebody would who tries again.
    pub async fn insist(&self, way: Way) -> Ran {
        for _ in 0..40 {
            let ran = self.try_run(way).await;
            if matches!(ran.report.end, End::Quiet | End::Waits) {
                return ran;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("it never comes to an end");
    }

    /// How many calls changed records since the log was cleared.
    pub fn writes(&self) -> usize {
        let log = self.stand.sandbox.shared.log();
        let writes = log.calls().filter(|call| call.method != "GET" && !call.path.starts_with("/oauth"));
        writes.count()
    }

    /// Forgets what was asked.
    pub async fn clear_log(&self) {
        let url = format!("{}/_sandbox/log", self.stand.sandbox.base_url);
        self.stand.http.delete(url).send().await.unwrap();
    }

    /// Somebody changes a contact or a company at Bigin's screen.
    pub async fn edit_bigin(&self, module: &str, id: &str, fields: Value) {
        let mut row = fields;
        row["id"] = json!(id);
        let answer =
            self.stand.send(Method::PUT, &format!("/bigin/v2/{module}"), &json!({ "data": [row] })).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    }

    /// Somebody changes one at Desk's screen.
    pub async fn edit_desk(&self, noun: &str, id: &str, fields: Value) {
        let answer = self.stand.send(Method::PATCH, &format!("/api/v1/{noun}/{id}"), &fields).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    }

    pub async fn create_desk(&self, noun: &str, fields: Value) -> String {
        let answer = self.stand.send(Method::POST, &format!("/api/v1/{noun}"), &fields).await;
        assert!(answer.status.is_success(), "{}", answer.text);
        answer.body["id"].as_str().unwrap().to_owned()
    }

    pub async fn trash_desk(&self, noun: &str, ids: &[&str]) {
        let name = if noun == "contacts" { "contactIds" } else { "accountIds" };
        let answer = self
            .stand
            .send(Method::POST, &format!("/api/v1/{noun}/moveToTrash"), &json!({ name: ids }))
            .await;
        assert!(answer.status.is_success(), "{}", answer.text);
    }

    pub async fn heal(&self) {
        self.stand.faults(json!([])).await;
    }
}
