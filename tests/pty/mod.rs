//! The real binary in a pseudo-terminal, on its own sandbox: what only the whole can show. Every step waits for a text
//! on the screen, never for a time.

mod arriving;
mod bytes;
mod inert;
mod lent;
mod look;
mod service;
mod shared;
mod syncing;
mod terminal;
mod words_kept;

use terminal::Terminal;

/// The customer whose ticket is answered, and the beginning of its subject.
const MARINA: &str = "Marina Souza";
const TICKET: &str = "Reembolso do";

/// Opens Marina's overdue ticket from the list of contacts.
fn open_her_ticket(terminal: &mut Terminal) {
    terminal.wait_for("Adriano Melo");
    terminal.send("/");
    terminal.wait_for("esc done");
    terminal.send("marina souz");
    terminal.wait_for(TICKET);
    terminal.send("\r");
    terminal.wait_without("esc done");
    terminal.send("t");
    terminal.wait_for("r reply");
    terminal.send("\r");
    // The end of the conversation is shown first.
    terminal.wait_for("Ana, chequei agora");
}
