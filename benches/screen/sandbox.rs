//! A sandbox of its own process, so that its memory and its work are not counted as the screen's.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

pub struct Sandbox {
    child: Child,
    /// Kept open: what it writes to is there as long as it is.
    _output: BufReader<ChildStdout>,
    /// Where it listens.
    pub url: String,
}

impl Sandbox {
    /// Starts it; tells how long it took until it said where it listens.
    pub fn start(contacts: usize) -> (Self, Duration) {
        let started = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_balcao"))
            .args(["sandbox", "--listen", "127.0.0.1:0", "--scale", &contacts.to_string()])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a sandbox");
        let mut first = String::new();
        let mut output = BufReader::new(child.stdout.take().expect("its output"));
        output.read_line(&mut first).expect("its first line");
        let said: serde_json::Value = serde_json::from_str(&first).expect("JSON");
        let url = said["base_url"].as_str().expect("an address").to_owned();
        (Self { child, _output: output, url }, started.elapsed())
    }

    /// Resident memory.
    pub fn resident_mb(&self) -> u64 {
        super::program::resident_mb(self.child.id())
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
