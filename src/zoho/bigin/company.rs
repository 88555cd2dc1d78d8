//! Companies: the module `Accounts`. Their postal code is `Billing_Code`, not a zip.

use super::{Bigin, field::Custom, record::Raw};
use crate::{
    model::{Company, CompanyId, Module},
    zoho::{Error, Page, PageAt},
};

const OWN: &[&str] = &[
    "Account_Name",
    "Phone",
    "Website",
    "Billing_Street",
    "Billing_City",
    "Billing_State",
    "Billing_Code",
    "Billing_Country",
    "Description",
    "Owner",
    "Tag",
    "Created_Time",
    "Modified_Time",
];

impl Bigin {
    /// A page of companies. Scope `ZohoBigin.modules.accounts.READ`.
    pub async fn companies(&self, page: &PageAt) -> Result<Page<Company>, Error> {
        let names = self.field_names(Module::Companies, OWN).await?;
        let custom = self.custom(Module::Companies).await?;
        self.list(Module::Companies, &names, page, |raw| company(raw, custom)).await
    }

    /// One company; none when it is not there.
    pub async fn company(&self, id: &CompanyId) -> Result<Option<Company>, Error> {
        let custom = self.custom(Module::Companies).await?;
        self.one(Module::Companies, id.as_str(), |raw| company(raw, custom)).await
    }
}

pub(super) fn company(raw: &Raw, custom: &[Custom]) -> Option<Company> {
    Some(Company {
        id: CompanyId::new(raw.text("id")?),
        name: raw.text("Account_Name").unwrap_or_default(),
        phone: raw.text("Phone"),
        website: raw.text("Website"),
        address: raw.address([
            "Billing_Street",
            "Billing_City",
            "Billing_State",
            "Billing_Code",
            "Billing_Country",
        ]),
        description: raw.text("Description"),
        owner: raw.owner(),
        tags: raw.tags(),
        custom: raw.custom(custom),
        created: raw.created(),
        modified: raw.modified(),
    })
}
