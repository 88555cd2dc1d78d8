//! The fields that every organization has (sheet §3; recorded metadata for Contacts).

use super::super::id::Ids;
use super::{Field, Kind, Layout, Module, Name, Pick};

/// `(api name, label, data type, length, marks)`; marks: `*` mandatory, `u` unique, `r` read only, `h` hidden.
type Row = (&'static str, &'static str, &'static str, u32, &'static str);

const CONTACTS: &[Row] = &[
    ("Owner", "Contact Owner", "ownerlookup", 120, ""),
    ("First_Name", "First Name", "text", 40, ""),
    ("Last_Name", "Last Name", "text", 80, "*"),
    ("Account_Name", "Company Name", "lookup", 120, ""),
    ("Email", "Email", "email", 100, "u"),
    ("Title", "Title", "text", 100, ""),
    ("Phone", "Phone", "phone", 50, ""),
    ("Home_Phone", "Home Phone", "phone", 30, ""),
    ("Mobile", "Mobile", "phone", 30, ""),
    ("Created_By", "Created By", "ownerlookup", 120, "r"),
    ("Modified_By", "Modified By", "ownerlookup", 120, "r"),
    ("Created_Time", "Created Time", "datetime", 120, "r"),
    ("Modified_Time", "Modified Time", "datetime", 120, "r"),
    ("Full_Name", "Full Name", "text", 120, "r"),
    ("Mailing_Street", "Mailing Street", "text", 250, ""),
    ("Mailing_City", "Mailing City", "text", 100, ""),
    ("Mailing_State", "Mailing State", "text", 100, ""),
    ("Mailing_Country", "Mailing Country", "text", 100, ""),
    ("Mailing_Zip", "Mailing Zip", "text", 30, ""),
    ("Description", "Description", "textarea", 32_000, ""),
    ("Email_Opt_Out", "Email Opt Out", "boolean", 5, ""),
    ("Last_Activity_Time", "Last Activity Time", "datetime", 120, "r"),
    ("Tag", "Tag", "text", 2000, ""),
    ("Record_Image", "Contact Image", "profileimage", 255, "r"),
    ("Unsubscribed_Mode", "Unsubscribed Mode", "picklist", 120, "r"),
    ("Unsubscribed_Time", "Unsubscribed Time", "datetime", 120, "r"),
    ("Record_Creation_Source_ID__s", "Record Creation Source ID", "bigint", 19, "r"),
];

const ACCOUNTS: &[Row] = &[
    ("Owner", "Company Owner", "ownerlookup", 120, ""),
    ("Account_Name", "Company Name", "text", 200, "*u"),
    ("Phone", "Phone", "phone", 30, ""),
    ("Website", "Website", "website", 255, ""),
    ("Description", "Description", "textarea", 32_000, ""),
    ("Billing_Street", "Billing Street", "text", 250, ""),
    ("Billing_City", "Billing City", "text", 100, ""),
    ("Billing_State", "Billing State", "text", 100, ""),
    ("Billing_Country", "Billing Country", "text", 100, ""),
    ("Billing_Code", "Billing Code", "text", 30, ""),
    ("Record_Image", "Company Image", "profileimage", 255, "r"),
];

const PIPELINES: &[Row] = &[
    ("Owner", "Deal Owner", "ownerlookup", 120, ""),
    ("Deal_Name", "Deal Name", "text", 120, "*u"),
    ("Pipeline", "Team Pipeline", "lookup", 120, ""),
    ("Sub_Pipeline", "Sub-Pipeline", "picklist", 120, "*"),
    ("Stage", "Stage", "picklist", 120, "*"),
    ("Amount", "Amount", "currency", 16, ""),
    ("Closing_Date", "Closing Date", "date", 20, ""),
    ("Contact_Name", "Contact Name", "lookup", 120, ""),
    ("Account_Name", "Company Name", "lookup", 120, ""),
    ("Secondary_Contacts", "Secondary Contacts", "multiselectlookup", 120, ""),
    ("Associated_Products", "Associated Products", "multiselectlookup", 120, ""),
    ("Description", "Description", "textarea", 32_000, ""),
    ("Record_Creation_Source_ID__s", "Record Creation Source ID", "bigint", 19, "r"),
];

const PRODUCTS: &[Row] = &[
    ("Owner", "Product Owner", "ownerlookup", 120, ""),
    ("Product_Name", "Product Name", "text", 200, "*u"),
    ("Product_Code", "Product Code", "text", 40, ""),
    ("Product_Category", "Product Category", "picklist", 120, ""),
    ("Product_Active", "Product Active", "boolean", 5, ""),
    ("Unit_Price", "Unit Price", "currency", 16, ""),
    ("Description", "Description", "textarea", 32_000, ""),
];

const TASKS: &[Row] = &[
    ("Owner", "Task Owner", "ownerlookup", 120, ""),
    ("Subject", "Task Name", "text", 300, "*"),
    ("Due_Date", "Due Date", "date", 20, ""),
    ("Status", "Status", "picklist", 120, ""),
    ("Priority", "Priority", "picklist", 120, ""),
    ("Who_Id", "Contact Name", "lookup", 120, ""),
    ("What_Id", "Related To", "lookup", 120, ""),
    ("Related_To", "Related To", "lookup", 120, ""),
    ("$se_module", "Related Module", "text", 50, ""),
    ("Remind_At", "Reminder", "text", 120, ""),
    ("Recurring_Activity", "Repeat", "text", 120, ""),
    ("Closed_Time", "Closed Time", "datetime", 120, "r"),
    ("Description", "Description", "textarea", 32_000, ""),
];

