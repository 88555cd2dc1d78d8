//! What hangs on a record: its related lists (bigin.md §4.10).

use super::{Bigin, api_name, record::Raw};
use crate::{
    model::Module,
    zoho::{Error, transport::Call},
};

impl Bigin {
    /// The rows of a related list. Portals differ in what they call some: the names are tried in order, and one that
    /// Bigin does not know leads to the next; if it knows none, its last word is the error.
    pub(super) async fn related<Row>(
        &self,
        parent: Module,
        id: &str,
        names: &[&str],
        fields: &str,
        make: impl Fn(&Raw) -> Option<Row>,
    ) -> Result<Vec<Row>, Error> {
        let mut last = Ok(Vec::new());
        for name in names {
            let call = Call::bigin(&[api_name(parent), id, name]).with("fields", fields);
            last = self.all(&call, &make).await.map(|(rows, _)| rows);
            if !matches!(&last, Err(error) if unknown_list(error)) {
                break;
            }
        }
        last
    }
}

/// Whether Bigin says that there is no list of this name.
pub(super) fn unknown_list(error: &Error) -> bool {
    match error {
        Error::NotFound { .. } => true,
        Error::Refused { code, .. } => {
            matches!(
                code.as_str(),
                "INVALID_URL_PATTERN" | "INVALID_MODULE" | "INVALID_DATA" | "NOT_SUPPORTED"
            )
        }
        _ => false,
    }
}
