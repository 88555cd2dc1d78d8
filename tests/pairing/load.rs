//! The first run, in all modes.

use balcao::pairing::{
    Way,
    run::{End, Only},
};

use super::{
    checker::{differences, read},
    stand::open,
};

/// Somebody of the story whose address two contacts of Desk have.
pub const TWINS: &[&str] = &["fernanda.oliveira@nortelog.example"];

#[tokio::test(flavor = "multi_thread")]
async fn two_ways_everybody_is_on_both_sides_once_and_alike() {
    let pair = open().await;
    let before = read(&pair).await;
    let ran = pair.run(Way::Both).await;
    let after = read(&pair).await;
    assert_eq!(differences(&after, TWINS), Vec::<String>::new());
    let counts = ran.report.counts;
    let made = |after: usize, before: usize| (after - before) as u64;
    assert_eq!(
        counts.created.desk,
        made(
            after.desk.people.len() + after.desk.companies.len(),
            before.desk.people.len() + before.desk.companies.len()
        )
    );
    assert_eq!(
        counts.created.bigin,
        made(
            after.bigin.people.len() + after.bigin.companies.len(),
            before.bigin.people.len() + before.bigin.companies.len()
        )
    );
    assert!(counts.linked > 100 && counts.created.bigin > 0 && counts.created.desk > 0, "{counts:?}");
    pair.clear_log().await;
    for _ in 0..5 {
        let idle = pair.run(Way::Both).await;
        assert_eq!((idle.report.counts.writes(), idle.report.cycles), (0, 1), "{:?}", idle.report);
        assert_eq!(idle.report.cost.all(), 7, "{:?}", idle.report.cost);
    }
    assert_eq!(pair.writes(), 0, "a quiet pairing writes nothing");
    assert_eq!(read(&pair).await, after);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_way_desk_comes_to_say_what_bigin_says_and_bigin_is_never_written() {
    let pair = open().await;
    let before = read(&pair).await;
    pair.clear_log().await;
    pair.run(Way::One).await;
    let after = read(&pair).await;
    assert_eq!(after.bigin, before.bigin, "Bigin is as it was");
    let written = {
        let log = pair.stand.sandbox.shared.log();
        log.calls().filter(|call| call.path.starts_with("/bigin") && call.method != "GET").count()
    };
    assert_eq!(written, 0);
    for row in after.bigin.people.iter().filter(|row| !TWINS.contains(&row.get("Email"))) {
        let there = after.desk.person(row.get("Email"));
        for (field, value) in row.fields.iter().filter(|(_, value)| !value.is_empty()) {
            assert_eq!(there.get(field), value, "{field} of {}", row.get("Email"));
        }
    }
    // Whoever is in Desk alone stays there alone.
    assert!(after.desk.people.len() > after.bigin.people.len());
    pair.clear_log().await;
    pair.run(Way::One).await;
    assert_eq!(pair.writes(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_mode_that_writes_nothing_is_written_and_partners_are_known_all_the_same() {
    let pair = open().await;
    let before = read(&pair).await;
    pair.clear_log().await;
    let ran = pair.run(Way::None).await;
    assert_eq!(pair.writes(), 0);
    assert_eq!(read(&pair).await, before);
    assert!(ran.report.counts.linked > 100, "{:?}", ran.report.counts);
    // From here on with a mode that writes: nobody is doubled.
    pair.run(Way::Both).await;
    assert_eq!(differences(&read(&pair).await, TWINS), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rehearsal_writes_nothing_and_says_what_the_run_then_does() {
    let pair = open().await;
    let before = read(&pair).await;
    pair.clear_log().await;
    let rehearsed = pair.try_run(Way::Both, Only::nothing()).await;
    assert_eq!((rehearsed.report.end, pair.writes()), (End::Quiet, 0));
    assert_eq!(read(&pair).await, before);
    let ran = pair.try_run(Way::Both, Only::these(rehearsed.acts.clone())).await;
    assert_eq!(ran.acts, [], "nothing was left out");
    assert_eq!(ran.report.counts.writes(), rehearsed.acts.len() as u64);
    assert_eq!(ran.report.counts, rehearsed.report.counts);
    assert_eq!(differences(&read(&pair).await, TWINS), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_leaves_out_what_moved_since_it_was_made() {
    let pair = open().await;
    let rehearsed = pair.try_run(Way::Both, Only::nothing()).await;
    let (act, name) = rehearsed
        .acts
        .iter()
        .find_map(|act| {
            let new = act.target.is_none() && act.side == "desk" && act.kind == "contact";
            new.then(|| (act, act.fields["email"].as_str().unwrap().to_owned()))
        })
        .expect("somebody is to be created in Desk");
    pair.edit_bigin("Contacts", &act.source, serde_json::json!({ "Title": "Moved since" })).await;
    let ran = pair.try_run(Way::Both, Only::these(rehearsed.acts.clone())).await;
    assert_eq!(ran.acts.len(), 1, "{:?}", ran.acts);
    assert_eq!((&ran.acts[0].source, ran.report.counts.refused), (&act.source, 1));
    assert!(!read(&pair).await.desk.people.iter().any(|row| row.get("Email") == name));
    balcao::pairing::plan::let_go(&ran.ledger).unwrap();
    drop(ran);
    pair.run(Way::Both).await;
    let after = read(&pair).await;
    assert_eq!(after.desk.person(&name).get("Title"), "Moved since");
    assert_eq!(differences(&after, TWINS), Vec::<String>::new());
}
