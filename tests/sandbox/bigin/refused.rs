//! Searches that are refused, in the words and shapes of the service.

use serde_json::{Value, json};

use crate::sandbox::client::{Stand, open};

async fn refusal(stand: &Stand, path: &str) -> Value {
    let answer = stand.get(&format!("/bigin/v2/{path}")).await;
    assert_eq!(answer.status, 400, "{path}: {}", answer.text);
    assert_eq!(answer.body["status"], "error", "{path}");
    json!([answer.body["code"], answer.body["message"], answer.body["details"]])
}

#[tokio::test]
async fn values_of_another_type_are_refused_and_not_merely_not_found() {
    let stand = open().await;
    for (module, field, condition, expected) in [
        ("Contacts", "Modified_Time", "greater_than:yesterday", "datetime"),
        ("Contacts", "Modified_Time", "greater_than:2020-01-01T00:00:00+00:00", "datetime"),
        ("Contacts", "Created_Time", "equals:2026-13-45T00:00:00%2B00:00", "datetime"),
        ("Contacts", "Created_Time", "between:2026-01-01T00:00:00Z,y", "datetime"),
        ("Contacts", "Email_Opt_Out", "equals:maybe", "boolean"),
        ("Contacts", "id", "in:1,x", "bigint"),
        ("Pipelines", "Amount", "greater_than:abc", "currency"),
        ("Pipelines", "Amount", "equals:NaN", "currency"),
        ("Pipelines", "Closing_Date", "between:x,y", "date"),
    ] {
        let details = json!({ "api_name": field, "expected_data_type": expected,
                              "reason": "Please check the value of the field" });
        for operation in ["search", "actions/count"] {
            let path = format!("{module}/{operation}?criteria=({field}:{condition})");
            let refused = refusal(&stand, &path).await;
            assert_eq!(refused, json!(["INVALID_QUERY", "Invalid query formed", details]), "{path}");
        }
    }
    for (module, good) in [
        ("Contacts", "Modified_Time:greater_than:2020-01-01T00:00:00%2B00:00"),
        ("Contacts", "Email_Opt_Out:equals:FALSE"),
        ("Pipelines", "Amount:greater_equal:%200.5"),
        ("Pipelines", "Closing_Date:between:2000-01-01,2999-12-31"),
    ] {
        let answer = stand.get(&format!("/bigin/v2/{module}/search?criteria=({good})")).await;
        assert_eq!(answer.status, 200, "{good}: {}", answer.text);
    }
}

#[tokio::test]
async fn a_refusal_names_the_field_and_what_is_wrong() {
    let stand = open().await;
    let query = |details: Value| json!(["INVALID_QUERY", "Invalid query formed", details]);
    let unknown = json!({ "reason": "the field is not available for search", "api_name": "Sub_Pipeline" });
    assert_eq!(refusal(&stand, "Pipelines/search?criteria=(Sub_Pipeline:equals:x)").await, query(unknown));
    for (condition, operator, field) in [
        ("Deal_Name:like:x", "like", "Deal_Name"),
        ("Deal_Name:greater_than:x", "greater_than", "Deal_Name"),
        ("Amount:starts_with:1", "starts_with", "Amount"),
        ("Owner:less_than:1", "less_than", "Owner"),
    ] {
        let details = json!({ "operator": operator, "reason": "invalid operator found", "api_name": field });
        let path = format!("Pipelines/search?criteria=({condition})");
        assert_eq!(refusal(&stand, &path).await, query(details), "{condition}");
    }
    let values = ["x"; 101].join(",");
    assert_eq!(
        refusal(&stand, &format!("Pipelines/search?criteria=(Deal_Name:in:{values})")).await,
        json!(["INVALID_QUERY", "Only 100 values are allowed in \"IN\" criteria", {"api_name": "Deal_Name"}])
    );
    let many = vec!["(Deal_Name:equals:x)"; 16].join("or");
    let message = "no of criterium that can be given exceed the limit 15";
    assert_eq!(
        refusal(&stand, &format!("Pipelines/search?criteria=({many})")).await,
        json!(["CRITERIA_LIMIT_EXCEEDED", message, {}])
    );
    assert_eq!(
        refusal(&stand, "Pipelines/search?word=xx&page=11").await,
        json!(["LIMIT_REACHED", "maximum response iteration limit reached", {"limit": "2000"}])
    );
    let missing = refusal(&stand, "Pipelines/search").await;
    assert_eq!(missing[0], "EXPECTED_PARAM_MISSING");
    assert_eq!(missing[2], json!({ "param_names": ["criteria", "email", "phone", "word"] }));
    assert_eq!(refusal(&stand, "Contacts/search?word=z").await[0], "INVALID_DATA");
}

#[tokio::test]
async fn null_finds_what_is_empty_in_every_field() {
    let stand = open().await;
    stand.create("Contacts", json!({ "Last_Name": "Zzq" })).await;
    for field in ["Phone", "Email", "Title", "First_Name", "Account_Name", "Last_Activity_Time"] {
        let both = format!("((Full_Name:equals:Zzq)and({field}:equals:null))");
        let found = stand.get(&format!("/bigin/v2/Contacts/search?criteria={both}")).await;
        assert_eq!(found.body["data"].as_array().map(Vec::len), Some(1), "{field}: {}", found.text);
        let all = stand.get(&format!("/bigin/v2/Contacts/search?criteria=({field}:equals:null)")).await;
        let rows = all.body["data"].as_array().expect("rows").clone();
        assert!(rows.iter().all(|row| row[field].is_null()), "{field}");
    }
}
