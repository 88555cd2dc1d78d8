//! What a callback says. No callback of Bigin was found; the shape is CRM's, with the address of Bigin's v1.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::super::super::gate::query;
use super::super::super::world::bigin::{Bigin, Channel, Deed, Kind, News};
use super::super::show::Show;
use super::resource_uri;

/// A callback that waits to be carried.
#[derive(Clone, Debug, PartialEq)]
pub struct Callback {
    /// Where to.
    pub url: String,
    /// What it is about: `Contacts.edit`.
    pub event: String,
    /// What it says.
    pub body: String,
}

/// The callbacks of some news: for each channel, one for each module and kind of event, in the order of the news.
pub fn of(bigin: &Bigin, base_url: &str, now: Timestamp, news: &[News]) -> Vec<Callback> {
    let channels = bigin.settings.channels.iter().filter(|channel| channel.expiry > now);
    channels.flat_map(|channel| told(bigin, base_url, now, channel, news)).collect()
}

fn told(bigin: &Bigin, base_url: &str, now: Timestamp, channel: &Channel, news: &[News]) -> Vec<Callback> {
    let mut groups: BTreeMap<(Kind, Deed), Vec<&News>> = BTreeMap::new();
    for one in news {
        let wanted = channel.events.contains(&(one.kind, one.deed)) && (!one.related || channel.related);
        let group = groups.entry((one.kind, one.deed)).or_default();
        if wanted && !group.iter().any(|known| known.id == one.id) {
            group.push(one);
        }
    }
    let filled = groups.into_iter().filter(|(_, group)| !group.is_empty());
    filled
        .map(|((kind, deed), group)| {
            let body = body(bigin, base_url, now, channel, kind, deed, &group);
            let event = format!("{}.{}", kind.api_name(), deed.word());
            Callback { url: channel.notify_url.clone(), event, body: body.to_string() }
        })
        .collect()
}

fn body(
    bigin: &Bigin,
    base_url: &str,
    now: Timestamp,
    channel: &Channel,
    kind: Kind,
    deed: Deed,
    news: &[&News],
) -> Value {
    let asked = channel.notify_url.split_once('?').map_or("", |(_, query)| query);
    let asked: Map<String, Value> = query::pairs(asked).map(|(key, value)| (key, json!(value))).collect();
    let (mut fields, mut values) = (Vec::new(), Vec::new());
    if channel.return_affected && deed != Deed::Delete {
        let show = Show::new(bigin);
        for one in news {
            let names: Vec<&str> = one.fields.iter().map(|name| bigin.name_text(*name)).collect();
            fields.push(json!({ one.id.to_string(): names }));
            if let Some(record) = bigin.records(kind).get(one.id) {
                let mut row = show.row(record, &show.chosen(kind, &names));
                row.as_object_mut().map(|row| row.remove("id"));
                values.push(json!({ "record_id": one.id, "values": row }));
            }
        }
    }
    let mut body = json!({
        "server_time": now.as_millisecond(),
        "query_params": asked,
        "module": kind.api_name(),
        "resource_uri": resource_uri(base_url, kind),
        "ids": news.iter().map(|one| one.id).collect::<Vec<_>>(),
        "operation": deed.operation(),
        "channel_id": channel.number.to_string(),
        // The published file has a text here, always.
        "token": channel.token.as_deref().unwrap_or_default(),
    });
    if channel.return_affected {
        body["affected_fields"] = json!(fields);
        body["affected_values"] = json!(values);
    }
    body
}
