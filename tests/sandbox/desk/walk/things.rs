//! A portal with one of everything, and the ids of that.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::stage::{Stage, id};

/// Ids by the names of the holes in the routes; where a name stands for several things, with the path's words before it.
#[derive(Default)]
pub struct Things(BTreeMap<&'static str, String>);

impl Things {
    /// Makes them.
    pub async fn prepare(stage: &Stage) -> Self {
        let mut things = Self::default();
        things.portal(stage).await;
        things.people(stage).await;
        things.ticket(stage).await;
        things.activities(stage).await;
        things
    }

    /// One of the ids.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).unwrap_or_else(|| panic!("nothing here is called {name}"))
    }

    fn keep(&mut self, name: &'static str, record: &Value) {
        self.0.insert(name, id(record).to_owned());
    }

    /// A path or a query with its holes filled.
    pub fn fill(&self, path: &str) -> String {
        let (mut filled, mut words, mut rest) = (String::new(), String::new(), path);
        while let Some((before, after)) = rest.split_once('{') {
            filled += before;
            words += before.trim_matches('/');
            words.push('.');
            let (name, after) = after.split_once('}').expect("a hole's end");
            let long = format!("{words}{name}");
            filled += self.0.get(long.as_str()).map_or_else(|| self.get(name), String::as_str);
            rest = after;
        }
        filled + rest
    }

    async fn portal(&mut self, stage: &Stage) {
        self.0.insert("organization", stage.stand.sandbox.hello.org_id.clone());
        self.0.insert("department", stage.department("Support").await);
        let me = stage.get("/myinfo").await.body;
        self.keep("agent", &me);
        self.0.insert("profile", me["profileId"].as_str().expect("an id").to_owned());
        let field = stage.rows("/organizationFields?module=tickets").await[0].clone();
        self.keep("field", &field);
        self.keep("layout", &stage.rows("/layouts?module=tickets").await[0].clone());
        self.keep("view", &stage.rows("/views?module=tickets").await[0].clone());
        self.keep("people", &stage.rows("/views?module=contacts").await[0].clone());
        let channel = stage.rows("/channels").await[0]["code"].as_str().expect("a code").to_owned();
        self.0.insert("channel", channel);
        self.keep("team", &stage.get("/teams").await.body["teams"][0].clone());
        let templates = format!("/templates?departmentId={}&module=tickets", self.get("department"));
        let template = stage.get(&templates).await.body[0]["templateId"].as_str().expect("an id").to_owned();
        self.0.insert("template", template);
        self.keep("product", &stage.rows("/products").await[0].clone());
    }

    async fn people(&mut self, stage: &Stage) {
        for (name, twin) in [("account", "Twin"), ("account.twin", "twin")] {
            let account =
                stage.post("/accounts", &json!({"accountName": twin, "website": "twin.example"})).await;
            self.keep(name, &account.body);
        }
        for (name, email) in [("contact", "moss@basement.example"), ("contact.twin", "twin@basement.example")]
        {
            let contact = json!({"lastName": "Twin", "email": email, "accountId": self.get("account")});
            self.keep(name, &stage.post("/contacts", &contact).await.body);
        }
        for (name, noun) in
            [("accounts.comments.comment", "account"), ("contacts.comments.comment", "contact")]
        {
            let path = format!("/{noun}s/{}/comments", self.get(noun));
            self.keep(name, &stage.post(&path, &json!({"content": "x"})).await.body);
        }
    }

    async fn ticket(&mut self, stage: &Stage) {
        let extra = json!({"contactId": self.get("contact"), "productId": self.get("product")});
        let ticket = stage.ticket(extra).await;
        self.keep("ticket", &ticket);
        let path = format!("/tickets/{}", id(&ticket));
        let file = stage.bring("/uploads", "a.txt", b"abc".to_vec()).await.body;
        self.keep("uploads.attachment", &stage.bring("/uploads", "u.txt", b"u".to_vec()).await.body);
        let thread = stage.reply(&ticket, json!({"attachmentIds": [file["id"]]})).await.body;
        self.keep("thread", &thread);
        self.keep("tickets.threads.attachments.attachment", &thread["attachments"][0]);
        let file = stage.bring("/uploads", "c.txt", b"c".to_vec()).await.body;
        let me = stage.get("/myinfo").await.body;
        let content = format!("zsu[@user:{}]zsu look", me["zuid"].as_str().expect("a number"));
        let said = json!({"content": content, "attachmentIds": [file["id"]]});
        let comment = stage.post(&format!("{path}/comments"), &said).await.body;
        self.keep("comment", &comment);
        self.keep("tickets.comments.attachments.attachment", &comment["attachments"][0]);
        let file = stage.bring(&format!("{path}/attachments"), "b.txt", b"b".to_vec()).await.body;
        self.keep("tickets.attachments.attachment", &file);
        stage.post(&format!("{path}/associateTag"), &json!({"tags": ["abc"]})).await;
        let tags = stage.get(&format!("{path}/tags")).await.body;
        self.keep("tag", &tags["tags"][0]);
        stage.post(&format!("{path}/addFollowers"), &json!({"followerIds": [me["id"]]})).await;
        stage.patch(&format!("{path}/resolution"), &json!({"content": "x"})).await;
        stage.patch(&path, &json!({"status": "On Hold", "priority": "High"})).await;
        stage.patch(&format!("{path}/comments/{}", id(&comment)), &json!({"content": "y"})).await;
        stage.inbound(json!({"kind": "rating", "ticket": id(&ticket), "rating": "good"})).await;
        let other = stage.ticket(json!({})).await;
        self.keep("ticket.other", &other);
        let gone = stage.ticket(json!({})).await;
        self.keep("ticket.gone", &gone);
        stage.post("/tickets/moveToTrash", &json!({"ticketIds": [id(&gone)]})).await;
    }

    async fn activities(&mut self, stage: &Stage) {
        let cases = [
            ("tasks", "tasks.activity", json!({"dueDate": "2026-12-01T10:00:00.000Z"})),
            (
                "calls",
                "calls.activity",
                json!({"startTime": "2026-12-01T11:00:00.000Z", "direction": "inbound"}),
            ),
            ("events", "events.activity", json!({"startTime": "2026-12-01T12:00:00.000Z", "duration": 30})),
        ];
        for (noun, name, mut body) in cases {
            body["subject"] = json!("Look");
            body["departmentId"] = json!(self.get("department"));
            body["ticketId"] = json!(self.get("ticket"));
            self.keep(name, &stage.post(&format!("/{noun}"), &body).await.body);
        }
    }
}
