//! A new ticket.

use reqwest::Method;
use serde::Serialize;

use super::show::read;
use crate::{
    model::{AgentId, DeskContactId, NewTicket, Ticket, UploadId},
    zoho::{Desk, Error, transport::Call},
};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    subject: &'a str,
    department_id: &'a str,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<Contact<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    channel: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    assignee_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    uploads: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Contact<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    first_name: &'a str,
    last_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
}

impl Desk {
    /// Makes a ticket (`POST /tickets`, desk.md §10.3). A contact that is not named by id is found by its e-mail or
    /// made. Never sent twice: a lost answer is [`Error::Unknown`].
    pub async fn create_ticket(&self, new: &NewTicket) -> Result<Ticket, Error> {
        let call = Call::change(Method::POST, &["tickets"]).json(&body(new));
        let created = read(&self.transport.send(&call).await?)?;
        Ok(self.complete(created).await)
    }
}

fn body(new: &NewTicket) -> Body<'_> {
    let (first_name, last_name) = (new.name.0.trim(), new.name.1.trim());
    let email = new.email.as_deref();
    // Desk insists on a last name.
    let (first_name, last_name) = match (first_name, last_name) {
        (first, "") if !first.is_empty() => ("", first),
        ("", "") => ("", email.unwrap_or_default()),
        both => both,
    };
    let inline = || Contact { first_name, last_name, email };
    Body {
        subject: &new.subject,
        department_id: new.department.as_str(),
        description: simple_html(&new.description),
        contact_id: new.contact.as_ref().map(DeskContactId::as_str),
        contact: new.contact.is_none().then(inline),
        email,
        priority: new.priority.as_deref(),
        channel: new.channel.as_deref(),
        assignee_id: new.assignee.as_ref().map(AgentId::as_str),
        uploads: new.uploads.iter().map(UploadId::as_str).collect(),
    }
}

/// Plain text as HTML that looks the same: nothing in it is markup.
fn simple_html(text: &str) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    let mut html = String::from("<div>");
    for (number, line) in text.trim_end().lines().enumerate() {
        if number > 0 {
            html.push_str("<br>");
        }
        for c in line.chars() {
            match c {
                '&' => html.push_str("&amp;"),
                '<' => html.push_str("&lt;"),
                '>' => html.push_str("&gt;"),
                '\t' => html.push_str("&emsp;"),
                c if c.is_control() => {}
                c => html.push(c),
            }
        }
    }
    html.push_str("</div>");
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DepartmentId;
    use serde_json::json;

    #[test]
    fn sends_only_what_is_known() {
        let new = NewTicket {
            subject: "Forno".into(),
            description: "Não <liga> & apita\nhá 2 dias\n".into(),
            department: DepartmentId::new("9"),
            contact: None,
            name: ("Ana".into(), String::new()),
            email: Some("ana@x.example".into()),
            priority: None,
            channel: Some("Phone".into()),
            assignee: None,
            uploads: vec![],
        };
        assert_eq!(
            serde_json::to_value(body(&new)).unwrap(),
            json!({
                "subject": "Forno", "departmentId": "9", "channel": "Phone", "email": "ana@x.example",
                "description": "<div>Não &lt;liga&gt; &amp; apita<br>há 2 dias</div>",
                "contact": {"lastName": "Ana", "email": "ana@x.example"}
            })
        );
    }
}
