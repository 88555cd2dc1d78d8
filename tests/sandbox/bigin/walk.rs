//! Every operation of Bigin that is served, asked once, and answered well: all answers are held against the files and the
//! sheet as every answer is. What is served is found by asking for everything that the CRM's files have.

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::{Value, json};

use crate::coverage::by_the_sandbox;
use crate::published::operation::operations;
use crate::published::{Service, at_hand, look};
use crate::sandbox::client::{Stand, open};

/// What is read, with `{}` for a contact, a company, a deal, a field, a layout, a user and a note.
const READS: &[&str] = &[
    "settings/modules",
    "settings/modules/Contacts",
    "settings/fields?module=Contacts",
    "settings/fields?module=Accounts",
    "settings/fields?module=Pipelines",
    "settings/fields/{field}?module=Contacts",
    "settings/layouts?module=Contacts",
    "settings/layouts?module=Pipelines",
    "settings/layouts/{layout}?module=Pipelines",
    "settings/related_lists?module=Contacts",
    "settings/tags?module=Contacts",
    "settings/profiles",
    "settings/roles",
    "users?type=ActiveUsers",
    "users/{user}",
    "org",
    "Contacts?fields=Last_Name,Email,Owner,Created_By&per_page=5",
    "Accounts?fields=Account_Name&sort_by=Modified_Time",
    "Pipelines?fields=Deal_Name,Amount",
    "Tasks?fields=Subject",
    "Events?fields=Event_Title",
    "Calls?fields=Subject",
    "Products?fields=Product_Name",
    "Notes?fields=Note_Title",
    "Contacts/{contact}",
    "Notes/{note}",
    "Contacts/{contact}/Notes?fields=Note_Title,Parent_Id",
    "Contacts/{contact}/Products?fields=Product_Name",
    "Accounts/{company}/Contacts?fields=Last_Name",
    "Contacts/search?word=Walker",
    "Contacts/search?criteria=(Last_Name:equals:Walker)",
    "Contacts/deleted",
    "Contacts/actions/count",
];

struct Walk {
    stand: Stand,
    ids: Vec<(&'static str, String)>,
}

impl Walk {
    async fn send(&self, method: Method, path: &str, body: Value) -> Value {
        let path = format!("/bigin/v2/{}", self.fill(path));
        let answer = self.stand.send(method, &path, &body).await;
        assert!(answer.status.is_success(), "{path}: {}", answer.text);
        answer.body
    }

    async fn delete(&self, path: &str) {
        let path = format!("/bigin/v2/{}", self.fill(path));
        let answer = self.stand.delete(&path).await;
        assert!(answer.status.is_success(), "{path}: {}", answer.text);
    }

    fn fill(&self, path: &str) -> String {
        self.ids.iter().fold(path.to_owned(), |path, (name, id)| path.replace(&format!("{{{name}}}"), id))
    }

    fn keep(&mut self, name: &'static str, id: &Value) {
        self.ids.push((name, id.as_str().expect("an id").to_owned()));
    }

    /// One of everything.
    async fn prepare() -> Self {
        let mut walk = Self { stand: open().await, ids: Vec::new() };
        let company = walk.stand.create("Accounts", json!({ "Account_Name": "Walkers" })).await;
        let contact =
            json!({ "Last_Name": "Walker", "Email": "w@walk.example", "Account_Name": { "id": company } });
        let contact = walk.stand.create("Contacts", contact).await;
        let product =
            walk.stand.create("Products", json!({ "Product_Name": "Zzq boots", "Unit_Price": 9 })).await;
        let note = json!({ "Note_Title": "n", "Note_Content": "c", "Parent_Id": { "id": contact }, "$se_module": "Contacts" });
        let note = walk.stand.create("Notes", note).await;
        let gone = walk.stand.create("Contacts", json!({ "Last_Name": "Gone" })).await;
        for (name, id) in
            [("company", company), ("contact", contact), ("product", product), ("note", note), ("gone", gone)]
        {
            walk.ids.push((name, id));
        }
        walk.delete("Contacts/{gone}").await;
        walk.send(Method::PUT, "Contacts/{contact}/Products/{product}", json!({ "data": [{}] })).await;
        let fields = walk.stand.get("/bigin/v2/settings/fields?module=Contacts").await.body;
        walk.keep("field", &fields["fields"][0]["id"]);
        let layouts = walk.stand.get("/bigin/v2/settings/layouts?module=Pipelines").await.body;
        walk.keep("layout", &layouts["layouts"][0]["id"]);
        let users = walk.stand.get("/bigin/v2/users").await.body;
        walk.keep("user", &users["users"][0]["id"]);
        walk.keep("other", &users["users"][1]["id"]);
        walk
    }

