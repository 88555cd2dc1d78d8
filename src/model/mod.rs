//! Plain data in the words of the screen. No IO, no wire format: `zoho` turns answers into these, `store` keeps
//! them, `app` shows them. Times are UTC [`jiff::Timestamp`]s; text is foreign and unclean until `text` made it safe.

mod activity;
mod address;
mod attachment;
mod company;
mod contact;
mod conversation;
mod deal;
mod draft;
mod form;
mod id;
mod list;
mod outgoing;
pub mod pairing;
mod people;
mod permission;
mod place;
mod reason;
mod ticket;

pub use activity::{Activity, ActivityKind};
pub use address::{Address, addresses, join_addresses};
pub use attachment::{Attachment, LocalFile};
pub use company::Company;
pub use contact::Contact;
pub use conversation::{
    Body, BodyKind, Comment, Conversation, Delivery, Direction, Entry, EntryKey, Thread, Visibility,
};
pub use deal::Deal;
pub use draft::{Draft, DraftKind, Seen};
pub use form::TicketForm;
pub use id::{
    AccountId, AgentId, AttachmentId, CommentId, CompanyId, ContactId, DealId, DepartmentId, DeskContactId,
    DraftId, OrgId, OutgoingId, TeamId, ThreadId, TicketId, UploadId, UserId,
};
pub use list::{Module, Open, RecordId, RecordRow, TicketCounts, TicketQuery, TicketScope, Totals, Window};
pub use outgoing::{Fate, Outgoing};
pub use people::{Agent, AgentRef, Candidate, DeskCompany, DeskPerson, DeskTwin, Me, UserRef};
pub use permission::Permissions;
pub use place::{Channel, Department, FromAddress, Organization, Status, StatusKind};
pub use reason::{Reason, system_word};
pub use ticket::{NewTicket, Ticket};
