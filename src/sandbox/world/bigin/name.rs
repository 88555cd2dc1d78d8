//! Field names as small numbers, so that a record does not carry the text of its field names.

use serde::{Deserialize, Serialize};

/// A field name: one of the standard ones, or a custom one of the organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Name(u16);

macro_rules! names {
    ($($constant:ident = $text:literal,)*) => {
        /// Positions of the standard names.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum At { $($constant,)* }
        /// The standard names, in an order that only ever grows at its end.
        const STANDARD: &[&str] = &[$($text,)*];
        impl Name {
            $(#[doc = concat!("`", $text, "`.")] pub const $constant: Self = Self(At::$constant as u16);)*
        }
    };
}

names! {
    OWNER = "Owner",
    FIRST_NAME = "First_Name",
    LAST_NAME = "Last_Name",
    FULL_NAME = "Full_Name",
    ACCOUNT_NAME = "Account_Name",
    EMAIL = "Email",
    TITLE = "Title",
    PHONE = "Phone",
    HOME_PHONE = "Home_Phone",
    MOBILE = "Mobile",
    CREATED_BY = "Created_By",
    MODIFIED_BY = "Modified_By",
    CREATED_TIME = "Created_Time",
    MODIFIED_TIME = "Modified_Time",
    LAST_ACTIVITY_TIME = "Last_Activity_Time",
    TAG = "Tag",
    RECORD_IMAGE = "Record_Image",
    DESCRIPTION = "Description",
    MAILING_STREET = "Mailing_Street",
    MAILING_CITY = "Mailing_City",
    MAILING_STATE = "Mailing_State",
    MAILING_COUNTRY = "Mailing_Country",
    MAILING_ZIP = "Mailing_Zip",
    EMAIL_OPT_OUT = "Email_Opt_Out",
    UNSUBSCRIBED_MODE = "Unsubscribed_Mode",
    UNSUBSCRIBED_TIME = "Unsubscribed_Time",
    CREATION_SOURCE = "Record_Creation_Source_ID__s",
    WEBSITE = "Website",
    BILLING_STREET = "Billing_Street",
    BILLING_CITY = "Billing_City",
    BILLING_STATE = "Billing_State",
    BILLING_COUNTRY = "Billing_Country",
    BILLING_CODE = "Billing_Code",
    DEAL_NAME = "Deal_Name",
    SUB_PIPELINE = "Sub_Pipeline",
    STAGE = "Stage",
    PIPELINE = "Pipeline",
    AMOUNT = "Amount",
    CLOSING_DATE = "Closing_Date",
    CONTACT_NAME = "Contact_Name",
    SECONDARY_CONTACTS = "Secondary_Contacts",
    ASSOCIATED_PRODUCTS = "Associated_Products",
    PRODUCT_NAME = "Product_Name",
    PRODUCT_CODE = "Product_Code",
    PRODUCT_CATEGORY = "Product_Category",
    PRODUCT_ACTIVE = "Product_Active",
    UNIT_PRICE = "Unit_Price",
    SUBJECT = "Subject",
    DUE_DATE = "Due_Date",
    STATUS = "Status",
    PRIORITY = "Priority",
    RELATED_TO = "Related_To",
    WHO_ID = "Who_Id",
    WHAT_ID = "What_Id",
    REMIND_AT = "Remind_At",
    RECURRING_ACTIVITY = "Recurring_Activity",
    CLOSED_TIME = "Closed_Time",
    EVENT_TITLE = "Event_Title",
    START_DATETIME = "Start_DateTime",
    END_DATETIME = "End_DateTime",
    ALL_DAY = "All_day",
    VENUE = "Venue",
    PARTICIPANTS = "Participants",
    CALL_TYPE = "Call_Type",
    CALL_START_TIME = "Call_Start_Time",
    CALL_DURATION = "Call_Duration",
    CALL_AGENDA = "Call_Agenda",
    CALL_RESULT = "Call_Result",
    REMINDER = "Reminder",
    DIALLED_NUMBER = "Dialled_Number",
    CALLER_ID = "Caller_ID",
    NOTE_TITLE = "Note_Title",
    NOTE_CONTENT = "Note_Content",
    PARENT_ID = "Parent_Id",
    SE_MODULE = "$se_module",
}

/// Where custom names begin, so that new standard ones do not move them.
const CUSTOM: u16 = 1000;

impl Name {
    /// The number of a standard name.
    pub fn standard(text: &str) -> Option<Self> {
        let at = STANDARD.iter().position(|name| *name == text)?;
        u16::try_from(at).ok().map(Self)
    }

    /// The number of the n-th custom name.
    pub fn custom(n: usize) -> Option<Self> {
        u16::try_from(n).ok()?.checked_add(CUSTOM).map(Self)
    }

    /// Whether the organization added it.
    pub fn is_custom(self) -> bool {
        self.0 >= CUSTOM
    }

    /// The words of the name; custom ones are looked up in `custom`.
    pub fn text(self, custom: &[String]) -> &str {
        if self.0 < CUSTOM {
            STANDARD.get(usize::from(self.0)).copied().unwrap_or("")
        } else {
            custom.get(usize::from(self.0 - CUSTOM)).map_or("", String::as_str)
        }
    }
}
