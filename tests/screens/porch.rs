//! The front door on a stage: keys and answers go in, effects and frames come out.

use std::rc::Rc;

use balcao::app::Context;
use balcao::app::door::{Arrived, Centre, Door, Effect, Message, Portal, Right, Shown, Start};
use balcao::keys::Keymap;
use balcao::text::{Lang, Words};
use balcao::ui::{Theme, draw_door};
use jiff::SignedDuration;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::stage::now;

/// The door, and what it asked for.
pub struct Porch {
    pub door: Door,
    pub asked: Vec<Effect>,
}

impl Porch {
    /// Nobody was here before.
    pub fn new(lang: Lang, size: (u16, u16)) -> Self {
        Self::after(None, lang, size)
    }

    /// Somebody was.
    pub fn after(before: Option<(Result<String, String>, String)>, lang: Lang, size: (u16, u16)) -> Self {
        let keys = include_str!("../../assets/keymap.toml");
        let keymap = Keymap::parse(keys, None, |place: &Context| place.takes_text());
        let centre = |code: &str| Centre { code: code.into(), accounts: format!("accounts.zoho.{code}") };
        let right = |scope: &str, what_for| Right { scope: scope.into(), what_for };
        let door = Door::new(Start {
            now: now(),
            words: Words::new(lang),
            keymap: Rc::new(keymap.expect("the built-in keymap")),
            size,
            profile: "default".into(),
            centres: ["us", "eu", "in", "au", "jp", "ca", "sa", "cn", "uk"].map(centre).into(),
            rights: vec![
                right("Desk.tickets.READ", "scope-tickets-read"),
                right("Desk.contacts.CREATE", "scope-contacts-write"),
                right("Desk.contacts.UPDATE", "scope-contacts-write"),
                right("ZohoBigin.users.READ", "scope-bigin-users"),
            ],
            redirect: "http://127.0.0.1:8399/".into(),
            before,
        });
        let mut porch = Self { door, asked: Vec::new() };
        porch.frame();
        porch
    }

    /// Presses keys, written as on the other stage.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for (at, part) in keys.split('"').enumerate() {
            let keys: Vec<String> = if at % 2 == 1 {
                part.chars().map(String::from).collect()
            } else {
                part.split_whitespace().map(str::to_owned).collect()
            };
            for key in keys {
                self.take(Message::Key(key.parse().unwrap_or_else(|error| panic!("{error}"))));
            }
        }
        self
    }

    /// Hands it what happened.
    pub fn take(&mut self, message: Message) -> &mut Self {
        let now = self.door.now;
        let effects = self.door.update(message, now);
        self.asked.extend(effects);
        self.frame();
        self
    }

    /// Lets time go by.
    pub fn wait(&mut self, seconds: i64) -> &mut Self {
        let now = self.door.now + SignedDuration::from_secs(seconds);
        let effects = self.door.update(Message::Woke, now);
        self.asked.extend(effects);
        self
    }

    /// The last frame as text and styles.
    pub fn picture(&mut self) -> String {
        let (buffer, cursor) = self.frame();
        let cursor = cursor.map_or_else(|| "hidden".to_owned(), |(x, y)| format!("{x},{y}"));
        format!("{}cursor {cursor}\n", super::picture::picture(&buffer))
    }

    /// The last frame as text alone.
    pub fn text(&mut self) -> String {
        super::picture::lines(&self.frame().0).join("\n")
    }

    fn frame(&mut self) -> (Buffer, Option<(u16, u16)>) {
        let area = Rect::new(0, 0, self.door.size.0, self.door.size.1);
        let mut buffer = Buffer::empty(area);
        let drawn = draw_door(&self.door, &Theme::default(), area, &mut buffer);
        self.door.drawn(drawn.room);
        (buffer, drawn.cursor)
    }
}

/// A code that can be typed for five minutes.
pub fn shown() -> Message {
    let address = "https://accounts.zoho.eu/oauth/v3/device".to_owned();
    let with_code = Some(format!("{address}?user_code=WKZZ-CDFD"));
    Message::Shown(Shown::Code { code: "WKZZ-CDFD".into(), address, with_code }, SignedDuration::from_mins(5))
}

/// Ana came in; she works in so many portals.
pub fn arrived(portals: &[&str]) -> Message {
    let portal = |(at, name): (usize, &&str)| Portal { id: (at + 1).to_string(), name: (*name).to_owned() };
    Message::Arrived(Box::new(Arrived {
        desk: Ok(("Ana Lima".into(), "ana.lima@jatoba.example".into())),
        bigin: Ok("Ana Lima".into()),
        portals: portals.iter().enumerate().map(portal).collect(),
        missing: Vec::new(),
    }))
}
