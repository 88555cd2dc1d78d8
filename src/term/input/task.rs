//! The one task that owns the terminal's event stream.

use std::future::{Future, pending, poll_fn};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
use std::time::Duration;

use crossterm::event::Event;
use futures_util::{Stream, StreamExt};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};

use super::events::{Raw, Source, translate};
use super::reader::Reader;
use super::signals::Notice;
use super::{Input, InputHandle, Order};

/// At most so many events are taken together, so that a flood cannot starve the loop.
const BATCH: usize = 4096;

/// How the task is steered, and the task, which reads a terminal and says in `sender` what comes.
pub(super) fn prepare<S>(
    mut source: S,
    notices: mpsc::UnboundedReceiver<Notice>,
    patience: Duration,
    sender: mpsc::UnboundedSender<Vec<Input>>,
) -> (InputHandle, impl Future<Output = ()> + Send + 'static)
where
    S: Source + Send + 'static,
    S::Events: 'static,
{
    let (order, orders) = mpsc::unbounded_channel();
    let in_text = Arc::new(AtomicBool::new(false));
    let handle = InputHandle { orders: order, in_text: Arc::clone(&in_text) };
    // Open from now on: a window that changes its size before the task first runs is noticed.
    let events = source.open();
    let task = Task { source, notices, orders, in_text, sender, reader: Reader::new(patience) };
    (handle, task.run(events))
}

/// Lets the task run on a thread of its own. Where the terminal hangs up, crossterm may read its end again and again
/// without ever coming back: whoever shares a thread with that is stuck as well.
pub(super) fn alone(task: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    std::thread::Builder::new().name("terminal".to_owned()).spawn(move || runtime.block_on(task))?;
    Ok(())
}

struct Task<S> {
    source: S,
    notices: mpsc::UnboundedReceiver<Notice>,
    orders: mpsc::UnboundedReceiver<Order>,
    in_text: Arc<AtomicBool>,
    sender: mpsc::UnboundedSender<Vec<Input>>,
    reader: Reader,
}

/// The rest of the loop has nothing more to do here.
struct Over;

impl<S: Source> Task<S> {
    async fn run(mut self, events: S::Events) {
        let mut events = Some(events);
        while self.step(&mut events).await.is_ok() {}
    }

    async fn step(&mut self, events: &mut Option<S::Events>) -> Result<(), Over> {
        let deadline = self.reader.deadline();
        tokio::select! {
            biased;
            order = self.orders.recv() => match order {
                Some(Order::Pause(done)) => {
                    if events.take().is_some() {
                        self.source.settle();
                    }
                    let _ = done.send(());
                    Ok(())
                }
                Some(Order::Resume) => {
                    events.get_or_insert_with(|| self.source.open());
                    Ok(())
                }
                None => Err(Over),
            },
            notice = self.notices.recv() => match notice {
                Some(Notice::Interrupted | Notice::Continued) if events.is_none() => Ok(()),
                Some(Notice::Continued) => self.send(vec![Input::Continued]),
                Some(Notice::HangUp | Notice::Interrupted) | None => self.hang_up(),
            },
            batch = next_batch(events) => match batch {
                Ok(batch) => {
                    let inputs = self.reader.read(batch, Instant::now(), self.in_text());
                    self.send(inputs)
                }
                // The terminal ended or cannot be read: that is what a lost connection looks like from here.
                Err(_) => self.hang_up(),
            },
            () = wait(deadline) => {
                let inputs = self.reader.expire(Instant::now(), self.in_text());
                self.send(inputs)
            }
        }
    }

    fn in_text(&self) -> bool {
        self.in_text.load(Ordering::Relaxed)
    }

    /// Sends what was read at once as one piece, so that it is drawn in one frame.
    fn send(&self, inputs: Vec<Input>) -> Result<(), Over> {
        if inputs.is_empty() { Ok(()) } else { self.sender.send(inputs).map_err(|_| Over) }
    }

    fn hang_up(&self) -> Result<(), Over> {
        self.send(vec![Input::HangUp])?;
        Err(Over)
    }
}

/// The next event and all that are here with it; never, while reading is paused.
async fn next_batch<E>(events: &mut Option<E>) -> io::Result<Vec<Raw>>
where
    E: Stream<Item = io::Result<Event>> + Unpin,
{
    let Some(events) = events else { return pending().await };
    let ended = || io::Error::from(io::ErrorKind::UnexpectedEof);
    let first = events.next().await.ok_or_else(ended)??;
    let mut batch = Vec::from_iter(translate(first));
    while batch.len() < BATCH {
        // Asked with this task's own waker: the stream remembers whoever asks first.
        match poll_fn(|context| Poll::Ready(Pin::new(&mut *events).poll_next(context))).await {
            Poll::Ready(Some(Ok(event))) => batch.extend(translate(event)),
            // What is wrong will be wrong again at the next call, when nothing is held back.
            Poll::Ready(_) | Poll::Pending => break,
        }
    }
    Ok(batch)
}

async fn wait(deadline: Option<Instant>) {
    match deadline {
        Some(deadline) => sleep_until(deadline).await,
        None => pending().await,
    }
}

#[cfg(test)]
mod tests;
