//! The message files, a subject each, built into the program.

use super::Lang;

macro_rules! subjects {
    ($($subject:literal)*) => {
        /// The sources of a language with the name of their subject.
        pub(super) fn files(lang: Lang) -> &'static [(&'static str, &'static str)] {
            match lang {
                Lang::En => &[$(($subject, include_str!(concat!(
                    env!("CARGO_MANIFEST_DIR"), "/assets/i18n/en/", $subject, ".ftl")))),*],
                Lang::PtBr => &[$(($subject, include_str!(concat!(
                    env!("CARGO_MANIFEST_DIR"), "/assets/i18n/pt-BR/", $subject, ".ftl")))),*],
            }
        }
    };
}

/// What the command line's help and complaints are in Portuguese. It has no English twin: that stands in the doc comments of
/// the commands, and in the argument reader.
pub(super) const ARGUMENTS: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/i18n/pt-BR/arguments.ftl"));

subjects! { "app" "cli" "compose" "counter" "door" "errors" "help" "hints" "login" "outbox" "pairing" "pane" "sync" "ticket" "time" }
