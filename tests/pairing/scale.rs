//! Ten thousand people, over HTTP: the figures of `docs/sync.md`. Long, so it is asked for by name:
//!
//! `cargo nextest run --run-ignored only pairing::scale --no-capture`

#![expect(clippy::print_stderr, reason = "the figures are what it is for")]

use std::collections::BTreeMap;

use balcao::pairing::{
    Way,
    run::{Ran, Report},
};
use balcao::sandbox::options::Options;
use balcao::sync::{
    engine::Limits,
    mapping::file::{DEFAULT, read as read_mapping},
};
use serde_json::json;

use super::{
    checker::{Both, Row, differences, read},
    stand::{Pair, with},
};

/// Keys that several records of a side have from the beginning: these are left to a person.
fn shared(both: &Both) -> Vec<String> {
    let mut found = Vec::new();
    for side in [&both.bigin, &both.desk] {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        let people = side.people.iter().map(|row| row.get("Email").to_owned());
        let names = side.people.iter().filter(|row| row.get("Email").is_empty());
        let names = names.map(|row| format!("{} {}", row.get("First_Name"), row.get("Last_Name")));
        let companies = side.companies.iter().map(|row| row.get("Account_Name").to_owned());
        people.chain(names).chain(companies).for_each(|key| *count.entry(key).or_default() += 1);
        found.extend(count.into_iter().filter(|(_, times)| *times > 1).map(|(key, _)| key));
    }
    found
}

fn agree(both: &Both, shared: &[String]) {
    let shared: Vec<&str> = shared.iter().map(String::as_str).collect();
    let found = differences(both, &shared);
    assert!(found.is_empty(), "{} differences: {:?}", found.len(), &found[..found.len().min(10)]);
}

/// Calls in thousandths of the least.
fn ratio(report: &Report) -> u64 {
    report.cost.all() * 1000 / report.cost.at_least.max(1)
}

fn tell(what: &str, ran: &Ran, began: std::time::Instant) {
    let (cost, counts) = (&ran.report.cost, &ran.report.counts);
    eprintln!(
        "{what}: {} calls / at least {} = {:.3} {:?}; credits {:?}; {} writes; {} linked; {:.1} s",
        cost.all(),
        cost.at_least,
        f64::from(u32::try_from(ratio(&ran.report)).unwrap()) / 1000.0,
        cost.causes,
        cost.credits,
        counts.writes(),
        counts.linked,
        began.elapsed().as_secs_f32()
    );
}

/// Time passes at the services, so that what was just written is no news any more.
async fn later(pair: &Pair) {
    let url = format!("{}/_sandbox/clock", pair.stand.sandbox.base_url);
    let answer = pair.stand.http.post(url).json(&json!({ "advance_seconds": 600 })).send().await.unwrap();
    assert!(answer.status().is_success());
}

async fn ran(pair: &Pair, what: &str) -> Ran {
    let began = std::time::Instant::now();
    let ran = pair.run(Way::Both).await;
    tell(what, &ran, began);
    ran
}

async fn idle(pair: &Pair, rounds: usize) {
    pair.clear_log().await;
    for _ in 0..rounds {
        let idle = ran(pair, "idle").await;
        // A token that is an hour old by the clock that was set is renewed, and its call repeated.
        let calls = idle.report.cost.all() - idle.report.cost.causes["again"];
        assert_eq!((idle.report.counts.writes(), calls), (0, 7), "{:?}", idle.report);
    }
    assert_eq!(pair.writes(), 0, "nothing is echoed");
}

/// People who are on both sides, once.
fn pairs<'a>(both: &'a Both, shared: &[String]) -> Vec<(&'a Row, &'a Row)> {
    let desk: BTreeMap<&str, &Row> = both.desk.people.iter().map(|row| (row.get("Email"), row)).collect();
    let known =
        |row: &&Row| !row.get("Email").is_empty() && !shared.iter().any(|key| key == row.get("Email"));
    both.bigin
        .people
        .iter()
        .filter(known)
        .filter_map(|row| Some((row, *desk.get(row.get("Email"))?)))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "minutes long; the command stands at the head of the file"]
