//! The loop: what comes in is drained, `update` takes it, one frame goes out. Nothing in here waits for the network or
//! the disk; there is no tick. When a frame is due, `pace` says.

pub mod door;
mod editor;
mod pace;
mod watch;

use std::path::PathBuf;
use std::rc::Rc;
use std::time::Duration;

use color_eyre::eyre::{Result, WrapErr};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use ratatui::layout::Position;
use tokio::sync::mpsc;
use tokio::time::Instant;

use crate::app::{Action, App, Context, Effect, Message, Start};
use crate::counter::Services;
use crate::jobs::{Jobs, Outside, Report};
use crate::keys::Keymap;
use crate::pairing::Setup;
use crate::term::{self, Input, InputHandle, Look, Osc, Out, Screen, ScreenOptions, Session, SessionOptions};
use crate::text::Words;
use crate::ui::{self, Theme};
use pace::Pace;

/// How long leaving waits for what is being sent.
const LEAVE_WITHIN: Duration = Duration::from_secs(10);

/// How long a program whose terminal is gone may take to put its words away.
const GONE_WITHIN: Duration = Duration::from_millis(1500);

/// What the loop is made of.
pub struct Parts {
    /// Zoho and the cache.
    pub services: Services,
    /// The reader's language.
    pub words: Words,
    /// The reader's time zone.
    pub zone: TimeZone,
    /// The keys.
    pub keymap: Keymap<Context, Action>,
    /// What the terminal can do.
    pub look: Look,
    /// The colours.
    pub theme: Theme,
    /// How long a message is held.
    pub hold: SignedDuration,
    /// What `~` means in paths.
    pub home: Option<PathBuf>,
    /// The pairing of Bigin and Desk; none where nothing can be kept.
    pub pairing: Option<Setup>,
    /// Whether this is a sandbox.
    pub sandbox: bool,
    /// Whether nothing is kept on this machine.
    pub unkept: bool,
    /// Something to say first: a cache that was set aside.
    pub notice: Option<String>,
}

/// Shows the screen until the person leaves or the terminal is gone. Must be called on the main thread: that one's
/// panic gives the terminal back.
pub async fn run(parts: Parts) -> Result<()> {
    let session = Session::enter(SessionOptions::default()).wrap_err("The terminal could not be taken")?;
    let (mut inputs, input) =
        term::spawn(parts.look.ssh).wrap_err("The terminal's signals cannot be heard")?;
    let (sender, mut reports) = mpsc::unbounded_channel();
    let mut parts = parts;
    let pairing = parts.pairing.take();
    let jobs =
        Jobs::new(parts.services.clone(), parts.words.clone(), parts.home.clone(), pairing, sender.clone());
    let services = parts.services.clone();
    let mut house = House::new(parts, session, input, jobs);
    house.begin();
    house.frame();
    watch::start(&services, sender).await;
    while house.over.is_none() {
        let (wake, due) = (house.app.next_wake(), house.due());
        tokio::select! {
            biased;
            Some(first) = inputs.recv() => house.take_inputs(first).await?,
            Some(first) = reports.recv() => house.take_report(first),
            () = reach(due) => {}
            () = sleep_until(wake) => house.take(Message::Woke),
        }
        // What is already here belongs to the same frame.
        while let Ok(more) = inputs.try_recv() {
            house.take_inputs(more).await?;
        }
        while let Ok(more) = reports.try_recv() {
            house.take_report(more);
        }
        house.jobs.ask();
        if house.over.is_none() && house.due().is_some_and(|due| due <= Instant::now()) {
            house.frame();
        }
    }
    Box::pin(house.leave(reports)).await
}

/// How the loop ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Over {
    /// The person left.
    Quit,
    /// The terminal is gone.
    Gone,
}

/// The parts at work.
struct House {
    app: App,
    jobs: Jobs,
    session: Session,
    screen: Screen<Out>,
    input: InputHandle,
    theme: Theme,
    tmux: bool,
    notice: Option<String>,
    pace: Pace,
    over: Option<Over>,
}

impl House {
    fn new(parts: Parts, session: Session, input: InputHandle, jobs: Jobs) -> Self {
        let Parts { words, zone, keymap, look, theme, hold, sandbox, unkept, notice, .. } = parts;
        let area = session.area();
        let app = App::new(Start {
            now: Timestamp::now(),
            zone,
            words,
            keymap: Rc::new(keymap),
            size: (area.width, area.height),
            hold,
            sandbox,
            unkept,
        });
        let screen = Screen::new(Out, ScreenOptions::from(&look));
        let (tmux, pace) = (look.tmux, Pace::new(Instant::now()));
        Self { app, jobs, session, screen, input, theme, tmux, notice, pace, over: None }
    }

    fn begin(&mut self) {
        let effects = self.app.start();
        self.carry_out(effects);
        if let Some(sentence) = self.notice.take() {
            let trouble = crate::app::Trouble { sentence, offline: false, at: self.app.now };
            self.take(Message::Notice(trouble));
        }
    }

    fn take(&mut self, message: Message) {
        self.pace.changed();
        let effects = self.app.update(message, Timestamp::now());
        self.carry_out(effects);
    }

    fn take_report(&mut self, report: Report) {
        match report {
            Report::Message(message) => self.take(message),
            Report::Free(place) => self.jobs.freed(&place),
        }
    }

    async fn take_inputs(&mut self, inputs: Vec<Input>) -> Result<()> {
        for input in inputs {
            self.take_input(input).await?;
        }
        Ok(())
    }

