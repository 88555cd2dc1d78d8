//! Seeds of trouble and people by chance: everything at once, then calm, then the checker.

use balcao::pairing::Way;
use serde_json::json;

use super::{
    checker::{differences, read},
    load::TWINS,
    stand::open,
};

/// A small source of chance; the same seed tells the same story.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

async fn storm(seed: u64) {
    let mut pair = open().await;
    pair.settings.total = std::time::Duration::from_millis(1_500);
    pair.limits.rest = 2_000;
    let mut dice = Dice(seed);
    pair.insist(Way::Both).await;
    for round in 0..3 {
        let both = read(&pair).await;
        pair.stand
            .faults(json!([
                { "kind": "reset_after_commit", "probability": 0.06 },
                { "kind": "error_before_commit", "probability": 0.06 },
                { "kind": "late_commit", "probability": 0.04, "method": "PATCH", "ms": 700 },
                { "kind": "rate_limit_concurrent", "probability": 0.05 },
            ]))
            .await;
        let people: Vec<_> = both
            .bigin
            .people
            .iter()
            .filter(|row| !row.get("Email").is_empty() && !TWINS.contains(&row.get("Email")))
            .map(|row| (row.id.clone(), both.desk.person(row.get("Email")).id.clone()))
            .collect();
        // People type through the trouble: their screens try again until it is taken.
        for n in 0..25 {
            let (here, there) = &people[dice.below(people.len())];
            let value = format!("{seed}-{round}-{n}");
            let (method, path, body) = match dice.below(4) {
                0 => (
                    "PUT",
                    "/bigin/v2/Contacts".to_owned(),
                    json!({ "data": [{ "id": here, "Title": value }] }),
                ),
                1 => ("PATCH", format!("/api/v1/contacts/{there}"), json!({ "title": value })),
                2 => ("PATCH", format!("/api/v1/contacts/{there}"), json!({ "city": value, "mobile": "" })),
                _ => (
                    "PUT",
                    "/bigin/v2/Contacts".to_owned(),
                    json!({ "data": [{ "id": here, "Phone": value }] }),
                ),
            };
            for _ in 0..20 {
                let request = pair.stand.request(method.parse().unwrap(), &path).json(&body);
                if request.send().await.is_ok_and(|answer| answer.status().is_success()) {
                    break;
                }
            }
        }
        let _ = pair.try_run(Way::Both).await;
        tokio::time::sleep(std::time::Duration::from_millis(800)).await;
        pair.heal().await;
        pair.insist(Way::Both).await;
        let found = differences(&read(&pair).await, TWINS);
        assert_eq!(found, Vec::<String>::new(), "seed {seed}, round {round}");
    }
    pair.clear_log().await;
    pair.run(Way::Both).await;
    assert_eq!(pair.writes(), 0, "seed {seed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn seed_1() {
    storm(1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn seed_2() {
    storm(2).await;
}
