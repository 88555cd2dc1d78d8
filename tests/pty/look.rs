//! What a person sees first, in either language and in a window of any size.

use super::terminal::Terminal;
use super::{MARINA, TICKET};

#[test]
fn the_demo_opens_and_finds_by_typing() {
    let home = tempfile::tempdir().expect("a home");
    let mut terminal = Terminal::start(home.path(), (120, 40), &["demo"]);
    terminal.wait_for("Adriano Melo");
    terminal.wait_for("ana.lima@jatoba.example");
    terminal.send("/");
    terminal.wait_for("esc done");
    // Accents and case do not matter.
    terminal.send("JOÃO pach");
    terminal.wait_without("Adriano Melo");
    terminal.wait_for("João Pacheco");
    for _ in 0.."JOÃO pach".chars().count() {
        terminal.send("\x7f");
    }
    terminal.wait_for("Adriano Melo");
    terminal.send("souz");
    terminal.wait_without("Adriano Melo");
    terminal.wait_for(MARINA);
    terminal.wait_for(TICKET);
    assert_eq!(std::fs::read_dir(home.path().join("data/cache")).expect("a cache").count(), 1);
}

#[test]
fn it_speaks_portuguese() {
    let home = tempfile::tempdir().expect("a home");
    let mut terminal = Terminal::start(home.path(), (80, 24), &["demo", "--lang", "pt-BR"]);
    for text in ["Contatos", "Empresas", "Adriano Melo", "? teclas"] {
        terminal.wait_for(text);
    }
    terminal.send("4");
    terminal.wait_for("Não atribuídos");
    assert!(!terminal.screen().contents().contains("Companies"));
}

#[test]
fn a_window_too_small_says_so_and_comes_back() {
    let home = tempfile::tempdir().expect("a home");
    let mut terminal = Terminal::start(home.path(), (50, 10), &["demo"]);
    terminal.wait_for("This window is 50×10; balcão needs");
    assert!(!terminal.screen().contents().contains("Adriano"));
    terminal.resize((100, 30));
    terminal.wait_for("Adriano Melo");
}

#[test]
fn quitting_gives_the_terminal_back() {
    let home = tempfile::tempdir().expect("a home");
    let mut terminal = Terminal::start(home.path(), (80, 24), &["demo"]);
    terminal.wait_for("Adriano Melo");
    assert!(terminal.screen().alternate_screen() && terminal.screen().bracketed_paste());
    terminal.send("q");
    assert!(terminal.wait_for_end().success());
    let screen = terminal.screen();
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    assert_eq!(screen.contents().trim(), "", "nothing is left on the screen that was there before");
}
