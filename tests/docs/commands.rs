//! `docs/command-line.md`: written by hand, but it names every command, every option and every exit code.

use balcao::cli::{Cli, exit};
use clap::{Command, CommandFactory};

#[test]
fn every_command_and_option_is_described() {
    let page = super::read("docs/command-line.md");
    let mut missing = Vec::new();
    describe(&Cli::command(), &page, &mut missing);
    assert!(missing.is_empty(), "docs/command-line.md lacks {missing:?}");
}

fn describe(command: &Command, page: &str, missing: &mut Vec<String>) {
    for argument in command.get_arguments().filter_map(clap::Arg::get_long) {
        let option = format!("--{argument}");
        let known = page
            .match_indices(&option)
            .any(|(at, _)| !page[at + option.len()..].starts_with(char::is_alphanumeric));
        if !known && !matches!(argument, "help" | "version") {
            missing.push(format!("{} {option}", command.get_name()));
        }
    }
    for inner in command.get_subcommands() {
        if !page.contains(inner.get_name()) {
            missing.push(inner.get_name().to_owned());
        }
        describe(inner, page, missing);
    }
}

#[test]
fn every_exit_code_is_described() {
    let page = super::read("docs/command-line.md");
    let rows: Vec<_> =
        exit::HELP.lines().filter_map(|line| line.strip_prefix("  ")?.split_once("  ")).collect();
    assert_eq!(rows.len(), 9);
    for (code, _) in rows {
        assert!(page.contains(&format!("\n| {code} | ")), "docs/command-line.md lacks the exit code {code}");
    }
}
