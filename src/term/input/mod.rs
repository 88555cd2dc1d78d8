//! What comes in: keys, pastes, sizes, signals, as one stream of [`Input`].
//!
//! One task owns crossterm's event stream (which remembers only the first task that asked it) and forwards
//! to a channel that the loop drains before it draws. It has a thread of its own, and that the terminal is gone is said
//! past it: the stream may never come back from a terminal that hung up.

mod burst;
mod events;
mod paste;
mod reader;
mod repair;
mod sequence;
mod signals;
mod task;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};

use crate::keys::Key;

/// Longer than this nobody waits for the reader to let go of the terminal: then that is gone, and the reader with it.
const PAUSES_WITHIN: Duration = Duration::from_secs(2);

/// Something that came from the terminal, or that happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed, or repeats while it is held.
    Key(Key),
    /// Text was pasted: line ends are `\n`, no other control character but tabs, at most 1 MB.
    Paste(String),
    /// The text that was pasted just before this was longer, and its end was left out.
    PasteCut,
    /// The terminal is this many columns and rows large now; a burst of changes arrives as its last one.
    Resize(u16, u16),
    /// The window got the focus. Only when it was asked for.
    FocusIn,
    /// The window lost the focus. Only when it was asked for.
    FocusOut,
    /// The mouse did something. Only when it was asked for.
    Mouse(Click),
    /// The process was stopped and continued from outside: retake the session, forget the screen, draw.
    Continued,
    /// The terminal is gone, or the process was asked to end: save, and be gone within two seconds.
    /// Nothing comes after this.
    HangUp,
}

/// What the mouse did, and in which cell, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Click {
    /// The button or the wheel.
    pub button: Button,
    /// The column.
    pub x: u16,
    /// The row.
    pub y: u16,
}

/// What of the mouse was used. Releases and movements are not reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// The left button went down.
    Left,
    /// The middle button went down.
    Middle,
    /// The right button went down.
    Right,
    /// The wheel turned up.
    WheelUp,
    /// The wheel turned down.
    WheelDown,
}

/// Steers the task that reads the terminal. When the last one is dropped, the task ends.
#[derive(Clone, Debug)]
pub struct InputHandle {
    orders: mpsc::UnboundedSender<Order>,
    in_text: Arc<AtomicBool>,
}

/// What the loop asks of the task.
#[derive(Debug)]
enum Order {
    Pause(oneshot::Sender<()>),
    Resume,
}

impl InputHandle {
    /// Stops reading. When this returns, nobody reads the terminal until [`InputHandle::resume`]; sizes that
    /// change meanwhile are not reported.
    pub async fn pause(&self) {
        let (done, paused) = oneshot::channel();
        // Both fail only when the task is gone, and then nobody reads either.
        if self.orders.send(Order::Pause(done)).is_ok() {
            let _ = tokio::time::timeout(PAUSES_WITHIN, paused).await;
        }
    }

    /// Reads again.
    pub fn resume(&self) {
        let _ = self.orders.send(Order::Resume);
    }

    /// Says whether keys go into a text field now. Outside of one, a burst of typing that no hand can do is
    /// taken for a paste, in terminals that do not mark pastes.
    pub fn set_in_text(&self, in_text: bool) {
        self.in_text.store(in_text, Ordering::Relaxed);
    }
}

/// Starts to read the terminal: what was read at once comes as one piece, never empty. `ssh` says that keys may arrive in pieces far apart.
///
/// Fails when the signals of the process cannot be listened to, or no thread can be had.
pub fn spawn(ssh: bool) -> std::io::Result<(mpsc::UnboundedReceiver<Vec<Input>>, InputHandle)> {
    let (sender, inputs) = mpsc::unbounded_channel();
    let notices = signals::listen(sender.clone())?;
    let patience = Duration::from_millis(if ssh { 50 } else { 25 });
    let (handle, task) = task::prepare(events::Terminal, notices, patience, sender);
    task::alone(task)?;
    Ok((inputs, handle))
}
