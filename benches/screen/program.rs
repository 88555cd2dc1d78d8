//! The program in its pseudo-terminal, and what can be heard and read of it.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::Child;
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

const SIZE: (u16, u16) = (120, 40);

/// The columns of the list.
const LIST: u16 = 34;

/// Marks the beginning of a frame.
const FRAME: &[u8] = b"\x1b[?2026h";

/// What a key brought.
#[derive(Default)]
pub struct Heard {
    /// From the key to the first byte.
    pub first: Option<Duration>,
    /// From the key to the last byte.
    pub last: Option<Duration>,
    pub bytes: usize,
    /// Frames in all, with those of what the cache and the service answered.
    pub frames: usize,
    /// Frames until the list on the left showed what it shows in the end.
    pub list_frames: usize,
}

pub struct Program {
    pty: Pty,
    child: Child,
    emulator: vt100::Parser,
    started: Instant,
}

impl Program {
    pub fn start(home: &Path, sandbox: &str) -> Self {
        let (pty, pts) = open().expect("a pseudo-terminal");
        pty.resize(Size::new(SIZE.1, SIZE.0)).expect("a size");
        let started = Instant::now();
        let child = Command::new(env!("CARGO_BIN_EXE_balcao"))
            .args(["--sandbox", sandbox, "--lang", "en"])
            .env("BALCAO_HOME", home)
            .env("TERM", "xterm-256color")
            .spawn(pts)
            .expect("started");
        Self { pty, child, emulator: vt100::Parser::new(SIZE.1, SIZE.0, 0), started }
    }

    /// From the start to the first character that can be seen.
    pub fn until_something_shows(&mut self) -> Duration {
        self.wait_until(|screen| !screen.trim().is_empty());
        self.started.elapsed()
    }

    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(|screen| screen.contains(text));
    }

    /// Reads until nothing came for so long.
    pub fn settle(&mut self, quiet: Duration) {
        while self.read(quiet).is_some() {}
    }

    /// Sends keys in one write and hears what they bring, until nothing came for so long.
    pub fn press(&mut self, keys: &str, quiet: Duration) -> Heard {
        let (pressed, mut heard, mut said) = (Instant::now(), Heard::default(), Vec::new());
        let mut list = self.list();
        self.pty.write_all(keys.as_bytes()).expect("typed");
        while let Some(bytes) = self.read(quiet) {
            heard.first.get_or_insert_with(|| pressed.elapsed());
            heard.last = Some(pressed.elapsed());
            said.extend(bytes);
            heard.frames = said.windows(FRAME.len()).filter(|window| *window == FRAME).count();
            let now = self.list();
            if now != list {
                (list, heard.list_frames) = (now, heard.frames);
            }
        }
        heard.bytes = said.len();
        heard
    }

    fn list(&self) -> Vec<String> {
        self.emulator.screen().rows(0, LIST).collect()
    }

    /// Counts what is written within that time.
    pub fn listen(&mut self, time: Duration) -> usize {
        let (start, mut bytes) = (Instant::now(), 0);
        while let Some(left) = time.checked_sub(start.elapsed()).filter(|left| !left.is_zero()) {
            bytes += self.read(left).map_or(0, |heard| heard.len());
        }
        bytes
    }

    /// How often its threads were put on a processor, so far.
    pub fn wakes(&self) -> u64 {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.child.id())).expect("Linux");
        let threads = tasks.flatten().filter_map(|task| fs::read_to_string(task.path().join("status")).ok());
        threads.map(|status| number(&status, "voluntary_ctxt_switches:")).sum()
    }

    pub fn resident_mb(&self) -> u64 {
        resident_mb(self.child.id())
    }

    /// Presses `q` and waits for the end.
    pub fn leave(mut self) {
        self.pty.write_all(b"q").expect("typed");
        while self.read(Duration::from_secs(15)).is_some() {}
        // Whatever it still asks is not what is measured here.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Reads until the screen shows what is waited for.
    pub fn wait_until(&mut self, come: impl Fn(&str) -> bool) {
        while !come(&self.emulator.screen().contents()) {
            let heard = self.read(Duration::from_mins(5));
            assert!(
                heard.is_some(),
                "waited in vain; the screen shows:\n{}",
                self.emulator.screen().contents()
            );
        }
    }

    /// What comes within that time; none when nothing does.
    fn read(&mut self, within: Duration) -> Option<Vec<u8>> {
        let within = Timespec::try_from(within).expect("a short time");
        if poll(&mut [PollFd::new(&self.pty, PollFlags::IN)], Some(&within)).expect("a terminal") == 0 {
            return None;
        }
        let mut block = [0; 16384];
        // A terminal whose program has ended gives an error.
        let count = self.pty.read(&mut block).unwrap_or(0);
        self.emulator.process(&block[..count]);
        (count > 0).then(|| block[..count].to_vec())
    }
}

/// Resident memory of a process.
pub fn resident_mb(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("Linux");
    number(&status, "VmRSS:") / 1024
}

/// The number that follows a word at the beginning of a line.
fn number(status: &str, word: &str) -> u64 {
    let line = status.lines().find_map(|line| line.strip_prefix(word)).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0)
}
