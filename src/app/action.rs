//! The one table of actions: keymap names, help, hints and `docs/keys.md` are all read from it. What an action is
//! called in the reader's language stands in the catalogue as `action-<name>`.

macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal)*) => {
        /// What a key can ask for: imperative verbs. Which of them mean something depends on what is in front.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $($(#[$doc])* $variant,)* }

        impl Action {
            /// All actions, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in `keymap.toml`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }

        impl std::str::FromStr for Action {
            type Err = String;

            fn from_str(name: &str) -> Result<Self, String> {
                match name {
                    $($name => Ok(Self::$variant),)*
                    _ => Err(format!("there is no action “{name}”")),
                }
            }
        }
    };
}

actions! {
    /// The next row, or a line further down.
    Down = "down"
    /// The row before, or a line further up.
    Up = "up"
    /// A page down.
    PageDown = "page-down"
    /// A page up.
    PageUp = "page-up"
    /// The first row.
    First = "first"
    /// The last row.
    Last = "last"
    /// Open what is selected.
    Open = "open"
    /// One step back; never destroys text.
    Back = "back"
    /// The next pane or field.
    NextPane = "next-pane"
    /// The pane or field before.
    PreviousPane = "previous-pane"
    /// The next tab.
    NextTab = "next-tab"
    /// The tab before.
    PreviousTab = "previous-tab"
    /// The Contacts screen.
    ShowContacts = "show-contacts"
    /// The Companies screen.
    ShowCompanies = "show-companies"
    /// The Pipelines screen.
    ShowPipelines = "show-pipelines"
    /// The Tickets screen.
    ShowTickets = "show-tickets"
    /// The Sync screen.
    ShowSync = "show-sync"
    /// The Tickets tab of the record.
    ShowTicketsTab = "show-tickets-tab"
    /// Find by typing.
    Find = "find"
    /// Search what was said in all tickets.
    Search = "search"
    /// Only one department's tickets.
    ChooseDepartment = "choose-department"
    /// Create a ticket.
    NewTicket = "new-ticket"
    /// Change the status.
    ChangeStatus = "change-status"
    /// Answer the sender.
    Reply = "reply"
    /// Answer everybody.
    ReplyAll = "reply-all"
    /// Pass the message on.
    Forward = "forward"
    /// Write a comment that only agents see.
    CommentPrivately = "comment-privately"
    /// Write a comment that the customer sees.
    CommentPublicly = "comment-publicly"
    /// Unfold or fold the quoted text, show or hide a long message.
    ToggleFold = "toggle-fold"
    /// Read a message to its end, with what it hides, in `$PAGER`.
    ReadWhole = "read-whole"
    /// The message after this one.
    NextMessage = "next-message"
    /// The message before this one.
    PreviousMessage = "previous-message"
    /// Save an attachment to a file.
    SaveAttachment = "save-attachment"
    /// Copy the selected text to the clipboard.
    Copy = "copy"
    /// Ask Zoho again now.
    Refresh = "refresh"
    /// Take back the message that is held.
    UndoSend = "undo-send"
    /// The drafts and the outbox.
    ShowDrafts = "show-drafts"
    /// Send what is written.
    Send = "send"
    /// Write on in `$EDITOR`.
    Editor = "editor"
    /// Attach a file.
    Attach = "attach"
    /// Take the last attached file away.
    Detach = "detach"
    /// Throw the draft away.
    DropDraft = "drop-draft"
    /// Edit it once more.
    Edit = "edit"
    /// Throw it away.
    Drop = "drop"
    /// Bigin's value stands.
    TakeBigin = "take-bigin"
    /// Desk's value stands.
    TakeDesk = "take-desk"
    /// From now on conflicts of this field are decided so.
    AlwaysSo = "always-so"
    /// Try again what a service refused.
    Retry = "retry"
    /// Try again all of the list.
    RetryAll = "retry-all"
    /// Take the last write back.
    Revert = "revert"
    /// Keep the field or the record as it is, or no longer.
    Pin = "pin"
    /// Say who belongs to this record.
    LinkTo = "link-to"
    /// Say that two records do not belong together.
    Unlink = "unlink"
    /// What the service said, as it said it.
    ShowError = "show-error"
    /// To the field that it is about.
    JumpToField = "jump-to-field"
    /// Who wrote this field, when, by which rule.
    Blame = "blame"
    /// Let deletions and creates go on.
    ReleaseBrake = "release-brake"
    /// Bring Bigin and Desk together now.
    SyncNow = "sync-now"
    /// Stop that.
    StopSync = "stop-sync"
    /// Show all keys.
    Help = "help"
    /// Stop the program for a while.
    Suspend = "suspend"
    /// Leave the program.
    Quit = "quit"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back_and_are_unique() {
        let mut names: Vec<_> = Action::ALL.iter().map(|action| action.name()).collect();
        for action in Action::ALL {
            assert_eq!(action.name().parse(), Ok(*action));
        }
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Action::ALL.len());
    }
}
