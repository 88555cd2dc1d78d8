//! What was deleted (bigin.md §4.7): lists leave deleted records out without a word.

use jiff::Timestamp;

use super::{Bigin, api_name};
use crate::{
    model::{CompanyId, ContactId, DealId, Module, RecordId},
    zoho::{Error, transport::Call},
};

impl Bigin {
    /// The records of a module that were deleted at `since` or later, in the recycle bin or for good; at most 2 000, the
    /// newest first. Deleting a company lists its contacts as well. Scope `ZohoBigin.modules.{m}.READ`; some sign-ins are
    /// refused all the same.
    pub async fn deleted(&self, module: Module, since: Timestamp) -> Result<Vec<RecordId>, Error> {
        let call = Call::bigin(&[api_name(module), "deleted"]).with("type", "all").modified_since(since);
        self.all_growing(&call, |raw| raw.text("id").map(|id| record_id(module, id))).await
    }
}

fn record_id(module: Module, id: String) -> RecordId {
    match module {
        Module::Contacts => RecordId::Contact(ContactId::new(id)),
        Module::Companies => RecordId::Company(CompanyId::new(id)),
        Module::Pipelines => RecordId::Deal(DealId::new(id)),
    }
}
