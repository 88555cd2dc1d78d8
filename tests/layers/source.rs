//! The source as the rules see it: without comments, strings and tests.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the tree.
pub struct Source {
    /// Its path below the root, with `/`.
    pub path: String,
    /// As it is.
    pub text: String,
}

/// The files with this ending below a folder of the package, in order.
pub fn files(folder: &str, ending: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(&root.join(folder), &mut found);
    found.sort();
    let read =
        found.into_iter().filter(|path| path.extension().is_some_and(|found| found == ending)).map(|path| {
            let text = fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
            let below = path.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
            Source { path: below, text }
        });
    read.collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() { walk(&path, found) } else { found.push(path) }
    }
}

impl Source {
    /// The path below `src/`.
    pub fn place(&self) -> &str {
        self.path.strip_prefix("src/").unwrap_or(&self.path)
    }

    /// The room: the first folder below `src/`, or the file's name.
    pub fn room(&self) -> &str {
        self.place().split(['/', '.']).next().expect("a first part")
    }

    /// Whether it stands in one of these places.
    pub fn is_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| {
            self.place().strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    /// The modules on the way from the crate to this file: `["store", "cache"]`.
    pub fn module(&self) -> Vec<&str> {
        let path = self.place().trim_end_matches(".rs").trim_end_matches("/mod");
        path.split('/').filter(|part| !matches!(*part, "lib" | "main")).collect()
    }

    /// What is compiled into the program, with comments and the insides of strings blanked.
    pub fn code(&self) -> String {
        let name = self.place();
        if name.ends_with("/tests.rs") || name.contains("/tests/") || name.ends_with("/samples.rs") {
            return String::new();
        }
        let code = blank(&self.text);
        match code.find("#[cfg(test)]\nmod tests {") {
            Some(tests) => code[..tests].to_owned(),
            None => code,
        }
    }
}

/// Blanks comments and the insides of strings; lines stay where they are.
fn blank(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if first == '"' {
            string(rest, 1)
        } else if rest.starts_with("r\"")
            || rest.starts_with("r#") && !out.ends_with(|c: char| c.is_alphanumeric())
        {
            raw(rest)
        } else if first == '\'' {
            letter(rest)
        } else {
            0
        };
        if length == 0 {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            out.extend(rest[..length].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            rest = &rest[length..];
        }
    }
    out
}

fn string(rest: &str, start: usize) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(start) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn raw(rest: &str) -> usize {
    let hashes = rest[1..].bytes().take_while(|byte| *byte == b'#').count();
    if !rest[1 + hashes..].starts_with('"') {
        return 0; // a raw identifier
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let start = 2 + hashes;
    rest[start..].find(&end).map_or(rest.len(), |at| start + at + end.len())
}

/// A letter in quotes; a lifetime is left alone.
fn letter(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), _) => {
            rest[2..].char_indices().skip(1).find(|(_, c)| *c == '\'').map_or(0, |(at, _)| at + 3)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 0,
    }
}

#[test]
fn what_is_said_is_not_what_is_done() {
    let text = "let a = \"crate::b // \\\" c\"; // crate::d\nlet e: &'static str = r#\"crate::\"f\"#; let g = '\"'; crate::h";
    let code = blank(text);
    assert!(
        !code.contains("crate::b") && !code.contains("crate::d") && !code.contains("crate::\"f"),
        "{code}"
    );
    assert!(code.contains("&'static str") && code.ends_with("crate::h"), "{code}");
    assert_eq!(code.lines().count(), 2);
}
