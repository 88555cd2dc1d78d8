//! The task with a terminal made of a channel, and a clock that stands still.

use std::io;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use tokio::sync::mpsc;
use tokio::time::{Duration, advance};

use super::{Input, InputHandle, Notice, Source, alone, prepare};
use crate::keys::Key;

type Events = futures_util::stream::BoxStream<'static, io::Result<Event>>;

/// Every stream that was opened, by its sending end.
struct Script(mpsc::UnboundedSender<mpsc::UnboundedSender<Event>>);

impl Source for Script {
    type Events = Events;

    fn open(&mut self) -> Events {
        let (sender, receiver) = mpsc::unbounded_channel();
        self.0.send(sender).expect("the test listens");
        Box::pin(futures_util::stream::unfold(
            receiver,
            |mut receiver: mpsc::UnboundedReceiver<Event>| async {
                receiver.recv().await.map(|event| (Ok(event), receiver))
            },
        ))
    }
}

struct Bench {
    terminal: mpsc::UnboundedSender<Event>,
    opened: mpsc::UnboundedReceiver<mpsc::UnboundedSender<Event>>,
    notices: mpsc::UnboundedSender<Notice>,
    inputs: mpsc::UnboundedReceiver<Vec<Input>>,
    handle: InputHandle,
}

impl Bench {
    async fn new() -> Self {
        let (open, mut opened) = mpsc::unbounded_channel();
        let (notices, listen) = mpsc::unbounded_channel();
        let (sender, inputs) = mpsc::unbounded_channel();
        let (handle, task) = prepare(Script(open), listen, Duration::from_millis(25), sender);
        tokio::spawn(task);
        let terminal = opened.recv().await.expect("opens at once");
        Self { terminal, opened, notices, inputs, handle }
    }

    fn press(&self, keys: &str) {
        keys.chars().for_each(|c| self.event(Event::Key(key_event(c))));
    }

    fn event(&self, event: Event) {
        self.terminal.send(event).expect("the task reads");
    }

    /// What came after so many milliseconds.
    async fn after(&mut self, milliseconds: u64) -> Vec<Input> {
        for _ in 0..8 {
            tokio::task::yield_now().await;
        }
        advance(Duration::from_millis(milliseconds)).await;
        for _ in 0..8 {
            tokio::task::yield_now().await;
        }
        std::iter::from_fn(|| self.inputs.try_recv().ok()).flatten().collect()
    }
}

/// As crossterm reports it: capitals with shift, `\x1b` as the Esc key.
fn key_event(c: char) -> KeyEvent {
    let shift = if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    match c {
        '\x1b' => KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE),
        '\r' => KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE),
        _ => KeyEvent::new(KeyCode::Char(c), shift),
    }
}

fn keys(names: &str) -> Vec<Input> {
    names.split(' ').map(|name| Input::Key(name.parse::<Key>().expect(name))).collect()
}

#[tokio::test(start_paused = true)]
async fn a_split_arrow_is_an_arrow() {
    let mut bench = Bench::new().await;
    bench.press("\x1b");
    assert_eq!(bench.after(20).await, []);
    bench.press("[");
    assert_eq!(bench.after(20).await, [], "each piece may take its time");
    bench.press("A");
    assert_eq!(bench.after(0).await, keys("up"));
    bench.press("\x1b[1;5Cx");
    assert_eq!(bench.after(0).await, keys("ctrl-right x"));
}

#[tokio::test(start_paused = true)]
async fn a_lone_esc_comes_after_its_time() {
    let mut bench = Bench::new().await;
    bench.press("\x1b");
    assert_eq!(bench.after(24).await, []);
    assert_eq!(bench.after(1).await, keys("esc"));
    bench.press("[");
    assert_eq!(bench.after(0).await, keys("["), "too late for a sequence");
}

#[tokio::test(start_paused = true)]
async fn what_is_no_sequence_is_let_go_in_order() {
    let mut bench = Bench::new().await;
    bench.press("\x1b\x1bj");
    assert_eq!(bench.after(0).await, keys("esc esc j"));
    bench.press("\x1b[ä");
    assert_eq!(bench.after(0).await, keys("esc [ ä"));
    bench.press("\x1b");
    bench.event(Event::FocusLost);
    assert_eq!(bench.after(0).await, [keys("esc"), vec![Input::FocusOut]].concat());
}

