//! Every message in every language: the same names, the same arguments, all of them said, and only what exists said.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use balcao::model::{Reason, system_word};
use balcao::text::{Arg, Lang, Words};
use fluent_bundle::FluentResource;

/// Messages that are chosen by a computed name, or that the command line is still to say.
const COMPUTED: &[&str] = &[
    "action-",
    "centre-",
    "channel-",
    "cli-",
    "context-",
    "door-client-",
    "door-way-",
    "door-welcome-",
    "error-",
    "hint-",
    "pair-empty-",
    "pair-end-",
    "pair-list-",
    "pair-way-",
    "pair-wins-",
    "priority-",
    "status-",
    "sync-cause-",
    "sync-list-",
    "sync-state-",
    "sync-unfit-",
    "sync-why-",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the source").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|is| is == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The Portuguese of the command line's help and complaints; its English stands in the code, and its tests beside that.
const ARGUMENTS: &str = "arguments.ftl";

/// File by file: the messages with their arguments.
fn catalogue(lang: Lang) -> BTreeMap<String, BTreeMap<String, BTreeSet<String>>> {
    let mut subjects = BTreeMap::new();
    for path in files(&root().join("assets/i18n").join(lang.to_string()), "ftl") {
        let text = fs::read_to_string(&path).expect("a message file");
        if let Err((_, errors)) = FluentResource::try_new(text.clone()) {
            panic!("{}: {errors:?}", path.display());
        }
        let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, _)) =
                line.split_once(" =").filter(|(id, _)| !id.starts_with(' ') && !id.is_empty())
            {
                id.clone_into(&mut current);
                assert!(messages.insert(id.to_owned(), BTreeSet::new()).is_none(), "{id} is written twice");
            }
            for argument in line.split('$').skip(1) {
                let name: String =
                    argument.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
                messages.get_mut(&current).expect("an argument stands in a message").insert(name);
            }
        }
        subjects.insert(path.file_name().expect("a file").to_string_lossy().into_owned(), messages);
    }
    subjects
}

/// The same of what both languages have.
fn shared(lang: Lang) -> BTreeMap<String, BTreeMap<String, BTreeSet<String>>> {
    let mut files = catalogue(lang);
    assert_eq!(files.remove(ARGUMENTS).is_some(), lang == Lang::PtBr);
    files
}

fn ids(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    shared(lang).into_values().flatten().collect()
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_arguments() {
    let (english, portuguese) = (shared(Lang::En), shared(Lang::PtBr));
    assert_eq!(english.keys().collect::<Vec<_>>(), portuguese.keys().collect::<Vec<_>>());
    for (file, messages) in &english {
        assert_eq!(messages, &portuguese[file], "{file}");
    }
    let total: usize = english.values().map(BTreeMap::len).sum();
    assert_eq!(total, ids(Lang::En).len(), "a message is in two files");
}

#[test]
fn every_message_can_be_said() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for (id, arguments) in ids(lang) {
            assert!(words.has(&id), "{id} in {lang}: is its file in the list of subjects?");
            for number in [0_i64, 1, 2] {
                let args: Vec<(&str, Arg)> =
                    arguments.iter().map(|name| (name.as_str(), Arg::from(number))).collect();
                let said = words.say_with(&id, &args);
                assert!(!said.contains(['⟦', '\u{2068}']) && !said.contains("{$"), "{id} in {lang}: {said}");
            }
        }
    }
}

#[test]
fn what_the_system_refuses_is_said_in_the_readers_words() {
    let missing = std::io::Error::from_raw_os_error(2);
    let reason = Reason::told("error-file", &[("path", "/tmp/x.pdf"), ("why", &system_word(&missing))]);
    for (lang, sentence) in [
        (Lang::En, "/tmp/x.pdf cannot be used: it is not there."),
        (Lang::PtBr, "/tmp/x.pdf não pode ser usado: não existe."),
    ] {
        assert_eq!(Words::new(lang).reason(&reason), sentence);
    }
    // What a store of before kept, and what has no word, is said as it is.
    let old = Reason::told("error-file", &[("path", "x"), ("why", "Input/output error")]);
    assert_eq!(Words::new(Lang::En).reason(&old), "x cannot be used: Input/output error.");
}

#[test]
fn what_is_missing_is_seen() {
    let words = Words::new(Lang::En);
    assert_eq!(words.say("no-such-message"), "⟦no-such-message⟧");
    assert!(words.say("held-reply").starts_with("⟦held-reply⟧"));
    assert!(!words.has("no-such-message"));
}

#[test]
fn plurals_numbers_and_foreign_text_are_right() {
    let (en, pt) = (Words::new(Lang::En), Words::new(Lang::PtBr));
    let count = |words: &Words, number: i64| words.say_with("entry-folded", &[("count", number.into())]);
    assert_eq!(
        [0, 1, 1243].map(|number| count(&en, number)),
        ["0 quoted lines", "1 quoted line", "1 243 quoted lines"]
    );
    assert_eq!(
        [0, 1, 1243].map(|number| count(&pt, number)),
        ["0 linha citada", "1 linha citada", "1 243 linhas citadas"]
    );
    let hostile = "x\x1b]0;y\u{202e}";
    assert_eq!(en.say_with("entry-to", &[("people", hostile.into())]), "to x␛]0;y");
}

/// The text of every string literal right after one of these, over all sources.
fn literals_after(starts: &[&str]) -> BTreeMap<String, PathBuf> {
    let mut found = BTreeMap::new();
    for path in files(&root().join("src"), "rs") {
        let source = fs::read_to_string(&path).expect("a source file");
        for start in starts {
            for rest in source.split(start).skip(1) {
                if let Some(text) =
                    rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next())
                {
                    found.insert(text.to_owned(), path.clone());
                }
            }
        }
    }
    found
}

#[test]
fn every_message_that_is_asked_for_exists() {
    let mut known = ids(Lang::En);
    known.extend(catalogue(Lang::PtBr).remove(ARGUMENTS).expect("the file of the command line"));
    let asked = literals_after(&[".say(", ".say_with("]);
    assert!(asked.contains_key("time-now"), "the search finds what is surely there");
    for (id, path) in asked {
        assert!(known.contains_key(&id), "{} asks for `{id}`, which is in no message file", path.display());
    }
}

#[test]
fn no_message_is_idle() {
    let sources: String = files(&root().join("src"), "rs")
        .iter()
        .map(|path| fs::read_to_string(path).expect("a source file"))
        .collect();
    for id in ids(Lang::En).keys() {
        let computed = COMPUTED.iter().any(|prefix| id.starts_with(prefix));
        assert!(computed || sources.contains(&format!("\"{id}\"")), "nobody says `{id}`");
    }
}
