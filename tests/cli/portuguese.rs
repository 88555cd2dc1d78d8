//! Help, and what is wrong with arguments, in Portuguese; in English both stay the argument reader's own.

use std::process::{Command, Stdio};

use balcao::cli::Cli;
use clap::CommandFactory;

use super::stand::Said;

fn run(locale: &str, settings: Option<&str>, args: &[&str]) -> Said {
    let home = tempfile::tempdir().unwrap();
    if let Some(settings) = settings {
        std::fs::create_dir_all(home.path().join("config")).unwrap();
        std::fs::write(home.path().join("config/settings.toml"), settings).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_balcao"));
    command.args(args).env("BALCAO_HOME", home.path()).env("LC_ALL", locale).stdin(Stdio::null());
    let output = command.env_remove("BALCAO_SANDBOX").env_remove("BALCAO_PROFILE").output().unwrap();
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// What the argument reader says to this in Portuguese, told on standard error with exit code 2.
fn wrong(args: &[&str]) -> String {
    let said = run("pt_BR.UTF-8", None, args);
    assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}: {said:?}");
    foreign(&said.err, args);
    said.err
}

/// No English is left, and nothing is missing.
fn foreign(text: &str, args: &[&str]) {
    for word in [
        " the ",
        " of ",
        " or ",
        " and ",
        " to ",
        " is ",
        " for ",
        "[default",
        "[possible",
        "Usage",
        "Options",
        "OPTIONS",
        "Commands",
        "COMMAND]",
        "COMMAND>",
        "Arguments",
        "Print",
        "error:",
        "tip:",
        "invalid",
        "⟦",
    ] {
        assert!(!text.contains(word), "{args:?}: “{word}” in {text}");
    }
}

fn commands(command: &clap::Command, path: &[String], found: &mut Vec<Vec<String>>) {
    found.push(path.to_vec());
    for inner in command.get_subcommands() {
        commands(inner, &[path, &[inner.get_name().to_owned()]].concat(), found);
    }
}

#[test]
fn the_help_of_every_command_is_portuguese() {
    let mut all = Vec::new();
    commands(&Cli::command(), &[], &mut all);
    assert!(all.len() > 35, "{}", all.len());
    for path in all {
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        for args in [
            [&path[..], &["--help"]].concat(),
            [&path[..], &["-h"]].concat(),
            [&["help"], &path[..]].concat(),
        ] {
            let said = run("pt_BR.UTF-8", None, &args);
            assert_eq!((said.code, said.err.as_str()), (0, ""), "{args:?}");
            assert!(
                said.out.contains("\nUso: balcao") && said.out.contains("\nOpções:\n"),
                "{args:?}: {}",
                said.out
            );
            foreign(&said.out, &args);
        }
    }
}

#[test]
fn the_language_is_that_of_the_rest() {
    let portuguese = |said: &Said| said.out.contains("Opções:");
    for lang in [&["--lang", "pt-BR"][..], &["--lang=pt-BR"], &["--lang", "pt_BR.UTF-8"]] {
        for args in
            [[lang, &["ticket", "list", "--help"]].concat(), [&["ticket", "list", "--help"], lang].concat()]
        {
            assert!(portuguese(&run("C", None, &args)), "{args:?}");
        }
    }
    assert!(portuguese(&run("C", Some("language = \"pt-BR\""), &["--help"])));
    for args in [&["--lang=en", "--help"][..], &["--help", "--lang", "en"]] {
        assert!(!portuguese(&run("pt_BR.UTF-8", Some("language = \"pt-BR\""), args)), "{args:?}");
    }
}

#[test]
fn english_is_the_argument_readers_own() {
    for args in
        [&["--help"][..], &["ticket", "list", "-h"], &["ticket", "lst"], &["contact", "list", "--limit", "0"]]
    {
        let reader = Cli::command().try_get_matches_from([&["balcao"], args].concat()).unwrap_err();
        for (locale, lang) in [("C", None), ("pt_BR.UTF-8", Some("--lang=en"))] {
            let args: Vec<&str> = args.iter().copied().chain(lang).collect();
            let said = run(locale, None, &args);
            assert_eq!(said.out + &said.err, reader.render().to_string(), "{args:?}");
            assert_eq!(said.code, reader.exit_code(), "{args:?}");
        }
    }
}

#[test]
fn what_is_wrong_is_said_with_what_to_do() {
    for (line, sentence) in [
        ("ticket lst", "não há o comando 'lst'\n\n  dica: há um comando parecido: 'list'"),
        (
            "ticket list --contct x",
            "argumento inesperado: '--contct'\n\n  dica: há um argumento parecido: '--contact'",
        ),
        ("contact list a b", "argumento inesperado: 'b'\n\nUso: balcao contact list [OPÇÕES] [TEXTO]"),
        ("ticket status 7", "falta o que é obrigatório:\n  <STATUS>"),
        ("ticket list --mine --overdue", "'--mine' não pode ser usado junto com:\n  --overdue"),
        ("contact list --json --json", "'--json' só pode ser usado uma vez"),
        ("ticket show --json=1 5", "valor inesperado '1' para '--json'"),
        ("history --limit", "'--limit <N>' precisa de um valor"),
        ("history --nope", "para passar '--nope' como valor, use '-- --nope'"),
        ("-- ticket", "há o comando 'ticket'; para usá-lo, tire o '--'"),
        ("ticket", "Uso: balcao ticket [OPÇÕES] <COMANDO>"),
    ] {
        let said = wrong(&line.split(' ').collect::<Vec<_>>());
        assert!(said.contains(sentence), "{line}: {said}");
    }
}

#[test]
fn a_wrong_value_is_told_what_is_wanted() {
    for (line, wanted) in [
        ("contact list --limit 0", "use um número inteiro, no mínimo 1"),
        ("ticket list --limit x", "use um número inteiro, no mínimo 1"),
        ("contact list --lang xx", "use en ou pt-BR"),
        ("sandbox --listen 10.1.2.3:80", "use um endereço desta máquina e uma porta, como 127.0.0.1:8300"),
        ("sandbox --listen nowhere", "use um endereço desta máquina e uma porta"),
        ("sandbox --at ontem", "use uma data com hora e fuso, como 2026-11-16T12:00:00Z"),
        ("sandbox --switch token_limit", "use um nome com on ou off"),
        ("sandbox --seed x", "use um número inteiro, de 0 em diante"),
        ("sandbox --scale -1", "argumento inesperado: '-1'"),
        ("sandbox --scale x", "use um número inteiro, de 0 a 4294967295"),
        ("sync --mode both", "use two-way, one-way ou none"),
        ("status --list x", "use conflict, failing"),
        ("mapping rollback x", "use o número de uma revisão"),
    ] {
        let said = wrong(&line.split(' ').collect::<Vec<_>>());
        assert!(said.contains(wanted), "{line}: {said}");
    }
}

#[test]
fn what_was_typed_drives_no_terminal() {
    for args in [&["x\u{1b}[2Jy"][..], &["ticket", "list", "--a\u{1b}]0;x"], &["sync", "--mode", "\u{1b}[1m"]]
    {
        assert!(!wrong(args).contains('\u{1b}'), "{args:?}");
    }
}
