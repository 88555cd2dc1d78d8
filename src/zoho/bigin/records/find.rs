//! Records by value, from an index that is behind writes by up to 20 s (bigin.md §4.8).

use super::Answered;
use crate::zoho::{Error, bigin::Bigin, records::Record, transport::Call};

/// So many conditions at once.
const CONDITIONS: usize = 15;

impl Bigin {
    /// Records that have one of these values in their fields. `equals` is not exact in Bigin: whoever asks compares again.
    /// Scope `ZohoSearch.securesearch.READ` besides the module's.
    pub async fn records_with(
        &self,
        module: &str,
        values: &[(String, String)],
    ) -> Result<Vec<Record>, Error> {
        let mut found: Vec<Record> = Vec::new();
        for some in values.chunks(CONDITIONS) {
            let each: Vec<_> =
                some.iter().map(|(field, value)| format!("({field}:equals:{})", escaped(value))).collect();
            let criteria = if each.len() == 1 { each.concat() } else { format!("({})", each.join("or")) };
            let call = Call::bigin(&[module, "search"]).with("criteria", criteria).with("per_page", 200);
            if let Some(page) = self.transport.send(&call).await?.json::<Answered>()? {
                found.extend(page.records().0);
            }
        }
        found.sort_by(|one, other| one.id.cmp(&other.id));
        found.dedup_by(|one, other| one.id == other.id);
        Ok(found)
    }
}

/// What has a meaning in a criterion is marked (bigin.md §4.8).
fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for letter in value.chars() {
        if matches!(letter, '(' | ')' | ',' | '\\') {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}
