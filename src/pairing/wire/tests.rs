use serde_json::{Map, Value as Json, json};

use super::*;
use crate::sync::{
    RecordId, Value,
    engine::WriteRow,
    mapping::file::{DEFAULT, read},
};
use crate::zoho::records::Record;

fn wire() -> Wire {
    let field = |name: &str, kind: &str, unique| Described {
        name: name.into(),
        kind: kind.into(),
        unique,
        ..Described::default()
    };
    let both = || Per {
        bigin: vec![field("Desk_ID", "text", true)],
        desk: vec![field("cf_bigin_id", "Text", false)],
    };
    let known = [(Kind::Company, both()), (Kind::Contact, both())].into_iter().collect();
    Wire::new(&read(DEFAULT).expect("it is ours"), &known)
}

fn record(fields: Json) -> Record {
    let Json::Object(fields) = fields else { panic!("a record is an object") };
    Record { id: "17".into(), modified: "2026-11-20T10:00:00Z".parse().expect("a time"), fields }
}

#[test]
fn a_record_becomes_a_row_and_a_row_a_change() {
    let wire = wire();
    let told = record(json!({
        "lastName": "Prado", "accountId": "4711", "email": null, "cf": { "cf_bigin_id": "99" }, "photoURL": "x",
    }));
    let row = wire.row(Side::Desk, Kind::Contact, &told).expect("an id");
    assert_eq!((row.id, row.mark, row.version), (RecordId(17), Some(RecordId(99)), 1_795_168_800));
    let told: Vec<_> = row.fields.iter().map(|(field, value)| (field.0, value.clone())).collect();
    assert_eq!(
        told,
        [(1, Value::Empty), (3, Value::text("Prado")), (4, Value::Record(RecordId(4711)))],
        "what was not told is not there"
    );
    let write = WriteRow {
        target: None,
        mark: RecordId(17),
        fields: vec![
            (FieldId(3), Value::text("Prado")),
            (FieldId(4), Value::Record(RecordId(4))),
            (FieldId(5), Value::Empty),
        ],
    };
    let sent = |side| Json::Object(wire.change(side, Kind::Contact, &write).fields);
    assert_eq!(
        sent(Side::Bigin),
        json!({ "Last_Name": "Prado", "Account_Name": { "id": "4" }, "Phone": null, "Desk_ID": "17" })
    );
    assert_eq!(
        sent(Side::Desk),
        json!({ "lastName": "Prado", "accountId": "4", "phone": "", "cf": { "cf_bigin_id": "17" } })
    );
}

#[test]
fn a_key_goes_only_where_there_is_a_field_for_it() {
    let wire = Wire::new(&read(DEFAULT).expect("it is ours"), &Metadata::new());
    let names = wire.kind(Kind::Contact).expect("contacts take part");
    assert_eq!((names.mark(Side::Bigin), names.mark(Side::Desk)), (None, None));
    let write = WriteRow { target: None, mark: RecordId(17), fields: Vec::new() };
    assert_eq!(wire.change(Side::Desk, Kind::Contact, &write).fields, Map::new());
}

#[test]
fn spellings_of_one_value_are_one_value() {
    let moment = value::read(&json!("2026-11-20T07:00:00-03:00"), Form::Moment, false);
    assert_eq!(moment, value::read(&json!("2026-11-20T10:00:00.000Z"), Form::Moment, false));
    assert_eq!(value::write(&moment, Form::Moment, Side::Bigin), json!("2026-11-20T10:00:00+00:00"));
    assert_eq!(
        value::read(&json!("12.50"), Form::Number, false),
        value::read(&json!(12.5), Form::Number, false)
    );
    let both = value::read(&json!(["A", "B"]), Form::Choices, false);
    assert_eq!(both, value::read(&json!("A;B"), Form::Choices, false));
    assert_eq!(value::write(&both, Form::Choices, Side::Bigin), json!(["A", "B"]));
    assert_eq!(value::write(&both, Form::Choices, Side::Desk), json!("A;B"));
}

#[test]
fn a_field_in_parts_a_day_and_a_person() {
    let text = "revision = 1\n[contact]\n[[contact.field]]\nid = 1\nbigin = \"Full\"\ndesk = \"firstName + lastName\"\nmatch = true\n\
        [[contact.field]]\nid = 2\nbigin = \"Birthday\"\ndesk = \"cf_day\"\nspelled = \"desk-day-month-year\"\n\
        [[contact.field]]\nid = 3\nbigin = \"Owner\"\ndesk = \"ownerId\"\npeople = true\n";
    let field =
        |name: &str, kind: &str| Described { name: name.into(), kind: kind.into(), ..Described::default() };
    let bigin = vec![field("Full", "text"), field("Birthday", "date"), field("Owner", "ownerlookup")];
    let desk = vec![field("cf_day", "Text"), field("ownerId", "LookUp")];
    let known = [(Kind::Contact, Per { bigin, desk })].into_iter().collect();
    let wire = Wire::new(&read(text).expect("it is right"), &known);
    let told = record(
        json!({ "firstName": "Ana Maria", "lastName": "Souza", "ownerId": "7", "cf": { "cf_day": "31/12/2026" } }),
    );
    let row = wire.row(Side::Desk, Kind::Contact, &told).expect("an id");
    let values = |fields: &crate::sync::Fields| -> Vec<_> {
        fields.iter().map(|(field, value)| (field.0, value.clone())).collect()
    };
    let day = Value::text("31/12/2026");
    assert_eq!(values(&row.fields), [(1, Value::text("Ana Maria Souza")), (2, day), (3, Value::text("7"))]);
    let half = record(json!({ "firstName": "Ana" }));
    assert_eq!(values(&wire.fields(Side::Desk, Kind::Contact, &half)), [], "half a name is none");
    let told = record(json!({ "Birthday": "2026-12-31", "Owner": { "id": "9", "name": "Rui" } }));
    let there = values(&wire.fields(Side::Bigin, Kind::Contact, &told));
    assert_eq!(there, [(2, Value::Day(20_818)), (3, Value::text("9"))]);
    let fields = vec![
        (FieldId(1), Value::text("Souza")),
        (FieldId(2), Value::Day(20_818)),
        (FieldId(3), Value::text("9")),
    ];
    let write = WriteRow { target: None, mark: RecordId(1), fields };
    let sent = |side| Json::Object(wire.change(side, Kind::Contact, &write).fields);
    assert_eq!(
        sent(Side::Bigin),
        json!({ "Full": "Souza", "Birthday": "2026-12-31", "Owner": { "id": "9" } })
    );
    assert_eq!(sent(Side::Desk)["firstName"], json!(""));
    let names = wire.kind(Kind::Contact).expect("contacts take part");
    assert_eq!(
        (names.name(Side::Desk, FieldId(1)), names.name(Side::Bigin, FieldId(1))),
        (None, Some("Full"))
    );
}
