//! Another process may change the cache: a script closes a ticket, and an open screen shows it.

use std::time::Duration;

use tokio::sync::mpsc;

use crate::app::Message;
use crate::counter::Services;
use crate::jobs::Report;

/// How often the cache is asked: microseconds each time, and fewer wakes than one a second.
const EVERY: Duration = Duration::from_secs(2);

/// Starts to watch; ends with the loop.
pub fn start(services: &Services, reports: mpsc::UnboundedSender<Report>) {
    let keeper = services.keeper.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(EVERY).await;
            // A store in trouble says so where it is used.
            let changed = keeper.ask(|cache| cache.changed().unwrap_or(false)).await;
            if changed && reports.send(Report::Message(Message::CacheChanged)).is_err() {
                break;
            }
            if reports.is_closed() {
                break;
            }
        }
    });
}
