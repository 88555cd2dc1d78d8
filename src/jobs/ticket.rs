//! Changing and creating tickets; files.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

use super::Desk;
use crate::app::Message;
use crate::app::message::NotCreated;
use crate::counter::{create, files, status};
use crate::model::{Attachment, NewTicket, TicketId};

pub(super) async fn set_status(desk: Arc<Desk>, ticket: TicketId, status: String) {
    let result = status::set(&desk.services, &ticket, &status).await;
    let result = result.map(drop).map_err(|error| desk.trouble(&error));
    desk.tell(Message::StatusSet { ticket, status, result });
}

pub(super) async fn create(desk: Arc<Desk>, new: NewTicket) {
    let result = create::create(&desk.services, &new, Timestamp::now()).await;
    let result = result.map(|ticket| (ticket.id, ticket.number)).map_err(|error| {
        let trouble = desk.trouble(&error);
        if error.is_unknown() { NotCreated::Unknown(trouble) } else { NotCreated::Refused(trouble) }
    });
    desk.tell(Message::Created(result));
}

pub(super) async fn look_for(desk: Arc<Desk>, new: NewTicket, since: Timestamp) {
    let result = match create::look_for(&desk.services, &new, since).await {
        Ok(Some(ticket)) => Ok((ticket.id, ticket.number)),
        Ok(None) => Err(NotCreated::NotFound),
        // Whether it is there is as open as before.
        Err(error) => Err(NotCreated::Unknown(desk.trouble(&error))),
    };
    desk.tell(Message::Created(result));
}

pub(super) async fn stat_file(desk: Arc<Desk>, path: PathBuf) {
    let result = files::stat(&path, desk.home.as_deref()).await;
    desk.tell(Message::FileSeen(result.map_err(|error| desk.trouble(&error))));
}

pub(super) async fn complete_path(desk: Arc<Desk>, typed: String) {
    let (common, choices) = files::complete(&typed, desk.home.as_deref()).await;
    desk.tell(Message::PathCompleted { typed, common, choices });
}

pub(super) async fn save_attachment(desk: Arc<Desk>, attachment: Attachment, path: PathBuf) {
    let result = files::save(&desk.services, &attachment, &path, desk.home.as_deref()).await;
    let result = result.map_err(|error| desk.trouble(&error));
    desk.tell(Message::AttachmentSaved { attachment, result });
}
