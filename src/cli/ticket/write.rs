//! `balcao ticket reply`, `reply-all`, `forward`, `comment`.

use std::path::PathBuf;

use super::draft::{Wishes, draft};
use super::find::find;
use super::{input, send};
use crate::cli::exit::Failure;
use crate::cli::furniture::Furniture;
use crate::cli::source::Source;
use crate::cli::target::Open;
use crate::model::DraftKind;

/// What every message has.
#[derive(Clone, Debug, clap::Args)]
pub struct SendArgs {
    /// The ticket's number (1042 or #1042), or its id
    #[arg(value_name = "NUMBER|ID")]
    number: String,
    /// The text; without it, standard input is read to its end
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    body: Option<String>,
    /// A file to go with it; may be given several times
    #[arg(long, value_name = "FILE")]
    attach: Vec<PathBuf>,
    /// Send it although something is asked
    #[arg(long)]
    yes: bool,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

/// What mail has besides.
#[derive(Clone, Debug, clap::Args)]
pub struct MailArgs {
    #[command(flatten)]
    pub(super) send: SendArgs,
    /// From which of the addresses of the ticket's department
    #[arg(long, value_name = "ADDRESS")]
    from: Option<String>,
    /// To whom, in place of those that the answer would go to; may be given several times
    #[arg(long, value_name = "ADDRESS")]
    to: Vec<String>,
    /// With copy to whom, in place of those that the answer would go to; may be given several times
    #[arg(long, value_name = "ADDRESS")]
    cc: Vec<String>,
    /// With blind copy to whom; may be given several times
    #[arg(long, value_name = "ADDRESS")]
    bcc: Vec<String>,
}

/// What a comment has besides.
#[derive(Clone, Debug, clap::Args)]
pub struct CommentArgs {
    #[command(flatten)]
    pub(super) send: SendArgs,
    /// The customer sees it too
    #[arg(long)]
    public: bool,
}

pub(super) async fn mail(kind: DraftKind, args: MailArgs, open: &Open) -> Result<(), Failure> {
    let MailArgs { send, from, to, cc, bcc } = args;
    let listed = |list: Vec<String>| (!list.is_empty()).then(|| list.join(", "));
    write(
        kind,
        send,
        Wishes { from, to: listed(to), cc: listed(cc), bcc: listed(bcc), ..Wishes::default() },
        open,
    )
    .await
}

pub(super) async fn comment(args: CommentArgs, open: &Open) -> Result<(), Failure> {
    let kind = if args.public { DraftKind::PublicComment } else { DraftKind::PrivateComment };
    write(kind, args.send, Wishes::default(), open).await
}

async fn write(kind: DraftKind, args: SendArgs, wishes: Wishes, open: &Open) -> Result<(), Failure> {
    let mut source = Source::writing(open);
    let mut furniture = Furniture::ready(&mut source).await?;
    if kind.is_mail() {
        furniture.allow(&mut source, "refused-send", |may| may.send_mail).await?;
    } else {
        furniture.allow(&mut source, "refused-comment", |may| may.comment).await?;
    }
    let ticket = find(&args.number, &source).await?;
    // A forward may consist of the original alone.
    let text = input::text(args.body, kind == DraftKind::Forward, &open.stdin, &open.words).await?;
    let wishes = Wishes { body: text.text, files: args.attach, ..wishes };
    let (draft, concerns) = draft(kind, ticket, wishes, &mut source, &furniture).await?;
    send::check(&concerns, args.yes, open)?;
    send::send(draft, args.yes, text.typed, args.json, open).await
}
