//! A ticket as a row of the table.

use rusqlite::{Result, Row, types::Type};

use super::super::json::At;
use crate::model::{AccountId, AgentId, AgentRef, DepartmentId, DeskContactId, StatusKind, Ticket, TicketId};

/// The columns that [`ticket`] reads, in its order.
pub(super) const COLUMNS: &str = "
    id, number, subject, status, kind, channel, priority, department, contact, contact_name, email, account,
    account_name, assignee, assignee_name, created, due, response_due, closed, customer_response, threads, comments,
    read, escalated";

pub(super) fn ticket(row: &Row) -> Result<Ticket> {
    let at = |column| row.get::<_, Option<At>>(column).map(|at| at.map(|at| at.0));
    let assignee: Option<String> = row.get(13)?;
    let assignee_name: String = row.get(14)?;
    Ok(Ticket {
        id: TicketId::new(row.get::<_, String>(0)?),
        number: row.get(1)?,
        subject: row.get(2)?,
        status: row.get(3)?,
        kind: kind(row.get(4)?)?,
        channel: row.get(5)?,
        priority: row.get(6)?,
        department: DepartmentId::new(row.get::<_, String>(7)?),
        contact: row.get::<_, Option<String>>(8)?.map(DeskContactId::new),
        contact_name: row.get(9)?,
        email: row.get(10)?,
        account: row.get::<_, Option<String>>(11)?.map(AccountId::new),
        account_name: row.get(12)?,
        assignee: assignee.map(|id| AgentRef { id: AgentId::new(id), name: assignee_name }),
        created: row.get::<_, At>(15)?.0,
        due: at(16)?,
        response_due: at(17)?,
        closed: at(18)?,
        customer_response: at(19)?,
        threads: row.get(20)?,
        comments: row.get(21)?,
        read: row.get(22)?,
        escalated: row.get(23)?,
    })
}

/// The number of a kind in the store: the partial indexes know that everything below 2 is not closed.
pub(super) fn kind_code(kind: StatusKind) -> u8 {
    match kind {
        StatusKind::Open => 0,
        StatusKind::OnHold => 1,
        StatusKind::Closed => 2,
    }
}

fn kind(code: u8) -> Result<StatusKind> {
    match code {
        0 => Ok(StatusKind::Open),
        1 => Ok(StatusKind::OnHold),
        2 => Ok(StatusKind::Closed),
        other => Err(rusqlite::Error::FromSqlConversionFailure(
            4,
            Type::Integer,
            format!("no kind of status has the number {other}").into(),
        )),
    }
}
