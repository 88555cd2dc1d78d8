//! Search (bigin.md §4.8): by word, behind writes by up to 20 s, and not exact: for people who type, not for cursors.

use super::{Bigin, api_name, company::company, contact::contact, deal::deal};
use crate::{
    model::{Company, Contact, Deal, Module},
    zoho::{Error, transport::Call},
};

/// A record of one of the three modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A contact.
    Contact(Contact),
    /// A company.
    Company(Company),
    /// A deal.
    Deal(Deal),
}

impl Bigin {
    /// What holds this word, up to 2 000. Bigin wants at least two characters. Needs the scope
    /// `ZohoSearch.securesearch.READ` besides the module's.
    pub async fn search(&self, module: Module, word: &str) -> Result<Vec<Record>, Error> {
        let custom = self.custom(module).await?;
        let call = Call::bigin(&[api_name(module), "search"]).with("word", word.trim());
        let found = self.all(&call, |raw| match module {
            Module::Contacts => contact(raw, custom).map(Record::Contact),
            Module::Companies => company(raw, custom).map(Record::Company),
            Module::Pipelines => deal(raw, custom).map(Record::Deal),
        });
        Ok(found.await?.0)
    }
}
