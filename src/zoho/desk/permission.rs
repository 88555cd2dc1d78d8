//! What the signed-in agent may do.

use serde::Deserialize;

use super::Desk;
use crate::{
    model::Permissions,
    zoho::{
        Error,
        transport::Call,
        wire::{Flag, Maybe},
    },
};

#[derive(Deserialize, Default)]
#[serde(default)]
struct Wire {
    permissions: Maybe<Modules>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Modules {
    tickets: Maybe<Tickets>,
    comments: Maybe<Comments>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Tickets {
    view: Flag,
    create: Flag,
    edit: Flag,
    close_ticket: Flag,
    change_owner: Flag,
    mail_send: Flag,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Comments {
    create: Flag,
}

impl Desk {
    /// The permissions of the agent's profile (`GET /myProfilePermissions`, desk.md §6). What is not named is not
    /// allowed; but Desk has no permission of its own for *writing* comments (only for changing and deleting them), so
    /// whoever sees tickets may comment on them, light agents included, unless a portal says otherwise.
    pub async fn permissions(&self) -> Result<Permissions, Error> {
        let wire: Wire = self.transport.send(&Call::desk(&["myProfilePermissions"])).await?.record()?;
        Ok(permissions(wire))
    }
}

fn permissions(wire: Wire) -> Permissions {
    let modules = wire.permissions.0.unwrap_or_default();
    let tickets = modules.tickets.0.unwrap_or_default();
    let comments = modules.comments.0.unwrap_or_default();
    Permissions {
        view_tickets: tickets.view.yes(),
        create_tickets: tickets.create.yes(),
        edit_tickets: tickets.edit.yes(),
        close_tickets: tickets.close_ticket.yes(),
        change_owner: tickets.change_owner.yes(),
        send_mail: tickets.mail_send.yes(),
        comment: comments.create.0.unwrap_or(tickets.view.yes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_named_is_not_allowed() {
        let body = r#"{"id":"1","permissions":{"tickets":{"view":true,"create":"false","mailSend":"true"},
            "comments":{"edit":true,"delete":false}}}"#;
        let may = permissions(serde_json::from_str(body).unwrap());
        assert!(may.view_tickets && may.send_mail && may.comment);
        assert!(!may.create_tickets && !may.edit_tickets && !may.close_tickets && !may.change_owner);
        assert_eq!(permissions(serde_json::from_str("{}").unwrap()), Permissions::default());
    }
}
