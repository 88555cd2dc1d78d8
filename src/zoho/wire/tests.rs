use super::*;
use serde_json::json;

#[derive(Debug, Deserialize, Default)]
#[serde(default)]
struct Odd {
    id: Text,
    count: Count,
    flag: Flag,
    at: Time,
    inner: Maybe<Inner>,
    list: List<Inner>,
}

#[derive(Debug, Deserialize)]
struct Inner {
    id: Text,
}

fn read(value: Value) -> Odd {
    serde_json::from_value(value).unwrap()
}

#[test]
fn both_spellings_mean_the_same() {
    let spelled = read(json!({"id":"1892","count":"3","flag":"true","at":"2026-11-22T10:00:00.000Z"}));
    let plain = read(json!({"id":1892,"count":3,"flag":true,"at":1_795_341_600_000_i64}));
    for odd in [&spelled, &plain] {
        assert_eq!(odd.id.0.as_deref(), Some("1892"));
        assert_eq!(odd.count.small(), 3);
        assert!(odd.flag.yes());
        assert_eq!(odd.at.0, Some("2026-11-22T10:00:00Z".parse().unwrap()));
    }
    let millis = read(json!({"at":"1795341600000"})).at.0;
    assert_eq!(millis, plain.at.0);
    assert_eq!(read(json!({"at":"2026-11-22T13:00:00+03:00"})).at.0, plain.at.0);
}

#[test]
fn what_is_missing_null_or_of_another_shape_is_absent() {
    for odd in [
        read(json!({})),
        read(json!({"id":null,"count":null,"flag":null,"at":null,"inner":null,"list":null})),
        read(json!({"id":{},"count":"many","flag":"perhaps","at":"soon","inner":"x","list":{}})),
    ] {
        assert_eq!((odd.id.0, odd.count.0, odd.flag.0, odd.at.0), (None, None, None, None));
        assert!(odd.inner.0.is_none() && odd.list.0.is_empty());
    }
}

#[test]
fn an_odd_element_does_not_cost_the_list() {
    let odd = read(json!({"inner":{"id":7},"list":[{"id":"1"},"?",{"id":2}]}));
    assert_eq!(odd.inner.0.unwrap().id.0.as_deref(), Some("7"));
    let ids: Vec<_> = odd.list.0.into_iter().filter_map(|inner| inner.id.0).collect();
    assert_eq!(ids, ["1", "2"]);
}
