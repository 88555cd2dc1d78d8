//! Desk.

use serde_json::{Map, Value, json};

use super::{Fate, Given, hold, runtime, same};
use crate::sandbox::client::read;
use crate::sandbox::desk::stage::{Stage, faults, id};

const MODULES: [&str; 3] = ["tickets", "contacts", "accounts"];

struct Portal {
    stage: Stage,
    /// By module: the fields.
    fields: Vec<(&'static str, Vec<Value>)>,
    department: String,
    contact: String,
}

/// What has a meaning of its own, and tests of its own.
const ELSEWHERE: [&str; 14] = [
    "status",
    "departmentId",
    "contactId",
    "accountId",
    "assigneeId",
    "ownerId",
    "productId",
    "teamId",
    "channel",
    "type",
    "contactName",
    "entitySkills",
    "resolution",
    "description",
];

impl Portal {
    async fn open() -> Self {
        let stage = Stage::open().await;
        let mut fields = Vec::new();
        for module in MODULES {
            fields.push((module, stage.rows(&format!("/organizationFields?module={module}")).await));
        }
        let department = stage.department("Support").await;
        let contact = stage.post("/contacts", &json!({"lastName": "Round"})).await.body;
        let contact = id(&contact).to_owned();
        Self { stage, fields, department, contact }
    }

    /// What is written into a field, and what becomes of it.
    fn value(field: &Value, given: &Given) -> Option<(Value, Fate)> {
        let custom = field["isCustomField"] == true;
        let name = field["apiName"].as_str().filter(|name| !ELSEWHERE.contains(name))?;
        let plain = |value: Value| Some((value.clone(), Fate::Same(value)));
        let wrong = |value: Value| Some((value, Fate::Refused));
        match field["type"].as_str()? {
            "Text" | "Phone" | "Textarea" | "LargeText" | "URL" => {
                let length = field["maxLength"].as_u64().and_then(|length| usize::try_from(length).ok());
                Some(given.text(length.filter(|length| *length > 0)?))
            }
            "Email" if given.wrong => wrong(json!("no address")),
            "Email" => plain(json!(format!("a{}@b.example", given.number.unsigned_abs()))),
            "Picklist" if custom && given.wrong => wrong(json!("not a choice of these")),
            "Picklist" => {
                let choices = field["allowedValues"].as_array().filter(|choices| !choices.is_empty())?;
                let choice = &choices[given.at % choices.len()];
                plain(choice.get("value").unwrap_or(choice).clone())
            }
            "Number" | "Decimal" | "Currency" | "Percent" if custom && given.wrong => wrong(json!("many")),
            "Number" => plain(json!(given.number.to_string())),
            "Decimal" | "Currency" | "Percent" => plain(json!(given.amount().to_string())),
            "Date" if given.wrong => wrong(json!("2026-02-30")),
            "Date" => plain(json!(given.day())),
            "DateTime" if given.wrong => wrong(json!("yesterday")),
            "DateTime" => {
                let shown = given.time().strftime("%Y-%m-%dT%H:%M:%S.000Z").to_string();
                Some((json!(given.written()), Fate::Same(json!(shown))))
            }
            "Multiselect" if given.wrong => wrong(json!("one of these;no choice")),
            "Multiselect" => {
                let choices = field["allowedValues"].as_array().filter(|choices| !choices.is_empty())?;
                let chosen = choices[..=given.at % choices.len()].iter();
                let chosen: Vec<&str> =
                    chosen.filter_map(|choice| choice.get("value").unwrap_or(choice).as_str()).collect();
                plain(json!(chosen.join(";")))
            }
            "Boolean" | "Checkbox" if custom && given.wrong => wrong(json!("perhaps")),
            "Boolean" | "Checkbox" => plain(json!(given.flag)),
            _ => None,
        }
        .filter(|_| !name.is_empty())
    }

    fn needed(&self, module: &str) -> Map<String, Value> {
        let needed = match module {
            "tickets" => {
                json!({"subject": "Round", "departmentId": self.department, "contactId": self.contact})
            }
            "contacts" => json!({"lastName": "Round"}),
            _ => json!({"accountName": "Round"}),
        };
        needed.as_object().expect("an object").clone()
    }

