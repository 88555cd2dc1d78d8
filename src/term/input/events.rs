//! crossterm's events in our words.

use std::io;

use crossterm::event::{
    Event, EventStream, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
    MouseEventKind,
};
use futures_util::Stream;

use super::{Button, Click};
use crate::keys::{Code, Key};

/// What one event of the terminal says, before pieces are put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Raw {
    Key(Key),
    Paste(String),
    /// A paste begins whose end will not be reported.
    PasteBegins,
    Resize(u16, u16),
    Focus(bool),
    Mouse(Click),
}

/// Where events come from: the terminal, or a test.
pub(super) trait Source {
    type Events: Stream<Item = io::Result<Event>> + Unpin + Send;

    /// Begins to read.
    fn open(&mut self) -> Self::Events;

    /// Returns once a dropped stream has let go of the terminal.
    fn settle(&mut self) {}
}

/// The terminal of this process.
pub(super) struct Terminal;

impl Source for Terminal {
    type Events = EventStream;

    fn open(&mut self) -> EventStream {
        EventStream::new()
    }

    fn settle(&mut self) {
        // A new stream can be made only when the reader's lock is free: that is, when the thread of the
        // dropped one has left it.
        drop(EventStream::new());
    }
}

/// Our word for an event; nothing for what is of no use (key releases, mouse movements).
pub(super) fn translate(event: Event) -> Option<Raw> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => None,
        Event::Key(key) => translate_key(key).map(Raw::Key),
        Event::Paste(text) => Some(Raw::Paste(text)),
        Event::Resize(width, height) => Some(Raw::Resize(width, height)),
        Event::FocusGained => Some(Raw::Focus(true)),
        Event::FocusLost => Some(Raw::Focus(false)),
        Event::Mouse(mouse) => translate_mouse(mouse).map(Raw::Mouse),
    }
}

fn translate_key(key: KeyEvent) -> Option<Key> {
    let mut shift = key.modifiers.contains(KeyModifiers::SHIFT);
    let code = match key.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => {
            shift = true;
            Code::Tab
        }
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    let held = |modifier| key.modifiers.contains(modifier);
    let key = Key::new(code, held(KeyModifiers::CONTROL), held(KeyModifiers::ALT), shift);
    (!matches!(key.code, Code::Char(c) if c.is_control())).then_some(key)
}

fn translate_mouse(mouse: MouseEvent) -> Option<Click> {
    let button = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Button::Left,
        MouseEventKind::Down(MouseButton::Middle) => Button::Middle,
        MouseEventKind::Down(MouseButton::Right) => Button::Right,
        MouseEventKind::ScrollUp => Button::WheelUp,
        MouseEventKind::ScrollDown => Button::WheelDown,
        _ => return None,
    };
    Some(Click { button, x: mouse.column, y: mouse.row })
}
