//! Ids as their own types, so that a Bigin contact can never be asked of Desk.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the id as the service spelled it.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The id as the service spells it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A contact in Bigin (module `Contacts`).
    ContactId
    /// A company in Bigin (module `Accounts`).
    CompanyId
    /// A deal in Bigin (module `Pipelines`).
    DealId
    /// A user of Bigin.
    UserId
    /// A contact in Desk: the twin of a Bigin contact, never the same number.
    DeskContactId
    /// An account in Desk: the twin of a Bigin company.
    AccountId
    /// A ticket in Desk. Not its number: see [`Ticket::number`](super::Ticket::number).
    TicketId
    /// A message of a ticket.
    ThreadId
    /// A comment on a ticket.
    CommentId
    /// An agent of Desk.
    AgentId
    /// A department of Desk.
    DepartmentId
    /// A team of Desk.
    TeamId
    /// A portal (organisation) of Desk.
    OrgId
    /// A file that hangs on a thread, comment or ticket.
    AttachmentId
    /// A file that was uploaded and not yet attached.
    UploadId
    /// A draft in the local cache; made here, unknown to Zoho.
    DraftId
    /// A row of the local outbox; made here, unknown to Zoho.
    OutgoingId
}