    async fn records(&self) {
        self.send(Method::POST, "Contacts", json!({ "data": [{ "Last_Name": "Good" }, {}] })).await;
        self.send(
            Method::PUT,
            "Contacts",
            json!({ "data": [{ "id": self.fill("{contact}"), "Title": "x" }] }),
        )
        .await;
        self.send(Method::PUT, "Contacts/{contact}", json!({ "data": [{ "Title": "y" }] })).await;
        for name in ["New", "Old"] {
            let one = json!({ "Last_Name": name, "Email": "upsert@walk.example" });
            let body = json!({ "data": [one], "duplicate_check_fields": ["Email"] });
            self.send(Method::POST, "Contacts/upsert", body).await;
        }
        let many = self.stand.create("Contacts", json!({ "Last_Name": "Many" })).await;
        self.delete(&format!("Contacts?ids={many},1")).await;
        let owner = json!({ "owner": { "id": self.fill("{other}") } });
        self.send(Method::POST, "Contacts/{contact}/actions/change_owner", owner.clone()).await;
        let many = json!({ "ids": [self.fill("{contact}")], "owner": owner["owner"] });
        self.send(Method::POST, "Contacts/actions/change_owner", many).await;
        let tags = json!({ "tags": [{ "name": "Alpha" }] });
        for verb in ["add_tags", "remove_tags"] {
            self.send(Method::POST, &format!("Contacts/{{contact}}/actions/{verb}"), tags.clone()).await;
            let many = json!({ "ids": [self.fill("{contact}")], "tags": [{ "name": "Beta" }] });
            self.send(Method::POST, &format!("Contacts/actions/{verb}"), many).await;
        }
    }

    async fn relations(&self) {
        let both = json!({ "data": [{ "id": self.fill("{product}") }, { "id": "1" }] });
        self.send(Method::PUT, "Contacts/{contact}/Products", both).await;
        self.delete("Contacts/{contact}/Products?ids={product}").await;
        self.send(Method::PUT, "Contacts/{contact}/Products/{product}", json!({ "data": [{}] })).await;
        self.delete("Contacts/{contact}/Products/{product}").await;
        let note = json!({ "data": [{ "Note_Title": "a", "Note_Content": "b" }] });
        self.send(Method::POST, "Contacts/{contact}/Notes", note).await;
        let note = json!({ "data": [{ "id": self.fill("{note}"), "Note_Title": "z" }] });
        self.send(Method::PUT, "Notes", note.clone()).await;
        self.send(Method::PUT, "Notes/{note}", note).await;
        let parent = json!({ "id": self.fill("{contact}") });
        for path in ["Notes/{}", "Notes?ids={}"] {
            let one = json!({ "Note_Content": "c", "Parent_Id": parent, "$se_module": "Contacts" });
            let made = self.stand.create("Notes", one).await;
            self.delete(&path.replace("{}", &made)).await;
        }
    }

    async fn settings(&self) {
        let path = "settings/tags?module=Contacts";
        let made = self.send(Method::POST, path, json!({ "tags": [{ "name": "Zzq" }, {}] })).await;
        let tag = made["tags"][0]["details"]["id"].as_str().expect("an id");
        self.send(Method::PUT, path, json!({ "tags": [{ "id": tag, "name": "Zzq two" }] })).await;
        let one = format!("settings/tags/{tag}?module=Contacts");
        self.send(Method::PUT, &one, json!({ "tags": [{ "name": "Zzq three" }] })).await;
        self.delete(&format!("settings/tags/{tag}")).await;
        let channel =
            json!({ "channel_id": "77", "events": ["Contacts.all"], "notify_url": "http://127.0.0.1:9/x" });
        let body = json!({ "watch": [channel] });
        self.send(Method::POST, "actions/watch", body.clone()).await;
        self.stand.get("/bigin/v2/actions/watch").await;
        self.send(Method::PUT, "actions/watch", body).await;
        let part = json!({ "watch": [{ "channel_id": "77", "events": ["Contacts.create"] }] });
        self.send(Method::PATCH, "actions/watch", part).await;
        self.delete("actions/watch?channel_ids=77").await;
        self.delete("actions/watch?channel_ids=77").await;
    }
}

async fn walk() -> Stand {
    let walk = Walk::prepare().await;
    for path in READS {
        let path = format!("/bigin/v2/{}", walk.fill(path));
        let answer = walk.stand.get(&path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
    }
    walk.records().await;
    walk.relations().await;
    walk.settings().await;
    walk.stand
}

/// The operations whose answers were held against something.
pub(crate) async fn checked() -> BTreeSet<String> {
    look::checked(&walk().await.sandbox.base_url, Service::Bigin)
}

#[tokio::test]
async fn every_operation_is_asked_once() {
    if !at_hand() {
        return;
    }
    let operations = operations().expect("the files are at hand");
    let served = by_the_sandbox(&operations).await;
    let asked = look::answered(&walk().await.sandbox.base_url, Service::Bigin);
    let served =
        served.iter().filter(|one| one.service == Service::Bigin).map(crate::published::Operation::name);
    let missing: Vec<_> = served.filter(|name| !asked.contains(name)).collect();
    assert!(missing.is_empty(), "served, and asked by no step of this walk:\n{}", missing.join("\n"));
}

#[tokio::test]
async fn a_partly_failed_batch_may_be_207() {
    let stand = open().await;
    stand.switch("bigin_partial_207", true).await;
    let mixed = json!({ "data": [{ "Last_Name": "Good" }, {}] });
    assert_eq!(stand.send(Method::POST, "/bigin/v2/Contacts", &mixed).await.status, 207);
}
