//! How fast the sandbox answers at `--scale 100000`: `cargo bench --bench sandbox [-- CONTACTS]`. It starts the program
//! as a process of its own, loads it over a few kept connections, and prints a line a figure; nothing here fails for
//! being slow. What is wanted: 500 lists a second of 200 rows on two cores (this program runs on them as well), ready
//! in 5 s, at most 1 GB.

#![allow(clippy::print_stdout, reason = "printing figures is what it is for")]

mod connection;
#[path = "../screen/sandbox.rs"]
mod sandbox;

use std::time::{Duration, Instant};

use connection::Connection;
use sandbox::Sandbox;
use serde_json::Value;

/// How long each kind of request is measured.
const SPAN: Duration = Duration::from_secs(5);
/// Connections at once; the sandbox has twenty places.
const CONNECTIONS: usize = 4;

const FIELDS: &str =
    "First_Name,Last_Name,Email,Phone,Title,Account_Name,Owner,Created_Time,Modified_Time,Tag";

fn main() {
    let contacts = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(100_000);
    let (sandbox, ready) = Sandbox::start(contacts);
    line("ready", &format!("{:.1} s", ready.as_secs_f64()));
    line("resident, after the start", &format!("{} MB", sandbox.resident_mb()));
    let host = sandbox.url.trim_start_matches("http://").to_owned();
    let token = sign_in(&host);

    let list = format!("/bigin/v2/Contacts?fields={FIELDS}&per_page=200");
    measure(&host, &token, "list of 200 contacts, page 1", &|_| list.clone());
    measure(&host, &token, "list of 200 contacts, pages 1 to 10", &|n| format!("{list}&page={}", n % 10 + 1));
    let changed = format!("{list}&sort_by=Modified_Time&sort_order=desc");
    measure(&host, &token, "list of 200 contacts, last changed first", &|_| changed.clone());
    walk(&host, &token, &list);
    let deals =
        "/bigin/v2/Pipelines?fields=Deal_Name,Stage,Amount,Contact_Name,Account_Name,Owner&per_page=200";
    measure(&host, &token, "list of 200 deals", &|_| deals.to_owned());
    line("resident, at the end", &format!("{} MB", sandbox.resident_mb()));
}

fn sign_in(host: &str) -> String {
    let mut connection = Connection::open(host, "");
    let (_, hello) = connection.get("/_sandbox/hello");
    let hello: Value = serde_json::from_slice(&hello).expect("JSON");
    let of = |key: &str| hello[key].as_str().expect("a text").to_owned();
    let form = format!(
        "grant_type=refresh_token&client_id={}&client_secret={}&refresh_token={}",
        of("client_id"),
        of("client_secret"),
        of("refresh_token"),
    );
    let (_, answer) = connection.call("POST", &format!("/oauth/v2/token?{form}"), "");
    let answer: Value = serde_json::from_slice(&answer).expect("JSON");
    answer["access_token"].as_str().expect("a token").to_owned()
}

/// Asks over several connections for a while; prints how many a second, and how long one takes.
fn measure(host: &str, token: &str, what: &str, path: &(dyn Fn(usize) -> String + Sync)) {
    refill(host);
    let started = Instant::now();
    let mut times: Vec<Duration> = std::thread::scope(|scope| {
        let asking: Vec<_> = (0..CONNECTIONS)
            .map(|first| {
                scope.spawn(move || {
                    let mut connection = Connection::open(host, token);
                    let mut times = Vec::new();
                    while started.elapsed() < SPAN {
                        let asked = Instant::now();
                        let (status, body) = connection.get(&path(first + times.len()));
                        assert_eq!(status, 200, "{}", String::from_utf8_lossy(&body));
                        times.push(asked.elapsed());
                    }
                    times
                })
            })
            .collect();
        asking.into_iter().flat_map(|asking| asking.join().expect("its times")).collect()
    });
    let rate = f64::from(u32::try_from(times.len()).unwrap_or(u32::MAX)) / started.elapsed().as_secs_f64();
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].as_secs_f64() * 1000.0;
    line(what, &format!("{rate:.0}/s, {:.1} ms median, {:.1} ms p95", at(50), at(95)));
}

/// A day's credits are fewer than a bench asks for.
fn refill(host: &str) {
    let (status, _) =
        Connection::open(host, "").call("POST", "/_sandbox/credits", r#"{"service":"bigin","used":0}"#);
    assert_eq!(status, 200);
}

/// Every contact once, by token.
fn walk(host: &str, token: &str, list: &str) {
    refill(host);
    let mut connection = Connection::open(host, token);
    let (started, mut pages, mut rows, mut next) = (Instant::now(), 0, 0, String::new());
    loop {
        let (status, body) = connection.get(&format!("{list}{next}"));
        assert_eq!(status, 200, "{}", String::from_utf8_lossy(&body));
        let body: Value = serde_json::from_slice(&body).expect("JSON");
        pages += 1;
        rows += body["data"].as_array().map_or(0, Vec::len);
        match body["info"]["next_page_token"].as_str() {
            Some(token) => next = format!("&page_token={token}"),
            None => break,
        }
    }
    line(
        "all contacts by token",
        &format!("{rows} rows, {pages} pages, {:.1} s", started.elapsed().as_secs_f64()),
    );
}

fn line(what: &str, figure: &str) {
    println!("{what:<42} {figure}");
}

/// What [`sandbox`] asks of the program it stands beside in the other bench.
mod program {
    /// Resident memory of a process.
    pub fn resident_mb(process: u32) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        kilobytes.unwrap_or(0) / 1024
    }
}
