use proptest::prelude::*;

use super::*;
use crate::sync::{Side, Value, canon::canon};

fn faults(text: &str) -> Vec<String> {
    read(text).expect_err("it is wrong").iter().map(ToString::to_string).collect()
}

#[test]
fn the_default_mapping_holds_together() {
    let file = read(DEFAULT).expect("it is ours");
    assert_eq!(file.mapping.kinds().collect::<Vec<_>>(), [Kind::Company, Kind::Contact]);
    let contact = file.mapping.kind(Kind::Contact).expect("contacts take part");
    assert_eq!(contact.keys().map(|line| line.id).collect::<Vec<_>>(), [FieldId(1)]);
    assert_eq!(file.names[&(Kind::Contact, FieldId(13))].desk, "zip");
    assert_eq!(file.names[&(Kind::Company, FieldId(9))].desk, "code");
}

#[test]
fn a_fault_names_its_line_and_its_field() {
    let text = "revision = 1\n[contact]\n[[contact.field]]\nid = 1\nbigin = \"Email\"\ndesk = \"email\"\nmatch = true\nflow = \"sideways\"\n";
    assert_eq!(faults(text), ["line 8, field Email: “sideways” is not one of: both, to-desk, to-bigin, off"]);
    assert_eq!(faults("revision = 1\n[contact]\ncolour = 1\n")[0].split(':').next(), Some("line 3"));
    assert!(faults("revision = 1\n[contact]\n")[0].contains("match = true"));
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let text = "revision = 1\n[contact]\ncreate = \"maybe\"\n\
        [[contact.field]]\nid = 1\nbigin = \"A\"\ndesk = \"a\"\nmatch = true\n\
        [[contact.field]]\nid = 1\nbigin = \"A\"\ndesk = \"b\"\nlookup = \"company\"\n";
    let faults = read(text).expect_err("it is wrong");
    let wrongs: Vec<_> = faults.iter().map(|fault| &fault.wrong).collect();
    assert!(matches!(wrongs[0], Wrong::Word { .. }));
    assert!(wrongs.contains(&&Wrong::SameId(1)) && wrongs.contains(&&Wrong::KindMissing));
    assert!(wrongs.contains(&&Wrong::SameField("Bigin's A".to_owned())));
}

#[test]
fn a_list_that_goes_both_ways_is_one_to_one() {
    let text = |flow: &str| {
        format!(
            "revision = 1\n[contact]\n[[contact.field]]\nid = 1\nbigin = \"Type\"\ndesk = \"type\"\nmatch = true\n\
             flow = \"{flow}\"\nvalues = {{ \"Hot\" = \"Lead\", \"Warm\" = \"Lead\" }}\n"
        )
    };
    assert!(faults(&text("both"))[0].contains("“Hot” and “Warm” both become “Lead”"));
    assert!(read(&text("to-desk")).is_ok());
}

proptest! {
    /// Whatever goes to Desk and comes back says what it said.
    #[test]
    fn values_survive_the_way_there_and_back(text in "[ -~\r\n]{0,40}") {
        let file = read(DEFAULT).expect("it is ours");
        for kind in [Kind::Company, Kind::Contact] {
            for line in file.mapping.kind(kind).expect("it takes part").lines().iter().filter(|line| line.lookup.is_none()) {
                let value = Value::text(&text);
                let there = line.across(Side::Bigin, &value).expect("text crosses");
                let back = line.across(Side::Desk, &there).expect("text crosses");
                prop_assert_eq!(canon(line.shape, &back), canon(line.shape, &value));
            }
        }
    }
}

#[test]
fn filters_people_and_spellings_are_read() {
    let text = "revision = 1\n[people]\ntable = { \"1\" = \"9\" }\notherwise-desk = \"7\"\n[contact]\n\
        [contact.filter.bigin]\nfield = 2\nis = [\"Customer\"]\nleaving = \"rests\"\n\
        [[contact.field]]\nid = 1\nbigin = \"Email\"\ndesk = \"email\"\nmatch = true\ntype = \"email\"\n\
        [[contact.field]]\nid = 2\nbigin = \"Type\"\ndesk = \"type\"\nflow = \"to-desk\"\nalways = \"x\"\n\
        [[contact.field]]\nid = 3\nbigin = \"Owner\"\ndesk = \"ownerId\"\npeople = true\n\
        [[contact.field]]\nid = 4\nbigin = \"Phone\"\ndesk = \"phone\"\ntype = \"phone\"\nspelled = \"phone\"\n";
    let file = read(text).expect("it holds together");
    let map = file.mapping.kind(Kind::Contact).expect("contacts take part");
    let across =
        |id, from, value: &str| map.line(FieldId(id)).and_then(|line| line.across(from, &Value::text(value)));
    assert_eq!(across(2, Side::Bigin, "anything"), Some(Value::text("x")));
    assert_eq!(across(3, Side::Bigin, "1"), Some(Value::text("9")));
    assert_eq!(across(3, Side::Bigin, "2"), Some(Value::text("7")), "who is not in the table");
    assert_eq!(across(3, Side::Desk, "8"), None, "nobody stands for the others in Bigin");
    assert_eq!(across(4, Side::Bigin, "0055 11 4002"), Some(Value::text("+55114002")));
    assert!(map.filter.bigin.is_some() && map.filter.desk.is_none());
    let wrong =
        text.replace("flow = \"to-desk\"\nalways", "always").replace("field = 2\nis", "field = 8\nis");
    assert_eq!(
        faults(&wrong),
        [
            "line 6: the filter names the id 8, which no line of this kind has",
            "line 16, field Type: what is spelled so does not come back as it was; let the line go one way, with `flow`",
        ]
    );
}
