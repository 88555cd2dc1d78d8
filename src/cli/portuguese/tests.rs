//! Every text of the command line has its Portuguese, and every Portuguese text is said.

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use clap::{Arg, Command, CommandFactory};

use super::help;
use crate::cli::{Cli, exit};
use crate::text::Words;

/// Names of values that are the same in both languages.
const SAME: &[&str] = &["N", "ID", "URL", "STATUS", "BIGIN", "DESK", "two-way|one-way|none"];

/// One Portuguese text for several in English, which say the same.
const SHARED: &[&str] = &["option-number"];

fn english() -> Command {
    let mut command = Cli::command();
    command.build();
    command
}

/// The arguments of a command, with those of its commands, and where they stand.
fn walk(command: &Command, path: &[String], see: &mut impl FnMut(&Command, &[String])) {
    see(command, path);
    for inner in command.get_subcommands() {
        walk(inner, &[path, &[inner.get_name().to_owned()]].concat(), see);
    }
}

fn texts(command: &Command) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    walk(command, &[], &mut |command, path| {
        let mut add = |what: &str, text: Option<String>| {
            text.and_then(|text| texts.insert(format!("balcao {} {what}", path.join(" ")), text));
        };
        add("about", command.get_about().map(ToString::to_string));
        add("long about", command.get_long_about().map(ToString::to_string));
        add("before", command.get_before_help().map(ToString::to_string));
        add("before long", command.get_before_long_help().map(ToString::to_string));
        add("after", command.get_after_help().map(ToString::to_string));
        add("after long", command.get_after_long_help().map(ToString::to_string));
        for arg in command.get_arguments() {
            let id = arg.get_id();
            add(&format!("{id}"), arg.get_help().map(ToString::to_string));
            add(&format!("{id} long"), arg.get_long_help().map(ToString::to_string));
            let names = arg.get_value_names().filter(|_| arg.get_action().takes_values());
            let names = names.map(|names| names.join(" ")).filter(|names| !SAME.contains(&names.as_str()));
            add(&format!("{id} value"), names);
        }
    });
    texts
}

#[test]
fn every_text_has_its_portuguese() {
    let (english, portuguese) = (texts(&english()), texts(&help::command(&Words::arguments())));
    assert!(english.len() > 300, "{}", english.len());
    let same: Vec<_> = english.iter().filter(|(what, text)| portuguese.get(*what) == Some(*text)).collect();
    assert!(same.is_empty(), "still English, or missing in arguments.ftl: {same:#?}");
    let keys = |texts: &BTreeMap<String, String>| texts.keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&english), keys(&portuguese));
}

#[test]
fn no_text_is_idle_and_none_stands_for_two() {
    let words = Words::arguments();
    let mut said: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut say = |id: String, english: String| said.entry(id).or_default().insert(english);
    walk(&english(), &[], &mut |command, path| {
        say(help::about(path), command.get_about().map(ToString::to_string).unwrap_or_default());
        for arg in command.get_arguments() {
            let id = help::about_argument(arg, path).into_iter().find(|id| words.has(id));
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            id.filter(|_| arg.get_id() != "help").map(|id| say(id, help));
            for name in arg.get_value_names().unwrap_or_default() {
                say(help::of_value(name), name.to_string());
            }
            say(format!("wants-{}", arg.get_id()), String::new());
        }
    });
    for (id, english) in &said {
        assert!(english.len() == 1 || SHARED.contains(&id.as_str()), "{id} stands for {english:?}");
    }
    let code = [include_str!("help.rs"), include_str!("complaint.rs")].concat();
    let source = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/i18n/pt-BR/arguments.ftl"));
    let ids = source.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id);
    for id in ids.filter(|id| !id.starts_with(['#', ' '])) {
        assert!(
            said.contains_key(id) || code.contains(&format!("\"{id}\"")) || id == "option-help",
            "nobody says {id}"
        );
    }
}

#[test]
fn what_is_no_free_text_says_what_it_wants() {
    let words = Words::arguments();
    let free = |arg: &Arg| {
        let parsed = arg.get_value_parser().type_id();
        [TypeId::of::<String>(), TypeId::of::<PathBuf>(), TypeId::of::<bool>()].iter().any(|id| parsed == *id)
    };
    walk(&Cli::command(), &[], &mut |command, _| {
        for arg in command.get_arguments().filter(|arg| !free(arg)) {
            let id = format!("wants-{}", arg.get_id());
            assert!(words.has(&id), "{} {arg}: {id}", command.get_name());
        }
    });
}

#[test]
fn both_tell_the_same_exit_codes() {
    let codes = |text: &str| {
        let line = |line: &str| {
            line.strip_prefix("  ").and_then(|line| line.split_once("  ")).map(|(code, _)| code.to_owned())
        };
        text.lines().filter_map(line).collect::<Vec<_>>()
    };
    let portuguese = Words::arguments().say("exit-codes");
    assert_eq!(codes(exit::HELP), codes(&portuguese));
    assert_eq!(codes(&portuguese).len(), 9, "{portuguese}");
}

#[test]
fn the_language_is_found_wherever_it_is_asked_for() {
    let asked = |line: &str| {
        super::asked(&line.split(' ').map(Into::into).collect::<Vec<_>>()).map(|lang| lang.to_string())
    };
    for line in
        ["balcao --lang pt-BR x", "balcao x --lang=pt_BR.UTF-8", "balcao ticket list --nope --lang PT"]
    {
        assert_eq!(asked(line).as_deref(), Some("pt-BR"), "{line}");
    }
    assert_eq!(asked("balcao --lang=en --help").as_deref(), Some("en"));
    for line in
        ["balcao --help", "balcao --lang", "balcao --lang=xx", "balcao -- --lang pt", "balcao --language pt"]
    {
        assert_eq!(asked(line), None, "{line}");
    }
}
