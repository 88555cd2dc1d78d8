//! Bigin.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use reqwest::Method;
use serde_json::{Map, Value, json};

use super::{Fate, Given, hold, runtime, same};
use crate::sandbox::client::{Stand, open};

const MODULES: [&str; 7] = ["Contacts", "Accounts", "Products", "Pipelines", "Tasks", "Events", "Calls"];

struct House {
    stand: Stand,
    /// By module: the fields that can be written.
    fields: Vec<(&'static str, Vec<Value>)>,
    users: Vec<String>,
    contact: String,
    company: String,
    zone: String,
    /// What only one record may have gets a number.
    made: AtomicUsize,
}

impl House {
    async fn open() -> Self {
        let stand = open().await;
        let mut fields = Vec::new();
        for module in MODULES {
            let answer = stand.get(&format!("/bigin/v2/settings/fields?module={module}")).await;
            let all = answer.body["fields"].as_array().expect("fields").clone();
            fields.push((
                module,
                // Pictures are brought by a call of their own.
                all.into_iter()
                    .filter(|field| field["view_type"]["create"] == true)
                    .filter(|field| field["data_type"] != "profileimage")
                    .collect(),
            ));
        }
        let users = stand.get("/bigin/v2/users?type=ActiveUsers").await.body;
        let users = users["users"]
            .as_array()
            .expect("users")
            .iter()
            .map(|user| user["id"].as_str().expect("an id").to_owned());
        let users = users.collect();
        let contact = stand.create("Contacts", json!({ "Last_Name": "Looked up" })).await;
        let company = stand.create("Accounts", json!({ "Account_Name": "Zzq looked up" })).await;
        let org = stand.get("/bigin/v2/org").await.body;
        let zone = org["org"][0]["time_zone"].as_str().expect("a zone").to_owned();
        Self { stand, fields, users, contact, company, zone, made: AtomicUsize::new(0) }
    }

    /// What is written into a field, and what becomes of it; none for fields that other tests look at.
    fn value(&self, field: &Value, given: &Given) -> Option<(Value, Fate)> {
        let name = field["api_name"].as_str()?;
        let length = usize::try_from(field["length"].as_u64()?).ok()?;
        let kind = field["data_type"].as_str()?;
        if ["Remind_At", "Reminder", "Recurring_Activity", "Participants", "$se_module", "Tag"]
            .contains(&name)
        {
            return None;
        }
        if given.wrong && !["text", "textarea", "phone", "website", "picklist"].contains(&kind) {
            return Some((json!({ "no": "value" }), Fate::Refused));
        }
        let plain = |value: Value| Some((value.clone(), Fate::Same(value)));
        match kind {
            "text" | "textarea" | "phone" | "website" if field["unique"]["casesensitive"].is_string() => {
                let number = self.made.fetch_add(1, Relaxed);
                plain(json!(format!("{number} {}", given.text.chars().take(30).collect::<String>()).trim()))
            }
            "text" | "textarea" | "phone" | "website" => Some(given.text(length)),
            "email" => {
                plain(json!(format!("a{}@b{}.example", self.made.fetch_add(1, Relaxed), given.number.abs())))
            }
            "boolean" => plain(json!(given.flag)),
            "integer" => plain(json!(given.number)),
            "currency" | "double" | "decimal" | "percent" => plain(json!(given.amount())),
            "date" => plain(json!(given.day())),
            "datetime" => {
                let shown = given.time().in_tz(&self.zone).ok()?.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
                Some((json!(given.written()), Fate::Same(json!(shown))))
            }
            "picklist" if !["Sub_Pipeline", "Stage"].contains(&name) => {
                let picks = field["pick_list_values"].as_array().filter(|picks| !picks.is_empty())?;
                plain(picks[given.at % picks.len()]["actual_value"].clone())
            }
            "multiselectpicklist" => {
                let picks = field["pick_list_values"].as_array().filter(|picks| !picks.is_empty())?;
                let chosen = &picks[..=given.at % picks.len()];
                plain(chosen.iter().map(|pick| pick["actual_value"].clone()).collect())
            }
            "ownerlookup" => {
                let user = json!({ "id": self.users[given.at % self.users.len()] });
                plain(user)
            }
            "lookup" => match name {
                "Account_Name" => plain(json!({ "id": self.company })),
                "Contact_Name" | "Who_Id" => plain(json!({ "id": self.contact })),
                _ => None,
            },
            _ => None,
        }
    }

    /// What a record of this module cannot be without.
    fn needed(&self, module: &str) -> Map<String, Value> {
        let number = self.made.fetch_add(1, Relaxed);
        let needed = match module {
            "Contacts" => json!({ "Last_Name": "Round" }),
            "Accounts" => json!({ "Account_Name": format!("Round {number}") }),
            "Products" => json!({ "Product_Name": format!("Round {number}") }),
            "Pipelines" => {
                json!({ "Deal_Name": format!("Round {number}"), "Sub_Pipeline": "New business", "Stage": "Proposal" })
            }
            "Tasks" => json!({ "Subject": "Round" }),
            "Events" => json!({ "Event_Title": "Round", "Start_DateTime": "1900-01-01T10:00:00-03:00",
                                "End_DateTime": "2300-01-01T11:00:00-03:00" }),
            _ => {
                json!({ "Subject": "Round", "Call_Type": "Inbound", "Call_Start_Time": "2026-01-01T10:00:00-03:00" })
            }
        };
        needed.as_object().expect("an object").clone()
    }

