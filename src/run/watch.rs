//! Another process may change the cache: a script closes a ticket, and an open screen shows it. It may also end and leave
//! messages behind, which somebody must then ask about.

use std::thread;
use std::time::Duration;

use tokio::sync::mpsc;

use crate::app::Message;
use crate::counter::Services;
use crate::jobs::Report;

/// How often the cache is asked: microseconds each time, on a thread of its own, so that an idle minute stays quiet.
const EVERY: Duration = Duration::from_secs(2);

/// Starts to watch; ends with the loop. A cache that cannot be watched is only slower to show what others did.
pub async fn start(services: &Services, reports: mpsc::UnboundedSender<Report>) {
    let Ok(mut watch) = services.keeper.ask(|cache| cache.watch()).await else { return };
    let look = move || {
        while !reports.is_closed() {
            thread::sleep(EVERY);
            // A store in trouble says so where it is used. (Both are asked: each remembers what it saw.)
            let changed = watch.changed().unwrap_or(false);
            let orphans = watch.has_orphans().unwrap_or(false);
            if (changed || orphans) && reports.send(Report::Message(Message::CacheChanged)).is_err() {
                break;
            }
        }
    };
    // Without the thread, the screen shows what others did at its next look.
    let _ = thread::Builder::new().name("watch".into()).spawn(look);
}
