//! What the sandbox is started with.

use std::net::SocketAddr;
use std::path::PathBuf;

use jiff::Timestamp;

/// How to start a sandbox.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where it listens; a loopback address. Port 0 takes a free one.
    pub listen: SocketAddr,
    /// The source of every choice of the story.
    pub seed: u64,
    /// How many contacts (and twice as many tickets); `None` is the small story.
    pub scale: Option<u32>,
    /// Where the state is kept across restarts; `None` keeps it in memory.
    pub data: Option<PathBuf>,
    /// When the sandbox's clock starts, for pictures and tests that need the same times; `None` is now.
    pub anchor: Option<Timestamp>,
    /// Switches that are turned at the start, by name; `docs/sandbox.md` lists them.
    pub switches: Vec<(String, bool)>,
}

impl Default for Options {
    /// A free port of 127.0.0.1, seed 1, the small story, in memory, now.
    fn default() -> Self {
        Self {
            listen: ([127, 0, 0, 1], 0).into(),
            seed: 1,
            scale: None,
            data: None,
            anchor: None,
            switches: Vec::new(),
        }
    }
}
