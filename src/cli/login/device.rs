//! With any browser anywhere: a code is shown here and typed there.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use serde_json::json;
use tokio::time::{Instant, MissedTickBehavior, interval};

use super::{Desk, ask::tell, failure};
use crate::cli::exit::Failure;
use crate::cli::print;
use crate::counter;
use crate::signin::{Client, Signed, Site, Wait, begin, wait};
use crate::zoho::Device;

pub(super) async fn sign_in(desk: &Desk<'_>, site: Site, client: &Client) -> Result<Signed, Failure> {
    let device = begin(&site, client).await.map_err(|error| failure::of(&error, desk))?;
    show(desk, &device)?;
    let mut shown = Shown { desk, end: Instant::now() + device.expires_in, trouble: None };
    shown.draw();
    let (told, mut hear) = tokio::sync::mpsc::unbounded_channel();
    let tell_of = |what| {
        // Whoever listens is this very function.
        let _ = told.send(what);
    };
    let mut waiting = Box::pin(wait(site, client, &device, tell_of));
    let mut second = interval(Duration::from_secs(1));
    second.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let signed = loop {
        tokio::select! {
            signed = &mut waiting => break signed,
            Some(what) = hear.recv() => shown.hear(what),
            _ = second.tick() => shown.draw(),
        }
    };
    shown.clear();
    signed.map_err(|error| failure::of(&error, desk))
}

fn show(desk: &Desk, device: &Device) -> Result<(), Failure> {
    if desk.args.json {
        return print::json(&json!({ "device": {
            "user_code": device.user_code, "address": device.address,
            "address_with_code": device.address_with_code, "expires_in": device.expires_in.as_secs(),
        } }));
    }
    let code: String = device.user_code.chars().flat_map(|letter| [letter, ' ']).collect();
    let code = code.trim_end();
    let line = "─".repeat(code.chars().count() + 4);
    let mut text = format!("\n{}\n  {}\n", desk.say("login-device"), device.address);
    text += &format!("{}\n\n  ┌{line}┐\n  │  {code}  │\n  └{line}┘\n", desk.say("login-device-code"));
    if let Some(address) = &device.address_with_code {
        text += &format!("\n{}\n  {address}\n", desk.say("login-device-short"));
    }
    tell(&text);
    Ok(())
}

/// The line that says how long the code can still be typed. Only a terminal gets it anew every second.
struct Shown<'a> {
    desk: &'a Desk<'a>,
    end: Instant,
    trouble: Option<String>,
}

impl Shown<'_> {
    fn hear(&mut self, what: Wait) {
        match what {
            Wait::Pending => self.trouble = None,
            Wait::Away(error) => self.trouble = Some(counter::Error::Zoho(error).sentence(self.desk.words)),
            Wait::Moved(centre) => {
                self.clear();
                if !self.desk.args.json {
                    tell(&self.desk.words.say_with("login-moved", &[("centre", centre.into())]));
                }
            }
        }
        self.draw();
    }

    fn lively(&self) -> bool {
        !self.desk.args.json && io::stderr().is_terminal()
    }

    fn draw(&self) {
        if !self.lively() {
            return;
        }
        let left = self.end.saturating_duration_since(Instant::now()).as_secs();
        let left = format!("{}:{:02}", left / 60, left % 60);
        let (id, reason) = match &self.trouble {
            Some(reason) => ("login-waiting-away", reason.as_str()),
            None => ("login-waiting", ""),
        };
        let text = self.desk.words.say_with(id, &[("left", left.into()), ("reason", reason.into())]);
        let wide = print::columns().map_or(79, |columns| usize::from(columns).saturating_sub(1));
        let mut err = io::stderr().lock();
        let _ = write!(err, "\r\x1b[K{}", crate::text::clip(&text, wide)).and_then(|()| err.flush());
    }

    fn clear(&self) {
        if self.lively() {
            let _ = write!(io::stderr().lock(), "\r\x1b[K");
        }
    }
}
