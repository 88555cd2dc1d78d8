//! `balcao ticket attachments`: what files there are on a ticket, and saving them.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::find::find;
use super::show::read;
use crate::cli::exit::{Exit, Failure};
use crate::cli::print;
use crate::cli::source::Source;
use crate::cli::target::Open;
use crate::counter::{Error, files};
use crate::model::{Attachment, Entry, system_word};
use crate::text::{fold, line, size};

/// Which ticket, which files, where to.
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// Its number (1042 or #1042), or its id
    #[arg(value_name = "NUMBER|ID")]
    number: String,
    /// Save the files in this folder; nothing there is overwritten
    #[arg(long, value_name = "DIR")]
    save: Option<PathBuf>,
    /// Only the files of this name or id; may be given several times
    #[arg(long, value_name = "NAME|ID")]
    file: Vec<String>,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

/// A file, and what it came with.
type Found = (Attachment, String);

pub(super) async fn run(args: Args, open: &Open) -> Result<(), Failure> {
    let mut source = Source::reading(open, false);
    let ticket = find(&args.number, &source).await?;
    let (ticket, entries) = read(ticket, &mut source).await?;
    let all: Vec<Found> = entries.iter().flat_map(of_entry).collect();
    let chosen = choose(&all, &args.file, open)?;
    let mut saved = Vec::new();
    if let Some(folder) = &args.save {
        make(folder, open).await?;
        for (file, _) in &chosen {
            let path = files::save(&open.services, file, folder, None).await;
            saved.push(path.map_err(|error| {
                let done: Vec<_> = saved.iter().map(|path: &PathBuf| path.display().to_string()).collect();
                open.failure(&error).with("saved", json!(done))
            })?);
        }
    }
    let place = |at: usize| saved.get(at).map(|path| path.display().to_string());
    if args.json {
        let list: Vec<Value> = chosen
            .iter()
            .enumerate()
            .map(|(at, (file, entry))| {
                json!({ "id": file.id, "name": file.name, "size": file.size, "entry_id": entry, "saved": place(at) })
            })
            .collect();
        return print::json(&json!({
            "ticket": { "id": ticket.id, "number": ticket.number }, "attachments": list,
        }));
    }
    if chosen.is_empty() {
        print::note(&open.words.say("cli-none-found"));
    }
    let mut text = String::new();
    for (at, (file, _)) in chosen.iter().enumerate() {
        let what = format!("{} ({}, {})", line(&file.name), size(file.size, open.words.lang()), file.id);
        text += &match place(at) {
            Some(place) => format!("{what} → {}\n", line(&place)),
            None => format!("{what}\n"),
        };
    }
    print::out(&text)
}

fn of_entry(entry: &Entry) -> Vec<Found> {
    let id = match entry {
        Entry::Thread(thread) => thread.id.to_string(),
        Entry::Comment(comment) => comment.id.to_string(),
    };
    entry.attachments().iter().map(|file| (file.clone(), id.clone())).collect()
}

/// Those that are asked for, each of which must be there; all when none is asked for.
fn choose(all: &[Found], asked: &[String], open: &Open) -> Result<Vec<Found>, Failure> {
    let is = |file: &Attachment, asked: &str| file.id.as_str() == asked || fold(&file.name) == fold(asked);
    if let Some(missing) = asked.iter().find(|asked| !all.iter().any(|(file, _)| is(file, asked))) {
        let known: Vec<_> = all.iter().map(|(file, _)| file.name.as_str()).collect();
        let args = [("name", missing.into()), ("known", known.join(", ").into())];
        let sentence = open.words.say_with("cli-no-such-attachment", &args);
        return Err(Failure::new(Exit::NotFound, "no_attachment", sentence).with("known", json!(known)));
    }
    let wanted = |(file, _): &&Found| asked.is_empty() || asked.iter().any(|asked| is(file, asked));
    Ok(all.iter().filter(wanted).cloned().collect())
}

async fn make(folder: &Path, open: &Open) -> Result<(), Failure> {
    tokio::fs::create_dir_all(folder).await.map_err(|error| {
        open.failure(&Error::File { path: folder.display().to_string(), why: system_word(&error) })
    })
}
