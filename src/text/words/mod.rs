//! The words of the program: Fluent messages by subject in `assets/i18n`, one folder a language, built into the binary.

mod arg;
mod catalogue;
mod lang;
mod standard;

use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::model::{Reason, system_word};

pub use arg::Arg;
pub use lang::{Lang, UnknownLang};
pub use standard::Standard;

/// The messages of one language. Cheap to clone, and may be shared by threads.
#[derive(Clone)]
pub struct Words {
    lang: Lang,
    bundle: Arc<FluentBundle<FluentResource>>,
}

impl Words {
    /// Opens the messages of a language. They are part of the program, so this cannot fail; a catalogue that does not
    /// parse is caught by the tests of this module.
    pub fn new(lang: Lang) -> Self {
        Self::of(lang, catalogue::files(lang).iter().map(|(_, source)| *source))
    }

    /// The Portuguese of the command line's help and complaints, and nothing else. The English of these stands in the code
    /// of the commands.
    pub fn arguments() -> Self {
        Self::of(Lang::PtBr, [catalogue::ARGUMENTS])
    }

    fn of(lang: Lang, sources: impl IntoIterator<Item = &'static str>) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.locale()]);
        // Fluent would put U+2068 and U+2069 around arguments: cells would go wrong.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(arg::grouped));
        for source in sources {
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle: Arc::new(bundle) }
    }

    /// Which language these are.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is a message of this name.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.value().is_some())
    }

    /// A message without arguments.
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// A message with arguments. Text in arguments is made inert first ([`line()`](crate::text::line)): it may be
    /// foreign. Whole numbers are grouped by threes and choose the plural; numbers that are names (ticket numbers)
    /// go in as text. A message that does not exist, or lacks an argument, shows its own name in `⟦ ⟧`.
    pub fn say_with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return format!("⟦{id}⟧");
        };
        let mut known = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            known.set(*name, arg.value());
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&known), &mut errors);
        if errors.is_empty() { text.into_owned() } else { format!("⟦{id}⟧ {text}") }
    }
}

impl Words {
    /// A reason that was kept, in this language.
    pub fn reason(&self, reason: &Reason) -> String {
        let (id, texts, numbers, behind) = match reason {
            Reason::Told { id, texts, numbers, behind } => (id, texts, numbers, behind),
            Reason::Plain(sentence) => return crate::text::line(sentence).into_owned(),
        };
        let text_of = |name: &str, text: &str| if name == "why" { self.why(text) } else { text.to_owned() };
        let texts = texts.iter().map(|(name, text)| (name.as_str(), Arg::from(text_of(name, text))));
        let numbers = numbers.iter().map(|(name, number)| (name.as_str(), Arg::from(*number)));
        let sentence = self.say_with(id, &texts.chain(numbers).collect::<Vec<_>>());
        if behind.is_empty() { sentence } else { format!("{sentence} ({})", crate::text::line(behind)) }
    }
}

impl Words {
    /// Why the system refused something, in this language.
    pub fn refusal(&self, error: &std::io::Error) -> String {
        self.why(&system_word(error))
    }

    /// The same by the word of [`system_word`]: in this language, or as
    /// the system says it when the catalogue has no word for it.
    pub fn why(&self, word: &str) -> String {
        let id = format!("error-why-{word}");
        if self.has(&id) { self.say(&id) } else { word.to_owned() }
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.lang)
    }
}
