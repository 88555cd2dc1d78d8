//! Relative and exact times in both languages.

use jiff::tz::TimeZone;

use super::*;
use crate::model::StatusKind;
use crate::text::{Lang, Words};

fn at(text: &str) -> Timestamp {
    text.parse().expect("a timestamp")
}

/// Wednesday 16 October 2024, 15:00 in São Paulo (UTC-3).
fn clock() -> Clock {
    Clock::new(at("2024-10-16T18:00:00Z"), TimeZone::get("America/Sao_Paulo").expect("bundled zone"))
}

#[test]
fn the_past_is_short() {
    let (en, pt) = (Words::new(Lang::En), Words::new(Lang::PtBr));
    for (time, english, portuguese) in [
        ("2024-10-16T17:59:30Z", "now", "agora"),
        ("2024-10-16T18:00:20Z", "now", "agora"),
        ("2024-10-16T17:48:00Z", "12 min", "12 min"),
        ("2024-10-16T12:00:00Z", "6 h", "6 h"),
        ("2024-10-16T02:59:00Z", "yesterday", "ontem"), // 23:59 the day before in São Paulo
        ("2024-10-14T17:00:00Z", "14 Oct", "14 out"),
        ("2023-02-01T17:00:00Z", "1 Feb 2023", "1 fev 2023"),
        ("2024-10-16T21:30:00Z", "in 3h", "em 3h"),
    ] {
        assert_eq!(clock().ago(&en, at(time)), english, "{time}");
        assert_eq!(clock().ago(&pt, at(time)), portuguese, "{time}");
    }
}

#[test]
fn messages_carry_day_and_time() {
    let en = Words::new(Lang::En);
    assert_eq!(clock().stamp(&en, at("2024-10-16T12:05:00Z")), "09:05");
    assert_eq!(clock().stamp(&en, at("2024-10-14T17:02:00Z")), "Mon 14:02");
    assert_eq!(clock().stamp(&en, at("2024-10-01T17:02:00Z")), "1 Oct 14:02");
    assert_eq!(clock().stamp(&en, at("2022-10-01T17:02:00Z")), "1 Oct 2022 14:02");
    assert_eq!(clock().exact(&en, at("2024-10-14T17:02:00Z")), "Mon 14 Oct 2024 14:02 -03");
    assert_eq!(clock().age(&en, at("2024-10-16T17:59:52Z")), "8s ago");
    assert_eq!(clock().age(&Words::new(Lang::PtBr), at("2024-10-16T16:00:00Z")), "há 2 h");
}

#[test]
fn due_times_say_overdue_in_words() {
    let (en, pt) = (Words::new(Lang::En), Words::new(Lang::PtBr));
    let due = |time: &str| Some(at(time));
    assert_eq!(clock().due(&en, due("2024-10-16T15:30:00Z"), StatusKind::Open), "overdue 2h");
    assert_eq!(clock().due(&pt, due("2024-10-16T15:30:00Z"), StatusKind::Open), "atraso 2h");
    assert_eq!(clock().due(&en, due("2024-10-16T21:10:00Z"), StatusKind::Open), "in 3h");
    assert_eq!(clock().due(&en, due("2024-10-20T21:10:00Z"), StatusKind::Open), "in 4d");
    assert_eq!(clock().due(&en, due("2024-10-16T15:30:00Z"), StatusKind::OnHold), "–");
    assert_eq!(clock().due(&en, None, StatusKind::Open), "–");
}

#[test]
fn a_hold_counts_down_and_stops_at_nothing() {
    let en = Words::new(Lang::En);
    assert_eq!(clock().countdown(&en, at("2024-10-16T18:00:10Z")), "10 s");
    assert_eq!(clock().countdown(&en, at("2024-10-16T18:00:09.001Z")), "10 s");
    assert_eq!(clock().countdown(&en, at("2024-10-16T18:01:05Z")), "1:05");
    assert_eq!(clock().countdown(&en, at("2024-10-16T17:00:00Z")), "0 s");
}

#[test]
fn the_ends_of_time_do_not_panic() {
    let en = Words::new(Lang::En);
    for edge in [Timestamp::MIN, Timestamp::MAX] {
        let clock = Clock::new(edge, TimeZone::UTC);
        for at in [Timestamp::MIN, Timestamp::MAX, Timestamp::UNIX_EPOCH] {
            let all = [
                clock.ago(&en, at),
                clock.stamp(&en, at),
                clock.exact(&en, at),
                clock.countdown(&en, at),
                clock.due(&en, Some(at), StatusKind::Open),
            ];
            assert!(all.iter().all(|text| !text.is_empty()));
        }
    }
}
