//! What is wrong with the arguments, in Portuguese.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use super::help;
use crate::text::{Arg, Words, line};

/// The whole of it: what is wrong, what may have been meant, the usage, and where to read more.
pub(super) fn text(error: &Error, words: &Words) -> String {
    let mut text = format!("{}: {}", words.say("wrong"), sentence(error, words));
    let tips = tips(error, words);
    if !tips.is_empty() {
        text.push('\n');
    }
    for tip in tips {
        text += &format!("\n  {}: {tip}", words.say("tip"));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.strip_prefix("Usage:").unwrap_or(&usage);
        text += &format!("\n\n{}:{}", words.say("heading-usage"), help::placed(usage, words));
    }
    format!("{text}\n\n{}\n", words.say("more-help"))
}

fn sentence(error: &Error, words: &Words) -> String {
    let arg = first(error, ContextKind::InvalidArg);
    let value = first(error, ContextKind::InvalidValue);
    let say = |id: &str| words.say_with(id, &[("arg", Arg::from(&arg)), ("value", Arg::from(&value))]);
    match error.kind() {
        ErrorKind::UnknownArgument => say("wrong-unknown-argument"),
        ErrorKind::InvalidSubcommand => {
            let name = first(error, ContextKind::InvalidSubcommand);
            words.say_with("wrong-unknown-command", &[("arg", name.into())])
        }
        ErrorKind::MissingSubcommand => {
            let name = first(error, ContextKind::InvalidSubcommand);
            let known = all(error, ContextKind::ValidSubcommand).join(", ");
            words.say_with("wrong-no-command", &[("arg", name.into()), ("known", known.into())])
        }
        ErrorKind::MissingRequiredArgument => {
            listed(say("wrong-required"), &all(error, ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => {
            let others = all(error, ContextKind::PriorArg);
            if others.contains(&arg) {
                return say("wrong-twice");
            }
            let name =
                if arg.is_empty() { first(error, ContextKind::InvalidSubcommand) } else { arg.clone() };
            listed(words.say_with("wrong-conflict", &[("arg", name.into())]), &others)
        }
        ErrorKind::InvalidValue if value.is_empty() => say("wrong-no-value"),
        ErrorKind::InvalidValue => {
            let known = all(error, ContextKind::ValidValue).join(", ");
            let args = [("arg", Arg::from(&arg)), ("value", Arg::from(&value)), ("known", known.into())];
            words.say_with("wrong-choice", &args)
        }
        ErrorKind::ValueValidation => match wants(&help::command(words), &arg, words) {
            Some(wants) => {
                let args = [("arg", Arg::from(&arg)), ("value", Arg::from(&value)), ("wants", wants.into())];
                words.say_with("wrong-value-wants", &args)
            }
            None => say("wrong-value"),
        },
        ErrorKind::TooManyValues => say("wrong-too-many"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => say("wrong-too-few"),
        ErrorKind::NoEquals => say("wrong-no-equals"),
        ErrorKind::InvalidUtf8 => say("wrong-not-utf8"),
        _ => say("wrong-other"),
    }
}

/// What the argument of this look (`--limit <N>`) is to be. Those that look alike want the same.
fn wants(command: &Command, look: &str, words: &Words) -> Option<String> {
    let mine = command.get_arguments().find(|arg| arg.to_string() == look);
    let mine = mine.map(|arg| format!("wants-{}", arg.get_id())).filter(|id| words.has(id));
    mine.map(|id| words.say(&id))
        .or_else(|| command.get_subcommands().find_map(|inner| wants(inner, look, words)))
}

fn tips(error: &Error, words: &Words) -> Vec<String> {
    let quoted = |kind| all(error, kind).iter().map(|one| format!("'{one}'")).collect::<Vec<_>>().join(", ");
    let kinds = [
        (ContextKind::SuggestedSubcommand, "tip-command"),
        (ContextKind::SuggestedArg, "tip-argument"),
        (ContextKind::SuggestedValue, "tip-value"),
    ];
    let near = kinds.into_iter().filter_map(|(kind, id)| {
        let known = quoted(kind);
        (!known.is_empty()).then(|| words.say_with(id, &[("known", known.into())]))
    });
    let ready = match error.get(ContextKind::Suggested) {
        Some(ContextValue::StyledStrs(tips)) => tips.as_slice(),
        _ => &[],
    };
    let arg = match first(error, ContextKind::InvalidArg) {
        arg if arg.is_empty() => first(error, ContextKind::InvalidSubcommand),
        arg => arg,
    };
    near.chain(ready.iter().filter_map(|tip| retold(&tip.to_string(), &arg, words))).collect()
}

/// The argument reader hands some advice over as English sentences only. One that it has not had so far is left out.
fn retold(tip: &str, arg: &str, words: &Words) -> Option<String> {
    let arg = ("arg", Arg::from(arg));
    if tip.starts_with("to pass ") {
        let (_, known) = tip.rsplit_once(", use '")?;
        let known = known.strip_suffix('\'')?;
        return Some(words.say_with("tip-pass", &[arg, ("known", known.into())]));
    }
    if tip.starts_with("subcommand ") {
        return Some(words.say_with("tip-dashes", &[arg]));
    }
    let known = tip.strip_suffix(" exists")?;
    Some(words.say_with("tip-exists", &[("known", known.into())]))
}

fn listed(sentence: String, lines: &[String]) -> String {
    lines.iter().fold(sentence, |text, one| format!("{text}\n  {}", line(one)))
}

fn first(error: &Error, kind: ContextKind) -> String {
    all(error, kind).into_iter().next().unwrap_or_default()
}

fn all(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(many)) => many.clone(),
        _ => Vec::new(),
    }
}
