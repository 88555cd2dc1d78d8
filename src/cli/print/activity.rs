//! Notes, tasks, calls and meetings: lines for people, JSON for scripts.

use serde_json::{Value, json};

use crate::model::{Activity, ActivityKind, StatusKind};
use crate::text::{Clock, Words, line};

/// Lines of the text of one activity that are printed, as on the screen.
const LINES: usize = 3;

/// The activities, newest first, under their title; nothing when there are none.
pub fn activities(list: &[Activity], words: &Words, clock: &Clock) -> String {
    if list.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", words.say("tab-activity"));
    for one in list {
        let open = one.kind == ActivityKind::Task && !one.done;
        let when =
            if open { clock.due(words, Some(one.at), StatusKind::Open) } else { clock.exact(words, one.at) };
        let done = if one.done { " ✓" } else { "" };
        let kind = words.say(&format!("activity-{}", name(one.kind)));
        text += &format!("  {kind}{done} · {when} · {} · {}\n", line(&one.owner), line(&one.title));
        let said: Vec<_> = one.text.lines().filter(|line| !line.trim().is_empty()).collect();
        for (at, row) in said.iter().take(LINES).enumerate() {
            let cut = if at + 1 == LINES && said.len() > LINES { " …" } else { "" };
            text += &format!("    {}{cut}\n", line(row));
        }
    }
    text
}

/// An activity for scripts.
pub fn activity_json(one: &Activity) -> Value {
    json!({
        "id": one.id, "kind": name(one.kind), "title": one.title, "text": one.text, "at": one.at,
        "done": one.done, "owner": one.owner,
    })
}

fn name(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Note => "note",
        ActivityKind::Task => "task",
        ActivityKind::Call => "call",
        ActivityKind::Meeting => "meeting",
    }
}
