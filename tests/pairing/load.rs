//! The first run, in all modes.

use balcao::pairing::{Way, run::End};
use balcao::sync::{Kind, Per, Side, engine::Limits, preview::Planned};

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
    let rehearsed = pair.rehearse(Way::Both).await;
    assert_eq!((rehearsed.report.end, pair.writes()), (End::Quiet, 0));
    assert_eq!(read(&pair).await, before);
    assert_eq!(rehearsed.report.cost.causes["write"], 0, "{:?}", rehearsed.report.cost);
    let writes = rehearsed.plan.writes.len();
    let ran = pair.carry_out(Way::Both, Some(rehearsed.plan)).await;
    assert_eq!(ran.refused, [], "nothing was left out");
    assert_eq!(ran.report.counts.writes(), writes as u64);
    assert_eq!(ran.report.counts, rehearsed.report.counts);
    assert_eq!(differences(&read(&pair).await, TWINS), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_leaves_out_what_moved_since_it_was_made() {
    let pair = open().await;
    let plan = pair.rehearse(Way::Both).await.plan;
    let new = |write: &&Planned| (write.side, write.kind, write.target) == (Side::Desk, Kind::Contact, None);
    let write = plan.writes.iter().find(new).expect("somebody is to be created in Desk").clone();
    let email = write.fields.iter().find_map(|moved| moved.to.as_text().filter(|text| text.contains('@')));
    let (source, name) = (write.source, email.expect("an address").to_owned());
    pair.edit_bigin("Contacts", &source.to_string(), serde_json::json!({ "Title": "Moved since" })).await;
    let ran = pair.carry_out(Way::Both, Some(plan)).await;
    let refused: Vec<_> = ran.refused.iter().map(|moved| (moved.source, moved.planned)).collect();
    assert_eq!(refused, [(source, true)]);
    assert!(!read(&pair).await.desk.people.iter().any(|row| row.get("Email") == name));
    drop(ran);
    pair.run(Way::Both).await;
    let after = read(&pair).await;
    assert_eq!(after.desk.person(&name).get("Title"), "Moved since");
    assert_eq!(differences(&after, TWINS), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_budget_that_is_used_up_ends_the_run_and_the_next_ones_go_on() {
    let mut pair = open().await;
    let full = pair.limits;
    pair.limits = Limits { budget: Per { bigin: u32::MAX, desk: 20 }, budget_window: 4_000, ..full };
    let ran = pair.try_run(Way::Both).await;
    let End::Paused { side, until } = ran.report.end else { panic!("{:?}", ran.report) };
    assert!(side == Side::Desk && until > ran.report.ended, "{:?}", ran.report);
    assert!(ran.report.cost.credits.desk <= 20, "{:?}", ran.report.cost);
    drop(ran);
    let again = pair.try_run(Way::Both).await;
    assert!(
        matches!(again.report.end, End::Paused { .. }),
        "what was spent is remembered: {:?}",
        again.report
    );
    drop(again);
    pair.limits = full;
    pair.run(Way::Both).await;
    assert_eq!(differences(&read(&pair).await, TWINS), Vec::<String>::new());
}
