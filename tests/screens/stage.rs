//! The state on a stage: keys go in, the cache's answers come from a fixed world, frames come out.

use std::collections::VecDeque;
use std::rc::Rc;

use balcao::app::{App, Context, Effect, Message, Start, Trouble};
use balcao::keys::Keymap;
use balcao::model::{Fate, Outgoing, OutgoingId};
use balcao::text::{Lang, Words};
use balcao::ui::{Drawn, Theme, draw};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::world::World;

/// The time on the stage: a Thursday, 14:40 in São Paulo.
pub fn now() -> Timestamp {
    "2026-10-15T17:40:00Z".parse().expect("a time")
}

/// The state, the world it reads from, and a terminal of some size.
pub struct Stage {
    pub app: App,
    pub world: World,
    pub theme: Theme,
    /// Everything that was asked for outside, in order.
    pub asked: Vec<Effect>,
}

impl Stage {
    /// A stage on which the program has started and read what the cache knows.
    pub fn new(lang: Lang, size: (u16, u16)) -> Self {
        Self::of(World::new(), lang, size)
    }

    /// The same over another world.
    pub fn of(world: World, lang: Lang, size: (u16, u16)) -> Self {
        let keymap = Keymap::parse(include_str!("../../assets/keymap.toml"), None, |place: &Context| {
            place.takes_text()
        })
        .expect("the built-in keymap");
        let app = App::new(Start {
            now: now(),
            zone: TimeZone::get("America/Sao_Paulo").expect("the zone is bundled"),
            words: Words::new(lang),
            keymap: Rc::new(keymap),
            size,
            hold: SignedDuration::from_secs(10),
            sandbox: true,
            unkept: false,
        });
        let mut stage = Self { app, world, theme: Theme::default(), asked: Vec::new() };
        let effects = stage.app.start();
        stage.settle(effects);
        stage
    }

    /// Presses keys, written as in `keymap.toml` with blanks between; text in quotes is typed letter by letter.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for (at, part) in keys.split('"').enumerate() {
            let typed = at % 2 == 1;
            let keys: Vec<String> = if typed {
                part.chars().map(|c| if c == ' ' { "space".to_owned() } else { c.to_string() }).collect()
            } else {
                part.split_whitespace().map(str::to_owned).collect()
            };
            for key in keys {
                let key = key.parse().unwrap_or_else(|error| panic!("{error}"));
                self.take(Message::Key(key));
            }
        }
        self
    }

    /// Hands a message to the state, and whatever the world answers.
    pub fn take(&mut self, message: Message) -> &mut Self {
        let now = self.app.now;
        let effects = self.app.update(message, now);
        self.settle(effects);
        self
    }

    /// Lets time go by.
    pub fn wait(&mut self, seconds: i64) -> &mut Self {
        let now = self.app.now + SignedDuration::from_secs(seconds);
        let effects = self.app.update(Message::Woke, now);
        self.settle(effects);
        self
    }

    /// Draws until nothing is asked for any more, and returns the last frame.
    pub fn frame(&mut self) -> (Buffer, Drawn) {
        let area = Rect::new(0, 0, self.app.size.0, self.app.size.1);
        let mut buf = Buffer::empty(area);
        let drawn = draw(&self.app, &self.theme, area, &mut buf);
        (buf, drawn)
    }

    /// The last frame as text and styles.
    pub fn picture(&mut self) -> String {
        let (buf, drawn) = self.frame();
        let cursor = drawn.cursor.map_or_else(|| "hidden".to_owned(), |(x, y)| format!("{x},{y}"));
        format!("{}cursor {cursor}\n", super::picture::picture(&buf))
    }

    /// The last frame as text alone.
    pub fn text(&mut self) -> String {
        super::picture::lines(&self.frame().0).join("\n")
    }

    fn settle(&mut self, effects: Vec<Effect>) {
        let mut waiting = VecDeque::from(effects);
        for _ in 0..200 {
            let Some(effect) = waiting.pop_front() else {
                let (_, drawn) = self.frame();
                waiting.extend(self.app.drawn(drawn.regions));
                if waiting.is_empty() {
                    return;
                }
                continue;
            };
            for message in self.answer(effect) {
                let now = self.app.now;
                waiting.extend(self.app.update(message, now));
            }
        }
        panic!("the state never comes to rest");
    }

    fn answer(&mut self, effect: Effect) -> Vec<Message> {
        self.asked.push(effect.clone());
        match effect {
            Effect::Load(load) => self
                .world
                .load(&load)
                .map(|loaded| Message::Loaded(load, Box::new(loaded)))
                .into_iter()
                .collect(),
            Effect::Fetch(fetch) => self.world.fetch(&fetch).into_iter().collect(),
            Effect::SaveDraft(draft) => {
                if let Some(trouble) = &self.world.disk {
                    return vec![Message::DraftKept(draft.id, Err(trouble.clone()))];
                }
                self.world.drafts.retain(|known| known.id != draft.id);
                self.world.drafts.insert(0, (*draft).clone());
                vec![Message::DraftKept(draft.id, Ok(()))]
            }
            Effect::CheckAgain(id) => vec![Message::CheckedAgain(id, Ok(self.world.concerns.clone()))],
            Effect::DropDraft(id) => {
                self.world.drafts.retain(|known| known.id != id);
                vec![Message::WritingChanged]
            }
            Effect::SaveForm(form) => {
                self.world.forms.retain(|known| known.key() != form.key());
                self.world.forms.insert(0, (*form).clone());
                vec![Message::FormKept(form.key(), Ok(()))]
            }
            Effect::DropForm(key) => {
                self.world.forms.retain(|known| known.key() != key);
                vec![Message::WritingChanged]
            }
            Effect::TakeBack(id) => {
                if let Some(at) = self.world.outbox.iter().position(|known| known.id == id) {
                    let outgoing = self.world.outbox.remove(at);
                    self.world.drafts.insert(0, outgoing.draft);
                }
                vec![Message::WritingChanged]
            }
            Effect::Queue { draft, until } => {
                let id = draft.id.clone();
                self.world.outbox.push(Outgoing {
                    id: OutgoingId::new(format!("out-{}", self.world.outbox.len())),
                    draft: *draft,
                    queued: self.app.now,
                    fate: Fate::Held { until },
                    attempts: 0,
                });
                vec![Message::Queued(id, Ok(())), Message::WritingChanged]
            }
            _ => Vec::new(),
        }
    }
}

/// The network does not answer.
pub fn offline() -> Trouble {
    Trouble { sentence: "Zoho Desk does not answer. Check the network.".into(), offline: true, at: now() }
}
