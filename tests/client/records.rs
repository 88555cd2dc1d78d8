//! Records for the integration, both ways, against the embedded sandbox.

use balcao::{
    sandbox::options::Options,
    zoho::{
        Hosts, Settings, SignIn, Sort, Zoho,
        records::{Change, Written},
    },
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

use crate::sandbox::client::{Stand, open_with};

async fn open() -> (Stand, Zoho) {
    let stand = open_with(Options::default()).await;
    // An administrator: who may see the recycle bin.
    let admin = &stand.sandbox.hello.agents[1];
    let sign_in = SignIn {
        client_id: stand.sandbox.hello.client_id.clone(),
        client_secret: stand.sandbox.hello.client_secret.clone().into(),
        refresh_token: admin.refresh_token.clone().into(),
    };
    let hosts = Hosts::single(&stand.sandbox.base_url).unwrap();
    let zoho = Zoho::connect(hosts, sign_in, None, Settings::default()).unwrap();
    (stand, zoho)
}

fn fields(value: Value) -> Map<String, Value> {
    let Value::Object(fields) = value else { panic!("{value}") };
    fields
}

fn create(value: Value) -> Change {
    Change { id: None, fields: fields(value) }
}

fn change(id: &str, value: Value) -> Change {
    Change { id: Some(id.to_owned()), fields: fields(value) }
}

fn id(written: &Written) -> String {
    let Written::Done { id, .. } = written else { panic!("{written:?}") };
    id.clone()
}

const FIELDS: [&str; 3] = ["Last_Name", "Email", "Phone"];

#[tokio::test]
async fn bigin_tells_what_changed_in_slices_that_fit() {
    let (stand, zoho) = open().await;
    let bigin = &zoho.bigin;
    let began = now(&stand).await;
    let batch: Vec<_> = (0..90).map(|n| create(json!({ "Last_Name": format!("Slice {n:03}") }))).collect();
    let mut made: Vec<_> = Vec::new();
    for _ in 0..3 {
        made.extend(bigin.write_records("Contacts", &batch).await.unwrap().iter().map(id));
    }
    let mut seen = Vec::new();
    loop {
        let slice = bigin.records_changed("Contacts", &FIELDS, began, seen.len(), 70).await.unwrap();
        assert!(slice.rows.iter().all(|row| row.modified >= began));
        seen.extend(slice.rows.into_iter().map(|row| row.id));
        if !slice.more {
            break;
        }
    }
    made.sort();
    seen.retain(|id| made.contains(id));
    seen.sort();
    assert_eq!(seen, made, "none twice, none missed");
    let later =
        bigin.records_changed("Contacts", &FIELDS, began + SignedDuration::from_hours(1), 0, 200).await;
    assert_eq!(later.unwrap().rows, []);
}

#[tokio::test]
async fn each_record_of_a_batch_has_its_own_fate() {
    let (_stand, zoho) = open().await;
    let bigin = &zoho.bigin;
    let mail = json!({ "Last_Name": "Prado", "Email": "once@fates.example" });
    let made = bigin
        .write_records("Contacts", &[create(mail.clone()), create(json!({ "Email": "x" }))])
        .await
        .unwrap();
    let first = id(&made[0]);
    assert!(matches!(&made[1], Written::Refused { field: Some(_), .. }), "{made:?}");
    // All refused: the answer is a 400, and still one result each.
    let refused = bigin.write_records("Contacts", &[create(mail.clone())]).await.unwrap();
    let [Written::Refused { code, .. }] = refused.as_slice() else { panic!("{refused:?}") };
    assert_eq!(code, "DUPLICATE_DATA");
    let changed = bigin
        .write_records(
            "Contacts",
            &[
                change(&first, json!({ "Phone": "+55 11 5555-0101" })),
                change("4876876000009999999", json!({ "Phone": "1" })),
            ],
        )
        .await
        .unwrap();
    assert!(matches!(changed[0], Written::Done { .. }) && changed[1] == Written::Missing, "{changed:?}");
    let again = bigin.upsert_records("Contacts", "Email", &[create(mail)]).await.unwrap();
    assert_eq!(id(&again[0]), first, "no second record");
    let read = bigin
        .records_by_id("Contacts", &FIELDS, &[first.clone(), "4876876000009999999".into()])
        .await
        .unwrap();
    assert_eq!(read.len(), 1);
    assert_eq!(read[0].fields["Phone"], "+55 11 5555-0101");
    let values = [
        ("Email".to_owned(), "once@fates.example".to_owned()),
        ("Last_Name".to_owned(), "a(b),c".to_owned()),
    ];
    assert!(bigin.records_with("Contacts", &values).await.unwrap().iter().any(|row| row.id == first));
}

#[tokio::test]
async fn bigin_tells_what_was_deleted() {
    let (stand, zoho) = open().await;
    let made = zoho.bigin.write_records("Contacts", &[create(json!({ "Last_Name": "Gone" }))]).await.unwrap();
    stand.delete(&format!("/bigin/v2/Contacts/{}", id(&made[0]))).await;
    let told = zoho.bigin.records_deleted("Contacts", 0).await.unwrap();
    assert_eq!(told.rows[0].id, id(&made[0]));
    assert_eq!(zoho.bigin.records_by_id("Contacts", &FIELDS, &[id(&made[0])]).await.unwrap(), []);
}

#[tokio::test]
async fn desk_takes_and_gives_back_contacts_and_accounts() {
    let (stand, zoho) = open().await;
    let desk = &zoho.desk;
    for (sort, new, param, value, update) in [
        (
            Sort::Contacts,
            json!({ "lastName": "Slice", "email": "slice@fates.example" }),
            "email",
            "slice@fates.example",
            json!({ "phone": "+55 11 5555-0102" }),
        ),
        (
            Sort::Accounts,
            json!({ "accountName": "Slices & Co" }),
            "accountName",
            "Slices & Co",
            json!({ "phone": "+55 11 5555-0102" }),
        ),
    ] {
        let began = now(&stand).await;
        let made = id(&desk.write_record(sort, &create(new)).await.unwrap());
        let written = desk.write_record(sort, &change(&made, update)).await.unwrap();
        let Written::Done { record: Some(record), .. } = written else { panic!("{written:?}") };
        assert_eq!(record.fields["phone"], "+55 11 5555-0102");
        assert_eq!(desk.record_by_id(sort, &made).await.unwrap().map(|read| read.id), Some(made.clone()));
        let found = desk.records_with(sort, param, &[value.to_owned(), "x".into()]).await.unwrap();
        assert!(found.iter().any(|row| row.id == made), "{sort:?}");
        let slice = desk.records_changed(sort, began, 0, 100).await.unwrap();
        assert!(slice.rows.iter().any(|row| row.id == made && row.modified >= began), "{sort:?}");
        desk.trash_record(sort, &made).await.unwrap();
        assert_eq!(desk.record_by_id(sort, &made).await.unwrap(), None);
        let bin = desk.records_deleted(0).await.unwrap();
        assert_eq!(
            bin.rows.iter().find(|row| row.id == made).map(|row| row.what.to_lowercase()),
            Some(sort.path().into())
        );
    }
    let refused =
        desk.write_record(Sort::Contacts, &create(json!({ "email": "no@name.example" }))).await.unwrap();
    assert!(matches!(refused, Written::Refused { .. }), "{refused:?}");
    let missing = change("1892000000009999999", json!({ "phone": "1" }));
    assert_eq!(desk.write_record(Sort::Accounts, &missing).await.unwrap(), Written::Missing);
}

/// The sandbox's time, in whole seconds.
async fn now(stand: &Stand) -> Timestamp {
    let date = stand.get("/_sandbox/hello").await.headers["date"].to_str().unwrap().to_owned();
    jiff::fmt::rfc2822::parse(&date).unwrap().timestamp()
}