async fn ten_thousand_people() {
    let scale = std::env::var("SCALE").ok().and_then(|scale| scale.parse().ok()).unwrap_or(10_000);
    let mut pair = with(Options { scale: Some(scale), ..Options::default() }).await;
    pair.limits = Limits { settle: 2_000, soon: 2_000, ..Limits::default() };
    let before = read(&pair).await;
    let shared = shared(&before);
    eprintln!(
        "Bigin {} + {}, Desk {} + {}, {} keys several have",
        before.bigin.people.len(),
        before.bigin.companies.len(),
        before.desk.people.len(),
        before.desk.companies.len(),
        shared.len()
    );
    let load = ran(&pair, "initial load").await;
    assert!(ratio(&load.report) <= 1_050, "{:?}", load.report.cost);
    agree(&read(&pair).await, &shared);
    later(&pair).await;
    ran(&pair, "first poll").await;
    later(&pair).await;
    idle(&pair, 5).await;

    let both = read(&pair).await;
    let people = pairs(&both, &shared);
    assert!(people.len() >= 230, "{}", people.len());
    for (at, (here, there)) in people.iter().enumerate().take(200) {
        if at < 100 {
            pair.edit_bigin("Contacts", &here.id, json!({ "Title": format!("Bigin {at}") })).await;
        } else {
            pair.edit_desk("contacts", &there.id, json!({ "title": format!("Desk {at}") })).await;
        }
    }
    let delta = ran(&pair, "100 edits on each side").await;
    assert_eq!(delta.report.counts.writes(), 200, "{:?}", delta.report);
    assert!(ratio(&delta.report) <= 1_100, "{:?}", delta.report.cost);
    let after = read(&pair).await;
    agree(&after, &shared);
    assert_eq!(after.desk.person(people[0].0.get("Email")).get("Title"), "Bigin 0");
    assert_eq!(after.bigin.person(people[100].0.get("Email")).get("Title"), "Desk 100");

    // Whoever is deleted on one side is left alone on the other one.
    let gone: Vec<_> = people[200..210].iter().map(|(_, there)| there.id.as_str()).collect();
    pair.trash_desk("contacts", &gone).await;
    let deleted = ran(&pair, "10 deletions").await;
    assert_eq!((deleted.report.counts.gone, deleted.report.counts.writes()), (10, 0), "{:?}", deleted.report);
    let after = read(&pair).await;
    assert_eq!(after.bigin.people.len(), both.bigin.people.len());
    assert_eq!(after.desk.people.len(), both.desk.people.len() - 10);

    // A line that goes one way only from now on: what Desk says of it is Desk's business.
    let text = DEFAULT.replacen("desk = \"title\"", "desk = \"title\"\nflow = \"to-desk\"", 1);
    pair.pairing().apply(&text, read_mapping(&text).unwrap()).unwrap();
    let changed = ran(&pair, "mapping changed").await;
    assert_eq!(changed.report.counts.writes(), 0, "everybody agrees already: {:?}", changed.report);
    pair.edit_desk("contacts", &people[0].1.id, json!({ "title": "Desk's own" })).await;
    ran(&pair, "one way").await;
    let after = read(&pair).await;
    assert_eq!(after.bigin.person(people[0].0.get("Email")).get("Title"), "Bigin 0");
    pair.pairing().apply(DEFAULT, read_mapping(DEFAULT).unwrap()).unwrap();
    ran(&pair, "mapping of before").await;

    // Deactivated, edited, active again.
    let began = std::time::Instant::now();
    tell("deactivated", &pair.run(Way::None).await, began);
    for (here, there) in &people[210..230] {
        pair.edit_bigin("Contacts", &here.id, json!({ "Title": "while it was off" })).await;
        pair.edit_desk("contacts", &there.id, json!({ "city": "Meanwhile" })).await;
    }
    let again = ran(&pair, "active again").await;
    assert_eq!((again.report.counts.created.desk, again.report.counts.created.bigin), (0, 0));
    let after = read(&pair).await;
    let email = people[210].0.get("Email");
    assert_eq!(after.desk.person(email).get("Title"), "while it was off");
    assert_eq!(after.bigin.person(email).get("Mailing_City"), "Meanwhile");
    let mut left: Vec<String> =
        people[200..210].iter().map(|(here, _)| here.get("Email").to_owned()).collect();
    left.extend(shared.clone());
    agree(&after, &left);
    later(&pair).await;
    ran(&pair, "poll").await;
    later(&pair).await;
    idle(&pair, 1).await;
}
