//! Lending the text to `$VISUAL`, `$EDITOR` or `vi`.

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

fn run(path: &PathBuf) -> io::Result<()> {
    let set = |name| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    let editor = set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| "vi".to_owned());
    // Through the shell, because people write arguments into these variables; the path stays one argument.
    let status =
        Command::new("sh").args(["-c", &format!("exec {editor} \"$1\""), "sh"]).arg(path).status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("{editor}: {status}"))) }
}

fn place() -> PathBuf {
    let folder = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_dir());
    let name = format!("balcao-{}-{}.md", std::process::id(), jiff::Timestamp::now().as_millisecond());
    folder.unwrap_or_else(std::env::temp_dir).join(name)
}
