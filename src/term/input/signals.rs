//! What happens to the terminal beside its keys: hang-up, termination, being continued, dying quietly.

use std::io;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::stdio::stdin;
use rustix::termios::tcgetpgrp;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc;
use tokio::time::MissedTickBehavior;

use super::Input;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    /// The terminal is gone, or the process shall end.
    HangUp,
    /// Somebody sent an interrupt; while an editor has the terminal, it was meant for that.
    Interrupted,
    /// The process runs again after it was stopped.
    Continued,
}

/// How often a terminal that vanished without a signal is looked for.
const WATCH: Duration = Duration::from_secs(30);

/// Listens to the signals of the process, and looks after the terminal now and then. That it is over is said in `inputs`
/// as well: the task that reads the terminal may hear nothing any more.
pub(super) fn listen(
    inputs: mpsc::UnboundedSender<Vec<Input>>,
) -> io::Result<mpsc::UnboundedReceiver<Notice>> {
    let mut hang_up = signal(SignalKind::hangup())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut continued = signal(SignalKind::from_raw(rustix::process::Signal::CONT.as_raw()))?;
    let (sender, notices) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        let mut watch = tokio::time::interval(WATCH);
        watch.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let notice = tokio::select! {
                biased;
                _ = hang_up.recv() => Notice::HangUp,
                _ = terminate.recv() => Notice::HangUp,
                _ = interrupt.recv() => Notice::Interrupted,
                // A hang-up also continues what it ends.
                _ = continued.recv() => if is_gone() { Notice::HangUp } else { Notice::Continued },
                _ = watch.tick() => if is_gone() { Notice::HangUp } else { continue },
                () = sender.closed() => break,
            };
            if notice == Notice::HangUp {
                // The loop is gone only when the program ends.
                let _ = inputs.send(vec![Input::HangUp]);
            }
            if sender.send(notice).is_err() {
                break;
            }
        }
    });
    Ok(notices)
}

/// Whether nobody is at the other end of standard input any more.
fn is_gone() -> bool {
    let input = stdin();
    let mut watched = [PollFd::new(&input, PollFlags::empty())];
    let hung_up = poll(&mut watched, Some(&Timespec { tv_sec: 0, tv_nsec: 0 })).is_ok()
        && watched[0].revents().intersects(PollFlags::HUP | PollFlags::ERR);
    hung_up || tcgetpgrp(input).is_err()
}
