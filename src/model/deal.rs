//! A deal: Bigin's module `Pipelines`.

use jiff::{Timestamp, civil::Date};

use super::{CompanyId, ContactId, DealId, UserRef};

/// A deal of Bigin.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Deal {
    /// Its id in Bigin.
    pub id: DealId,
    /// Its name.
    pub name: String,
    /// The team pipeline it stands in.
    pub pipeline: Option<String>,
    /// The sub-pipeline within that.
    pub sub_pipeline: Option<String>,
    /// Its stage.
    pub stage: Option<String>,
    /// Amount in the organisation's currency, in hundredths (cents).
    pub amount_cents: Option<i64>,
    /// When it is expected to close.
    pub closing: Option<Date>,
    /// The person: id and name.
    pub contact: Option<(ContactId, String)>,
    /// The company: id and name.
    pub company: Option<(CompanyId, String)>,
    /// What somebody wrote about it.
    pub description: Option<String>,
    /// Who looks after it.
    pub owner: Option<UserRef>,
    /// Names of its tags.
    pub tags: Vec<String>,
    /// Custom fields with a value: label (or API name) and value as text.
    pub custom: Vec<(String, String)>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed; whole seconds.
    pub modified: Timestamp,
}
