//! A run that this screen has started: begun, followed, stopped.

use jiff::Timestamp;

use crate::app::parts::notice::{Notice, Tone};
use crate::app::{App, Effect, Trouble};
use crate::model::pairing::{Progress, RunEnd, RunLine};

/// A run under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// Since when.
    pub since: Timestamp,
    /// What it has done.
    pub progress: Progress,
    /// Whether it was asked to end.
    pub stopping: bool,
}

impl Running {
    /// What is done of what is known to be there, in a thousand; none while nothing was found to be done.
    pub fn share(&self) -> Option<u64> {
        let done = self.progress.done();
        (done * 1000).checked_div(done + self.progress.left)
    }

    /// Records a minute, once it runs long enough for that to mean something.
    pub fn rate(&self, now: Timestamp) -> Option<u64> {
        let seconds = u64::try_from(now.duration_since(self.since).as_secs()).unwrap_or(0);
        if seconds < 3 {
            None
        } else {
            (self.progress.done() * 60).checked_div(seconds).filter(|rate| *rate > 0)
        }
    }

    /// Seconds that are left, if it goes on as it went.
    pub fn seconds_left(&self, now: Timestamp) -> Option<u64> {
        (self.progress.left * 60).checked_div(self.rate(now)?).filter(|_| self.progress.left > 0)
    }
}

impl App {
    pub(super) fn start_sync(&mut self) -> Vec<Effect> {
        if self.sync.running.is_some() {
            self.refuse("pair-runs-already", &[]);
            return Vec::new();
        }
        if self.sync.led_elsewhere(self.now) {
            self.refuse("pair-runs-elsewhere", &[]);
            return Vec::new();
        }
        if self.sync.there != Some(true) {
            self.refuse("pair-none-yet", &[]);
            return Vec::new();
        }
        let since = self.now;
        self.sync.running = Some(Running { since, progress: Progress::default(), stopping: false });
        vec![Effect::RunSync]
    }

    pub(super) fn stop_sync(&mut self) -> Vec<Effect> {
        let Some(running) = self.sync.running.as_mut() else {
            self.refuse("pair-runs-not", &[]);
            return Vec::new();
        };
        running.stopping = true;
        vec![Effect::StopSync]
    }

    pub(in crate::app) fn sync_went(&mut self, progress: Progress) {
        if let Some(running) = &mut self.sync.running {
            running.progress = progress;
        }
    }

    /// Something worth telling on the way.
    pub(in crate::app) fn sync_said(&mut self, sentence: String) {
        self.notices.say(Notice::new(sentence, Tone::Warning, self.now));
    }

    pub(in crate::app) fn sync_ended(&mut self, result: Result<RunLine, Trouble>) -> Vec<Effect> {
        self.sync.running = None;
        match result {
            Err(trouble) => self.complain(&trouble),
            Ok(run) => {
                let written = run.written.bigin + run.written.desk;
                let args = [("written", written.into()), ("calls", run.calls.into())];
                match run.end {
                    RunEnd::Stopped => self.say("pair-ended-stopped", &args),
                    RunEnd::Braked => self.warn("pair-braked", &[]),
                    _ if written == 0 => self.say("pair-ended-quiet", &args),
                    _ => self.say("pair-ended", &args),
                }
            }
        }
        self.load_sync()
    }
}
