//! A webhook on the wire.

use serde_json::{Value, json};

use super::subscription;
use crate::sandbox::desk::wire;
use crate::sandbox::world::desk::Webhook;

/// The whole record, in lists as well.
pub fn row(webhook: &Webhook) -> Value {
    json!({
        "id": webhook.id,
        "type": "CUSTOMER_WEBHOOK",
        "name": webhook.name,
        "url": webhook.url,
        "description": webhook.description,
        "isEnabled": webhook.enabled,
        "subscriptions": subscription::whole(&webhook.subscriptions),
        "includeEventsFrom": webhook.include_events_from,
        "ignoreSourceId": webhook.ignore_source_id,
        "createdBy": webhook.created_by,
        "createdTime": wire::time(webhook.created),
        "modifiedTime": wire::time(webhook.modified),
    })
}
