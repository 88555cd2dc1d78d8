//! Fields of the CRM heritage that only searches show (sheet §3).

use super::super::super::world::bigin::Kind;

/// Fields of the CRM heritage that only searches show (sheet §3).
pub fn hidden(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Contacts => &[
            "Department",
            "Lead_Source",
            "Salutation",
            "Secondary_Email",
            "Other_Street",
            "Other_City",
            "Other_State",
            "Other_Country",
            "Other_Zip",
            "Fax",
            "Skype_ID",
            "Twitter",
            "Date_of_Birth",
            "Reporting_To",
            "Assistant",
            "Asst_Phone",
            "Locked__s",
        ],
        Kind::Accounts => &[
            "Account_Number",
            "Account_Site",
            "Account_Type",
            "Annual_Revenue",
            "Employees",
            "Fax",
            "Industry",
            "Ownership",
            "Parent_Account",
            "Rating",
            "SIC_Code",
            "Shipping_Street",
            "Shipping_City",
            "Shipping_State",
            "Shipping_Country",
            "Shipping_Code",
            "Ticker_Symbol",
        ],
        _ => &[],
    }
}
