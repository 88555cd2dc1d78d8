//! Notes, tasks, calls and meetings around a record, newest first.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{Bigin, record::Raw, related::unknown_list};
use crate::{
    model::{Activity, ActivityKind, RecordId},
    zoho::Error,
};

/// What each kind is called as a related list, and what is asked of it.
const NOTES: (&[&str], &str) = (&["Notes"], "Note_Title,Note_Content,Owner,Created_Time,Modified_Time");
const TASKS: (&[&str], &str) =
    (&["Tasks"], "Subject,Description,Due_Date,Status,Priority,Owner,Created_Time,Modified_Time");
const EVENTS: (&[&str], &str) =
    (&["Events"], "Event_Title,Description,Venue,Start_DateTime,End_DateTime,Owner,Created_Time");
const CALLS: (&[&str], &str) = (
    &["Calls", "All_Calls"],
    "Subject,Description,Call_Agenda,Call_Type,Call_Start_Time,Call_Duration,Owner,Created_Time",
);

impl Bigin {
    /// What happened around a record besides tickets, newest first. A kind that the portal does not have, or that this
    /// user may not see, is left out as long as another one answers.
    pub async fn activity_of(&self, record: &RecordId) -> Result<Vec<Activity>, Error> {
        let now = Timestamp::now();
        let list = |(names, fields): (&'static [&'static str], &'static str),
                    make: fn(&Raw, Timestamp) -> Option<Activity>| {
            self.related(record.module(), record.as_str(), names, fields, move |raw| make(raw, now))
        };
        let (notes, tasks, events, calls) =
            tokio::join!(list(NOTES, note), list(TASKS, task), list(EVENTS, meeting), list(CALLS, call),);
        let (mut found, mut refused, mut answered) = (Vec::new(), None, false);
        for part in [notes, tasks, events, calls] {
            match part {
                Ok(rows) => {
                    answered = true;
                    found.extend(rows);
                }
                Err(error) if error.is_forbidden() || unknown_list(&error) => refused = Some(error),
                Err(error) => return Err(error),
            }
        }
        if let (false, Some(error)) = (answered, refused) {
            return Err(error);
        }
        found.sort_by(|a: &Activity, b| b.at.cmp(&a.at).then_with(|| a.id.cmp(&b.id)));
        Ok(found)
    }
}

fn activity(raw: &Raw, kind: ActivityKind, title: &str, text: &[&str]) -> Option<Activity> {
    Some(Activity {
        id: raw.text("id")?,
        kind,
        title: raw.text(title).unwrap_or_default(),
        text: text.iter().filter_map(|name| raw.text(name)).collect::<Vec<_>>().join("\n"),
        at: raw.created(),
        done: false,
        owner: raw.owner().map(|owner| owner.name).unwrap_or_default(),
    })
}

fn note(raw: &Raw, _: Timestamp) -> Option<Activity> {
    let note = activity(raw, ActivityKind::Note, "Note_Title", &["Note_Content"])?;
    Some(Activity { done: true, ..note })
}

fn task(raw: &Raw, _: Timestamp) -> Option<Activity> {
    let task = activity(raw, ActivityKind::Task, "Subject", &["Description"])?;
    let due = raw.text("Due_Date").and_then(|date| date.parse::<Date>().ok());
    let due = due.and_then(|date| date.to_zoned(TimeZone::UTC).ok()).map(|zoned| zoned.timestamp());
    let done = raw.named("Status").is_some_and(|status| {
        ["completed", "closed", "done"].iter().any(|word| status.eq_ignore_ascii_case(word))
    });
    Some(Activity { at: due.unwrap_or(task.at), done, ..task })
}

fn meeting(raw: &Raw, now: Timestamp) -> Option<Activity> {
    let meeting = activity(raw, ActivityKind::Meeting, "Event_Title", &["Venue", "Description"])?;
    let at = raw.time("Start_DateTime").unwrap_or(meeting.at);
    Some(Activity { at, done: raw.time("End_DateTime").unwrap_or(at) < now, ..meeting })
}

fn call(raw: &Raw, now: Timestamp) -> Option<Activity> {
    let call = activity(raw, ActivityKind::Call, "Subject", &["Call_Agenda", "Description"])?;
    let at = raw.time("Call_Start_Time").unwrap_or(call.at);
    Some(Activity { at, done: at < now, ..call })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn raw(value: serde_json::Value) -> Raw {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn a_task_stands_on_its_due_day_and_is_done_when_completed() {
        let open = task(
            &raw(json!({"id":"1","Subject":"Ligar","Due_Date":"2026-12-01","Status":"In Progress"})),
            Timestamp::UNIX_EPOCH,
        )
        .unwrap();
        assert_eq!((open.at, open.done), ("2026-12-01T00:00:00Z".parse().unwrap(), false));
        let done = task(
            &raw(json!({"id":"1","Created_Time":"2026-01-01T00:00:00Z","Status":"Completed"})),
            Timestamp::UNIX_EPOCH,
        )
        .unwrap();
        assert_eq!((done.at, done.done), ("2026-01-01T00:00:00Z".parse().unwrap(), true));
    }

    #[test]
    fn a_meeting_is_over_when_it_ended() {
        let now: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
        let event = json!({"id":2,"Event_Title":"Visita","Venue":"Olinda","Start_DateTime":"2026-11-22T11:00:00Z","End_DateTime":"2026-11-22T13:00:00Z"});
        let running = meeting(&raw(event), now).unwrap();
        assert_eq!((running.done, running.text.as_str()), (false, "Olinda"));
    }
}
