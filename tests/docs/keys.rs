//! `docs/keys.md`: the built-in keymap with the words of the catalogue.

use std::collections::BTreeMap;
use std::fmt::Write;

use balcao::app::{Action, Context};
use balcao::keys::Keymap;
use balcao::text::{Lang, Words};

const HEAD: &str = "# The keys

<!-- Made of assets/keymap.toml and the catalogue: `UPDATE_DOCS=1 cargo test docs` writes it anew. -->

`?` shows this list in the program, `f1` while writing. A table further down goes before one further up: while you write,
only *While writing* counts, so no letter is ever taken from your text. In a question, the letter before an answer gives it.

To change keys, write your own `keymap.toml` beside `settings.toml`: one table a context, one line a key, laid over the
built-in ones; `false` takes a key away.

```toml
[list]
\"ctrl-n\" = \"down\"
\"q\" = false
```
";

#[test]
fn the_list_of_keys_is_current() {
    let keymap: Keymap<Context, Action> =
        Keymap::parse(&super::read("assets/keymap.toml"), None, |place: &Context| place.takes_text())
            .expect("the built-in keymap");
    let words = Words::new(Lang::En);
    let mut page = HEAD.to_owned();
    for context in Context::ALL {
        let mut keys: BTreeMap<Action, Vec<String>> = BTreeMap::new();
        for (_, chord, action) in keymap.entries().filter(|(at, ..)| *at == context) {
            keys.entry(*action).or_default().push(format!("`{chord}`"));
        }
        let (name, title) = (context.name(), words.say(&format!("context-{}", context.name())));
        write!(page, "\n## {title} · `[{name}]`\n\n| keys | what | name |\n| --- | --- | --- |\n")
            .expect("text");
        for (action, keys) in keys {
            let what = words.say(&format!("action-{}", action.name()));
            writeln!(page, "| {} | {what} | `{}` |", keys.join(" "), action.name()).expect("text");
        }
    }
    assert!(!page.contains('⟦'), "a word is missing from the catalogue");
    super::is_current("docs/keys.md", &page);
}

#[test]
fn every_action_has_a_key_or_is_an_answer() {
    let keymap: Keymap<Context, Action> =
        Keymap::parse(&super::read("assets/keymap.toml"), None, |place: &Context| place.takes_text())
            .expect("the built-in keymap");
    let bound: Vec<_> = keymap.entries().map(|(_, _, action)| *action).collect();
    let without: Vec<_> = Action::ALL.iter().filter(|action| !bound.contains(action)).collect();
    assert!(without.iter().all(|action| **action == Action::Edit), "no key for {without:?}");
}
