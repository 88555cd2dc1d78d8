//! From nothing to a profile in the terminal: the door, a code that somebody types elsewhere, the counter.

use super::service::Service;
use super::terminal::Terminal;

#[test]
fn somebody_signs_in_and_stands_at_the_counter() {
    let (home, service) = (tempfile::tempdir().expect("a home"), Service::start());
    service.switch("quick_devices");
    let hello = service.hello();
    let (client, secret) = (hello["client_id"].as_str(), hello["client_secret"].as_str());
    let (client, secret) = (client.expect("an id"), secret.expect("a secret"));
    let mut terminal = Terminal::start(home.path(), (80, 24), &[]);
    terminal.wait_for("Nobody is signed in");
    terminal.send("\r");
    terminal.wait_for("Where is your Zoho account");
    terminal.send("G\r");
    terminal.wait_for("How will you agree");
    terminal.send("\r");
    terminal.wait_for("Desk.tickets.READ");
    terminal.send("\r");
    terminal.wait_for("Client secret");
    terminal.send(&format!("{}\t{client}\t{secret}\r", service.url));
    terminal.wait_for("left.");
    let screen = terminal.screen().contents();
    let code = screen.split_once("user_code=").expect("the page with the code").1;
    service.agree(&code[..9]);
    terminal.wait_for("Signed in as Ana Lima");
    terminal.send("\r");
    terminal.wait_for("Adriano Melo");
    terminal.send("q");
    assert!(terminal.wait_for_end().success());
    assert!(!String::from_utf8_lossy(&terminal.bytes).contains(secret), "the secret was shown");
    // The next start needs no door.
    let mut again = Terminal::start(home.path(), (80, 24), &[]);
    again.wait_for("Adriano Melo");
    again.send("q");
    assert!(again.wait_for_end().success());
}

#[test]
fn who_wants_to_look_around_gets_the_demo_and_leaves_no_profile() {
    let home = tempfile::tempdir().expect("a home");
    let mut terminal = Terminal::start(home.path(), (80, 24), &["--lang", "pt-BR"]);
    terminal.wait_for("Ninguém entrou");
    terminal.send("j\r");
    terminal.wait_for("Adriano Melo");
    terminal.send("q");
    assert!(terminal.wait_for_end().success());
    assert!(!home.path().join("config/profiles/default").exists());
}