    async fn round(&self, given: Vec<Given>) -> Result<(), String> {
        let (module, fields) = &self.fields[given[0].at % self.fields.len()];
        let (mut body, mut cf) = (self.needed(module), Map::new());
        let mut fates: Vec<(String, bool, Fate)> = Vec::new();
        for (n, given) in given.iter().enumerate() {
            let field = &fields[(given.at / 7 + n) % fields.len()];
            let (name, custom) = (field["apiName"].as_str().expect("a name"), field["isCustomField"] == true);
            let Some((value, fate)) = Self::value(field, given) else { continue };
            if !fates.iter().any(|(one, ..)| one == name) {
                if custom { &mut cf } else { &mut body }.insert(name.to_owned(), value);
                fates.push((name.to_owned(), custom, fate));
            }
        }
        if !cf.is_empty() {
            body.insert("cf".to_owned(), Value::Object(cf));
        }
        let sent = Value::Object(body);
        let answer = self.stage.post(&format!("/{module}"), &sent).await;
        let pointer = |name: &str, custom: bool| {
            if custom { format!("/cf/{name} invalid") } else { format!("/{name} invalid") }
        };
        let refused = fates.iter().filter(|(.., fate)| *fate == Fate::Refused);
        let mut refused: Vec<String> = refused.map(|(name, custom, _)| pointer(name, *custom)).collect();
        if !refused.is_empty() {
            // A mandatory text that cannot be taken is one that is missing.
            let mut told: Vec<String> =
                faults(&answer).iter().map(|one| one.replace(" missing", " invalid")).collect();
            refused.sort();
            told.sort();
            let wanted = (422, json!(refused));
            return same(&format!("{sent}"), &json!((answer.status.as_u16(), told)), &json!(wanted));
        }
        if answer.status != 200 {
            return Err(format!("{sent} was answered {} {}", answer.status, answer.text));
        }
        compare("create", &answer.body, &fates)?;
        let one = self.stage.get(&format!("/{module}/{}", id(&answer.body))).await.body;
        compare("get", &one, &fates)?;
        let rows = self.stage.rows(&format!("/{module}?limit=50&sortBy=-createdTime")).await;
        let row = rows.iter().find(|row| row["id"] == answer.body["id"]).ok_or("it is not in the list")?;
        compare("list", row, &fates)?;
        self.found(module, id(&answer.body), &fates).await?;
        self.cleared(module, id(&answer.body), fields, &fates).await
    }

    /// It is found by its name, as it is.
    async fn found(&self, module: &str, wanted: &str, fates: &[(String, bool, Fate)]) -> Result<(), String> {
        let path = format!("/api/v1/{module}/search");
        let request = self.stage.stand.request(reqwest::Method::GET, &path).query(&[("id", wanted)]);
        let answer = read(request).await;
        let row = &answer.body["data"][0];
        same("search id", &row["id"], &json!(wanted))?;
        compare("search", row, fates)
    }

    /// `""` clears what is not mandatory.
    async fn cleared(
        &self,
        module: &str,
        wanted: &str,
        fields: &[Value],
        fates: &[(String, bool, Fate)],
    ) -> Result<(), String> {
        let optional = |name: &str| {
            fields
                .iter()
                .any(|one| one["apiName"] == name && one["isMandatory"] == false && one["type"] != "Boolean")
        };
        let names: Vec<_> = fates.iter().filter(|(name, ..)| optional(name)).collect();
        let (mut body, mut cf) = (json!({}), json!({}));
        for (name, custom, _) in &names {
            let place = if *custom { &mut cf } else { &mut body };
            place[name.as_str()] = json!("");
        }
        body["cf"] = cf;
        let path = format!("/{module}/{wanted}");
        let answer = self.stage.patch(&path, &body).await;
        if answer.status != 200 {
            return Err(format!("clearing {body}: {}", answer.text));
        }
        let one = self.stage.get(&path).await.body;
        names.iter().try_for_each(|(name, custom, _)| {
            let value = if *custom { &one["cf"][name.as_str()] } else { &one[name.as_str()] };
            same(&format!("{name} after clearing"), value, &Value::Null)
        })
    }
}

fn compare(how: &str, row: &Value, fates: &[(String, bool, Fate)]) -> Result<(), String> {
    fates.iter().try_for_each(|(name, custom, fate)| {
        let Fate::Same(wanted) = fate else { return Ok(()) };
        let was = if *custom { row.get("cf").map(|cf| &cf[name.as_str()]) } else { row.get(name.as_str()) };
        // Lists and searches show less than the record.
        was.map_or(Ok(()), |was| same(&format!("{how} {name}"), was, wanted))
    })
}

#[test]
fn records_of_desk_come_back() {
    let runtime = runtime();
    let portal = runtime.block_on(Portal::open());
    hold(60, &runtime, |given| portal.round(given));
}
