//! What the portal is set up with: fields, layouts, statuses, channels, views, from-addresses (sheet §7).

/// Channels.
pub mod channels;
/// Fields.
pub mod fields;
/// Layouts and forms.
pub mod layouts;
/// Addresses that replies come from.
pub mod mail_addresses;
/// E-mail templates.
pub mod templates;
/// Views.
pub mod views;
