//! Credits and simultaneous calls (Desk sheet §5, Bigin sheet §7).

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::{HeaderMap, HeaderValue};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::super::server::Shared;
use super::Service;

/// What a call costs, in credits; an answer's extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight(pub u64);

impl Weight {
    /// A Desk list or search, by the deepest row it reaches.
    pub fn of_depth(deepest: u64) -> Self {
        Self(match deepest {
            0..=2_000 => 3,
            2_001..=10_000 => 10,
            10_001..=100_000 => 50,
            _ => 100,
        })
    }
}

/// Simultaneous calls that Bigin takes (no number is published; CRM's larger plans have 20 and more).
const BIGIN_PLACES: usize = 20;
/// Credits that each user adds to the organization's day in Bigin …
const BIGIN_CREDITS_OF_A_USER: u64 = 250;
/// … which has at most so many (Bigin sheet §7).
const BIGIN_MOST_CREDITS: u64 = 100_000;
/// Seconds of Bigin's rolling day.
const DAY: i64 = 24 * 3600;

/// Which limit was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// The day's credits are used up; seconds until there are new ones.
    Daily(i64),
    /// Too many calls at once.
    Concurrent,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Account {
    used: u64,
    total: u64,
    /// Begin of the day, seconds.
    since: i64,
    /// When the day ends, seconds.
    until: i64,
}

/// The credits of both services, for the disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    bigin: Account,
    desk: Account,
}

/// The credits and places of both services.
#[derive(Debug, Default)]
pub struct Credits {
    bigin: Mutex<Account>,
    desk: Mutex<Account>,
    /// How they were when they were kept last.
    kept: Mutex<Kept>,
    bigin_places: Arc<AtomicUsize>,
    desk_places: Arc<AtomicUsize>,
}

/// A place among the simultaneous calls; given back when dropped.
#[derive(Debug)]
pub struct Place(Arc<AtomicUsize>);

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Credits {
    /// Takes a place, when there is one and the day's credits are not used up.
    pub fn enter(&self, shared: &Shared, service: Service) -> Result<Place, Limit> {
        let places = self.today(shared, service);
        {
            let account = self.account(service);
            if account.used >= account.total {
                let left = account.until - shared.clock.now().as_second();
                return Err(Limit::Daily(left.max(1)));
            }
        }
        let taken = if service == Service::Desk { &self.desk_places } else { &self.bigin_places };
        if taken.fetch_add(1, Ordering::Relaxed) >= places {
            taken.fetch_sub(1, Ordering::Relaxed);
            return Err(Limit::Concurrent);
        }
        Ok(Place(Arc::clone(taken)))
    }

    /// Pays for a call and says in its headers what is left, the way each service does.
    pub fn pay(&self, service: Service, weight: Weight, headers: &mut HeaderMap) {
        let (used, total) = {
            let mut account = self.account(service);
            account.used += weight.0;
            (account.used, account.total)
        };
        if service == Service::Desk {
            self.tell(weight, headers);
        } else if used * 2 >= total {
            headers.insert("x-api-credits-remaining", HeaderValue::from(total.saturating_sub(used)));
        }
    }

    /// Says what a Desk call cost and what is left, as every answer of Desk does, refusals included (Desk sheet §5).
    pub fn tell(&self, weight: Weight, headers: &mut HeaderMap) {
        let account = self.account(Service::Desk);
        let left = account.total.saturating_sub(account.used);
        headers.insert("x-rate-limit-request-weight-v3", HeaderValue::from(weight.0));
        headers.entry("x-rate-limit-remaining-v3").or_insert(HeaderValue::from(left));
    }

    /// Opens a new day when the old one is over; gives the number of simultaneous calls.
    fn today(&self, shared: &Shared, service: Service) -> usize {
        let now = shared.clock.now();
        let (total, places, zone) = terms(shared, service);
        let mut account = self.account(service);
        account.total = total;
        if now.as_second() >= account.until || now.as_second() < account.since {
            account.used = 0;
            account.since = now.as_second();
            account.until = zone.map_or(now.as_second() + DAY, |zone| midnight(now, &zone));
        }
        places
    }

    /// Credits used today and credits a day.
    pub fn used(&self, shared: &Shared, service: Service) -> (u64, u64) {
        self.today(shared, service);
        let account = self.account(service);
        (account.used, account.total)
    }

    /// Sets what is used of the day; the control plane tries limits with it.
    pub fn set_used(&self, shared: &Shared, service: Service, used: u64) {
        self.today(shared, service);
        self.account(service).used = used;
    }

    /// The credits, when they are not on disk as they are.
    pub fn changed(&self) -> Option<Kept> {
        let now = Kept { bigin: *self.account(Service::Bigin), desk: *self.account(Service::Desk) };
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        (*kept != now).then(|| {
            *kept = now;
            now
        })
    }

    /// Takes up the credits of the last time.
    pub fn take_up(&self, kept: &Kept) {
        *self.account(Service::Bigin) = kept.bigin;
        *self.account(Service::Desk) = kept.desk;
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = *kept;
    }

    fn account(&self, service: Service) -> std::sync::MutexGuard<'_, Account> {
        let account = if service == Service::Desk { &self.desk } else { &self.bigin };
        account.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Credits a day, simultaneous calls, and the zone of the day when it ends at midnight.
fn terms(shared: &Shared, service: Service) -> (u64, usize, Option<TimeZone>) {
    let world = shared.world();
    if service == Service::Desk {
        let Some(org) = world.desk.settings.organizations.first() else {
            return (5_000, 5, Some(TimeZone::UTC));
        };
        let zone = TimeZone::get(&org.time_zone).unwrap_or(TimeZone::UTC);
        (org.credits, org.concurrency, Some(zone))
    } else {
        let users = world.bigin.settings.users.iter().filter(|user| user.active).count() as u64;
        let total =
            (world.bigin.settings.org.credits + users * BIGIN_CREDITS_OF_A_USER).min(BIGIN_MOST_CREDITS);
        (total, BIGIN_PLACES, None)
    }
}

/// The next midnight, in seconds.
fn midnight(now: Timestamp, zone: &TimeZone) -> i64 {
    let next = now.to_zoned(zone.clone()).tomorrow().and_then(|day| day.start_of_day());
    next.map_or(now.as_second() + DAY, |day| day.timestamp().as_second())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_list_costs_by_the_depth_it_reaches() {
        let at = |deepest| Weight::of_depth(deepest).0;
        assert_eq!([at(50), at(2_000), at(2_001), at(10_001), at(100_001)], [3, 3, 10, 50, 100]);
    }

    #[test]
    fn bigin_tells_what_is_left_only_from_half_on() {
        let credits = Credits::default();
        credits.account(Service::Bigin).total = 10;
        let mut headers = HeaderMap::new();
        credits.pay(Service::Bigin, Weight(4), &mut headers);
        assert!(headers.is_empty());
        credits.pay(Service::Bigin, Weight(1), &mut headers);
        assert_eq!(headers["x-api-credits-remaining"], "5");
    }
}
