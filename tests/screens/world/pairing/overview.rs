//! How it stands, and the last runs.

use balcao::model::pairing::{List, Meter, Overview, Per, Row, RunEnd, RunLine, Side};
use jiff::{SignedDuration, Timestamp};

use crate::screens::stage::now;

pub(super) fn ago(minutes: i64) -> Timestamp {
    now() - SignedDuration::from_mins(minutes)
}

pub(super) fn overview(rows: &[(List, Row)]) -> Overview {
    let mut overview = Overview { revision: 3, way: Some("two-way".to_owned()), ..Overview::default() };
    for list in List::ALL {
        overview.tallies.set(list, rows.iter().filter(|(of, _)| *of == list).count() as u64);
    }
    let run = |id, minutes: i64, seconds: i64, written: (u64, u64), calls: (u64, u64), end| RunLine {
        id,
        began: ago(minutes) - SignedDuration::from_secs(seconds),
        ended: ago(minutes),
        written: Per { bigin: written.0, desk: written.1 },
        calls: calls.0,
        least: calls.1,
        end,
    };
    let until = now() + SignedDuration::from_hours(3);
    overview.runs = vec![
        run(14, 3, 12, (3, 2), (23, 20), RunEnd::Waits),
        run(13, 18, 1, (0, 0), (7, 7), RunEnd::Quiet),
        run(12, 60, 340, (812, 1180), (1640, 1590), RunEnd::Paused(Side::Desk, until)),
        run(
            11,
            75,
            4,
            (0, 0),
            (3, 3),
            RunEnd::Trouble("Zoho Desk does not answer. Check the network.".into()),
        ),
        run(10, 1500, 40, (12, 0), (40, 31), RunEnd::Stopped),
    ];
    overview.meters.bigin = Meter { used: 1204, limit: None, until: None };
    overview.meters.desk = Meter { used: 4812, limit: Some(5000), until: None };
    overview
}