    async fn take_input(&mut self, input: Input) -> Result<()> {
        self.pace.pressed(Instant::now());
        match input {
            Input::Key(key) => {
                let outside = self.outside(Message::Key(key));
                for one in outside {
                    self.step_outside(one).await?;
                }
            }
            Input::Paste(text) => self.take(Message::Paste(text)),
            Input::PasteCut => self.take(Message::PasteCut),
            Input::Resize(columns, rows) => self.take(Message::Resize(columns, rows)),
            Input::Continued => {
                if self.session.retake().is_err() {
                    self.over = Some(Over::Gone);
                }
                self.screen.forget();
                self.measure();
            }
            Input::HangUp => self.over = Some(Over::Gone),
            Input::FocusIn | Input::FocusOut | Input::Mouse(_) => {}
        }
        self.input.set_in_text(self.app.contexts().iter().any(|context| context.takes_text()));
        Ok(())
    }

    fn outside(&mut self, message: Message) -> Vec<Outside> {
        let effects = self.app.update(message, Timestamp::now());
        effects.into_iter().filter_map(|effect| self.jobs.start(effect)).collect()
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match self.jobs.start(effect) {
                Some(Outside::Quit) => self.over = Some(Over::Quit),
                // The rest is only ever asked for by a key, and goes through `take_input`.
                Some(Outside::Edit(_) | Outside::Read(_) | Outside::Copy(_) | Outside::Suspend) | None => {}
            }
        }
    }

    async fn step_outside(&mut self, outside: Outside) -> Result<()> {
        match outside {
            Outside::Quit => self.over = Some(Over::Quit),
            Outside::Copy(text) => self.copy(&text)?,
            Outside::Suspend => {
                self.input.pause().await;
                self.session.suspend().wrap_err("The terminal could not be taken again")?;
                self.back();
            }
            Outside::Read(text) => {
                self.input.pause().await;
                let read = tokio::task::block_in_place(|| self.session.lend(|| editor::read(&text)));
                self.back();
                if let Err(why) = read.wrap_err("The terminal could not be taken again")? {
                    let words = &self.app.words;
                    let args = [("why", words.refusal(&why).into())];
                    let sentence = words.say_with("pager-failed-because", &args);
                    self.take(Message::Notice(crate::app::Trouble {
                        sentence,
                        offline: false,
                        at: self.app.now,
                    }));
                }
            }
            Outside::Edit(text) => {
                self.input.pause().await;
                let edited = tokio::task::block_in_place(|| self.session.lend(|| editor::edit(&text)));
                self.back();
                let edited = edited.wrap_err("The terminal could not be taken again")?;
                let result = edited.map_err(|why| crate::app::Trouble {
                    sentence: self
                        .app
                        .words
                        .say_with("editor-failed-because", &[("why", self.app.words.refusal(&why).into())]),
                    offline: false,
                    at: Timestamp::now(),
                });
                self.take(Message::Edited(result));
            }
        }
        Ok(())
    }

    fn copy(&mut self, text: &str) -> Result<()> {
        match Osc::copy(text, self.tmux) {
            Some(osc) => {
                self.screen.say(&osc)?;
                self.take(Message::Copied);
            }
            None => {
                let sentence = self.app.words.say("notice-too-long-to-copy");
                self.take(Message::Notice(crate::app::Trouble {
                    sentence,
                    offline: false,
                    at: self.app.now,
                }));
            }
        }
        Ok(())
    }

    /// The terminal was somebody else's for a while: its size may have changed, and what it shows has.
    fn back(&mut self) {
        self.screen.forget();
        self.input.resume();
        self.measure();
    }

    fn measure(&mut self) {
        let area = self.session.area();
        self.take(Message::Resize(area.width, area.height));
    }

    /// When the next frame is due; none while nothing has changed.
    fn due(&self) -> Option<Instant> {
        self.pace.due(self.jobs.reads_what_is_shown())
    }

    /// Draws a frame; what drawing finds out about the room may ask for more rows, never for another frame.
    fn frame(&mut self) {
        let (columns, rows) = self.app.size;
        let area = ratatui::layout::Rect::new(0, 0, columns, rows);
        let (app, theme) = (&self.app, &self.theme);
        let mut regions = crate::app::Regions::default();
        let drawn = self.screen.draw(area, |buffer| {
            let drawn = ui::draw(app, theme, buffer.area, buffer);
            regions = drawn.regions;
            drawn.cursor.map(|(x, y)| Position { x, y })
        });
        if drawn.is_err() {
            // Nobody is there to read.
            self.over = Some(Over::Gone);
            return;
        }
        let effects = self.app.drawn(regions);
        self.carry_out(effects);
        self.jobs.ask();
        self.pace.drawn(Instant::now(), self.jobs.reads_what_is_shown());
    }

    /// Puts what is typed away, and waits for what is under way: longer when a person waits, not long when nobody does.
    async fn leave(mut self, reports: mpsc::UnboundedReceiver<Report>) -> Result<()> {
        let gone = self.over == Some(Over::Gone);
        let effects = self.app.farewell();
        self.carry_out(effects);
        drop(reports);
        if !gone {
            self.session.leave().wrap_err("The terminal could not be given back")?;
        }
        let within = if gone { GONE_WITHIN } else { LEAVE_WITHIN };
        // What is not settled by then is in the outbox with its fate, and will be looked up.
        let _ = tokio::time::timeout(within, self.jobs.settle()).await;
        Ok(())
    }
}

async fn reach(due: Option<Instant>) {
    match due {
        Some(due) => tokio::time::sleep_until(due).await,
        None => std::future::pending().await,
    }
}

async fn sleep_until(at: Option<Timestamp>) {
    match at {
        Some(at) => {
            let left = at.duration_since(Timestamp::now());
            tokio::time::sleep(Duration::try_from(left).unwrap_or_default()).await;
        }
        None => std::future::pending().await,
    }
}
