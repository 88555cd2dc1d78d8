//! Taking the terminal and giving it back, whatever happens in between.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::os::fd::OwnedFd;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, ThreadId};
use std::time::Duration;

use ratatui::layout::Rect;
use rustix::process::{Signal, kill_current_process_group};
use rustix::stdio::{dup2_stderr, stderr, stdin, stdout};
use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcgetwinsize, tcsetattr};

use super::{LIMIT, Out};

/// What to ask of the terminal beyond the screen itself. As little as possible by default: what an SSH
/// connection leaves behind when it breaks cannot be taken back from the far side.
#[derive(Debug, Default)]
pub struct Options {
    /// Report the mouse. The terminal then no longer selects text by itself.
    pub mouse: bool,
    /// Report when the window gains or loses the focus.
    pub focus: bool,
    /// Where standard error goes while the screen is up, usually the log; `None` lets it go nowhere.
    /// A standard error that is not a terminal stays where it is.
    pub errors: Option<File>,
}

/// The alternate screen, no wrapping, no cursor, bracketed paste. Whether the wheel sends arrow keys there (1007) is left
/// as the person has it: it could be saved and restored, but several terminals misread that as a scroll region.
const ENTER: &str = "\x1b[?1049h\x1b[?7l\x1b[?25l\x1b[?2004h";
const MOUSE: &str = "\x1b[?1000h\x1b[?1006h";
const FOCUS: &str = "\x1b[?1004h";
/// Everything back, also what this session did not ask for: end of a frame, scroll region, colours, mouse,
/// focus, paste, keyboard flags, wrapping, cursor; the alternate screen last.
const LEAVE: &str = "\x1b[?2026l\x1b[r\x1b[0m\x1b[?1006l\x1b[?1000l\x1b[?1004l\x1b[?2004l\x1b[<u\x1b[?7h\
                     \x1b[?25h\x1b[?1049l";

/// The system stops all threads of a process well within this time.
const STOPPING: Duration = Duration::from_millis(20);

/// The bytes that put any terminal back as it was, in the order in which they are sent.
pub fn restore_sequence() -> &'static [u8] {
    LEAVE.as_bytes()
}

/// The terminal while the screen is up. Dropping it gives the terminal back.
#[derive(Debug)]
pub struct Session {
    held: Arc<Held>,
}

/// What has to be put back; shared with the panic hook.
#[derive(Debug)]
struct Held {
    options: Options,
    owner: ThreadId,
    before: Mutex<Option<Before>>,
}

/// How the terminal was.
#[derive(Debug)]
struct Before {
    modes: Termios,
    errors: Option<OwnedFd>,
}

impl Session {
    /// Takes the terminal: raw keys, the alternate screen, standard error out of the way. From here on a
    /// panic of this thread gives the terminal back before it speaks; that of another thread goes to the
    /// log and leaves the screen up.
    pub fn enter(options: Options) -> io::Result<Self> {
        let held = Arc::new(Held { options, owner: thread::current().id(), before: Mutex::new(None) });
        guard_panics(&held);
        held.enter()?;
        Ok(Self { held })
    }

    /// Gives the terminal back, in one write. Does nothing when it was given back already.
    pub fn leave(&self) -> io::Result<()> {
        self.held.leave()
    }

    /// Takes the terminal again, after [`Session::leave`] or when the process was stopped and continued from
    /// outside. What it shows is unknown then: call [`super::Screen::forget`].
    pub fn retake(&self) -> io::Result<()> {
        self.held.leave()?;
        self.held.enter()
    }

    /// Stops the process group, as ctrl-z does, until the shell brings it back; then takes the terminal
    /// again. Pause the input before, and call [`super::Screen::forget`] after.
    pub fn suspend(&self) -> io::Result<()> {
        self.held.leave()?;
        kill_current_process_group(Signal::TSTP)?;
        // The signal may first reach another thread; the stop must not find the terminal taken again.
        thread::sleep(STOPPING);
        self.held.enter()
    }

    /// Lends the terminal to `work`, for example an editor, and takes it back. Pause the input before (two
    /// readers would share the keys), and call [`super::Screen::forget`] after.
    pub fn lend<R>(&self, work: impl FnOnce() -> R) -> io::Result<R> {
        self.held.leave()?;
        let result = work();
        // What was typed while the borrower ended was not meant for the screen.
        tcflush(stdin(), QueueSelector::IFlush)?;
        self.held.enter()?;
        Ok(result)
    }

    /// The terminal's size, no larger than [`LIMIT`]; empty when it is gone.
    pub fn area(&self) -> Rect {
        tcgetwinsize(stdout())
            .map_or(Rect::ZERO, |size| Rect::new(0, 0, size.ws_col.min(LIMIT.0), size.ws_row.min(LIMIT.1)))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The terminal may be gone, and then there is nothing to give back.
        let _ = self.held.leave();
    }
}

impl Held {
    fn enter(&self) -> io::Result<()> {
        let mut before = self.before.lock().unwrap_or_else(PoisonError::into_inner);
        if before.is_some() {
            return Ok(());
        }
        let modes = tcgetattr(stdin())?;
        let mut raw = modes.clone();
        raw.make_raw();
        tcsetattr(stdin(), OptionalActions::Now, &raw)?;
        *before = Some(Before { modes, errors: self.redirect_errors() });
        let mut asked = ENTER.to_owned();
        for (wanted, sequence) in [(self.options.mouse, MOUSE), (self.options.focus, FOCUS)] {
            if wanted {
                asked.push_str(sequence);
            }
        }
        Out.write_all(asked.as_bytes())
    }

    fn leave(&self) -> io::Result<()> {
        let Some(before) = self.before.lock().unwrap_or_else(PoisonError::into_inner).take() else {
            return Ok(());
        };
        let written = Out.write_all(restore_sequence());
        // Also when the write failed: another terminal on the same line may still profit.
        let restored = tcsetattr(stdin(), OptionalActions::Now, &before.modes);
        if let Some(errors) = before.errors {
            dup2_stderr(errors)?;
        }
        written.and(restored.map_err(Into::into))
    }

    /// Sends standard error away from the screen, and keeps the way back. A failure costs at worst a
    /// scribbled line, so it is no reason to refuse the screen.
    fn redirect_errors(&self) -> Option<OwnedFd> {
        if !io::stderr().is_terminal() {
            return None;
        }
        let original = rustix::io::fcntl_dupfd_cloexec(stderr(), 3).ok()?;
        let nowhere;
        let target = if let Some(file) = &self.options.errors {
            file
        } else {
            nowhere = File::options().write(true).open("/dev/null").ok()?;
            &nowhere
        };
        dup2_stderr(target).ok()?;
        Some(original)
    }
}

/// Lets a panic give the terminal back first, so that its message can be read.
fn guard_panics(held: &Arc<Held>) {
    let held = Arc::downgrade(held);
    let next = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        match held.upgrade() {
            Some(held) if thread::current().id() == held.owner => {
                let _ = held.leave();
            }
            // A job fails by itself and reports so; its message must not land on the screen, and standard
            // error leads to the log.
            Some(_) => tracing::error!("{panic}"),
            None => {}
        }
        next(panic);
    }));
}
