//! Lending a text to `$VISUAL`, `$EDITOR` or `vi` to be written on, or to `$PAGER` or `less` to be read.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::process::Command;

/// Lets the editor go on with this text and gives what it left. The text lies in a file of mode 0600 meanwhile, in the
/// person's runtime folder if there is one. When the editor fails, the text here is still the old one.
pub fn edit(text: &str) -> io::Result<String> {
    let path = place();
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
    let edited = file.write_all(text.as_bytes()).and_then(|()| {
        drop(file);
        run(&path)?;
        fs::read_to_string(&path)
    });
    // The text is back or still here; a file that cannot be taken away is mode 0600.
    let _ = fs::remove_file(&path);
    edited
}

/// Lets the pager show this text, which must be inert: pagers pass much of what they read to the terminal.
pub fn read(text: &str) -> io::Result<()> {
    let path = place();
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
    let read = file.write_all(text.as_bytes()).and_then(|()| {
        drop(file);
        // Not to leave by itself when all fits: a short message wants to be seen as well.
        lend(&set("PAGER").unwrap_or_else(|| "less -+F".to_owned()), &path)
    });
    let _ = fs::remove_file(&path);
    read
}

fn run(path: &PathBuf) -> io::Result<()> {
    lend(&set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| "vi".to_owned()), path)
}

fn set(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

/// Runs a program on a file and waits for it.
fn lend(program: &str, path: &PathBuf) -> io::Result<()> {
    // Through the shell, because people write arguments into these variables; the path stays one argument.
    let status =
        Command::new("sh").args(["-c", &format!("exec {program} \"$1\""), "sh"]).arg(path).status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("{program}: {status}"))) }
}

fn place() -> PathBuf {
    let folder = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_dir());
    let name = format!("balcao-{}-{}.md", std::process::id(), jiff::Timestamp::now().as_millisecond());
    folder.unwrap_or_else(std::env::temp_dir).join(name)
}
