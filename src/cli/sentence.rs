//! What is wrong before the counter is open, in the reader's language: what happened, what to do. What is technical and
//! English stands in parentheses at most, and whole in `error.detail`.

use serde_json::json;

use super::exit::{Exit, Failure};
use crate::config;
use crate::counter;
use crate::keys::{KeymapError, Problem};
use crate::store::cache;
use crate::term::Refusal;
use crate::text::{Arg, Words};
use crate::ui::Theme;

/// The configuration.
pub fn of_config(error: &config::Error, words: &Words) -> Failure {
    use config::Error;
    let say = |id: &str, args: &[(&str, &str)]| {
        let args: Vec<(&str, Arg)> = args.iter().map(|(name, text)| (*name, (*text).into())).collect();
        words.say_with(id, &args)
    };
    let sentence = match error {
        Error::NoHome => say("error-config-home", &[]),
        Error::Read { path, source } => {
            say("error-config-read", &[("path", &shown(path)), ("why", &words.refusal(source))])
        }
        Error::Make { path, source } => {
            say("error-config-make", &[("path", &shown(path)), ("why", &words.refusal(source))])
        }
        Error::Syntax { path, line, what } => {
            // The settings and the files of a profile have their examples on two pages.
            let settings = path.file_name().is_some_and(|name| name == "settings.toml");
            let page = if settings { "docs/settings.md" } else { "docs/real-service.md" };
            let line = line.to_string();
            let args = [("path", &*shown(path)), ("line", &line), ("page", page), ("why", what)];
            say("error-config-syntax", &args)
        }
        Error::Key { path, line, key } => {
            say("error-config-key", &[("path", &shown(path)), ("line", &line.to_string()), ("key", key)])
        }
        Error::Value { path, line, key } => {
            let themes = Theme::NAMES.join(", ");
            let wants = say(&format!("error-config-wants-{}", key.replace('_', "-")), &[("known", &themes)]);
            let args =
                [("path", &*shown(path)), ("line", &line.to_string()), ("key", key), ("wants", &wants)];
            say("error-config-value", &args)
        }
        Error::TwoPlaces(path) => say("error-config-two-places", &[("path", &shown(path))]),
        Error::NoSecrets(path) => say("error-config-no-secrets", &[("path", &shown(path))]),
        Error::Lax(path, _) => say("error-config-secret-open", &[("path", path)]),
        Error::NoProfile { name, path } => {
            say("error-config-profile", &[("name", name), ("path", &shown(path))])
        }
    };
    Failure::new(Exit::Machine, "setup", sentence).with("detail", json!(error.to_string()))
}

/// One's own keys.
pub fn of_keymap(error: &KeymapError, path: &std::path::Path, words: &Words) -> String {
    let say = |id: &str, args: &[(&str, &str)]| {
        let args: Vec<(&str, Arg)> = args.iter().map(|(name, text)| (*name, (*text).into())).collect();
        words.say_with(id, &args)
    };
    let what = match &error.problem {
        Problem::Syntax(why) => say("keymap-syntax", &[("why", why)]),
        Problem::NoContext(name) => say("keymap-no-context", &[("name", name)]),
        Problem::Context(name) => say("keymap-context", &[("name", name)]),
        Problem::Chord(why) => say("keymap-chord", &[("why", why)]),
        Problem::Value(chord) => say("keymap-value", &[("chord", chord)]),
        Problem::Action(name) => say("keymap-action", &[("name", name)]),
        Problem::Text(chord) => say("keymap-text", &[("chord", chord)]),
        Problem::Twice { chord, first } => {
            say("keymap-twice", &[("chord", chord), ("line", &first.to_string())])
        }
        Problem::Hidden { chord, other, first } => {
            say("keymap-hidden", &[("chord", chord), ("other", other), ("line", &first.to_string())])
        }
    };
    let line = error.line.to_string();
    say("error-keymap", &[("path", &shown(path)), ("line", &line), ("what", &what)])
}

/// The cache and the outbox; a command has no screen that keeps what was typed.
pub fn of_store(error: &cache::Error, words: &Words) -> String {
    match error {
        cache::Error::Full(_) => words.say("cli-store-full"),
        cache::Error::ReadOnly(_)
        | cache::Error::Newer { .. }
        | cache::Error::Locked(_)
        | cache::Error::Io { .. } => counter::store_sentence(error, words),
        failing if failing.is_place() => {
            words.say_with("cli-store-failing", &[("reason", failing.to_string().into())])
        }
        other => words.say_with("cli-store-other", &[("reason", other.to_string().into())]),
    }
}

/// No screen can be shown here.
pub fn of_refusal(refusal: Refusal, words: &Words) -> Failure {
    let id = match refusal {
        Refusal::NotATerminal => "error-no-terminal",
        Refusal::Dumb => "error-dumb-terminal",
    };
    Failure::new(Exit::Machine, "terminal", words.say(id)).with("detail", json!(refusal.to_string()))
}

/// What failed below, told by `id`, which takes the technical words as `why`.
pub fn of_report(report: &color_eyre::Report, (kind, id): (&'static str, &str), words: &Words) -> Failure {
    let why = report.chain().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let sentence = words.say_with(id, &[("why", why.as_str().into())]);
    Failure::new(Exit::Machine, kind, sentence).with("detail", json!(why))
}

fn shown(path: &std::path::Path) -> String {
    path.display().to_string()
}
