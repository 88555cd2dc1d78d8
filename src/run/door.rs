//! The loop at the front door: as the other one, with far less to do. What is drawn is drawn at once.

use std::rc::Rc;

use color_eyre::eyre::{Result, WrapErr};
use jiff::Timestamp;
use ratatui::layout::{Position, Rect};
use tokio::sync::mpsc;

use super::sleep_until;
use crate::app::door::{Centre, Door, Effect, Left, Message, Right, Start};
use crate::app::{Action, Context};
use crate::config::Paths;
use crate::jobs::door::{Doorman, Outside, Report};
use crate::keys::Keymap;
use crate::term::{self, Input, InputHandle, Look, Osc, Out, Screen, ScreenOptions, Session, SessionOptions};
use crate::text::Words;
use crate::ui::{self, Theme};

/// What the door is made of.
pub struct Parts {
    /// Where the profile will lie.
    pub paths: Paths,
    /// Its name.
    pub profile: String,
    /// The reader's language.
    pub words: Words,
    /// The keys.
    pub keymap: Keymap<Context, Action>,
    /// What the terminal can do.
    pub look: Look,
    /// The colours.
    pub theme: Theme,
    /// The data centres.
    pub centres: Vec<Centre>,
    /// What is asked for.
    pub rights: Vec<Right>,
    /// Where, and as which client, somebody was signed in before.
    pub before: Option<(Result<String, String>, String)>,
}

/// Shows the door until somebody has gone through it, or home. Must be called on the main thread, as
/// [`run`](super::run).
pub async fn run(parts: Parts) -> Result<Left> {
    let session = Session::enter(SessionOptions::default()).wrap_err("The terminal could not be taken")?;
    let (mut inputs, input) =
        term::spawn(parts.look.ssh).wrap_err("The terminal's signals cannot be heard")?;
    let (sender, mut reports) = mpsc::unbounded_channel();
    let mut porch = Porch::new(parts, session, input, sender);
    porch.frame();
    while porch.left.is_none() {
        let wake = porch.door.next_wake();
        tokio::select! {
            biased;
            Some(first) = inputs.recv() => porch.take_inputs(first)?,
            Some(first) = reports.recv() => porch.take_report(first),
            () = sleep_until(wake) => porch.take(Message::Woke)?,
        }
        while let Ok(more) = inputs.try_recv() {
            porch.take_inputs(more)?;
        }
        while let Ok(more) = reports.try_recv() {
            porch.take_report(more);
        }
        if std::mem::take(&mut porch.stop) {
            porch.suspend().await?;
        }
        if porch.left.is_none() {
            porch.frame();
        }
    }
    // Whoever reads next must find nobody reading beside them.
    porch.input.pause().await;
    porch.session.leave().wrap_err("The terminal could not be given back")?;
    Ok(porch.left.unwrap_or(Left::Home))
}

/// The parts at work.
struct Porch {
    door: Door,
    doorman: Doorman,
    session: Session,
    screen: Screen<Out>,
    input: InputHandle,
    theme: Theme,
    tmux: bool,
    /// Whether it was asked to stop for a while.
    stop: bool,
    left: Option<Left>,
}

impl Porch {
    fn new(
        parts: Parts,
        session: Session,
        input: InputHandle,
        reports: mpsc::UnboundedSender<Report>,
    ) -> Self {
        let Parts { paths, profile, words, keymap, look, theme, centres, rights, before } = parts;
        let area = session.area();
        let door = Door::new(Start {
            now: Timestamp::now(),
            words: words.clone(),
            keymap: Rc::new(keymap),
            size: (area.width, area.height),
            profile: profile.clone(),
            centres,
            rights,
            redirect: Doorman::redirect(),
            before,
        });
        let screen = Screen::new(Out, ScreenOptions::from(&look));
        let doorman = Doorman::new(paths, profile, words, reports);
        Self { door, doorman, session, screen, input, theme, tmux: look.tmux, stop: false, left: None }
    }

    fn take(&mut self, message: Message) -> Result<()> {
        let effects = self.door.update(message, Timestamp::now());
        self.carry_out(effects)
    }

    fn take_report(&mut self, report: Report) {
        match report {
            Report::Token(token) => self.doorman.hold(token),
            Report::Message(message) => {
                // What a job reports asks for nothing that has to do with the terminal.
                for effect in self.door.update(message, Timestamp::now()) {
                    self.doorman.start(effect);
                }
            }
        }
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> Result<()> {
        for effect in effects {
            match self.doorman.start(effect) {
                Some(Outside::Leave(left)) => self.left = Some(left),
                Some(Outside::Copy(text)) => {
                    if let Some(osc) = Osc::copy(&text, self.tmux) {
                        self.screen.say(&osc)?;
                        self.take(Message::Copied)?;
                    }
                }
                Some(Outside::Suspend) => self.stop = true,
                None => {}
            }
        }
        Ok(())
    }

    async fn suspend(&mut self) -> Result<()> {
        self.input.pause().await;
        self.session.suspend().wrap_err("The terminal could not be taken again")?;
        self.screen.forget();
        self.input.resume();
        self.measure()
    }

    fn take_inputs(&mut self, inputs: Vec<Input>) -> Result<()> {
        for input in inputs {
            match input {
                Input::Key(key) => self.take(Message::Key(key))?,
                Input::Paste(text) => self.take(Message::Paste(text))?,
                Input::Resize(columns, rows) => self.take(Message::Resize(columns, rows))?,
                Input::Continued => {
                    if self.session.retake().is_err() {
                        self.left = Some(Left::Home);
                    }
                    self.screen.forget();
                    self.measure()?;
                }
                Input::HangUp => self.left = Some(Left::Home),
                Input::PasteCut | Input::FocusIn | Input::FocusOut | Input::Mouse(_) => {}
            }
        }
        self.input.set_in_text(self.door.contexts().iter().any(|context| context.takes_text()));
        Ok(())
    }

    fn measure(&mut self) -> Result<()> {
        let area = self.session.area();
        self.take(Message::Resize(area.width, area.height))
    }

    fn frame(&mut self) {
        let (columns, rows) = self.door.size;
        let (door, theme) = (&self.door, &self.theme);
        let mut room = (0, 0);
        let drawn = self.screen.draw(Rect::new(0, 0, columns, rows), |buffer| {
            let drawn = ui::draw_door(door, theme, buffer.area, buffer);
            room = drawn.room;
            drawn.cursor.map(|(x, y)| Position { x, y })
        });
        if drawn.is_err() {
            // Nobody is there to read.
            self.left = Some(Left::Home);
        }
        self.door.drawn(room);
    }
}
