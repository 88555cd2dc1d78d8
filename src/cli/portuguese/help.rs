//! The tree of commands with Portuguese texts.

use clap::builder::Str;
use clap::{Arg, Command, CommandFactory};

use crate::cli::Cli;
use crate::text::Words;

/// The whole tree. It is built first: the argument reader's own `help` and `--version` are then in it.
pub(super) fn command(words: &Words) -> Command {
    let mut command = Cli::command();
    command.build();
    translated(command, &[], words)
}

fn translated(command: Command, path: &[String], words: &Words) -> Command {
    let about = about(path);
    let known = words.has(&about);
    let template = template(&command, words);
    let mut command = command.help_template(template);
    command = command.mut_args(|arg| argument(arg, path, words));
    command = command.subcommand_value_name(Str::from(words.say("place-command")));
    if known {
        command = command.about(words.say(&about));
    }
    if command.get_after_long_help().is_some() {
        command = command.after_long_help(words.say("exit-codes"));
    }
    command.mut_subcommands(|inner| {
        let path = [path, &[inner.get_name().to_owned()]].concat();
        translated(inner, &path, words)
    })
}

/// The message about a command. Under `help` stand the same commands once more.
pub(super) fn about(path: &[String]) -> String {
    if path.last().is_some_and(|last| last == "help") {
        return "about-help".to_owned();
    }
    let names = path.iter().filter(|name| *name != "help").map(String::as_str);
    std::iter::once("about").chain(names).collect::<Vec<_>>().join("-")
}

/// The messages about an argument, the most particular first: those of `ticket list` go before those of every `list`.
pub(super) fn about_argument(arg: &Arg, path: &[String]) -> Vec<String> {
    let id = plain(arg.get_id().as_str());
    let starts = (0..=path.len()).map(|start| &path[start..]);
    let named = |path: &[String]| format!("option-{}", [path, std::slice::from_ref(&id)].concat().join("-"));
    starts.map(named).collect()
}

/// The message with the name of a value.
pub(super) fn of_value(name: &str) -> String {
    format!("value-{}", plain(name))
}

fn plain(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect()
}

fn argument(arg: Arg, path: &[String], words: &Words) -> Arg {
    let mut arg = arg;
    let values = arg.get_value_names().unwrap_or_default();
    if let [name] = values {
        let id = of_value(name);
        if arg.get_action().takes_values() && words.has(&id) {
            arg = arg.value_name(Str::from(words.say(&id)));
        }
    }
    if arg.get_long_help().is_some() && arg.get_id() == "help" {
        return arg.help(words.say("option-help-more")).long_help(words.say("option-help-less"));
    }
    let Some(id) = about_argument(&arg, path).into_iter().find(|id| words.has(id)) else { return arg };
    let mut help = words.say(&id);
    let defaults = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect::<Vec<_>>();
    let default = defaults.join(" ");
    if !arg.is_hide_default_value_set() && arg.get_action().takes_values() && !default.is_empty() {
        help = format!("{help} {}", words.say_with("default", &[("value", default.into())]));
    }
    arg.help(help).hide_default_value(true)
}

/// The page of a command; the reader's own would have English headings.
fn template(command: &Command, words: &Words) -> String {
    let style = command.get_styles().get_header();
    let heading = |id: &str| format!("{style}{}:{style:#}", words.say(id));
    let part = |is: bool, id: &str, tag: &str| {
        if is { format!("\n\n{}\n{{{tag}}}", heading(id)) } else { String::new() }
    };
    let mut page = format!("{{about-with-newline}}\n{} {{usage}}", heading("heading-usage"));
    page += &part(command.has_subcommands(), "heading-commands", "subcommands");
    page += &part(command.get_positionals().next().is_some(), "heading-arguments", "positionals");
    page += &part(command.get_arguments().any(|arg| !arg.is_positional()), "heading-options", "options");
    page + "{after-help}"
}

/// The words that the argument reader puts into usage lines by itself.
pub(super) fn placed(text: &str, words: &Words) -> String {
    text.replace("[OPTIONS]", &words.say("place-options"))
}
