//! Contacts.

use super::{Bigin, field::Custom, record::Raw};
use crate::{
    model::{CompanyId, Contact, ContactId, Module},
    zoho::{Error, Page, PageAt},
};

const OWN: &[&str] = &[
    "First_Name",
    "Last_Name",
    "Title",
    "Email",
    "Phone",
    "Mobile",
    "Account_Name",
    "Mailing_Street",
    "Mailing_City",
    "Mailing_State",
    "Mailing_Zip",
    "Mailing_Country",
    "Description",
    "Owner",
    "Tag",
    "Created_Time",
    "Modified_Time",
];

impl Bigin {
    /// A page of contacts. Scope `ZohoBigin.modules.contacts.READ`.
    pub async fn contacts(&self, page: &PageAt) -> Result<Page<Contact>, Error> {
        let names = self.field_names(Module::Contacts, OWN).await?;
        let custom = self.custom(Module::Contacts).await?;
        self.list(Module::Contacts, &names, page, |raw| contact(raw, custom)).await
    }

    /// One contact; none when it is not there.
    pub async fn contact(&self, id: &ContactId) -> Result<Option<Contact>, Error> {
        let custom = self.custom(Module::Contacts).await?;
        self.one(Module::Contacts, id.as_str(), |raw| contact(raw, custom)).await
    }

    /// The people of a company, up to 2 000.
    pub async fn contacts_of(&self, company: &CompanyId) -> Result<Vec<Contact>, Error> {
        let names = self.field_names(Module::Contacts, OWN).await?;
        let custom = self.custom(Module::Contacts).await?;
        self.related(Module::Companies, company.as_str(), &["Contacts"], &names, |raw| contact(raw, custom))
            .await
    }
}

pub(super) fn contact(raw: &Raw, custom: &[Custom]) -> Option<Contact> {
    Some(Contact {
        id: ContactId::new(raw.text("id")?),
        first_name: raw.text("First_Name").unwrap_or_default(),
        last_name: raw.text("Last_Name").unwrap_or_default(),
        title: raw.text("Title"),
        email: raw.text("Email"),
        phone: raw.text("Phone"),
        mobile: raw.text("Mobile"),
        company: raw.lookup("Account_Name").map(|(id, name)| (CompanyId::new(id), name)),
        address: raw.address([
            "Mailing_Street",
            "Mailing_City",
            "Mailing_State",
            "Mailing_Zip",
            "Mailing_Country",
        ]),
        description: raw.text("Description"),
        owner: raw.owner(),
        tags: raw.tags(),
        custom: raw.custom(custom),
        created: raw.created(),
        modified: raw.modified(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn reads_a_contact_and_survives_hidden_fields() {
        let raw: Raw = serde_json::from_value(json!({
            "id": "6500000000648015", "First_Name": null, "Last_Name": "Gonçalves", "Email": "a@b.example",
            "Account_Name": {"name": "Padaria", "id": "6500000000646043"}, "Mailing_City": "Recife",
            "Mailing_Zip": "50030-230", "Owner": {"name": "Rui", "id": 7, "email": "r@b.example"},
            "Tag": [{"name": "VIP", "id": "1", "color_code": null}], "Modified_Time": "2026-10-07T03:21:34+03:00",
            "$approved": true
        }))
        .unwrap();
        let contact = contact(&raw, &[]).unwrap();
        assert_eq!(contact.name(), "Gonçalves");
        assert_eq!(contact.company.unwrap().1, "Padaria");
        assert_eq!(contact.address, ["Recife", "50030-230"]);
        assert_eq!(contact.owner.unwrap().id.as_str(), "7");
        assert_eq!(contact.tags, ["VIP"]);
        assert_eq!(contact.modified, "2026-10-07T00:21:34Z".parse().unwrap());
        assert!(super::contact(&serde_json::from_str("{}").unwrap(), &[]).is_none());
    }
}
