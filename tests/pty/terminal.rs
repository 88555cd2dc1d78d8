//! The other end of the pseudo-terminal: an emulator, a keyboard, and every byte that came.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ExitStatus};
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

/// Long enough for a busy machine; only a broken test waits for it.
const PATIENCE: Duration = Duration::from_mins(1);

/// A key that is not heard yet is pressed again after this.
const BETWEEN_PRESSES: Duration = Duration::from_millis(300);

pub struct Terminal {
    pty: Option<Pty>,
    child: Child,
    emulator: vt100::Parser,
    /// Everything the program wrote.
    pub bytes: Vec<u8>,
}

impl Terminal {
    /// Starts `balcao` with these arguments, everything it keeps below `home`.
    pub fn start(home: &Path, size: (u16, u16), arguments: &[&str]) -> Self {
        Self::run(home, size, Command::new(env!("CARGO_BIN_EXE_balcao")).args(arguments))
    }

    /// Starts another program in the same surroundings, such as the shell that starts ours.
    pub fn run(home: &Path, (columns, rows): (u16, u16), command: Command) -> Self {
        let (pty, pts) = open().expect("a pseudo-terminal");
        pty.resize(Size::new(rows, columns)).expect("a size");
        let command = command
            .env_clear()
            .env("HOME", home)
            .env("BALCAO_HOME", home)
            .env("TZ", "UTC")
            .env("LANG", "C.UTF-8")
            .env("TERM", "xterm-256color")
            .env("PATH", std::env::var_os("PATH").unwrap_or_default());
        let child = command.spawn(pts).expect("started");
        Self { pty: Some(pty), child, emulator: vt100::Parser::new(rows, columns, 0), bytes: Vec::new() }
    }

    pub fn screen(&self) -> &vt100::Screen {
        self.emulator.screen()
    }

    /// Types bytes as a keyboard would send them.
    pub fn send(&mut self, keys: &str) {
        self.pty().write_all(keys.as_bytes()).expect("typed");
    }

    /// Gives the window another size.
    pub fn resize(&mut self, (columns, rows): (u16, u16)) {
        self.pty().resize(Size::new(rows, columns)).expect("resized");
        self.emulator.screen_mut().set_size(rows, columns);
    }

    /// Reads until a text can be seen.
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(&format!("{text:?}"), |screen| screen.contains(text));
    }

    /// Reads until a text cannot be seen any more.
    pub fn wait_without(&mut self, text: &str) {
        self.wait_until(&format!("the end of {text:?}"), |screen| !screen.contains(text));
    }

    /// Answers a question that came up by itself: it hears no key in its first moment, so the key is pressed again until
    /// the question is gone.
    pub fn answer(&mut self, question: &str, key: &str) {
        self.wait_for(question);
        let start = Instant::now();
        while self.screen().contents().contains(question) {
            assert!(start.elapsed() < PATIENCE, "{question:?} does not hear {key:?}");
            self.send(key);
            let pressed = Instant::now();
            while pressed.elapsed() < BETWEEN_PRESSES && self.screen().contents().contains(question) {
                self.read(BETWEEN_PRESSES.saturating_sub(pressed.elapsed()));
            }
        }
    }

    fn wait_until(&mut self, what: &str, come: impl Fn(&str) -> bool) {
        let start = Instant::now();
        while !come(&self.screen().contents()) {
            let left = PATIENCE.saturating_sub(start.elapsed());
            let more = !left.is_zero() && self.read(left);
            assert!(more, "waited for {what} in vain; the screen shows:\n{}", self.screen().contents());
        }
    }

    /// Reads until the program has ended.
    pub fn wait_for_end(&mut self) -> ExitStatus {
        let start = Instant::now();
        while self.read(PATIENCE.saturating_sub(start.elapsed())) {}
        self.child.wait().expect("ended")
    }

    /// Ends it as nothing can be caught: `kill -9`.
    pub fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("ended");
    }

    /// Takes the terminal away, as a closed window does, and waits for the program to notice.
    pub fn hang_up(mut self) {
        self.pty = None;
        self.child.wait().expect("ended");
    }

    fn pty(&mut self) -> &mut Pty {
        self.pty.as_mut().expect("not hung up")
    }

    /// Reads what is there, or waits for it; says no when nothing comes within that time, or nothing will ever come.
    fn read(&mut self, within: Duration) -> bool {
        let within = Timespec {
            tv_sec: within.as_secs().try_into().unwrap_or(60),
            tv_nsec: within.subsec_nanos().into(),
        };
        if poll(&mut [PollFd::new(self.pty(), PollFlags::IN)], Some(&within)).expect("a terminal") == 0 {
            return false;
        }
        let mut block = [0; 4096];
        // A terminal whose program has ended gives an error.
        let count = self.pty().read(&mut block).unwrap_or(0);
        self.emulator.process(&block[..count]);
        self.bytes.extend_from_slice(&block[..count]);
        count > 0
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed half-way leaves nothing running.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
