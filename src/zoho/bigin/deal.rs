//! Deals: the module `Pipelines` (v1 called it `Deals`).

use super::{
    Bigin,
    field::Custom,
    record::{Raw, cents},
};
use crate::{
    model::{CompanyId, ContactId, Deal, DealId, Module, RecordId},
    zoho::{Error, Page, PageAt},
};

const OWN: &[&str] = &[
    "Deal_Name",
    "Pipeline",
    "Sub_Pipeline",
    "Stage",
    "Amount",
    "Closing_Date",
    "Contact_Name",
    "Account_Name",
    "Description",
    "Owner",
    "Tag",
    "Created_Time",
    "Modified_Time",
];

impl Bigin {
    /// A page of deals. Scope `ZohoBigin.modules.pipelines.READ`.
    pub async fn deals(&self, page: &PageAt) -> Result<Page<Deal>, Error> {
        let names = self.field_names(Module::Pipelines, OWN).await?;
        let custom = self.custom(Module::Pipelines).await?;
        self.list(Module::Pipelines, &names, page, |raw| deal(raw, custom)).await
    }

    /// One deal; none when it is not there.
    pub async fn deal(&self, id: &DealId) -> Result<Option<Deal>, Error> {
        let custom = self.custom(Module::Pipelines).await?;
        self.one(Module::Pipelines, id.as_str(), |raw| deal(raw, custom)).await
    }

    /// The deals of a contact or company, up to 2 000; a deal has no deals of its own.
    pub async fn deals_of(&self, record: &RecordId) -> Result<Vec<Deal>, Error> {
        if matches!(record, RecordId::Deal(_)) {
            return Ok(Vec::new());
        }
        let names = self.field_names(Module::Pipelines, OWN).await?;
        let custom = self.custom(Module::Pipelines).await?;
        // The related list goes by the module's name, or still by its old one.
        let lists = ["Pipelines", "Deals"];
        self.related(record.module(), record.as_str(), &lists, &names, |raw| deal(raw, custom)).await
    }
}

pub(super) fn deal(raw: &Raw, custom: &[Custom]) -> Option<Deal> {
    Some(Deal {
        id: DealId::new(raw.text("id")?),
        name: raw.text("Deal_Name").unwrap_or_default(),
        pipeline: raw.named("Pipeline"),
        sub_pipeline: raw.named("Sub_Pipeline"),
        stage: raw.named("Stage"),
        amount_cents: raw.text("Amount").and_then(|amount| cents(&amount)),
        closing: raw.text("Closing_Date").and_then(|date| date.parse().ok()),
        contact: raw.lookup("Contact_Name").map(|(id, name)| (ContactId::new(id), name)),
        company: raw.lookup("Account_Name").map(|(id, name)| (CompanyId::new(id), name)),
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
    fn reads_a_deal() {
        let raw: Raw = serde_json::from_value(json!({
            "id": 12, "Deal_Name": "Forno novo", "Pipeline": {"name": "Vendas", "id": "3"}, "Sub_Pipeline": "Sul",
            "Stage": "Proposta", "Amount": 18500.5, "Closing_Date": "2026-12-01",
            "Contact_Name": {"name": "Ana", "id": "4"}, "Account_Name": null
        }))
        .unwrap();
        let deal = deal(&raw, &[]).unwrap();
        assert_eq!(deal.pipeline.as_deref(), Some("Vendas"));
        assert_eq!(deal.amount_cents, Some(1_850_050));
        assert_eq!(deal.closing, Some(jiff::civil::date(2026, 12, 1)));
        assert_eq!(deal.contact, Some((ContactId::new("4"), "Ana".into())));
        assert_eq!(deal.company, None);
    }
}
