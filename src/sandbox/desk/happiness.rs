//! Customer happiness: the list of ratings (sheet §16) and the shares that contacts and accounts carry.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::answer::{Refusal, Served, list};
use super::call::Call;
use super::query::Query;
use super::route::Route;
use super::{days, paging, permission, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Rating;
use crate::sandbox::world::desk::rating::Mood;
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] = &[Route::get(
    "/customerHappiness",
    &["Desk.tickets.READ", "Desk.search.READ"],
    &[
        "department",
        "agentId",
        "contactId",
        "accountId",
        "ticketId",
        "rating",
        "duration",
        "startTime",
        "endTime",
        "startDate",
        "endDate",
        "from",
        "limit",
        "sortBy",
        "include",
    ],
    ratings,
)];

/// The ratings under a key that are the caller's to see, oldest first.
fn seen<'w>(world: &'w World, call: &Call, key: &Key) -> impl Iterator<Item = &'w Rating> {
    let ratings = world.desk.ratings.under(key).ids().filter_map(|id| world.desk.ratings.get(id));
    ratings.filter(|rating| permission::sees_rating(world, call, rating))
}

/// How many of the ratings under a key that the caller sees are good, ok and bad.
pub fn counts(world: &World, call: &Call, key: &Key) -> [usize; 3] {
    let mut counts = [0; 3];
    for rating in seen(world, call, key) {
        match rating.mood {
            Mood::Good => counts[0] += 1,
            Mood::Ok => counts[1] += 1,
            Mood::Bad => counts[2] += 1,
        }
    }
    counts
}

/// The shares under a key as percentages, strings; all zero without ratings.
fn shares(world: &World, call: &Call, key: &Key) -> Value {
    let [good, ok, bad] = counts(world, call, key);
    let all = (good + ok + bad).max(1);
    let share = |n: usize| (n * 100 / all).to_string();
    json!({"goodPercentage": share(good), "okPercentage": share(ok), "badPercentage": share(bad)})
}

/// A contact's `customerHappiness`.
pub fn of_contact(world: &World, call: &Call, id: Id) -> Value {
    shares(world, call, &Key::Contact(id))
}

/// An account's `customerHappiness`.
pub fn of_account(world: &World, call: &Call, id: Id) -> Value {
    shares(world, call, &Key::Account(id))
}

fn millis(query: &Query, name: &str) -> Result<Option<Timestamp>, Refusal> {
    let bad = || Refusal::bad_parameter(name);
    query.number(name)?.map(|ms| Timestamp::from_millisecond(ms).map_err(|_| bad())).transpose()
}

/// The stretch that `duration` or `startTime` and `endTime` name.
fn stretch(world: &World, call: &Call) -> Result<(Option<Timestamp>, Option<Timestamp>), Refusal> {
    let query = &call.query;
    let begin = millis(query, "startTime")?.or(millis(query, "startDate")?);
    let end = millis(query, "endTime")?.or(millis(query, "endDate")?);
    let named = |word| days::named(world, call.now, word).map(|(from, to)| (Some(from), Some(to)));
    let hours = |n| Some((Some(call.now - SignedDuration::from_hours(n)), None));
    let found = match query.text("duration") {
        None | Some("CUSTOM_IN_DATE" | "LAST_100_RATINGS") => Some((begin, end)),
        Some("TODAY") => named("today"),
        Some("YESTERDAY") => named("yesterday"),
        Some("THIS_WEEK") => named("currentWeek"),
        Some("THIS_MONTH") => named("currentMonth"),
        Some("LAST_7_DAYS") => named("last7days"),
        Some("LAST_30_DAYS") => named("last30days"),
        Some("LAST_WEEK") => hours(14 * 24),
        Some("LAST_MONTH") => hours(60 * 24),
        Some("LAST_1_HOUR") => hours(1),
        Some("LAST24HOURS") => hours(24),
        Some(_) => None,
    };
    found.ok_or_else(|| Refusal::bad_parameter("duration"))
}

fn ratings(world: &mut World, call: &Call) -> Served {
    permission::may(world, call, "tickets", "view")?;
    let query = &call.query;
    let department = match query.required("department")? {
        "allDepartment" => None,
        id => Some(id.parse().map_err(|_| Refusal::bad_parameter("department"))?),
    };
    let named = ["agentId", "contactId", "accountId", "ticketId"];
    if named.iter().filter(|name| query.text(name).is_some()).count() > 1 {
        return Err(Refusal::unprocessable(
            "Only one of agentId, contactId, accountId and ticketId can be given.",
        ));
    }
    let mood = query.word("rating", &["good", "ok", "bad", "GOOD", "OK", "BAD"])?.map(str::to_uppercase);
    let (begin, end) = stretch(world, call)?;
    let descending = query.sort(&["ratedTime"])?.is_some_and(|(_, descending)| descending);
    let page = paging::of_search(query)?;
    let key = match (call.query_id("agentId")?, call.query_id("contactId")?) {
        (Some(agent), _) => Key::Assignee(Some(agent)),
        (None, Some(contact)) => Key::Contact(contact),
        (None, None) => match (call.query_id("accountId")?, call.query_id("ticketId")?) {
            (Some(account), _) => Key::Account(account),
            (None, Some(ticket)) => Key::Parent(ticket),
            (None, None) => department.map_or(Key::All, Key::Department),
        },
    };
    let mut rows: Vec<&Rating> = seen(world, call, &key)
        .filter(|rating| department.is_none_or(|id| id == rating.department))
        .filter(|rating| mood.as_deref().is_none_or(|mood| mood == rating.mood.text()))
        .filter(|rating| begin.is_none_or(|from| from <= rating.at) && end.is_none_or(|to| rating.at <= to))
        .collect();
    if descending {
        rows.reverse();
    }
    list(page.cut(rows.into_iter().map(|rating| row(rating, call))))
}

fn row(rating: &Rating, _: &Call) -> Value {
    json!({
        "id": rating.id,
        "rating": rating.mood.text(),
        "ratedTime": wire::time(rating.at),
        "feedback": rating.feedback,
        "ticketId": rating.ticket,
        "threadId": rating.thread,
        "agentId": rating.agent,
        "contactId": rating.contact,
        "accountId": rating.account,
        "departmentId": rating.department,
    })
}
