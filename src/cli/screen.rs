//! `balcao`: the screen.

use std::process::ExitCode;

use color_eyre::{Result, eyre::eyre};
use jiff::SignedDuration;

use super::target::{Open, TargetArgs};
use crate::app::{Action, Context};
use crate::config::{ColourWish, Paths, Settings};
use crate::keys::Keymap;
use crate::run::{self, Parts};
use crate::term::{Colour, Look, Wishes};
use crate::text::Lang;
use crate::ui::Theme;

/// Opens the screen.
pub async fn run(args: &TargetArgs, paths: &Paths, lang: Lang) -> Result<ExitCode> {
    look(&Settings::read(&paths.settings())?).check()?;
    let open = Open::new(args, paths, lang).await?;
    Box::pin(show(open, paths)).await
}

/// Shows the screen on what is open.
pub async fn show(open: Open, paths: &Paths) -> Result<ExitCode> {
    let look = look(&open.settings);
    look.check()?;
    let keymap = keymap(paths)?;
    let theme = theme(&open.settings.theme, look)?.with_ascii(look.ascii);
    let notice = damage(&open);
    Box::pin(run::run(Parts {
        services: open.services,
        words: open.words,
        zone: open.zone,
        keymap,
        look,
        theme,
        hold: SignedDuration::from_secs(open.settings.hold_seconds.into()),
        home: directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned()),
        sandbox: open.sandbox,
        notice,
    }))
    .await?;
    Ok(ExitCode::SUCCESS)
}

/// What was damaged and set aside, in sentences; the words a person typed come first.
pub fn damage(open: &Open) -> Option<String> {
    let words = open.words_set_aside.as_ref().map(|(path, count)| {
        let args = [("path", path.display().to_string().into()), ("count", (*count).into())];
        open.words.say_with("error-words-corrupt", &args)
    });
    let cache = open.set_aside.as_ref().map(|path| {
        open.words.say_with("error-store-corrupt", &[("path", path.display().to_string().into())])
    });
    let sentences: Vec<_> = words.into_iter().chain(cache).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
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

fn theme(name: &str, look: Look) -> Result<Theme> {
    if look.colour == Colour::Mono {
        return Ok(Theme::built_in("mono").unwrap_or_default());
    }
    Theme::built_in(name).ok_or_else(|| {
        eyre!(
            "There is no theme “{name}”. There are: {}. Change `theme` in settings.toml.",
            Theme::NAMES.join(", ")
        )
    })
}

fn keymap(paths: &Paths) -> Result<Keymap<Context, Action>> {
    let own = match std::fs::read_to_string(paths.keymap()) {
        Ok(own) => Some(own),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(source) => return Err(crate::config::Error::Read { path: paths.keymap(), source }.into()),
    };
    Ok(Keymap::parse(BUILT_IN, own.as_deref())?)
}

/// The built-in keys.
const BUILT_IN: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/keymap.toml"));
