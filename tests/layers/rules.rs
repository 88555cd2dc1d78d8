//! The rules, as tables. A place is a path below `src/`: a room, a folder in it, or a file.

/// A room, and the rooms it may import. What is not here is forbidden.
pub const ROOMS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("text", &["model"]),
    ("config", &["model"]),
    ("zoho", &["model"]),
    ("store", &["model", "sync"]),
    ("sync", &["model"]),
    ("compose", &["model", "text"]),
    ("counter", &["model", "text", "compose", "zoho", "store"]),
    // Before anybody stands at the counter; what is wrong with Zoho it says in the counter's words.
    ("signin", &["model", "text", "config", "zoho", "counter"]),
    // What the integration does; the counter is what a person does.
    ("pairing", &["model", "zoho", "store", "sync"]),
    ("keys", &[]),
    ("app", &["model", "text", "keys", "compose"]),
    ("ui", &["model", "text", "keys", "app"]),
    ("term", &["keys"]),
    (
        "jobs",
        &[
            "model", "text", "config", "compose", "store", "zoho", "signin", "sync", "counter", "pairing",
            "app",
        ],
    ),
    ("run", &["text", "config", "keys", "app", "ui", "term", "jobs", "counter", "pairing"]),
    // The stand-in of Zoho shares nothing with the client: a mistake made once would hide itself.
    ("sandbox", &[]),
    // Builds everything, and is imported by nobody but `main`.
    (
        "cli",
        &[
            "model", "text", "config", "zoho", "signin", "store", "sync", "compose", "counter", "pairing",
            "keys", "app", "ui", "term", "run", "sandbox",
        ],
    ),
    ("main", &["cli"]),
];

/// What may stand only in some places: a path or a call, the places, and why.
pub struct Only {
    /// The beginning of a path, or a word.
    pub what: &'static str,
    /// Where it may stand.
    pub places: &'static [&'static str],
    /// Why nowhere else.
    pub why: &'static str,
}

const fn only(what: &'static str, places: &'static [&'static str], why: &'static str) -> Only {
    Only { what, places, why }
}

/// Crates and where they live.
pub const CRATES: &[Only] = &[
    only("crossterm", &["term"], "one room knows the terminal"),
    only("ratatui", &["ui", "term", "run"], "rules do not draw"),
    only(
        "tui_textarea",
        &["app/parts", "ui/parts"],
        "the one widget with a state of its own (decision 0002)",
    ),
    only(
        "reqwest",
        &["zoho", "cli/target.rs", "cli/exit.rs", "sandbox/desk/webhooks"],
        "one way out; `--sandbox` asks the control plane who it is, webhooks tell this machine",
    ),
    only("rustls", &["zoho", "sandbox/desk/webhooks"], "one way out; webhooks tell this machine"),
    only("rpassword", &["cli/login"], "one place asks for what must not be seen"),
    only("rusqlite", &["store", "sandbox/keep"], "one room keeps; the sandbox keeps its own"),
    only("axum", &["sandbox"], "one room serves"),
    only("clap", &["cli"], "one room reads arguments"),
    only("color_eyre", &["cli", "run"], "below, errors have types"),
    only("directories", &["config", "cli"], "paths are handed on"),
    only("fluent_bundle", &["text"], "words come from one catalogue"),
    only("html5ever", &["text/letter"], "one reader of HTML"),
    only(
        "secrecy",
        &["config", "zoho", "signin", "app/door", "jobs/door", "cli"],
        "secrets go from the profile to the client, and into the profile from where they are typed",
    ),
    only(
        "tokio",
        &[
            "run",
            "jobs",
            "counter",
            "pairing/run",
            "pairing/call",
            "pairing/rehearse.rs",
            "signin",
            "store/keeper.rs",
            "term",
            "zoho",
            "sandbox",
            "cli",
        ],
        "rules and drawing do not wait",
    ),
];

/// Rooms that are functions of what they are given: no clock, no disk, no environment, no network.
pub const PURE: &[&str] = &["model", "text", "sync", "compose", "keys", "app", "ui"];

/// What a pure room does without.
pub const WORLD: &[&str] = &[
    "Timestamp::now",
    "Zoned::now",
    "Instant::now",
    "SystemTime",
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "TimeZone::system",
    "fastrand",
];

/// Calls and where they may stand.
pub const CALLS: &[Only] = &[
    only("println!", &[], "the library does not print"),
    only("print!", &[], "the library does not print"),
    only("eprintln!", &["cli"], "the command line says what went wrong"),
    only("stdout", &["term", "cli"], "one writer of the screen; the command line prints"),
    // The command line waits for standard input beside its runtime.
    only("spawn_blocking(", &["jobs", "sandbox", "cli/ticket/input.rs"], SPAWN),
    only("spawn(", SPAWNERS, SPAWN),
    only("JoinSet", SPAWNERS, SPAWN),
    only("process::exit", &[], "the terminal is given back before the program ends"),
    only("thread_local", &[], "no state outside of the state"),
];

const SPAWNERS: &[&str] = &[
    "jobs",
    "run",
    "term/input",
    "store/keeper.rs",
    "pairing/run/hand.rs",
    "pairing/rehearse.rs",
    "sandbox",
];
const SPAWN: &str = "what runs beside the loop is started in few places";
