//! Files of this machine: attaching, saving, completing paths.

use std::path::{Path, PathBuf};

use tokio::fs;

use super::{Error, Result, Services};
use crate::model::{Attachment, LocalFile, system_word};

/// What Desk takes at most (desk.md §14), in bytes.
const LARGEST: u64 = 20 * 1024 * 1024;

/// How many continuations of a path are shown.
const CHOICES: usize = 50;

/// Looks at a file that shall be attached. `~` is the home folder.
pub async fn stat(typed: &Path, home: Option<&Path>) -> Result<LocalFile> {
    let path = expand(typed, home);
    let meta = fs::metadata(&path).await.map_err(|error| failed(&path, &error))?;
    if !meta.is_file() {
        return Err(Error::NotAFile(path.display().to_string()));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if meta.len() > LARGEST {
        return Err(Error::TooLarge(name));
    }
    Ok(LocalFile { path, name, size: meta.len(), upload: None, source: None })
}

/// Reads a file that is attached.
pub async fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).await.map_err(|error| failed(path, &error))
}

/// Saves an attachment. Nothing is overwritten: a name that is taken gets a number; half a file never stays.
pub async fn save(
    services: &Services,
    attachment: &Attachment,
    typed: &Path,
    home: Option<&Path>,
) -> Result<PathBuf> {
    let mut path = expand(typed, home);
    if path.is_dir() {
        path.push(safe_name(&attachment.name));
    }
    // What is there and is no file, such as a device, is not written beside.
    if fs::metadata(&path).await.is_ok_and(|meta| !meta.is_file()) {
        return Err(Error::NotAFile(path.display().to_string()));
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).await.map_err(|error| failed(folder, &error))?;
    }
    let (mut file, path) = create_new(&path).await?;
    let written = async {
        services.zoho.desk.download(&attachment.href, &mut file).await?;
        file.sync_all().await.map_err(|error| failed(&path, &error))
    };
    if let Err(error) = written.await {
        // The reason is told; that the half file could not be taken away either adds nothing to it.
        let _ = fs::remove_file(&path).await;
        return Err(error);
    }
    Ok(path)
}

/// A file name that stays in its folder, hides nothing and turns nothing around, whatever the sender called the file.
fn safe_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let hides = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{61c}')
    };
    let plain: String = last.chars().map(|c| if hides(c) { '_' } else { c }).collect();
    // No hidden file, and nothing that a command would take for an option.
    let plain = plain.trim().trim_start_matches(['.', '-', '~']);
    let (stem, end) = plain.rsplit_once('.').filter(|(_, end)| end.len() <= 16).unwrap_or((plain, ""));
    let mut stem = stem.to_owned();
    while stem.len() + end.len() > 180 {
        stem.pop();
    }
    match (stem.is_empty(), end.is_empty()) {
        (true, true) => "attachment".to_owned(),
        (true, false) => format!("attachment.{end}"),
        (false, true) => stem,
        (false, false) => format!("{stem}.{end}"),
    }
}

async fn create_new(wanted: &Path) -> Result<(fs::File, PathBuf)> {
    for number in 0..1000 {
        let path = numbered(wanted, number);
        match fs::OpenOptions::new().write(true).create_new(true).open(&path).await {
            Ok(file) => return Ok((file, path)),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failed(&path, &error)),
        }
    }
    Err(Error::NameTaken(wanted.display().to_string()))
}

fn numbered(path: &Path, number: u32) -> PathBuf {
    if number == 0 {
        return path.to_owned();
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let end = path.extension().map(|end| format!(".{}", end.to_string_lossy())).unwrap_or_default();
    path.with_file_name(format!("{stem} ({number}){end}"))
}

/// How a path could go on: the longest common continuation, and the choices.
pub async fn complete(typed: &str, home: Option<&Path>) -> (String, Vec<String>) {
    let (folder, start) = typed.rsplit_once('/').map_or(("", typed), |(folder, start)| (folder, start));
    let lead = if typed.contains('/') { format!("{folder}/") } else { String::new() };
    let place = if lead.is_empty() { PathBuf::from(".") } else { expand(Path::new(&lead), home) };
    let mut names = Vec::new();
    if let Ok(mut entries) = fs::read_dir(&place).await {
        while let Ok(Some(entry)) = entries.next_entry().await {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with(start) && (start.starts_with('.') || !name.starts_with('.')) {
                let folder = entry.path().is_dir();
                names.push(if folder { format!("{name}/") } else { name });
            }
        }
    }
    names.sort();
    let common = common_start(&names).unwrap_or_else(|| start.to_owned());
    names.truncate(CHOICES);
    (format!("{lead}{common}"), names)
}

fn common_start(names: &[String]) -> Option<String> {
    let first = names.first()?;
    let same = |other: &String| first.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let length = names.iter().map(same).min()?;
    Some(first.chars().take(length).collect())
}

fn expand(typed: &Path, home: Option<&Path>) -> PathBuf {
    match (typed.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => typed.to_owned(),
    }
}

fn failed(path: &Path, error: &std::io::Error) -> Error {
    Error::File { path: path.display().to_string(), why: system_word(error) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn completes_as_far_as_all_agree() {
        let dir = tempfile::tempdir().expect("a folder");
        for name in ["invoice-1.pdf", "invoice-2.pdf", "other.txt", ".hidden"] {
            std::fs::write(dir.path().join(name), "x").expect("a file");
        }
        let typed = format!("{}/inv", dir.path().display());
        let (common, choices) = complete(&typed, None).await;
        assert_eq!(common, format!("{}/invoice-", dir.path().display()));
        assert_eq!(choices, ["invoice-1.pdf", "invoice-2.pdf"]);
        let (_, all) = complete("~/", Some(dir.path())).await;
        assert_eq!(all.len(), 3);
    }

    #[tokio::test]
    async fn what_is_too_large_or_no_file_is_said_at_once() {
        let dir = tempfile::tempdir().expect("a folder");
        let file = std::fs::File::create(dir.path().join("big.bin")).expect("a file");
        file.set_len(LARGEST + 1).expect("a hole");
        assert!(
            matches!(stat(&dir.path().join("big.bin"), None).await, Err(Error::TooLarge(name)) if name == "big.bin")
        );
        assert!(matches!(stat(dir.path(), None).await, Err(Error::NotAFile(_))));
        assert!(matches!(stat(Path::new("~/none"), Some(dir.path())).await, Err(Error::File { .. })));
    }

    #[test]
    fn no_name_leaves_its_folder_or_lies() {
        for (sent, saved) in [
            ("boleto maio.pdf", "boleto maio.pdf"),
            ("../../.bashrc", "bashrc"),
            ("..", "attachment"),
            ("C:\\temp\\a.txt", "a.txt"),
            ("-rf", "rf"),
            ("ticket\u{202e}fdp.exe", "ticket_fdp.exe"),
            ("a\u{1b}[2Jb.png", "a_[2Jb.png"),
            (".pdf", "pdf"),
        ] {
            assert_eq!(safe_name(sent), saved, "{sent:?}");
        }
        assert!(safe_name(&format!("{}.pdf", "ç".repeat(400))).len() < 200);
    }

    #[tokio::test]
    async fn a_taken_name_gets_a_number() {
        let dir = tempfile::tempdir().expect("a folder");
        std::fs::write(dir.path().join("a.pdf"), "kept").expect("a file");
        let (_, path) = create_new(&dir.path().join("a.pdf")).await.expect("another name");
        assert_eq!(path.file_name().and_then(|name| name.to_str()), Some("a (1).pdf"));
    }
}
