//! Fields that are spelled in another way across: people by a table, days as text, names put together.

use balcao::pairing::Way;
use balcao::sync::mapping::file::{DEFAULT, read as read_mapping};
use serde_json::{Value, json};

use super::{
    checker::read,
    stand::{Pair, open},
};

const MARINA: &str = "marina@zelo.example";

/// Puts a mapping in force.
fn apply(pair: &Pair, text: &str) {
    let file = read_mapping(text).unwrap_or_else(|faults| panic!("{faults:?}"));
    pair.pairing().apply(text, file).unwrap();
}

async fn desk(pair: &Pair, id: &str) -> Value {
    pair.stand.get(&format!("/api/v1/contacts/{id}")).await.body
}

/// Runs until it is quiet, and once more: nothing is written then.
async fn settle(pair: &Pair) {
    pair.run(Way::Both).await;
    pair.clear_log().await;
    pair.run(Way::Both).await;
    assert_eq!(pair.writes(), 0, "what was written is no change");
}

#[tokio::test(flavor = "multi_thread")]
async fn owners_go_by_the_table_and_others_by_who_stands_for_them() {
    let pair = open().await;
    pair.run(Way::Both).await;
    let both = read(&pair).await;
    let (here, there) = (both.bigin.person(MARINA).id.clone(), both.desk.person(MARINA).id.clone());
    let users = pair.stand.get("/bigin/v2/users?type=ActiveUsers").await.body;
    let agents = pair.stand.get("/api/v1/agents?limit=10").await.body;
    let ids = |list: &Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    let (users, agents) = (ids(&users["users"]), ids(&agents["data"]));
    assert!(users.len() > 1 && agents.len() > 1, "{users:?} {agents:?}");
    let line = "\n[[contact.field]]\nid = 20\nbigin = \"Owner\"\ndesk = \"ownerId\"\ntype = \"exact\"\nwins = \"bigin\"\npeople = true\n";
    let people = format!(
        "\n[people]\ntable = {{ \"{}\" = \"{}\" }}\notherwise-bigin = \"{}\"\notherwise-desk = \"{}\"\n",
        users[0], agents[0], users[1], agents[1]
    );
    apply(&pair, &format!("{DEFAULT}{line}{people}"));
    settle(&pair).await;
    for (user, agent) in [(&users[0], &agents[0]), (&users[1], &agents[1])] {
        pair.edit_bigin("Contacts", &here, json!({ "Owner": { "id": user } })).await;
        settle(&pair).await;
        assert_eq!(desk(&pair, &there).await["ownerId"], json!(agent));
    }
    pair.edit_desk("contacts", &there, json!({ "ownerId": agents[0] })).await;
    settle(&pair).await;
    let found = pair.stand.get(&format!("/bigin/v2/Contacts/{here}?fields=Owner")).await.body;
    assert_eq!(found["data"][0]["Owner"]["id"], json!(users[0]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_in_parts_is_one_text() {
    let pair = open().await;
    let (two, three) = (
        "id = 2\nbigin = \"First_Name\"\ndesk = \"firstName\"",
        "id = 3\nbigin = \"Last_Name\"\ndesk = \"lastName\"",
    );
    let whole = "id = 30\nbigin = \"First_Name + Last_Name\"\ndesk = \"firstName + lastName\"";
    let at = DEFAULT.find(&format!("[[contact.field]]\n{two}")).unwrap();
    let (before, after) = DEFAULT.split_at(at);
    let after = after.replacen(two, whole, 1).replacen(&format!("[[contact.field]]\n{three}\n\n"), "", 1);
    apply(&pair, &format!("{before}{after}"));
    settle(&pair).await;
    let both = read(&pair).await;
    let (here, there) = (both.bigin.person(MARINA).id.clone(), both.desk.person(MARINA).id.clone());
    pair.edit_bigin("Contacts", &here, json!({ "First_Name": "Marina Lúcia", "Last_Name": "Prado" })).await;
    settle(&pair).await;
    let now = desk(&pair, &there).await;
    assert_eq!((&now["firstName"], &now["lastName"]), (&json!("Marina Lúcia"), &json!("Prado")));
    pair.edit_desk("contacts", &there, json!({ "firstName": "", "lastName": "Lúcia" })).await;
    settle(&pair).await;
    let now = read(&pair).await;
    let row = now.bigin.people.iter().find(|row| row.id == here).unwrap();
    assert_eq!((row.get("First_Name"), row.get("Last_Name")), ("", "Lúcia"));
}
