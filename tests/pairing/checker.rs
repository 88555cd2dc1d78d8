//! What both sides have, read page by page over plain HTTP and compared field by field. It shares nothing with the engine,
//! the mapping or the client: names, pairs and spellings are its own.

use std::collections::BTreeMap;

use serde_json::Value;

use super::stand::Pair;

/// The fields of people, Bigin's name first.
const PERSON: [(&str, &str); 12] = [
    ("Email", "email"),
    ("First_Name", "firstName"),
    ("Last_Name", "lastName"),
    ("Phone", "phone"),
    ("Mobile", "mobile"),
    ("Title", "title"),
    ("Description", "description"),
    ("Mailing_Street", "street"),
    ("Mailing_City", "city"),
    ("Mailing_State", "state"),
    ("Mailing_Country", "country"),
    ("Mailing_Zip", "zip"),
];

/// The fields of companies.
const COMPANY: [(&str, &str); 9] = [
    ("Account_Name", "accountName"),
    ("Website", "website"),
    ("Phone", "phone"),
    ("Description", "description"),
    ("Billing_Street", "street"),
    ("Billing_City", "city"),
    ("Billing_State", "state"),
    ("Billing_Country", "country"),
    ("Billing_Code", "code"),
];

/// A record: its id, its fields under Bigin's names, the name of its company.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub id: String,
    pub fields: BTreeMap<&'static str, String>,
    pub company: String,
}

/// Everything of both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Both {
    pub bigin: Side,
    pub desk: Side,
}

/// Everything of one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    pub people: Vec<Row>,
    pub companies: Vec<Row>,
}

impl Row {
    pub fn get(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }
}

impl Side {
    pub fn person(&self, email: &str) -> &Row {
        self.people
            .iter()
            .find(|row| row.get("Email") == email)
            .unwrap_or_else(|| panic!("{email} is not there"))
    }

    pub fn company(&self, name: &str) -> &Row {
        self.companies.iter().find(|row| row.get("Account_Name") == name).unwrap()
    }
}

/// Reads both sides.
pub async fn read(pair: &Pair) -> Both {
    let mut sides = Vec::new();
    for bigin in [true, false] {
        let (mut people, mut companies): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
        for (rows, noun, names) in [
            (&mut companies, ("Accounts", "accounts"), &COMPANY[..]),
            (&mut people, ("Contacts", "contacts"), &PERSON[..]),
        ] {
            let all =
                if bigin { from_bigin(pair, noun.0, names).await } else { from_desk(pair, noun.1).await };
            rows.extend(all.iter().map(|record| row(record, names, bigin)));
        }
        if !bigin {
            for person in people.iter_mut().filter(|person| !person.company.is_empty()) {
                let company = companies.iter().find(|company| company.id == person.company);
                person.company = company.map_or("?", |company| company.get("Account_Name")).to_owned();
            }
        }
        sides.push(Side { people, companies });
    }
    let desk = sides.pop().unwrap();
    Both { bigin: sides.pop().unwrap(), desk }
}

async fn from_bigin(pair: &Pair, module: &str, names: &[(&str, &str)]) -> Vec<Value> {
    let fields: Vec<_> = names.iter().map(|(name, _)| *name).chain(["Account_Name"]).collect();
    let (mut all, mut token) = (Vec::new(), String::new());
    loop {
        let path = format!("/bigin/v2/{module}?fields={}&per_page=200{token}", fields.join(","));
        let answer = pair.stand.get(&path).await;
        all.extend(answer.body["data"].as_array().cloned().unwrap_or_default());
        match answer.body["info"]["next_page_token"].as_str() {
            Some(next) => token = format!("&page_token={next}"),
            None => return all,
        }
    }
}

async fn from_desk(pair: &Pair, noun: &str) -> Vec<Value> {
    let mut all: Vec<Value> = Vec::new();
    loop {
        let answer = pair.stand.get(&format!("/api/v1/{noun}?from={}&limit=99", all.len() + 1)).await;
        let rows = answer.body["data"].as_array().cloned().unwrap_or_default();
        let whole = rows.len() == 99;
        for row in rows {
            // Rows of a list tell too little.
            all.push(pair.stand.get(&format!("/api/v1/{noun}/{}", row["id"].as_str().unwrap())).await.body);
        }
        if !whole {
            return all;
        }
    }
}

fn row(record: &Value, names: &[(&'static str, &'static str)], bigin: bool) -> Row {
    let field = |(mine, theirs): &(&'static str, &'static str)| {
        let value = &record[if bigin { *mine } else { *theirs }];
        (*mine, plain(mine, value.as_str().unwrap_or_default()))
    };
    // Desk tells the id alone; its name is looked up among the accounts.
    let company = if bigin { &record["Account_Name"]["name"] } else { &record["accountId"] };
    Row {
        id: record["id"].as_str().unwrap().to_owned(),
        fields: names.iter().map(field).collect(),
        company: company.as_str().unwrap_or_default().to_owned(),
    }
}

/// One spelling of what says the same.
fn plain(field: &str, text: &str) -> String {
    match field {
        "Phone" | "Mobile" => {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            if text.trim_start().starts_with('+') { format!("+{digits}") } else { digits }
        }
        "Email" => text.trim().to_lowercase(),
        "Website" => {
            let text = text.trim().to_lowercase();
            let text = text.trim_start_matches("https://").trim_start_matches("http://");
            text.trim_start_matches("www.").trim_end_matches('/').to_owned()
        }
        _ => text.replace("\r\n", "\n").trim().to_owned(),
    }
}

/// Everything that is not as it should be once both sides agree: somebody without a partner, somebody there twice that was
/// not before, fields that differ. `twins` are keys that several records share, which are left to a person.
pub fn differences(both: &Both, twins: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let person = |row: &Row| match row.get("Email") {
        "" => format!("{} {}", row.get("First_Name"), row.get("Last_Name")),
        email => email.to_owned(),
    };
    let company = |row: &Row| row.get("Account_Name").to_owned();
    compare(&both.bigin.companies, &both.desk.companies, company, twins, &mut found);
    compare(&both.bigin.people, &both.desk.people, person, twins, &mut found);
    found
}

fn compare(
    bigin: &[Row],
    desk: &[Row],
    key: impl Fn(&Row) -> String,
    twins: &[&str],
    found: &mut Vec<String>,
) {
    let mut groups: BTreeMap<String, (Vec<&Row>, Vec<&Row>)> = BTreeMap::new();
    for row in bigin {
        groups.entry(key(row)).or_default().0.push(row);
    }
    for row in desk {
        groups.entry(key(row)).or_default().1.push(row);
    }
    for (key, group) in groups {
        match (group.0.as_slice(), group.1.as_slice()) {
            _ if twins.contains(&key.as_str()) => {}
            ([one], [other]) => {
                for (field, value) in &one.fields {
                    if other.get(field) != value {
                        found.push(format!(
                            "{key}: {field} is {value:?} in Bigin and {:?} in Desk",
                            other.get(field)
                        ));
                    }
                }
                if one.company != other.company {
                    found.push(format!(
                        "{key}: works at {:?} in Bigin and {:?} in Desk",
                        one.company, other.company
                    ));
                }
            }
            (ones, others) => {
                found.push(format!("{key}: {} in Bigin and {} in Desk", ones.len(), others.len()));
            }
        }
    }
}