    async fn round(&self, given: Vec<Given>) -> Result<(), String> {
        let (module, fields) = &self.fields[given[0].at % self.fields.len()];
        let mut record = self.needed(module);
        let mut fates: Vec<(String, Fate)> = Vec::new();
        for (n, given) in given.iter().enumerate() {
            let field = &fields[(given.at / 7 + n) % fields.len()];
            let name = field["api_name"].as_str().expect("a name").to_owned();
            // Both of one event by chance would often end before they begin.
            let times = ["Start_DateTime", "End_DateTime"];
            if times.contains(&&*name) && fates.iter().any(|(one, _)| times.contains(&&**one)) {
                continue;
            }
            if let Some((value, fate)) =
                self.value(field, given).filter(|_| !fates.iter().any(|(one, _)| *one == name))
            {
                record.insert(name.clone(), value);
                fates.push((name, fate));
            }
        }
        let sent = json!({ "data": [record] });
        let count = format!("/bigin/v2/{module}/actions/count");
        let before = self.stand.get(&count).await.body;
        let answer = self.stand.send(Method::POST, &format!("/bigin/v2/{module}"), &sent).await;
        let entry = &answer.body["data"][0];
        if fates.iter().any(|(_, fate)| *fate == Fate::Refused) {
            let blamed = entry["details"]["api_name"].as_str().unwrap_or_default();
            let guilty = fates.iter().any(|(name, fate)| name == blamed && *fate == Fate::Refused);
            if answer.status != 400 || entry["code"] != "INVALID_DATA" || !guilty {
                return Err(format!("{sent} was answered {} {}", answer.status, answer.text));
            }
            return same("a refused record was made", &self.stand.get(&count).await.body, &before);
        }
        if answer.status != 201 {
            return Err(format!("{sent} was answered {} {}", answer.status, answer.text));
        }
        let id = entry["details"]["id"].as_str().expect("an id");
        let names: Vec<&str> = fates.iter().map(|(name, _)| name.as_str()).collect();
        let one = self.stand.get(&format!("/bigin/v2/{module}/{id}")).await.body;
        compare("get", &one["data"][0], &fates)?;
        let list = format!("/bigin/v2/{module}?fields={}&per_page=1&ids={id}", names.join(","));
        let listed = self.stand.get(&list).await.body;
        compare("list", &listed["data"][0], &fates)?;
        self.found(module, id, &fates).await?;
        self.cleared(module, id, fields, &fates).await
    }

    /// A text is found by its own criteria, and the whole record with it.
    async fn found(&self, module: &str, id: &str, fates: &[(String, Fate)]) -> Result<(), String> {
        let searchable = |name: &str| {
            ["Title", "Venue", "Product_Code", "Mailing_City", "Billing_City", "CNPJ"].contains(&name)
        };
        for (name, fate) in fates.iter().filter(|(name, _)| searchable(name)) {
            let Fate::Same(Value::String(text)) = fate else { continue };
            if !text.chars().any(char::is_alphanumeric) {
                continue;
            }
            let escaped: String = text
                .chars()
                .flat_map(|c| if "(),\\".contains(c) { vec!['\\', c] } else { vec![c] })
                .collect();
            let path = format!("/bigin/v2/{module}/search");
            let query = [("criteria", format!("({name}:equals:{escaped})")), ("per_page", "200".to_owned())];
            let request = self.stand.request(Method::GET, &path).query(&query);
            let answer = crate::sandbox::client::read(request).await;
            let rows = answer.body["data"].as_array().cloned().unwrap_or_default();
            let Some(row) = rows.iter().find(|row| row["id"] == id) else {
                return Err(format!("{query:?} did not find {id}: {}", answer.text.len()));
            };
            compare("search", row, fates)?;
        }
        Ok(())
    }

    /// `null` clears what is not mandatory.
    async fn cleared(
        &self,
        module: &str,
        id: &str,
        fields: &[Value],
        fates: &[(String, Fate)],
    ) -> Result<(), String> {
        let optional = |name: &str| {
            name != "Owner"
                && fields.iter().any(|one| one["api_name"] == name && one["system_mandatory"] == false)
        };
        let names: Vec<&String> = fates.iter().map(|(name, _)| name).filter(|name| optional(name)).collect();
        let nothing: Map<String, Value> = names.iter().map(|name| ((*name).clone(), Value::Null)).collect();
        let path = format!("/bigin/v2/{module}/{id}");
        let answer = self.stand.send(Method::PUT, &path, &json!({ "data": [nothing] })).await;
        if answer.status != 200 {
            return Err(format!("clearing {names:?}: {}", answer.text));
        }
        let one = self.stand.get(&path).await.body;
        names.iter().try_for_each(|name| {
            let value = &one["data"][0][name.as_str()];
            if value.is_null() || *value == json!(false) {
                Ok(())
            } else {
                Err(format!("{name} still is {value}"))
            }
        })
    }
}

fn compare(how: &str, row: &Value, fates: &[(String, Fate)]) -> Result<(), String> {
    fates.iter().try_for_each(|(name, fate)| {
        let Fate::Same(wanted) = fate else { return Ok(()) };
        let was = &row[name.as_str()];
        // A lookup comes back with its name.
        let was = if wanted.is_object() { json!({ "id": was["id"] }) } else { was.clone() };
        match (was.as_f64(), wanted.as_f64()) {
            (Some(was), Some(wanted)) if (was - wanted).abs() < 1e-9 => Ok(()),
            _ => same(&format!("{how} {name}"), &was, wanted),
        }
    })
}

#[test]
fn records_of_bigin_come_back() {
    let runtime = runtime();
    let house = runtime.block_on(House::open());
    hold(60, &runtime, |given| house.round(given));
}
