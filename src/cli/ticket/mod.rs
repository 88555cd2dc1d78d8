//! `balcao ticket`.

mod attachments;
mod create;
mod draft;
mod find;
mod input;
mod left;
mod list;
mod send;
mod show;
mod status;
mod write;

pub(super) use find::find;

use super::exit::Failure;
use super::target::Open;
use crate::model::DraftKind;

/// What to do with tickets.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum Ticket {
    /// List tickets: all open ones, one shelf of them, or those of a customer
    List(list::Args),
    /// Show a ticket with all that was said
    Show(show::Args),
    /// List the files of a ticket, or with --save save them
    Attachments(attachments::Args),
    /// Create a ticket for a contact of Bigin
    Create(create::Args),
    /// Answer the sender of the customer's last message
    Reply(write::MailArgs),
    /// Answer the sender and everybody else who was in To and Cc, without the portal's own addresses
    ReplyAll(write::MailArgs),
    /// Forward the customer's last message with its attachments
    Forward(write::MailArgs),
    /// Write a comment: for agents only, or with --public for the customer as well
    Comment(write::CommentArgs),
    /// Change the status
    Status(status::Args),
}

impl Ticket {
    /// Whether the answer shall be JSON.
    pub fn json(&self) -> bool {
        match self {
            Self::List(args) => args.json,
            Self::Show(args) => args.json,
            Self::Attachments(args) => args.json,
            Self::Create(args) => args.json,
            Self::Reply(args) | Self::ReplyAll(args) | Self::Forward(args) => args.send.json,
            Self::Comment(args) => args.send.json,
            Self::Status(args) => args.json,
        }
    }
}

/// Does it.
pub async fn run(command: Ticket, open: &Open) -> Result<(), Failure> {
    match command {
        Ticket::List(args) => list::run(args, open).await,
        Ticket::Show(args) => show::run(args, open).await,
        Ticket::Attachments(args) => attachments::run(args, open).await,
        Ticket::Create(args) => create::run(args, open).await,
        Ticket::Reply(args) => write::mail(DraftKind::Reply, args, open).await,
        Ticket::ReplyAll(args) => write::mail(DraftKind::ReplyAll, args, open).await,
        Ticket::Forward(args) => write::mail(DraftKind::Forward, args, open).await,
        Ticket::Comment(args) => write::comment(args, open).await,
        Ticket::Status(args) => status::run(args, open).await,
    }
}