const EVENTS: &[Row] = &[
    ("Owner", "Host", "ownerlookup", 120, ""),
    ("Event_Title", "Title", "text", 255, "*"),
    ("Start_DateTime", "From", "datetime", 120, "*"),
    ("End_DateTime", "To", "datetime", 120, "*"),
    ("All_day", "All day", "boolean", 5, ""),
    ("Venue", "Location", "text", 255, ""),
    ("Participants", "Participants", "text", 2000, ""),
    ("Who_Id", "Contact Name", "lookup", 120, ""),
    ("What_Id", "Related To", "lookup", 120, ""),
    ("$se_module", "Related Module", "text", 50, ""),
    ("Remind_At", "Reminder", "text", 120, ""),
    ("Description", "Description", "textarea", 32_000, ""),
];

const CALLS: &[Row] = &[
    ("Owner", "Call Owner", "ownerlookup", 120, ""),
    ("Subject", "Subject", "text", 255, ""),
    ("Call_Type", "Call Type", "picklist", 120, "*"),
    ("Call_Start_Time", "Call Start Time", "datetime", 120, "*"),
    ("Call_Duration", "Call Duration", "text", 30, ""),
    ("Who_Id", "Contact Name", "lookup", 120, ""),
    ("What_Id", "Related To", "lookup", 120, ""),
    ("$se_module", "Related Module", "text", 50, ""),
    ("Call_Agenda", "Call Agenda", "text", 255, ""),
    ("Call_Result", "Call Result", "text", 255, ""),
    ("Reminder", "Reminder", "text", 120, ""),
    ("Dialled_Number", "Dialled Number", "phone", 50, ""),
    ("Caller_ID", "Caller ID", "phone", 50, ""),
    ("Description", "Description", "textarea", 32_000, ""),
];

const NOTES: &[Row] = &[
    ("Owner", "Note Owner", "ownerlookup", 120, ""),
    ("Note_Title", "Note Title", "text", 120, ""),
    ("Note_Content", "Note Content", "textarea", 32_000, "*"),
    ("Parent_Id", "Parent ID", "lookup", 120, "*"),
    ("$se_module", "Related Module", "text", 50, ""),
];

/// What every module ends with, unless it has it already.
const COMMON: &[Row] = &[
    ("Created_By", "Created By", "ownerlookup", 120, "r"),
    ("Modified_By", "Modified By", "ownerlookup", 120, "r"),
    ("Created_Time", "Created Time", "datetime", 120, "r"),
    ("Modified_Time", "Modified Time", "datetime", 120, "r"),
    ("Last_Activity_Time", "Last Activity Time", "datetime", 120, "r"),
    ("Tag", "Tag", "text", 2000, ""),
];

/// A module with its standard fields and one layout; team pipelines are the story's business.
pub fn module(kind: Kind, ids: &mut Ids) -> Module {
    let rows = match kind {
        Kind::Contacts => CONTACTS,
        Kind::Accounts => ACCOUNTS,
        Kind::Pipelines => PIPELINES,
        Kind::Products => PRODUCTS,
        Kind::Tasks => TASKS,
        Kind::Events => EVENTS,
        Kind::Calls => CALLS,
        Kind::Notes => NOTES,
    };
    let common = COMMON.iter().filter(|row| rows.iter().all(|own| own.0 != row.0));
    let id = ids.make();
    let fields = rows.iter().chain(common).filter_map(|row| field(kind, row, ids)).collect();
    let layouts = match kind {
        Kind::Pipelines => Vec::new(),
        _ => vec![Layout { id: ids.make(), name: "Standard".to_owned(), subs: Vec::new() }],
    };
    Module { kind, id, fields, layouts }
}

fn field(kind: Kind, row: &Row, ids: &mut Ids) -> Option<Field> {
    let (api_name, label, data_type, length, marks) = *row;
    Some(Field {
        id: ids.make(),
        name: Name::standard(api_name)?,
        api_name: api_name.to_owned(),
        label: label.to_owned(),
        data_type: data_type.to_owned(),
        length,
        mandatory: marks.contains('*'),
        writable: !marks.contains('r'),
        unique: marks.contains('u'),
        custom: false,
        hidden: marks.contains('h'),
        lookup: (data_type == "lookup").then(|| target(api_name)).flatten(),
        picks: picks(kind, api_name)
            .iter()
            .map(|value| Pick { id: ids.make(), value: (*value).to_owned() })
            .collect(),
    })
}

fn target(api_name: &str) -> Option<Kind> {
    match api_name {
        "Account_Name" => Some(Kind::Accounts),
        "Contact_Name" | "Who_Id" => Some(Kind::Contacts),
        _ => None,
    }
}

fn picks(kind: Kind, api_name: &str) -> &'static [&'static str] {
    match (kind, api_name) {
        (Kind::Contacts, "Unsubscribed_Mode") => {
            &["Consent form", "Manual", "Unsubscribe link", "Zoho campaigns"]
        }
        (Kind::Products, "Product_Category") => &["Hardware", "Software", "Services"],
        (Kind::Tasks, "Status") => {
            &["Not Started", "Deferred", "In Progress", "Completed", "Waiting for input"]
        }
        (Kind::Tasks, "Priority") => &["High", "Highest", "Low", "Lowest", "Normal"],
        (Kind::Calls, "Call_Type") => &["Outbound", "Inbound", "Missed"],
        _ => &[],
    }
}
