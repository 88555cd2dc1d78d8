//! The other end of the pseudo-terminal: an emulator, and the keyboard.

use std::io::{Read, Write};
use std::process::{Child, ExitStatus};

use pty_process::Size;
use pty_process::blocking::{Command, Pts, Pty, open};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{LocalModes, tcgetattr};

use super::inside::ROLE;

/// Long enough for a busy machine; only a broken test waits for it.
const PATIENCE: Timespec = Timespec { tv_sec: 30, tv_nsec: 0 };

pub struct Outside {
    pty: Option<Pty>,
    child: Child,
    terminal: vt100::Parser,
    trace: Vec<u8>,
}

impl Outside {
    /// Starts this test binary as the program inside, in the given role.
    pub fn start(role: &str) -> Self {
        Self::spawn(|pts| {
            let command = Command::new(std::env::current_exe().expect("this binary"));
            command.args(ARGUMENTS).env(ROLE, role).env("RUST_BACKTRACE", "0").spawn(pts)
        })
    }

    /// The same as the job of a shell, which waits for a line when the job stops, and brings it back.
    pub fn start_in_shell(role: &str) -> Self {
        Self::spawn(|pts| {
            let script = "set -m; \"$0\" \"$@\"; echo the shell is in front; read line; fg";
            let binary = std::env::current_exe().expect("this binary");
            let command = Command::new("sh").args(["-c", script]).arg(binary);
            command.args(ARGUMENTS).env(ROLE, role).env("RUST_BACKTRACE", "0").spawn(pts)
        })
    }

    fn spawn(start: impl FnOnce(Pts) -> pty_process::Result<Child>) -> Self {
        let (pty, pts) = open().expect("a pseudo-terminal");
        pty.resize(Size::new(24, 80)).expect("a size");
        let child = start(pts).expect("started");
        Self { pty: Some(pty), child, terminal: vt100::Parser::new(24, 80, 0), trace: Vec::new() }
    }

    pub fn screen(&self) -> &vt100::Screen {
        self.terminal.screen()
    }

    /// Whether a text can be seen now.
    pub fn seen(&self, text: &str) -> bool {
        self.screen().contents().contains(text)
    }

    /// Reads until a text can be seen.
    pub fn wait_for(&mut self, text: &str) {
        while !self.seen(text) {
            assert!(self.read(), "ended without {text:?}: {}", String::from_utf8_lossy(&self.trace));
        }
    }

    /// Reads until the program has ended.
    pub fn wait_for_end(&mut self) {
        while self.read() {}
        self.child.wait().expect("ended");
    }

    /// Reads what is there, or waits for it; nothing more comes when it says no.
    fn read(&mut self) -> bool {
        let pty = self.pty.as_mut().expect("not hung up");
        let ready = poll(&mut [PollFd::new(pty, PollFlags::IN)], Some(&PATIENCE)).expect("a terminal");
        if ready == 0 {
            let _ = self.child.kill();
            panic!("nothing more came: {}", String::from_utf8_lossy(&self.trace));
        }
        let mut block = [0; 4096];
        // A terminal whose program has ended gives an error.
        let count = pty.read(&mut block).unwrap_or(0);
        self.terminal.process(&block[..count]);
        self.trace.extend_from_slice(&block[..count]);
        count > 0
    }

    pub fn send(&mut self, bytes: &[u8]) {
        self.pty().write_all(bytes).expect("typed");
    }

    pub fn resize(&mut self, width: u16, height: u16) {
        self.pty().resize(Size::new(height, width)).expect("resized");
        self.terminal.screen_mut().set_size(height, width);
    }

    /// The line editing of the terminal is on, as a shell needs it.
    pub fn is_cooked(&mut self) -> bool {
        let modes = tcgetattr(self.pty()).expect("the modes").local_modes;
        modes.contains(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG)
    }

    /// The screen is the one that was there before, with its cursor, and nothing is asked of the terminal.
    pub fn is_restored(&self) -> bool {
        let screen = self.screen();
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    }

    /// Takes the terminal away.
    pub fn hang_up(mut self) -> ExitStatus {
        self.pty = None;
        self.child.wait().expect("ended")
    }

    fn pty(&mut self) -> &mut Pty {
        self.pty.as_mut().expect("not hung up")
    }
}

const ARGUMENTS: [&str; 5] =
    ["--exact", "term::session::inside::program", "--ignored", "--nocapture", "--test-threads=1"];
