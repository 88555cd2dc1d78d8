//! `balcao`: the screen; before anybody is signed in, the front door.

use std::process::ExitCode;

use jiff::SignedDuration;

use super::exit::{Exit, Failure};
use super::ground::Ground;
use super::target::{Open, TargetArgs};
use super::{demo, door, sentence};
use crate::app::door::Left;
use crate::app::{Action, Context};
use crate::config::{ColourWish, Paths, Settings};
use crate::keys::Keymap;
use crate::run::{self, Parts};
use crate::store::Keeper;
use crate::term::{Colour, Look, Wishes};
use crate::text::Words;
use crate::ui::Theme;

/// Opens the screen, by the front door where nobody is signed in.
pub async fn run(args: &TargetArgs, ground: &Ground) -> Result<ExitCode, Failure> {
    look(&ground.settings).check().map_err(|refusal| sentence::of_refusal(refusal, &ground.words))?;
    if door::is_wanted(args, ground) {
        match Box::pin(door::show(args, ground)).await? {
            Left::Home => return Ok(ExitCode::SUCCESS),
            Left::Demo => return Box::pin(demo::run(demo::Args::default(), args, ground)).await,
            Left::In => {}
        }
    }
    let open = Open::new(args, ground).await?;
    Box::pin(show(open, ground)).await
}

/// Shows the screen on what is open.
pub async fn show(open: Open, ground: &Ground) -> Result<ExitCode, Failure> {
    let words = &ground.words;
    let look = look(&open.settings);
    look.check().map_err(|refusal| sentence::of_refusal(refusal, words))?;
    let (keymap, complaint) = keymap(&ground.paths, words)?;
    let theme = theme(&open.settings.theme, look).with_ascii(look.ascii);
    let pairing = (!open.unkept).then(|| open.setup());
    let remarks: Vec<_> = complaint.into_iter().chain(open.remarks).collect();
    let keeper = open.services.keeper.clone();
    let shown = Box::pin(run::run(Parts {
        services: open.services,
        words: open.words,
        zone: open.zone,
        keymap,
        look,
        theme,
        hold: SignedDuration::from_secs(open.settings.hold_seconds.into()),
        home: directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned()),
        pairing,
        sandbox: open.sandbox,
        unkept: open.unkept,
        notice: (!remarks.is_empty()).then(|| remarks.join(" ")),
    }));
    let shown = shown.await;
    put_away(&keeper).await;
    shown.map_err(|report| sentence::of_report(&report, ("terminal", "error-terminal"), words))?;
    Ok(ExitCode::SUCCESS)
}

/// The words are put into one file. A cache in trouble has said so where it was used.
pub async fn put_away(keeper: &Keeper) {
    let done = keeper.ask(|cache| cache.put_away());
    let _ = tokio::time::timeout(std::time::Duration::from_secs(1), done).await;
}

/// What the terminal can do, with the person's wishes over it.
pub fn look(settings: &Settings) -> Look {
    let colour = match settings.colour {
        ColourWish::Auto => None,
        ColourWish::Mono => Some(Colour::Mono),
        ColourWish::Sixteen => Some(Colour::Sixteen),
        ColourWish::True => Some(Colour::True),
    };
    let wishes = Wishes { colour, ascii: settings.ascii, scroll_region: settings.scroll_region };
    Look::detect(|name| std::env::var(name).ok(), &wishes)
}

pub(super) fn theme(name: &str, look: Look) -> Theme {
    let name = if look.colour == Colour::Mono { "mono" } else { name };
    Theme::built_in(name).unwrap_or_default()
}

/// The keys, and what is wrong with one's own: then the built-in ones hold.
pub(super) fn keymap(
    paths: &Paths,
    words: &Words,
) -> Result<(Keymap<Context, Action>, Option<String>), Failure> {
    use std::io::ErrorKind::{NotADirectory, NotFound};
    let path = paths.keymap();
    let (own, unread) = match std::fs::read_to_string(&path) {
        Ok(own) => (Some(own), None),
        Err(error) if matches!(error.kind(), NotFound | NotADirectory) => (None, None),
        Err(source) => {
            let error = crate::config::Error::Read { path: path.clone(), source };
            (None, Some(sentence::of_config(&error, words).sentence))
        }
    };
    match Keymap::parse(BUILT_IN, own.as_deref(), |place: &Context| place.takes_text()) {
        Ok(keymap) => Ok((keymap, unread)),
        Err(error) => {
            let complaint = sentence::of_keymap(&error, &path, words);
            let built_in = Keymap::parse(BUILT_IN, None, |place: &Context| place.takes_text());
            built_in
                .map(|keymap| (keymap, Some(complaint.clone())))
                .map_err(|_| Failure::new(Exit::Machine, "setup", complaint))
        }
    }
}

/// The built-in keys.
const BUILT_IN: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/keymap.toml"));