#[tokio::test(start_paused = true)]
async fn a_burst_of_text_is_a_paste_and_a_held_key_is_not() {
    let mut bench = Bench::new().await;
    bench.press("Dear Marina,\rthe refund");
    assert_eq!(bench.after(5).await, []);
    bench.press(" is here.");
    assert_eq!(bench.after(10).await, [Input::Paste("Dear Marina,\nthe refund is here.".into())]);

    bench.press(&"j".repeat(200));
    assert_eq!(bench.after(0).await.len(), 200, "a held key is 200 keys");
    bench.press("jk");
    assert_eq!(bench.after(0).await, keys("j k"));
    bench.press("souza\r");
    assert_eq!(bench.after(0).await, [], "may become a paste");
    assert_eq!(bench.after(10).await, keys("s o u z a enter"));
}

#[tokio::test(start_paused = true)]
async fn in_a_text_field_keys_are_keys() {
    let mut bench = Bench::new().await;
    bench.handle.set_in_text(true);
    bench.press("Dear Marina, the refund is here");
    assert_eq!(bench.after(0).await.len(), 31);
}

#[tokio::test(start_paused = true)]
async fn pastes_are_cleaned_also_when_their_mark_was_split() {
    let mut bench = Bench::new().await;
    bench.event(Event::Paste("a\r\nb\x1b[31m\x07".into()));
    assert_eq!(bench.after(0).await, [Input::Paste("a\nb[31m".into())]);
    bench.press("\x1b");
    bench.after(1).await;
    bench.press("[200~dq");
    assert_eq!(bench.after(30).await, []);
    assert_eq!(bench.after(30).await, [Input::Paste("dq".into())]);
}

#[tokio::test(start_paused = true)]
async fn a_dragged_window_reports_its_last_size() {
    let mut bench = Bench::new().await;
    for width in 80..120 {
        bench.event(Event::Resize(width, 40));
    }
    assert_eq!(bench.after(10).await, []);
    bench.event(Event::Resize(900, 41));
    assert_eq!(bench.after(5).await, [Input::Resize(500, 41)]);
    assert_eq!(bench.after(100).await, []);
}

#[tokio::test(start_paused = true)]
async fn releases_say_nothing() {
    let mut bench = Bench::new().await;
    let mut release = key_event('j');
    release.kind = KeyEventKind::Release;
    bench.event(Event::Key(release));
    assert_eq!(bench.after(50).await, []);
}

#[tokio::test(start_paused = true)]
async fn while_paused_nobody_reads() {
    let mut bench = Bench::new().await;
    bench.handle.pause().await;
    assert!(bench.terminal.is_closed(), "the stream is gone");
    bench.notices.send(Notice::Interrupted).expect("listens");
    bench.notices.send(Notice::Continued).expect("listens");
    assert_eq!(bench.after(100).await, [], "an editor's ctrl-c is not ours");
    bench.handle.resume();
    bench.terminal = bench.opened.recv().await.expect("a new stream");
    bench.press("j");
    assert_eq!(bench.after(0).await, keys("j"));
    bench.notices.send(Notice::Continued).expect("listens");
    assert_eq!(bench.after(0).await, [Input::Continued]);
}

#[tokio::test(start_paused = true)]
async fn a_lost_terminal_hangs_up_once_and_ends() {
    for lost_by_signal in [true, false] {
        let mut bench = Bench::new().await;
        if lost_by_signal {
            bench.notices.send(Notice::HangUp).expect("listens");
        } else {
            bench.terminal = mpsc::unbounded_channel().0;
        }
        assert_eq!(bench.after(0).await, [Input::HangUp]);
        assert_eq!(bench.inputs.recv().await, None);
    }
}

/// A terminal whose end is read for ever.
struct Endless;

impl Source for Endless {
    type Events = Events;

    fn open(&mut self) -> Events {
        Box::pin(futures_util::stream::poll_fn(|_| {
            loop {
                std::thread::park();
            }
        }))
    }
}

#[tokio::test]
async fn who_waits_for_the_reader_is_not_stuck_with_it() {
    let (sender, mut inputs) = mpsc::unbounded_channel();
    let (_notices, listen) = mpsc::unbounded_channel();
    let (handle, task) = prepare(Endless, listen, Duration::from_millis(25), sender.clone());
    alone(task).expect("a thread");
    sender.send(vec![Input::HangUp]).expect("the test listens");
    assert_eq!(inputs.recv().await, Some(vec![Input::HangUp]));
    tokio::time::pause();
    handle.pause().await;
}
